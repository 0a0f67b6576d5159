//! Where on a paper an answer stands, as a program reads it: the words of drawn pages, and the answer among them. Nothing is
//! read before a clerk follows an answer to its paper. Words are kept in memory only, of the pages that were read last.

use std::collections::VecDeque;
use std::sync::{Arc, LazyLock, Mutex};

use tokio::time::timeout_at;

use super::reads::{self, Read};
use crate::desk::sought::{Found, Months, Sought};
use crate::documents::StoredFile;
use crate::documents::words::PageWords;
use crate::language::Language;
use crate::law::DocumentKind;
use crate::people::Staff;
use crate::web::drawn;
use crate::web::error::Outcome;
use crate::web::files::Admitted;
use crate::web::state::{App, Office};

/// So many pages are read for one look: the clerk waits for it.
const PAGES: usize = 4;
/// So many pages are remembered, of some hundred words each.
const REMEMBERED: usize = 64;

/// Words of pages that were read, by the picture's name in the vault; the last that was asked for stands last.
#[derive(Default)]
pub struct Shelf(Mutex<VecDeque<(String, Arc<PageWords>)>>);

impl Shelf {
    fn find(&self, sheet: &str) -> Option<Arc<PageWords>> {
        let mut kept = self.0.lock().ok()?;
        let at = kept.iter().position(|(known, _)| known == sheet)?;
        let page = kept.remove(at)?;
        kept.push_back(page.clone());
        Some(page.1)
    }
    fn keep(&self, sheet: &str, page: Arc<PageWords>) {
        let Ok(mut kept) = self.0.lock() else { return };
        kept.retain(|(known, _)| known != sheet);
        kept.push_back((sheet.to_owned(), page));
        while kept.len() > REMEMBERED {
            kept.pop_front();
        }
    }
}

/// What came of a look.
pub enum Seen {
    /// It stands there: the file's place among those that were given, the page, how the page is turned upright.
    There { file: usize, page: u32, turn: u32, found: Found },
    /// It was not found on the pages that were read.
    Nowhere,
    /// Not all of them could be read now.
    Away,
}

/// Whether this machine reads papers.
pub fn can_read(office: &Office) -> bool {
    office.recogniser.as_ref().is_some_and(|recogniser| recogniser.reads_words())
}

fn months() -> &'static Months {
    static MONTHS: LazyLock<Months> = LazyLock::new(|| {
        let names = |language: Language| (1..=12).map(move |number| (number, language.month(number)));
        Months::new(Language::ALL.into_iter().flat_map(names))
    });
    &MONTHS
}

/// Looks for something on this page of this file, then on its other pages and in the other files of the same paper, from the
/// first on; what is like it counts when it itself is nowhere. None where nobody can read.
pub async fn look(
    office: &App,
    staff: &Staff,
    case: &str,
    files: &[(DocumentKind, StoredFile)],
    (first, page): (usize, u32),
    sought: &Sought,
) -> Outcome<Option<Seen>> {
    let Some(recogniser) = office.recogniser.as_ref().filter(|recogniser| recogniser.reads_words()) else {
        return Ok(None);
    };
    let Some((kind, _)) = files.get(first) else { return Ok(Some(Seen::Nowhere)) };
    let ends = recogniser.patience();
    let others = (0..files.len()).filter(|at| *at != first && files.get(*at).is_some_and(|(of, _)| of == kind));
    let (mut left, mut like) = (PAGES, None);
    for at in [first].into_iter().chain(others) {
        let Some(Ok(file)) = files.get(at).map(|(_, file)| Admitted::at_desk(file.clone())) else { continue };
        // What cannot be written down is not read.
        reads::note(office, staff, case, Read::File(*kind, file.id.clone())).await?;
        let begin = if at == first { page } else { 1 };
        let mut pages = vec![begin];
        while let Some(number) = pages.pop() {
            if left == 0 {
                return Ok(Some(like.unwrap_or(Seen::Nowhere)));
            }
            // A drawing that takes longer goes on, and is there for the next look.
            let (here, drawn) = (office.clone(), file.clone());
            let drawn = actix_web::rt::spawn(async move { drawn::drawing(&here, &drawn, number).await });
            let Ok(Ok(Ok(drawing))) = timeout_at(ends, drawn).await else {
                return Ok(Some(like.unwrap_or(Seen::Away)));
            };
            if number == begin {
                pages = (1..=drawing.pages).rev().filter(|other| *other != begin).collect();
            }
            let Some(sheet) = drawing.sheet(number) else { continue };
            left -= 1;
            let words = match office.words.find(&sheet.page.id) {
                Some(words) => words,
                None => match recogniser.words(drawn::pixels(office, &file, sheet), ends).await {
                    Ok(Some(words)) => Arc::new(words),
                    Ok(None) | Err(_) => return Ok(Some(like.unwrap_or(Seen::Away))),
                },
            };
            office.words.keep(&sheet.page.id, words.clone());
            if let Some(found) = sought.on(&words, months()) {
                let same = found.same;
                let there = Seen::There { file: at, page: number, turn: words.turn, found };
                if same {
                    return Ok(Some(there));
                }
                like = like.or(Some(there));
            }
        }
    }
    Ok(Some(like.unwrap_or(Seen::Nowhere)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_that_were_asked_for_last_are_remembered() {
        let shelf = Shelf::default();
        let page = || Arc::new(PageWords::default());
        (0..REMEMBERED).for_each(|number| shelf.keep(&number.to_string(), page()));
        assert!(shelf.find("0").is_some());
        shelf.keep("another", page());
        shelf.keep("another", page());
        assert!(shelf.find("0").is_some() && shelf.find("1").is_none() && shelf.find("2").is_some());
    }
}
