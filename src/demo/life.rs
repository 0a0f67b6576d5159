//! What became of an invented application: the same verbs as in the office, at times in the past.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use rand::RngExt;
use rand::rngs::StdRng;

use super::names::Texts;
use crate::application::office::{Answered, Approver, Fault, RefusedItem, Remark};
use crate::application::refusal::{Evidence, Outcome};
use crate::application::{Actor, Application, Event, EventKind, Status};
use crate::desk::decision::Proposal;
use crate::desk::evidence::Exhibit;
use crate::desk::hearing::Appointment;
use crate::desk::{acceptance, approvals, decision, deficiency, hearing};
use crate::law::DocumentKind;
use crate::law::calendar::Calendar;
use crate::law::switches::Switches;
use crate::store::applications::{self, Changed};
use crate::store::{Conn, Stored, trail};

/// The clerks of the demo.
pub struct Clerks {
    /// Accepts.
    pub operator: Actor,
    /// Reviews.
    pub officer: Actor,
    /// Decides.
    pub supervisor: Actor,
}

/// What the demo shares among all lives.
pub struct Setting<'a> {
    /// Working days.
    pub calendar: &'a Calendar,
    /// Documents turned on.
    pub switches: &'a Switches,
    /// Who works here.
    pub clerks: &'a Clerks,
    /// Now.
    pub now: DateTime<Utc>,
}

/// How many days before now an application that shall end in this state was filed.
pub fn filed_days_ago(end: Status, chance: &mut StdRng) -> i64 {
    match end {
        Status::Draft => chance.random_range(0..20),
        Status::Submitted | Status::Returned => chance.random_range(0..9),
        Status::Accepted => chance.random_range(6..50),
        Status::PreliminaryRefusal => chance.random_range(28..44),
        Status::AcceptanceRefused | Status::Withdrawn => chance.random_range(8..120),
        Status::Approved => chance.random_range(36..60),
        Status::Refused | Status::Issued => chance.random_range(55..200),
    }
}

struct Life<'a> {
    setting: &'a Setting<'a>,
    id: &'a str,
    texts: &'a Texts,
}

/// Leads a complete draft to its end, from the moment it is filed.
pub fn live(
    conn: &mut Conn,
    setting: &Setting<'_>,
    id: &str,
    end: Status,
    filed_at: DateTime<Utc>,
    texts: &Texts,
) -> Stored<()> {
    if end == Status::Draft {
        return Ok(());
    }
    let life = Life { setting, id, texts };
    life.file(conn, filed_at)?;
    if end != Status::Submitted {
        life.look(conn, filed_at)?;
    }
    life.after_filing(conn, end, filed_at)
}

impl Life<'_> {
    fn file(&self, conn: &mut Conn, filed_at: DateTime<Utc>) -> Stored<()> {
        let (id, setting) = (self.id, self.setting);
        applications::change(conn, id, None, |application, conn| {
            let event = application.submit(filed_at, setting.switches)?;
            applications::freeze(conn, application, filed_at, setting.switches)?;
            Ok(Changed { value: (), event: Some(event) })
        })
    }

    /// An officer opens the case and two of its papers.
    fn look(&self, conn: &mut Conn, filed_at: DateTime<Utc>) -> Stored<()> {
        let (officer, at) = (&self.setting.clerks.officer, self.later(filed_at, 1));
        let paper = |kind: DocumentKind, minutes: i64| {
            let at = (at + Duration::minutes(minutes)).min(self.setting.now);
            Event::new(EventKind::PaperRead, officer.clone(), at).with("document", kind.code())
        };
        let opened = Event::new(EventKind::Opened, officer.clone(), at);
        trail::note_reads(conn, self.id, &[opened, paper(DocumentKind::Passport, 2), paper(DocumentKind::Photo, 3)])
    }

    fn step(
        &self,
        conn: &mut Conn,
        decide: impl FnOnce(&mut Application) -> Result<crate::application::Event, crate::application::Denied>,
    ) -> Stored<()> {
        applications::change(conn, self.id, None, |application, _| {
            Ok(Changed { value: (), event: Some(decide(application)?) })
        })
    }

    fn later(&self, at: DateTime<Utc>, days: i64) -> DateTime<Utc> {
        (at + Duration::days(days)).min(self.setting.now)
    }

    fn after_filing(&self, conn: &mut Conn, end: Status, filed_at: DateTime<Utc>) -> Stored<()> {
        let clerks = self.setting.clerks;
        match end {
            Status::Submitted => return Ok(()),
            Status::Returned => {
                let remarks = vec![
                    Remark {
                        step: "documents".to_owned(),
                        document: Some(DocumentKind::Passport.code().to_owned()),
                        text: self.texts.remarks.first().cloned().unwrap_or_default(),
                    },
                    Remark {
                        step: "contacts".to_owned(),
                        document: None,
                        text: self.texts.remarks.get(1).cloned().unwrap_or_default(),
                    },
                ];
                let at = self.later(filed_at, 1);
                return self
                    .step(conn, |case| deficiency::return_for_correction(case, remarks, clerks.officer.clone(), at));
            }
            Status::AcceptanceRefused => {
                let at = self.later(filed_at, 3);
                let old = crate::clock::civil(at).date() - Duration::days(200);
                let medical = RefusedItem::new(DocumentKind::Medical028u, Fault::Expired).seen(Some(old));
                let items = vec![RefusedItem::new(DocumentKind::Housing, Fault::Missing), medical];
                let switches = self.setting.switches;
                return self.step(conn, |case| acceptance::refuse(case, items, clerks.operator.clone(), at, switches));
            }
            Status::Withdrawn => {
                let at = self.later(filed_at, 2);
                return self.step(conn, |case| case.withdraw(at));
            }
            _ => {}
        }
        let accepted_at = self.later(filed_at, 2);
        self.accept(conn, accepted_at)?;
        self.after_acceptance(conn, end, accepted_at)
    }

    fn accept(&self, conn: &mut Conn, at: DateTime<Utc>) -> Stored<()> {
        let Setting { calendar, switches, clerks, .. } = self.setting;
        applications::change(conn, self.id, None, |case, conn| {
            let day = crate::clock::civil(at).date();
            let unit = case.unit().unwrap_or_default();
            let year = chrono::Datelike::year(&day);
            let running = applications::next(conn, &format!("registration-{unit}-{year}"))?;
            let number = format!("{unit}-{year}-{running:06}");
            let all: Vec<DocumentKind> = case.requirements(day, switches).iter().map(|one| one.kind).collect();
            let event = acceptance::accept(case, &all, number, clerks.operator.clone(), at, calendar, switches)?;
            Ok(Changed { value: (), event: Some(event) })
        })
    }

    fn approval(&self, conn: &mut Conn, approver: Approver, answer: Option<Answered>, at: DateTime<Utc>) -> Stored<()> {
        let officer = &self.setting.clerks.officer;
        let day = |at: DateTime<Utc>| -> NaiveDate { crate::clock::civil(at).date() };
        let number = format!("{}/{}", approver.code().len() * 37 + 12, day(at).format("%m-%d"));
        let letter = approvals::Letter { on: day(at), number };
        self.step(conn, |case| approvals::ask(case, approver, letter, officer.clone(), at, self.setting.calendar))?;
        if let Some(answer) = answer {
            let answered = self.later(at, 12);
            self.step(conn, |case| {
                approvals::answer(case, approver, (answer, day(answered)), "", officer.clone(), answered)
            })?;
        }
        Ok(())
    }

    /// The hearing is appointed for the third working day, at eleven; and held, if the case goes on.
    fn hear(&self, conn: &mut Conn, held: bool, asked_at: DateTime<Utc>) -> Stored<()> {
        let Setting { calendar, clerks, .. } = self.setting;
        let day = crate::clock::civil(asked_at).date();
        let (Ok(on), Some(time)) = (calendar.add_working_days(day, 3), NaiveTime::from_hms_opt(11, 0, 0)) else {
            return Ok(());
        };
        let (place, officer) = (self.texts.place.clone(), &clerks.officer);
        self.step(conn, |case| {
            let on = hearing::last_day(case, day).map_or(on, |last| on.min(last));
            hearing::appoint(case, Appointment { on, time, place, agreed: false }, officer.clone(), asked_at, calendar)
        })?;
        if held {
            // Noon in Kazakhstan.
            let at = on.and_time(NaiveTime::MIN).and_utc() + Duration::hours(7);
            let minutes = &self.texts.minutes;
            self.step(conn, |case| hearing::record(case, Outcome::Held, minutes, officer.clone(), at, calendar))?;
        }
        Ok(())
    }

    fn after_acceptance(&self, conn: &mut Conn, end: Status, accepted_at: DateTime<Utc>) -> Stored<()> {
        let Setting { calendar, clerks, now, switches } = self.setting;
        let asked_at = self.later(accepted_at, 2);
        if asked_at >= *now && end == Status::Accepted {
            return Ok(());
        }
        let answer = match end {
            Status::Approved | Status::Issued => Some(Answered::Positive),
            Status::PreliminaryRefusal | Status::Refused => Some(Answered::Negative),
            _ => None,
        };
        self.approval(conn, Approver::NationalSecurity, answer, asked_at)?;
        self.approval(conn, Approver::LegalStatistics, answer.map(|_| Answered::Positive), asked_at)?;
        match end {
            Status::Approved | Status::Issued => {
                let decided_at = self.later(asked_at, 25);
                self.step(conn, |case| decision::approve(case, clerks.supervisor.clone(), decided_at))?;
                if end == Status::Issued {
                    let issued_at = self.later(decided_at, 5);
                    self.step(conn, |case| acceptance::issue(case, clerks.operator.clone(), issued_at))?;
                }
            }
            Status::PreliminaryRefusal | Status::Refused => {
                let told_at = if end == Status::Refused { self.later(asked_at, 22) } else { *now - Duration::days(1) };
                let ground = "19-1.3".to_owned();
                let item = Exhibit::Approval(Approver::NationalSecurity).code();
                let evidence = vec![Evidence { ground: ground.clone(), item, shows: self.texts.shows.clone() }];
                let proposal = Proposal { grounds: vec![ground], evidence, reasons: self.texts.reasons.clone() };
                self.step(conn, |case| {
                    decision::prepare_refusal(case, proposal, clerks.officer.clone(), told_at, calendar, switches)
                })?;
                let objected_at = self.later(told_at, 1);
                self.step(conn, |case| case.object(&self.texts.objection, true, objected_at))?;
                self.hear(conn, end == Status::Refused, objected_at)?;
                if end == Status::Refused {
                    let signed_at = self.later(told_at, 12);
                    self.step(conn, |case| decision::refuse(case, clerks.supervisor.clone(), signed_at))?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}
