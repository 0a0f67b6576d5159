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
    /// Days within which half of the decisions of a month were made, and nine of ten.
    median: Chart,
    ninetieth: Chart,
    late: Chart,
    ages: Chart,
    terms: Chart,
}

/// The longest bar of a table, in the drawing's units.
const LONGEST_BAR: i64 = 72;

impl NumbersPage {
    /// How long the bar of a count is beside the most that was filed in one of the lines.
    fn bar(&self, count: &i64, of: &[(String, Line)]) -> i64 {
        bar(*count, of.iter().map(|(_, line)| line.filed).max())
    }
    /// The same of a ground of refusal.
    fn ground_bar(&self, count: &i64) -> i64 {
        bar(*count, self.grounds.iter().map(|(_, count)| *count).max())
    }
}

/// A count that is not nothing is seen.
fn bar(count: i64, most: Option<i64>) -> i64 {
    if count == 0 { 0 } else { (count * LONGEST_BAR / most.unwrap_or_default().max(count)).max(1) }
}

/// What is counted for this reader.
pub(super) async fn counted(office: &App, clerk: &Clerk) -> Outcome<numbers::Counted> {
    let (unit, since) = (clerk.staff.only_unit().map(str::to_owned), first_day(office.clock.today()));
    office.read(move |conn| crate::store::numbers::count(conn, unit.as_deref(), since)).await
}

/// The page. A supervisor sees the own unit, an auditor all units.
pub async fn show(_: HttpRequest, office: App, clerk: Clerk) -> Outcome {
    keep_language(&office, &clerk).await?;
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
        unit: clerk.staff.only_unit().unwrap_or_default().to_owned(),
        since,
        today,
        intake: by_month(|month| vec![("filed", month.filed)]),
        decisions: by_month(|month| vec![("granted", month.pace.granted), ("refused", month.pace.refused)]),
        median: by_month(|month| vec![("days", month.pace.median().unwrap_or_default())]),
        ninetieth: by_month(|month| vec![("days", month.pace.ninetieth().unwrap_or_default())]),
        late: by_month(|month| vec![("overdue", month.pace.late)]),
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
