//! The person's remarks on the minutes of their hearing (APPK, article 74).

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::refusal::{Minutes, PreparedRefusal, statement};
use super::{Actor, Application, Denied, Event, EventKind, Status};

/// Remarks on the minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesRemark {
    /// When they came.
    pub at: DateTime<Utc>,
    /// What the person says.
    pub text: String,
}

impl Minutes {
    /// Whether remarks are still taken: there is something to remark on, and the third working day is not over.
    pub fn takes_remarks(&self, today: NaiveDate) -> bool {
        !self.text.is_empty() && today <= self.remarks_until
    }
}

impl Application {
    /// The minutes that the person can remark on, or could.
    ///
    /// (reading) The act does not wait for remarks, nor does it end the right to them: they go into the file all the same.
    pub fn minutes_told(&self) -> Option<&Minutes> {
        let told = matches!(self.status, Status::PreliminaryRefusal | Status::Refused);
        let minutes = self.office.prepared_refusal.as_ref().and_then(PreparedRefusal::minutes);
        minutes.filter(|minutes| told && !minutes.text.is_empty())
    }

    /// Takes the person's remarks on the minutes, within three working days. The last day counts whole.
    pub fn remark_on_minutes(&mut self, text: &str, at: DateTime<Utc>) -> Result<Event, Denied> {
        let until = self.minutes_told().ok_or(Denied::Closed)?.remarks_until;
        let hearing = self.office.prepared_refusal.as_mut().and_then(|prepared| prepared.hearing.as_mut());
        let minutes = hearing.and_then(|hearing| hearing.minutes.as_mut()).ok_or(Denied::Closed)?;
        let text = statement(text, until, at, minutes.remarks.len(), false)?;
        minutes.remarks.push(MinutesRemark { at, text });
        Ok(Event::new(EventKind::MinutesRemarked, Actor::Applicant, at))
    }
}
