//! Keeping a paper: its words and its files in one change, its files in the vault in step with the rows.

use serde_json::Value;

use super::fresh::{Fresh, unbroken};
use super::upload::Refused;
use crate::application::invitation::{Invitation, MOST_FILES, Standing};
use crate::application::merge::{Merged, merge};
use crate::application::steps::Body;
use crate::application::{Actor, Application, Denied, Event, EventKind};
use crate::documents::{Details, StoredFile};
use crate::law::DocumentKind;
use crate::store::applications::{self, Changed, change, change_own};
use crate::store::{Conn, StoreError, Stored, invitations};
use crate::validation::Questions;
use crate::web::drawn;
use crate::web::error::Outcome;
use crate::web::form::Fields;
use crate::web::state::App;

/// What a paper became.
pub struct Kept {
    /// The application with it.
    pub application: Application,
    /// Boxes that another tab changed too, with the text that was replaced.
    pub both: Vec<(String, Value)>,
    /// Files for which another tab left no room.
    pub left: Vec<Refused>,
}

/// What was written about a paper, as the boxes show it.
pub fn body_of(details: &Details) -> Body {
    match serde_json::to_value(details) {
        Ok(Value::Object(body)) => body,
        _ => Body::new(),
    }
}

fn details_of(body: Body) -> Details {
    serde_json::from_value(Value::Object(body)).unwrap_or_default()
}

/// What was typed, as the boxes show it. Boxes that the page does not have stay as they are stored.
pub fn typed(fields: &Fields, stored: &Body) -> Body {
    body_of(&details_of(fields.answers(Details::FIELDS, stored)))
}

fn describe(application: &mut Application, kind: DocumentKind, fields: &Fields) -> Stored<Vec<(String, Value)>> {
    let stored = body_of(&application.kept_paper(kind).details);
    let Merged { body, both } = merge(&stored, fields.get("seen"), typed(fields, &stored));
    application.describe(kind, details_of(body))?;
    Ok(both)
}

/// Keeps the words about a paper and, with `fresh`, its new files.
pub async fn keep(office: &App, id: &str, kind: DocumentKind, fields: Fields, fresh: Option<Fresh>) -> Outcome<Kept> {
    let (office, id, now) = (office.clone(), id.to_owned(), office.clock.now());
    unbroken(async move {
        let files = fresh.as_ref().map(|fresh| fresh.files().to_vec()).unwrap_or_default();
        let kept = office
            .write(move |conn| {
                change_own(conn, &id, now, |application, _| {
                    let both = describe(application, kind, &fields)?;
                    let left = attach(application, kind, files)?;
                    Ok(Kept { application: application.clone(), both, left })
                })
            })
            .await?;
        // A paper is saved with every pause in typing: whoever draws is woken for files only.
        if let Some(fresh) = fresh.filter(|fresh| !fresh.files().is_empty()) {
            let paper = kept.application.paper(kind);
            fresh.keep(|file| paper.files.iter().any(|kept| kept.id == file.id));
            office.came_in.notify_one();
        }
        Ok(kept)
    })
    .await
}

/// Keeps files that came by a link, as many as may; gives back how many, and those for which there was no room.
pub async fn keep_brought(office: &App, invitation: &Invitation, fresh: Fresh) -> Outcome<(usize, Vec<Refused>)> {
    let (office, link, kind, now) = (office.clone(), invitation.id.clone(), invitation.kind, office.clock.now());
    let id = invitation.application_id.clone();
    unbroken(async move {
        let files = fresh.files().to_vec();
        let (taken, left) = office
            .write(move |conn| {
                change(conn, &id, None, |application, conn| {
                    // It may have been taken back, or filled, while the files were on their way.
                    let invitation = invitations::find(conn, &link)?;
                    if !matches!(invitation.standing(application, now), Standing::Open) {
                        return Err(StoreError::Denied(Denied::Closed));
                    }
                    let room = MOST_FILES.saturating_sub(invitation.files.len());
                    let beyond = files.iter().skip(room).map(|file| Refused::without_room(kind, file));
                    let mut left: Vec<Refused> = beyond.collect();
                    let files: Vec<StoredFile> = files.into_iter().take(room).collect();
                    let came: Vec<String> = files.iter().map(|file| file.id.clone()).collect();
                    left.extend(attach(application, kind, files)?);
                    let there = application.paper(kind).files;
                    let taken: Vec<String> =
                        came.into_iter().filter(|id| there.iter().any(|file| file.id == *id)).collect();
                    invitations::note_files(conn, &link, &taken)?;
                    let event = Event::new(EventKind::PaperBrought, Actor::Invited, now);
                    let event =
                        (!taken.is_empty()).then(|| event.with("document", kind.code()).with("files", taken.len()));
                    Ok(Changed { value: (taken, left), event })
                })
            })
            .await?;
        fresh.keep(|file| taken.contains(&file.id));
        if !taken.is_empty() {
            office.came_in.notify_one();
        }
        Ok((taken.len(), left))
    })
    .await
}

/// Adds files to a paper; gives back those for which there is no room.
pub fn attach(application: &mut Application, kind: DocumentKind, files: Vec<StoredFile>) -> Stored<Vec<Refused>> {
    let mut left = Vec::new();
    for file in files {
        match application.attach(kind, file.clone()) {
            Ok(()) => {}
            Err(Denied::TooMuch) => left.push(Refused::without_room(kind, &file)),
            Err(denied) => return Err(StoreError::Denied(denied)),
        }
    }
    Ok(left)
}

/// Takes a file away, and keeps the words that came with the button.
pub async fn take_away(office: &App, id: &str, kind: DocumentKind, file: String, fields: Fields) -> Outcome<()> {
    let (office, id, now) = (office.clone(), id.to_owned(), office.clock.now());
    unbroken(async move {
        let (application, gone) = office
            .write(move |conn| {
                change_own(conn, &id, now, |application, conn| {
                    if kind != DocumentKind::Photo {
                        describe(application, kind, &fields)?;
                    }
                    let gone = match kind {
                        // What it was cut from goes with it.
                        DocumentKind::Photo => application.place_photograph(None, &[], Vec::new())?,
                        _ => application.detach(kind, &file)?.into_iter().collect(),
                    };
                    keep_evidence(application, conn, kind, &gone)?;
                    Ok((application.clone(), gone))
                })
            })
            .await?;
        clear(&office, &application, &gone).await;
        Ok(())
    })
    .await
}

/// Keeps what was filed among the files that a paper has no more: a frozen submission holds its SHA-256, and the clerk
/// compares it with what takes its place.
pub fn keep_evidence(
    application: &mut Application,
    conn: &mut Conn,
    kind: DocumentKind,
    gone: &[StoredFile],
) -> Stored<()> {
    // Of a draft nothing was filed, and what a photograph was cut from never is: no frozen body needs to be loaded.
    if application.submitted_at.is_none() || !gone.iter().any(|file| file.role.is_filed()) {
        return Ok(());
    }
    let filed = applications::submissions_of(conn, &application.id)?;
    let is_evidence =
        |file: &&StoredFile| file.role.is_filed() && filed.iter().any(|one| one.body.contains(&file.sha256));
    gone.iter().filter(is_evidence).for_each(|file| application.keep_replaced(kind, file.clone()));
    Ok(())
}

/// Removes files that no application has any more, not even as evidence. A vault that fails here is the log's business: the
/// change is made.
pub async fn clear(office: &App, application: &Application, gone: &[StoredFile]) {
    let is_kept = |file: &&StoredFile| application.replaced.iter().any(|(_, kept)| kept.id == file.id);
    for file in gone.iter().filter(|file| !is_kept(file)) {
        if let Err(error) = office.vault.remove(&file.id).await {
            tracing::error!(event = "vault_failed", file = file.id, cause = %error);
        }
        drawn::forget(office, &file.id).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn boxes_that_were_not_on_the_page_stay() {
        let stored =
            body_of(&details_of(fields(&[("number", "7"), ("issuer", "A")]).answers(Details::FIELDS, &Body::new())));
        let typed = typed(&fields(&[("number", "8"), ("issued_on-day", "31"), ("issued_on-month", "2")]), &stored);
        let text = |name: &str| typed.get(name).and_then(Value::as_str).map(str::to_owned);
        assert_eq!(text("number").as_deref(), Some("8"));
        assert_eq!(text("issuer").as_deref(), Some("A"));
        assert_eq!(text("issued_on").as_deref(), Some("31.2."), "right or wrong, it is kept as typed");
    }

    #[test]
    fn an_emptied_box_is_emptied() {
        let stored = body_of(&details_of(fields(&[("number", "7")]).answers(Details::FIELDS, &Body::new())));
        assert_eq!(typed(&fields(&[("number", "")]), &stored).get("number").and_then(Value::as_str), Some(""));
    }
}
