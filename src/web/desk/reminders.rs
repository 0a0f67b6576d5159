//! Who is to be reminded that they were asked: the list of the unit, and the record of a reminder that went out.

use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::NaiveDate;

use super::act::{About, Action, Drawing};
use super::approvals::{BOXES, day, unnamed, wrong_day};
use super::keep_language;
use crate::application::office::{Approval, Approver};
use crate::application::steps::Body;
use crate::application::{Denied, Move};
use crate::desk::{Duty, approvals};
use crate::law::terms::REMIND_AFTER_WORKING_DAYS;
use crate::store::calendar;
use crate::store::reminders::{self, MOST, Waiting};
use crate::web::error::Outcome;
use crate::web::filled::Filled;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

const REMIND: Action = Action { doing: Move::RecordApproval, path: "reminders", title: "desk-remind-title", draw };

#[derive(Template)]
#[template(path = "desk/reminders.html")]
struct ListPage {
    waiting: Vec<Waiting>,
    /// The reader sees the cases of every unit, and of which.
    all_units: bool,
    /// Whether this clerk records reminders.
    records: bool,
    /// Working days after which a body is reminded.
    days: i64,
    /// Whether there may be more than are shown.
    more: bool,
}

/// Who is to be reminded today.
pub async fn list(office: App, clerk: Clerk) -> Outcome {
    keep_language(&office, &clerk).await?;
    let all_units = clerk.staff.sees_every_unit();
    let unit = (!all_units).then(|| clerk.staff.unit.clone());
    let today = office.clock.today();
    let waiting = office.read(move |conn| reminders::due(conn, unit.as_deref(), today)).await?;
    clerk.view.page(&ListPage {
        all_units,
        records: clerk.staff.may(Duty::Review),
        days: REMIND_AFTER_WORKING_DAYS.into(),
        more: waiting.len() as i64 >= MOST,
        waiting,
    })
}

#[derive(Template)]
#[template(path = "desk/remind.html")]
struct RemindPage<'a> {
    about: About,
    form: Filled,
    /// Who has not answered yet.
    silent: Vec<&'a Approval>,
    chosen: String,
    today: NaiveDate,
}

/// Asks for the letter of the reminder. The address may name who is reminded.
pub async fn remind_page(req: HttpRequest, office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    let asked = Fields::parse(req.query_string().as_bytes())?;
    let chosen = Fields(vec![("approver".to_owned(), asked.get("approver").to_owned())]);
    REMIND.show(&office, &clerk, &path.1, &chosen).await
}

/// Records a reminder.
pub async fn remind(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let fields = form.fields.clone();
    let made = REMIND.make(&office, &form, &path.1, move |application, conn, officer, at| {
        let approver = Approver::from_code(fields.get("approver")).ok_or(Denied::NothingNamed)?;
        let letter =
            approvals::Letter { on: day(&fields, "reminded_on")?, number: fields.get("outgoing_number").to_owned() };
        Ok(approvals::remind(application, approver, letter, officer, at, &calendar::load(conn)?)?)
    });
    match made.await? {
        Some(answer) => Ok(answer),
        None => form.clerk.view.go(&format!("/desk/cases/{}#approvals", path.1)),
    }
}

fn draw(Drawing { office, view, status, application, fields, mut about, .. }: Drawing<'_>) -> Outcome {
    let today = office.clock.today();
    let of_whom = application.office.approvals.iter().find(|one| one.approver.code() == fields.get("approver"));
    about.tells_all([
        ("approver", unnamed(fields)),
        ("reminded_on", wrong_day(fields, "reminded_on", today, of_whom.map(approvals::reminded_from))),
        ("outgoing_number", approvals::wrong_number(fields.get("outgoing_number"))),
    ]);
    let fresh = !fields.has("revision") && !fields.has("switch");
    let body: Body = match fresh {
        true => [("reminded_on".to_owned(), today.to_string().into())].into_iter().collect(),
        false => fields.answers(BOXES, &Body::new()),
    };
    let page = RemindPage {
        form: about.marks(Filled::unchecked("desk-approval", BOXES, body)),
        about,
        silent: application.office.approvals.iter().filter(|approval| approval.answer.is_none()).collect(),
        chosen: fields.get("approver").to_owned(),
        today,
    };
    view.page_with(status, &page)
}
