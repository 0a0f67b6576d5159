//! The notice of deficiencies: each item to be mended with a standard reason, own words, or both, and the day until which.
//! What was marked in the review stands here already.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::act::{About, Action, Drawing};
use super::approvals::day;
use super::boxes::Wrong;
use super::{find, load};
use crate::application::office::Remark;
use crate::application::steps::Body;
use crate::application::{Denied, Move, Status, review};
use crate::desk::deficiency;
use crate::desk::marks::{Item, LONGEST_NOTE, Mark, Verdict};
use crate::desk::reasons::StandardReason;
use crate::language::Language;
use crate::law::terms::MENDING_WORKING_DAYS;
use crate::store::{marks, reasons};
use crate::validation::{Field, Finding, Kind};
use crate::web::error::Outcome;
use crate::web::filled::Filled;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::page::View;
use crate::web::state::{App, Office};
use crate::web::visit::{Clerk, ClerkForm};

const RETURN: Action = Action { doing: Move::Return, path: "return", title: "desk-return-title", draw };

/// The day until which it is to be mended.
const BOXES: &[Field] = &[Field { name: "mend_until", kind: Kind::Date }];

/// The reasons on offer travel beside what was typed to where the page is drawn; from a browser they are not taken.
const OFFERED: &str = "offered";

/// Names the items that the review marked to be mended: none of them leaves the notice without the clerk's saying so.
const MARKED: &str = "marked";

/// Names the items that the clerk leaves out although they were marked.
const LEFT_OUT: &str = "left-out";

#[derive(Template)]
#[template(path = "desk/return.html")]
struct ReturnPage {
    about: About,
    items: Vec<Line>,
    form: Filled,
    /// The last day that can be given.
    last: NaiveDate,
    /// Whether it was returned before, and the applicant still mends.
    again: bool,
}

/// A standard reason as the page offers it.
struct Offered {
    id: String,
    about: String,
    sentence: String,
}

/// What a remark can be about.
struct Line {
    /// Code of the item; names of its boxes end so.
    code: String,
    /// Message id of what it is.
    label: String,
    /// What was already remarked on it.
    already: Vec<String>,
    /// The remark as typed.
    text: String,
    /// Reasons that fit: id, sentence, whether it is picked.
    reasons: Vec<(String, String, bool)>,
    /// What the rules found there.
    findings: Vec<Finding>,
    /// The review said that it is to be mended.
    marked: bool,
    /// It is left out all the same.
    left_out: bool,
    /// It was sent with neither a reason nor words.
    lacks: bool,
    /// With more words than are taken.
    is_long: bool,
}

impl Line {
    /// Whether there is something to see behind its name.
    fn is_open(&self) -> bool {
        self.marked || !self.text.is_empty() || !self.findings.is_empty() || self.is_picked()
    }
    /// Message id of what is wrong with its words.
    fn wrong(&self) -> &'static str {
        match (self.is_long, self.lacks) {
            (true, _) => "desk-remark-long",
            (false, true) => "desk-marked-mend",
            (false, false) => "",
        }
    }
    /// Its box, where something is to be mended there.
    fn wrong_box(&self, view: &View) -> Option<Wrong> {
        let why = match self.wrong() {
            "" => return None,
            // Beside the box it is said what to do, in the summary what is missing.
            "desk-marked-mend" => "desk-marked-bare",
            other => other,
        };
        let (at, of) = (format!("remark-{}", self.code), view.language.text(&self.label));
        Some(Wrong { at, of, why: why.to_owned() })
    }
    /// Lines that its text takes: what goes to the applicant is read whole.
    fn rows(&self) -> usize {
        2 + self.text.chars().count() / 60
    }
    fn is_picked(&self) -> bool {
        self.reasons.iter().any(|(_, _, picked)| *picked)
    }
}

/// Asks for the remarks; those that the review left stand there.
pub async fn show(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    let application = load(&office, &clerk.staff, &path.1).await?;
    let id = path.1.clone();
    let (marked, listed) = office.read(move |conn| Ok((marks::of(conn, &id)?, reasons::all(conn)?))).await?;
    // What was sent already is not typed again; a mark without a note was, while what it asks for is being mended.
    let is_sent = |item: Item, text: &str| {
        let is_asked = !text.is_empty() || application.status == Status::Returned;
        is_asked && item.remarks(&application).iter().any(|sent| sent.contains(text))
    };
    let to_mend = |mark: &&Mark| mark.verdict == Some(Verdict::Mend) && mark.is_current(&application);
    let mut fields: Vec<(String, String)> = Vec::new();
    for mark in marked.iter().filter(to_mend).filter(|mark| !is_sent(mark.item, &mark.note)) {
        fields.push((MARKED.to_owned(), mark.item.code()));
        fields.push((format!("remark-{}", mark.item.code()), mark.note.clone()));
    }
    // Of an infected file there is one thing to say, so it stands there ready.
    let language = Language::from_code(&application.language).unwrap_or(Language::Kk);
    for infected in application.infected() {
        let (item, text) = (Item::Paper(infected), language.text("desk-scan-remark"));
        let name = format!("remark-{}", item.code());
        let is_written = |(known, words): &(String, String)| *known == name && !words.is_empty();
        if !is_sent(item, &text) && !fields.iter().any(is_written) {
            fields.retain(|(known, _)| *known != name);
            fields.push((name, text));
        }
    }
    fields.extend(offered(&listed, &application.language));
    RETURN.show(&office, &clerk, &path.1, &Fields(fields)).await
}

/// The reasons on offer in the applicant's language.
fn offered(listed: &[StandardReason], language: &str) -> Vec<(String, String)> {
    let living = listed.iter().filter(|reason| !reason.retired);
    living
        .map(|reason| {
            let text = format!("{}|{}|{}", reason.id, reason.about.code(), reason.sentence(language));
            (OFFERED.to_owned(), text)
        })
        .collect()
}

/// Returns the case.
pub async fn make(office: App, path: web::Path<(String, String)>, mut form: ClerkForm) -> Outcome {
    let language = find(&office, &form.clerk.staff, &path.1).await?.language;
    let listed = office.read(reasons::all).await?;
    form.fields.0.retain(|(name, _)| name != OFFERED);
    form.fields.0.extend(offered(&listed, &language));
    let fields = form.fields.clone();
    let made = RETURN.make(&office, &form, &path.1, move |application, _, officer, at| {
        let remarks = remarks(&fields, &listed, &application.language);
        let is_bare = |item: Item| !remarks.iter().any(|remark| Item::of_remark(remark) == Some(item));
        if remarks.is_empty() || asked_for(&fields).any(is_bare) {
            return Err(Denied::NothingNamed.into());
        }
        if super::review::every_item().any(|item| is_long(fields.get(&format!("remark-{}", item.code())))) {
            return Err(Denied::TooLong.into());
        }
        Ok(deficiency::return_until(application, remarks, day(&fields, "mend_until")?, officer, at)?)
    });
    match made.await? {
        Some(answer) => Ok(answer),
        None => form.clerk.view.go(&format!("/desk/cases/{}", path.1)),
    }
}

/// The items marked to be mended and not left out.
fn asked_for(fields: &Fields) -> impl Iterator<Item = Item> + '_ {
    fields.all(MARKED).filter(|code| !is_left_out(fields, code)).filter_map(Item::from_code)
}

/// Whether a remark has more characters than the note of a mark, from which it may come.
fn is_long(text: &str) -> bool {
    text.trim().chars().count() > LONGEST_NOTE
}

fn is_left_out(fields: &Fields, code: &str) -> bool {
    fields.all(LEFT_OUT).any(|left| left == code)
}

/// The reason picked, then what was written, for each item that has either. The sentence of a reason comes from the list,
/// never from the form.
fn remarks(fields: &Fields, listed: &[StandardReason], language: &str) -> Vec<Remark> {
    let every = super::review::every_item();
    every
        .filter(|item| !is_left_out(fields, &item.code()))
        .filter_map(|item| {
            let picked = fields.get(&format!("reason-{}", item.code()));
            let reason = listed.iter().find(|reason| reason.id == picked && reason.about.fits(item));
            let sentence = reason.map(|reason| reason.sentence(language)).unwrap_or_default();
            let typed = fields.get(&format!("remark-{}", item.code())).trim().to_owned();
            let text = [sentence, typed].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
            (!text.is_empty()).then(|| item.remark(text))
        })
        .collect()
}

fn filled(office: &Office, fields: &Fields) -> Filled {
    let fresh = !fields.has("revision") && !fields.has("switch");
    let body: Body = if fresh {
        let proposed = office.calendar().add_working_days(office.clock.today(), MENDING_WORKING_DAYS);
        proposed.ok().map(|day| ("mend_until".to_owned(), day.to_string().into())).into_iter().collect()
    } else {
        fields.answers(BOXES, &Body::new())
    };
    Filled::unchecked("desk-return", BOXES, body)
}

fn draw(Drawing { office, view, status, application, fields, mut about, .. }: Drawing<'_>) -> Outcome {
    let again = application.status == Status::Returned;
    if again {
        about.title = "desk-return-again-title";
    }
    let sent = about.denied.is_some();
    let today = office.clock.today();
    let found = review::review(application, today, &office.switches);
    let offered: Vec<Offered> = fields
        .all(OFFERED)
        .filter_map(|text| {
            let mut parts = text.splitn(3, '|').map(str::to_owned);
            Some(Offered { id: parts.next()?, about: parts.next()?, sentence: parts.next()? })
        })
        .collect();
    let asked: Vec<Item> = asked_for(fields).collect();
    let items: Vec<Line> = Item::of(application, today, &office.switches)
        .into_iter()
        .map(|item| {
            let code = item.code();
            let picked = fields.get(&format!("reason-{code}")).to_owned();
            let text = fields.get(&format!("remark-{code}")).to_owned();
            let fits = |one: &&Offered| {
                crate::desk::reasons::About::from_code(&one.about).is_some_and(|about| about.fits(item))
            };
            Line {
                label: item.label(),
                already: item.remarks(application).into_iter().map(str::to_owned).collect(),
                marked: fields.all(MARKED).any(|marked| marked == code),
                left_out: is_left_out(fields, &code),
                lacks: sent && asked.contains(&item) && picked.is_empty() && text.trim().is_empty(),
                is_long: sent && is_long(&text),
                text,
                reasons: offered
                    .iter()
                    .filter(fits)
                    .map(|one| (one.id.clone(), one.sentence.clone(), one.id == picked))
                    .collect(),
                findings: found.iter().filter(|finding| super::review::is_about(finding, item)).cloned().collect(),
                code,
            }
        })
        .collect();
    if sent {
        let mut wrong: Vec<Wrong> = items.iter().filter_map(|line| line.wrong_box(view)).collect();
        // Where no item lacks its words, it is that none has any.
        if wrong.is_empty() {
            wrong.extend(std::mem::take(&mut about.wrong).into_iter().filter(|one| one.at == "remarks"));
        }
        let wrong_day = day(fields, "mend_until").map_or_else(Some, |until| deficiency::wrong_day(until, today));
        wrong.extend(wrong_day.map(|denied| Wrong::at("mend_until", &denied)));
        about.wrong = wrong;
    }
    let (form, last) = (about.marks(filled(office, fields)), deficiency::last_day(today));
    view.page_with(status, &ReturnPage { about, items, form, last, again })
}
