//! Fills a database with as many applications as are wanted, set by set inside the database, as the program itself would
//! have written their rows and words. Indexes are made afterwards, as after any large import.

use std::io;

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, QueryResult, QueryableByName, RunQueryDsl};
use ruqsat::store::{Conn, Db};
use ruqsat::validation::names::skeleton;

use super::failed;

/// The migrations that make the queue's indexes: they are dropped for the filling, and made anew by their own text.
const MIGRATIONS: [&str; 6] = [
    include_str!("../../migrations/common/2026-11-28-000050_queue/up.sql"),
    include_str!("../../migrations/common/2026-11-28-000090_queue_clerks/up.sql"),
    include_str!("../../migrations/common/2026-11-28-000100_queue_keys/up.sql"),
    include_str!("../../migrations/common/2026-11-28-000120_queue_keys_everywhere/up.sql"),
    include_str!("../../migrations/common/2026-11-28-000150_reminders_by_unit/up.sql"),
    include_str!("../../migrations/common/2026-11-28-000160_looked_at/up.sql"),
];

const SURNAMES: [&str; 40] = [
    "Ахметов",
    "Омаров",
    "Оспанов",
    "Иванов",
    "Ким",
    "Каримов",
    "Юсупов",
    "Рахимов",
    "Абдуллаев",
    "Петров",
    "Сериков",
    "Жумабаев",
    "Нурланов",
    "Төлегенов",
    "Смирнов",
    "Исмаилов",
    "Хасанов",
    "Алиев",
    "Садыков",
    "Турсунов",
    "Әбдіров",
    "Қасымов",
    "Байжанов",
    "Досжанов",
    "Ермеков",
    "Ли",
    "Цой",
    "Пак",
    "Мамедов",
    "Гулиев",
    "Назаров",
    "Сафаров",
    "Холматов",
    "Кузнецов",
    "Попов",
    "Морозов",
    "Волков",
    "Шевченко",
    "Бондаренко",
    "Мельник",
];
const GIVEN: [&str; 30] = [
    "Қайрат",
    "Асан",
    "Айгүл",
    "Данияр",
    "Марат",
    "Ерлан",
    "Гүлнар",
    "Сергей",
    "Ольга",
    "Анна",
    "Тимур",
    "Рустам",
    "Фарход",
    "Дилшод",
    "Шахноза",
    "Мария",
    "Иван",
    "Дмитрий",
    "Нұрлан",
    "Әлия",
    "Сәуле",
    "Бауыржан",
    "Жанар",
    "Азамат",
    "Светлана",
    "Наталья",
    "Виктор",
    "Андрей",
    "Елена",
    "Зарина",
];
const PATRONYMICS: [&str; 20] = [
    "Болатұлы",
    "Серікқызы",
    "Иванович",
    "Петровна",
    "Каримович",
    "Асанұлы",
    "Маратқызы",
    "Сергеевич",
    "Андреевна",
    "Викторович",
    "Нұрланұлы",
    "Ерланқызы",
    "Рустамович",
    "Тимуровна",
    "Олегович",
    "Алексеевна",
    "Юрьевич",
    "Павловна",
    "Ермекұлы",
    "Саматқызы",
];

fn list(table: &str, names: &[&str]) -> String {
    let rows: Vec<String> =
        names.iter().enumerate().map(|(n, name)| format!("({n}, '{name}', '{}')", skeleton(name))).collect();
    format!(
        "CREATE TEMPORARY TABLE {table} (k BIGINT PRIMARY KEY, name TEXT, bones TEXT);\
         INSERT INTO {table} VALUES {};",
        rows.join(", ")
    )
}

/// So many clerks have cases, `clerk-0` and on.
pub const CLERKS: usize = 40;

/// One person had this name.
pub const FORMER_NAME: &str = "Браун";

/// Of 200 applications: 6 wait, 2 are with the applicant, 8 run, 2 are granted, the rest is finished. Of those that run two
/// are late and one is due today; in five national security was asked and has not answered, three wait for the decision.
/// Forty clerks of each unit have two thirds of what is open. The clerk's unit is to remind somebody in as many cases of the
/// many as of the few, whatever the other units are behind with: that page is as long then.
const ROWS: &str = r#"
INSERT INTO applications (id, number, code_hash, language, status, revision, unit, route, name, search, begun_at,
  submitted_at, submitted_on, registered_on, due_on, decided_on, office, remind_on, rank, citizenship, grounds, clerk_id,
  claimed_at)
SELECT id, number, '', 'ru', status, 1, unit, CASE WHEN n % 23 = 0 THEN 'minor' ELSE 'general' END,
  s.name || ' ' || g.name || ' ' || p.name,
  s.bones || ' ' || g.bones || ' ' || p.bones || former || ' ' || number || ' ' || phone || ' ' || passport || ' n' ||
    passport || ' ' || iin,
  {moment}, {moment}, {day}, CASE WHEN kind > 7 THEN {day} END, CASE WHEN kind BETWEEN 8 AND 15 THEN {due} END,
  CASE WHEN kind > 15 THEN {day} END,
  CASE WHEN kind BETWEEN 8 AND 12 THEN '{"approvals":[{"approver":"national_security","asked_on":"2026-05-20",' ||
    '"outgoing_number":"12-3/456","answer":null,"answered_on":null,"remind_on":"' || remind || '"}]}' ELSE '{}' END,
  CASE WHEN kind BETWEEN 8 AND 12 THEN date(remind) END,
  CASE WHEN kind < 6 THEN 100000000000000000 + micros
       WHEN kind < 8 THEN 300000000000000000 + micros
       WHEN kind < 16 THEN {due_micros}
       WHEN kind < 18 THEN 200000000000000000 + micros
       ELSE 409999999999999999 - micros END,
  CASE WHEN n % 7 = 0 THEN 'CHN' WHEN n % 3 = 0 THEN 'UZB' ELSE 'RUS' END,
  CASE WHEN n % 7 = 0 THEN 'ethnic_kazakh' ELSE '' END,
  CASE WHEN kind < 18 AND n % 3 > 0 THEN 'clerk-' || ((n / 20 + n / 4000) % 40) END, {moment}
FROM (
  SELECT n, {id} AS id, {number} AS number, {phone} AS phone, {passport} AS passport, {iin} AS iin,
    CASE WHEN n = 500 THEN ' {former}' ELSE '' END AS former, 1600000000000000 + n * 100000000 AS micros,
    CASE WHEN n > 1000 AND n % 20 = 0 THEN '2026-06-20' ELSE '2026-06-05' END AS remind,
    (n / 20) % 200 AS kind, n % 40 AS sn, (n / 40 + n) % 30 AS gn, (n / 1200 + n) % 20 AS pn,
    CASE WHEN (n / 20) % 200 < 6 THEN 'submitted' WHEN (n / 20) % 200 < 8 THEN 'returned'
         WHEN (n / 20) % 200 < 15 THEN 'accepted' WHEN (n / 20) % 200 = 15 THEN 'preliminary_refusal'
         WHEN (n / 20) % 200 < 18 THEN 'approved' WHEN (n / 20) % 200 < 150 THEN 'issued'
         WHEN (n / 20) % 200 < 180 THEN 'refused' ELSE 'withdrawn' END AS status,
    CASE WHEN n % 20 = 0 THEN 'KZ75' ELSE 'KZ' || (10 + n % 20) END AS unit
  FROM {series}
) x JOIN surnames s ON s.k = sn JOIN givens g ON g.k = gn JOIN patronymics p ON p.k = pn
ORDER BY id;
"#;

/// Words of applications: every name, every two of them, numbers.
const WORDS: &str = "
INSERT INTO queue_keys (application_id, key, everywhere, unit, rank)
SELECT w.id, word, word, unit, rank FROM (
  SELECT a.id AS id, {word} AS word
  FROM (SELECT n, {id} AS id, {number} AS number, {phone} AS phone, {passport} AS passport, {iin} AS iin, n % 40 AS sn,
          (n / 40 + n) % 30 AS gn, (n / 1200 + n) % 20 AS pn
        FROM {series}) a
  JOIN surnames s ON s.k = sn JOIN givens g ON g.k = gn JOIN patronymics p ON p.k = pn {where}
) w JOIN applications ON applications.id = w.id ORDER BY w.id;
";

const EACH: [&str; 14] = [
    "'1' || s.bones",
    "'1' || g.bones",
    "'1' || p.bones",
    "'2' || s.bones || ' ' || g.bones",
    "'2' || g.bones || ' ' || s.bones",
    "'2' || s.bones || ' ' || p.bones",
    "'2' || p.bones || ' ' || s.bones",
    "'2' || g.bones || ' ' || p.bones",
    "'2' || p.bones || ' ' || g.bones",
    "'#' || a.number",
    "'#' || a.phone",
    "'#' || a.passport",
    "'#n' || a.passport",
    "'#' || a.iin",
];

/// Words of the former name of the one who has one.
const FORMER: [&str; 7] = [
    "'1{former}'",
    "'2{former} ' || s.bones",
    "'2{former} ' || g.bones",
    "'2{former} ' || p.bones",
    "'2' || s.bones || ' {former}'",
    "'2' || g.bones || ' {former}'",
    "'2' || p.bones || ' {former}'",
];

/// What it has together: every two and more of state, route and citizenship; with its ground, every one. All of these
/// beside the hands it is in while it is not finished, and where it waits for the decision.
const FACETS: &str = "INSERT INTO queue_keys (application_id, key, everywhere, unit, rank) SELECT id, {word}, {word}, unit, rank FROM applications {where};";

fn facets() -> Vec<(String, String)> {
    // Each with what a case must be to have it.
    const PARTS: [(&str, &str); 6] = [
        (
            "'h:' || COALESCE(clerk_id, '')",
            "status IN ('submitted', 'returned', 'accepted', 'preliminary_refusal', 'approved')",
        ),
        ("'s:' || status", "TRUE"),
        ("'r:' || route", "TRUE"),
        ("'c:' || citizenship", "TRUE"),
        ("'g:' || grounds", "grounds <> ''"),
        ("'d'", "status IN ('accepted', 'preliminary_refusal') AND remind_on IS NULL"),
    ];
    let mut all = Vec::new();
    for chosen in 1..64_u32 {
        let [in_hands, of_ground, ready] = [1, 16, 32].map(|bit| chosen & bit != 0);
        if chosen.count_ones() > 1 || of_ground || ready {
            let (keys, are): (Vec<&str>, Vec<&str>) =
                (0..).zip(PARTS).filter(|(bit, _)| chosen & (1 << bit) != 0).map(|(_, part)| part).unzip();
            let begin = if in_hands { "-" } else { "=" };
            all.push((format!("'{begin}' || {}", keys.join(" || ' ' || ")), format!("WHERE {}", are.join(" AND "))));
        }
    }
    all
}

/// What the two databases write otherwise.
struct Dialect {
    series: String,
    id: &'static str,
    number: &'static str,
    phone: &'static str,
    passport: &'static str,
    iin: &'static str,
    moment: &'static str,
    day: &'static str,
    due: &'static str,
    due_micros: &'static str,
    bytes: fn(&str) -> String,
}

impl Dialect {
    fn of(conn: &Conn, rows: u64) -> Self {
        match conn {
            Conn::Sqlite(_) => Self {
                series: format!(
                    "(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {rows}) SELECT n FROM c)"
                ),
                id: "'case-' || substr('000000000' || n, -9)",
                number: "'1' || substr('00000000000' || (n * 7919), -11)",
                phone: "'701' || substr('0000000' || n, -7)",
                passport: "substr('0000000' || n, -7)",
                iin: "'87' || substr('0000000000' || n, -10)",
                moment: "datetime(micros / 1000000, 'unixepoch')",
                day: "date(micros / 1000000, 'unixepoch', '+6 hours')",
                due: "date('2026-06-10', ((n / 20) % 50 - 10) || ' days')",
                due_micros: "strftime('%s', '2026-06-10') * 1000000 + ((n / 20) % 50 - 10) * 86400000000",
                bytes: |text| format!("CAST({text} AS BLOB)"),
            },
            Conn::Postgres(_) => Self {
                series: format!("(SELECT n FROM generate_series(1::bigint, {rows}) n)"),
                id: "'case-' || lpad(n::text, 9, '0')",
                number: "'1' || lpad((n * 7919)::text, 11, '0')",
                phone: "'701' || lpad(n::text, 7, '0')",
                passport: "lpad(n::text, 7, '0')",
                iin: "'87' || lpad(n::text, 10, '0')",
                moment: "to_timestamp(micros / 1000000) AT TIME ZONE 'UTC'",
                day: "(to_timestamp(micros / 1000000) AT TIME ZONE 'UTC' + INTERVAL '6 hours')::date",
                due: "DATE '2026-06-10' + ((n / 20) % 50 - 10)::int",
                due_micros: "extract(epoch FROM DATE '2026-06-10')::bigint * 1000000 + ((n / 20) % 50 - 10) * 86400000000",
                bytes: |text| format!("convert_to({text}, 'UTF8')"),
            },
        }
    }
    fn write(&self, template: &str) -> String {
        let from =
            if self.series.contains("RECURSIVE") { self.series.clone() } else { format!("{} series", self.series) };
        let former = skeleton(FORMER_NAME);
        [
            ("{series}", from.as_str()),
            ("{former}", former.as_str()),
            ("{id}", self.id),
            ("{number}", self.number),
            ("{phone}", self.phone),
            ("{passport}", self.passport),
            ("{iin}", self.iin),
            ("{moment}", self.moment),
            ("{day}", self.day),
            ("{due}", self.due),
            ("{due_micros}", self.due_micros),
        ]
        .iter()
        .fold(template.to_owned(), |text, (name, value)| text.replace(name, value))
    }
}

/// The statements of the migrations that make indexes of tables that are still there, and those that drop them.
fn indexes() -> (String, String) {
    let lines = MIGRATIONS.iter().flat_map(|one| one.lines()).filter(|line| line.starts_with("CREATE INDEX"));
    let make: Vec<&str> =
        lines.filter(|line| line.contains(" ON applications ") || line.contains(" ON queue_keys ")).collect();
    let names = make.iter().filter_map(|line| line.split(' ').nth(2));
    (make.join("\n"), names.map(|name| format!("DROP INDEX {name};")).collect())
}

/// Leaves the tables as autovacuum leaves them. While its worker still looks at what has just come, a page is not marked
/// as seen by all, and a scan of an index alone would fetch each row: then once more.
fn vacuum(conn: &mut PgConnection) -> QueryResult<()> {
    #[derive(QueryableByName)]
    struct Marked {
        #[diesel(sql_type = diesel::sql_types::Bool)]
        whole: bool,
    }
    let asked = "SELECT bool_and(relallvisible >= relpages) AS whole FROM pg_class \
                 WHERE relname IN ('applications', 'queue_keys')";
    for _ in 0..60 {
        conn.batch_execute("VACUUM ANALYZE;")?;
        if diesel::sql_query(asked).get_result::<Marked>(conn)?.whole {
            return Ok(());
        }
        std::thread::sleep(std::time::Duration::from_secs(1));
    }
    Err(diesel::result::Error::NotFound)
}

/// Fills an empty, migrated database.
pub fn fill(db: &Db, rows: u64) -> io::Result<()> {
    let (make, drop) = indexes();
    let quick = |conn: &mut Conn| {
        match conn {
            Conn::Sqlite(conn) => {
                conn.batch_execute("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;")?
            }
            Conn::Postgres(conn) => conn.batch_execute(
                "SET session_replication_role = replica; SET synchronous_commit = off; \
                 SET maintenance_work_mem = '512MB'; SET work_mem = '256MB';",
            )?,
        }
        let dialect = Dialect::of(conn, rows);
        let mut statements = vec![drop];
        statements.push(list("surnames", &SURNAMES) + &list("givens", &GIVEN) + &list("patronymics", &PATRONYMICS));
        statements.push(dialect.write(ROWS));
        let words = |word: &str, these: &str| {
            dialect.write(&WORDS.replace("{word}", &(dialect.bytes)(word)).replace("{where}", these))
        };
        statements.extend(EACH.iter().map(|word| words(word, "")));
        statements.extend(FORMER.iter().map(|word| words(word, "WHERE a.n = 500")));
        statements.extend(facets().iter().map(|(key, these)| {
            FACETS.replace("{word}", &(dialect.bytes)(&format!("({key})"))).replace("{where}", these)
        }));
        statements.push(make);
        conn.transaction(|conn| {
            for statement in &statements {
                match conn {
                    Conn::Sqlite(conn) => conn.batch_execute(statement)?,
                    Conn::Postgres(conn) => conn.batch_execute(statement)?,
                }
            }
            Ok::<(), diesel::result::Error>(())
        })?;
        match conn {
            Conn::Sqlite(conn) => conn.batch_execute("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);")?,
            Conn::Postgres(conn) => vacuum(conn)?,
        }
        Ok(())
    };
    db.alone(quick).map_err(failed)
}

/// A fresh database of a server; its address.
pub fn fresh_database(server: &str) -> io::Result<String> {
    let name = format!("queue_{}_{}", std::process::id(), uuid::Uuid::now_v7().simple());
    let db = Db::open(server).map_err(failed)?;
    let make = |conn: &mut Conn| {
        if let Conn::Postgres(conn) = conn {
            conn.batch_execute(&format!("CREATE DATABASE {name}"))?;
        }
        Ok(())
    };
    db.alone(make).map_err(failed)?;
    let (front, _) = server.rsplit_once('/').ok_or_else(|| failed("an address without a database"))?;
    Ok(format!("{front}/{name}"))
}
