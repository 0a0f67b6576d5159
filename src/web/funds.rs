//! "Do I have enough?": how the least sum on the account is counted, and a sum in any currency by the rate that a person
//! types. Kept nowhere, and needed by nobody else.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use askama::Template;
use chrono::NaiveDate;

use super::error::Outcome;
use super::filled::Filled;
use super::filters;
use super::page::View;
use super::state::{App, Office};
use super::visit::AnyoneForm;
use crate::application::steps::Body;
use crate::law::money;
use crate::validation::{Field, Findings, Kind};

/// The boxes.
pub const BOXES: &[Field] = &[Field { name: "amount", kind: Kind::Text }, Field { name: "rate", kind: Kind::Text }];

#[derive(Template)]
#[template(path = "funds.html")]
struct FundsPage {
    form: Filled,
    today: NaiveDate,
    mci: Option<i64>,
    times: i64,
    floor: Option<i64>,
    /// The sum in tenge, and how much it lacks (0 when it is enough).
    sum: Option<(i64, i64)>,
}

/// The page.
pub async fn show(req: HttpRequest, office: App) -> Outcome {
    let form = Filled::unchecked("funds", BOXES, Body::new());
    View::of(&req).page(&page(&office, form, None))
}

/// Counts.
pub async fn count(office: App, form: AnyoneForm) -> Outcome {
    let AnyoneForm { view, fields } = form;
    let drawn = Filled::unchecked("funds", BOXES, fields.answers(BOXES, &Body::new()));
    if fields.has("switch") {
        return view.page(&page(&office, drawn, None));
    }
    let rate = Some(fields.get("rate")).filter(|rate| !rate.trim().is_empty()).unwrap_or("1");
    let (amount, rate) = (money::decimal(fields.get("amount")), money::decimal(rate));
    let sum = amount.zip(rate).and_then(|(amount, rate)| money::in_tenge(amount, rate));
    let mut found = Findings::of("funds");
    // Two good numbers without a sum are too large together.
    if amount.is_none() || (rate.is_some() && sum.is_none()) {
        found.add("amount", "sum");
    }
    if rate.is_none() {
        found.add("rate", "decimal");
    }
    let status = if found.stop() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    view.page_with(status, &page(&office, drawn.with(found), sum))
}

fn page(office: &Office, form: Filled, sum: Option<i64>) -> FundsPage {
    let today = office.clock.today();
    let floor = money::solvency_floor(today).ok();
    FundsPage {
        form,
        today,
        mci: money::mci(today).ok(),
        times: money::SOLVENCY_MCI,
        floor,
        sum: sum.zip(floor).map(|(sum, floor)| (sum, (floor - sum).max(0))),
    }
}
