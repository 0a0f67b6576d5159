//! What a case is filtered by, and the keys by which the index finds cases that have several of these together.

use std::collections::BTreeSet;
use std::iter;

use super::ready::{is_ready, not_for, preparer};
use super::{Citizenship, Hands, Wanted};
use crate::application::choices;
use crate::application::steps::Situation;
use crate::application::{Application, Status};
use crate::law::Route;
use crate::law::facts::{Ground, Grounds};

/// Keys of facets begin so, and no word of a search does.
const TOGETHER: &str = "=";
/// Keys of facets beside the hands that a case is in begin so; all of them stand before [`OUT_OF_HANDS`].
pub const IN_HANDS: &str = "-";
/// No key of hands stands behind this.
pub const OUT_OF_HANDS: &str = ".";
/// Stands last in the key of a case that can be decided: alone it is [`READY`](super::READY).
const DECIDABLE: &str = "d";

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
            grounds: situation.all_grounds().into_iter().map(choices::Ground::for_law).collect(),
        }
    }

    /// The keys of every two and more that it has together, and of each ground: of a case without grounds four. Where a
    /// decision can be made, as many more beside that.
    pub fn keys(&self) -> BTreeSet<String> {
        let mut keys = self.together(None);
        keys.extend(self.prepared_by.as_deref().map(not_for));
        keys
    }

    /// The keys of all these beside the hands it is in.
    pub fn keys_in(&self, hands: &Hands) -> BTreeSet<String> {
        self.together(Some(hands))
    }

    fn together(&self, hands: Option<&Hands>) -> BTreeSet<String> {
        let grounds: Vec<Option<Ground>> = iter::once(None).chain(self.grounds.iter().map(Some)).collect();
        let mut keys = BTreeSet::new();
        for chosen in 0..16_u8 {
            let is_chosen = |bit: u8| chosen & bit != 0;
            let status = is_chosen(1).then_some(self.status);
            let route = self.route.filter(|_| is_chosen(2));
            let citizenship = self.citizenship.filter(|_| is_chosen(4));
            let ready = is_chosen(8) && self.ready;
            let asked = |ground: &Option<Ground>| Asked { hands, status, route, citizenship, ground: *ground, ready };
            keys.extend(grounds.iter().filter_map(|ground| asked(ground).key()));
        }
        keys
    }
}

impl Wanted {
    /// The key of what is asked for together; none for a state, a route, a citizenship or somebody's hands alone, which have
    /// indexes of their own.
    pub fn key(&self) -> Option<String> {
        let (hands, ready) = (self.hands.as_ref(), self.decider.is_some());
        let (status, route, citizenship, ground) = (self.status, self.route, self.citizenship, self.ground);
        Asked { hands, status, route, citizenship, ground, ready }.key()
    }
}

/// What is asked together.
#[derive(Clone, Copy)]
struct Asked<'a> {
    hands: Option<&'a Hands>,
    status: Option<Status>,
    route: Option<Route>,
    citizenship: Option<Citizenship>,
    ground: Option<Ground>,
    /// Whether it is to be decided.
    ready: bool,
}

impl Asked<'_> {
    fn key(&self) -> Option<String> {
        let parts = [
            self.hands.map(Hands::clerk).map(|clerk| format!("h:{clerk}")),
            self.status.map(|status| format!("s:{}", status.code())),
            self.route.map(|route| format!("r:{}", route.code())),
            self.citizenship.map(|citizenship| format!("c:{}", citizenship.code())),
            self.ground.map(|ground| format!("g:{}", ground.code())),
            self.ready.then(|| DECIDABLE.to_owned()),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let begin = if self.hands.is_some() { IN_HANDS } else { TOGETHER };
        (self.ground.is_some() || self.ready || parts.len() > 1).then(|| format!("{begin}{}", parts.join(" ")))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{BEYOND, READY};
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
        let mine = Hands::Clerk("0190".to_owned());
        for hands in [None, Some(&Hands::Nobody), Some(&mine)] {
            let keys = case.together(hands);
            for (chosen, ground) in (0..8_u8).flat_map(|chosen| [(chosen, None), (chosen, Some(Ground::EthnicKazakh))])
            {
                let status = (chosen & 1 != 0).then_some(Status::Issued);
                let route = case.route.filter(|_| chosen & 2 != 0);
                let citizenship = case.citizenship.filter(|_| chosen & 4 != 0);
                let asked = Asked { hands, status, route, citizenship, ground, ready: false };
                assert!(asked.key().is_none_or(|asked| keys.contains(&asked)));
                for other in [
                    Asked { status: Some(Status::Refused), ..asked },
                    Asked { ready: true, ..asked },
                    Asked { hands: Some(&Hands::Clerk("0191".to_owned())), ..asked },
                ] {
                    assert!(other.key().is_none_or(|other| !keys.contains(&other)));
                }
            }
        }
        let refused = Facets { ready: true, prepared_by: Some("0190".to_owned()), ..case.clone() };
        assert!(refused.keys().range(READY.to_owned()..BEYOND.to_owned()).eq([READY, "=d:0190"]));
        let bare = Facets { grounds: Grounds::default(), ..case.clone() };
        // Of three facets: all together, two of them; one or more beside hands.
        assert_eq!((bare.keys().len(), bare.keys_in(&mine).len()), (4, 7));
        // With the ground every one, also the ground alone; each once more where it can be decided, and that alone.
        assert_eq!((case.keys().len(), case.keys_in(&mine).len()), (4 + 8, 7 + 8));
        assert_eq!((refused.keys().len(), refused.keys_in(&mine).len()), (4 + 8 + 16 + 1, 7 + 8 + 16));
        let all = case.keys_in(&mine);
        assert!(all.range(IN_HANDS.to_owned()..OUT_OF_HANDS.to_owned()).eq(&all));
    }
}
