//! An application that is being saved, with what it is searched by: worked out when first wanted, and once.

use std::cell::OnceCell;
use std::ops::Deref;

use crate::application::Application;
use crate::desk::queue::words::Terms;

/// An application and its search terms.
pub(super) struct Searched<'a> {
    application: &'a Application,
    terms: OnceCell<Terms>,
}

impl<'a> Searched<'a> {
    /// Nothing is worked out yet.
    pub fn of(application: &'a Application) -> Self {
        Self { application, terms: OnceCell::new() }
    }
    /// What it is searched by.
    pub fn terms(&self) -> &Terms {
        self.terms.get_or_init(|| Terms::of(self.application))
    }
}

impl Deref for Searched<'_> {
    type Target = Application;
    fn deref(&self) -> &Application {
        self.application
    }
}
