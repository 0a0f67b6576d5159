//! What the law asks about a person: the facts of one case on the day of applying.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use crate::law::coded::coded_enum;

coded_enum! {
    /// A ground that frees from confirming solvency (law on migration, article 49, sub-paragraph 4).
    Ground {
        /// A foreigner or stateless person of Kazakh nationality (law on migration, article 1, 28).
        EthnicKazakh => "ethnic_kazakh",
        /// Born in, or once a citizen of, the Kazakh SSR or Kazakhstan (article 1, 1-1).
        FormerCompatriot => "former_compatriot",
        /// Entitled to simplified citizenship by a treaty.
        TreatyCitizenship => "treaty_citizenship",
        /// Member of the family of one of the former three.
        FamilyOfExempt => "family_of_exempt",
        /// Holds a profession of the in-demand list (order 49 of 20.02.2023).
        InDemandProfession => "in_demand_profession",
    }
}

/// A set of [`Ground`]s, read and written as a list of codes; repeated codes count once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Grounds(u8);

impl Grounds {
    /// Adds a ground.
    pub fn insert(&mut self, ground: Ground) {
        self.0 |= 1 << ground as u8;
    }

    /// Whether the ground is in the set.
    #[must_use]
    pub fn has(self, ground: Ground) -> bool {
        self.0 & (1 << ground as u8) != 0
    }

    /// Whether no ground is in the set.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The grounds in the order of [`Ground::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Ground> {
        Ground::ALL.iter().copied().filter(move |ground| self.has(*ground))
    }
}

impl FromIterator<Ground> for Grounds {
    fn from_iter<I: IntoIterator<Item = Ground>>(grounds: I) -> Self {
        let mut set = Self::default();
        grounds.into_iter().for_each(|ground| set.insert(ground));
        set
    }
}

impl Serialize for Grounds {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Grounds {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        Vec::<Ground>::deserialize(input).map(Self::from_iter)
    }
}

/// A state by its ISO 3166-1 alpha-3 letters, upper-case. Only the shape is checked, not the register of states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CountryCode(pub [u8; 3]);

impl CountryCode {
    /// China, whose ethnic Kazakh citizens need no criminal record certificate (order 642, row 8, item 4).
    pub const CHINA: Self = Self(*b"CHN");
}

/// A text that is not three capital Latin letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a state is written as three capital Latin letters (ISO 3166-1 alpha-3)")]
pub struct NotACountryCode;

impl FromStr for CountryCode {
    type Err = NotACountryCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let letters: [u8; 3] = text.as_bytes().try_into().map_err(|_| NotACountryCode)?;
        if letters.iter().all(u8::is_ascii_uppercase) { Ok(Self(letters)) } else { Err(NotACountryCode) }
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|letter| write!(out, "{}", char::from(*letter)))
    }
}

impl Serialize for CountryCode {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CountryCode {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        String::deserialize(input)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The facts of one case. All but the two dates may be left out: an answer not given is `false`, none, or zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The day of applying, in Kazakhstan's civil time.
    pub filed_on: NaiveDate,
    /// Date of birth.
    pub born_on: NaiveDate,
    /// Citizenship; `None` for a stateless person.
    #[serde(default)]
    pub citizenship: Option<CountryCode>,
    /// Grounds that free from confirming solvency.
    #[serde(default)]
    pub grounds: Grounds,
    /// Has refugee status in Kazakhstan.
    #[serde(default)]
    pub refugee: bool,
    /// Took another state's citizenship through that state's mission or consulate in Kazakhstan.
    #[serde(default)]
    pub citizenship_taken_through_mission: bool,
    /// Has permanent registration in Kazakhstan.
    #[serde(default)]
    pub permanently_registered: bool,
    /// A minor who came with one or both parents.
    #[serde(default)]
    pub arrived_with_parent: bool,
    /// The parent, guardian or trustee is a citizen of, or lives permanently in, Kazakhstan.
    #[serde(default)]
    pub representative_resident: bool,
    /// The second parent, or both, live outside Kazakhstan.
    #[serde(default)]
    pub other_parent_abroad: bool,
    /// Declared incapable by a court.
    #[serde(default)]
    pub incapable: bool,
    /// How many children of 14–17 apply jointly with this person.
    #[serde(default)]
    pub children_14_to_17: u32,
    /// Declared stateless for want of identity papers, or on a Soviet passport of the 1974 pattern
    /// (law on migration, article 49: exemption from sub-paragraphs 13 and 14-1).
    #[serde(default)]
    pub stateless_without_papers: bool,
    /// A woman under the Convention on the Nationality of Married Women (the same exemption).
    #[serde(default)]
    pub convention_married_woman: bool,
}

impl Facts {
    /// A case of which only the two dates are known: stateless, and every other answer "no".
    #[must_use]
    pub fn new(filed_on: NaiveDate, born_on: NaiveDate) -> Self {
        Self {
            filed_on,
            born_on,
            citizenship: None,
            grounds: Grounds::default(),
            refugee: false,
            citizenship_taken_through_mission: false,
            permanently_registered: false,
            arrived_with_parent: false,
            representative_resident: false,
            other_parent_abroad: false,
            incapable: false,
            children_14_to_17: 0,
            stateless_without_papers: false,
            convention_married_woman: false,
        }
    }

    /// Whether the birth lies after the day of applying: such facts are wrong, ask for a correction.
    #[must_use]
    pub fn born_after_filing(&self) -> bool {
        self.born_on > self.filed_on
    }

    /// Full years on the day of applying: birthdays reached, the day of the birthday included (RULES §1).
    ///
    /// (reading) Who was born on 29 February reaches the birthday of a common year on 1 March. A birth after the
    /// day of applying counts as age 0; see [`Facts::born_after_filing`].
    #[must_use]
    pub fn age(&self) -> u32 {
        age_on(self.born_on, self.filed_on)
    }

    /// Under eighteen on the day of applying.
    #[must_use]
    pub fn is_minor(&self) -> bool {
        self.age() < 18
    }

    /// Freed from confirming solvency: any ground is present (law on migration, article 49, sub-paragraph 4).
    #[must_use]
    pub fn solvency_exempt(&self) -> bool {
        !self.grounds.is_empty()
    }
}

/// Full years on a day: birthdays reached, the day of the birthday included. The reading of 29 February stands at
/// [`Facts::age`].
#[must_use]
pub fn age_on(born_on: NaiveDate, day: NaiveDate) -> u32 {
    let reached = (day.month(), day.day()) >= (born_on.month(), born_on.day());
    u32::try_from(day.year() - born_on.year() - i32::from(!reached)).unwrap_or(0)
}
