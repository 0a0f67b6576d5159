//! `ruqsat export`: every filed application, a line each, for other programs. Codes and days, in no language.

use std::io::{self, Write};

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use serde_json::{Map, Value};

use super::Usage;
use super::progress::Progress;
use crate::application::{Actor, Event, EventKind, Status};
use crate::clock::Clock;
use crate::config::Config;
use crate::desk::queue::{Case, Citizenship, Filter, Viewer};
use crate::sheet::harmless;
use crate::store;

pub const EXAMPLE: &str = "Example:\n  ruqsat export --format csv --status accepted --since 2026-01-01 > accepted.csv\n\n\
    Drafts are left out. A name that a spreadsheet could take for a formula gets an apostrophe before it in CSV.";

#[derive(Args)]
pub struct Export {
    /// How it is written
    #[arg(long)]
    format: Format,
    /// Only those in this state
    #[arg(long, value_name = "STATE")]
    status: Option<String>,
    /// Only those filed on this day or later
    #[arg(long, value_name = "YYYY-MM-DD")]
    since: Option<NaiveDate>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Comma-separated values, RFC 4180
    Csv,
    /// A JSON object a line
    Ndjson,
}

const FIELDS: [&str; 11] = [
    "number",
    "name",
    "unit",
    "route",
    "status",
    "filed_on",
    "registered_on",
    "due_on",
    "decided_on",
    "citizenship",
    "grounds",
];

fn values(case: &Case) -> [Option<String>; 11] {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let facets = &case.facets;
    let grounds: Vec<&str> = facets.grounds.iter().map(|ground| ground.code()).collect();
    [
        Some(case.number.as_str().to_owned()),
        Some(case.name.clone()),
        facets.unit.clone(),
        facets.route.map(|route| route.code().to_owned()),
        Some(case.status().code().to_owned()),
        day(filed_on(case)),
        day(case.registered_on),
        day(case.due_on),
        day(case.decided_on),
        facets.citizenship.map(Citizenship::code),
        Some(grounds.join(" ")),
    ]
}

fn filed_on(case: &Case) -> Option<NaiveDate> {
    case.submitted_at.map(|at| crate::clock::civil(at).date())
}

/// Where lines go.
enum Out<W: Write> {
    Csv(Box<csv::Writer<W>>),
    Ndjson(W),
}

impl<W: Write> Out<W> {
    fn put(&mut self, values: [Option<String>; 11]) -> io::Result<()> {
        match self {
            Self::Csv(csv) => Ok(csv.write_record(values.map(|value| harmless(&value.unwrap_or_default())))?),
            Self::Ndjson(out) => {
                let object: Map<String, Value> = FIELDS
                    .iter()
                    .zip(values)
                    .map(|(name, value)| ((*name).to_owned(), value.map_or(Value::Null, Value::String)))
                    .collect();
                writeln!(out, "{}", Value::Object(object))
            }
        }
    }
}

/// Runs the command.
pub fn run(command: &Export, config: &Config) -> anyhow::Result<()> {
    let status = match command.status.as_deref() {
        None => None,
        Some(code) => Some(Status::from_code(code).filter(|status| *status != Status::Draft).ok_or_else(|| {
            let known: Vec<&str> = store::queue::states().map(Status::code).collect();
            Usage(format!("--status must be one of {}", known.join(", ")))
        })?),
    };
    let db = super::current_database(config)?;
    let clock = Clock::default();
    let filter = Filter { status, ..Filter::default() };
    let wanted = filter.wanted(&Viewer { id: String::new(), unit: None, today: clock.today() }, None);
    let format = match command.format {
        Format::Csv => "csv",
        Format::Ndjson => "ndjson",
    };
    let since = command.since.map(|day| day.to_string()).unwrap_or_default();
    let event = Event::new(EventKind::Exported, Actor::Console, clock.now())
        .with("format", format)
        .with("filter", filter.query())
        .with("since", since);
    db.write(|conn| store::trail::append(conn, None, &event))?;
    let stdout = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut out = match command.format {
        Format::Csv => {
            let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(stdout);
            csv.write_record(FIELDS)?;
            Out::Csv(Box::new(csv))
        }
        Format::Ndjson => Out::Ndjson(stdout),
    };
    let all = db.read(|conn| store::numbers::filed(conn, status, command.since))?;
    let (mut progress, mut at) = (Progress::of("applications", Some(all)), Some(None));
    while let Some(from) = at {
        let (cases, next) = db.read(|conn| store::queue::stretch(conn, &wanted, from.as_ref()))?;
        for case in cases.iter().filter(|case| command.since.is_none_or(|since| filed_on(case) >= Some(since))) {
            out.put(values(case))?;
            progress.one();
        }
        at = next.map(Some);
    }
    match out {
        Out::Csv(mut csv) => csv.flush()?,
        Out::Ndjson(mut out) => out.flush()?,
    }
    eprintln!("{} applications", progress.end());
    Ok(())
}
