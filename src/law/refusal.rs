//! The grounds on which a permit is refused or annulled (order 642, row 9), and which of them may be used in a case.

use chrono::NaiveDate;

use crate::law::citation::Citation;
use crate::law::coded::coded_enum;
use crate::law::facts::{Facts, Ground};

coded_enum! {
    /// What a ground is used for.
    Purpose {
        /// Refusing a permit.
        Refusal => "refusal",
        /// Annulling a permit already given.
        Annulment => "annulment",
    }
}

/// A ground of refusal or annulment.
#[derive(Debug)]
pub struct GroundOfRefusal {
    /// Part and number as in the order's row 9; those newer than the order carry the number of the law.
    pub code: &'static str,
    /// The provision.
    pub article: Citation,
    /// The sub-paragraph in that article.
    pub sub_paragraph: &'static str,
    /// The day from which it counts; `None` for those of the order itself.
    pub in_force_from: Option<NaiveDate>,
    /// Whether it presupposes a permit already given.
    pub annulment_only: bool,
    /// Whether it cannot be used against this person.
    pub exempt: fn(&Facts) -> bool,
}

/// The day of the law of 16.05.2024 No 82-VIII, which added 3-1) and 13-2) and freed incapable persons from 15).
///
/// (reading) That it was this law is inferred: it is the only one in the footnote of article 49 that is later than the
/// order.
///
/// (reading) The law came into force ten calendar days after its first official publication, whose day is not known
/// here, so the day of the law itself is used; this is the one place to change it.
pub const LAW_82_FROM: Option<NaiveDate> = NaiveDate::from_ymd_opt(2024, 5, 16);

impl GroundOfRefusal {
    /// Whether the ground is in force on the day of applying, fits the purpose, and nothing exempts the person.
    ///
    /// (reading) Grounds 15) and 16), and 13-2), presuppose a permit or a card and serve annulment only; all others
    /// serve both purposes, those of article 19-1 included.
    #[must_use]
    pub fn is_usable(&self, facts: &Facts, purpose: Purpose) -> bool {
        let in_force = self.in_force_from.is_none_or(|from| facts.filed_on >= from);
        let fits = purpose == Purpose::Annulment || !self.annulment_only;
        in_force && fits && !(self.exempt)(facts)
    }

    /// The ground with this code.
    #[must_use]
    pub fn find(code: &str) -> Option<&'static Self> {
        GROUNDS.iter().find(|ground| ground.code == code)
    }
}

/// Law on state services, article 19-1 (2) 3): an authorised body of the state answered no to a request of approval.
///
/// (reading) A negative conclusion of an expertise or a check, which the sentence names too, is recorded as such an answer.
pub const NEGATIVE_ANSWER: &str = "19-1.3";

/// The grounds that may be used in this case, in the table's order.
#[must_use]
pub fn usable(facts: &Facts, purpose: Purpose) -> Vec<&'static GroundOfRefusal> {
    GROUNDS.iter().filter(|ground| ground.is_usable(facts, purpose)).collect()
}

/// Nobody is exempt.
fn nobody(_: &Facts) -> bool {
    false
}

/// Law on migration, article 49, sub-paragraph 4): who is freed from confirming solvency.
///
/// (reading) Only the grounds named there free; that the minor and the consular route do not ask for the paper does not.
fn freed_from_solvency(facts: &Facts) -> bool {
    facts.solvency_exempt()
}

/// Order 642, row 9, last paragraph: numbers 15) and 17) do not apply to ethnic Kazakhs and their families, to stateless
/// persons without identity papers or with a Soviet passport of 1974, and to women under the Convention.
///
/// (reading) `family_of_exempt` does not say of whose family; the doubt goes to the person's benefit.
fn favoured(facts: &Facts) -> bool {
    facts.grounds.has(Ground::EthnicKazakh)
        || facts.grounds.has(Ground::FamilyOfExempt)
        || (facts.stateless_without_papers && facts.citizenship.is_none())
        || facts.convention_married_woman
}

/// Law on migration, article 49, last part: the disease ground does not apply to incapable persons. It is not in the order;
/// since when, see [`LAW_82_FROM`].
fn incapable(facts: &Facts) -> bool {
    facts.incapable && LAW_82_FROM.is_some_and(|from| facts.filed_on >= from)
}

/// A ground that anybody may meet, for either purpose.
const fn ground(code: &'static str, article: Citation, sub_paragraph: &'static str) -> GroundOfRefusal {
    GroundOfRefusal { code, article, sub_paragraph, in_force_from: None, annulment_only: false, exempt: nobody }
}

/// A ground of article 49 of the law on migration.
const fn migration(code: &'static str, sub_paragraph: &'static str) -> GroundOfRefusal {
    ground(code, Citation::Migration49, sub_paragraph)
}

/// Order 642, row 9: part 1 (law on state services, article 19-1), then part 2 (law on migration, article 49).
///
/// (reading) Of article 19-1 the order's three only. The law has 4) to 6) today; 6), no consent to the use of personal data,
/// is left out since its first day was not found, and nobody can file here without that consent.
pub static GROUNDS: [GroundOfRefusal; 26] = [
    ground("19-1.1", Citation::Services19_1, "1)"),
    ground("19-1.2", Citation::Services19_1, "2)"),
    ground(NEGATIVE_ANSWER, Citation::Services19_1, "3)"),
    migration("49.1", "1)"),
    migration("49.2", "2)"),
    migration("49.3", "3)"),
    GroundOfRefusal { in_force_from: LAW_82_FROM, ..migration("49.3-1", "3-1)") },
    GroundOfRefusal { exempt: freed_from_solvency, ..migration("49.4", "4)") },
    migration("49.5", "5)"),
    migration("49.6", "6)"),
    migration("49.7", "7)"),
    migration("49.8", "8)"),
    migration("49.9", "9)"),
    migration("49.10", "9-1)"),
    migration("49.11", "10)"),
    migration("49.12", "10-1)"),
    migration("49.13", "11)"),
    migration("49.14", "12)"),
    GroundOfRefusal { annulment_only: true, exempt: favoured, ..migration("49.15", "13)") },
    GroundOfRefusal { annulment_only: true, in_force_from: LAW_82_FROM, ..migration("49.13-2", "13-2)") },
    GroundOfRefusal { annulment_only: true, ..migration("49.16", "14)") },
    GroundOfRefusal { exempt: favoured, ..migration("49.17", "14-1)") },
    migration("49.18", "14-2)"),
    GroundOfRefusal { exempt: incapable, ..migration("49.19", "15)") },
    migration("49.20", "16)"),
    migration("49.21", "17)"),
];
