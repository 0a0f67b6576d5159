//! Money: how solvency is confirmed, or by what one is exempt (order 642, row 8, item 3; RULES.md §5).

use chrono::NaiveDate;

use super::{Step, StepName};
use crate::application::choices::Ground;
use crate::questions;
use crate::validation::{Answer, Choices, Findings, Text, checks::*};

questions! {
    /// The bank's certificate, or the proof of the exemption. Which half is asked depends on the situation. The
    /// certificate's number and date are asked with its file: a newer one comes with a newer date.
    pub struct Solvency {
        #[validate(length(max = 150))]
        bank: Text,
        #[validate(custom(function = readable))]
        amount: Answer<i64>,
        #[validate(custom(function = readable))]
        bank_may_answer: Answer<bool>,
        exempt_as: Choices<Ground>,
        #[validate(length(max = 300))]
        exemption_paper: Text,
    }
}

impl Step for Solvency {
    const NAME: StepName = StepName::Solvency;
}

impl Solvency {
    /// What must be filled by those who confirm their solvency, on the day of filing.
    pub fn confirming(&self, today: NaiveDate, found: &mut Findings) {
        found.require("bank", self.bank.is_empty());
        found.require("amount", self.amount.is_blank());
        match (self.amount.given(), crate::law::money::solvency_floor(today)) {
            (Some(amount), Ok(floor)) if *amount < floor => {
                found.add_with("amount", "solvency_floor", "floor", floor);
            }
            (_, Err(_)) => found.add("amount", "unknown_mci"),
            _ => {}
        }
        if !self.bank_may_answer.yes() {
            found.add("bank_may_answer", "agree");
        }
    }

    /// What must be filled by the exempt.
    pub fn exempt(&self, found: &mut Findings) {
        found.require("exempt_as", self.exempt_as.is_empty());
        found.require("exemption_paper", self.exemption_paper.is_empty());
    }
}
