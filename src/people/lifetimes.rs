//! How long keys and sessions are good.

use chrono::{DateTime, Duration, Utc};

/// The lifetimes; each can be set by whoever runs the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lifetimes {
    /// An applicant's key is good so long after it was last used.
    pub key: Duration,
    /// A session not used for so long is over.
    pub idle: Duration,
    /// A session is over after so long in any case: a working day.
    pub session: Duration,
    /// A case that a clerk took is free again so long after their last work on it.
    pub claim: Duration,
}

impl Default for Lifetimes {
    fn default() -> Self {
        let hours = Duration::hours;
        Self { key: Duration::days(30), idle: hours(2), session: hours(12), claim: hours(1) }
    }
}

impl Lifetimes {
    /// When a session ends that began and was last used at these moments, if nothing more is done with it.
    pub fn session_end(&self, begun: DateTime<Utc>, used: DateTime<Utc>) -> DateTime<Utc> {
        (used + self.idle).min(self.last_end(begun))
    }
    /// When a session ends that began at this moment, whatever is done with it.
    pub fn last_end(&self, begun: DateTime<Utc>) -> DateTime<Utc> {
        begun + self.session
    }
}

/// Below this a person could not read and press what warns them.
const SHORTEST: Duration = Duration::minutes(10);

/// Reads a lifetime: `30d`, `12h`, `45m`; at least ten minutes, at most a year.
pub fn lifetime(text: &str) -> Option<Duration> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let number: i64 = number.parse().ok().filter(|number| (1..=1_000_000).contains(number))?;
    let given = match unit {
        "d" => Duration::days(number),
        "h" => Duration::hours(number),
        "m" => Duration::minutes(number),
        _ => return None,
    };
    (SHORTEST..=Duration::days(365)).contains(&given).then_some(given)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_lifetimes() {
        assert_eq!(lifetime("30d"), Some(Duration::days(30)));
        assert_eq!(lifetime("12h"), Some(Duration::hours(12)));
        assert_eq!(lifetime("45m"), Some(Duration::minutes(45)));
        for wrong in ["", "d", "9m", "366d", "-1h", "1", "1w", "ә", "2 h", "99999999999d"] {
            assert_eq!(lifetime(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_session_ends_with_rest_and_with_the_day() {
        let day = Lifetimes::default();
        let begun = DateTime::from_timestamp(1_780_000_000, 0).unwrap();
        assert_eq!(day.session_end(begun, begun), begun + Duration::hours(2));
        assert_eq!(day.session_end(begun, begun + Duration::hours(11)), begun + Duration::hours(12));
    }
}
