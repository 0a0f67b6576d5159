//! What a case is filtered by, and the keys by which the index finds cases that have several of these together.

use std::collections::BTreeSet;

use super::ready::{READY, is_ready, not_for, preparer};
use super::{Citizenship, Wanted};
use crate::application::steps::Situation;
use crate::application::{Application, Status};
use crate::law::Route;
use crate::law::facts::{Ground, Grounds};

/// What a case is filtered by.
#[derive(Debug, Clone, PartialEq)]
pub struct Facets {
    /// State.
    pub status: Status,
    /// Unit.
    pub unit: Option<String>,
    /// Way of applying.
    pub route: Option<Route>,
    /// Citizenship.
    pub citizenship: Option<Citizenship>,
    /// Grounds that free from confirming solvency.
    pub grounds: Grounds,
    /// Whether all that a decision needs is there.
    pub ready: bool,
    /// Of such a case whose refusal is prepared: by whom. Another one decides.
    pub prepared_by: Option<String>,
}

impl Facets {
    /// Of an application as it stands.
    pub fn of(application: &Application) -> Self {
        let day = crate::clock::civil(application.submitted_at.unwrap_or(application.begun_at)).date();
        let situation: Situation = application.answers.page();
        let stateless = situation.stateless.yes().then_some(Citizenship::Stateless);
        let country = || situation.citizenship.given()?.for_law().map(Citizenship::Of);
        let ready = is_ready(application);
        Self {
            ready,
            prepared_by: preparer(application).filter(|_| ready),
            status: application.status,
            unit: application.unit().map(str::to_owned),
            route: application.route(day),
            citizenship: stateless.or_else(country),
            grounds: situation.grounds.iter().map(|ground| ground.for_law()).collect(),
        }
    }

    /// The keys of every two and more that it has together, and of each ground: of a case without grounds four. One or two
    /// more where a decision can be made.
    pub fn keys(&self) -> BTreeSet<String> {
        let mut keys: BTreeSet<String> = self.ready.then(|| READY.to_owned()).into_iter().collect();
        keys.extend(self.prepared_by.as_deref().map(not_for));
        for chosen in 0..8_u8 {
            let status = (chosen & 1 != 0).then_some(self.status);
            let route = self.route.filter(|_| chosen & 2 != 0);
            let citizenship = self.citizenship.filter(|_| chosen & 4 != 0);
            keys.extend(key(status, route, citizenship, None));
            keys.extend(self.grounds.iter().filter_map(|ground| key(status, route, citizenship, Some(ground))));
        }
        keys
    }
}

impl Wanted {
    /// The key of the facets that are asked for together; none for a state, a route or a citizenship alone, which have
    /// indexes of their own. Those that are ready for a decision are few: what else is asked of them is looked at.
    pub fn key(&self) -> Option<String> {
        if self.ready {
            return Some(READY.to_owned());
        }
        key(self.status, self.route, self.citizenship, self.ground)
    }
}

fn key(
    status: Option<Status>,
    route: Option<Route>,
    citizenship: Option<Citizenship>,
    ground: Option<Ground>,
) -> Option<String> {
    let parts = [
        status.map(|status| format!("s:{}", status.code())),
        route.map(|route| format!("r:{}", route.code())),
        citizenship.map(|citizenship| format!("c:{}", citizenship.code())),
        ground.map(|ground| format!("g:{}", ground.code())),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    // No word of a search begins so.
    (ground.is_some() || parts.len() > 1).then(|| format!("={}", parts.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::super::BEYOND;
    use super::*;

    #[test]
    fn what_is_asked_together_is_among_the_keys_of_the_cases_that_have_it() {
        let case = Facets {
            status: Status::Issued,
            unit: Some("KZ75".to_owned()),
            route: "minor".parse().ok(),
            citizenship: Citizenship::from_code("CHN"),
            grounds: [Ground::EthnicKazakh].into_iter().collect(),
            ready: false,
            prepared_by: None,
        };
        let keys = case.keys();
        assert_eq!(keys.len(), 4 + 8, "{keys:?}");
        for (chosen, ground) in (0..8_u8).flat_map(|chosen| [(chosen, None), (chosen, Some(Ground::EthnicKazakh))]) {
            let status = (chosen & 1 != 0).then_some(Status::Issued);
            let route = case.route.filter(|_| chosen & 2 != 0);
            let asked = key(status, route, case.citizenship.filter(|_| chosen & 4 != 0), ground);
            assert!(asked.is_none_or(|asked| keys.contains(&asked)));
            let other = key(Some(Status::Refused), route, None, ground);
            assert!(other.is_none_or(|other| !keys.contains(&other)));
        }
        let refused = Facets { ready: true, prepared_by: Some("0190".to_owned()), ..case.clone() };
        assert_eq!(refused.keys().len(), 4 + 8 + 2);
        assert!(refused.keys().range(READY.to_owned()..BEYOND.to_owned()).eq([READY, "=d:0190"]));
        let bare = Facets { grounds: Grounds::default(), ..case };
        assert_eq!(bare.keys().len(), 4);
    }
}
