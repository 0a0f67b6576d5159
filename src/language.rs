//! The languages, one for each folder of `locales/`: codes, texts, dates and numbers in words. The only place that
//! knows fluent.

use std::fmt;
use std::sync::OnceLock;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Utc};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

type Bundle = FluentBundle<FluentResource>;

#[expect(clippy::expect_used, reason = "the texts are part of the binary: the first test that starts would fail")]
fn bundle(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language.code().parse().expect("a language tag")]);
    // Without this every argument is wrapped in invisible direction marks.
    bundle.set_use_isolating(false);
    for text in language.texts() {
        let resource = FluentResource::try_new((*text).to_owned()).map_err(|(_, errors)| errors).expect("valid fluent");
        bundle.add_resource(resource).expect("each message once");
    }
    bundle
}

/// In the order of [`Language::ALL`], each read when it is first needed.
static BUNDLES: [OnceLock<Bundle>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];

/// Arguments of a message.
pub type Args<'a> = FluentArgs<'a>;

/// A text that is not in the locales: a fault of the program, found by the tests, shown as the bare key.
fn missing(key: &str) -> String {
    tracing::error!(event = "text_missing", key);
    key.to_owned()
}

impl Language {
    /// The language of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
    /// Whether it is a language of the law. The others only help to understand.
    pub fn is_official(self) -> bool {
        Self::OFFICE.contains(&self)
    }
    /// The language of letters and printed papers for a reader of this one.
    pub fn for_letters(self) -> Self {
        if self.is_official() { self } else { Self::OFFICE[0] }
    }
    fn bundle(self) -> &'static Bundle {
        BUNDLES[self as usize].get_or_init(|| bundle(self))
    }
    /// The text of `key`, or of its attribute for `key.attribute`, if there is one.
    pub fn find(self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let bundle = self.bundle();
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
        let message = bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(event = "text_broken", key, ?errors);
        }
        Some(text)
    }
    /// The text of `key`.
    pub fn text(self, key: &str) -> String {
        self.find(key, None).unwrap_or_else(|| missing(key))
    }
    /// The text of `key` with arguments.
    pub fn text_with(self, key: &str, args: &FluentArgs<'_>) -> String {
        self.find(key, Some(args)).unwrap_or_else(|| missing(key))
    }
    /// Whether there is a text of that key.
    pub fn has(self, key: &str) -> bool {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
        self.bundle().get_message(id).is_some_and(|message| match attribute {
            Some(name) => message.get_attribute(name).is_some(),
            None => message.value().is_some(),
        })
    }
    /// A month, from 1, as it is inflected in a date.
    pub fn month(self, number: u32) -> String {
        self.text(&format!("month-of-{number}"))
    }
    /// A date in words: day, month as it is inflected in a date, year, in the order of the language.
    pub fn date(self, date: NaiveDate) -> String {
        let mut args = FluentArgs::new();
        args.set("day", date.day().to_string());
        args.set("year", date.year().to_string());
        args.set("month", self.month(date.month()));
        self.text_with("date-in-words", &args)
    }
    /// A moment in Kazakhstan's civil time: the date in words and the time of day.
    pub fn moment(self, at: DateTime<Utc>) -> String {
        self.civil_moment(crate::clock::civil(at))
    }
    /// The same of a moment that is in civil time already.
    pub fn civil_moment(self, at: NaiveDateTime) -> String {
        let mut args = FluentArgs::new();
        args.set("date", self.date(at.date()));
        args.set("time", at.format("%H:%M").to_string());
        self.text_with("moment-in-words", &args)
    }
    /// A whole number with its thousands apart, by a no-break space in every language.
    pub fn number(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mut grouped = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                grouped.push('\u{00A0}');
            }
            grouped.push(digit);
        }
        if number < 0 { format!("\u{2212}{grouped}") } else { grouped }
    }
    /// An amount in tenge.
    pub fn tenge(self, amount: i64) -> String {
        format!("{}\u{00A0}\u{20B8}", self.number(amount))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A value that can be an argument of a message.
pub trait Arg {
    /// As fluent wants it.
    fn arg(&self) -> FluentValue<'static>;
}
impl Arg for str {
    fn arg(&self) -> FluentValue<'static> {
        FluentValue::from(self.to_owned())
    }
}
impl Arg for String {
    fn arg(&self) -> FluentValue<'static> {
        FluentValue::from(self.clone())
    }
}
impl Arg for i64 {
    fn arg(&self) -> FluentValue<'static> {
        FluentValue::from(*self)
    }
}
impl Arg for usize {
    fn arg(&self) -> FluentValue<'static> {
        FluentValue::from(*self as i64)
    }
}
impl<T: Arg + ?Sized> Arg for &T {
    fn arg(&self) -> FluentValue<'static> {
        (**self).arg()
    }
}
