//! Applications: begin, load, and the one function that changes them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::rows::*;
use super::schema::{applications, counters, files, papers, submissions};
use super::searched::Searched;
use super::{Conn, StoreError, Stored, answers, mended, photographs, queue, trail, zones};
use crate::application::steps::StepName;
use crate::application::submission::Submission;
use crate::application::{Answers, Application, Event, Number, Status, submission};
use crate::desk::queue::rank::rank;
use crate::desk::queue::{Citizenship, Facets};
use crate::documents::{Format, Paper, ScanState, StoredFile, file::FileRole};
use crate::law::DocumentKind;
use crate::law::switches::Switches;
pub use trail::history;

/// Stores a new draft.
pub fn begin(conn: &mut Conn, application: &Application) -> Stored<()> {
    diesel::insert_into(applications::table)
        .values((to_row(&Searched::of(application))?, applications::revision.eq(application.revision)))
        .execute(conn)?;
    for (step, body) in application.answers.iter() {
        answers::put(conn, &application.id, step, body)?;
    }
    Ok(())
}

/// Loads an application with its answers and papers.
pub fn load(conn: &mut Conn, id: &str) -> Stored<Application> {
    let (row, revision): (ApplicationRow, i64) =
        applications::table.find(id).select((ApplicationRow::as_select(), applications::revision)).first(conn)?;
    let mut application = from_row(row)?;
    let (loaded, written) = answers::load_all(conn, id)?;
    application.answers = loaded;
    application.revision = revision + written;
    load_papers(conn, &mut application)?;
    application.photograph = photographs::load(conn, id)?;
    application.zone = zones::load(conn, id)?;
    Ok(application)
}

/// Whether some of these columns wait to be filled: one look into an index for each state.
pub fn has_new_columns(conn: &mut Conn) -> Stored<bool> {
    let filed = queue::states().map(Status::code);
    let missing = applications::status.eq_any(filed).and(applications::rank.is_null());
    Ok(diesel::select(diesel::dsl::exists(applications::table.filter(missing))).get_result(conn)?)
}

/// Fills the columns and indexes that a newer schema added, from what each application holds. Gives back how many it
/// filled.
pub fn fill_new_columns(conn: &mut Conn) -> Stored<usize> {
    let missing = applications::submitted_at.is_not_null().and(applications::rank.is_null());
    let ids: Vec<String> = applications::table.filter(missing).select(applications::id).load(conn)?;
    for id in &ids {
        let application = load(conn, id)?;
        let application = Searched::of(&application);
        diesel::update(applications::table.find(id)).set(to_row(&application)?).execute(conn)?;
        queue::index(conn, None, &application)?;
    }
    Ok(ids.len())
}

/// Id and code hash of the application of a number.
pub fn by_number(conn: &mut Conn, number: &Number) -> Stored<(String, String)> {
    Ok(applications::table
        .filter(applications::number.eq(number.as_str()))
        .select((applications::id, applications::code_hash))
        .first(conn)?)
}

/// What a change gives back: the caller's value, and the line of history that belongs to it.
pub struct Changed<T> {
    /// For the caller.
    pub value: T,
    /// For the history; none while a draft is being filled in.
    pub event: Option<Event>,
}

/// THE way to change an application: touches its row (which locks it), loads, asks the business, saves, writes the
/// event, all in the caller's transaction. With `seen`, a page drawn on an older revision is refused.
///
/// The event takes the lock of the chain ([`trail::append`]), which all wait for: let it be the last thing of the
/// transaction. Who changes many applications gives each a transaction of its own.
pub fn change<T>(
    conn: &mut Conn,
    id: &str,
    seen: Option<i64>,
    decide: impl FnOnce(&mut Application, &mut Conn) -> Stored<Changed<T>>,
) -> Stored<T> {
    let grown = lock(conn, id)?;
    let before = load(conn, id)?;
    let now = before.revision - grown;
    if let Some(seen) = seen.filter(|seen| *seen != now) {
        return Err(StoreError::Stale { seen, now });
    }
    let mut after = before.clone();
    let Changed { value, event } = decide(&mut after, conn)?;
    save(conn, &before, &after, event.as_ref().map(|event| event.at))?;
    if let Some(event) = event {
        // Whose page was drawn on an older revision can be told what happened since.
        trail::append(conn, Some(id), &event.with("revision", before.revision))?;
    }
    Ok(value)
}

/// A change by the applicant of what is theirs to fill in. Of an application that was returned each changed item is an
/// event; a draft has none.
pub fn change_own<T>(
    conn: &mut Conn,
    id: &str,
    at: DateTime<Utc>,
    decide: impl FnOnce(&mut Application, &mut Conn) -> Stored<T>,
) -> Stored<T> {
    lock(conn, id)?;
    let before = load(conn, id)?;
    let mut after = before.clone();
    let value = decide(&mut after, conn)?;
    save(conn, &before, &after, Some(at))?;
    mended::note(conn, &before, &after, at)?;
    Ok(value)
}

/// Write first: the rows are locked before they are read, on both databases. Gives back by how much the revision grew.
pub(super) fn lock(conn: &mut Conn, id: &str) -> Stored<i64> {
    let touched = diesel::update(applications::table.find(id))
        .set(applications::revision.eq(applications::revision + 1))
        .execute(conn)?;
    if touched == 0 { Err(StoreError::NotFound) } else { Ok(1 + answers::lock_all(conn, id)?) }
}

/// Writes what differs. `at` is the moment of the event, if the change has one.
pub(super) fn save(
    conn: &mut Conn,
    before: &Application,
    after: &Application,
    at: Option<DateTime<Utc>>,
) -> Stored<()> {
    let id = &after.id;
    for (step, body) in after.answers.iter() {
        if before.answers.body(step) != Some(body) {
            answers::put(conn, id, step, body)?;
        }
    }
    if before.papers != after.papers || before.replaced != after.replaced {
        save_papers(conn, before, after)?;
    }
    if before.photograph != after.photograph {
        photographs::save(conn, id, after.photograph.as_ref())?;
    }
    if before.zone != after.zone {
        zones::save(conn, id, after.zone.as_ref())?;
    }
    let (was, is) = (Searched::of(before), Searched::of(after));
    if !same_row(&was, &is) {
        diesel::update(applications::table.find(id)).set(to_row(&is)?).execute(conn)?;
        queue::index(conn, Some(&was), &is)?;
    }
    let filed = before.status == Status::Draft && after.status != Status::Draft;
    if filed || (after.status != Status::Draft && before.answers != after.answers) {
        super::related::put(conn, after)?;
    }
    if before.status != after.status || before.unit() != after.unit() {
        super::claims::settle(conn, before, after, at)?;
    }
    Ok(())
}

/// Whether no column beside the revision changes, and nothing by which the queue finds it.
pub(super) fn same_row(before: &Searched<'_>, after: &Searched<'_>) -> bool {
    let same = |step| before.answers.body(step) == after.answers.body(step);
    before.status == after.status
        && before.office == after.office
        && before.language == after.language
        && before.submitted_at == after.submitted_at
        && [StepName::Situation, StepName::Person, StepName::Passport].into_iter().all(same)
        && (same(StepName::Contacts)
            || before.unit() == after.unit() && (rank(after).is_none() || before.terms() == after.terms()))
}

/// Begins the stored role of a file that was filed and is with its paper no more.
const REPLACED: &str = "replaced_";

fn save_papers(conn: &mut Conn, before: &Application, after: &Application) -> Stored<()> {
    let id = &after.id;
    for paper in &after.papers {
        let old = before.papers.iter().find(|old| old.kind == paper.kind);
        if old.map(|old| &old.details) != Some(&paper.details) {
            let details = to_json(&paper.details)?;
            let changed = diesel::update(papers::table.find((id, paper.kind.code())))
                .set(papers::details.eq(&details))
                .execute(conn)?;
            if changed == 0 {
                let row = PaperRow { application_id: id.clone(), kind: paper.kind.code().to_owned(), details };
                diesel::insert_into(papers::table).values(row).execute(conn)?;
            }
        }
        let known = old.map(|old| old.files.as_slice()).unwrap_or_default();
        for file in paper.files.iter().filter(|file| !known.iter().any(|old| old.id == file.id)) {
            diesel::insert_into(files::table).values(file_row(id, paper.kind, file)).execute(conn)?;
        }
        for file in paper.files.iter().filter(|file| known.iter().any(|old| old.id == file.id && old.scan != file.scan))
        {
            diesel::update(files::table.find(&file.id)).set(files::scan.eq(file.scan.code())).execute(conn)?;
        }
        for gone in known.iter().filter(|old| !paper.files.iter().any(|file| file.id == old.id)) {
            let row = files::table.find(&gone.id);
            match after.replaced.iter().any(|(_, kept)| kept.id == gone.id) {
                true => {
                    let role = format!("{REPLACED}{}", gone.role.code());
                    diesel::update(row).set(files::role.eq(role)).execute(conn)?;
                }
                false => drop(diesel::delete(row).execute(conn)?),
            }
        }
    }
    let scanned = |kept: &StoredFile| before.replaced.iter().any(|(_, old)| old.id == kept.id && old.scan != kept.scan);
    for (_, kept) in after.replaced.iter().filter(|(_, kept)| scanned(kept)) {
        diesel::update(files::table.find(&kept.id)).set(files::scan.eq(kept.scan.code())).execute(conn)?;
    }
    Ok(())
}

fn file_row(id: &str, kind: DocumentKind, file: &StoredFile) -> FileRow {
    FileRow {
        id: file.id.clone(),
        application_id: id.to_owned(),
        kind: kind.code().to_owned(),
        name: file.name.clone(),
        role: file.role.code().to_owned(),
        format: file.format.code().to_owned(),
        size: i64::try_from(file.size).unwrap_or(i64::MAX),
        sha256: file.sha256.clone(),
        stored_at: column(file.at),
        taken_on: file.taken_on,
        pages: file.pages.map(i64::from),
        scan: file.scan.code().to_owned(),
    }
}

/// Freezes what is being filed under the next number of this application; gives it back.
pub fn freeze(
    conn: &mut Conn,
    application: &Application,
    at: DateTime<Utc>,
    switches: &Switches,
) -> Stored<Submission> {
    let filed: i64 =
        submissions::table.filter(submissions::application_id.eq(&application.id)).count().get_result(conn)?;
    let frozen = submission::freeze(application, filed + 1, at, switches);
    let row = SubmissionRow {
        application_id: application.id.clone(),
        no: frozen.no,
        body: frozen.body.clone(),
        sha256: frozen.sha256.clone(),
        filed_at: column(at),
    };
    diesel::insert_into(submissions::table).values(row).execute(conn)?;
    Ok(frozen)
}

/// Everything that was filed, oldest first.
pub fn submissions_of(conn: &mut Conn, id: &str) -> Stored<Vec<Submission>> {
    let rows: Vec<SubmissionRow> = submissions::table
        .filter(submissions::application_id.eq(id))
        .order(submissions::no)
        .select(SubmissionRow::as_select())
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|row| Submission { no: row.no, body: row.body, sha256: row.sha256, at: moment(row.filed_at) })
        .collect())
}

/// The next number of a running count, in the caller's transaction: without gaps, never given twice.
pub fn next(conn: &mut Conn, counter: &str) -> Stored<i64> {
    use diesel::result::{DatabaseErrorKind::UniqueViolation, Error::DatabaseError};
    let count = |conn: &mut Conn| {
        diesel::update(counters::table.find(counter)).set(counters::value.eq(counters::value + 1)).execute(conn)
    };
    if count(conn)? == 0 {
        // Two may begin a count at once: PostgreSQL lets the second wait, then refuses it. Inside a transaction of its
        // own (a savepoint) that does not spoil the caller's, and the second counts on from the first.
        let first = (counters::name.eq(counter), counters::value.eq(1));
        match conn.transaction(|conn| diesel::insert_into(counters::table).values(first).execute(conn)) {
            Err(DatabaseError(UniqueViolation, _)) => count(conn)?,
            begun => begun?,
        };
    }
    Ok(counters::table.find(counter).select(counters::value).first(conn)?)
}

/// Loads the papers with their files, and the files that were replaced.
fn load_papers(conn: &mut Conn, application: &mut Application) -> Stored<()> {
    let id = &application.id;
    let details: Vec<PaperRow> = papers::table
        .filter(papers::application_id.eq(id))
        .order(papers::kind)
        .select(PaperRow::as_select())
        .load(conn)?;
    let stored: Vec<FileRow> = files::table
        .filter(files::application_id.eq(id))
        .order((files::stored_at, files::id))
        .select(FileRow::as_select())
        .load(conn)?;
    let mut loaded: Vec<Paper> = Vec::new();
    for row in details {
        let kind = coded(row.kind.parse::<DocumentKind>().ok(), "document")?;
        loaded.push(Paper { kind, details: json(&row.details, "details")?, files: Vec::new() });
    }
    for row in stored {
        let kind = coded(row.kind.parse::<DocumentKind>().ok(), "document")?;
        let (is_replaced, role) =
            row.role.strip_prefix(REPLACED).map_or((false, row.role.as_str()), |role| (true, role));
        let file = StoredFile {
            id: row.id,
            name: row.name,
            role: FileRole::from_code(role),
            format: coded(Format::from_code(&row.format), "format")?,
            size: row.size.unsigned_abs(),
            sha256: row.sha256,
            at: moment(row.stored_at),
            taken_on: row.taken_on,
            pages: row.pages.and_then(|pages| pages.try_into().ok()),
            scan: coded(ScanState::from_code(&row.scan), "scan")?,
        };
        match loaded.iter_mut().find(|paper| paper.kind == kind) {
            _ if is_replaced => application.replaced.push((kind, file)),
            Some(paper) => paper.files.push(file),
            None => loaded.push(Paper { kind, details: Default::default(), files: vec![file] }),
        }
    }
    application.papers = loaded;
    Ok(())
}

fn to_row(application: &Searched<'_>) -> Stored<ApplicationRow> {
    let facets = Facets::of(application);
    let clock_runs = application.status.clock_runs();
    let office = &application.office;
    let (registration, decision) = (office.registration.as_ref(), office.decision.as_ref());
    let both = registration.zip(decision);
    Ok(ApplicationRow {
        id: application.id.clone(),
        number: application.number.as_str().to_owned(),
        code_hash: application.code_hash.clone(),
        language: application.language.clone(),
        status: application.status.code().to_owned(),
        unit: facets.unit,
        route: facets.route.map(|route| route.code().to_owned()),
        name: application.name(),
        search: application.terms().text(),
        begun_at: column(application.begun_at),
        submitted_at: application.submitted_at.map(column),
        // Only while the clock runs: what is decided is not waited for.
        due_on: clock_runs.then_some(application.office.registration.as_ref()).flatten().map(|one| one.due_on),
        office: to_json(office)?,
        submitted_on: application.submitted_at.map(|at| crate::clock::civil(at).date()),
        registered_on: registration.map(|one| one.registered_on),
        decided_on: decision.map(|one| one.decided_on),
        days_to_decide: both.map(|(from, to)| (to.decided_on - from.registered_on).num_days()),
        decided_late: both.map(|(from, to)| to.decided_on > from.due_on),
        granted: decision.map(|one| one.granted),
        // Nobody is reminded of what is decided.
        remind_on: clock_runs.then(|| office.remind_on()).flatten(),
        refusal_grounds: decision.map(|one| one.grounds.join(" ")).filter(|codes| !codes.is_empty()),
        rank: rank(application),
        citizenship: facets.citizenship.map(Citizenship::code),
        grounds: Some(queue::codes(facets.grounds)),
    })
}

pub(super) fn from_row(row: ApplicationRow) -> Stored<Application> {
    Ok(Application {
        id: row.id,
        number: Number::stored(row.number),
        code_hash: row.code_hash,
        language: row.language,
        status: coded(Status::from_code(&row.status), "status")?,
        revision: 0,
        begun_at: moment(row.begun_at),
        submitted_at: row.submitted_at.map(moment),
        answers: Answers::default(),
        papers: Vec::new(),
        replaced: Vec::new(),
        photograph: None,
        zone: None,
        office: json(&row.office, "office")?,
    })
}
