//! The viewer: one page of one file of a case, turned and enlarged as the address says, with the part that an answer comes
//! from. Every move is a plain link; the script only spares the reload, and answers to keys.

use super::paper::FileView;
use crate::application::Application;
use crate::desk::regions::{self, Part};
use crate::documents::StoredFile;
use crate::documents::drawn::Drawing;
use crate::drawing::MOST_PAGES;
use crate::law::DocumentKind;
use crate::web::drawn;
use crate::web::error::Outcome;
use crate::web::files::Admitted;
use crate::web::form::Fields;
use crate::web::state::App;

/// A page is shown as wide as its place, or so many times that.
const MOST_ZOOM: u32 = 4;

/// What the address asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Look {
    file: String,
    page: u32,
    /// Degrees, clockwise.
    turn: u32,
    zoom: u32,
    part: Option<Part>,
}

impl Look {
    fn read(fields: &Fields) -> Self {
        let number = |name: &str, usual: u32| fields.get(name).parse().unwrap_or(usual);
        Self {
            file: fields.get("file").to_owned(),
            page: number("page", 1).max(1),
            turn: number("turn", 0) / 90 % 4 * 90,
            zoom: number("zoom", 1).clamp(1, MOST_ZOOM),
            part: Part::from_code(fields.get("part")),
        }
    }
    /// As a query; what is usual is left out.
    fn query(&self) -> String {
        let mut query = format!("file={}", self.file);
        for (name, value, usual) in [("page", self.page, 1), ("turn", self.turn, 0), ("zoom", self.zoom, 1)] {
            if value != usual {
                query.push_str(&format!("&{name}={value}"));
            }
        }
        if let Some(part) = self.part {
            query.push_str(&format!("&part={}", part.code()));
        }
        query
    }
}

/// A link of the viewer.
pub struct Tool {
    /// Message id of its name.
    pub name: &'static str,
    /// The key that follows it, while the viewer has the focus.
    pub key: &'static str,
    /// What is to be seen of it.
    pub sign: &'static str,
    /// Where it leads, without the language; empty when it leads nowhere now.
    pub to: String,
}

/// What is shown of the file.
pub enum Shown {
    /// A page.
    Page(Picture),
    /// Nothing: it is in quarantine. The code of its state.
    Closed(&'static str),
    /// Nothing: it could not be drawn.
    NotDrawn,
    /// Nothing now: the vault is out of reach.
    Away,
}

/// A page as SVG wants it.
pub struct Picture {
    /// Address without the language.
    pub address: String,
    /// Pixels of the page as it was drawn.
    pub size: (u32, u32),
    /// Pixels as it is turned.
    pub turned: (u32, u32),
    /// How it gets there.
    pub transform: String,
    /// The part that is pointed at, in pixels of the page: left, top, width, height.
    pub region: Option<[u32; 4]>,
}

/// The viewer with one file in it.
pub struct Viewer {
    /// The document's code.
    pub kind: &'static str,
    /// The file.
    pub file: FileView,
    /// Its page, its pages, and how many of them are drawn at most.
    pub page: i64,
    /// Pages of the document.
    pub pages: i64,
    /// More pages than are drawn.
    pub cut: bool,
    /// Times its place.
    pub zoom: u32,
    /// Degrees.
    pub turn: u32,
    /// What is pointed at: code of the part; empty when nothing is.
    pub part: &'static str,
    /// What is shown.
    pub shown: Shown,
    /// What can be done.
    pub tools: Vec<Tool>,
    /// The parts of a passport, with their links; none of another paper.
    pub parts: Vec<(&'static str, String)>,
}

/// A place with a viewer in it: an address, and the files that can be looked at there.
pub struct Place<'a> {
    /// The address of the page that it is on, without language, up to and with `?` or `&`.
    pub base: String,
    /// All files, in their order.
    pub files: &'a [(DocumentKind, StoredFile)],
}

impl Place<'_> {
    /// A link to a file, and to the part of it that an answer comes from.
    pub fn link(&self, file: &str, part: Option<Part>) -> String {
        self.at(&Look { file: file.to_owned(), page: 1, zoom: 1, part, ..Look::default() })
    }
    fn at(&self, look: &Look) -> String {
        format!("{}{}#viewer", self.base, look.query())
    }

    /// The viewer as an address asks for it; none without files.
    pub async fn viewer(&self, office: &App, application: &Application, fields: &Fields) -> Outcome<Option<Viewer>> {
        let mut look = Look::read(fields);
        let at = self.files.iter().position(|(_, file)| file.id == look.file).unwrap_or_default();
        let Some((kind, file)) = self.files.get(at) else { return Ok(None) };
        look.file.clone_from(&file.id);
        let drawing = match Admitted::at_desk(file.clone()) {
            Err(_) => Err(Shown::Closed(file.scan.code())),
            Ok(file) => drawn::drawing(office, &file, look.page).await.map_err(|_| Shown::Away),
        };
        let pages = drawing.as_ref().map_or(1, |drawing| drawing.pages.max(1));
        look.page = look.page.min(pages.min(MOST_PAGES));
        let shown = match &drawing {
            Err(Shown::Closed(code)) => Shown::Closed(code),
            Err(_) => Shown::Away,
            Ok(drawing) => page(&application.id, *kind, drawing, &look),
        };
        let beside =
            |at: Option<usize>| at.and_then(|at| self.files.get(at)).map(|(_, file)| self.link(&file.id, None));
        Ok(Some(Viewer {
            kind: kind.code(),
            file: FileView::from(file),
            page: i64::from(look.page),
            pages: i64::from(pages),
            cut: pages > MOST_PAGES,
            zoom: look.zoom,
            turn: look.turn,
            part: look.part.map_or("", Part::code),
            tools: self.tools(&look, pages.min(MOST_PAGES), &shown, beside(at.checked_sub(1)), beside(Some(at + 1))),
            parts: self.parts(*kind, &look, &shown),
            shown,
        }))
    }

    fn parts(&self, kind: DocumentKind, look: &Look, shown: &Shown) -> Vec<(&'static str, String)> {
        if kind != DocumentKind::Passport || !matches!(shown, Shown::Page(_)) {
            return Vec::new();
        }
        let link = |part| (Part::code(part), self.at(&Look { part: Some(part), ..look.clone() }));
        Part::ALL.into_iter().map(link).collect()
    }

    fn tools(
        &self,
        look: &Look,
        pages: u32,
        shown: &Shown,
        before: Option<String>,
        after: Option<String>,
    ) -> Vec<Tool> {
        let to = |can: bool, look: Look| if can { self.at(&look) } else { String::new() };
        let there = matches!(shown, Shown::Page(_));
        let zoomed = |zoom: u32| Look { zoom, ..look.clone() };
        let turned = |by: u32| Look { turn: (look.turn + by) % 360, part: None, ..look.clone() };
        let paged = |page: u32| Look { page, part: None, ..look.clone() };
        let tool = |name, key, sign, to| Tool { name, key, sign, to };
        let mut tools = Vec::new();
        if pages > 1 {
            tools.push(tool("view-page-before", "p", "‹", to(look.page > 1, paged(look.page.saturating_sub(1)))));
            tools.push(tool("view-page-after", "n", "›", to(look.page < pages, paged(look.page + 1))));
        }
        if there {
            tools.push(tool("view-closer", "+", "+", to(look.zoom < MOST_ZOOM, zoomed(look.zoom + 1))));
            tools.push(tool("view-farther", "-", "−", to(look.zoom > 1, zoomed(look.zoom - 1))));
            tools.push(tool("view-turn-left", "l", "↺", to(true, turned(270))));
            tools.push(tool("view-turn-right", "r", "↻", to(true, turned(90))));
        }
        if self.files.len() > 1 {
            tools.push(tool("view-file-before", "[", "«", before.unwrap_or_default()));
            tools.push(tool("view-file-after", "]", "»", after.unwrap_or_default()));
        }
        tools
    }
}

fn page(case: &str, kind: DocumentKind, drawing: &Drawing, look: &Look) -> Shown {
    let Some(sheet) = drawing.sheet(look.page) else { return Shown::NotDrawn };
    let (width, height) = (sheet.page.width, sheet.page.height);
    let lies = look.turn % 180 == 90;
    let region = look.part.filter(|_| kind == DocumentKind::Passport);
    Shown::Page(Picture {
        address: format!("/desk/cases/{case}/files/{}?page={}", look.file, look.page),
        size: (width, height),
        turned: if lies { (height, width) } else { (width, height) },
        transform: match look.turn {
            90 => format!("translate({height} 0) rotate(90)"),
            180 => format!("translate({width} {height}) rotate(180)"),
            270 => format!("translate(0 {width}) rotate(270)"),
            _ => String::new(),
        },
        region: region
            .and_then(|part| regions::on_passport(part, (width, height)))
            .map(|region| region.pixels((width, height))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(query: &str) -> Look {
        Look::read(&Fields::parse(query.as_bytes()).unwrap())
    }

    #[test]
    fn an_address_is_read_and_written_the_same_and_nonsense_is_brought_to_sense() {
        let whole = look("file=a&page=2&turn=90&zoom=3&part=zone");
        assert_eq!(look(&whole.query()), whole);
        assert_eq!(whole.query(), "file=a&page=2&turn=90&zoom=3&part=zone");
        assert_eq!(look("").query(), "file=");
        let odd = look("page=-1&turn=1000&zoom=99&part=<b>");
        assert_eq!((odd.page, odd.turn, odd.zoom, odd.part), (1, 270, MOST_ZOOM, None));
    }
}
