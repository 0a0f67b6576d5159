//! Where on a paper an answer comes from. Known is the data page of a passport, whose parts ICAO 9303 puts in their places;
//! of every other paper it is only known which it is, since no rule says how it looks: there the answer is looked for
//! ([`super::sought`]).

use crate::application::steps::StepName;
use crate::law::DocumentKind;

/// A part of a page, as shares of its width and height from the left and from the top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Region {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A part of a passport's data page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The two lines at the bottom that machines read.
    Zone,
    /// The number, at the top right (zone I).
    Number,
    /// The state that issued it, at the top (zone I).
    State,
    /// Surname and given names (zone II).
    Names,
    /// Citizenship, date and place of birth, sex (zone II).
    Person,
    /// Who issued it, when, and until when (zone III).
    Issue,
    /// The portrait (zone V).
    Portrait,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 7] =
        [Self::Zone, Self::Number, Self::State, Self::Names, Self::Person, Self::Issue, Self::Portrait];

    /// As addresses name it; message id is `view-part-{code}`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Zone => "zone",
            Self::Number => "number",
            Self::State => "state",
            Self::Names => "names",
            Self::Person => "person",
            Self::Issue => "issue",
            Self::Portrait => "portrait",
        }
    }
    /// The part of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }
    /// Where it usually is on a data page of 125×88 mm (ICAO 9303, part 4: the zone takes the lowest 23.2 mm, the portrait
    /// stands at the left, the number at the top right), with room for passports that are off by a little.
    fn of_data_page(self) -> Region {
        let (x, y, width, height) = match self {
            Self::Zone => (0.0, 0.71, 1.0, 0.29),
            Self::Number => (0.55, 0.0, 0.45, 0.24),
            Self::State => (0.0, 0.0, 0.65, 0.22),
            Self::Names => (0.28, 0.14, 0.72, 0.28),
            Self::Person => (0.28, 0.32, 0.72, 0.28),
            Self::Issue => (0.28, 0.48, 0.72, 0.28),
            Self::Portrait => (0.0, 0.14, 0.36, 0.6),
        };
        Region { x, y, width, height }
    }
}

/// Where on a page of a passport a part usually is. A page that lies is the data page; one that stands, as two pages of an
/// open passport do, has it below. Of a page of another shape it is not known.
pub fn on_passport(part: Part, (width, height): (u32, u32)) -> Option<Region> {
    let shape = f64::from(width) / f64::from(height.max(1));
    let region = part.of_data_page();
    if (1.15..=1.75).contains(&shape) {
        return Some(region);
    }
    let below = Region { y: 0.5 + region.y / 2.0, height: region.height / 2.0, ..region };
    (0.6..=0.87).contains(&shape).then_some(below)
}

/// What proves an answer: a paper, and the part of it if that is known.
pub fn source(step: StepName, field: &str) -> Option<(DocumentKind, Option<Part>)> {
    use DocumentKind as D;
    use StepName as S;
    let passport = |part| Some((D::Passport, Some(part)));
    match (step, field) {
        (S::Passport, "number") => passport(Part::Number),
        (S::Passport, "country") => passport(Part::State),
        (S::Passport, "issuer" | "issued_on" | "expires_on") => passport(Part::Issue),
        (S::Passport, _) => Some((D::Passport, None)),
        (S::Person, "surname_latin" | "given_names_latin") => passport(Part::Names),
        (S::Person, "surname" | "given_names" | "patronymic") => passport(Part::Names),
        (S::Person, "sex" | "birth_country" | "birth_region" | "birth_place") => passport(Part::Person),
        (S::Situation, "born_on" | "citizenship") => passport(Part::Person),
        (S::Arrival, _) => Some((D::Passport, None)),
        // What a person says of itself: no paper of the set tells it.
        (S::Situation | S::Person, _) => None,
        _ => super::beside::papers_beside(step).first().map(|kind| (*kind, None)),
    }
}

impl Region {
    /// In pixels of a page.
    pub fn pixels(&self, (width, height): (u32, u32)) -> [u32; 4] {
        // Both edges are rounded, so that no part reaches beyond the page.
        let edge = |share: f64, length: u32| ((share * f64::from(length)).round() as u32).min(length);
        let (left, top) = (edge(self.x, width), edge(self.y, height));
        let (right, foot) = (edge(self.x + self.width, width), edge(self.y + self.height, height));
        [left, top, right - left, foot - top]
    }
    /// The same with so many pixels of room around it, as far as the page goes.
    pub fn wider(&self, by: u32, (width, height): (u32, u32)) -> [u32; 4] {
        let [x, y, across, down] = self.pixels((width, height));
        let (left, top) = (x.saturating_sub(by), y.saturating_sub(by));
        [left, top, (x + across + by).min(width) - left, (y + down + by).min(height) - top]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_lies_on_the_page_and_the_zone_at_its_foot() {
        for part in Part::ALL {
            assert_eq!(Part::from_code(part.code()), Some(part));
            for size in [(1250, 880), (880, 1250), (1654, 2300)] {
                let region = on_passport(part, size).unwrap();
                let (right, foot) = (region.x + region.width, region.y + region.height);
                assert!(right < 1.0 + 1e-9 && foot < 1.0 + 1e-9, "{part:?}");
                let [x, y, width, height] = region.pixels(size);
                assert!(x + width <= size.0 && y + height <= size.1 && width > 0 && height > 0);
            }
        }
        let zone = on_passport(Part::Zone, (1250, 880)).unwrap();
        assert!((zone.y + zone.height - 1.0).abs() < 1e-9 && zone.height >= 23.2 / 88.0);
        assert_eq!(on_passport(Part::Zone, (2000, 500)), None, "a strip is no page of a passport");
    }

    #[test]
    fn an_answer_leads_to_the_paper_that_proves_it() {
        use DocumentKind as D;
        assert_eq!(source(StepName::Passport, "number"), Some((D::Passport, Some(Part::Number))));
        assert_eq!(source(StepName::Fee, "paid_on"), Some((D::StateFee, None)), "usually anywhere on it");
        assert_eq!(source(StepName::Person, "had_other_name"), None);
    }
}
