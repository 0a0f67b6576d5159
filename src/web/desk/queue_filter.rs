//! The filter of the queue: its page, its search, and the filters that are kept under a name. A name or a passport number
//! is personal data: it comes as a form, stays with the office, and only its id stands in an address.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::NaiveDate;

use super::queue::{self, Asked};
use crate::application::steps::Body;
use crate::application::{Status, lists};
use crate::desk::Duty;
use crate::desk::queue::{Citizenship, Filter, List, Search, Turn, Viewer, Whose};
use crate::law::Route;
use crate::law::facts::Ground;
use crate::people::Staff;
use crate::store::queue::kept;
use crate::store::{Conn, holders};
use crate::validation::{Field, Kind};
use crate::web::error::Outcome;
use crate::web::filled::Filled;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

/// The longest name of a kept filter, in characters.
const LONGEST_NAME: usize = 60;
/// Nobody searches for more characters.
const LONGEST_SEARCH: usize = 200;
/// The room that the bar on top marks: the filter and what answers its forms belong to the queue, whatever their address.
const ROOM: &str = "/desk";

/// The boxes for days of filing.
const FILED: &[Field] = &[Field { name: "filed_from", kind: Kind::Date }, Field { name: "filed_to", kind: Kind::Date }];

/// A part of the filter in words.
pub struct Chip {
    /// Message id of what it is.
    pub label: &'static str,
    /// Message id of its value; the value itself when it is a number or was typed.
    pub value: Said,
    /// The filter without it, as it stands in an address.
    pub without: String,
}

/// A value in words.
pub enum Said {
    /// A message id.
    Key(String),
    /// A text.
    Text(String),
    /// A day.
    Day(NaiveDate),
}

/// What a filter says, part by part.
pub fn chips(filter: &Filter, searched: &str, clerk: &str) -> Vec<Chip> {
    let mut chips = Vec::new();
    let mut add = |label, value: Option<Said>, drop: fn(&mut Filter)| {
        let mut without = filter.clone();
        drop(&mut without);
        chips.extend(value.map(|value| Chip { label, value, without: without.query() }));
    };
    let key = |prefix: &str, code: &str| Said::Key(format!("{prefix}-{code}"));
    let number = |days: i64| Said::Text(days.to_string());
    let named = |text: &str| match text {
        "" => Said::Key("queue-filter-none".to_owned()),
        known => Said::Text(known.to_owned()),
    };
    add("desk-search", filter.search.as_ref().map(|_| named(searched)), |one| one.search = None);
    add("queue-lists", filter.list.map(|list| key("queue-list", list.code())), |one| one.list = None);
    add("desk-state", filter.status.map(|status| key("status", status.code())), |one| one.status = None);
    add("desk-route", filter.route.map(|route| key("route", route.code())), |one| one.route = None);
    add("queue-left-from", filter.left_from.map(number), |one| one.left_from = None);
    add("queue-left-to", filter.left_to.map(number), |one| one.left_to = None);
    add("queue-filed_from", filter.filed_from.map(Said::Day), |one| one.filed_from = None);
    add("queue-filed_to", filter.filed_to.map(Said::Day), |one| one.filed_to = None);
    let whose = filter.clerk.as_ref().map(|whose| match whose {
        Whose::Of(_) => named(clerk),
        code => key("queue-clerk", code.code()),
    });
    add("queue-clerk", whose, |one| one.clerk = None);
    add("queue-ground", filter.ground.map(|ground| key("legal-ground", ground.code())), |one| one.ground = None);
    let citizenship = filter.citizenship.map(|citizenship| match citizenship {
        Citizenship::Of(country) => key("country", &country.to_string()),
        Citizenship::Stateless => Said::Key("queue-stateless".to_owned()),
    });
    add("queue-citizenship", citizenship, |one| one.citizenship = None);
    add("desk-unit", filter.unit.as_ref().map(|unit| key("region", unit)), |one| one.unit = None);
    chips
}

#[derive(Template)]
#[template(path = "desk/queue_filter.html")]
struct FilterPage {
    filter: Filter,
    searched: String,
    /// Whether a unit can be chosen.
    all_units: bool,
    /// Whose cases can be asked for; none: only the reader's own and nobody's, since a unit is to be chosen first.
    clerks: Vec<Staff>,
    /// Whether cases can be the reader's own.
    works: bool,
    own: String,
    /// The boxes for days of filing.
    filed: Filled,
    /// What was typed as days to the end of the term.
    left: (String, String),
    /// Boxes that are to be mended, with the message id of what is wrong.
    wrong: Wrong,
}

/// Boxes that are to be mended, with the message id of what is wrong.
type Wrong = Vec<(&'static str, &'static str)>;

impl FilterPage {
    fn states(&self) -> impl Iterator<Item = Status> {
        crate::store::queue::states()
    }
    /// Whether the filter has this value.
    fn has(&self, name: &str, code: &str) -> bool {
        self.filter.fields().iter().any(|(known, value)| *known == name && value == code)
    }
    /// Whether clerks can be told apart: in a unit with one clerk there is nothing to choose.
    fn asks_for_clerk(&self) -> bool {
        self.all_units || self.clerks.len() > 1 || self.filter.clerk.is_some()
    }
    /// Message id of what is wrong with a box; empty where nothing is.
    fn error(&self, name: &str) -> &'static str {
        self.wrong.iter().find(|(known, _)| *known == name).map(|(_, key)| *key).unwrap_or_default()
    }
}

/// The form of the filter as it came: what cannot be read, and stretches that end before they begin.
fn wrong(fields: &Fields, filter: &Filter) -> Wrong {
    let mut wrong: Wrong = Vec::new();
    for (name, read) in [("left_from", filter.left_from), ("left_to", filter.left_to)] {
        wrong.extend((read.is_none() && !fields.get(name).trim().is_empty()).then_some((name, "error-number")));
    }
    for (name, read) in [("filed_from", filter.filed_from), ("filed_to", filter.filed_to)] {
        wrong.extend((read.is_none() && !fields.date_text(name).trim().is_empty()).then_some((name, "error-date")));
    }
    wrong.extend(filter.contradiction().map(|name| (name, "queue-filter-range")));
    wrong
}

/// The filter of a form, where a day stands in three boxes.
fn typed(fields: &Fields) -> Filter {
    let (from, to) = (fields.date_text("filed_from"), fields.date_text("filed_to"));
    let filter = Filter::read(|name| match name {
        "filed_from" => from.as_str(),
        "filed_to" => to.as_str(),
        other => fields.get(other),
    });
    Filter { search: None, ..filter }
}

/// The page of the filter.
pub async fn show(req: HttpRequest, office: App, mut clerk: Clerk) -> Outcome {
    clerk.view.here = ROOM.to_owned();
    let fields = Fields::parse(req.query_string().as_bytes())?;
    let filter = Filter::read(|name| fields.get(name));
    draw(&office, &clerk, filter, &fields, Vec::new()).await
}

async fn draw(office: &App, clerk: &Clerk, filter: Filter, fields: &Fields, wrong: Wrong) -> Outcome {
    let (staff, today) = (clerk.staff.clone(), office.clock.today());
    let all_units = Viewer::of(&clerk.staff, today).unit.is_none();
    let gather = move |conn: &mut Conn| {
        let asked = Asked::read(conn, &staff, today, filter)?;
        let clerks = asked.wanted.unit.as_ref().map(|unit| holders::clerks(conn, unit));
        Ok((clerks.transpose()?.unwrap_or_default(), asked))
    };
    let (mut clerks, asked) = office.read(gather).await?;
    clerk.view.alphabet().sort_by(&mut clerks, |one| &one.name);
    let mut filed = Filled::unchecked("queue", FILED, fields.answers(FILED, &Body::new()));
    for (at, why) in &wrong {
        filed = filed.denied(Some(*at), Some(*why));
    }
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let typed = |name| fields.get(name).trim().to_owned();
    let page = FilterPage {
        filter: asked.filter,
        searched: if fields.has("words") { typed("words") } else { asked.searched },
        all_units,
        clerks,
        works: clerk.staff.may(Duty::Return),
        own: clerk.staff.id.clone(),
        filed,
        left: (typed("left_from"), typed("left_to")),
        wrong,
    };
    clerk.view.page_with(status, &page)
}

/// Nothing to search for: the address of the search was opened by hand.
pub async fn search_page(clerk: Clerk) -> Outcome {
    clerk.view.go("/desk")
}

/// Takes the form of the filter or of the search, and leads to the queue so narrowed.
pub async fn search(office: App, form: ClerkForm) -> Outcome {
    let ClerkForm { mut clerk, fields } = form;
    clerk.view.here = ROOM.to_owned();
    let text: String = fields.get("words").trim().chars().take(LONGEST_SEARCH).collect();
    let mut filter = typed(&fields);
    let wrong = wrong(&fields, &filter);
    if !wrong.is_empty() {
        return draw(&office, &clerk, filter, &fields, wrong).await;
    }
    if Search::read(&text).is_some() {
        let (staff, id, at) = (clerk.staff.id.clone(), new_id(), office.clock.now());
        filter.search = Some(office.write(move |conn| kept::search(conn, &staff, id, &text, at)).await?);
    }
    go(&clerk, &filter)
}

fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

fn go(clerk: &Clerk, filter: &Filter) -> Outcome {
    let query = filter.query();
    if query.is_empty() { clerk.view.go("/desk") } else { clerk.view.go(&format!("/desk?{query}")) }
}

/// Keeps the filter under a name.
pub async fn keep(office: App, form: ClerkForm) -> Outcome {
    let ClerkForm { mut clerk, fields } = form;
    clerk.view.here = ROOM.to_owned();
    let filter = Filter::read(|name| fields.get(name));
    let name: String = fields.get("name").trim().chars().take(LONGEST_NAME).collect();
    if name.is_empty() {
        return queue::draw(&office, &clerk, filter, Turn::First, Some((name, "queue-keep-name-missing"))).await;
    }
    let (staff, at, under, what) = (clerk.staff.id.clone(), office.clock.now(), name.clone(), filter.clone());
    if office.write(move |conn| kept::put(conn, &staff, new_id(), &under, &what, at)).await? {
        clerk.view.is_saved(&office);
        return go(&clerk, &filter);
    }
    queue::draw(&office, &clerk, filter, Turn::First, Some((name, "queue-keep-too-many"))).await
}

/// Nothing is kept at this address.
pub async fn kept_page(clerk: Clerk) -> Outcome {
    clerk.view.go("/desk")
}

/// Forgets a filter that was kept.
pub async fn forget(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let mut clerk = form.clerk;
    let (staff, id) = (clerk.staff.id.clone(), path.1.clone());
    office.write(move |conn| kept::remove(conn, &staff, &id)).await?;
    clerk.view.is_saved(&office);
    clerk.view.go("/desk")
}
