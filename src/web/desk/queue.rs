//! What waits: the queue of the unit, by state and by search. One filter makes both the list and its count.

use actix_web::HttpRequest;
use askama::Template;
use chrono::NaiveDate;

use super::keep_language;
use crate::application::Status;
use crate::desk::queue::{Case, Filter, PER_PAGE};
use crate::people::Staff;
use crate::store::queue;
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::page::View;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

#[derive(Template)]
#[template(path = "desk/queue.html")]
struct QueuePage {
    rows: Vec<Row>,
    /// An auditor sees the cases of every unit, and of which.
    all_units: bool,
    unit: String,
    tabs: Vec<Tab>,
    /// A year whose working days will be needed soon and are not known.
    unknown_year: Option<i32>,
    /// Cases in all states.
    everything: i64,
    found: i64,
    /// The state shown; empty for all.
    status: &'static str,
    /// From 1.
    nth: i64,
    pages: i64,
    /// What was searched for; none in the plain queue.
    searched: Option<String>,
}

struct Row {
    case: Case,
    filed_on: Option<NaiveDate>,
    left: Option<i64>,
}

struct Tab {
    status: &'static str,
    count: i64,
}

impl Row {
    /// Days beyond the term.
    fn late(&self) -> i64 {
        self.left.map_or(0, |left| -left)
    }
}

/// The queue.
pub async fn show(req: HttpRequest, office: App, clerk: Clerk) -> Outcome {
    keep_language(&office, &clerk).await?;
    let asked = Fields::parse(req.query_string().as_bytes())?;
    let mut filter = filter_of(&clerk.staff, &asked);
    filter.status = Status::from_code(asked.get("status")).filter(|status| *status != Status::Draft);
    draw(&office, &clerk.view, filter, None).await
}

/// Nothing to search for: the address of the search was opened by hand.
pub async fn search_page(clerk: Clerk) -> Outcome {
    clerk.view.go("/desk")
}

/// Searches. A name or a passport number is personal data, so it comes as a form and never stands in an address.
pub async fn search(office: App, form: ClerkForm) -> Outcome {
    let text = form.fields.get("words").trim().to_owned();
    let mut filter = filter_of(&form.clerk.staff, &form.fields);
    filter.search(&text);
    if filter.words.iter().all(String::is_empty) {
        return form.clerk.view.go("/desk");
    }
    draw(&office, &form.clerk.view, filter, Some(text)).await
}

fn filter_of(staff: &Staff, asked: &Fields) -> Filter {
    let page: i64 = asked.get("page").parse().unwrap_or(1);
    Filter {
        unit: (!staff.sees_every_unit()).then(|| staff.unit.clone()),
        page: page.clamp(1, 1_000_000) - 1,
        ..Filter::default()
    }
}

async fn draw(office: &App, view: &View, filter: Filter, searched: Option<String>) -> Outcome {
    let asked = filter.clone();
    let (cases, found, counts) = office
        .read(move |conn| {
            let counts = queue::count_by_status(conn, asked.unit.as_deref())?;
            Ok((queue::list(conn, &asked)?, queue::count(conn, &asked)?, counts))
        })
        .await?;
    let today = office.clock.today();
    let rows = cases
        .into_iter()
        .map(|case| Row {
            filed_on: case.submitted_at.map(|at| crate::clock::civil(at).date()),
            left: case.days_left(today),
            case,
        })
        .collect();
    let count_of = |status| counts.iter().find(|(known, _)| *known == status).map_or(0, |(_, count)| *count);
    let tabs = Status::ALL
        .iter()
        .map(|status| Tab { status: status.code(), count: count_of(*status) })
        .filter(|tab| tab.count > 0 || filter.status.is_some_and(|status| status.code() == tab.status))
        .collect();
    view.page(&QueuePage {
        rows,
        all_units: filter.unit.is_none(),
        unit: filter.unit.unwrap_or_default(),
        tabs,
        unknown_year: office.unknown_year(),
        everything: counts.iter().map(|(_, count)| count).sum(),
        found,
        status: filter.status.map_or("", Status::code),
        nth: filter.page + 1,
        pages: (found + PER_PAGE - 1) / PER_PAGE,
        searched,
    })
}
