//! What the office does, page by page.
use ruqsat::law::DocumentKind;
use ruqsat::people::Role;

use crate::house::TestApp;
use crate::house::app::{PASSWORD, UNIT};
use crate::visitor::Visitor;

/// How wide the pictures of a paper and of what lies beside it are, as soon as they have come.
const DRAWN: &str = "
    const done = arguments[arguments.length - 1], all = [...document.querySelectorAll('table.cards img')];
    all.forEach(one => one.loading = 'eager');
    const come = one => one.decode().then(() => String(one.naturalWidth), () => '0');
    Promise.all(all.map(come)).then(done);";

impl Visitor {
    /// Sits down at the office's computer: employs somebody and signs them in; gives their login.
    #[track_caller]
    pub fn works_as(&self, app: &TestApp, role: Role) -> String {
        let staff = app.employs(role, UNIT, self.language);
        self.signs_in(&staff.login);
        staff.login
    }

    /// Signs in.
    #[track_caller]
    pub fn signs_in(&self, login: &str) {
        self.opens("/desk/sign-in");
        self.fills("desk-login", login);
        self.fills("desk-password", PASSWORD);
        self.presses("desk-sign-in");
        self.arrives_at("/desk");
    }

    /// Gets up again.
    #[track_caller]
    pub fn signs_out(&self) {
        self.presses("desk-sign-out");
        self.opens("/desk");
        self.arrives_at("/desk/sign-in");
    }

    /// Opens a case from the queue.
    #[track_caller]
    pub fn takes(&self, number: &str) {
        self.opens("/desk");
        self.presses(number);
        self.sees(number);
    }

    /// Opens a paper of another state from the case: it has its apostille, and its translation lies beside it, each with a
    /// picture of its first page.
    #[track_caller]
    pub fn sees_pair(&self, number: &str, kind: DocumentKind) {
        self.takes(number);
        self.presses(&format!("{kind}.pdf"));
        for told in ["pair-legalisation-apostille", "pair-translation-beside", &format!("{kind}-аударма.pdf")] {
            self.sees(told);
        }
        let seen = self.browser.asks_later(DRAWN);
        assert_eq!(seen.len(), 2, "the paper and its translation: {seen:?}");
        assert!(seen.iter().all(|wide| wide != "0"), "a picture of each: {seen:?}");
    }

    /// Returns the case with a remark on one step.
    #[track_caller]
    pub fn returns(&self, number: &str, step: &str, remark: &str) {
        self.takes(number);
        self.presses("move-return");
        let step = self.says(&format!("step-{step}"));
        self.browser.click(&step); // unfolds it
        self.browser.fill(&format!("{}: {step}", self.says("desk-remark")), remark);
        self.presses("desk-return");
        self.sees("status-returned");
    }

    /// Compares all originals and accepts.
    #[track_caller]
    pub fn accepts(&self, number: &str) {
        self.takes(number);
        self.presses("move-accept");
        assert!(self.browser.tick_all(&self.says("desk-originals")) > 3, "{}", self.browser.text());
        self.presses("desk-accept");
        assert!(self.browser.current_path().ends_with("/talon"), "{}", self.browser.text());
    }

    /// Asks national security and records that it agrees.
    #[track_caller]
    pub fn hears_national_security(&self, number: &str) {
        self.takes(number);
        self.presses("desk-ask-title");
        self.chooses("desk-approver", "approver-national_security");
        self.fills("desk-approval-outgoing_number", "12-34");
        self.presses("desk-record");
        self.opens(&format!("{}/answers", self.place())); // in Russian two links say "record the answer"
        self.chooses("desk-approver", "approver-national_security");
        self.chooses("desk-answered", "answered-positive");
        self.presses("desk-record");
        self.sees("answered-positive");
    }

    /// Grants the permit.
    #[track_caller]
    pub fn approves(&self, number: &str) {
        self.takes(number);
        self.presses("move-approve");
        self.presses("desk-approve-button");
        self.sees("status-approved");
    }
}
