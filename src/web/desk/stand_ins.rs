//! Who stands in for whom: arranged by a supervisor for the own unit, by an administrator for all.

use actix_web::http::StatusCode;
use askama::Template;
use chrono::NaiveDate;

use super::keep_language;
use crate::application::steps::Body;
use crate::desk::Duty;
use crate::desk::stand_in::{LONGEST_REASON, Unfit, check};
use crate::people::{Role, Staff};
use crate::store::stand_ins::{self, StandIn};
use crate::store::{Conn, StoreError, Stored, staff};
use crate::validation::{Answer, Field, Kind};
use crate::web::error::Outcome;
use crate::web::filled::Filled;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

/// The box that the field macros draw; its label is `stand-in-until`.
pub const BOXES: &[Field] = &[Field { name: "until", kind: Kind::Date }];

#[derive(Template)]
#[template(path = "admin/stand_ins.html")]
struct StandInsPage {
    standing: Vec<StandIn>,
    /// Who may be away or stand in.
    people: Vec<Staff>,
    /// Whether several units are shown.
    all_units: bool,
    absent: String,
    deputy: String,
    form: Filled,
    reason: String,
    longest: usize,
    /// The boxes where something is to be mended, each with the message id of what.
    wrong: Vec<(&'static str, String)>,
}

impl StandInsPage {
    /// Message id of what is wrong with a box; empty where nothing is.
    fn error_at(&self, id: &str) -> &str {
        self.wrong.iter().find(|(at, _)| *at == id).map(|(_, why)| why.as_str()).unwrap_or_default()
    }
}

/// The box where it is to be mended.
fn box_of(unfit: Unfit) -> &'static str {
    match unfit {
        Unfit::NoAbsent => "absent",
        Unfit::NoDeputy | Unfit::People | Unfit::Unit | Unfit::Role => "deputy",
        Unfit::Lower | Unfit::Yourself | Unfit::Same => "deputy",
        Unfit::Day => "until",
        Unfit::Reason => "reason",
    }
}

/// The unit that is arranged; none for all.
fn unit_of(by: &Staff) -> Option<String> {
    (by.role != Role::Admin && !by.sees_every_unit()).then(|| by.unit.clone())
}

/// Shows who stands in, and the form.
pub async fn show(office: App, clerk: Clerk) -> Outcome {
    keep_language(&office, &clerk).await?;
    draw(&office, &clerk, &Fields::default(), Vec::new()).await
}

async fn draw(office: &App, clerk: &Clerk, fields: &Fields, unfit: Vec<Unfit>) -> Outcome {
    let (unit, today) = (unit_of(&clerk.staff), office.clock.today());
    let (asked, all_units) = (unit.clone(), unit.is_none());
    let (standing, everybody) =
        office.read(move |conn| Ok((stand_ins::standing(conn, asked.as_deref(), today)?, staff::list(conn)?))).await?;
    let of_unit = |one: &Staff| unit.as_ref().is_none_or(|unit| *unit == one.unit);
    let mut people: Vec<Staff> =
        everybody.into_iter().filter(|one| one.enabled && one.role.may(Duty::Return) && of_unit(one)).collect();
    clerk.view.alphabet().sort_by(&mut people, |one| &one.name);
    people.sort_by(|one, other| one.unit.cmp(&other.unit));
    let wrong: Vec<(&'static str, String)> =
        unfit.into_iter().map(|unfit| (box_of(unfit), format!("stand-in-{}", unfit.code()))).collect();
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = Filled::unchecked("stand-in", BOXES, fields.answers(BOXES, &Body::new()));
    let page = StandInsPage {
        standing,
        people,
        all_units,
        absent: fields.get("absent").to_owned(),
        deputy: fields.get("deputy").to_owned(),
        form: wrong.iter().fold(form, |form, (at, why)| form.denied(Some(*at), Some(why.as_str()))),
        reason: fields.get("reason").to_owned(),
        longest: LONGEST_REASON,
        wrong,
    };
    clerk.view.page_with(status, &page)
}

/// Arranges it, or ends it before its day.
pub async fn put(office: App, form: ClerkForm) -> Outcome {
    let ClerkForm { mut clerk, fields } = form;
    if fields.has("switch") {
        return draw(&office, &clerk, &fields, Vec::new()).await;
    }
    let (by, now, today) = (clerk.staff.clone(), office.clock.now(), office.clock.today());
    if fields.has("end") {
        let id = fields.get("end").to_owned();
        office.write(move |conn| stand_ins::end(conn, &id, &by, now)).await?;
        clerk.view.is_saved(&office);
        return clerk.view.go("/admin/stand-ins");
    }
    let (absent, deputy) = (fields.get("absent").to_owned(), fields.get("deputy").to_owned());
    let (absent, deputy) = office.read(move |conn| Ok((known(conn, &absent)?, known(conn, &deputy)?))).await?;
    let until = Answer::<NaiveDate>::read(&fields.date_text("until")).given().copied();
    let reason = fields.get("reason").to_owned();
    let checked = check((absent.as_ref(), deputy.as_ref()), &by, until, &reason, today);
    match (checked, absent.zip(deputy)) {
        (Ok(until), Some((absent, deputy))) => {
            office.write(move |conn| stand_ins::appoint(conn, (&absent, &deputy), (until, &reason), &by, now)).await?;
            tracing::info!(event = "stand_in_made", by = %clerk.staff.id);
            clerk.view.is_saved(&office);
            clerk.view.go("/admin/stand-ins")
        }
        (checked, _) => draw(&office, &clerk, &fields, checked.err().unwrap_or_default()).await,
    }
}

/// The colleague of a box; nobody where nobody was chosen.
fn known(conn: &mut Conn, id: &str) -> Stored<Option<Staff>> {
    match staff::by_id(conn, id) {
        Err(StoreError::NotFound) => Ok(None),
        other => other.map(Some),
    }
}
