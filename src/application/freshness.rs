//! The freshness clocks of an application's papers.

use chrono::NaiveDate;

use super::Application;
use super::steps::Passport;
use crate::documents::freshness::{self, Stage};
use crate::law::DocumentKind;
use crate::law::switches::Switches;

/// A paper's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Which paper.
    pub kind: DocumentKind,
    /// The last day of applying on which it is good.
    pub until: NaiveDate,
    /// How near that is.
    pub stage: Stage,
}

impl Application {
    /// The last day of applying on which a paper is good; none when it has no term, or its dates are not known.
    pub fn good_until(&self, kind: DocumentKind) -> Option<NaiveDate> {
        freshness::good_until(&self.paper(kind), kind.rule(), self.passport_expires_on())
    }

    fn passport_expires_on(&self) -> Option<NaiveDate> {
        self.answers.page::<Passport>().expires_on.given().copied()
    }

    /// Whether the portal knows a paper as still good on a day: then it has not expired as long as no date on its original
    /// says otherwise.
    pub fn knows_as_good(&self, kind: DocumentKind, today: NaiveDate) -> bool {
        let until = freshness::known_until(&self.paper(kind), kind.rule(), self.passport_expires_on());
        until.is_some_and(|until| today <= until)
    }

    /// The clocks of the papers that are asked of this person, the one that ends first before the others. None once the
    /// papers were handed in, or nothing can come of them any more.
    pub fn clocks(&self, today: NaiveDate, switches: &Switches) -> Vec<Clock> {
        if !self.status.awaits_papers() {
            return Vec::new();
        }
        let asked = self.requirements(today, switches);
        let clock = |kind| {
            let until = self.good_until(kind)?;
            Some(Clock { kind, until, stage: Stage::on(today, until) })
        };
        let mut clocks: Vec<Clock> = asked.iter().filter_map(|one| clock(one.kind)).collect();
        clocks.sort_by_key(|clock| clock.until);
        clocks
    }
}
