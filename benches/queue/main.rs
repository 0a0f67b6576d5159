//! What the queue costs with 1,000 applications and with RUQSAT_BENCH_ROWS (1,000,000): each list, count and search as a
//! clerk and as an auditor ask for it, over HTTP, side by side in one run; and how soon the first rows of an export come.
//! Fails when one takes more than twice as long with the many, or an export waits, or takes memory, with their number.
//!
//! `cargo bench --bench queue`; with TEST_POSTGRES set also on PostgreSQL. The page holds all counts of the morning, the
//! count of what was found, and the list.

mod fill;
#[path = "../support/load.rs"]
mod load;

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use load::Load;
use ruqsat::application::Actor;
use ruqsat::clock::Clock;
use ruqsat::config::Config;
use ruqsat::people::{NewStaff, Role, Staff};
use ruqsat::store::queue::kept;
use ruqsat::store::{sessions, staff};
use ruqsat::web::key;
use ruqsat::web::state::Office;

/// Rounds in turn; the median ratio is quoted.
const ROUNDS: usize = 5;
/// Length of a round.
const ROUND: Duration = Duration::from_millis(400);
/// So many times as long may the many take.
const MOST_TIMES: f64 = 2.0;
/// So much of an export is more than the names of its columns and what a workbook begins with, in bytes.
const HEADING: usize = 4_096;
/// The first rows of an export come within this.
const FIRST_ROWS: Duration = Duration::from_secs(1);
/// Memory that an export may take, in bytes, however many its rows.
const EXPORT_MEMORY: u64 = 32_000_000;
/// The unit of the clerk.
const UNIT: &str = "KZ75";
/// Id of the clerk: one of those who have cases.
const CLERK: &str = "clerk-2";

fn failed(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(error.to_string())
}

#[expect(clippy::disallowed_methods, reason = "settings of the benchmark itself")]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn main() -> io::Result<()> {
    // `cargo bench --bench queue -- PostgreSQL` measures that alone.
    let only = std::env::args().skip(1).find(|one| !one.starts_with('-'));
    let meant = |title: &str| only.as_deref().is_none_or(|only| only == title);
    let rows = setting("RUQSAT_BENCH_ROWS").and_then(|rows| rows.parse().ok()).unwrap_or(1_000_000);
    if meant("SQLite") {
        measure("SQLite", None, rows)?;
    }
    match setting("TEST_POSTGRES").filter(|_| meant("PostgreSQL")) {
        Some(url) => measure("PostgreSQL", Some(&url), rows),
        None => {
            println!("PostgreSQL: not measured (TEST_POSTGRES names a server)");
            Ok(())
        }
    }
}

/// A serving office with so many applications.
struct Served {
    office: Office,
    address: SocketAddr,
    /// Cookies of the clerk and of the auditor, each with the ids of their searches.
    readers: Vec<Reader>,
}

struct Reader {
    name: &'static str,
    cookie: String,
    searches: Vec<(&'static str, String)>,
}

/// What is searched for.
const SEARCHES: [(&str, &str); 10] = [
    ("a common name", "Qairat"),
    ("a common surname", "Ахметов"),
    ("both, the second cut short", "Akhmetov Кайр"),
    ("a rare name", "Зейнегүл"),
    ("a former name", fill::FORMER_NAME),
    ("a telephone", "8 701 000 05 00"),
    ("an application's number", "1000-0395-9500"),
    ("a passport", "N 0000500"),
    ("an IIN", "870000000500"),
    ("nobody", "Жоқбаев Ешкім"),
];

impl Served {
    fn open(folder: &Path, server: Option<&str>, rows: u64) -> io::Result<Self> {
        let database = match server {
            None => format!("sqlite://{}", folder.join(format!("{rows}.db")).display()),
            Some(server) => fill::fresh_database(server)?,
        };
        let values = [
            ("RUQSAT_DATABASE_URL", database.clone()),
            ("RUQSAT_DATA_DIR", folder.display().to_string()),
            ("RUQSAT_VAULT_URL", format!("file://{}", folder.join("vault").display())),
        ];
        let config =
            Config::from_values(&values.map(|(name, value)| (name.to_owned(), value)).into()).map_err(failed)?;
        let begun = Instant::now();
        let db = ruqsat::app::open_database(&config).map_err(failed)?;
        ruqsat::store::migrate::up(&db).map_err(failed)?;
        fill::fill(&db, rows)?;
        drop(db);
        println!("  {rows} applications made in {:.0?}", begun.elapsed());
        let today = "2026-06-10T05:00:00Z".parse().map_err(failed)?;
        let office = ruqsat::app::office(&config, Clock::standing_at(today)).map_err(failed)?;
        colleagues(&office)?;
        let readers = [("clerk", Role::Supervisor), ("auditor", Role::Auditor)];
        let readers = readers.into_iter().map(|(name, role)| reader(&office, name, role)).collect::<io::Result<_>>()?;
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let serving = office.clone();
        std::thread::spawn(move || ruqsat::app::block_on(async { ruqsat::app::serve(serving, listener, 1)?.await }));
        Ok(Self { office, address, readers })
    }

    fn load(&self, reader: &Reader, address: &str) -> Load {
        let request = request(address, &reader.cookie);
        Load { server: self.address, connections: 1, duration: ROUND, request: Arc::new(move |_| request.clone()) }
    }
}

fn request(address: &str, cookie: &str) -> Vec<u8> {
    format!("GET {address} HTTP/1.1\r\nHost: localhost\r\nCookie: {}={cookie}\r\n\r\n", key::SESSION).into_bytes()
}

fn account(id: &str, name: &str, role: Role) -> NewStaff {
    let staff = Staff {
        id: id.to_owned(),
        login: name.to_owned(),
        name: name.to_owned(),
        role,
        unit: UNIT.to_owned(),
        language: "ru".to_owned(),
        enabled: true,
        lent: Vec::new(),
    };
    NewStaff { staff, password_hash: String::new() }
}

/// The other clerks in whose hands the cases are.
fn colleagues(office: &Office) -> io::Result<()> {
    let at = office.clock.now();
    let add = |conn: &mut ruqsat::store::Conn| {
        for id in (0..fill::CLERKS).map(|n| format!("clerk-{n}")).filter(|id| id != CLERK) {
            staff::add(conn, &account(&id, &id, Role::Officer), Actor::Console, at)?;
        }
        Ok(())
    };
    office.db.write(add).map_err(failed)
}

fn reader(office: &Office, name: &'static str, role: Role) -> io::Result<Reader> {
    let id = if name == "clerk" { CLERK.to_owned() } else { uuid::Uuid::now_v7().to_string() };
    let new = account(&id, name, role);
    let (token, at) = (key::random_token(), office.clock.now());
    let hash = key::session_hash(office, &token);
    let mut searches = Vec::new();
    office
        .db
        .write(|conn| {
            staff::add(conn, &new, Actor::Console, at)?;
            sessions::begin(conn, &hash, &id, at, &office.lifetimes)?;
            for (what, words) in SEARCHES {
                let search = uuid::Uuid::now_v7().to_string();
                searches.push((what, kept::search(conn, &id, search, words, at)?));
            }
            Ok(())
        })
        .map_err(failed)?;
    Ok(Reader { name, cookie: token, searches })
}

/// What is asked of the queue: its name, and the address after the question mark.
const ASKED: [(&str, &str); 31] = [
    ("everything", ""),
    ("due today", "list=due_today"),
    ("overdue", "list=overdue"),
    ("waiting for me", "list=waiting_for_me"),
    ("to decide", "list=to_decide"),
    ("a clerk", "clerk=clerk-1"),
    ("nobody's, new", "list=new&clerk=nobody"),
    ("new", "list=new"),
    ("with the applicant", "list=with_applicant"),
    ("accepted", "status=accepted"),
    ("issued", "status=issued"),
    ("a route", "route=minor"),
    ("a ground", "ground=ethnic_kazakh"),
    ("a citizenship", "citizenship=CHN"),
    ("days left", "left_from=-5&left_to=5"),
    ("route and state", "route=minor&status=accepted"),
    ("ground and state", "ground=ethnic_kazakh&status=submitted"),
    ("citizenship, overdue", "citizenship=UZB&list=overdue"),
    ("route, citizenship and state", "route=minor&citizenship=CHN&status=issued"),
    ("far into the list", "after=405000000000000000.0"),
    ("back from there", "before=405000000000000000.0"),
    ("a clerk and a ground", "clerk=clerk-1&ground=ethnic_kazakh"),
    ("nobody's, of a route", "clerk=nobody&route=minor"),
    ("a clerk, route and state", "clerk=clerk-1&route=general&status=accepted"),
    ("waiting for me, a citizenship", "list=waiting_for_me&citizenship=UZB"),
    ("to decide, a citizenship", "list=to_decide&citizenship=UZB"),
    ("mine, to decide", "list=to_decide&clerk=me"),
    ("a state, filed before a day", "status=accepted&filed_to=2020-09-14"),
    ("a unit", "unit=KZ75"),
    // All of the thousand were filed on these two days; as many a day of the many.
    ("filed on two days", "filed_from=2020-09-13&filed_to=2020-09-14"),
    ("filed on 62 days", "filed_from=2020-07-15&filed_to=2020-09-14"),
];

/// Lists of the desk beside the queue.
const LISTS: [(&str, &str); 1] = [("who is to be reminded", "reminders")];

/// Pages that count for each clerk or for each month. With 1,000 cases most clerks have none, so that a ratio says nothing.
const COUNTING: [(&str, &str); 4] = [
    ("clerks of a unit, in the filter", "filter?unit=KZ75"),
    ("clerks, to give cases to", "assign?list=new"),
    ("clerks, to hand over all of", "hand-over"),
    ("the numbers of the head", "numbers"),
];

fn measure(title: &str, server: Option<&str>, rows: u64) -> io::Result<()> {
    println!("\n{title}");
    // Beside the build, not in /tmp: that may be memory.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("queue-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let few = Served::open(&folder, server, 1_000)?;
    let many = Served::open(&folder, server, rows)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut worst = 0.0_f64;
    for (reader_of_few, reader) in few.readers.iter().zip(&many.readers) {
        let mut asked: Vec<(&str, String, String)> = ASKED
            .iter()
            .map(|(what, query)| (*what, format!("/ru/desk?{query}"), format!("/ru/desk?{query}")))
            .collect();
        for ((what, one), (_, other)) in reader_of_few.searches.iter().zip(&reader.searches) {
            asked.push((what, format!("/ru/desk?search={one}"), format!("/ru/desk?search={other}")));
            if *what == "a common surname" {
                let narrowed = |search: &str| format!("/ru/desk?search={search}&status=issued");
                asked.push(("the same, issued", narrowed(one), narrowed(other)));
            }
        }
        for (what, page) in LISTS {
            let address = format!("/ru/desk/{page}");
            asked.push((what, address.clone(), address));
        }
        for (what, of_few, of_many) in asked {
            let (a, b) = (many.load(reader, &of_many), few.load(reader_of_few, &of_few));
            let compared = runtime.block_on(load::compare(&a, &b, ROUNDS))?;
            let bad: u64 = compared.a.iter().chain(&compared.b).map(|one| one.other + one.redirects).sum();
            let p50 = |outcomes: &[load::Outcome]| outcomes.last().map(load::Outcome::p50).unwrap_or_default();
            let p95 = compared.a.last().map(load::Outcome::p95).unwrap_or_default();
            let times = 1.0 / compared.ratio;
            worst = worst.max(times);
            println!(
                "  {:<8} {what:<30} 1000: {:>9.2?}  {rows}: {:>9.2?}  {times:.2} times  p95 {p95:.2?}  not answered {bad}",
                reader.name,
                p50(&compared.b),
                p50(&compared.a),
            );
        }
    }
    println!("  at most {worst:.2} times");
    for (reader_of_few, reader) in few.readers.iter().zip(&many.readers) {
        for (what, page) in COUNTING {
            let address = format!("/ru/desk/{page}");
            let (a, b) = (many.load(reader, &address), few.load(reader_of_few, &address));
            let compared = runtime.block_on(load::compare(&a, &b, ROUNDS))?;
            let bad: u64 = compared.a.iter().chain(&compared.b).map(|one| one.other + one.redirects).sum();
            let p50 = |outcomes: &[load::Outcome]| outcomes.last().map(load::Outcome::p50).unwrap_or_default();
            println!(
                "  {:<8} {what:<32} 1000: {:>9.2?}  {rows}: {:>9.2?}  not answered {bad}",
                reader.name,
                p50(&compared.b),
                p50(&compared.a),
            );
        }
    }
    let mut failures = Vec::new();
    if worst > MOST_TIMES {
        failures.push(format!("{title}: {worst:.2} times as long, {MOST_TIMES} are allowed"));
    }
    for format in ["csv", "xlsx"] {
        let auditor = many.readers.last().ok_or_else(|| failed("no auditor"))?;
        let before = load::resident(std::process::id())?;
        let (first, whole, bytes, most) = export(&many, auditor, format)?;
        println!(
            "  export of {rows} as {format}: first rows after {first:.2?}, {:.0} MB in {whole:.1?}, memory at most {:+.1} MB",
            bytes as f64 / 1e6,
            (most as f64 - before as f64) / 1e6,
        );
        if first > FIRST_ROWS || most.saturating_sub(before) > EXPORT_MEMORY {
            failures.push(format!("{title}: an export as {format} waits or takes memory"));
        }
    }
    drop(many.office);
    std::fs::remove_dir_all(&folder)?;
    if failures.is_empty() { Ok(()) } else { Err(failed(failures.join("; "))) }
}

/// Reads an export to its end: time to its first rows, to the last, bytes, the most memory on the way.
fn export(served: &Served, reader: &Reader, format: &str) -> io::Result<(Duration, Duration, usize, u64)> {
    let begun = Instant::now();
    let mut stream = TcpStream::connect(served.address)?;
    let asked = request(&format!("/ru/desk/export?format={format}"), &reader.cookie);
    let asked = String::from_utf8_lossy(&asked).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    stream.write_all(asked.as_bytes())?;
    let (mut buffer, mut bytes, mut most, mut first) = (vec![0; 1 << 16], 0, 0, None);
    let mut head = Vec::new();
    loop {
        let read = stream.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        bytes += read;
        if first.is_none() {
            head.extend_from_slice(&buffer[..read]);
            let end = head.windows(4).position(|four| four == b"\r\n\r\n");
            first = end.filter(|end| head.len() > end + HEADING).map(|_| begun.elapsed());
        }
        if bytes % 16 == 0 {
            most = most.max(load::resident(std::process::id())?);
        }
    }
    Ok((first.unwrap_or_default(), begun.elapsed(), bytes, most.max(load::resident(std::process::id())?)))
}
