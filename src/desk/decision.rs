//! The decision: granted, or a refusal prepared, announced and, when its time has come, signed.
//! Law on migration art. 49; APPK arts. 73 (hearing) and 80 (contents of the act).

use chrono::{DateTime, Utc};

use crate::application::office::{Approver, Decision, PreparedRefusal};
use crate::application::refusal::Evidence;
use crate::application::{Actor, Application, Denied, Event, EventKind, Move};
use crate::desk::evidence::{self, Exhibit};
use crate::law::calendar::Calendar;
use crate::law::refusal::{self, Purpose};
use crate::law::switches::Switches;
use crate::law::terms;

/// Grants the permit. Never without the positive answer of national security (law on migration, art. 49).
pub fn approve(application: &mut Application, officer: Actor, at: DateTime<Utc>) -> Result<Event, Denied> {
    if application.status.after(Move::Approve).is_some() {
        if !application.office.security_agrees() {
            return Err(Denied::SecurityMissing);
        }
        not_the_preparer(application, &officer)?;
        not_before_registration(application, at)?;
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

/// Officer prepares, supervisor decides: whoever prepared a refusal decides nothing in that case, whatever the decision.
fn not_the_preparer(application: &Application, officer: &Actor) -> Result<(), Denied> {
    let prepared = application.office.prepared_refusal.as_ref();
    match prepared.is_some_and(|prepared| prepared.officer.is_same_person(officer)) {
        true => Err(Denied::SamePerson),
        false => Ok(()),
    }
}

/// No act bears a day before that of registration: what came after hours or on a day off is registered on the next working
/// day, and the procedure begins then (APPK, article 64, part 3).
fn not_before_registration(application: &Application, at: DateTime<Utc>) -> Result<(), Denied> {
    let registered_on = application.office.registration.as_ref().map(|registration| registration.registered_on);
    match registered_on.filter(|day| crate::clock::civil(at).date() < *day) {
        Some(day) => Err(Denied::NotRegistered(day)),
        None => Ok(()),
    }
}

/// Codes of the grounds that can be used against this person today; that of a negative answer once there is one.
pub fn usable_grounds(application: &Application, at: DateTime<Utc>) -> Vec<&'static str> {
    let today = crate::clock::civil(at).date();
    let grounds = application.facts(today).map(|facts| refusal::usable(&facts, Purpose::Refusal)).unwrap_or_default();
    let has_ground = |code: &str| {
        Approver::ALL.iter().any(|approver| evidence::fits(application, code, Exhibit::Approval(*approver)))
    };
    grounds.into_iter().map(|ground| ground.code).filter(|code| has_ground(code)).collect()
}

/// What a refusal is prepared with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    /// Codes of the grounds.
    pub grounds: Vec<String>,
    /// What each rests on.
    pub evidence: Vec<Evidence>,
    /// Reasons in the applicant's language.
    pub reasons: String,
}

/// Prepares a refusal and tells the person: the act may be signed when three working days have passed (APPK art. 73).
pub fn prepare_refusal(
    application: &mut Application,
    proposal: Proposal,
    officer: Actor,
    at: DateTime<Utc>,
    calendar: &Calendar,
    switches: &Switches,
) -> Result<Event, Denied> {
    let today = crate::clock::civil(at).date();
    let Proposal { mut grounds, evidence, reasons } = proposal;
    let mut seen = Vec::new();
    grounds.retain(|ground| {
        !seen.contains(ground) && {
            seen.push(ground.clone());
            true
        }
    });
    if grounds.is_empty() {
        return Err(Denied::NoGround);
    }
    let usable = usable_grounds(application, at);
    if grounds.iter().any(|ground| !usable.contains(&ground.as_str())) {
        return Err(Denied::GroundUnusable);
    }
    if !evidence::supports(application, &evidence, &grounds, &Exhibit::of(application, today, switches)) {
        return Err(Denied::NoEvidence);
    }
    if reasons.trim().is_empty() {
        return Err(Denied::NoReasons);
    }
    if evidence::is_too_long(&evidence) {
        return Err(Denied::TooLong);
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
        evidence,
        reasons: reasons.trim().to_owned(),
        objections: Vec::new(),
        hearing: None,
    });
    Ok(Event::new(EventKind::RefusalPrepared, officer, at)
        .with("grounds", grounds)
        .with("objection_until", objection_until.to_string())
        .with("not_before", not_before.to_string()))
}

/// Signs the prepared refusal, on or after its first possible day and after a hearing that was asked for, by another
/// person than who prepared it.
pub fn refuse(application: &mut Application, officer: Actor, at: DateTime<Utc>) -> Result<Event, Denied> {
    let today = crate::clock::civil(at).date();
    let from = application.status;
    if from.after(Move::Refuse).is_some() {
        not_the_preparer(application, &officer)?;
        not_before_registration(application, at)?;
    }
    let usable = usable_grounds(application, at);
    application.advance(Move::Refuse)?;
    // The table has no way to here without a prepared refusal.
    let prepared = application.office.prepared_refusal.clone();
    let prepared = prepared.ok_or(Denied::Move { from, doing: Move::Refuse })?;
    if today < prepared.not_before {
        return Err(Denied::TooEarly(prepared.not_before));
    }
    if prepared.hearing_waits() {
        return Err(Denied::HearingWaits);
    }
    if prepared.grounds.iter().any(|ground| !usable.contains(&ground.as_str())) {
        return Err(Denied::GroundUnusable);
    }
    let PreparedRefusal { grounds, reasons, .. } = prepared;
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
