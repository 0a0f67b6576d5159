//! Boxes of plain text: one line ([`Text`]) or several ([`Prose`]).

use std::fmt;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::answer::Lenient;

/// One line of text as typed, without the spaces around it. Any JSON scalar is taken.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Text(String);

/// Several lines of text.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Prose(String);

macro_rules! boxes_of_text {
    ($($name:ident: $clean:expr),*) => {$(
        impl Deref for $name {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                let clean: fn(&str) -> String = $clean;
                Self(clean(text))
            }
        }
        /// Never prints what a person typed.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({} bytes)", stringify!($name), self.0.len())
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(Lenient).map(|text| Self::from(text.as_str()))
            }
        }
    )*};
}

boxes_of_text!(
    Text: |text| text.split_whitespace().collect::<Vec<_>>().join(" "),
    Prose: |text| text.replace("\r\n", "\n").trim().to_owned()
);
