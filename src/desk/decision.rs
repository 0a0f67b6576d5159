//! The decision: granted, or a refusal prepared, announced and, when its time has come, signed.
//! Law on migration art. 49; APPK arts. 73 (hearing) and 80 (contents of the act).

use chrono::{DateTime, Utc};

use crate::application::office::{Decision, PreparedRefusal};
use crate::application::{Actor, Application, Denied, Event, EventKind, Move};
use crate::law::calendar::Calendar;
use crate::law::refusal::{self, Purpose};
use crate::law::terms;

/// Grants the permit. Never without the positive answer of national security (law on migration, art. 49).
pub fn approve(application: &mut Application, officer: Actor, at: DateTime<Utc>) -> Result<Event, Denied> {
    if application.status.after(Move::Approve).is_some() && !application.office.security_agrees() {
        return Err(Denied::SecurityMissing);
    }
    application.advance(Move::Approve)?;
    application.office.decision = Some(Decision {
        granted: true,
        decided_on: crate::clock::civil(at).date(),
        officer: officer.clone(),
        grounds: Vec::new(),
        reasons: String::new(),
        complaint_until: None,
    });
    Ok(Event::new(EventKind::Approved, officer, at))
}

/// Codes of the grounds that can be used against this person today.
pub fn usable_grounds(application: &Application, at: DateTime<Utc>) -> Vec<&'static str> {
    let today = crate::clock::civil(at).date();
    application
        .facts(today)
        .map(|facts| refusal::usable(&facts, Purpose::Refusal).into_iter().map(|ground| ground.code).collect())
        .unwrap_or_default()
}

/// Prepares a refusal and tells the person: the act may be signed three working days later (APPK art. 73).
pub fn prepare_refusal(
    application: &mut Application,
    grounds: Vec<String>,
    reasons: &str,
    officer: Actor,
    at: DateTime<Utc>,
    calendar: &Calendar,
) -> Result<Event, Denied> {
    let today = crate::clock::civil(at).date();
    if grounds.is_empty() {
        return Err(Denied::NoGround);
    }
    let usable = usable_grounds(application, at);
    if grounds.iter().any(|ground| !usable.contains(&ground.as_str())) {
        return Err(Denied::GroundUnusable);
    }
    if reasons.trim().is_empty() {
        return Err(Denied::NoReasons);
    }
    let not_before = terms::earliest_refusal(today, calendar).map_err(|_| Denied::UnknownYear)?;
    let objection_until = terms::objection_until(today, calendar).map_err(|_| Denied::UnknownYear)?;
    application.advance(Move::PrepareRefusal)?;
    application.office.prepared_refusal = Some(PreparedRefusal {
        officer: officer.clone(),
        notified_on: today,
        not_before,
        objection_until,
        grounds: grounds.clone(),
        reasons: reasons.trim().to_owned(),
    });
    Ok(Event::new(EventKind::RefusalPrepared, officer, at)
        .with("grounds", grounds)
        .with("objection_until", objection_until.to_string())
        .with("not_before", not_before.to_string()))
}

/// Signs the prepared refusal, on or after its first possible day, by another person than who prepared it.
pub fn refuse(application: &mut Application, officer: Actor, at: DateTime<Utc>) -> Result<Event, Denied> {
    let today = crate::clock::civil(at).date();
    if let Some(prepared) = &application.office.prepared_refusal
        && application.status.after(Move::Refuse).is_some()
    {
        if today < prepared.not_before {
            return Err(Denied::TooEarly(prepared.not_before));
        }
        if prepared.officer == officer {
            return Err(Denied::SamePerson);
        }
    }
    application.advance(Move::Refuse)?;
    let prepared = application.office.prepared_refusal.clone();
    let (grounds, reasons) = prepared.map(|prepared| (prepared.grounds, prepared.reasons)).unwrap_or_default();
    application.office.decision = Some(Decision {
        granted: false,
        decided_on: today,
        officer: officer.clone(),
        grounds: grounds.clone(),
        reasons,
        complaint_until: Some(terms::complaint_until(today, true)),
    });
    Ok(Event::new(EventKind::Refused, officer, at).with("grounds", grounds))
}
