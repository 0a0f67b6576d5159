//! Who has to bring which document: one small function for each line of the table that has a condition.

use crate::law::documents::{Because, ethnic_kazakh_of_china};
use crate::law::facts::{Facts, Ground};
use crate::law::route::Route;

/// Items 1), 2), 8), 9) of row 8: all three routes. On the consular route they are the whole list, and the reason says so.
pub(super) fn everyone(_: &Facts, route: Route) -> Option<Because> {
    Some(if route == Route::Consular { Because::RouteConsular } else { Because::Everyone })
}

/// Row 8, item 3), first half: who has no ground to be freed.
pub(super) fn solvency(facts: &Facts, route: Route) -> Option<Because> {
    (route == Route::General && !facts.solvency_exempt()).then_some(Because::ConfirmsSolvency)
}

/// Row 8, item 3), second half: who has such a ground.
pub(super) fn solvency_exemption(facts: &Facts, route: Route) -> Option<Because> {
    (route == Route::General && facts.solvency_exempt()).then_some(Because::Exempt)
}

/// Row 8, item 4): not from refugees, nor from ethnic Kazakh citizens of China.
pub(super) fn criminal_record(facts: &Facts, route: Route) -> Option<Because> {
    let freed = facts.refugee || ethnic_kazakh_of_china(facts);
    (route == Route::General && !freed).then_some(Because::RouteGeneral)
}

/// Row 8, item 5): 14 ≤ age < 18, of the applicant or of children who apply jointly.
pub(super) fn child_consent(facts: &Facts, route: Route) -> Option<Because> {
    if route == Route::Consular {
        None
    } else if (14..18).contains(&facts.age()) {
        Some(Because::AgeFrom14To17)
    } else {
        (facts.children_14_to_17 > 0).then_some(Because::Children14To17)
    }
}

/// Row 8, item 6), and the paragraph on minors, which names item 6) too.
pub(super) fn housing(_: &Facts, route: Route) -> Option<Because> {
    match route {
        Route::General => Some(Because::RouteGeneral),
        Route::Minor => Some(Because::RouteMinor),
        Route::Consular => None,
    }
}

/// Row 8, item 7).
pub(super) fn medical(_: &Facts, route: Route) -> Option<Because> {
    (route == Route::General).then_some(Because::RouteGeneral)
}

/// Row 8, item 10).
pub(super) fn sectoral_petition(facts: &Facts, route: Route) -> Option<Because> {
    let asked = route == Route::General && facts.grounds.has(Ground::InDemandProfession);
    asked.then_some(Because::InDemandProfession)
}

/// Row 8, paragraph on minors: a child under sixteen.
pub(super) fn birth_certificate(facts: &Facts, route: Route) -> Option<Because> {
    (route == Route::Minor && facts.age() < 16).then_some(Because::Under16)
}

/// Row 8, paragraph on minors: the second parent, or both, live outside Kazakhstan.
pub(super) fn parent_consent(facts: &Facts, route: Route) -> Option<Because> {
    (route == Route::Minor && facts.other_parent_abroad).then_some(Because::OtherParentAbroad)
}

/// Row 8, opening words: children and persons declared incapable apply through a representative, on every route.
pub(super) fn representative_authority(facts: &Facts, _: Route) -> Option<Because> {
    if facts.is_minor() { Some(Because::Under18) } else { facts.incapable.then_some(Because::Incapable) }
}

/// Order 905 of 18.11.2024. (reading) Everybody on every route: ground 12) of row 9 knows no exception.
pub(super) fn fingerprint_certificate(_: &Facts, _: Route) -> Option<Because> {
    Some(Because::SwitchedOn)
}

/// Joint order of 30.01.2026. (reading) The general route; not the stateless, who have no such state, nor refugees,
/// who are not sent to the state they fled.
pub(super) fn home_state_consent(facts: &Facts, route: Route) -> Option<Because> {
    let asked = route == Route::General && facts.citizenship.is_some() && !facts.refugee;
    asked.then_some(Because::SwitchedOn)
}

/// Joint order of 30.01.2026. (reading) The general route without the in-demand professions, which are a separate procedure.
pub(super) fn pilot_notice(facts: &Facts, route: Route) -> Option<Because> {
    let asked = route == Route::General && !facts.grounds.has(Ground::InDemandProfession);
    asked.then_some(Because::SwitchedOn)
}
