//! What leaves the office as a table: the cases that a filter matches, and the numbers. Rows are sent as they are read, a
//! stretch of the queue at a time, so that the first come at once and memory does not grow with their number.

use std::io::{self, Write};

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse};
use bytes::Bytes;
use chrono::NaiveDate;
use futures_util::stream;
use tokio::sync::mpsc;

use super::queue::Asked;
use crate::application::{Event, EventKind};
use crate::desk::numbers::{Age, Line, Month, Numbers, numbers};
use crate::desk::queue::{Case, Citizenship, Filter, Wanted};
use crate::language::Language;
use crate::sheet::{Cell, Format, Sheet};
use crate::store::{Db, queue, trail};
use crate::web::error::{Error, Outcome};
use crate::web::form::Fields;
use crate::web::state::App;
use crate::web::visit::Clerk;

/// Bytes that are sent together.
const PIECE: usize = 64 * 1024;
/// So many pieces wait for a slow reader at most.
const PIECES: usize = 4;

/// Hands bytes on to the answer, and waits while its reader is slow.
struct Pipe {
    piece: Vec<u8>,
    to: mpsc::Sender<io::Result<Bytes>>,
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = Bytes::from(std::mem::take(&mut self.piece));
        self.to.blocking_send(Ok(piece)).map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))
    }
}

/// Answers with a table that `write` fills, on a thread of its own.
fn answer(
    format: Format,
    name: &str,
    write: impl FnOnce(&mut Sheet<Pipe>) -> io::Result<()> + Send + 'static,
) -> HttpResponse {
    let (to, from) = mpsc::channel(PIECES);
    let (pipe, fault) = (Pipe { piece: Vec::with_capacity(PIECE), to: to.clone() }, to);
    let work = move || -> io::Result<()> {
        let mut sheet = Sheet::begin(format, pipe)?;
        write(&mut sheet)?;
        sheet.end()
    };
    tokio::task::spawn_blocking(move || {
        // Whoever reads must not take what broke off for whole: the connection is cut.
        if let Err(error) = work() {
            if error.kind() != io::ErrorKind::BrokenPipe {
                tracing::error!(event = "export_failed", cause = %error);
            }
            let _ = fault.blocking_send(Err(error));
        }
    });
    let pieces = stream::unfold(from, |mut from| async move { from.recv().await.map(|piece| (piece, from)) });
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, format.media_type()))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{}\"", format.code())))
        .insert_header((CACHE_CONTROL, "no-store"))
        .streaming(pieces)
}

/// The format that is asked for, and the event that tells of it.
async fn asked_for(office: &App, clerk: &Clerk, fields: &Fields, filter: &str) -> Outcome<Format> {
    let format = Format::from_code(fields.get("format")).ok_or(Error::NotFound)?;
    let event = Event::new(EventKind::Exported, clerk.staff.actor(), office.clock.now())
        .with("format", format.code())
        .with("filter", filter);
    // What cannot be written down does not leave.
    office.write(move |conn| trail::append(conn, None, &event)).await?;
    tracing::info!(event = "exported", format = format.code(), by = %clerk.staff.id);
    Ok(format)
}

/// The cases that the filter of the address matches.
pub async fn cases(req: HttpRequest, office: App, clerk: Clerk) -> Outcome {
    let fields = Fields::parse(req.query_string().as_bytes())?;
    let filter = Filter::read(|name| fields.get(name));
    let (staff, today) = (clerk.staff.clone(), office.clock.today());
    let asked = office.read(move |conn| Asked::read(conn, &staff, today, filter)).await?;
    let format = asked_for(&office, &clerk, &fields, &asked.filter.query()).await?;
    let (db, language) = (office.db.clone(), clerk.view.language);
    let name = format!("ruqsat-{today}");
    Ok(answer(format, &name, move |sheet| write_cases(&db, &asked.wanted, language, today, sheet)))
}

fn text(language: Language, key: &str) -> Cell {
    Cell::Text(language.text(key))
}

fn write_cases<W: Write>(
    db: &Db,
    wanted: &Wanted,
    language: Language,
    today: NaiveDate,
    sheet: &mut Sheet<W>,
) -> io::Result<()> {
    const COLUMNS: [&str; 13] = [
        "desk-number",
        "desk-name",
        "desk-unit",
        "desk-route",
        "desk-state",
        "desk-filed-on",
        "queue-registered-on",
        "queue-due-on",
        "queue-days-to-due",
        "queue-decided-on",
        "queue-citizenship",
        "queue-ground",
        "queue-clerk",
    ];
    sheet.row(&COLUMNS.map(|key| text(language, key)))?;
    sheet.flush()?;
    let mut at = Some(None);
    while let Some(from) = at {
        let (cases, next) = db.read(|conn| queue::stretch(conn, wanted, from.as_ref())).map_err(io::Error::other)?;
        for case in &cases {
            sheet.row(&row(case, language, today))?;
        }
        at = next.map(Some);
    }
    Ok(())
}

fn row(case: &Case, language: Language, today: NaiveDate) -> [Cell; 13] {
    let facets = &case.facets;
    let named = |key: Option<String>| key.map_or(Cell::Empty, |key| text(language, &key));
    let citizenship = facets.citizenship.map(|one| match one {
        Citizenship::Of(country) => format!("country-{country}"),
        Citizenship::Stateless => "queue-stateless".to_owned(),
    });
    let grounds: Vec<String> =
        facets.grounds.iter().map(|ground| language.text(&format!("legal-ground-{ground}"))).collect();
    [
        Cell::Text(case.number.to_string()),
        Cell::Text(case.name.clone()),
        named(facets.unit.as_ref().map(|unit| format!("region-{unit}"))),
        named(facets.route.map(|route| format!("route-{route}"))),
        named(Some(format!("status-{}", case.status().code()))),
        Cell::day(case.submitted_at.map(|at| crate::clock::civil(at).date())),
        Cell::day(case.registered_on),
        Cell::day(case.due_on),
        Cell::number(case.days_left(today)),
        Cell::day(case.decided_on),
        named(citizenship),
        Cell::Text(grounds.join("; ")),
        case.claim.as_ref().map_or(Cell::Empty, |claim| Cell::Text(claim.name.clone())),
    ]
}

/// The tables of the numbers, one under the other.
pub async fn figures(req: HttpRequest, office: App, clerk: Clerk) -> Outcome {
    let fields = Fields::parse(req.query_string().as_bytes())?;
    let format = asked_for(&office, &clerk, &fields, "numbers").await?;
    let today = office.clock.today();
    let counted = super::numbers::counted(&office, &clerk).await?;
    let (numbers, language) = (numbers(&counted, today), clerk.view.language);
    Ok(answer(format, &format!("ruqsat-numbers-{today}"), move |sheet| write_figures(&numbers, language, sheet)))
}

fn write_figures<W: Write>(numbers: &Numbers, language: Language, sheet: &mut Sheet<W>) -> io::Result<()> {
    const COLUMNS: [&str; 9] = [
        "numbers-filed",
        "numbers-registered",
        "numbers-waiting",
        "numbers-overdue",
        "numbers-granted",
        "numbers-refused",
        "numbers-late",
        "numbers-median",
        "numbers-ninetieth",
    ];
    let say = |key: &str| text(language, key);
    let mut head = vec![Cell::Empty, Cell::Empty];
    head.extend(COLUMNS.map(say));
    sheet.row(&head)?;
    let of_line = |line: &Line| {
        let Line { filed, waiting, overdue, pace } = line;
        let figures = [Some(*filed), None, Some(*waiting), Some(*overdue), Some(pace.granted), Some(pace.refused)];
        [&figures[..], &[Some(pace.late), pace.median(), pace.ninetieth()]].concat()
    };
    let of_month = |month: &Month| {
        let Month { filed, registered, pace, .. } = month;
        let figures = [Some(*filed), Some(*registered), None, None, Some(pace.granted), Some(pace.refused)];
        [&figures[..], &[Some(pace.late), pace.median(), pace.ninetieth()]].concat()
    };
    let mut put = |part: &str, what: Cell, figures: Vec<Option<i64>>| {
        let mut cells = vec![say(part), what];
        cells.extend(figures.into_iter().map(Cell::number));
        cells.resize(COLUMNS.len() + 2, Cell::Empty);
        sheet.row(&cells)
    };
    put("numbers-title", Cell::Empty, of_line(&numbers.all))?;
    for month in &numbers.months {
        put("numbers-by-month", Cell::Text(month.first.format("%Y-%m").to_string()), of_month(month))?;
    }
    for (unit, line) in &numbers.units {
        put("numbers-by-unit", say(&format!("region-{unit}")), of_line(line))?;
    }
    for (route, line) in &numbers.routes {
        put("numbers-by-route", say(&format!("route-{route}")), of_line(line))?;
    }
    let of_age = |age: &Age| vec![None, None, Some(age.count)];
    for age in &numbers.unaccepted {
        put("numbers-unaccepted", say(&format!("numbers-age-{}", age.code)), of_age(age))?;
    }
    for age in &numbers.undecided {
        put("numbers-undecided", say(&format!("numbers-term-{}", age.code)), of_age(age))?;
    }
    for (ground, count) in &numbers.grounds {
        let name = say(&format!("ground-{}", ground.replace('.', "-")));
        put("numbers-by-ground", name, vec![None, None, None, None, None, Some(*count)])?;
    }
    Ok(())
}
