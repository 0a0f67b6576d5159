//! The list of standard reasons, which the office keeps itself: both languages, the provision, and what each is for.

use actix_web::http::StatusCode;
use askama::Template;

use super::keep_language;
use super::review::every_item;
use crate::desk::reasons::{About, LONGEST, StandardReason};
use crate::store::reasons;
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::state::App;
use crate::web::visit::{Clerk, ClerkForm};

#[derive(Template)]
#[template(path = "admin/reasons.html")]
struct ReasonsPage {
    listed: Vec<Listed>,
    form: Draft,
    /// Codes of what a reason can be for, with the message id of each.
    abouts: Vec<(String, String)>,
    longest: usize,
}

/// A reason in the list.
struct Listed {
    id: String,
    about: String,
    kk: String,
    ru: String,
    citation_kk: String,
    citation_ru: String,
    retired: bool,
}

/// A reason as it was typed.
#[derive(Default)]
struct Draft {
    /// Empty for a new one.
    id: String,
    about: String,
    kk: String,
    ru: String,
    citation_kk: String,
    citation_ru: String,
    /// Box and message id of what is wrong with it.
    wrong: Vec<(&'static str, &'static str)>,
}

impl Draft {
    fn typed(fields: &Fields) -> Self {
        let typed = |name| fields.get(name).trim().to_owned();
        Self {
            id: typed("id"),
            about: typed("about"),
            kk: typed("kk"),
            ru: typed("ru"),
            citation_kk: typed("citation_kk"),
            citation_ru: typed("citation_ru"),
            wrong: Vec::new(),
        }
    }
    /// Message id of what is wrong with a box; empty where nothing is.
    fn error(&self, name: &str) -> &'static str {
        self.wrong.iter().find(|(known, _)| *known == name).map(|(_, key)| *key).unwrap_or_default()
    }
    fn checked(&mut self, retired: bool) -> Option<StandardReason> {
        let about = About::from_code(&self.about);
        if about.is_none() {
            self.wrong.push(("about", "reasons-about-missing"));
        }
        let (kk, ru) = (("citation_kk", &self.citation_kk), ("citation_ru", &self.citation_ru));
        for (name, text) in [("kk", &self.kk), ("ru", &self.ru), kk, ru] {
            match text.chars().count() {
                0 if name == "kk" => self.wrong.push((name, "reasons-missing-kk")),
                0 if name == "ru" => self.wrong.push((name, "reasons-missing-ru")),
                length if length > LONGEST => self.wrong.push((name, "reasons-too-long")),
                _ => {}
            }
        }
        let about = about.filter(|_| self.wrong.is_empty())?;
        let id = if self.id.is_empty() { uuid::Uuid::now_v7().to_string() } else { self.id.clone() };
        let (kk, ru) = (self.kk.clone(), self.ru.clone());
        let (citation_kk, citation_ru) = (self.citation_kk.clone(), self.citation_ru.clone());
        Some(StandardReason { id, about, kk, ru, citation_kk, citation_ru, retired })
    }
}

/// Message id of what a reason is for.
fn label(about: &About) -> String {
    match about {
        About::Item(item) => item.label(),
        other => format!("reasons-about-{}", other.code()),
    }
}

/// The list. The address names the one that is to be changed.
pub async fn list(req: actix_web::HttpRequest, office: App, clerk: Clerk) -> Outcome {
    keep_language(&office, &clerk).await?;
    let asked = Fields::parse(req.query_string().as_bytes())?;
    let change = asked.get("change").to_owned();
    let found = office.read(reasons::all).await?.into_iter().find(|reason| reason.id == change);
    let form = found.map_or_else(Draft::default, |reason| Draft {
        id: reason.id,
        about: reason.about.code(),
        kk: reason.kk,
        ru: reason.ru,
        citation_kk: reason.citation_kk,
        citation_ru: reason.citation_ru,
        wrong: Vec::new(),
    });
    draw(&office, &clerk, StatusCode::OK, form).await
}

/// Adds a reason, changes one, retires it or offers it again.
pub async fn put(office: App, form: ClerkForm) -> Outcome {
    let ClerkForm { mut clerk, fields } = form;
    let mut draft = Draft::typed(&fields);
    if fields.has("switch") {
        return draw(&office, &clerk, StatusCode::OK, draft).await;
    }
    let (by, at) = (clerk.staff.actor(), office.clock.now());
    if let Some(retired) = ["retire", "restore"].into_iter().find(|name| fields.has(name)) {
        let id = fields.get(retired).to_owned();
        let retired = retired == "retire";
        office
            .write(move |conn| match reasons::all(conn)?.into_iter().find(|reason| reason.id == id) {
                Some(reason) => reasons::change(conn, &StandardReason { retired, ..reason }, by, at),
                None => Ok(()),
            })
            .await?;
        clerk.view.is_saved(&office);
        return clerk.view.go("/admin/reasons");
    }
    let Some(reason) = draft.checked(false) else {
        return draw(&office, &clerk, StatusCode::UNPROCESSABLE_ENTITY, draft).await;
    };
    office.write(move |conn| reasons::change(conn, &reason, by, at)).await?;
    tracing::info!(event = "reasons_changed", staff = %clerk.staff.id);
    clerk.view.is_saved(&office);
    clerk.view.go("/admin/reasons")
}

async fn draw(office: &App, clerk: &Clerk, status: StatusCode, form: Draft) -> Outcome {
    let listed = office.read(reasons::all).await?;
    let general = [About::Papers, About::Answers, About::Anything];
    let abouts = general.into_iter().chain(every_item().map(About::Item));
    clerk.view.page_with(
        status,
        &ReasonsPage {
            listed: listed
                .into_iter()
                .map(|reason| Listed {
                    about: label(&reason.about),
                    id: reason.id,
                    kk: reason.kk,
                    ru: reason.ru,
                    citation_kk: reason.citation_kk,
                    citation_ru: reason.citation_ru,
                    retired: reason.retired,
                })
                .collect(),
            form,
            abouts: abouts.map(|about| (about.code(), label(&about))).collect(),
            longest: LONGEST,
        },
    )
}
