//! How a box looks and how its value is read aloud: what the pages, the summary and the desk know of a field.

use super::answer::{Answer, Choices, Value};
use super::text::{Prose, Text};

/// The kind of a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Text,
    /// Several lines.
    Prose,
    /// A date in three boxes; its text is ISO 8601.
    Date,
    /// Yes or no.
    YesNo,
    /// A whole number without sign.
    Number,
    /// One code of the list of that name.
    Choice(&'static str),
    /// Any number of codes of the list of that name.
    Choices(&'static str),
}

/// One declared question: the name of its box and how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Name in JSON, in the form and in the message ids.
    pub name: &'static str,
    /// How it looks.
    pub kind: Kind,
}

/// A type that can be one box of a form.
pub trait Boxed {
    /// How the box looks.
    const KIND: Kind;
}

impl Boxed for Text {
    const KIND: Kind = Kind::Text;
}
impl Boxed for Prose {
    const KIND: Kind = Kind::Prose;
}
impl<T: Value> Boxed for Answer<T> {
    const KIND: Kind = T::KIND;
}
impl<T: Value> Boxed for Choices<T> {
    const KIND: Kind = match T::KIND {
        Kind::Choice(list) => Kind::Choices(list),
        other => other,
    };
}

/// Declares a page of questions: the struct that holds the answers and, from the same lines, the list of its fields.
///
/// One line is one field: its checks, its name, its type. The page, the summary, the desk and the API follow it.
#[macro_export]
macro_rules! questions {
    ($(#[$about:meta])* pub struct $name:ident { $( $(#[$check:meta])* $field:ident: $kind:ty, )* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize, validator::Validate)]
        #[serde(default)]
        #[allow(missing_docs, reason = "each field is described to people in locales/*/apply.ftl under its own name")]
        pub struct $name { $( $(#[$check])* pub $field: $kind, )* }

        impl $crate::validation::Questions for $name {
            const FIELDS: &'static [$crate::validation::Field] = &[
                $( $crate::validation::Field { name: stringify!($field), kind: <$kind as $crate::validation::Boxed>::KIND }, )*
            ];
        }
    };
}

/// Declares a closed list of codes with its name: an enum that a box can hold.
#[macro_export]
macro_rules! choice {
    ($(#[$about:meta])* $name:ident in $list:literal { $($variant:ident = $code:literal),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each code is described to people in the locales under {list}-{code}")]
        pub enum $name { $($variant),* }

        impl $name {
            /// Every code of the list, in the order in which it is offered.
            pub const CODES: &'static [&'static str] = &[$($code),*];
        }
        impl $crate::validation::Value for $name {
            const KIND: $crate::validation::Kind = $crate::validation::Kind::Choice($list);
            fn read(text: &str) -> Option<Self> {
                match text { $($code => Some(Self::$variant),)* _ => None }
            }
            fn write(&self) -> String {
                match self { $(Self::$variant => $code),* }.to_owned()
            }
        }
    };
}

/// A struct whose fields are questions.
pub trait Questions: serde::Serialize + serde::de::DeserializeOwned + Default + validator::Validate {
    /// The questions in the order in which they are asked.
    const FIELDS: &'static [Field];
    /// Their names, in that order.
    fn names() -> Vec<&'static str> {
        Self::FIELDS.iter().map(|field| field.name).collect()
    }
}
