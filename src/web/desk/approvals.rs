//! Approvals on paper: what was asked for, with which letter, and what was answered.

use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::NaiveDate;

use super::act::{About, Action, Drawing};
use super::confirm::back;
use crate::application::office::{Answered, Approval, Approver};
use crate::application::steps::Body;
use crate::application::{Denied, Move};
use crate::desk::approvals::{self, LONGEST_REASON, Letter};
use crate::store::calendar;
use crate::validation::{Answer, Field, Kind};
use crate::web::error::Outcome;
use crate::web::filled::Filled;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::state::{App, Office};
use crate::web::visit::{Clerk, ClerkForm};

const ASK: Action = Action { doing: Move::RecordApproval, path: "approvals", title: "desk-ask-title", draw: draw_ask };
const ANSWER: Action =
    Action { doing: Move::RecordApproval, path: "answers", title: "desk-answer-title", draw: draw_answer };

/// The boxes of these pages and of the reminder that the field macros draw; their labels are `desk-approval-…`.
pub const BOXES: &[Field] = &[
    Field { name: "asked_on", kind: Kind::Date },
    Field { name: "outgoing_number", kind: Kind::Text },
    Field { name: "reminded_on", kind: Kind::Date },
    Field { name: "answered_on", kind: Kind::Date },
];

#[derive(Template)]
#[template(path = "desk/ask.html")]
struct AskPage<'a> {
    about: About,
    form: Filled,
    /// What was asked for before.
    asked: &'a [Approval],
    /// No letter is older.
    accepted_on: Option<NaiveDate>,
    chosen: String,
}

impl AskPage<'_> {
    fn asked_of(&self, approver: &Approver) -> Option<&Approval> {
        self.asked.iter().find(|approval| approval.approver == *approver)
    }
}

#[derive(Template)]
#[template(path = "desk/answer.html")]
struct AnswerPage<'a> {
    about: About,
    form: Filled,
    /// Whose approval was asked for.
    asked: &'a [Approval],
    chosen: String,
    answer: String,
    /// Why an answer is changed.
    reason: String,
    longest: usize,
}

impl AnswerPage<'_> {
    /// Whether an answer is recorded that would be changed.
    fn may_change(&self) -> bool {
        self.asked.iter().any(|approval| approval.said().is_some())
    }
}

pub(super) fn day(fields: &Fields, name: &str) -> Result<NaiveDate, Denied> {
    Answer::<NaiveDate>::read(&fields.date_text(name)).given().copied().ok_or(Denied::BadDate)
}

/// What is wrong with whose letter or answer it is.
pub(super) fn unnamed(fields: &Fields) -> Option<Denied> {
    Approver::from_code(fields.get("approver")).is_none().then_some(Denied::NothingNamed)
}

/// What is wrong with a typed day of something that has happened.
pub(super) fn wrong_day(
    fields: &Fields,
    name: &str,
    today: NaiveDate,
    first: Option<(NaiveDate, Denied)>,
) -> Option<Denied> {
    day(fields, name).map_or_else(Some, |on| approvals::wrong_day(on, today, first))
}

/// What was typed; on a fresh page, today.
fn filled(office: &Office, fields: &Fields) -> Filled {
    let fresh = !fields.has("revision") && !fields.has("switch");
    let body: Body = if fresh {
        let today = office.clock.today().to_string();
        ["asked_on", "answered_on"].map(|name| (name.to_owned(), today.clone().into())).into_iter().collect()
    } else {
        fields.answers(BOXES, &Body::new())
    };
    Filled::unchecked("desk-approval", BOXES, body)
}

/// Asks what was asked for.
pub async fn ask_page(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    ASK.show(&office, &clerk, &path.1, &Fields::default()).await
}

/// Records that an approval was asked for.
pub async fn ask(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let fields = form.fields.clone();
    let made = ASK.make(&office, &form, &path.1, move |application, conn, officer, at| {
        let approver = Approver::from_code(fields.get("approver")).ok_or(Denied::NothingNamed)?;
        let letter = Letter { on: day(&fields, "asked_on")?, number: fields.get("outgoing_number").to_owned() };
        Ok(approvals::ask(application, approver, letter, officer, at, &calendar::load(conn)?)?)
    });
    back(made.await?, &form, &path.1)
}

fn draw_ask(Drawing { office, view, status, application, fields, mut about, .. }: Drawing<'_>) -> Outcome {
    let (asked, chosen) = (&application.office.approvals, fields.get("approver").to_owned());
    let accepted_on = application.office.accepted_on();
    about.tells_all([
        ("approver", unnamed(fields)),
        ("asked_on", wrong_day(fields, "asked_on", office.clock.today(), approvals::asked_from(application))),
        ("outgoing_number", approvals::wrong_number(fields.get("outgoing_number"))),
    ]);
    let page = AskPage { form: about.marks(filled(office, fields)), about, asked, accepted_on, chosen };
    view.page_with(status, &page)
}

/// Asks what was answered. The address may name whose answer it is.
pub async fn answer_page(req: HttpRequest, office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    let asked = Fields::parse(req.query_string().as_bytes())?;
    let chosen = Fields(vec![("approver".to_owned(), asked.get("approver").to_owned())]);
    ANSWER.show(&office, &clerk, &path.1, &chosen).await
}

/// Records an answer.
pub async fn answer(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let fields = form.fields.clone();
    let made = ANSWER.make(&office, &form, &path.1, move |application, _, officer, at| {
        let approver = Approver::from_code(fields.get("approver")).ok_or(Denied::NothingNamed)?;
        let answered = Answered::from_code(fields.get("answer")).ok_or(Denied::NothingNamed)?;
        let answered = (answered, day(&fields, "answered_on")?);
        Ok(approvals::answer(application, approver, answered, fields.get("reason"), officer, at)?)
    });
    back(made.await?, &form, &path.1)
}

fn draw_answer(Drawing { office, view, status, application, fields, mut about, .. }: Drawing<'_>) -> Outcome {
    let (asked, reason) = (&application.office.approvals, fields.get("reason"));
    let of_whom = asked.iter().find(|approval| approval.approver.code() == fields.get("approver"));
    let answered = Answered::from_code(fields.get("answer"));
    let first = of_whom.map(approvals::answered_from);
    about.tells_all([
        ("approver", unnamed(fields)),
        ("answer", answered.is_none().then_some(Denied::NothingNamed)),
        ("answered_on", wrong_day(fields, "answered_on", office.clock.today(), first)),
        ("reason", approvals::wrong_reason(of_whom, answered, reason)),
    ]);
    let page = AnswerPage {
        form: about.marks(filled(office, fields)),
        about,
        asked,
        chosen: fields.get("approver").to_owned(),
        answer: fields.get("answer").to_owned(),
        reason: reason.to_owned(),
        longest: LONGEST_REASON,
    };
    view.page_with(status, &page)
}
