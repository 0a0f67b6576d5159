//! Review side by side: one item of a case at a time, the answers beside the papers that prove them, what the rules found,
//! what was mended since the last filing, and the clerk's mark.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};

use super::claim::ClaimLine;
use super::paper::{PaperView, papers};
use super::reading::can_read;
use super::sources::{Source, sought, sources};
use super::viewer::{Place, Shown, Viewer};
use super::{keep_language, load};
use crate::application::steps::{Shape, StepName};
use crate::application::submission::Filed;
use crate::application::summary::{Line, Section, summary};
use crate::application::{Actor, Application, Move, review};
use crate::desk::basis;
use crate::desk::beside::papers_beside;
use crate::desk::marks::{self, Item, LONGEST_NOTE, Verdict};
use crate::desk::mended::{Changed, changed_answers, is_changed};
use crate::documents::StoredFile;
use crate::documents::passport_zone::Compared;
use crate::law::DocumentKind;
use crate::store::{applications, claims, marks as stored};
use crate::validation::Finding;
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::state::App;
use crate::web::visit::Clerk;

#[derive(Template)]
#[template(path = "desk/review.html")]
struct ReviewPage {
    id: String,
    number: String,
    name: String,
    status: &'static str,
    /// The applicant's language, in which the originals are.
    language: String,
    /// Whether the reader's is another.
    translated: bool,
    /// The day that counts for ages and terms.
    day: NaiveDate,
    lines: Vec<ItemLine>,
    done: usize,
    item: String,
    label: String,
    citation: Option<&'static str>,
    sections: Vec<Section>,
    changed: Vec<Changed>,
    /// What the applicant was asked to mend here: now, or before they filed again.
    remarked: Vec<String>,
    /// Files that were taken away or added since the last filing.
    other_files: Option<(Vec<OldFile>, Vec<String>)>,
    findings: Vec<Found>,
    papers: Vec<PaperView>,
    viewer: Option<Viewer>,
    /// Where to look at what papers prove.
    sources: Vec<Source>,
    /// SHA-256 of what the page shows of the item: the mark is on that, and on nothing that comes meanwhile.
    content: String,
    verdict: &'static str,
    /// The stamp of the mark that stood there when the page was drawn.
    seen: String,
    /// A note is kept, and no verdict yet.
    begun: bool,
    note: String,
    marked: Option<(String, DateTime<Utc>)>,
    /// The mark was made on other content than what stands there now.
    outdated: bool,
    before: Option<String>,
    after: Option<String>,
    /// A verdict is missing, or a note where one is needed.
    wrong: Option<&'static str>,
    longest: usize,
    /// Whether marks are still kept: of what has ended, they are only read.
    open: bool,
    /// Whether this clerk keeps them: not while a colleague has the case.
    marks: bool,
    /// Whose it is, when that is a colleague who works on it.
    held: Option<ClaimLine>,
    /// Whether a note may become a remark that the applicant reads.
    returns: bool,
}

/// A finding with what it rests on.
struct Found {
    finding: Finding,
    /// Code of the provision; empty when there is none.
    citation: &'static str,
    /// The answers that made it, as they were given.
    inputs: Vec<Line>,
    /// What was measured of the photograph and made it: code of the measure, and its number.
    measured: Option<(&'static str, String)>,
    /// What the passport's zone says instead.
    zone: Option<Line>,
    /// The day on which it was counted, if it depends on one.
    day: Option<NaiveDate>,
}

/// A file that was filed before and is with its paper no more.
struct OldFile {
    name: String,
    /// Where it is looked at, without the language; none when nobody kept it.
    to: Option<String>,
}

/// An item in the list at the side.
struct ItemLine {
    code: String,
    label: String,
    /// Code of the verdict; empty when there is none that holds.
    verdict: &'static str,
    /// Its mark is only begun.
    begun: bool,
    changed: bool,
    /// The applicant was asked to mend it.
    remarked: bool,
    stops: bool,
    advises: bool,
}

/// Every item that there can be.
pub(super) fn every_item() -> impl Iterator<Item = Item> {
    let steps = StepName::ALL.iter().copied().filter(|step| step.form().shape != Shape::Papers).map(Item::Step);
    steps.chain(DocumentKind::ALL.iter().copied().map(Item::Paper))
}

/// Whether a finding is about an item.
pub(super) fn is_about(finding: &Finding, item: Item) -> bool {
    match item {
        Item::Step(step) => finding.place.step == step.code(),
        Item::Paper(kind) => finding.place.item.as_deref() == Some(kind.code()),
    }
}

/// One item of a case; the first that is not marked yet when the address names none.
pub async fn show(req: HttpRequest, office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    keep_language(&office, &clerk).await?;
    let asked = Fields::parse(req.query_string().as_bytes())?;
    let application = load(&office, &clerk.staff, &path.1).await?;
    draw(&office, &clerk, application, Item::from_code(asked.get("item")), &asked, None).await
}

/// What was typed and what is wrong with it, when the form comes back.
pub(super) type Typed<'a> = Option<(&'a Fields, Option<&'static str>)>;

pub(super) async fn draw(
    office: &App,
    clerk: &Clerk,
    application: Application,
    item: Option<Item>,
    asked: &Fields,
    typed: Typed<'_>,
) -> Outcome {
    let id = application.id.clone();
    let (marked, filed, claim) = office
        .read(move |conn| {
            Ok((stored::of(conn, &id)?, applications::submissions_of(conn, &id)?, claims::of(conn, &id)?))
        })
        .await?;
    let held = ClaimLine::holding(claim, &application, clerk, office.clock.now());
    let today = office.clock.today();
    let items = Item::of(&application, today, &office.switches);
    let first = items.first().copied().ok_or(Error::NotFound)?;
    let holds = |item: Item| marked.iter().find(|mark| mark.item == item && mark.holds(&application));
    // What was mended: the last filing is what stands now, the one before it is what it is compared with.
    let before: Option<Filed> = filed.len().checked_sub(2).and_then(|at| filed.get(at)).map(|one| one.filed());
    let changed = |item: Item| before.as_ref().is_some_and(|before| is_changed(before, &application, item));
    let mut unmarked = items.iter().copied().filter(|item| holds(*item).is_none());
    // Whoever comes back to a case that was mended begins with what is new in it.
    let open = unmarked.clone().find(|item| changed(*item)).or_else(|| unmarked.next()).unwrap_or(first);
    let item = item.filter(|item| items.contains(item)).unwrap_or(open);
    let found = review::review(&application, today, &office.switches);
    let lines: Vec<ItemLine> = items
        .iter()
        .map(|one| ItemLine {
            code: one.code(),
            label: one.label(),
            verdict: holds(*one).and_then(|mark| mark.verdict).map_or("", Verdict::code),
            begun: marked.iter().any(|mark| mark.item == *one && mark.verdict.is_none()),
            changed: changed(*one),
            remarked: !one.remarks(&application).is_empty(),
            stops: found.iter().any(|finding| finding.stops() && is_about(finding, *one)),
            advises: found.iter().any(|finding| !finding.stops() && is_about(finding, *one)),
        })
        .collect();
    let at = items.iter().position(|one| *one == item).unwrap_or_default();
    let beside = |at: Option<usize>| at.and_then(|at| items.get(at)).map(|item| item.code());
    let mark = marked.iter().find(|mark| mark.item == item);
    let of_kind = |code: &str| match item {
        Item::Paper(kind) => kind.code() == code,
        Item::Step(step) => papers_beside(step).iter().any(|kind| kind.code() == code),
    };
    let (given, wrong) = typed.map_or((None, None), |(fields, wrong)| (Some(fields), wrong));
    let (note, verdict) = match (given, mark) {
        (Some(fields), _) => (fields.get("note").to_owned(), Verdict::from_code(fields.get("verdict"))),
        (None, Some(mark)) => (mark.note.clone(), mark.verdict),
        (None, None) => (String::new(), None),
    };
    let looked_at: Vec<_> = application
        .papers
        .iter()
        .filter(|paper| of_kind(paper.kind.code()))
        .flat_map(|paper| paper.filed().map(|file| (paper.kind, file.clone())))
        .collect();
    let looked_at = telling_first(item, looked_at);
    let base = format!("/desk/cases/{}/review?item={}&", application.id, item.code());
    let place = Place { base, files: &looked_at };
    let all = summary(&application, today);
    let (day, zone) = (application.filing_day(today), application.beside_zone(today));
    let beside_it: Vec<PaperView> = papers(&application, today, &office.switches, &found)
        .into_iter()
        .filter(|paper| of_kind(paper.code) && (!paper.files.is_empty() || matches!(item, Item::Paper(_))))
        .collect();
    let sections: Vec<Section> = match item {
        Item::Step(step) => all.iter().filter(|one| one.step == step).cloned().collect(),
        Item::Paper(_) => Vec::new(),
    };
    let sought = sought(asked, &sections, &beside_it, place.files);
    let page = ReviewPage {
        viewer: place.viewer(office, &clerk.staff, &application, asked, sought.as_ref()).await?,
        sources: sources(can_read(office), &sections, &beside_it, &place),
        done: marks::progress(&items, &marked, &application).0,
        lines,
        sections,
        changed: match (item, &before) {
            (Item::Step(step), Some(before)) => changed_answers(&before.answers, &application.answers, step),
            _ => Vec::new(),
        },
        remarked: item.remarks(&application).into_iter().chain(item.mended(&application)).map(str::to_owned).collect(),
        other_files: match (item, &before) {
            (Item::Paper(kind), Some(before)) if is_changed(before, &application, item) => {
                Some(files(before, &application, kind))
            }
            _ => None,
        },
        findings: found
            .iter()
            .filter(|finding| is_about(finding, item))
            .map(|finding| rests_on(finding, &all, &beside_it, &zone, day))
            .collect(),
        papers: beside_it,
        content: item.content(&application.answers, &application.papers),
        item: item.code(),
        label: item.label(),
        citation: match item {
            Item::Paper(kind) => Some(kind.rule().article.code()),
            Item::Step(_) => None,
        },
        verdict: verdict.map_or("", Verdict::code),
        begun: mark.is_some_and(|mark| mark.verdict.is_none()),
        seen: match given {
            Some(fields) => fields.get("seen").to_owned(),
            None => marks::stamp(verdict, &note),
        },
        note,
        marked: mark.and_then(|mark| match &mark.officer {
            Actor::Staff { name, .. } => Some((name.clone(), mark.at)),
            _ => None,
        }),
        outdated: mark.is_some_and(|mark| !mark.is_current(&application)),
        before: beside(at.checked_sub(1)),
        after: beside(at.checked_add(1)),
        wrong,
        longest: LONGEST_NOTE,
        open: !application.status.is_final(),
        // What was typed keeps its boxes.
        marks: !application.status.is_final() && (held.is_none() || typed.is_some()),
        held,
        returns: application.status.after(Move::Return).is_some(),
        id: application.id.clone(),
        number: application.number.to_string(),
        name: application.name(),
        status: application.status.code(),
        translated: application.language != clerk.view.language.code(),
        language: application.language.clone(),
        day,
    };
    let status = if page.wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    clerk.view.page_with(status, &page)
}

/// The files in the order in which their papers tell of the answers.
fn telling_first(item: Item, mut files: Vec<(DocumentKind, StoredFile)>) -> Vec<(DocumentKind, StoredFile)> {
    if let Item::Step(step) = item {
        let order = papers_beside(step);
        files.sort_by_key(|(kind, _)| order.iter().position(|one| one == kind));
    }
    files
}

/// Files that were there before and are gone, and names of those that are new: by what is in them, since a new scan often
/// bears the name of the old one.
fn files(before: &Filed, application: &Application, kind: DocumentKind) -> (Vec<OldFile>, Vec<String>) {
    let old = before.papers().into_iter().find(|paper| paper.kind == kind).map(|paper| paper.files).unwrap_or_default();
    let paper = application.paper(kind);
    let base = format!("/desk/cases/{}/papers/{}?file=", application.id, kind.code());
    let of = |sha256: &str| application.replaced.iter().find(|(of, kept)| *of == kind && kept.sha256 == sha256);
    let gone = old.iter().filter(|file| paper.filed().all(|now| now.sha256 != file.sha256)).map(|file| OldFile {
        name: file.name.clone(),
        to: of(&file.sha256).map(|(_, kept)| format!("{base}{}#viewer", kept.id)),
    });
    let new = paper.filed().filter(|now| old.iter().all(|file| file.sha256 != now.sha256)).map(|file| &file.name);
    (gone.collect(), new.cloned().collect())
}

impl ReviewPage {
    /// Whether a paper is the item itself: its name stands over the page already.
    fn is_item(&self, paper: &PaperView) -> bool {
        matches!(Item::from_code(&self.item), Some(Item::Paper(kind)) if kind.code() == paper.code)
    }
    /// Where on a paper an answer is to be seen; of a record, or of a paper's own details.
    fn on_paper(&self, of: &str, line: &Line) -> Option<&str> {
        let source = self.sources.iter().find(|one| one.of == of && one.field == line.field.name)?;
        Some(&source.to)
    }
}

/// A finding with its provision and its inputs: the answer in its own box, then the others that made it.
fn rests_on(finding: &Finding, all: &[Section], papers: &[PaperView], zone: &[Compared], day: NaiveDate) -> Found {
    let own = StepName::from_code(&finding.place.step);
    let of_record = |section: &Section| {
        let record = section.record.as_ref().map(|(id, _)| id.as_str());
        own != Some(section.step) || finding.place.item.is_none() || record == finding.place.item.as_deref()
    };
    let answers = |step: &str, field: &str| -> Vec<Line> {
        let here = all.iter().filter(|section| section.step.code() == step && of_record(section));
        let of_papers = papers.iter().filter(|paper| finding.place.item.as_deref() == Some(paper.code));
        let lines = here.flat_map(|section| &section.lines).chain(of_papers.flat_map(|paper| &paper.lines));
        lines.filter(|line| line.field.name == field).cloned().collect()
    };
    let own_box = finding.place.field.as_deref().map(|field| answers(&finding.place.step, field)).unwrap_or_default();
    let others = basis::inputs(finding).into_iter().flat_map(|(step, field)| answers(step.code(), field));
    let in_zone = zone.iter().filter(|one| {
        let (step, field) = one.item.place();
        finding.code.starts_with("zone_") && own == Some(step) && finding.place.field.as_deref() == Some(field)
    });
    let of_photo = papers.iter().filter(|paper| finding.place.item.as_deref() == Some(paper.code));
    let measure = basis::measure(&finding.code);
    let measured = of_photo.flat_map(|paper| &paper.photo).find(|line| Some(line.code) == measure);
    Found {
        measured: measured.map(|line| (line.code, line.value.clone())),
        citation: basis::citation(finding).map_or("", |citation| citation.code()),
        zone: in_zone.filter_map(zone_line).next(),
        inputs: own_box.into_iter().chain(others).collect(),
        day: basis::counts_days(&finding.code).then_some(day),
        finding: finding.clone(),
    }
}

/// What the zone says, as a line of the answer that it is compared with.
fn zone_line(one: &Compared) -> Option<Line> {
    let (step, field) = one.item.place();
    let field = step.form().fields.iter().find(|known| known.name == field)?;
    Some(Line { step, field: *field, values: vec![one.zone.clone()] })
}
