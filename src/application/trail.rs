//! The chain of events: what each one's hash is made of. Whoever changes, removes, inserts or moves an event behind the
//! program's back breaks the chain at that place.
//!
//! The format, so that others can recompute it: SHA-256, in small hexadecimal letters, over eight netstrings
//! (`length in bytes ":" bytes ","`), in this order:
//!
//! 1. `ruqsat-event-1`, the name of this format;
//! 2. the event's number, decimal; the first is 1;
//! 3. the hash of the event before it; of the first one 64 zeros;
//! 4. the application's id; empty for an event of the office;
//! 5. the event's kind, as its code;
//! 6. when it happened, UTC, to the microsecond: `2026-06-10T05:00:00.000000Z`;
//! 7. who did it, the JSON text as it is stored;
//! 8. what belongs to it, the JSON text as it is stored.

use chrono::{DateTime, Utc};

use super::submission::sha256_hex;

/// What stands before the first event.
pub const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

const FORMAT: &str = "ruqsat-event-1";

/// An event at its place in the chain, as it is stored.
#[derive(Debug, Clone, Copy)]
pub struct Link<'a> {
    /// Its number.
    pub seq: i64,
    /// Hash of the event before it.
    pub previous: &'a str,
    /// Whose it is; none for an event of the office.
    pub application: Option<&'a str>,
    /// Code of its kind.
    pub kind: &'a str,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Who did it, as JSON.
    pub actor: &'a str,
    /// What belongs to it, as JSON.
    pub details: &'a str,
}

impl Link<'_> {
    /// Its hash.
    pub fn hash(&self) -> String {
        let at = self.at.format("%Y-%m-%dT%H:%M:%S%.6fZ").to_string();
        let parts = [
            FORMAT,
            &self.seq.to_string(),
            self.previous,
            self.application.unwrap_or_default(),
            self.kind,
            &at,
            self.actor,
            self.details,
        ];
        let netstring = |part: &str| format!("{}:{part},", part.len());
        sha256_hex(parts.map(netstring).concat().as_bytes())
    }
}

/// Number and hash of an event: enough to tell later whether the chain up to it is still the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Number of the event.
    pub seq: i64,
    /// Its hash.
    pub hash: String,
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.seq, self.hash)
    }
}

impl std::str::FromStr for Head {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (seq, hash) = text.trim().split_once(':').ok_or(())?;
        let seq = seq.parse().map_err(|_| ())?;
        let whole = hash.len() == NOTHING.len() && hash.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase());
        (seq > 0 && whole).then(|| Self { seq, hash: hash.to_owned() }).ok_or(())
    }
}

/// Why the chain does not hold, at the first place where it does not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// The event does not have the hash that it is stored with.
    #[error("event {0} was changed: its hash is not what its content gives")]
    Changed(i64),
    /// The event was not written after the one that stands before it.
    #[error("event {0} does not follow the event before it: something was changed, moved or put in between")]
    Unlinked(i64),
    /// The event is not there.
    #[error("event {0} is missing")]
    Missing(i64),
    /// The chain ends elsewhere than its head says.
    #[error("the head says that event {0} has another hash: the last events were replaced")]
    Head(i64),
    /// The head itself is gone.
    #[error("the head of the chain is missing: nobody can tell where it ends")]
    NoHead,
    /// There are events after the last one that the head knows.
    #[error("event {0} was put in after the last one that the head knows")]
    Beyond(i64),
    /// The chain is whole, but it is not the one that was noted.
    #[error("event {0} has another hash than the one that was noted: the chain was written anew")]
    NotAsNoted(i64),
}

/// Follows the chain, event by event.
#[derive(Debug)]
pub struct Walk {
    last: Head,
}

impl Default for Walk {
    fn default() -> Self {
        Self { last: Head { seq: 0, hash: NOTHING.to_owned() } }
    }
}

impl Walk {
    /// The last event that was found right.
    pub fn last(&self) -> &Head {
        &self.last
    }
    /// Checks the next event: its place, what it follows, and its hash as stored.
    pub fn step(&mut self, link: Link<'_>, hash: &str) -> Result<(), Broken> {
        let expected = self.last.seq + 1;
        if link.seq != expected {
            return Err(if link.seq > expected { Broken::Missing(expected) } else { Broken::Unlinked(link.seq) });
        }
        if link.previous != self.last.hash {
            return Err(Broken::Unlinked(link.seq));
        }
        if link.hash() != hash {
            return Err(Broken::Changed(link.seq));
        }
        self.last = Head { seq: link.seq, hash: hash.to_owned() };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_is_what_is_written_above() {
        let link = Link {
            seq: 7,
            previous: NOTHING,
            application: Some("a1"),
            kind: "withdrawn",
            at: DateTime::UNIX_EPOCH,
            actor: r#"{"kind":"applicant"}"#,
            details: "{}",
        };
        let text = format!(
            "14:ruqsat-event-1,1:7,64:{NOTHING},2:a1,9:withdrawn,27:1970-01-01T00:00:00.000000Z,\
             20:{{\"kind\":\"applicant\"}},2:{{}},"
        );
        assert_eq!(link.hash(), sha256_hex(text.as_bytes()));
    }

    #[test]
    fn a_head_is_read_as_it_is_written() {
        let head = Head { seq: 12, hash: "ab".repeat(32) };
        assert_eq!(head.to_string().parse(), Ok(head));
        for wrong in ["", "12", "12:ab", "x:00", &format!("0:{NOTHING}"), &format!("1:{}", "Z".repeat(64))] {
            assert_eq!(wrong.parse::<Head>(), Err(()), "{wrong}");
        }
    }
}
