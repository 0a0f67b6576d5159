//! Each filter is backed by an index: the queries that are really made are caught on their way, and the database is asked
//! how it would answer them.

use std::sync::{Arc, Mutex};

use diesel::connection::{Connection, InstrumentationEvent, SimpleConnection};
use diesel::prelude::*;
use ruqsat::application::Status;
use ruqsat::desk::queue::{Filter, List, Place, Turn, Whose};
use ruqsat::desk::related::Key;
use ruqsat::people::Role;
use ruqsat::store::{Conn, Db, calendar, holders, queue, related, reminders};

use super::super::claims::hires;
use super::clerks::takes;
use super::{filed, wanted};
use crate::support::{TestDatabase, each_db};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = diesel::sql_types::Text)]
    text: String,
}

/// The statements that `ask` makes.
fn caught(db: &Db, ask: impl FnOnce(&mut Conn)) -> Vec<String> {
    let seen: Arc<Mutex<Vec<String>>> = Arc::default();
    db.read(|conn| {
        let into = seen.clone();
        conn.set_instrumentation(move |event: InstrumentationEvent<'_>| {
            if let InstrumentationEvent::StartQuery { query, .. } = event {
                into.lock().unwrap().push(query.to_string());
            }
        });
        ask(conn);
        conn.set_instrumentation(|_: InstrumentationEvent<'_>| {});
        Ok(())
    })
    .unwrap();
    let seen = seen.lock().unwrap();
    seen.iter().map(|text| text.split(" -- binds").next().unwrap().trim().to_owned()).collect()
}

/// How the database would answer, line by line. The tables are small: PostgreSQL is told not to read them whole for that.
fn plan(db: &Db, statement: &str) -> Vec<String> {
    let lines: Vec<Line> = db
        .read(|conn| {
            Ok(match conn {
                Conn::Sqlite(conn) => {
                    let explain = format!("EXPLAIN QUERY PLAN {statement}");
                    let rows: Vec<SqliteStep> = diesel::sql_query(explain).load(conn).unwrap();
                    rows.into_iter().map(|row| Line { text: row.detail }).collect()
                }
                Conn::Postgres(conn) => {
                    let prepare = format!(
                        "SET enable_seqscan = off; SET enable_bitmapscan = off; \
                         SET plan_cache_mode = force_generic_plan; PREPARE asked AS {statement}"
                    );
                    conn.batch_execute(&prepare).unwrap();
                    let binds = vec!["NULL"; statement.matches('$').count()].join(", ");
                    let rows: Vec<PostgresStep> =
                        diesel::sql_query(format!("EXPLAIN EXECUTE asked({binds})")).load(conn).unwrap();
                    conn.batch_execute("DEALLOCATE asked").unwrap();
                    rows.into_iter().map(|row| Line { text: row.line }).collect()
                }
            })
        })
        .unwrap();
    lines.into_iter().map(|line| line.text).collect()
}

#[derive(QueryableByName)]
struct SqliteStep {
    #[diesel(sql_type = diesel::sql_types::Text)]
    detail: String,
}

#[derive(QueryableByName)]
struct PostgresStep {
    #[diesel(sql_type = diesel::sql_types::Text, column_name = "QUERY PLAN")]
    line: String,
}

/// PostgreSQL chooses by what is in the tables: 20,000 cases in 20 units, every facet across the units.
const FILLED: &str = "
    INSERT INTO applications (id, number, code_hash, language, status, revision, unit, route, name, search, begun_at,
                              submitted_at, office, rank, citizenship, grounds, clerk_id, claimed_at, remind_on)
    SELECT 'i' || n, 'n' || n, '', 'kk', (ARRAY['submitted', 'accepted', 'issued', 'refused'])[1 + (n / 20) % 4], 1,
           CASE WHEN n % 20 = 0 THEN 'KZ75' ELSE 'KZ' || 10 + n % 20 END,
           CASE WHEN (n / 20) % 10 = 0 THEN 'minor' ELSE 'general' END, 'name', 'text', now(), now(), '{}', n * 1000,
           CASE WHEN (n / 20) % 50 = 0 THEN 'CHN' ELSE 'C' || (n / 20) % 50 END, '',
           CASE WHEN (n / 20) % 4 < 2 THEN 'clerk' || (n / 20) % 10 END, now(),
           CASE WHEN (n / 20) % 4 = 1 THEN DATE '2026-06-01' + n % 30 END
    FROM generate_series(1, 20000) n;
    INSERT INTO staff (id, login, name, role, unit, password_hash, language, enabled, created_at)
    SELECT 'clerk' || n, 'clerk' || n, 'name', 'officer', 'KZ75', '', 'kk', true, now() FROM generate_series(0, 9) n;
    INSERT INTO queue_keys (application_id, key, everywhere, unit, rank)
    SELECT id, convert_to(key, 'UTF8'), convert_to(key, 'UTF8'), unit, rank FROM applications, LATERAL (VALUES
      ('=s:' || status || ' r:' || route), ('=g:' || CASE WHEN rank % 3 = 0 THEN 'ethnic_kazakh' ELSE 'family' END),
      ('1' || md5(id)), ('1kairat')) keys (key);
    ANALYZE applications; ANALYZE queue_keys;";

fn fill(db: &Db) {
    let fill = |conn: &mut Conn| {
        if let Conn::Postgres(conn) = conn {
            conn.batch_execute(FILLED).unwrap();
        }
        Ok(())
    };
    db.write(fill).unwrap();
}

/// Whether a step reads a whole table, or sorts what an index would have had in order.
fn is_slow(step: &str) -> bool {
    let whole = step.starts_with("SCAN ") && !step.contains("USING");
    whole || step.contains("TEMP B-TREE") || step.contains("Seq Scan") || step.contains("Sort")
}

#[test]
fn every_filter_has_its_index() {
    let unit = Some("KZ75");
    let one = Filter::default;
    let day = |day: &str| Some(crate::support::day(day));
    let of_june = || Filter { filed_from: day("2026-06-01"), filed_to: day("2026-06-08"), ..Filter::default() };
    let of_clerk = || Whose::from_code("clerk3");
    let cases = [
        (unit, one(), "", "queue_unit"),
        (None, one(), "", "queue_rank"),
        (unit, Filter { list: Some(List::DueToday), ..one() }, "", "queue_unit"),
        (unit, Filter { list: Some(List::Overdue), ..one() }, "", "queue_unit"),
        (unit, Filter { list: Some(List::ToDecide), ..one() }, "", "queue_unit_key"),
        (None, Filter { list: Some(List::ToDecide), ..one() }, "", "queue_everywhere"),
        (unit, of_june(), "", "applications_submitted_on"),
        (None, of_june(), "", "applications_submitted_on"),
        (unit, Filter { filed_to: day("2026-06-08"), ..one() }, "", "queue_unit"),
        (unit, Filter { list: Some(List::New), ..one() }, "", "queue_unit"),
        (unit, Filter { list: Some(List::WithApplicant), ..one() }, "", "queue_unit"),
        (None, Filter { list: Some(List::Overdue), ..one() }, "", "queue_rank"),
        (unit, Filter { left_from: Some(1), left_to: Some(5), ..one() }, "", "queue_unit"),
        (unit, Filter { status: Some(Status::Accepted), ..one() }, "", "queue_unit_status"),
        (None, Filter { status: Some(Status::Accepted), ..one() }, "", "queue_status"),
        (unit, Filter { route: "minor".parse().ok(), ..one() }, "", "queue_unit_route"),
        (None, Filter { route: "minor".parse().ok(), ..one() }, "", "queue_unit_route"),
        (unit, Filter { clerk: of_clerk(), ..one() }, "", "queue_unit_clerk"),
        (None, Filter { clerk: of_clerk(), ..one() }, "", "queue_unit_clerk"),
        (unit, Filter { list: Some(List::WaitingForMe), ..one() }, "", "queue_unit_clerk"),
        (unit, Filter { clerk: of_clerk(), status: Some(Status::Accepted), ..one() }, "", "queue_unit_key"),
        (unit, Filter { clerk: Some(Whose::Nobody), ..one() }, "", "queue_unit_nobody"),
        (None, Filter { clerk: Some(Whose::Nobody), ..one() }, "", "queue_unit_nobody"),
        (unit, Filter { list: Some(List::New), clerk: Some(Whose::Nobody), ..one() }, "", "queue_unit_nobody"),
        (unit, Filter { ground: "ethnic_kazakh".parse().ok(), ..one() }, "", "queue_unit_key"),
        (None, Filter { ground: "ethnic_kazakh".parse().ok(), ..one() }, "", "queue_everywhere"),
        (unit, Filter { citizenship: super::Citizenship::from_code("CHN"), ..one() }, "", "queue_unit_citizenship"),
        (None, Filter { citizenship: super::Citizenship::from_code("CHN"), ..one() }, "", "queue_unit_citizenship"),
        (unit, Filter { route: "minor".parse().ok(), status: Some(Status::Issued), ..one() }, "", "queue_unit_key"),
        (None, Filter { route: "minor".parse().ok(), status: Some(Status::Issued), ..one() }, "", "queue_everywhere"),
        (unit, one(), "Қайрат", "queue_unit_key"),
        (None, one(), "Қайрат Ахм", "queue_everywhere"),
        (None, one(), "Қайрат", "queue_everywhere"),
        (unit, one(), "1234-5678-9012", "queue_unit_key"),
        (unit, Filter { clerk: Some(Whose::Nobody), route: "minor".parse().ok(), ..one() }, "", "queue_unit_key"),
        (None, Filter { clerk: Some(Whose::Nobody), route: "minor".parse().ok(), ..one() }, "", "queue_everywhere"),
        (unit, Filter { list: Some(List::ToDecide), route: "minor".parse().ok(), ..one() }, "", "queue_unit_key"),
        // What no index has together is looked at along the way of one.
        (unit, Filter { status: Some(Status::Issued), ..one() }, "Қайрат", "queue_unit_key"),
        (None, Filter { clerk: of_clerk(), ..of_june() }, "Қайрат", "queue_everywhere"),
    ];
    let place = Place { rank: 200_000_000_000_000_000, id: "0190".to_owned() };
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        fill(db);
        for (unit, filter, words, index) in &cases {
            let wanted = wanted(*unit, filter, words);
            let statements = caught(db, |conn| {
                for turn in [Turn::First, Turn::After(place.clone()), Turn::Before(place.clone())] {
                    queue::page(conn, &wanted, &turn).unwrap();
                }
                queue::count(conn, &wanted).unwrap();
            });
            let steps: Vec<String> = statements.iter().flat_map(|statement| plan(db, statement)).collect();
            let slow: Vec<&String> = steps.iter().filter(|step| is_slow(step)).collect();
            assert!(slow.is_empty(), "{filter:?} {words}: {slow:#?}\n{statements:#?}");
            let named = |step: &String| step.split([' ', '(', ':']).any(|word| word == *index);
            assert!(steps.iter().any(named), "{filter:?} {words}: no {index} in {steps:#?}");
        }
    });
}

#[test]
fn clerks_are_found_and_counted_by_one_index() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        fill(db);
        let case = filed(db, "Бірінші", "KZ75", Status::Submitted, "2026-06-01 12:00");
        takes(db, &case, &hires(db, "Anna", Role::Officer, "KZ75"));
        let statements = caught(db, |conn| assert!(!holders::holders(conn, Some("KZ75")).unwrap().is_empty()));
        let of_cases: Vec<&String> = statements.iter().filter(|one| one.contains("clerk_id")).collect();
        assert!(of_cases.iter().any(|one| one.to_lowercase().contains("count(")), "{statements:#?}");
        for statement in of_cases {
            let steps = plan(db, statement);
            assert!(!steps.iter().any(|step| is_slow(step)), "{statement}: {steps:#?}");
            assert!(steps.iter().any(|step| step.contains("queue_unit_clerk")), "{statement}: {steps:#?}");
        }
    });
}

#[test]
fn who_is_to_be_reminded_is_found_and_counted_along_one_index() {
    let today = crate::support::day("2026-06-10");
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        fill(db);
        for (unit, index) in [(Some("KZ75"), "reminders_unit"), (None, "reminders_all")] {
            let statements = caught(db, |conn| {
                reminders::due(conn, unit, today).unwrap();
                reminders::count(conn, unit, today).unwrap();
            });
            assert_eq!(statements.len(), 2, "{statements:#?}");
            for statement in &statements {
                let steps = plan(db, statement);
                assert!(!steps.iter().any(|step| is_slow(step)), "{statement}: {steps:#?}");
                assert!(steps.iter().any(|step| step.contains(index)), "{statement}: no {index} in {steps:#?}");
            }
        }
    });
}

#[test]
fn a_new_calendar_looks_only_at_cases_that_wait_for_something() {
    use ruqsat::desk::calendar::YearPlan;
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        fill(db);
        let year = YearPlan::read("2026", "01.01", "").unwrap();
        let statements = caught(db, |conn| {
            calendar::preview(conn, &year, crate::support::day("2026-06-10")).unwrap();
        });
        let of_cases = statements.iter().filter(|statement| statement.contains("applications"));
        let steps: Vec<String> = of_cases.flat_map(|statement| plan(db, statement)).collect();
        let slow: Vec<&String> = steps.iter().filter(|step| is_slow(step)).collect();
        assert!(slow.is_empty(), "{slow:#?}");
        for index in ["queue_status", "applications_decided_on"] {
            assert!(steps.iter().any(|step| step.contains(index)), "no {index} in {steps:#?}");
        }
    });
}

/// Many who live in one hostel, and one whose keys all are those of others.
fn fill_keys(db: &Db) {
    fill(db);
    let kinds = Key::ALL.iter().map(|key| format!("('{}')", key.code())).collect::<Vec<_>>().join(", ");
    let columns = "(id, number, code_hash, language, status, revision, name, search, begun_at, office)";
    let two = format!(
        "INSERT INTO applications {columns} VALUES ('one', '1', '', 'kk', 'submitted', 1, '', '', '2026-06-10 09:00:00', ''),
                                                   ('two', '2', '', 'kk', 'submitted', 1, '', '', '2026-06-10 09:00:00', '');
         INSERT INTO case_keys (application_id, kind, value)
         SELECT a.id, k.column1, 'met' FROM applications a, (VALUES {kinds}) k WHERE a.id IN ('one', 'two');"
    );
    let many = "INSERT INTO case_keys (application_id, kind, value)
        SELECT id, 'address', CASE WHEN rank % 7 = 0 THEN 'met' ELSE md5(id) END FROM applications WHERE rank > 0;
        ANALYZE case_keys;";
    let fill = |conn: &mut Conn| {
        match conn {
            Conn::Sqlite(conn) => conn.batch_execute(&two).unwrap(),
            Conn::Postgres(conn) => conn.batch_execute(&(two + many)).unwrap(),
        }
        Ok(())
    };
    db.write(fill).unwrap();
}

#[test]
fn cases_that_belong_together_are_found_by_their_keys() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        fill_keys(db);
        let statements = caught(db, |conn| {
            let found = related::of(conn, "one").unwrap();
            assert!(found.iter().any(|one| one.id == "two"));
        });
        let steps: Vec<String> = statements.iter().flat_map(|statement| plan(db, statement)).collect();
        let slow: Vec<&String> = steps.iter().filter(|step| is_slow(step)).collect();
        assert!(slow.is_empty(), "{slow:#?}\n{statements:#?}");
        assert!(steps.iter().any(|step| step.contains("case_keys_found")), "{steps:#?}");
    });
}
