//! The working-day calendar: a year is written down, its effect on open cases is shown, and then it is kept.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use askama::Template;
use chrono::Datelike;

use super::error::{Error, Outcome};
use super::filters;
use super::form::Fields;
use super::state::App;
use super::visit::{Clerk, ClerkForm};
use crate::desk::calendar::{Day, LONGEST_NOTE, Wrong, YearPlan};
use crate::desk::recount::{Effect, content};
use crate::law::calendar::DayKind;
use crate::store::calendar;
use crate::web::desk::keep_language;

/// So many cases are named on the page of the effect; all are counted.
const MOST: usize = 200;

#[derive(Template)]
#[template(path = "admin/calendar.html")]
struct EditPage {
    /// The years that are known.
    years: Vec<i32>,
    /// As typed.
    year: String,
    off: String,
    worked: String,
    /// The days of what was typed, with their weekdays; none while a line is wrong.
    days: Vec<Day>,
    /// The year that has to be entered next, if somebody will soon need it.
    missing: Option<i32>,
    /// Boxes and their lines that are wrong, and message id of what is.
    wrong: Vec<(&'static str, String, String)>,
    longest: i64,
    /// Whether the year was kept just now.
    kept: bool,
}

#[derive(Template)]
#[template(path = "admin/calendar_effect.html")]
struct EffectPage {
    plan: YearPlan,
    off: String,
    worked: String,
    /// The days of the plan.
    days: Vec<Day>,
    working_days: i64,
    off_days: i64,
    worked_days: i64,
    effects: Vec<Effect>,
    count: i64,
    /// Unit and how many of its cases move.
    units: Vec<(String, i64)>,
    more: bool,
    /// Cases whose hearing is on a day off, and how many there are.
    hearings: Vec<Effect>,
    hearings_count: i64,
    hash: String,
    /// Whether this is shown again, since something has changed after it was shown first.
    changed: bool,
}

impl EditPage {
    /// Message id of what is wrong with the year; empty where nothing is.
    fn wrong_year(&self) -> &str {
        self.wrong.iter().find(|(name, _, _)| *name == "year").map(|(_, _, what)| what.as_str()).unwrap_or_default()
    }
    /// Ids of what the summary says of a box, for those who hear the box alone.
    fn told(&self, name: &str) -> String {
        let of_it = (1..).zip(&self.wrong).filter(|(_, (known, _, _))| *known == name);
        of_it.map(|(at, _)| format!("wrong-{at}")).collect::<Vec<_>>().join(" ")
    }
}

/// The box in which a wrong line stands. A day that stands in both is mended in either.
fn box_of(line: &str, what: Wrong, off: &str) -> &'static str {
    match what {
        Wrong::Year => "year",
        Wrong::Weekday => "worked",
        Wrong::Empty => "off",
        Wrong::Date | Wrong::Twice | Wrong::Long if off.lines().any(|known| known.trim() == line) => "off",
        Wrong::Date | Wrong::Twice | Wrong::Long => "worked",
    }
}

/// The calendar. The address may name a year.
pub async fn show(req: HttpRequest, office: App, clerk: Clerk) -> Outcome {
    keep_language(&office, &clerk).await?;
    let asked = Fields::parse(req.query_string().as_bytes())?;
    let (known, notes) = office.read(|conn| Ok((calendar::load(conn)?, calendar::notes(conn)?))).await?;
    office.refresh_calendar().await?;
    let today = office.clock.today();
    let year = asked.get("year").parse().unwrap_or_else(|_| office.unknown_year().unwrap_or(today.year()));
    let plan = YearPlan::of(&known, year, &notes);
    let typed = (year.to_string(), plan.lines(DayKind::Off), plan.lines(DayKind::Worked));
    let kept = asked.get("kept") == "yes";
    edit(&office, &clerk, StatusCode::OK, typed, Vec::new(), kept).await
}

async fn edit(
    office: &App,
    clerk: &Clerk,
    status: StatusCode,
    (year, off, worked): (String, String, String),
    wrong: Vec<(&'static str, String, String)>,
    kept: bool,
) -> Outcome {
    let known = office.read(calendar::load).await?;
    let days = YearPlan::read(&year, &off, &worked).map(|plan| plan.days).unwrap_or_default();
    clerk.view.page_with(
        status,
        &EditPage {
            years: known.years().collect(),
            missing: office.unknown_year(),
            year,
            off,
            worked,
            days,
            wrong,
            longest: LONGEST_NOTE as i64,
            kept,
        },
    )
}

/// Shows what a year would do; or keeps it, when it comes from that page with the hash of what was shown.
pub async fn put(office: App, form: ClerkForm) -> Outcome {
    let ClerkForm { mut clerk, fields } = form;
    let typed = |name: &str| fields.get(name).replace('\r', "");
    let (year, off, worked) = (typed("year"), typed("off"), typed("worked"));
    if fields.has("switch") || fields.has("back") {
        return edit(&office, &clerk, StatusCode::OK, (year, off, worked), Vec::new(), false).await;
    }
    let plan = match YearPlan::read(&year, &off, &worked) {
        Ok(plan) => plan,
        Err(wrong) => {
            let told = |(line, what): (String, Wrong)| {
                (box_of(&line, what, &off), line, format!("calendar-wrong-{}", what.code()))
            };
            let wrong = wrong.into_iter().map(told).collect();
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return edit(&office, &clerk, status, (year, off, worked), wrong, false).await;
        }
    };
    if !fields.has("hash") {
        return effect(&office, &clerk, plan, false).await;
    }
    let (seen, officer, at) = (fields.get("hash").to_owned(), clerk.staff.actor(), office.clock.now());
    let asked = plan.clone();
    match office.write(move |conn| calendar::keep(conn, &asked, &seen, &officer, at)).await {
        Ok(effects) => {
            office.refresh_calendar().await?;
            let cases = effects.iter().filter(|effect| !effect.moves.is_empty()).count();
            tracing::info!(event = "calendar_changed", year = plan.year, cases, staff = %clerk.staff.id);
            clerk.view.is_saved(&office);
            clerk.view.go(&format!("/admin/calendar?year={}&kept=yes", plan.year))
        }
        Err(Error::Conflict) => effect(&office, &clerk, plan, true).await,
        Err(other) => Err(other),
    }
}

async fn effect(office: &App, clerk: &Clerk, plan: YearPlan, changed: bool) -> Outcome {
    let asked = plan.clone();
    let today = office.clock.today();
    let mut effects = office.read(move |conn| calendar::preview(conn, &asked, today)).await?;
    let hash = content(&plan, &effects);
    let mut hearings: Vec<Effect> = effects.iter().filter(|effect| effect.hearing_off.is_some()).cloned().collect();
    let hearings_count = hearings.len() as i64;
    hearings.truncate(MOST);
    effects.retain(|effect| !effect.moves.is_empty());
    let count = effects.len() as i64;
    let mut units = std::collections::BTreeMap::<String, i64>::new();
    effects.iter().for_each(|effect| *units.entry(effect.unit.clone()).or_default() += 1);
    let more = effects.len() > MOST;
    effects.truncate(MOST);
    let of = |kind| plan.days.iter().filter(|day| day.kind == kind).count() as i64;
    let page = EffectPage {
        off: plan.lines(DayKind::Off),
        worked: plan.lines(DayKind::Worked),
        days: plan.days.clone(),
        working_days: plan.working_days(),
        off_days: of(DayKind::Off),
        worked_days: of(DayKind::Worked),
        plan,
        effects,
        count,
        units: units.into_iter().collect(),
        more,
        hearings,
        hearings_count,
        hash,
        changed,
    };
    clerk.view.page_with(if changed { StatusCode::CONFLICT } else { StatusCode::OK }, &page)
}
