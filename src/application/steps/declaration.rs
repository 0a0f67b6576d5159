//! Declaration and consent: that all is true, where notices may be sent (APPK art. 66), and the eight items which the
//! law on personal data, art. 8 (4), asks of a consent (LAW.md §1.4; the page shows them).

use super::{Step, StepName};
use crate::questions;
use crate::validation::{Answer, Text, checks::*};

questions! {
    /// Three agreements and the name of who gives them.
    pub struct Declaration {
        #[validate(custom(function = agreed))]
        truthful: Answer<bool>,
        #[validate(custom(function = agreed))]
        notices: Answer<bool>,
        #[validate(custom(function = agreed))]
        data_consent: Answer<bool>,
        #[validate(custom(function = filled), custom(function = any_name), length(max = 200))]
        signed_by: Text,
    }
}

impl Step for Declaration {
    const NAME: StepName = StepName::Declaration;
}
