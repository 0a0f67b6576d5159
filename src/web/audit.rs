//! The chain of events as administrator and auditor see it: its end, to be noted elsewhere, and what happened to the
//! office itself. What happened to cases stands with the cases.

use askama::Template;
use chrono::Duration;
use serde_json::Value;

use super::error::Outcome;
use super::filters;
use super::state::App;
use super::visit::Clerk;
use crate::application::trail::Head;
use crate::application::{Actor, Event};
use crate::store::{Conn, trail};
use crate::web::desk::keep_language;

/// So many events are shown.
const LATEST: i64 = 100;
/// So many of those who were not let in, apart: whoever guesses must not push all else off the page.
const LATEST_REFUSED: i64 = 30;
/// Of so many days, so that the page asks for no years of events.
const REFUSED_DAYS: i64 = 30;

#[derive(Template)]
#[template(path = "admin/trail.html")]
struct TrailPage {
    head: Head,
    events: Vec<Event>,
    /// Who tried to sign in and was not let in.
    refused: Vec<Event>,
}

impl TrailPage {
    /// Name and role's code of who did it; none when it was done on the server.
    fn who<'a>(&self, event: &'a Event) -> Option<(&'a str, &'a str)> {
        match &event.actor {
            Actor::Staff { name, role, .. } => Some((name, role)),
            Actor::Applicant | Actor::Invited | Actor::Portal | Actor::Console => None,
        }
    }
    /// The account that it is about.
    fn login(&self, event: &Event) -> String {
        let text = |name: &str| event.details.get(name).and_then(Value::as_str);
        // Who stands in, and for whom.
        [text("login"), text("absent")].into_iter().flatten().collect::<Vec<_>>().join(" → ")
    }
    /// Why somebody stands in.
    fn reason<'a>(&self, event: &'a Event) -> Option<&'a str> {
        event.details.get("reason").and_then(Value::as_str)
    }
    /// What was changed of an account: message ids.
    fn changed(&self, event: &Event) -> Vec<String> {
        let what = event.details.get("changed").and_then(Value::as_array);
        what.into_iter().flatten().filter_map(Value::as_str).map(|what| format!("admin-{what}")).collect()
    }
}

/// Shows the end of the chain.
pub async fn show(office: App, clerk: Clerk) -> Outcome {
    keep_language(&office, &clerk).await?;
    let since = office.clock.now() - Duration::days(REFUSED_DAYS);
    let gather = move |conn: &mut Conn| {
        let (head, events) = (trail::head(conn)?, trail::of_office(conn, LATEST)?);
        Ok(TrailPage { head, events, refused: trail::refused_sign_ins(conn, since, LATEST_REFUSED)? })
    };
    clerk.view.page(&office.read(gather).await?)
}
