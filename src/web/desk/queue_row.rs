//! A line of the queue as a reader sees it.

use chrono::{DateTime, NaiveDate, Utc};

use super::claim::when;
use super::refusal_until::RefusalUntil;
use crate::desk::queue::{Case, News};
use crate::language::Language;
use crate::people::Staff;

/// A case of the queue.
pub struct Row {
    /// The case.
    pub case: Case,
    /// Day of filing.
    pub filed_on: Option<NaiveDate>,
    /// Calendar days left; negative when late.
    pub left: Option<i64>,
    /// Who has it.
    pub held: Option<Held>,
    /// Messages of the applicant that nobody at the office has read; looked up for the queue only.
    pub unread: usize,
    /// What else the applicant has done; looked up likewise.
    pub news: Option<News>,
    /// The last day on which a refusal can be prepared in time, when it is near or over; worked out likewise.
    pub refusal: Option<RefusalUntil>,
}

/// Who has a case, in words.
pub struct Held {
    /// Name.
    pub name: String,
    /// Whether that is the reader.
    pub own: bool,
    /// Whether their lease runs.
    pub live: bool,
    /// Since when: the time only, when it is today.
    pub since: String,
}

impl Held {
    /// Of a case, for a reader.
    pub fn of(case: &Case, reader: &Staff, language: Language, now: DateTime<Utc>) -> Option<Self> {
        let claim = case.claim.as_ref()?;
        Some(Self {
            name: claim.name.clone(),
            own: claim.is_of(reader),
            live: claim.is_live(now),
            since: when(claim.since, now, language),
        })
    }
}

impl Row {
    /// Of a case, for a reader.
    pub fn of(case: Case, reader: &Staff, language: Language, now: DateTime<Utc>) -> Self {
        Self {
            filed_on: case.submitted_at.map(|at| crate::clock::civil(at).date()),
            left: case.days_left(crate::clock::civil(now).date()),
            held: Held::of(&case, reader, language, now),
            unread: 0,
            news: None,
            refusal: None,
            case,
        }
    }
    /// Days beyond the term.
    pub fn late(&self) -> i64 {
        self.left.map_or(0, |left| -left)
    }
}
