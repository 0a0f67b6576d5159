//! Preparing a refusal: grounds that can be used against this person, what each rests on, reasons in their language, the
//! days that follow. The boxes for what a ground rests on come once it is chosen.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use askama::Template;
use chrono::NaiveDate;

use super::act::{About, Action, Drawing};
use super::boxes::Wrong;
use super::confirm::back;
use super::preview;
use crate::application::refusal::Evidence;
use crate::application::{Denied, Move};
use crate::desk::decision::{self, Proposal};
use crate::desk::duty::duty_of;
use crate::desk::evidence::{self, Exhibit};
use crate::law::terms;
use crate::store::calendar;
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::page::View;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

const PREPARE: Action =
    Action { doing: Move::PrepareRefusal, path: "prepare-refusal", title: "desk-prepare-title", draw };

#[derive(Template)]
#[template(path = "desk/prepare.html")]
struct PreparePage {
    about: About,
    /// Those chosen, with what they rest on.
    chosen: Vec<Ground>,
    /// Those that can be chosen besides.
    others: Vec<Ground>,
    reasons: String,
    /// What was typed about grounds that are not chosen any more: it goes with the form, and is there when they are.
    carried: Vec<(String, String)>,
    /// Until when the person may object, and the first day of the act; none when the calendar does not know the year.
    days: Option<(NaiveDate, NaiveDate)>,
    /// The last day of the term.
    due_on: Option<NaiveDate>,
    /// What the person will read, in each language: asked for before it is sent.
    preview: Vec<String>,
}

struct Ground {
    code: &'static str,
    /// Message id: fluent's ids have no dots.
    key: String,
    /// Code and message id of what it can rest on.
    exhibits: Vec<(String, String)>,
    /// Code of what it rests on.
    rests_on: String,
    /// What that shows.
    shows: String,
}

impl Ground {
    /// Its place in names and ids of boxes.
    fn id(&self) -> String {
        self.code.replace('.', "-")
    }
    /// The boxes where something is to be mended: what it rests on, and what that shows.
    fn wrong_boxes(&self, view: &View) -> Vec<Wrong> {
        let shows = match self.shows.trim().chars().count() {
            0 => Some("desk-lacks-shows"),
            length => (length > evidence::LONGEST).then_some("denied-too_long"),
        };
        let boxes = [("rests", self.rests_on.is_empty().then_some("desk-lacks-rests")), ("shows", shows)];
        let of = format!("{} {}", view.language.text("desk-ground"), self.code);
        let wrong = |(name, why): (&str, Option<&str>)| {
            Some(Wrong { at: format!("{name}-{}", self.id()), of: of.clone(), why: why?.to_owned() })
        };
        boxes.into_iter().filter_map(wrong).collect()
    }
}

impl PreparePage {
    /// Whether the act can only be signed when the term is over.
    fn is_late(&self) -> bool {
        self.days.zip(self.due_on).is_some_and(|((_, not_before), due_on)| not_before > due_on)
    }
    /// The boxes where something is to be mended after the form was sent, in the order of the page.
    fn wrong_boxes(&self, view: &View) -> Vec<Wrong> {
        let mut wrong: Vec<Wrong> = self.chosen.iter().flat_map(|ground| ground.wrong_boxes(view)).collect();
        // Without a ground the box is not there.
        if !self.chosen.is_empty() && self.reasons.trim().is_empty() {
            wrong.push(Wrong::at("reasons", &Denied::NoReasons));
        }
        wrong
    }
}

/// Asks for grounds and reasons. The address may name a ground to begin with.
pub async fn show(req: HttpRequest, office: App, path: web::Path<(String, String)>, clerk: Clerk) -> Outcome {
    let asked = Fields::parse(req.query_string().as_bytes())?;
    let named = |name: &str, to: &str| asked.all(name).take(3).map(|code| (to.to_owned(), code.to_owned())).collect();
    let mut begun: Vec<(String, String)> = named("ground", "ground");
    if let [(_, ground)] = begun.as_slice() {
        let name = format!("rests-{}", ground.replace('.', "-"));
        let rests: Vec<(String, String)> = named("rests", &name);
        begun.extend(rests);
    }
    PREPARE.show(&office, &clerk, &path.1, &Fields(begun)).await
}

/// Prepares the refusal.
pub async fn make(office: App, path: web::Path<(String, String)>, form: ClerkForm) -> Outcome {
    let proposal = proposal(&form.fields);
    if form.fields.has("preview") || form.fields.has("choose") && !proposal.grounds.is_empty() {
        return PREPARE.show(&office, &form.clerk, &path.1, &form.fields).await;
    }
    let switches = office.switches.clone();
    let made = PREPARE.make(&office, &form, &path.1, move |application, conn, officer, at| {
        let calendar = calendar::load(conn)?;
        Ok(decision::prepare_refusal(application, proposal, officer, at, &calendar, &switches)?)
    });
    back(made.await?, &form, &path.1)
}

fn proposal(fields: &Fields) -> Proposal {
    let grounds: Vec<String> = fields.all("ground").map(str::to_owned).collect();
    let evidence = grounds
        .iter()
        .map(|ground| {
            let id = ground.replace('.', "-");
            Evidence {
                ground: ground.clone(),
                item: fields.get(&format!("rests-{id}")).to_owned(),
                shows: fields.get(&format!("shows-{id}")).trim().to_owned(),
            }
        })
        .collect();
    Proposal { grounds, evidence, reasons: fields.get("reasons").to_owned() }
}

/// What the person will read if it is sent now: tried on a copy. What stands in the way is told at its box.
fn previewed(drawing: &mut Drawing<'_>) -> Outcome<Vec<String>> {
    let Drawing { office, view, staff, application, fields, .. } = *drawing;
    let Some(duty) = duty_of(Move::PrepareRefusal).filter(|_| fields.has("preview")) else { return Ok(Vec::new()) };
    let (mut copy, officer, at) = (application.clone(), staff.actor_by(duty), office.clock.now());
    let proposal = proposal(fields);
    match decision::prepare_refusal(&mut copy, proposal, officer, at, &office.calendar(), &office.switches) {
        Ok(_) => {
            let prepared = copy.office.prepared_refusal.as_ref();
            prepared.map_or_else(|| Ok(Vec::new()), |one| preview::parts(view, one, &application.language))
        }
        Err(denied) => {
            drawing.about.tells(PREPARE.path, &denied);
            drawing.status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(Vec::new())
        }
    }
}

fn draw(mut drawing: Drawing<'_>) -> Outcome {
    let preview = previewed(&mut drawing)?;
    let Drawing { office, view, status, application, fields, about, .. } = drawing;
    let today = office.clock.today();
    let Proposal { evidence: said, reasons, .. } = proposal(fields);
    let exhibits = Exhibit::of(application, today, &office.switches);
    let fitting = |code: &str| {
        let all = exhibits.iter().filter(|exhibit| evidence::fits(application, code, **exhibit));
        all.map(|exhibit| (exhibit.code(), exhibit.label())).collect()
    };
    let (chosen, others) = decision::usable_grounds(application, office.clock.now())
        .into_iter()
        .map(|code| {
            let found = said.iter().find(|one| one.ground == code);
            let (rests_on, shows) = found.map(|one| (one.item.clone(), one.shows.clone())).unwrap_or_default();
            let key = format!("ground-{}", code.replace('.', "-"));
            let ground = Ground { code, key, exhibits: fitting(code), rests_on, shows };
            (found.is_some(), ground)
        })
        .partition::<Vec<_>, _>(|(chosen, _)| *chosen);
    let bare = |list: Vec<(bool, Ground)>| list.into_iter().map(|(_, ground)| ground).collect::<Vec<_>>();
    let chosen = bare(chosen);
    let is_carried = |name: &str| {
        let of = name.strip_prefix("rests-").or_else(|| name.strip_prefix("shows-"));
        of.is_some_and(|id| chosen.iter().all(|ground| ground.id() != id))
    };
    let mut carried: Vec<(String, String)> =
        fields.typed().filter(|(name, text)| is_carried(name) && !text.is_empty()).cloned().collect();
    carried.dedup();
    let calendar = office.calendar();
    let objection = terms::objection_until(today, &calendar).ok();
    let days = objection.zip(terms::earliest_refusal(today, &calendar).ok());
    let mut page = PreparePage {
        about,
        chosen,
        carried,
        others: bare(others),
        reasons,
        days,
        preview,
        due_on: application.office.due_on(),
    };
    if page.about.denied.is_some() {
        let (boxes, grounds) = (page.wrong_boxes(view), std::mem::take(&mut page.about.wrong));
        // What was denied of the grounds is told after what stands above their box.
        page.about.wrong = boxes;
        page.about.wrong.extend(grounds.into_iter().filter(|one| one.at == "grounds"));
    }
    view.page_with(status, &page)
}
