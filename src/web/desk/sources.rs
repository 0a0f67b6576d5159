//! Which paper tells of an answer, and the link that leads to where on it; what such a link asks to be looked for.

use super::paper::PaperView;
use super::viewer::Place;
use super::viewer_find::Find;
use crate::application::summary::{Line, Section};
use crate::desk::regions::source;
use crate::desk::sought::Sought;
use crate::documents::StoredFile;
use crate::law::DocumentKind;
use crate::web::form::Fields;

/// An answer that a paper proves.
pub struct Source {
    /// Id of its record, or empty; of a paper's own details, the paper's code.
    pub of: String,
    /// Its question.
    pub field: &'static str,
    /// Where to look, without the language.
    pub to: String,
}

/// What a line is looked for as.
fn wanted(line: &Line) -> Option<Sought> {
    Sought::of(&line.field, line.values.first()?)
}

/// The link of each answer that a paper here proves, and of what was written about each paper, as far as it can be looked
/// for. Where nobody can read, links lead to the paper and to what is known of it.
pub fn sources(can_read: bool, sections: &[Section], papers: &[PaperView], place: &Place<'_>) -> Vec<Source> {
    let opens = |code: &str| {
        let open =
            |(kind, file): &&(DocumentKind, StoredFile)| kind.code() == code && file.scan.opens_at_desk().is_ok();
        place.files.iter().find(open).map(|(_, file)| file.id.as_str())
    };
    let find = |line: &Line, record: &str| {
        let record = Some(record).filter(|id| !id.is_empty()).map(str::to_owned);
        wanted(line).filter(|_| can_read).map(|_| Find { question: line.label_id(), record })
    };
    let answers = sections.iter().flat_map(|section| section.lines.iter().map(move |line| (section.record_id(), line)));
    let answers = answers.filter_map(|(record, line)| {
        let (kind, part) = source(line.step, line.field.name)?;
        let to = place.link(opens(kind.code())?, part, find(line, record));
        Some(Source { of: record.to_owned(), field: line.field.name, to })
    });
    let details = papers.iter().flat_map(|paper| paper.lines.iter().map(move |line| (paper.code, line)));
    let details = details.filter_map(|(code, line)| {
        let to = place.link(opens(code)?, None, Some(find(line, "")?));
        Some(Source { of: code.to_owned(), field: line.field.name, to })
    });
    answers.chain(details).collect()
}

/// What an address asks to be looked for: the answer of a question that stands on the page; none when there is none.
pub fn sought(
    asked: &Fields,
    sections: &[Section],
    papers: &[PaperView],
    files: &[(DocumentKind, StoredFile)],
) -> Option<Sought> {
    let Find { question, record } = Find::read(asked)?;
    let (kind, _) = files.iter().find(|(_, file)| file.id == asked.get("file"))?;
    let own = sections.iter().filter(|section| section.record_id() == record.as_deref().unwrap_or_default());
    let details = papers.iter().filter(|paper| paper.code == kind.code());
    let mut lines = own.flat_map(|section| &section.lines).chain(details.flat_map(|paper| &paper.lines));
    wanted(lines.find(|line| line.label_id() == question)?)
}
