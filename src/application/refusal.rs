//! A refusal on its way (APPK arts. 73 and 74): prepared on grounds, each tied to what was examined; told to the person,
//! who may object and ask for a hearing; and the hearing with its minutes.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::event::Actor;
use super::minutes::MinutesRemark;
use super::status::codes;
use super::{Application, Denied, Event, EventKind, Move};

/// What a ground rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Code of the ground.
    pub ground: String,
    /// What was examined: `paper-solvency`, `step-history`, `approval-bank`.
    pub item: String,
    /// What it shows, in the applicant's language.
    pub shows: String,
}

/// What the person wrote against a prepared refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// When it came.
    pub at: DateTime<Utc>,
    /// The objection; empty when only a hearing is asked for.
    pub text: String,
    /// Whether a hearing is asked for.
    pub asks_hearing: bool,
}

codes! {
    /// How a hearing went.
    Outcome {
        /// The person came and was heard.
        Held = "held",
        /// The person did not come.
        Absent = "absent",
    }
}

/// What was written down of a hearing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes {
    /// Whether the person came.
    pub outcome: Outcome,
    /// What was said; of a person who did not come it may be empty.
    pub text: String,
    /// Who wrote them.
    pub officer: Actor,
    /// When they were written into the case.
    pub at: DateTime<Utc>,
    /// Until when the person may remark on them: the third working day (APPK, article 74).
    pub remarks_until: NaiveDate,
    /// What the person remarked, oldest first.
    #[serde(default)]
    pub remarks: Vec<MinutesRemark>,
}

/// A hearing that is appointed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hearing {
    /// The day.
    pub on: NaiveDate,
    /// The time of day in Kazakhstan.
    pub time: NaiveTime,
    /// Where: address and room.
    pub place: String,
    /// Who appointed it.
    pub officer: Actor,
    /// The minutes, once they are written.
    pub minutes: Option<Minutes>,
}

/// A refusal that is prepared (APPK art. 73).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreparedRefusal {
    /// Who prepared it.
    pub officer: Actor,
    /// The day the person was told.
    pub notified_on: NaiveDate,
    /// The act may not be signed before this day.
    pub not_before: NaiveDate,
    /// Until when the person may object.
    pub objection_until: NaiveDate,
    /// Codes of the grounds.
    pub grounds: Vec<String>,
    /// What each ground rests on.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Reasons in the applicant's language.
    pub reasons: String,
    /// What the person wrote against it, oldest first.
    #[serde(default)]
    pub objections: Vec<Objection>,
    /// The hearing.
    #[serde(default)]
    pub hearing: Option<Hearing>,
}

impl Hearing {
    /// When it begins, by the clocks of Kazakhstan.
    pub fn begins(&self) -> NaiveDateTime {
        self.on.and_time(self.time)
    }
    /// Whether its hour has come, by the clocks of Kazakhstan: minutes are not written before.
    pub fn has_begun(&self, now: &NaiveDateTime) -> bool {
        self.begins() <= *now
    }
}

impl PreparedRefusal {
    /// Whether the person asked for a hearing.
    pub fn hearing_asked(&self) -> bool {
        self.objections.iter().any(|objection| objection.asks_hearing)
    }
    /// The minutes of the hearing.
    pub fn minutes(&self) -> Option<&Minutes> {
        self.hearing.as_ref().and_then(|hearing| hearing.minutes.as_ref())
    }
    /// Whether a hearing that was asked for is still to be held.
    pub fn hearing_waits(&self) -> bool {
        self.hearing_asked() && self.minutes().is_none()
    }
}

/// An objection, or a remark on the minutes, may have so many characters: two closely written sheets.
pub const LONGEST_STATEMENT: usize = 4_000;
/// So many of each are taken: a person may add to what they wrote.
pub const MOST_STATEMENTS: usize = 5;

/// What the person says against a refusal on its way, if it may be said: until a day, which counts whole; not too much, nor
/// too often.
pub(super) fn statement(
    text: &str,
    until: NaiveDate,
    at: DateTime<Utc>,
    said_before: usize,
    may_be_empty: bool,
) -> Result<String, Denied> {
    if crate::clock::civil(at).date() > until {
        return Err(Denied::TermOver(until));
    }
    let text = text.trim();
    if text.is_empty() && !may_be_empty {
        return Err(Denied::NothingSaid);
    }
    if text.chars().count() > LONGEST_STATEMENT {
        return Err(Denied::TooLong);
    }
    if said_before >= MOST_STATEMENTS {
        return Err(Denied::TooMany);
    }
    Ok(text.to_owned())
}

impl Application {
    /// Takes the person's objection to a prepared refusal, or their wish to be heard, within its two working days
    /// (APPK, article 73). The last day counts whole.
    pub fn object(&mut self, text: &str, asks_hearing: bool, at: DateTime<Utc>) -> Result<Event, Denied> {
        self.advance(Move::Object)?;
        let Some(prepared) = self.office.prepared_refusal.as_mut() else { return Err(Denied::Closed) };
        let text = statement(text, prepared.objection_until, at, prepared.objections.len(), asks_hearing)?;
        prepared.objections.push(Objection { at, text, asks_hearing });
        let event = Event::new(EventKind::Objected, Actor::Applicant, at);
        Ok(if asks_hearing { event.with("asks", "hearing") } else { event })
    }
}
