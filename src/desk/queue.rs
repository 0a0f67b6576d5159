//! What waits: one typed filter serves the list and its count.

use chrono::{DateTime, NaiveDate, Utc};

use crate::application::{Number, Status};

/// Which cases to show.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Unit; none for every unit (an auditor's view).
    pub unit: Option<String>,
    /// State; none for all that were ever filed.
    pub status: Option<Status>,
    /// Folded words, all of which must be found in number, names or passport.
    pub words: Vec<String>,
    /// Page, from 0.
    pub page: i64,
}

/// Cases on a page of the queue.
pub const PER_PAGE: i64 = 40;

impl Filter {
    /// Takes what a clerk typed into the search box: names by word, numbers with their signs left out.
    pub fn search(&mut self, text: &str) {
        use crate::validation::names::{fold, fold_number};
        let compact = fold_number(text);
        let looks_like_a_number = compact.chars().filter(char::is_ascii_digit).count() >= 3;
        self.words = if looks_like_a_number {
            vec![compact]
        } else {
            fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).take(8).collect()
        };
    }
}

/// One line of the queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Id.
    pub id: String,
    /// Number to quote.
    pub number: Number,
    /// Name.
    pub name: String,
    /// State.
    pub status: Status,
    /// Route's code.
    pub route: Option<String>,
    /// Unit.
    pub unit: Option<String>,
    /// When it was filed.
    pub submitted_at: Option<DateTime<Utc>>,
    /// The last day of the term, once it runs.
    pub due_on: Option<NaiveDate>,
}

impl Case {
    /// Calendar days left until the term's last day; negative when late; none when no clock runs.
    pub fn days_left(&self, today: NaiveDate) -> Option<i64> {
        self.due_on.filter(|_| self.status.clock_runs()).map(|due_on| (due_on - today).num_days())
    }
}
