//! Many cases given to a clerk at once. What was ticked in the queue, or all that its filter matches, is listed with whoever
//! has it; then each case goes or stays, and the answer says of each which.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::{DateTime, Utc};

use super::assign_list::{Picked, from_filter, from_ids};
use super::queue_row::Row;
use crate::desk::bulk::{Giving, MOST, Stays};
use crate::desk::claim::{Claim, LONGEST_REASON};
use crate::desk::queue::{Case, Counted, Filter};
use crate::people::Staff;
use crate::store::{bulk, queue, stand_ins};
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::page::View;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

#[derive(Template)]
#[template(path = "desk/assign.html")]
struct AssignPage {
    /// What can be given.
    rows: Vec<Row>,
    /// How many of it colleagues are working on.
    held: usize,
    /// What is finished.
    finished: Vec<Row>,
    /// How many are no longer seen.
    gone: usize,
    /// Whether there are more than are given at once.
    more: bool,
    /// To whom, with how many open cases they have.
    colleagues: Vec<(Staff, Counted)>,
    /// Whether clerks of several units can be chosen.
    all_units: bool,
    chosen: String,
    reason: String,
    problem: Option<&'static str>,
    /// Microseconds since 1970: when the list was drawn.
    as_of: i64,
    /// The filter of the queue, as it stands in an address.
    back: String,
    longest: usize,
}

impl AssignPage {
    fn most(&self) -> usize {
        MOST
    }
    /// The box in which the problem is to be mended.
    fn mend_at(&self) -> Option<&'static str> {
        match self.problem? {
            "assign-to-missing" => Some("to"),
            "assign-reason-missing" => Some("reason"),
            _ => None,
        }
    }
    /// What is missing in this box; nothing where all is well.
    fn missing(&self, field: &str) -> &'static str {
        self.problem.filter(|_| self.mend_at() == Some(field)).unwrap_or_default()
    }
}

/// All that a filter matches.
pub async fn show(req: HttpRequest, office: App, clerk: Clerk) -> Outcome {
    let fields = Fields::parse(req.query_string().as_bytes())?;
    let filter = Filter::read(|name| fields.get(name));
    let (staff, today) = (clerk.staff.clone(), office.clock.today());
    let (picked, back) = office.read(move |conn| from_filter(conn, &staff, today, filter)).await?;
    draw(&office, &clerk, picked, back, &Fields::default(), None)
}

fn draw(
    office: &App,
    clerk: &Clerk,
    picked: Picked,
    back: String,
    fields: &Fields,
    problem: Option<&'static str>,
) -> Outcome {
    let now = office.clock.now();
    let mut colleagues = picked.colleagues;
    clerk.view.alphabet().sort_by(&mut colleagues, |(one, _)| &one.name);
    let row = |case| Row::of(case, &clerk.staff, clerk.view.language, now);
    let (finished, open): (Vec<_>, Vec<_>) = picked.cases.into_iter().partition(|case| case.status().is_final());
    let stops = |case: &&Case| case.claim.as_ref().is_some_and(|claim| claim.stops(&clerk.staff, now));
    // Where nothing is left to give, there is no box to mend.
    let problem = problem.filter(|_| !open.is_empty());
    let page = AssignPage {
        held: open.iter().filter(stops).count(),
        rows: open.into_iter().map(row).collect(),
        finished: finished.into_iter().map(row).collect(),
        gone: picked.gone,
        more: picked.more,
        colleagues,
        all_units: clerk.staff.sees_every_unit(),
        chosen: fields.get("to").to_owned(),
        reason: fields.get("reason").to_owned(),
        problem,
        as_of: now.timestamp_micros(),
        back,
        longest: LONGEST_REASON,
    };
    let wrong = problem.is_some() || page.rows.is_empty();
    clerk.view.page_with(if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

/// Lists what was ticked; gives it, once it is said to whom.
pub async fn make(office: App, form: ClerkForm) -> Outcome {
    let ClerkForm { clerk, fields } = form;
    let mut ids: Vec<String> = fields.all("case").map(str::to_owned).collect();
    let mut known = BTreeSet::new();
    ids.retain(|id| known.insert(id.clone()));
    let back = Fields::parse(fields.get("back").as_bytes())?;
    let back = Filter::read(|name| back.get(name)).query();
    let (staff, wanted) = (clerk.staff.clone(), ids.clone());
    let picked = office.read(move |conn| from_ids(conn, &staff, &wanted)).await?;
    let seen = fields.get("as_of").parse().ok().and_then(DateTime::from_timestamp_micros);
    let (Some(seen), false) = (seen, fields.has("switch")) else {
        return draw(&office, &clerk, picked, back, &fields, None);
    };
    let Some((to, _)) = picked.colleagues.iter().find(|(one, _)| one.id == fields.get("to")) else {
        return draw(&office, &clerk, picked, back, &fields, Some("assign-to-missing"));
    };
    let (now, by, mut to) = (office.clock.now(), clerk.staff.clone(), to.clone());
    let reason = fields.get("reason").trim().to_owned();
    let stops = |claim: &Claim| claim.stops(&by, now) && claim.clerk_id != to.id && claim.since <= seen;
    if reason.is_empty() && picked.cases.iter().any(|case| case.claim.as_ref().is_some_and(stops)) {
        return draw(&office, &clerk, picked, back, &fields, Some("assign-reason-missing"));
    }
    ids.truncate(MOST);
    let (db, today, name) = (office.db.clone(), office.clock.today(), to.name.clone());
    let given = web::block(move || {
        to.lent = db.read(|conn| stand_ins::lent_to(conn, &to.id, today))?;
        let outcomes = bulk::assign_each(&db, &ids, &Giving { to, by, reason, seen, now });
        let cases = db.read(|conn| queue::cases(conn, &ids))?;
        Ok::<_, crate::store::StoreError>((outcomes, cases))
    });
    let (outcomes, cases) = given.await.map_err(|_| Error::Unavailable)??;
    tell(&clerk, name, outcomes, cases, back, now)
}

#[derive(Template)]
#[template(path = "desk/assigned.html")]
struct AssignedPage {
    to: String,
    given: Vec<Row>,
    stays: Vec<(Row, Stays)>,
    /// How many are no longer seen: nothing more is told of them.
    gone: usize,
    back: String,
}

/// Says of each case whether it went.
fn tell(
    clerk: &Clerk,
    to: String,
    outcomes: Vec<(String, Option<Stays>)>,
    cases: Vec<Case>,
    back: String,
    now: DateTime<Utc>,
) -> Outcome {
    let seen = cases.into_iter().filter(|case| clerk.staff.sees(case.facets.unit.as_deref()));
    let mut page = AssignedPage { to, given: Vec::new(), stays: Vec::new(), gone: 0, back };
    let total = outcomes.len();
    let outcomes: BTreeMap<String, Option<Stays>> = outcomes.into_iter().collect();
    for case in seen {
        let outcome = outcomes.get(case.id()).copied();
        let row = Row::of(case, &clerk.staff, clerk.view.language, now);
        match outcome {
            Some(None) => page.given.push(row),
            Some(Some(stays)) if stays != Stays::Gone => page.stays.push((row, stays)),
            _ => {}
        }
    }
    page.gone = total - page.given.len() - page.stays.len();
    tracing::info!(event = "cases_assigned", count = page.given.len(), of = total, staff = %clerk.staff.id);
    // Language links lead to the queue: what was done is not done again.
    let query = if page.back.is_empty() { String::new() } else { format!("?{}", page.back) };
    let view = View { here: format!("/desk{query}"), ..clerk.view.clone() };
    let status = if page.given.is_empty() { StatusCode::CONFLICT } else { StatusCode::OK };
    view.page_with(status, &page)
}
