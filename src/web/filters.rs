//! Filters of the templates: texts, dates, numbers, findings, lists. They know the reader's language from the view.
#![allow(unused_braces, reason = "askama::filter_fn trips over bodies of one line")]
#![allow(missing_docs, reason = "each filter is named after what it prints; they are used in templates only")]

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Utc};

use super::page::{View, Visitor, alphabet, is_of_office};
use crate::application::{EventKind, choices};
use crate::language::{Arg, Args, Language};
use crate::validation::{Finding, Kind};

fn view(values: &dyn askama::Values) -> askama::Result<&View> {
    askama::get_value::<View>(values, "view").map_err(|_| askama::Error::ValueMissing)
}

#[askama::filter_fn]
pub fn t(key: impl std::fmt::Display, env: &dyn askama::Values) -> askama::Result<String> {
    Ok(view(env)?.language.text(&key.to_string()))
}

/// The text, or nothing when there is none: for hints.
#[askama::filter_fn]
pub fn t_maybe(key: impl std::fmt::Display, env: &dyn askama::Values) -> askama::Result<String> {
    Ok(view(env)?.language.find(&key.to_string(), None).unwrap_or_default())
}

#[askama::filter_fn]
pub fn t1<V: Arg>(
    key: impl std::fmt::Display,
    env: &dyn askama::Values,
    name: &str,
    value: V,
) -> askama::Result<String> {
    let mut args = Args::new();
    args.set(name.to_owned(), value.arg());
    Ok(view(env)?.language.text_with(&key.to_string(), &args))
}

#[askama::filter_fn]
pub fn t2<V: Arg, W: Arg>(
    key: impl std::fmt::Display,
    env: &dyn askama::Values,
    name: &str,
    value: V,
    second: &str,
    other: W,
) -> askama::Result<String> {
    let mut args = Args::new();
    args.set(name.to_owned(), value.arg());
    args.set(second.to_owned(), other.arg());
    Ok(view(env)?.language.text_with(&key.to_string(), &args))
}

#[askama::filter_fn]
pub fn date(day: &NaiveDate, env: &dyn askama::Values) -> askama::Result<String> {
    Ok(view(env)?.language.date(*day))
}

/// The name of a day's weekday.
#[askama::filter_fn]
pub fn weekday(day: &NaiveDate, env: &dyn askama::Values) -> askama::Result<String> {
    Ok(view(env)?.language.text(&format!("weekday-{}", day.weekday().number_from_monday())))
}

#[askama::filter_fn]
pub fn moment(at: &DateTime<Utc>, env: &dyn askama::Values) -> askama::Result<String> {
    Ok(view(env)?.language.moment(*at))
}

#[askama::filter_fn]
pub fn civil_moment(at: NaiveDateTime, env: &dyn askama::Values) -> askama::Result<String> {
    Ok(view(env)?.language.civil_moment(at))
}

#[askama::filter_fn]
pub fn number(number: &i64, env: &dyn askama::Values) -> askama::Result<String> {
    Ok(view(env)?.language.number(*number))
}

#[askama::filter_fn]
pub fn tenge(amount: &i64, env: &dyn askama::Values) -> askama::Result<String> {
    Ok(view(env)?.language.tenge(*amount))
}

#[askama::filter_fn]
pub fn lang(_: &str, env: &dyn askama::Values) -> askama::Result<&'static str> {
    Ok(view(env)?.language.code())
}

#[askama::filter_fn]
pub fn csrf(_: &str, env: &dyn askama::Values) -> askama::Result<String> {
    Ok(view(env)?.token.clone())
}

/// An address of this site in the reader's language.
#[askama::filter_fn]
pub fn to(path: impl std::fmt::Display, env: &dyn askama::Values) -> askama::Result<String> {
    Ok(view(env)?.to(&path.to_string()))
}

/// The address of a static file, which changes with its content.
#[askama::filter_fn]
pub fn file(name: impl std::fmt::Display, _: &dyn askama::Values) -> askama::Result<String> {
    Ok(super::static_files::address(&name.to_string()))
}

/// The address of this page without its language.
#[askama::filter_fn]
pub fn here(_: &str, env: &dyn askama::Values) -> askama::Result<String> {
    Ok(view(env)?.here.clone())
}

/// Whether an address without its language is this page's own.
#[askama::filter_fn]
pub fn is_here(path: impl std::fmt::Display, env: &dyn askama::Values) -> askama::Result<bool> {
    Ok(view(env)?.here == path.to_string())
}

/// The queue as the reader left it: its address without the language.
#[askama::filter_fn]
pub fn queue(_: &str, env: &dyn askama::Values) -> askama::Result<String> {
    let query = view(env)?.left.back();
    Ok(if query.is_empty() { "/desk".to_owned() } else { format!("/desk?{query}") })
}

#[askama::filter_fn]
pub fn visitor(_: &str, env: &dyn askama::Values) -> askama::Result<Visitor> {
    Ok(view(env)?.visitor.clone())
}

/// Where the sign of the site leads: to the work of who is signed in at the desk, else to the first page.
#[askama::filter_fn]
pub fn home(_: &str, env: &dyn askama::Values) -> askama::Result<&'static str> {
    Ok(match &view(env)?.visitor {
        Visitor::Staff(member) => member.work,
        Visitor::Anyone | Visitor::Applicant(_) => "",
    })
}

/// Whether the foot of the page leads to the sign-in page of the staff: from the pages that are for everybody, in the
/// languages of the office.
#[askama::filter_fn]
pub fn leads_to_desk(_: &str, env: &dyn askama::Values) -> askama::Result<bool> {
    let view = view(env)?;
    Ok(view.visitor == Visitor::Anyone && view.language.is_official() && !is_of_office(&view.here))
}

/// What was done on the page before this one: the code of the event.
#[askama::filter_fn]
pub fn done(_: &str, env: &dyn askama::Values) -> askama::Result<Option<&'static str>> {
    Ok(view(env)?.done.map(EventKind::code))
}

/// When this page was saved, or the one before it: told to those who hold an application or a session.
#[askama::filter_fn]
pub fn saved(_: &str, env: &dyn askama::Values) -> askama::Result<Option<String>> {
    Ok(view(env)?.told().map(str::to_owned))
}

/// Until when the visitor's key or session is good, in words.
#[askama::filter_fn]
pub fn ends(_: &str, env: &dyn askama::Values) -> askama::Result<Option<super::stay::InWords>> {
    let view = view(env)?;
    Ok(view.ends.map(|ends| ends.in_words(view.language)))
}

/// Whether the page is in a language of the law; the others only help to understand.
#[askama::filter_fn]
pub fn is_official(_: &str, env: &dyn askama::Values) -> askama::Result<bool> {
    Ok(view(env)?.language.is_official())
}

/// Code and own name of every language that the page is in, and whether it is the page's.
#[askama::filter_fn]
pub fn languages(_: &str, env: &dyn askama::Values) -> askama::Result<Vec<(&'static str, String, bool)>> {
    let view = view(env)?;
    let offered = if is_of_office(&view.here) { &Language::OFFICE[..] } else { &Language::ALL[..] };
    Ok(offered.iter().map(|one| (one.code(), one.text("language-own-name"), *one == view.language)).collect())
}

/// Codes and names of a list in the reader's language and alphabet.
type Options = Vec<(&'static str, String)>;

static OPTIONS: LazyLock<HashMap<(Language, &'static str), Options>> = LazyLock::new(|| {
    let mut all = HashMap::new();
    for language in Language::ALL {
        for list in ["country", "region", "language", "nationality", "relation", "visa", "profession"] {
            all.insert((language, list), options_of(language, list));
        }
    }
    all
});

fn options_of(language: Language, list: &str) -> Options {
    let mut options: Options = choices::codes(list)
        .unwrap_or_default()
        .iter()
        .map(|code| (*code, language.text(&format!("{list}-{code}"))))
        .collect();
    if choices::sorted(list) {
        alphabet(language).sort_by(&mut options, |(_, name)| name);
    }
    options
}

/// The options of a list in groups, each under the id of its name: those that are chosen most, then the others. A list
/// without such is one group without a name.
#[askama::filter_fn]
pub fn groups(list: &str, env: &dyn askama::Values) -> askama::Result<Vec<(&'static str, Options)>> {
    let all = options_in(view(env)?.language, list);
    let first = choices::first(list);
    if first.is_empty() {
        return Ok(vec![("", all)]);
    }
    let (near, others) = all.into_iter().partition(|(code, _)| first.contains(code));
    Ok(vec![("choose-near", near), ("choose-others", others)])
}

/// The options of a list, for selects and radios.
#[askama::filter_fn]
pub fn options(list: &str, env: &dyn askama::Values) -> askama::Result<Vec<(&'static str, String)>> {
    Ok(options_in(view(env)?.language, list))
}

fn options_in(language: Language, list: &str) -> Options {
    let known = OPTIONS.iter().find(|((known, name), _)| *known == language && *name == list);
    known.map_or_else(|| options_of(language, list), |(_, options)| options.clone())
}

/// The sentence of a finding: the box's own (`{step}-{field}-{code}`) or the general one (`error-{code}`).
#[askama::filter_fn]
pub fn message(finding: &Finding, env: &dyn askama::Values) -> askama::Result<String> {
    Ok(sentence(view(env)?.language, finding))
}

/// What goes before the sentence of a finding, away from its box: the box's label, where the sentence does not name it.
#[askama::filter_fn]
pub fn box_name(finding: &Finding, env: &dyn askama::Values) -> askama::Result<String> {
    let language = view(env)?.language;
    let label = super::place::box_label(finding).and_then(|key| language.find(&key, None)).unwrap_or_default();
    Ok(match label.chars().last() {
        None => label,
        Some('?') => format!("{label} "),
        Some(_) => format!("{label}: "),
    })
}

/// The sentence of a finding for a clerk (`desk-error-{code}`), where the applicant's sentence tells what the applicant is to do.
#[askama::filter_fn]
pub fn message_at_desk(finding: &Finding, env: &dyn askama::Values) -> askama::Result<String> {
    let language = view(env)?.language;
    let own = language.find(&format!("desk-error-{}", finding.code), Some(&arguments(language, finding)));
    Ok(own.unwrap_or_else(|| sentence(language, finding)))
}

/// The sentence of a finding in a language; arguments are written as that language writes dates and sums.
pub fn sentence(language: Language, finding: &Finding) -> String {
    let args = arguments(language, finding);
    let own = finding.place.field.as_ref().map(|field| format!("{}-{field}-{}", finding.place.step, finding.code));
    own.and_then(|key| language.find(&key, Some(&args)))
        .unwrap_or_else(|| language.text_with(&format!("error-{}", finding.code), &args))
}

fn arguments(language: Language, finding: &Finding) -> Args<'static> {
    let mut args = Args::new();
    for (name, value) in &finding.params {
        match (name.as_str(), value.parse::<NaiveDate>(), value.parse::<i64>()) {
            (_, Ok(day), _) => args.set(name.clone(), language.date(day)),
            ("due" | "floor", _, Ok(amount)) => args.set(name.clone(), language.tenge(amount)),
            (_, _, Ok(number)) => args.set(name.clone(), number),
            _ => args.set(name.clone(), value.clone()),
        }
    }
    args
}

/// An answer as people read it: chosen codes by their names, dates in words, sums with their thousands apart.
#[askama::filter_fn]
pub fn answer(line: &crate::application::summary::Line, env: &dyn askama::Values) -> askama::Result<String> {
    let language = view(env)?.language;
    Ok(line.values.iter().map(|value| in_words(language, line, value)).collect::<Vec<_>>().join(", "))
}

/// The same answer in the applicant's language, where it reads differently: a name of a country, a chosen code. Dates, sums
/// and a yes are left out: they mean the same.
#[askama::filter_fn]
pub fn original(
    line: &crate::application::summary::Line,
    env: &dyn askama::Values,
    language: &str,
) -> askama::Result<Option<String>> {
    let reader = view(env)?.language;
    let own = Language::from_code(language).filter(|own| *own != reader);
    let coded = matches!(line.field.kind, Kind::Choice(_) | Kind::Choices(_));
    let words =
        |language| line.values.iter().map(|value| in_words(language, line, value)).collect::<Vec<_>>().join(", ");
    Ok(own.filter(|_| coded).map(words).filter(|own| *own != words(reader)))
}

/// What the portal understood of an answer, where its text alone does not say it. `beside` are the lines around it, `day`
/// is the day that counts for the case.
#[askama::filter_fn]
pub fn understood(
    line: &crate::application::summary::Line,
    env: &dyn askama::Values,
    beside: &[crate::application::summary::Line],
    day: &NaiveDate,
) -> askama::Result<Option<String>> {
    let language = view(env)?.language;
    let value = crate::desk::understood::understood(line, beside, *day);
    Ok(value.map(|value| super::understood::in_words(language, &value)))
}

fn in_words(language: Language, line: &crate::application::summary::Line, value: &str) -> String {
    let known = line.label_key(value).and_then(|key| language.find(&key, None));
    match line.field.kind {
        Kind::Date => value.parse().map_or_else(|_| value.to_owned(), |day| language.date(day)),
        // Sums have their thousands apart, years do not.
        Kind::Number if value.len() > 4 => value.parse().map_or_else(|_| value.to_owned(), |n| language.number(n)),
        _ => known.unwrap_or_else(|| value.to_owned()),
    }
}
