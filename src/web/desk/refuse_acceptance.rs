//! Refused acceptance: each paper that is missing or has run out is named; then the receipt that the person gets.

use actix_web::web;
use askama::Template;
use chrono::NaiveDate;

use super::accept::{Original, originals, paper_for_the_person};
use super::act::{About, Action, Drawing};
use super::boxes::Wrong;
use crate::application::Move;
use crate::application::office::{Fault, RefusedItem};
use crate::application::steps::Body;
use crate::desk::acceptance;
use crate::law::DocumentKind;
use crate::validation::{Answer, Field, Kind};
use crate::web::error::Outcome;
use crate::web::filled::Filled;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

const REFUSE: Action =
    Action { doing: Move::RefuseAcceptance, path: "refuse-acceptance", title: "desk-refuse-acceptance-title", draw };

#[derive(Template)]
#[template(path = "desk/refuse_acceptance.html")]
struct RefusePage {
    about: About,
    originals: Vec<Original>,
    /// The dates on the originals.
    form: Filled,
    /// Papers that are good by what the portal knows: whoever says that one has expired writes the date on its original.
    good: Vec<&'static str>,
}

/// The boxes for the date on the original of each paper that has a term; their labels are `desk-refusing-…`.
const BOXES: &[Field] = &[
    Field { name: "seen-passport", kind: Kind::Date },
    Field { name: "seen-solvency", kind: Kind::Date },
    Field { name: "seen-solvency_exemption", kind: Kind::Date },
    Field { name: "seen-criminal_record", kind: Kind::Date },
    Field { name: "seen-medical_028u", kind: Kind::Date },
];

impl RefusePage {
    /// Name of the box for the date on the original; none where the portal does not know the paper as good.
    fn seen(&self, original: &Original) -> Option<&'static str> {
        let name = format!("seen-{}", original.code);
        BOXES.iter().map(|field| field.name).find(|known| *known == name).filter(|_| self.good.contains(&original.code))
    }
}

fn chosen(fields: &Fields, code: &str) -> String {
    fields.get(&format!("fault-{code}")).to_owned()
}

fn seen_on(fields: &Fields, kind: DocumentKind) -> Option<NaiveDate> {
    Answer::<NaiveDate>::read(&fields.date_text(&format!("seen-{kind}"))).given().copied()
}

/// Asks how each document stands.
pub async fn show(office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    REFUSE.show(&office, &clerk, &path.1, &Fields::default()).await
}

/// Refuses acceptance; then to the receipt, in the applicant's language.
pub async fn make(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let named = |kind: &DocumentKind| {
        let fault = Fault::from_code(&chosen(&form.fields, kind.code()))?;
        Some(RefusedItem::new(*kind, fault).seen(seen_on(&form.fields, *kind)))
    };
    let items: Vec<RefusedItem> = DocumentKind::ALL.iter().filter_map(named).collect();
    let switches = office.switches.clone();
    let made = REFUSE.make(&office, &form, &path.1, move |application, _, officer, at| {
        Ok(acceptance::refuse(application, items, officer, at, &switches)?)
    });
    match made.await? {
        Some(answer) => Ok(answer),
        None => paper_for_the_person(&office, &form.clerk, &path.1, "refused-acceptance").await,
    }
}

fn draw(Drawing { office, view, status, application, fields, mut about, .. }: Drawing<'_>) -> Outcome {
    let today = office.clock.today();
    let mut originals = originals(office, application, chosen, fields);
    // What the rules know to have run out stands there chosen; whether it was brought, only the counter knows.
    if !fields.has("revision") && !fields.has("switch") {
        for original in originals.iter_mut().filter(|original| original.has_expired()) {
            Fault::Expired.code().clone_into(&mut original.chosen);
        }
    }
    let good = |original: &&Original| application.knows_as_good(original.kind, today);
    if about.denied.as_deref() == Some("denied-not_expired") {
        let said = originals.iter().filter(|original| original.chosen == Fault::Expired.code());
        let unproved = |kind| !acceptance::has_expired(application, kind, seen_on(fields, kind), today);
        let of = |code: &str| view.language.text(&format!("document-{code}"));
        let boxes = said.filter(|one| unproved(one.kind)).map(|one| (format!("seen-{}", one.code), of(one.code)));
        let why = about.denied.clone().unwrap_or_default();
        about.wrong = boxes.map(|(at, of)| Wrong { at, of, why: why.clone() }).collect();
    }
    let form = about.marks(Filled::unchecked("desk-refusing", BOXES, fields.answers(BOXES, &Body::new())));
    let good = originals.iter().filter(good).map(|original| original.code).collect();
    view.page_with(status, &RefusePage { about, originals, form, good })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_paper_that_can_run_out_has_a_box_for_its_date() {
        let with_a_term = DocumentKind::ALL.iter().filter(|kind| kind.rule().has_term());
        let wanted: Vec<String> = with_a_term.map(|kind| format!("seen-{kind}")).collect();
        assert_eq!(BOXES.iter().map(|field| field.name).collect::<Vec<_>>(), wanted);
    }
}
