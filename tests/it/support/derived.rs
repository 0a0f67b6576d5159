//! The ids of texts that follow from types: steps and their boxes, codes of lists, states, errors.

use std::collections::BTreeSet;

use ruqsat::application::review::Progress;
use ruqsat::application::steps::{Shape, StepName};
use ruqsat::application::{Denied, EventKind, Move, Status, choices, lists};
use ruqsat::documents::content::Fault;
use ruqsat::people::Role;
use ruqsat::validation::{Field, Kind, Questions};
use ruqsat::web::error::Error;

use super::sources::files;
use super::texts::{calls, literal};

/// Every question that is asked anywhere, with the code that begins its text.
pub fn questions() -> Vec<(String, Field)> {
    let of_steps =
        StepName::ALL.iter().flat_map(|step| step.form().fields.iter().map(|f| (step.code().to_owned(), *f)));
    let of_papers = ruqsat::documents::Details::FIELDS.iter().map(|field| ("details".to_owned(), *field));
    let of_desk = ruqsat::web::desk::approvals::BOXES.iter().map(|field| ("desk-approval".to_owned(), *field));
    let of_zone = ruqsat::web::apply::zone::Lines::FIELDS.iter().map(|field| ("zone".to_owned(), *field));
    let of_links = ruqsat::web::apply::invite::Asking::FIELDS.iter().map(|field| ("invite".to_owned(), *field));
    of_steps.chain(of_papers).chain(of_links).chain(of_desk).chain(of_zone).collect()
}

/// The labels of forms that are no step: `Filled::unchecked("prefix", BOXES, …)` beside `Field { name: "…" }`.
fn small_forms() -> BTreeSet<String> {
    let mut labels = BTreeSet::new();
    for source in files("src/web", ".rs") {
        let made = calls(source.program(), "Filled::unchecked");
        for prefix in made.iter().filter_map(|call| literal(call.first()?)) {
            let names = source.program().split("Field { name: \"").skip(1).filter_map(|rest| rest.split('"').next());
            labels.extend(names.map(|name| format!("{prefix}-{name}")));
        }
    }
    labels
}

/// Prefixes whose ids come from types, all of them, and nothing else may begin so.
pub const CLOSED: &[&str] = &[
    "step-",
    "status-",
    "event-",
    "move-",
    "denied-",
    "staff-role-",
    "progress-",
    "country-",
    "region-",
    "language-",
    "relation-",
    "visa-",
    "nationality-",
    "unit-",
    "month-of-",
    "weekday-",
];

/// Every id that follows from a type.
pub fn derived() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut all = |prefix: &str, codes: &[&str]| ids.extend(codes.iter().map(|code| format!("{prefix}{code}")));
    all("step-", &StepName::ALL.iter().map(|step| step.code()).collect::<Vec<_>>());
    all("status-", &Status::ALL.iter().map(|one| one.code()).collect::<Vec<_>>());
    all("event-", &EventKind::ALL.iter().map(|one| one.code()).collect::<Vec<_>>());
    all("move-", &Move::ALL.iter().map(|one| one.code()).collect::<Vec<_>>());
    all("staff-role-", &Role::ALL.iter().map(|one| one.code()).collect::<Vec<_>>());
    let progress = [Progress::NotStarted, Progress::Unfinished, Progress::ToMend, Progress::Done];
    all("progress-", &progress.map(Progress::code));
    all("denied-", Denied::CODES);
    all("error-", &Fault::ALL.map(Fault::code));
    all("failure-", Error::CODES);
    all(
        "failure-",
        &Error::CODES
            .iter()
            .flat_map(|code| [format!("{code}.title"), format!("{code}.next")])
            .collect::<Vec<_>>()
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>(),
    );
    all("unit-", lists::REGIONS);
    all("unit-", &[ruqsat::people::COMMITTEE]);
    all("region-", &[ruqsat::people::COMMITTEE]);
    all("month-of-", &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
    all("weekday-", &["1", "2", "3", "4", "5", "6", "7"]);
    for list in ["country", "region", "language", "relation", "visa", "nationality"] {
        all(&format!("{list}-"), lists::list(list).unwrap());
    }
    let mut labels = BTreeSet::new();
    for (step, field) in questions() {
        // The boxes of a paper share their names: `paper-…`.
        labels.insert(format!("{}-{}", if step == "details" { "paper" } else { step.as_str() }, field.name));
        if let Kind::Choice(list) | Kind::Choices(list) = field.kind {
            let codes = choices::codes(list).unwrap_or_else(|| panic!("{step}-{}: no list {list}", field.name));
            labels.extend(codes.iter().map(|code| format!("{list}-{code}")));
        }
    }
    for list in StepName::ALL.iter().filter(|step| step.form().shape == Shape::List) {
        labels.extend(["add", "none", "all", "complete"].map(|word| format!("{}-{word}", list.code())));
    }
    ids.extend(labels);
    ids.extend(small_forms());
    ids.extend(crate::law::words::wanted());
    ids
}

/// Codes of findings: what stands where a code stands in the calls that make one.
pub fn error_codes() -> BTreeSet<String> {
    let mut codes: BTreeSet<String> = ["length", "required"].map(str::to_owned).into();
    // Function, and at which place its code stands.
    const MAKERS: [(&str, usize); 12] = [
        ("refuse", 0),
        ("unless", 1),
        ("add_page", 0),
        ("add", 1),
        ("advise", 1),
        ("add_with", 1),
        ("add_days", 1),
        ("advise_with", 1),
        ("at", 2),
        ("of_code", 0),
        ("ValidationError::new", 0),
        ("finding", 1),
    ];
    let pure = ["src/validation/", "src/application/", "src/documents/", "src/desk/"];
    for source in files("src", ".rs").iter().filter(|source| pure.iter().any(|pure| source.path.starts_with(pure))) {
        for (maker, place) in MAKERS {
            for call in calls(source.program(), maker) {
                codes.extend(call.get(place).and_then(|argument| literal(argument)));
            }
        }
    }
    // A box of this kind that holds no value: `readable` in `validation::checks`.
    codes.extend(["date", "number", "choice"].map(str::to_owned));
    use ruqsat::documents::passport_zone::{Verdict, ZoneError};
    // Lines that are missing are told as lines that are too short, a check digit by the part that it belongs to.
    let told = ZoneError::ALL.into_iter().filter(|one| !matches!(one, ZoneError::Lines | ZoneError::CheckDigit));
    codes.extend(told.map(|one| format!("zone_{}", one.code())));
    codes.extend(["number", "birth", "expiry", "personal", "whole"].map(|part| format!("zone_digit_{part}")));
    let differing = [Verdict::LooksAlike, Verdict::Spelled, Verdict::Different];
    codes.extend(differing.map(|verdict| format!("zone_{}", verdict.code())));
    codes.insert("zone_card".to_owned());
    use ruqsat::people::StaffError as S;
    let staff = [S::Login, S::LoginTaken, S::Name, S::Unit, S::Password, S::Role];
    let changed = [S::OwnRole, S::LastAdmin, S::Changed];
    codes.extend(staff.into_iter().chain(changed).map(|error| error.place().1.to_owned()));
    codes
}
