//! One paper of a case on a page of its own: what was written about it, and its pages in the viewer.

use actix_web::{HttpRequest, web};
use askama::Template;

use super::paper::{PaperView, papers};
use super::viewer::{Place, Shown, Viewer};
use super::{keep_language, load};
use crate::application::review;
use crate::law::DocumentKind;
use crate::web::error::{Error, Outcome};
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::state::App;
use crate::web::visit::Clerk;

#[derive(Template)]
#[template(path = "desk/paper.html")]
struct PaperPage {
    id: String,
    number: String,
    name: String,
    paper: PaperView,
    viewer: Option<Viewer>,
    /// Whether the file in it was filed earlier and has been replaced since.
    is_replaced: bool,
    /// Codes of the papers before and after it.
    before: Option<&'static str>,
    after: Option<&'static str>,
}

/// Shows a paper.
pub async fn show(req: HttpRequest, office: App, path: web::Path<(String, String, String)>, clerk: Clerk) -> Outcome {
    keep_language(&office, &clerk).await?;
    let fields = Fields::parse(req.query_string().as_bytes())?;
    let application = load(&office, &clerk.staff, &path.1).await?;
    let kind: DocumentKind = path.2.parse().map_err(|_| Error::NotFound)?;
    let today = office.clock.today();
    let found = review::review(&application, today, &office.switches);
    let mut all = papers(&application, today, &office.switches, &found);
    let at = all.iter().position(|paper| paper.code == kind.code()).ok_or(Error::NotFound)?;
    let beside = |at: Option<usize>| at.and_then(|at| all.get(at)).map(|paper| paper.code);
    let (before, after) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
    // What was replaced is looked at by itself: it is no part of the paper as it stands.
    let replaced: Vec<_> = application.replaced.iter().filter(|(of, _)| *of == kind).cloned().collect();
    let is_replaced = replaced.iter().any(|(_, file)| file.id == fields.get("file"));
    let files = match is_replaced {
        true => replaced,
        false => application.paper(kind).filed().map(|file| (kind, file.clone())).collect(),
    };
    let place = Place { base: format!("/desk/cases/{}/papers/{}?", application.id, kind.code()), files: &files };
    clerk.view.page(&PaperPage {
        viewer: place.viewer(&office, &clerk.staff, &application, &fields, None).await?,
        is_replaced,
        paper: PaperView { pictured: true, ..all.swap_remove(at) },
        before,
        after,
        number: application.number.to_string(),
        name: application.name(),
        id: application.id,
    })
}
