//! The filter as it stands in an address: `list=new&route=minor`. Nothing in it is anybody's personal data: what was
//! searched for stays with the office, and only its id stands here.

use chrono::NaiveDate;

use super::Whose;
use crate::application::status::codes;
use crate::application::{Status, lists};
use crate::law::Route;
use crate::law::facts::{CountryCode, Ground};
use crate::validation::Answer;

codes! {
    /// The lists of a clerk's morning.
    List {
        /// The term ends today.
        DueToday = "due_today",
        /// The term has ended.
        Overdue = "overdue",
        /// Mine, and something is left for the office to do.
        WaitingForMe = "waiting_for_me",
        /// All that a decision needs is there.
        ToDecide = "to_decide",
        /// Filed, and not accepted yet.
        New = "new",
        /// The applicant is to mend something.
        WithApplicant = "with_applicant",
    }
}

/// Whose citizen the applicant is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Citizenship {
    /// Of a state.
    Of(CountryCode),
    /// Of none.
    Stateless,
}

impl Citizenship {
    const STATELESS: &'static str = "stateless";

    /// As it stands in an address and in a column.
    pub fn code(self) -> String {
        match self {
            Self::Of(country) => country.to_string(),
            Self::Stateless => Self::STATELESS.to_owned(),
        }
    }
    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        if code == Self::STATELESS {
            return Some(Self::Stateless);
        }
        lists::list("country")?.contains(&code).then_some(code)?.parse().ok().map(Self::Of)
    }
}

/// Which cases to show. What is not set narrows nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// List of the morning.
    pub list: Option<List>,
    /// State.
    pub status: Option<Status>,
    /// Way of applying.
    pub route: Option<Route>,
    /// Calendar days to the last day of the term, at least; negative ones are late.
    pub left_from: Option<i64>,
    /// At most.
    pub left_to: Option<i64>,
    /// Day of filing, at the earliest.
    pub filed_from: Option<NaiveDate>,
    /// At the latest.
    pub filed_to: Option<NaiveDate>,
    /// In whose hands.
    pub clerk: Option<Whose>,
    /// Ground that frees from confirming solvency.
    pub ground: Option<Ground>,
    /// Citizenship.
    pub citizenship: Option<Citizenship>,
    /// Unit, for those who see several.
    pub unit: Option<String>,
    /// Id of what was searched for.
    pub search: Option<String>,
}

/// More days than any term has, more than any case is late: what is beyond is a slip of the finger.
const MOST_DAYS: i64 = 100_000;

impl Filter {
    /// Reads the fields of an address; what is unknown narrows nothing.
    pub fn read<'a>(get: impl Fn(&str) -> &'a str) -> Self {
        let days = |name| get(name).trim().parse().ok().filter(|days: &i64| days.abs() <= MOST_DAYS);
        let day = |name| Answer::<NaiveDate>::read(get(name)).given().copied();
        let unit = get("unit");
        let search = get("search");
        Self {
            list: List::from_code(get("list")),
            status: Status::from_code(get("status")).filter(|status| *status != Status::Draft),
            route: get("route").parse().ok(),
            left_from: days("left_from"),
            left_to: days("left_to"),
            filed_from: day("filed_from"),
            filed_to: day("filed_to"),
            clerk: Whose::from_code(get("clerk")),
            ground: get("ground").parse().ok(),
            citizenship: Citizenship::from_code(get("citizenship")),
            unit: lists::REGIONS.contains(&unit).then(|| unit.to_owned()),
            search: super::is_id(search).then(|| search.to_owned()),
        }
    }
    /// The fields that are set, in one order.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let mut fields = Vec::new();
        let mut add = |name, value: Option<String>| fields.extend(value.map(|value| (name, value)));
        add("list", self.list.map(|list| list.code().to_owned()));
        add("status", self.status.map(|status| status.code().to_owned()));
        add("route", self.route.map(|route| route.code().to_owned()));
        add("left_from", self.left_from.map(|days| days.to_string()));
        add("left_to", self.left_to.map(|days| days.to_string()));
        add("filed_from", self.filed_from.map(|day| day.to_string()));
        add("filed_to", self.filed_to.map(|day| day.to_string()));
        add("clerk", self.clerk.as_ref().map(|whose| whose.code().to_owned()));
        add("ground", self.ground.map(|ground| ground.code().to_owned()));
        add("citizenship", self.citizenship.map(Citizenship::code));
        add("unit", self.unit.clone());
        add("search", self.search.clone());
        fields
    }
    /// As it stands in an address after the question mark: no sign in it needs a percent.
    pub fn query(&self) -> String {
        self.fields().iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
    }
    /// The end of a stretch that ends before it begins: then nothing can match.
    pub fn contradiction(&self) -> Option<&'static str> {
        let days = self.left_from.zip(self.left_to).is_some_and(|(from, to)| from > to);
        let filed = self.filed_from.zip(self.filed_to).is_some_and(|(from, to)| from > to);
        [(days, "left_to"), (filed, "filed_to")].into_iter().find(|(is_so, _)| *is_so).map(|(_, name)| name)
    }
    /// Whether nothing is set.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one_of<T: Clone + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Option<T>> {
        proptest::option::of(proptest::sample::select(all))
    }

    prop_compose! {
        fn filter()(
            list in one_of(List::ALL),
            status in one_of(&Status::ALL[1..]),
            route in one_of(Route::ALL),
            left_from in proptest::option::of(-MOST_DAYS..=MOST_DAYS),
            left_to in proptest::option::of(-MOST_DAYS..=MOST_DAYS),
            filed in proptest::option::of((0..4_000_i64, 0..4_000_i64)),
            clerk in proptest::option::of("me|nobody|[0-9a-f-]{1,36}"),
            ground in one_of(Ground::ALL),
            citizenship in one_of(&[Citizenship::Stateless, Citizenship::Of(CountryCode::CHINA)]),
            unit in one_of(&["KZ75", "KZ10"]),
            search in proptest::option::of("[0-9a-f-]{1,36}"),
        ) -> Filter {
            let (unit, clerk) = (unit.map(str::to_owned), clerk.as_deref().and_then(Whose::from_code));
            let day = |days| NaiveDate::default() + chrono::Duration::days(days);
            let (filed_from, filed_to) = filed.map(|(from, to)| (day(from), day(to))).unzip();
            Filter {
                list, status, route, left_from, left_to, filed_from, filed_to, clerk, ground, citizenship, unit, search,
            }
        }
    }

    fn read(query: &str) -> Filter {
        let fields: Vec<(&str, &str)> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
        Filter::read(|name| fields.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value))
    }

    proptest! {
        #[test]
        fn an_address_is_read_as_it_is_written(filter in filter()) {
            let query = filter.query();
            prop_assert!(query.bytes().all(|b| b.is_ascii_alphanumeric() || b"&=_-.".contains(&b)), "{}", query);
            prop_assert_eq!(read(&query), filter);
        }

        #[test]
        fn no_address_is_too_strange(query in "(list|status|left_to|filed_to|unit|search|route|clerk)=[ -~]{0,60}") {
            let filter = read(&query);
            prop_assert_eq!(read(&filter.query()), filter);
        }
    }

    #[test]
    fn a_draft_is_never_asked_for() {
        assert!(read("status=draft").is_empty());
        assert!(read("unit=KZ99&left_to=999999999&search=a%20b&citizenship=uzb&clerk=a'b").is_empty());
    }
}
