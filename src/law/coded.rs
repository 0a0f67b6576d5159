//! One way to give an enumeration its codes: the words by which files, addresses and translations name its values.

use thiserror::Error;

/// A word that is none of the codes of an enumeration.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("unknown {kind}: {given:?}")]
pub struct UnknownCode {
    /// The enumeration that was meant.
    pub kind: &'static str,
    /// The word as given.
    pub given: String,
}

/// Declares an enumeration whose values are read and written by their codes; `ALL` keeps the order of the declaration.
macro_rules! coded_enum {
    (
        $(#[$attribute:meta])*
        $name:ident { $( $(#[$value_attribute:meta])* $value:ident => $code:literal, )+ }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $( $(#[$value_attribute])* $value, )+ }

        impl $name {
            /// Every value, in the order of the declaration.
            pub const ALL: &'static [$name] = &[$( $name::$value, )+];

            /// The stable word for this value.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( $name::$value => $code, )+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(self.code())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::law::UnknownCode;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $( $code => Ok($name::$value), )+
                    _ => Err($crate::law::UnknownCode { kind: stringify!($name), given: text.to_owned() }),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(input)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use coded_enum;
