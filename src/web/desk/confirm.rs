//! Moves that need no more than a yes: grant, sign the prepared refusal, hand the permit out. What cannot be taken back
//! is asked once more on a page of its own.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::act::{About, Action, Drawing};
use super::marked::{Marked, marked};
use crate::application::office::{Answered, Approval, PreparedRefusal};
use crate::application::steps::{Passport, Person, Representative, Situation, StepName};
use crate::application::{Application, Denied, Move};
use crate::desk::duty::duty_of;
use crate::desk::{acceptance, decision};
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

const APPROVE: Action = Action { doing: Move::Approve, path: "approve", title: "desk-approve-title", draw };
const REFUSE: Action = Action { doing: Move::Refuse, path: "refuse", title: "desk-refuse-title", draw };
const ISSUE: Action = Action { doing: Move::Issue, path: "issue", title: "desk-issue-title", draw };

#[derive(Template)]
#[template(path = "desk/confirm.html")]
struct ConfirmPage<'a> {
    about: About,
    /// The word for the move in the message ids of lead and button.
    word: &'static str,
    case: &'a Application,
    /// What is signed, on the page of the refusal.
    prepared: Option<&'a PreparedRefusal>,
    /// To whom the permit is handed out.
    receiver: Option<Receiver>,
    /// Why it cannot be done now: then there is no button.
    hindered: Option<Hindered>,
    danger: bool,
    /// What the review left to be mended, before a permit is granted.
    marked: Vec<Marked>,
    /// And the bodies that were asked and have not agreed.
    unagreed: Vec<&'a Approval>,
}

/// Message id of why a move is not made: an answer that says no is told from one that is missing.
pub(super) fn why(denied: &Denied, case: &Application) -> String {
    match denied {
        Denied::SecurityMissing if case.office.security_refuses() => "desk-security-refused".to_owned(),
        other => format!("denied-{}", other.code()),
    }
}

/// To whom a permit is handed out: what is compared with the passport that they show.
struct Receiver {
    /// As in the passport.
    name: String,
    born_on: Option<NaiveDate>,
    passport: String,
    /// Name and number of the document of whoever acts for them.
    representative: Option<(String, String)>,
    decided_on: Option<NaiveDate>,
}

impl Receiver {
    fn of(case: &Application, today: NaiveDate) -> Self {
        let joined = |parts: &[&str]| parts.join(" ").trim().to_owned();
        let answers = &case.answers;
        let (person, passport) = (answers.page::<Person>(), answers.page::<Passport>());
        let acts = answers.asked_steps(case.filing_day(today)).contains(&StepName::Representative);
        let acting = acts.then(|| answers.page::<Representative>());
        Self {
            name: joined(&[&*person.surname_latin, &*person.given_names_latin]),
            born_on: answers.page::<Situation>().born_on.given().copied(),
            passport: passport.number.to_string(),
            representative: acting.map(|one| {
                (joined(&[&*one.surname, &*one.given_names, &*one.patronymic]), one.paper_number.to_string())
            }),
            decided_on: case.office.decision.as_ref().map(|decision| decision.decided_on),
        }
    }
}

/// What stands in the way of a move.
struct Hindered {
    /// Message id of what it is.
    why: String,
    /// The day from which it can be done.
    from: Option<NaiveDate>,
    /// The part of the case where it is put right, which is also the end of the message id of the link there.
    way: Option<&'static str>,
}

impl Hindered {
    fn of(denied: &Denied, case: &Application) -> Self {
        Self {
            why: why(denied, case),
            from: denied.from_day(),
            way: match denied {
                Denied::SecurityMissing => Some("approvals"),
                Denied::HearingWaits => Some("prepared"),
                _ => None,
            },
        }
    }
}

fn draw(Drawing { office, view, staff, status, application: case, marks, about, .. }: Drawing<'_>) -> Outcome {
    let known = [&APPROVE, &REFUSE, &ISSUE].into_iter().find(|action| action.title == about.title);
    let word = known.map_or("", |action| action.path);
    let refusing = word == REFUSE.path;
    let prepared = case.office.prepared_refusal.as_ref().filter(|_| refusing);
    // Tried on a copy: what would be answered if it were confirmed now.
    let (mut copy, at) = (case.clone(), office.clock.now());
    let tried = match known.and_then(|action| Some((action.doing, duty_of(action.doing)?))) {
        Some((Move::Approve, duty)) => decision::approve(&mut copy, staff.actor_by(duty), at),
        Some((Move::Refuse, duty)) => decision::refuse(&mut copy, staff.actor_by(duty), at),
        Some((_, duty)) => acceptance::issue(&mut copy, staff.actor_by(duty), at),
        None => return Err(Error::NotFound),
    };
    let hindered = tried.err().as_ref().map(|denied| Hindered::of(denied, case));
    let receiver = (word == ISSUE.path).then(|| Receiver::of(case, office.clock.today()));
    let granting = word == APPROVE.path;
    let approvals = case.office.approvals.iter().filter(|_| granting);
    let page = ConfirmPage {
        about,
        word,
        case,
        prepared,
        receiver,
        hindered,
        danger: refusing,
        marked: if granting { marked(marks, case) } else { Vec::new() },
        unagreed: approvals.filter(|approval| approval.answer != Some(Answered::Positive)).collect(),
    };
    view.page_with(status, &page)
}

/// Asks whether to grant.
pub async fn approve_page(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    APPROVE.show(&office, &clerk, &path.1, &Fields::default()).await
}

/// Grants.
pub async fn approve(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let made = APPROVE
        .make(&office, &form, &path.1, |application, _, officer, at| Ok(decision::approve(application, officer, at)?));
    back(made.await?, &form, &path.1)
}

/// Asks whether to sign the prepared refusal.
pub async fn refuse_page(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    REFUSE.show(&office, &clerk, &path.1, &Fields::default()).await
}

/// Signs the prepared refusal.
pub async fn refuse(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let made = REFUSE
        .make(&office, &form, &path.1, |application, _, officer, at| Ok(decision::refuse(application, officer, at)?));
    back(made.await?, &form, &path.1)
}

/// Asks whether the permit is handed out.
pub async fn issue_page(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    ISSUE.show(&office, &clerk, &path.1, &Fields::default()).await
}

/// Hands the permit out.
pub async fn issue(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let made = ISSUE
        .make(&office, &form, &path.1, |application, _, officer, at| Ok(acceptance::issue(application, officer, at)?));
    back(made.await?, &form, &path.1)
}

/// The answer of a move that was not made; else back to the case.
pub(super) fn back(answer: Option<actix_web::HttpResponse>, form: &ClerkForm, id: &str) -> Outcome {
    answer.map_or_else(|| form.clerk.view.go(&format!("/desk/cases/{id}")), Ok)
}
