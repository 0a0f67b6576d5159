//! A LINK FOR SOMEBODY ELSE'S PAPER: a ministry, an employer, a landlord or a notary brings one paper of one application,
//! and learns nothing else of it.

use chrono::{DateTime, Duration, Utc};

use super::{Application, Denied};
use crate::law::DocumentKind;

/// A link is good for two weeks: a state body has 15 working days for most answers, but whoever was given the link is
/// expected to have the paper; a new link is made in a minute, and an old one in somebody's mailbox is a door.
pub const DAYS: i64 = 14;
/// So many links to one paper may be open at once.
pub const MOST_OPEN: usize = 3;
/// So many files may come by one link: a stranger must not use up the room of the application.
pub const MOST_FILES: usize = 5;
/// Characters of the name of whom the link is for.
pub const LONGEST_NAME: usize = 100;
/// Characters of the note to them.
pub const LONGEST_NOTE: usize = 300;

/// A link.
#[derive(Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Id made by the program. The token of the link is another thing, and is not kept.
    pub id: String,
    /// Whose paper it is.
    pub application_id: String,
    /// Which paper.
    pub kind: DocumentKind,
    /// Whom the applicant made it for: for the applicant's own eyes.
    pub for_whom: String,
    /// What they are told beside the name of the paper.
    pub note: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// From when on it is good for nothing.
    pub expires_at: DateTime<Utc>,
    /// When the applicant took it back.
    pub revoked_at: Option<DateTime<Utc>>,
    /// Ids of the files that came by it.
    pub files: Vec<String>,
}

/// Names of people are personal data: `Debug` tells only which link it is.
impl std::fmt::Debug for Invitation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Invitation({})", self.id)
    }
}

/// How a link stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It opens.
    Open,
    /// The applicant took it back.
    Revoked,
    /// Its time is over.
    Expired,
    /// As many files came as may come.
    Full,
    /// The paper is not to be changed any more: the application was filed, or ended.
    Closed,
}

impl Standing {
    /// Message id is `invite-standing-{code}`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Revoked => "revoked",
            Self::Expired => "expired",
            Self::Full => "full",
            Self::Closed => "closed",
        }
    }
}

impl Invitation {
    /// A new link for a paper that may be changed now.
    pub fn make(
        id: String,
        application: &Application,
        kind: DocumentKind,
        (for_whom, note): (&str, &str),
        at: DateTime<Utc>,
    ) -> Result<Self, Denied> {
        if !application.may_change_paper(kind) {
            return Err(Denied::Closed);
        }
        Ok(Self {
            id,
            application_id: application.id.clone(),
            kind,
            for_whom: for_whom.chars().take(LONGEST_NAME).collect(),
            note: note.chars().take(LONGEST_NOTE).collect(),
            made_at: at,
            expires_at: at + Duration::days(DAYS),
            revoked_at: None,
            files: Vec::new(),
        })
    }

    /// How it stands now.
    pub fn standing(&self, application: &Application, now: DateTime<Utc>) -> Standing {
        match () {
            () if self.revoked_at.is_some() => Standing::Revoked,
            () if now >= self.expires_at => Standing::Expired,
            () if !application.may_change_paper(self.kind) => Standing::Closed,
            () if self.files.len() >= MOST_FILES => Standing::Full,
            () => Standing::Open,
        }
    }
}

/// All that whoever opens a link is told of the person: the first letters of the name, so that somebody with several
/// papers to bring knows which one is meant.
pub fn initials(application: &Application) -> String {
    let name = application.name();
    let letters = name.split_whitespace().take(2).filter_map(|word| word.chars().next());
    letters.map(|letter| format!("{}.", letter.to_uppercase())).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::{Code, Number, Status};

    fn application() -> Application {
        let number = Number::random(&mut rand::rng());
        let hash = Code::random(&mut rand::rng()).hash(b"key");
        Application::begin("1".to_owned(), number, hash, "kk", DateTime::UNIX_EPOCH)
    }

    #[test]
    fn how_a_link_stands() {
        let (mut application, at) = (application(), DateTime::UNIX_EPOCH);
        let made = Invitation::make("a".to_owned(), &application, DocumentKind::Housing, ("K", ""), at).unwrap();
        let days = |n| at + Duration::days(n);
        assert_eq!(made.standing(&application, days(13)), Standing::Open);
        assert_eq!(made.standing(&application, days(14)), Standing::Expired);
        let revoked = Invitation { revoked_at: Some(days(1)), ..made.clone() };
        assert_eq!(revoked.standing(&application, days(2)), Standing::Revoked);
        let full = Invitation { files: vec![String::new(); MOST_FILES], ..made.clone() };
        assert_eq!(full.standing(&application, days(2)), Standing::Full);
        application.status = Status::Submitted;
        assert_eq!(made.standing(&application, days(2)), Standing::Closed);
        let none = Invitation::make("b".to_owned(), &application, DocumentKind::Housing, ("K", ""), at);
        assert_eq!(none.unwrap_err(), Denied::Closed);
    }

    #[test]
    fn nobody_is_named() {
        assert_eq!(initials(&application()), "");
        assert!(
            !format!(
                "{:?}",
                Invitation::make(
                    "a".to_owned(),
                    &application(),
                    DocumentKind::Housing,
                    ("Bank", "for Aisha"),
                    DateTime::UNIX_EPOCH
                )
            )
            .contains("Bank")
        );
    }
}
