//! Giving cases to colleagues: one case, by whoever has it or by a supervisor; all cases of a colleague who is away.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use askama::Template;

use super::act::About;
use super::{find, load};
use crate::application::{Application, Denied, EventKind};
use crate::desk::Duty;
use crate::desk::claim::LONGEST_REASON;
use crate::desk::queue::Counted;
use crate::people::Staff;
use crate::store::claims::HandedOver;
use crate::store::{Conn, StoreError, claims, holders, staff};
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

type Where = web::Path<(String, String)>;

#[derive(Template)]
#[template(path = "desk/hand_over.html")]
struct CasePage {
    about: About,
    colleagues: Vec<Staff>,
    chosen: String,
    reason: String,
    /// Whether the case is taken from somebody else, so that a reason is asked.
    takes_over: bool,
    /// Who has it.
    holder: String,
    /// Their id; empty for nobody.
    holder_id: String,
    own: String,
    longest: usize,
}

/// Asks to whom.
pub async fn show(office: App, path: Where, clerk: Clerk) -> Outcome {
    let application = load(&office, &clerk.staff, &path.1).await?;
    draw(&office, &clerk, &application, &Fields::default(), None).await
}

async fn draw(
    office: &App,
    clerk: &Clerk,
    application: &Application,
    fields: &Fields,
    denied: Option<&Denied>,
) -> Outcome {
    let id = application.id.clone();
    let claim = office.read(move |conn| claims::of(conn, &id)).await?;
    let own = claim.as_ref().is_some_and(|claim| claim.is_of(&clerk.staff));
    if application.status.is_final() || (!own && !clerk.staff.may(Duty::Assign)) {
        return clerk.view.go(&format!("/desk/cases/{}", application.id));
    }
    let unit = application.unit().unwrap_or_default().to_owned();
    let mut colleagues = office.read(move |conn| staff::clerks(conn, Some(&unit))).await?;
    colleagues.retain(|one| claim.as_ref().is_none_or(|claim| claim.clerk_id != one.id));
    clerk.view.alphabet().sort_by(&mut colleagues, |one| &one.name);
    let mut about = About::of("claim-hand-title", "hand-over", application, denied);
    let takes_over = claim.as_ref().is_some_and(|claim| claim.stops(&clerk.staff, office.clock.now()));
    let lacks_reason = takes_over && fields.get("reason").trim().is_empty();
    about.tells_all([
        ("to", fields.get("to").is_empty().then_some(Denied::NothingNamed)),
        ("reason", lacks_reason.then_some(Denied::NoReasons)),
    ]);
    let page = CasePage {
        about,
        colleagues,
        chosen: fields.get("to").to_owned(),
        reason: fields.get("reason").to_owned(),
        holder: claim.as_ref().map(|claim| claim.name.clone()).unwrap_or_default(),
        holder_id: claim.as_ref().map(|claim| claim.clerk_id.clone()).unwrap_or_default(),
        takes_over,
        own: clerk.staff.id.clone(),
        longest: LONGEST_REASON,
    };
    let status = if denied.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    clerk.view.page_with(status, &page)
}

/// Gives the case.
pub async fn make(office: App, path: Where, form: ClerkForm) -> Outcome {
    let ClerkForm { clerk, fields } = form;
    let application = find(&office, &clerk.staff, &path.1).await?;
    if fields.has("switch") {
        return draw(&office, &clerk, &application, &fields, None).await;
    }
    let (id, by, now) = (path.1.clone(), clerk.staff.clone(), office.clock.now());
    let (to, reason) = (fields.get("to").to_owned(), fields.get("reason").to_owned());
    let seen = fields.get("holder").to_owned();
    let given = office.write(move |conn| {
        let to = colleague(conn, &to)?;
        claims::assign_seen(conn, &id, &seen, (&to, &by), &reason, now)
    });
    match given.await {
        Ok(()) => {
            clerk.view.has_done(&office, EventKind::Assigned);
            tracing::info!(event = "case_assigned", staff = %clerk.staff.id);
            clerk.view.go(&format!("/desk/cases/{}", path.1))
        }
        Err(Error::Denied(denied @ (Denied::NoReasons | Denied::NoSuchColleague | Denied::HolderChanged))) => {
            draw(&office, &clerk, &application, &fields, Some(&denied)).await
        }
        Err(Error::Denied(denied)) => super::case::draw(&office, &clerk, &path.1, Some((&denied, &fields))).await,
        Err(other) => Err(other),
    }
}

/// The colleague of a form.
fn colleague(conn: &mut Conn, id: &str) -> crate::store::Stored<Staff> {
    match staff::by_id(conn, id) {
        Err(StoreError::NotFound) => Err(Denied::NoSuchColleague.into()),
        other => other,
    }
}

#[derive(Template)]
#[template(path = "desk/hand_over_all.html")]
struct AllPage {
    /// Who has cases, and how many.
    from: Vec<(Staff, Counted)>,
    to: Vec<Staff>,
    chosen_from: String,
    chosen_to: String,
    reason: String,
    /// Whether clerks of several units can be chosen.
    all_units: bool,
    /// What was just done.
    done: Option<HandedOver>,
    /// Message id of why it was not done, where that is not to be mended at a box.
    denied: Option<String>,
    /// The boxes where something is to be mended, each with the message id of what.
    wrong: Vec<(&'static str, &'static str)>,
    longest: usize,
}

impl AllPage {
    /// Message id of what is wrong with a box.
    fn error_at(&self, id: &str) -> &'static str {
        self.wrong.iter().find(|(at, _)| *at == id).map(|(_, why)| *why).unwrap_or_default()
    }
}

/// The boxes where something is to be mended before cases are handed over, in the order of the page.
fn wrong_boxes(fields: &Fields) -> Vec<(&'static str, &'static str)> {
    let (from, to) = (fields.get("from"), fields.get("to"));
    let told = [
        (from.is_empty(), ("from", "claim-lacks-from")),
        (to.is_empty(), ("to", "claim-lacks-to")),
        (!to.is_empty() && from == to, ("to", "claim-to-the-same")),
        (fields.get("reason").trim().is_empty(), ("reason", "denied-no_reasons")),
    ];
    told.into_iter().filter_map(|(is_so, what)| is_so.then_some(what)).collect()
}

/// Asks whose cases go to whom. After it was done the address holds how many.
pub async fn show_all(req: HttpRequest, office: App, clerk: Clerk) -> Outcome {
    let asked = Fields::parse(req.query_string().as_bytes())?;
    let count = |name| asked.get(name).parse().ok();
    let done = count("given").map(|given| HandedOver { given, stay: count("stay").unwrap_or_default() });
    draw_all(&office, &clerk, &Fields::default(), done, None).await
}

async fn draw_all(
    office: &App,
    clerk: &Clerk,
    fields: &Fields,
    done: Option<HandedOver>,
    denied: Option<&Denied>,
) -> Outcome {
    let reader = clerk.staff.clone();
    let people = move |conn: &mut Conn| {
        Ok((holders::holders(conn, reader.only_unit())?, staff::clerks(conn, reader.only_unit())?))
    };
    let (mut from, mut to) = office.read(people).await?;
    let alphabet = clerk.view.alphabet();
    alphabet.sort_by(&mut from, |(one, _)| &one.name);
    alphabet.sort_by(&mut to, |one| &one.name);
    let status = if denied.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut wrong = if denied.is_some() { wrong_boxes(fields) } else { Vec::new() };
    if let (true, Some(Denied::NoSuchColleague)) = (wrong.is_empty(), denied) {
        wrong.push(("to", "denied-no_such_colleague"));
    }
    let denied = denied.filter(|_| wrong.is_empty()).map(|denied| format!("denied-{}", denied.code()));
    let page = AllPage {
        from,
        to,
        all_units: clerk.staff.sees_every_unit(),
        chosen_from: fields.get("from").to_owned(),
        chosen_to: fields.get("to").to_owned(),
        reason: fields.get("reason").to_owned(),
        done,
        denied,
        wrong,
        longest: LONGEST_REASON,
    };
    clerk.view.page_with(status, &page)
}

/// Gives all cases of a colleague to another.
pub async fn make_all(office: App, form: ClerkForm) -> Outcome {
    let ClerkForm { clerk, fields } = form;
    if fields.has("switch") {
        return draw_all(&office, &clerk, &fields, None, None).await;
    }
    let (from, to) = (fields.get("from").to_owned(), fields.get("to").to_owned());
    let reason = fields.get("reason").trim().to_owned();
    let denied = match (from.is_empty() || to.is_empty() || from == to, reason.is_empty()) {
        (true, _) => Some(Denied::NoSuchColleague),
        (_, true) => Some(Denied::NoReasons),
        _ => None,
    };
    if let Some(denied) = denied {
        return draw_all(&office, &clerk, &fields, None, Some(&denied)).await;
    }
    let (by, now, db) = (clerk.staff.clone(), office.clock.now(), office.db.clone());
    let given = web::block(move || {
        let to = db.read(|conn| colleague(conn, &to))?;
        claims::hand_over_all(&db, &from, &to, &by, &reason, now)
    });
    match given.await.map_err(|_| Error::Unavailable)?.map_err(Error::from) {
        Ok(HandedOver { given, stay }) => {
            tracing::info!(event = "cases_handed_over", count = given, staff = %clerk.staff.id);
            clerk.view.go(&format!("/desk/hand-over?given={given}&stay={stay}"))
        }
        Err(Error::Denied(denied)) => draw_all(&office, &clerk, &fields, None, Some(&denied)).await,
        Err(other) => Err(other),
    }
}
