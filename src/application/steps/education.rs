//! Education and profession, and the work of the last five years as a list without gaps (LAW.md §1.3, fields 14, 15).

use chrono::{Datelike, NaiveDate};

use super::{Record, Records, Step, StepName};
use crate::application::choices::{Country, EducationLevel, Occupation, Profession};
use crate::questions;
use crate::validation::{Answer, Findings, Text, checks::*};

questions! {
    /// Education, profession, and the in-demand list where it applies.
    pub struct Education {
        #[validate(custom(function = answered))]
        level: Answer<EducationLevel>,
        #[validate(length(max = 200))]
        institution: Text,
        #[validate(length(max = 150))]
        speciality: Text,
        #[validate(custom(function = readable))]
        graduated_in: Answer<i64>,
        #[validate(custom(function = filled), length(max = 150))]
        profession: Text,
        #[validate(custom(function = readable))]
        in_demand: Answer<Profession>,
        #[validate(length(max = 60))]
        occupation_group: Text,
    }
}

impl Step for Education {
    const NAME: StepName = StepName::Education;

    fn together(&self, today: NaiveDate, found: &mut Findings) {
        if self.level.given().is_some_and(|level| *level != EducationLevel::None) {
            found.require("institution", self.institution.is_empty());
        }
        if self.graduated_in.given().is_some_and(|year| !(1930..=i64::from(today.year())).contains(year)) {
            found.add("graduated_in", "year");
        }
    }
}

questions! {
    /// One stretch of work, study, service, or time without either.
    pub struct Job {
        #[validate(custom(function = answered))]
        occupation: Answer<Occupation>,
        #[validate(custom(function = answered))]
        from: Answer<NaiveDate>,
        #[validate(custom(function = readable))]
        until: Answer<NaiveDate>,
        #[validate(custom(function = answered))]
        ongoing: Answer<bool>,
        #[validate(length(max = 200))]
        organisation: Text,
        #[validate(length(max = 150))]
        position: Text,
        #[validate(custom(function = answered))]
        country: Answer<Country>,
        #[validate(length(max = 100))]
        locality: Text,
    }
}

impl Record for Job {
    const LIST: StepName = StepName::Work;

    fn title(&self) -> String {
        if self.organisation.is_empty() { self.locality.to_string() } else { self.organisation.to_string() }
    }

    fn together(&self, today: NaiveDate, found: &mut Findings) {
        if self.ongoing.no() {
            found.require("until", self.until.is_blank());
        } else if self.ongoing.yes() && !self.until.is_blank() {
            found.add("until", "ongoing_with_end");
        }
        if self.occupation.given().is_some_and(Occupation::has_a_place) {
            found.require("organisation", self.organisation.is_empty());
        }
        if self.from.given().is_some_and(|from| *from > today) {
            found.add("from", "future");
        }
        if self.until.given().is_some_and(|until| *until > today) {
            found.add("until", "future");
        }
        if let (Some(from), Some(until)) = (self.from.given(), self.end(today).as_ref())
            && until < from
        {
            found.add("until", "until_before_from");
        }
    }

    /// The five years before today must be covered; a gap of more than a month must be explained by its own line.
    fn all_together(records: &Records<Self>, today: NaiveDate, found: &mut Findings) {
        let five_years_ago = today.with_year(today.year() - 5).unwrap_or(today - chrono::Duration::days(1826));
        let mut stretches: Vec<(NaiveDate, NaiveDate)> = records
            .items
            .iter()
            .filter_map(|record| Some((*record.answers.from.given()?, record.answers.end(today)?)))
            .collect();
        stretches.sort_unstable();
        // The day itself ends the last gap.
        stretches.push((today, today));
        let mut covered_until = five_years_ago;
        for (from, until) in stretches {
            let told_from = from.min(today);
            if (told_from - covered_until).num_days() > GAP_DAYS {
                found.add_days("items", "work_gap", [("from", covered_until), ("until", told_from)]);
            }
            covered_until = covered_until.max(until);
        }
    }
}

/// A gap of up to this many days between two stretches needs no line of its own.
const GAP_DAYS: i64 = 31;

impl Job {
    /// The last day of the stretch: today, if it goes on.
    fn end(&self, today: NaiveDate) -> Option<NaiveDate> {
        if self.ongoing.yes() { Some(today) } else { self.until.given().copied() }
    }
}
