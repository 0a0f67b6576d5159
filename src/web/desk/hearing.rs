//! The hearing that the applicant asked for: when and where, then how it went and what was said.

use actix_web::web;
use askama::Template;
use chrono::{NaiveDate, NaiveTime};

use super::act::{About, Action, Drawing};
use super::approvals::day;
use super::confirm::back;
use crate::application::refusal::{Hearing, Outcome as Went};
use crate::application::steps::Body;
use crate::application::{Application, Denied, Move};
use crate::desk::hearing::{self, Appointment};
use crate::law::terms;
use crate::store::{calendar, hearings};
use crate::validation::{Field, Kind};
use crate::web::error::Outcome;
use crate::web::filled::Filled;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::state::{App, Office};
use crate::web::visit::{Clerk, ClerkForm};

const APPOINT: Action = Action { doing: Move::Hear, path: "hearing", title: "desk-appoint-title", draw: draw_appoint };
const RECORD: Action = Action { doing: Move::Hear, path: "minutes", title: "desk-minutes-title", draw: draw_record };

/// The boxes of the appointment; their labels are `desk-hearing-…`.
pub const BOXES: &[Field] = &[
    Field { name: "on", kind: Kind::Date },
    Field { name: "time", kind: Kind::Text },
    Field { name: "place", kind: Kind::Text },
];

#[derive(Template)]
#[template(path = "desk/appoint.html")]
struct AppointPage {
    about: About,
    form: Filled,
    /// Whether a hearing waits to be appointed.
    waits: bool,
    /// Whether a day is set already, and moved.
    moves: bool,
    /// The last day for it.
    last: Option<NaiveDate>,
    /// When the office opens and closes.
    hours: [String; 2],
    /// What is asked once more before it is appointed, and whether that is ticked: of a hearing today, and of one at the
    /// same time as another.
    asked: Vec<(&'static str, bool)>,
}

#[derive(Template)]
#[template(path = "desk/minutes.html")]
struct MinutesPage<'a> {
    about: About,
    hearing: Option<&'a Hearing>,
    /// Whether it is still to come: then there is nothing to write down.
    early: bool,
    outcome: String,
    text: String,
    /// Until when the minutes are to be signed, and whether that day is over.
    minutes_due: Option<(NaiveDate, bool)>,
    /// Until when the person may remark on minutes that are written today.
    remarks_until: Option<NaiveDate>,
}

/// Asks when and where.
pub async fn appoint_page(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    APPOINT.show(&office, &clerk, &path.1, &Fields::default()).await
}

/// Appoints the hearing.
pub async fn appoint(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let fields = form.fields.clone();
    let made = APPOINT.make(&office, &form, &path.1, move |application, conn, officer, at| {
        let (on, time) = (day(&fields, "on")?, time(&fields)?);
        let (place, agreed) = (fields.get("place").to_owned(), fields.has("agreed"));
        let appointment = Appointment { on, time, place, agreed };
        let others = hearings::on(conn, application.unit().unwrap_or_default(), on, &application.id)?;
        let is_beside = others.iter().any(|other| hearing::is_beside(&appointment, &officer, other));
        let event = hearing::appoint(application, appointment, officer, at, &calendar::load(conn)?)?;
        // After all that makes it impossible: this is only asked.
        match (is_beside, fields.has("together")) {
            (true, false) => Err(Denied::HearingBeside.into()),
            (true, true) => Ok(event.with("together", true)),
            (false, _) => Ok(event),
        }
    });
    back(made.await?, &form, &path.1)
}

/// The time of day, with whatever sign between hours and minutes.
fn time(fields: &Fields) -> Result<NaiveTime, Denied> {
    let typed = fields.get("time").trim().replace(['.', '-'], ":");
    NaiveTime::parse_from_str(&typed, "%H:%M").map_err(|_| Denied::BadTime)
}

/// What is wrong with each box of the appointment, in the order of the page.
fn wrong_boxes(office: &Office, application: &Application, fields: &Fields) -> [(&'static str, Option<Denied>); 5] {
    let today = office.clock.today();
    let last = hearing::last_day(application, today);
    let wrong_day = |on| hearing::wrong_day(on, today, last, &office.calendar());
    [
        ("on", day(fields, "on").map_or_else(Some, wrong_day)),
        ("time", time(fields).map_or_else(Some, hearing::wrong_time)),
        ("place", hearing::wrong_place(fields.get("place"))),
        ("agreed", None),
        ("together", None),
    ]
}

/// What was typed; on a fresh page, what is set, or else the second working day from now at ten.
fn filled(office: &Office, fields: &Fields, set: Option<&Hearing>) -> Filled {
    const AHEAD: u32 = 2;
    let fresh = !fields.has("revision") && !fields.has("switch");
    let body: Body = if let (true, Some(Hearing { on, time, place, .. })) = (fresh, set) {
        let set = [("on", on.to_string()), ("time", time.format("%H:%M").to_string()), ("place", place.clone())];
        set.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect()
    } else if fresh {
        let proposed = office.calendar().add_working_days(office.clock.today(), AHEAD);
        let day = proposed.ok().map(|day| ("on".to_owned(), day.to_string().into()));
        day.into_iter().chain([("time".to_owned(), "10:00".into())]).collect()
    } else {
        fields.answers(BOXES, &Body::new())
    };
    Filled::unchecked("desk-hearing", BOXES, body)
}

fn draw_appoint(Drawing { office, view, status, application, fields, mut about, .. }: Drawing<'_>) -> Outcome {
    let prepared = application.office.prepared_refusal.as_ref();
    let waits = prepared.is_some_and(|prepared| prepared.hearing_waits());
    let set = prepared.and_then(|prepared| prepared.hearing.as_ref()).filter(|_| waits);
    if set.is_some() {
        about.title = "desk-move-title";
    }
    about.tells_all(wrong_boxes(office, application, fields));
    let (form, moves) = (about.marks(filled(office, fields, set)), set.is_some());
    let last = hearing::last_day(application, office.clock.today());
    let hours = [crate::clock::OPENS, crate::clock::CLOSES].map(|time| time.format("%-H:%M").to_string());
    let asked = ["agreed", "together"].map(|name| (name, fields.has(name)));
    let asked = asked.into_iter().filter(|(name, ticked)| *ticked || !about.error_at(name).is_empty()).collect();
    view.page_with(status, &AppointPage { about, form, waits, moves, last, hours, asked })
}

/// Asks how the hearing went.
pub async fn record_page(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    RECORD.show(&office, &clerk, &path.1, &Fields::default()).await
}

/// Writes the minutes into the case.
pub async fn record(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let fields = form.fields.clone();
    let made = RECORD.make(&office, &form, &path.1, move |application, conn, officer, at| {
        let outcome = Went::from_code(fields.get("outcome")).ok_or(Denied::NothingNamed)?;
        Ok(hearing::record(application, outcome, fields.get("text"), officer, at, &calendar::load(conn)?)?)
    });
    back(made.await?, &form, &path.1)
}

fn draw_record(Drawing { office, view, status, application, fields, mut about, .. }: Drawing<'_>) -> Outcome {
    let outcome = Went::from_code(fields.get("outcome"));
    let text = hearing::wrong_minutes(outcome, fields.get("text"));
    about.tells_all([("outcome", outcome.is_none().then_some(Denied::NothingNamed)), ("text", text)]);
    let set = application.office.prepared_refusal.as_ref().and_then(|prepared| prepared.hearing.as_ref());
    let page = MinutesPage {
        about,
        minutes_due: hearing::minutes_due(application, office.clock.today(), &office.calendar()),
        early: set.is_some_and(|hearing| !hearing.has_begun(&crate::clock::civil(office.clock.now()))),
        hearing: set.filter(|hearing| hearing.minutes.is_none()),
        outcome: fields.get("outcome").to_owned(),
        text: fields.get("text").to_owned(),
        remarks_until: terms::remarks_until(office.clock.today(), &office.calendar()).ok(),
    };
    view.page_with(status, &page)
}
