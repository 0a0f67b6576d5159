//! The viewer: one page of one file of a case, turned and enlarged as the address says, with the part that an answer comes
//! from. Every move is a plain link; the script only spares the reload, and answers to keys.

use super::paper::FileView;
use super::reading::{self, Seen};
use super::viewer_find::{Find, close};
use crate::application::Application;
use crate::desk::regions::{self, Part};
use crate::desk::sought::{Found, Sought};
use crate::documents::StoredFile;
use crate::documents::drawn::Drawing;
use crate::drawing::MOST_PAGES;
use crate::law::DocumentKind;
use crate::people::Staff;
use crate::web::drawn;
use crate::web::error::Outcome;
use crate::web::files::Admitted;
use crate::web::form::Fields;
use crate::web::state::App;

/// Pixels between a word and the line around it.
const PADDING: u32 = 10;
/// A page is shown as wide as its place, or so many times that.
const MOST_ZOOM: u32 = 4;

/// What the address asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Look {
    file: String,
    page: u32,
    /// Degrees, clockwise; as it lies when nobody has turned it, and upright where something was found on it.
    turn: Option<u32>,
    zoom: u32,
    part: Option<Part>,
    /// The answer that is looked for.
    find: Option<Find>,
}

impl Look {
    fn read(fields: &Fields) -> Self {
        let number = |name: &str, usual: u32| fields.get(name).parse().unwrap_or(usual);
        Self {
            file: fields.get("file").to_owned(),
            page: number("page", 1).max(1),
            turn: Some(number("turn", 0) / 90 % 4 * 90).filter(|_| fields.has("turn")),
            zoom: number("zoom", 1).clamp(1, MOST_ZOOM),
            part: Part::from_code(fields.get("part")),
            find: Find::read(fields),
        }
    }
    fn degrees(&self) -> u32 {
        self.turn.unwrap_or_default()
    }
    /// As a query; what is usual is left out.
    fn query(&self) -> String {
        let mut query = format!("file={}", self.file);
        let turn = self.turn.filter(|turn| *turn > 0 || self.find.is_some()).map(|turn| ("turn", turn));
        let page = Some(("page", self.page)).filter(|(_, page)| *page != 1);
        let zoom = Some(("zoom", self.zoom)).filter(|(_, zoom)| *zoom != 1);
        for (name, value) in [page, turn, zoom].into_iter().flatten() {
            query.push_str(&format!("&{name}={value}"));
        }
        if let Some(part) = self.part {
            query.push_str(&format!("&part={}", part.code()));
        }
        if let Some(find) = &self.find {
            query.push_str(&find.query());
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
    /// What is pointed at, in pixels of the page: left, top, width, height.
    pub places: Vec<[u32; 4]>,
    /// The part of the turned page that is shown enlarged, in its pixels.
    pub close: Option<[u32; 4]>,
    /// Whether the places were read, and are marked in the enlarged part too.
    pub read: bool,
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
    /// Message id of the question whose answer is looked for.
    pub question: Option<String>,
    /// Message id of what came of it; empty when nothing was read.
    pub reading: &'static str,
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
    /// A link to a file, and to the part of it that an answer comes from: where it usually is, and what is to be looked for.
    pub fn link(&self, file: &str, part: Option<Part>, find: Option<Find>) -> String {
        self.at(&Look { file: file.to_owned(), page: 1, zoom: 1, part, find, ..Look::default() })
    }
    fn at(&self, look: &Look) -> String {
        format!("{}{}#viewer", self.base, look.query())
    }

    /// The viewer as an address asks for it; none without files. What is `sought` is read for, where the machine can.
    pub async fn viewer(
        &self,
        office: &App,
        staff: &Staff,
        application: &Application,
        fields: &Fields,
        sought: Option<&Sought>,
    ) -> Outcome<Option<Viewer>> {
        let mut look = Look::read(fields);
        let mut at = self.files.iter().position(|(_, file)| file.id == look.file).unwrap_or_default();
        let seen = match sought {
            Some(sought) => reading::look(office, staff, &application.id, self.files, (at, look.page), sought).await?,
            None => None,
        };
        look.find = look.find.filter(|_| seen.is_some());
        let (reading, found) = match seen {
            None => ("", None),
            Some(Seen::Away) => ("view-read-away", None),
            Some(Seen::Nowhere) => ("view-read-nowhere", None),
            Some(Seen::There { file, page, turn, found }) => {
                (at, look.page, look.part) = (file, page, None);
                look.turn = look.turn.or(Some(turn));
                (if found.same { "view-read-there" } else { "view-read-like" }, Some(found))
            }
        };
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
            Ok(drawing) => page(&application.id, *kind, drawing, &look, found.as_ref()),
        };
        let beside =
            |at: Option<usize>| at.and_then(|at| self.files.get(at)).map(|(_, file)| self.link(&file.id, None, None));
        Ok(Some(Viewer {
            kind: kind.code(),
            file: FileView::from(file),
            page: i64::from(look.page),
            pages: i64::from(pages),
            cut: pages > MOST_PAGES,
            zoom: look.zoom,
            turn: look.degrees(),
            part: look.part.map_or("", Part::code),
            tools: self.tools(&look, pages.min(MOST_PAGES), &shown, beside(at.checked_sub(1)), beside(Some(at + 1))),
            parts: self.parts(*kind, &look, &shown),
            question: look.find.map(|find| find.question),
            reading,
            shown,
        }))
    }

    fn parts(&self, kind: DocumentKind, look: &Look, shown: &Shown) -> Vec<(&'static str, String)> {
        if kind != DocumentKind::Passport || !matches!(shown, Shown::Page(_)) {
            return Vec::new();
        }
        let link = |part| (Part::code(part), self.at(&Look { part: Some(part), find: None, ..look.clone() }));
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
        let turned = |by: u32| Look { turn: Some((look.degrees() + by) % 360), part: None, ..look.clone() };
        let paged = |page: u32| Look { page, part: None, find: None, ..look.clone() };
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

fn page(case: &str, kind: DocumentKind, drawing: &Drawing, look: &Look, found: Option<&Found>) -> Shown {
    let Some(sheet) = drawing.sheet(look.page) else { return Shown::NotDrawn };
    let (width, height) = (sheet.page.width, sheet.page.height);
    let turn = look.degrees();
    let lies = turn % 180 == 90;
    let usual = look.part.filter(|_| kind == DocumentKind::Passport);
    let usual = usual.and_then(|part| regions::on_passport(part, (width, height)));
    let places: Vec<[u32; 4]> = match found {
        Some(found) => found.places.iter().map(|place| place.wider(PADDING, (width, height))).collect(),
        None => usual.iter().map(|region| region.pixels((width, height))).collect(),
    };
    let close = places.first().map(|place| close(*place, (width, height), turn, found.is_some()));
    Shown::Page(Picture {
        address: format!("/desk/cases/{case}/files/{}?page={}", look.file, look.page),
        size: (width, height),
        turned: if lies { (height, width) } else { (width, height) },
        transform: match turn {
            90 => format!("translate({height} 0) rotate(90)"),
            180 => format!("translate({width} {height}) rotate(180)"),
            270 => format!("translate(0 {width}) rotate(270)"),
            _ => String::new(),
        },
        places,
        close,
        read: found.is_some(),
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
        for query in
            ["file=a&page=2&turn=90&zoom=3&part=zone", "file=a&turn=0&find=paper-number", "file=a&find=x-y&record=r-1"]
        {
            assert_eq!(look(&look(query).query()), look(query));
            assert_eq!(look(query).query(), query);
        }
        assert_eq!(look("find=a%26b=c%22").query(), "file=", "only what names a question");
        assert_eq!(look("").query(), "file=");
        let odd = look("page=-1&turn=1000&zoom=99&part=<b>");
        assert_eq!((odd.page, odd.turn, odd.zoom, odd.part), (1, Some(270), MOST_ZOOM, None));
    }
}
