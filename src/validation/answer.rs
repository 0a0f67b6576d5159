//! What a person put into one box: nothing, a value, or text that is no value.
//!
//! With [`Answer`] a step always deserializes: serde never stops at the first bad field, and "31.02.2020"
//! comes back in its box with a message instead of being lost.

use std::fmt;
use std::marker::PhantomData;

use chrono::NaiveDate;
use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::kind::Kind;

/// A value that one box can hold: how it is read from text, written as text, and drawn.
pub trait Value: Sized + Clone + PartialEq + fmt::Debug + 'static {
    /// How the box looks.
    const KIND: Kind;
    /// Reads the trimmed, non-empty text of a box.
    fn read(text: &str) -> Option<Self>;
    /// Writes the value so that [`Value::read`] takes it back.
    fn write(&self) -> String;
}

impl Value for bool {
    const KIND: Kind = Kind::YesNo;
    fn read(text: &str) -> Option<Self> {
        match text {
            "yes" | "true" | "on" | "1" => Some(true),
            "no" | "false" | "0" => Some(false),
            _ => None,
        }
    }
    fn write(&self) -> String {
        if *self { "yes" } else { "no" }.to_owned()
    }
}

impl Value for NaiveDate {
    const KIND: Kind = Kind::Date;
    /// ISO (`2001-02-03`) as the API and the form's three boxes send it, or `3.2.2001` as people type it.
    fn read(text: &str) -> Option<Self> {
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .or_else(|_| NaiveDate::parse_from_str(text, "%d.%m.%Y"))
            .ok()?;
        // A year of two or three digits is a slip of the finger, not the first century.
        (1000..=9999).contains(&chrono::Datelike::year(&date)).then_some(date)
    }
    fn write(&self) -> String {
        self.format("%Y-%m-%d").to_string()
    }
}

impl Value for i64 {
    const KIND: Kind = Kind::Number;
    /// Digits; spaces between thousands are what people type.
    fn read(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() > 15 || !digits.chars().all(|c| c.is_ascii_digit()) {
            return None;
        }
        digits.parse().ok()
    }
    fn write(&self) -> String {
        self.to_string()
    }
}

/// What stands in one box.
#[derive(Clone, PartialEq, Default)]
pub enum Answer<T> {
    /// Nothing.
    #[default]
    Blank,
    /// A value.
    Given(T),
    /// Text that is no value; kept as typed.
    Unreadable(String),
}

/// Never prints what a person typed: answers are personal data, and `Debug` ends in logs.
impl<T> fmt::Debug for Answer<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blank => "Blank",
            Self::Given(_) => "Given(…)",
            Self::Unreadable(_) => "Unreadable(…)",
        })
    }
}

impl<T: Value> Answer<T> {
    /// Reads the text of a box.
    pub fn read(text: &str) -> Self {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Self::Blank;
        }
        T::read(trimmed).map_or_else(|| Self::Unreadable(text.to_owned()), Self::Given)
    }
    /// The value, if there is one.
    pub fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            _ => None,
        }
    }
    /// The text to put back into the box.
    pub fn text(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Given(value) => value.write(),
            Self::Unreadable(text) => text.clone(),
        }
    }
    /// Whether the box is empty.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }
}

impl Answer<bool> {
    /// Answered with yes.
    pub fn yes(&self) -> bool {
        matches!(self, Self::Given(true))
    }
    /// Answered with no.
    pub fn no(&self) -> bool {
        matches!(self, Self::Given(false))
    }
}

impl<T: Value> Serialize for Answer<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

impl<'de, T: Value> Deserialize<'de> for Answer<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Lenient).map(|text| Self::read(&text))
    }
}

/// Deserializes any JSON value as text, so that a wrong type is an unreadable answer and not a failed request.
pub(super) struct Lenient;

impl<'de> Visitor<'de> for Lenient {
    type Value = String;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything that can stand in a box")
    }
    fn visit_bool<E: de::Error>(self, v: bool) -> Result<String, E> {
        Ok(v.write())
    }
    fn visit_i64<E: de::Error>(self, v: i64) -> Result<String, E> {
        Ok(v.to_string())
    }
    fn visit_u64<E: de::Error>(self, v: u64) -> Result<String, E> {
        Ok(v.to_string())
    }
    fn visit_f64<E: de::Error>(self, v: f64) -> Result<String, E> {
        Ok(v.to_string())
    }
    fn visit_str<E: de::Error>(self, v: &str) -> Result<String, E> {
        Ok(v.to_owned())
    }
    fn visit_unit<E: de::Error>(self) -> Result<String, E> {
        Ok(String::new())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<String, A::Error> {
        // The same box twice (a browser's stray field): the last one counts, as in every form parser.
        let mut last = String::new();
        while let Some(value) = seq.next_element::<serde_json::Value>()? {
            last = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        }
        Ok(last)
    }
    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<String, A::Error> {
        while map.next_entry::<de::IgnoredAny, de::IgnoredAny>()?.is_some() {}
        Ok("{}".to_owned())
    }
}

/// Any number of codes from one list; codes that are not of the list are dropped.
#[derive(Clone, PartialEq)]
pub struct Choices<T>(Vec<T>);

impl<T> Default for Choices<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Value> Choices<T> {
    /// The chosen values in the order given.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter()
    }
    /// Whether `value` is among the chosen.
    pub fn has(&self, value: &T) -> bool {
        self.0.contains(value)
    }
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> FromIterator<T> for Choices<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

impl<T> fmt::Debug for Choices<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Choices({})", self.0.len())
    }
}

impl<T: Value> Serialize for Choices<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Value::write))
    }
}

impl<'de, T: Value> Deserialize<'de> for Choices<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Codes<T>(PhantomData<T>);
        impl<'de, T: Value> Visitor<'de> for Codes<T> {
            type Value = Choices<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("codes of a list")
            }
            fn visit_str<E: de::Error>(self, v: &str) -> Result<Self::Value, E> {
                Ok(T::read(v.trim()).into_iter().collect())
            }
            fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
                Ok(Choices(Vec::new()))
            }
            fn visit_bool<E: de::Error>(self, _: bool) -> Result<Self::Value, E> {
                Ok(Choices(Vec::new()))
            }
            fn visit_i64<E: de::Error>(self, _: i64) -> Result<Self::Value, E> {
                Ok(Choices(Vec::new()))
            }
            fn visit_u64<E: de::Error>(self, _: u64) -> Result<Self::Value, E> {
                Ok(Choices(Vec::new()))
            }
            fn visit_f64<E: de::Error>(self, _: f64) -> Result<Self::Value, E> {
                Ok(Choices(Vec::new()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut chosen: Vec<T> = Vec::new();
                while let Some(value) = seq.next_element::<serde_json::Value>()? {
                    if let Some(code) = value.as_str().and_then(|text| T::read(text.trim()))
                        && !chosen.contains(&code)
                    {
                        chosen.push(code);
                    }
                }
                Ok(Choices(chosen))
            }
            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                while map.next_entry::<de::IgnoredAny, de::IgnoredAny>()?.is_some() {}
                Ok(Choices(Vec::new()))
            }
        }
        deserializer.deserialize_any(Codes(PhantomData))
    }
}
