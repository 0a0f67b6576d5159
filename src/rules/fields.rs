//! Reading the fields of a question, strictly: every field known, present when needed, and of the right type.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::law::calendar::parse_day;
use crate::law::facts::{Facts, Grounds};
use crate::rules::RuleError;

/// How much of a text that came in is shown in an error.
const SHOWN_CHARACTERS: usize = 60;

/// The fields of a case (RULES §1, and the two that only grounds of refusal ask for).
const CASE: &[&str] = &[
    "filed_on",
    "born_on",
    "citizenship",
    "grounds",
    "refugee",
    "citizenship_taken_through_mission",
    "permanently_registered",
    "arrived_with_parent",
    "representative_resident",
    "other_parent_abroad",
    "incapable",
    "children_14_to_17",
    "stateless_without_papers",
    "convention_married_woman",
];

/// An object whose fields are all known.
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    /// Takes an object and refuses it when it has a field that is not in the list.
    pub(super) fn new(object: Map<String, Value>, known: &[&str]) -> Result<Self, RuleError> {
        match object.keys().find(|name| !known.contains(&name.as_str())) {
            Some(name) => Err(RuleError::UnknownField(shown(name))),
            None => Ok(Self(object)),
        }
    }

    /// A field that must be there.
    fn needed(&self, field: &'static str) -> Result<&Value, RuleError> {
        self.0.get(field).ok_or(RuleError::MissingField(field))
    }

    /// A text that must be there.
    pub(super) fn text(&self, field: &'static str) -> Result<&str, RuleError> {
        self.needed(field)?.as_str().ok_or(RuleError::WrongType { field, expected: "a text" })
    }

    /// A day that must be there.
    pub(super) fn day(&self, field: &'static str) -> Result<NaiveDate, RuleError> {
        let text = self.text(field)?;
        parse_day(text).ok_or_else(|| RuleError::ImpossibleDate { field, given: shown(text) })
    }

    /// A yes or no that must be there.
    pub(super) fn yes_or_no(&self, field: &'static str) -> Result<bool, RuleError> {
        self.needed(field)?.as_bool().ok_or(RuleError::WrongType { field, expected: "true or false" })
    }

    /// A list of texts that must be there.
    pub(super) fn texts(&self, field: &'static str) -> Result<Vec<&str>, RuleError> {
        let wrong = RuleError::WrongType { field, expected: "a list of texts" };
        let list = self.needed(field)?.as_array().ok_or_else(|| wrong.clone())?;
        list.iter().map(|item| item.as_str().ok_or_else(|| wrong.clone())).collect()
    }

    /// A word of a closed set that must be there.
    pub(super) fn word<T: std::str::FromStr>(&self, field: &'static str) -> Result<T, RuleError> {
        parsed(field, self.text(field)?)
    }

    /// The case that must be there.
    pub(super) fn case(&mut self) -> Result<Facts, RuleError> {
        facts(self.0.remove("case").ok_or(RuleError::MissingField("case"))?)
    }

    /// A yes or no that is "no" when it is left out.
    fn flag(&self, field: &'static str) -> Result<bool, RuleError> {
        if self.0.contains_key(field) { self.yes_or_no(field) } else { Ok(false) }
    }

    /// A field that may be left out.
    fn if_given<T>(
        &self,
        field: &'static str,
        read: impl FnOnce(&Self, &'static str) -> Result<T, RuleError>,
    ) -> Result<Option<T>, RuleError> {
        if self.0.contains_key(field) { read(self, field).map(Some) } else { Ok(None) }
    }

    /// A whole number from 0.
    fn count(&self, field: &'static str) -> Result<u32, RuleError> {
        let number = self.needed(field)?.as_u64().and_then(|number| u32::try_from(number).ok());
        number.ok_or(RuleError::WrongType { field, expected: "a whole number from 0" })
    }

    /// A list of grounds.
    fn grounds(&self, field: &'static str) -> Result<Grounds, RuleError> {
        self.texts(field)?.into_iter().map(|word| parsed(field, word)).collect()
    }
}

/// Reads a case. Answers left out are "no"; citizenship `null`, or left out, is that of a stateless person.
///
/// # Errors
/// A [`RuleError`]: an unknown field first, then fields in the order of the list, then a birth after the day of applying.
pub fn facts(case: Value) -> Result<Facts, RuleError> {
    let Value::Object(object) = case else {
        return Err(RuleError::WrongType { field: "case", expected: "an object" });
    };
    let case = Fields::new(object, CASE)?;
    let stateless = case.0.get("citizenship").is_none_or(Value::is_null);
    let facts = Facts {
        filed_on: case.day("filed_on")?,
        born_on: case.day("born_on")?,
        citizenship: if stateless { None } else { Some(case.word("citizenship")?) },
        grounds: case.if_given("grounds", Fields::grounds)?.unwrap_or_default(),
        refugee: case.flag("refugee")?,
        citizenship_taken_through_mission: case.flag("citizenship_taken_through_mission")?,
        permanently_registered: case.flag("permanently_registered")?,
        arrived_with_parent: case.flag("arrived_with_parent")?,
        representative_resident: case.flag("representative_resident")?,
        other_parent_abroad: case.flag("other_parent_abroad")?,
        incapable: case.flag("incapable")?,
        children_14_to_17: case.if_given("children_14_to_17", Fields::count)?.unwrap_or_default(),
        stateless_without_papers: case.flag("stateless_without_papers")?,
        convention_married_woman: case.flag("convention_married_woman")?,
    };
    if facts.born_after_filing() {
        return Err(RuleError::BornAfterFiling { born_on: facts.born_on, filed_on: facts.filed_on });
    }
    Ok(facts)
}

/// Reads the case of a question about requirements, which is the case itself or an object with the case in it.
pub(super) fn requirements_question(value: Value) -> Result<Facts, RuleError> {
    match value {
        Value::Object(object) if object.contains_key("case") || object.contains_key("rule") => {
            let mut question = Fields::new(object, &["rule", "case"])?;
            match question.if_given("rule", Fields::text_owned)?.as_deref() {
                None | Some("requirements") => question.case(),
                Some(other) => Err(RuleError::UnknownRule(shown(other))),
            }
        }
        case => facts(case),
    }
}

impl Fields {
    fn text_owned(&self, field: &'static str) -> Result<String, RuleError> {
        self.text(field).map(str::to_owned)
    }
}

fn parsed<T: std::str::FromStr>(field: &'static str, word: &str) -> Result<T, RuleError> {
    word.parse().map_err(|_| RuleError::UnknownValue { field, given: shown(word) })
}

/// The beginning of a text that came in.
pub(super) fn shown(text: &str) -> String {
    text.chars().take(SHOWN_CHARACTERS).collect()
}
