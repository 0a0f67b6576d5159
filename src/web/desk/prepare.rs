//! Preparing a refusal: grounds that can be used against this person, reasons in their language, the days that follow.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::act::{About, Action, Drawing};
use crate::application::Move;
use crate::desk::decision;
use crate::law::terms;
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

const PREPARE: Action =
    Action { doing: Move::PrepareRefusal, path: "prepare-refusal", title: "desk-prepare-title", draw };

#[derive(Template)]
#[template(path = "desk/prepare.html")]
struct PreparePage {
    about: About,
    grounds: Vec<Ground>,
    reasons: String,
    /// Until when the person may object, and the first day of the act; none when the calendar does not know the year.
    days: Option<(NaiveDate, NaiveDate)>,
}

struct Ground {
    code: &'static str,
    /// Message id: fluent's ids have no dots.
    key: String,
    chosen: bool,
}

/// Asks for grounds and reasons.
pub async fn show(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    PREPARE.show(&office, &clerk, &path.1, &Fields::default()).await
}

/// Prepares the refusal.
pub async fn make(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let grounds: Vec<String> = form.fields.all("ground").map(str::to_owned).collect();
    let (reasons, calendar) = (form.fields.get("reasons").to_owned(), office.calendar);
    let made = PREPARE.make(&office, &form, &path.1, move |application, _, officer, at| {
        Ok(decision::prepare_refusal(application, grounds, &reasons, officer, at, &calendar)?)
    });
    match made.await? {
        Some(answer) => Ok(answer),
        None => form.clerk.view.go(&format!("/desk/cases/{}", path.1)),
    }
}

fn draw(Drawing { office, view, status, application, fields, about }: Drawing<'_>) -> Outcome {
    let today = office.clock.today();
    let grounds = decision::usable_grounds(application, office.clock.now())
        .into_iter()
        .map(|code| Ground {
            code,
            key: format!("ground-{}", code.replace('.', "-")),
            chosen: fields.all("ground").any(|chosen| chosen == code),
        })
        .collect();
    let objection = terms::objection_until(today, &office.calendar).ok();
    let days = objection.zip(terms::earliest_refusal(today, &office.calendar).ok());
    view.page_with(status, &PreparePage { about, grounds, reasons: fields.get("reasons").to_owned(), days })
}
