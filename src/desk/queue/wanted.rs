//! What a filter means: for whom, on which day, with the words that were searched for.

use std::ops::Range;

use chrono::{Duration, NaiveDate};

use super::rank::{self, Band};
use super::{Case, Citizenship, Filter, Hands, List, Search, Whose};
use crate::application::Status;
use crate::law::Route;
use crate::law::facts::Ground;
use crate::people::Staff;

/// Who asks, and when.
#[derive(Debug, Clone)]
pub struct Viewer {
    /// Id of their account; empty for the console.
    pub id: String,
    /// The unit whose cases they see; none for every unit's.
    pub unit: Option<String>,
    /// The day.
    pub today: NaiveDate,
}

impl Viewer {
    /// A member of the staff: auditors and the committee see every unit.
    pub fn of(staff: &Staff, today: NaiveDate) -> Self {
        Self { id: staff.id.clone(), unit: staff.only_unit().map(str::to_owned), today }
    }
}

/// What is to be found.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// Unit; none for all.
    pub unit: Option<String>,
    /// Stretch of ranks.
    pub ranks: Range<i64>,
    /// Days of filing, the last one included; a stretch may be open at its beginning.
    pub filed: Option<(Option<NaiveDate>, NaiveDate)>,
    /// State.
    pub status: Option<Status>,
    /// Way of applying.
    pub route: Option<Route>,
    /// In whose hands.
    pub hands: Option<Hands>,
    /// Ground.
    pub ground: Option<Ground>,
    /// Citizenship.
    pub citizenship: Option<Citizenship>,
    /// Who is to decide, by the id of the account: only where all that a decision needs is there, and never on a refusal
    /// that they prepared.
    pub decider: Option<String>,
    /// What was searched for.
    pub search: Option<Search>,
}

fn both(a: &Range<i64>, b: &Range<i64>) -> Range<i64> {
    let start = a.start.max(b.start);
    start..a.end.min(b.end).max(start)
}

impl Filter {
    /// What it means for this viewer: nobody sees beyond the own unit, whatever the address says.
    pub fn wanted(&self, viewer: &Viewer, search: Option<Search>) -> Wanted {
        let day = |days: i64| viewer.today.checked_add_signed(Duration::try_days(days)?);
        let mut ranks = rank::all();
        if self.left_from.is_some() || self.left_to.is_some() {
            ranks = both(&ranks, &rank::due(self.left_from.and_then(day), self.left_to.and_then(day)));
        }
        if let Some(list) = self.list {
            let of_list = match list {
                List::DueToday => rank::due(Some(viewer.today), Some(viewer.today)),
                List::Overdue => rank::due(None, day(-1)),
                List::WaitingForMe => rank::of_the_office(),
                List::ToDecide => Band::Running.ranks(),
                List::New => Band::Filed.ranks(),
                List::WithApplicant => Band::WithApplicant.ranks(),
            };
            ranks = both(&ranks, &of_list);
        }
        let own = Hands::Clerk(viewer.id.clone());
        let hands = self.clerk.as_ref().map(|whose| match whose {
            Whose::Me => own.clone(),
            Whose::Nobody => Hands::Nobody,
            Whose::Of(id) => Hands::Clerk(id.clone()),
        });
        if hands == Some(Hands::Nobody) {
            ranks = both(&ranks, &rank::unfinished());
        }
        let mine = self.list == Some(List::WaitingForMe);
        // Mine and another's at once: none is.
        let contradicts = mine && hands.as_ref().is_some_and(|hands| *hands != own);
        let wanted = Wanted {
            hands: if mine && !contradicts { Some(own) } else { hands },
            unit: viewer.unit.clone().or_else(|| self.unit.clone()),
            ranks,
            filed: (self.filed_from.is_some() || self.filed_to.is_some())
                .then(|| (self.filed_from, self.filed_to.unwrap_or(viewer.today))),
            status: self.status,
            route: self.route,
            ground: self.ground,
            citizenship: self.citizenship,
            decider: (self.list == Some(List::ToDecide)).then(|| viewer.id.clone()),
            search,
        };
        if contradicts { wanted.nothing() } else { wanted }
    }
}

/// The single days of a longer time are not asked for: its cases are walked along instead.
const MOST_FILING_DAYS: i64 = 62;

impl Wanted {
    /// The days of filing that are asked for, one by one; none when they are too many, or open.
    pub fn filing_days(&self) -> Option<Vec<NaiveDate>> {
        let (from, to) = self.filed?;
        let from = from.filter(|from| (to - *from).num_days() < MOST_FILING_DAYS)?;
        Some(from.iter_days().take_while(|day| *day <= to).collect())
    }
    /// What no case matches, whatever else is asked.
    pub fn nothing(mut self) -> Self {
        self.ranks.end = self.ranks.start;
        self
    }
    /// The same without what is finished.
    pub fn unfinished(self) -> Self {
        let unfinished = Self { ranks: both(&self.ranks, &rank::unfinished()), ..self };
        if unfinished.status.is_some_and(Status::is_final) { unfinished.nothing() } else { unfinished }
    }
    /// Whether one index has all of it together, but for what the reader prepared.
    pub fn is_of_one_index(&self) -> bool {
        self.search.is_none() && self.filed.is_none()
    }
    /// Whether nothing but a search, a unit and a stretch of ranks narrows it.
    pub fn has_no_facets(&self) -> bool {
        let one = self.status.is_some() || self.route.is_some() || self.ground.is_some() || self.citizenship.is_some();
        !one && self.hands.is_none() && self.decider.is_none() && self.filed.is_none()
    }
    /// Whether a case is among what is wanted; `terms` are what a search finds it by.
    pub fn has(&self, case: &Case, terms: &str) -> bool {
        let facets = &case.facets;
        self.ranks.contains(&case.place.rank)
            && self.hands.as_ref().is_none_or(|hands| case.hands() == *hands)
            && self.unit.as_ref().is_none_or(|unit| facets.unit.as_ref() == Some(unit))
            && self.filed.is_none_or(|(from, to)| {
                let filed_on = case.submitted_at.map(|at| crate::clock::civil(at).date());
                filed_on.is_some_and(|day| from.is_none_or(|from| from <= day) && day <= to)
            })
            && self.status.is_none_or(|status| facets.status == status)
            && self.route.is_none_or(|route| facets.route == Some(route))
            && self.ground.is_none_or(|ground| facets.grounds.has(ground))
            && self.decider.as_ref().is_none_or(|one| facets.ready && facets.prepared_by.as_ref() != Some(one))
            && self.citizenship.is_none_or(|citizenship| facets.citizenship == Some(citizenship))
            && self.search.as_ref().is_none_or(|search| search.finds(terms))
    }
}
