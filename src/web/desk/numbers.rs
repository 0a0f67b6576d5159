//! Numbers for the head of a unit: intake, decisions, time to decide, what is late or grows old, refusals by ground.

use actix_web::HttpRequest;
use askama::Template;
use chrono::{Datelike, NaiveDate};

use super::chart::{self, Chart};
use super::keep_language;
use crate::desk::numbers::{self, Age, Line, Month, Numbers, first_day};
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::state::App;
use crate::web::visit::Clerk;

#[derive(Template)]
#[template(path = "desk/numbers.html")]
struct NumbersPage {
    /// Empty for all units.
    unit: String,
    since: NaiveDate,
    today: NaiveDate,
    months: Vec<Month>,
    units: Vec<(String, Line)>,
    routes: Vec<(String, Line)>,
    unaccepted: Vec<Age>,
    undecided: Vec<Age>,
    grounds: Vec<(String, i64)>,
    all: Line,
    intake: Chart,
    decisions: Chart,
    ages: Chart,
    terms: Chart,
}

fn unit_of(clerk: &Clerk) -> Option<String> {
    (!clerk.staff.sees_every_unit()).then(|| clerk.staff.unit.clone())
}

/// What is counted for this reader.
pub(super) async fn counted(office: &App, clerk: &Clerk) -> Outcome<numbers::Counted> {
    let (unit, since) = (unit_of(clerk), first_day(office.clock.today()));
    office.read(move |conn| crate::store::numbers::count(conn, unit.as_deref(), since)).await
}

/// The page. A supervisor sees the own unit, an auditor all units.
pub async fn show(_: HttpRequest, office: App, clerk: Clerk) -> Outcome {
    keep_language(&office, &clerk).await?;
    let unit = unit_of(&clerk);
    let today = office.clock.today();
    let since = first_day(today);
    let counted = counted(&office, &clerk).await?;
    let Numbers { months, units, routes, unaccepted, undecided, grounds, all } = numbers::numbers(&counted, today);
    let by_month = |parts: fn(&Month) -> Vec<(&'static str, i64)>| {
        chart::columns(months.iter().map(|month| (short(month.first), parts(month))).collect())
    };
    // Ages are named by their last day, what is overdue by its sign.
    let by_age = |ages: &[Age]| {
        let label = |age: &Age| match age.most {
            None => "…".to_owned(),
            Some(..0) => "< 0".to_owned(),
            Some(most) => format!("≤ {most}"),
        };
        chart::columns(ages.iter().map(|age| (label(age), vec![(age.code, age.count)])).collect())
    };
    clerk.view.page(&NumbersPage {
        unit: unit.unwrap_or_default(),
        since,
        today,
        intake: by_month(|month| vec![("filed", month.filed)]),
        decisions: by_month(|month| vec![("granted", month.pace.granted), ("refused", month.pace.refused)]),
        ages: by_age(&unaccepted),
        terms: by_age(&undecided),
        months,
        units: units.into_iter().collect(),
        routes: routes.into_iter().collect(),
        unaccepted,
        undecided,
        grounds,
        all,
    })
}

/// A month under a column: `06.26`.
fn short(first: NaiveDate) -> String {
    format!("{:02}.{:02}", first.month(), first.year() % 100)
}
