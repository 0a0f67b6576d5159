//! The state duty: 4 MCI at the MCI of the day of payment (order 642, row 8, item 9; RULES.md §5).

use chrono::NaiveDate;

use super::{Step, StepName};
use crate::law::money;
use crate::questions;
use crate::validation::{Answer, Findings, Text, checks::*};

questions! {
    /// The receipt of the payment (LAW.md §7).
    pub struct Fee {
        #[validate(custom(function = answered))]
        paid_on: Answer<NaiveDate>,
        #[validate(custom(function = answered))]
        amount: Answer<i64>,
        #[validate(custom(function = filled), length(max = 60))]
        receipt_number: Text,
        #[validate(custom(function = filled), length(max = 200))]
        payer: Text,
        #[validate(length(max = 150))]
        bank: Text,
    }
}

impl Step for Fee {
    const NAME: StepName = StepName::Fee;

    fn together(&self, today: NaiveDate, found: &mut Findings) {
        let Some(paid_on) = self.paid_on.given() else { return };
        if *paid_on > today {
            found.add("paid_on", "future");
            return;
        }
        match money::fee(*paid_on) {
            Ok(due) => {
                if self.amount.given().is_some_and(|amount| *amount < due) {
                    found.add_with("amount", "fee_short", "due", due);
                }
            }
            Err(_) => found.add("paid_on", "unknown_mci"),
        }
    }
}
