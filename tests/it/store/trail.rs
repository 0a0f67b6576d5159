//! The chain of events: whatever is done to it behind the program's back is found, at the first place; threads write one
//! order; a read counts once.

use diesel::prelude::*;
use ruqsat::application::trail::{Broken, Head};
use ruqsat::application::{Actor, Event, EventKind, Status};
use ruqsat::store::schema::{applications, events, trail as table, trail_head};
use ruqsat::store::{Conn, Db, StoreError, applications as store_of, migrate, trail, verify};

use super::store;
use crate::support::{Kind, TestDatabase, answers, application, each_db, moment};

fn clerk(id: &str) -> Actor {
    let word = |text: &str| text.to_owned();
    Actor::Staff { id: word(id), name: word("Серікова Ә."), role: word("officer"), unit: word("KZ75") }
}

/// A chain of so many events: of the office and of a case, changes and reads.
fn chain(kind: Kind, events: i64) -> TestDatabase {
    let database = TestDatabase::on(kind);
    for i in 0..events {
        let kind = [EventKind::SignedIn, EventKind::Corrected, EventKind::Opened][i as usize % 3];
        let event = Event::new(kind, clerk("1"), moment("2026-06-10 10:00") + chrono::Duration::seconds(i));
        let event = event.with("reason", format!("Себебі «{i}»\n"));
        let of = (kind != EventKind::SignedIn).then_some("an-application");
        database.db.write(|conn| trail::append(conn, of, &event)).unwrap();
    }
    database
}

fn verified(db: &Db) -> Result<Head, Broken> {
    verify::verify(db, None, |_, _| {}).unwrap()
}

#[test]
fn an_untouched_chain_is_whole() {
    each_db(|kind| {
        let database = chain(kind, 9);
        let head = verified(&database.db).unwrap();
        assert_eq!(head.seq, 9);
        assert_eq!(database.db.read(trail::head).unwrap(), head);
        assert_eq!(verified(&TestDatabase::on(kind).db).map(|head| head.seq), Ok(0), "an empty one too");
    });
}

/// Changes the rows of a chain of nine and gives what is found.
fn tampered(kind: Kind, tamper: impl Fn(&mut Conn) -> QueryResult<usize>) -> Broken {
    let database = chain(kind, 9);
    let touched = database.db.write(|conn| Ok(tamper(conn)?)).unwrap();
    assert!(touched > 0, "nothing was touched");
    verified(&database.db).unwrap_err()
}

#[test]
fn a_changed_event_is_found() {
    each_db(|kind| {
        let row = || diesel::update(table::table.find(4_i64));
        assert_eq!(tampered(kind, |conn| row().set(table::details.eq("{}")).execute(conn)), Broken::Changed(4));
        assert_eq!(tampered(kind, |conn| row().set(table::kind.eq("approved")).execute(conn)), Broken::Changed(4));
        assert_eq!(tampered(kind, |conn| row().set(table::actor.eq("{}")).execute(conn)), Broken::Changed(4));
        let at = moment("2026-06-10 10:01").naive_utc();
        assert_eq!(tampered(kind, |conn| row().set(table::happened_at.eq(at)).execute(conn)), Broken::Changed(4));
        let nobody = None::<String>;
        let of = || diesel::update(table::table.find(5_i64));
        assert_eq!(
            tampered(kind, |conn| of().set(table::application_id.eq(&nobody)).execute(conn)),
            Broken::Changed(5)
        );
        // With a hash that fits the new content, the next one no longer follows.
        assert_eq!(tampered(kind, |conn| replace(conn, 4)), Broken::Unlinked(5));
    });
}

/// Puts another event at a place, well made but for what comes after it.
fn replace(conn: &mut Conn, seq: i64) -> QueryResult<usize> {
    use ruqsat::application::trail::Link;
    let (previous, actor): (String, String) =
        table::table.find(seq).select((table::previous, table::actor)).first(conn)?;
    let at = moment("2026-06-10 11:00");
    let link =
        Link { seq, previous: &previous, application: None, kind: "signed_in", at, actor: &actor, details: "{}" };
    diesel::update(table::table.find(seq))
        .set((
            table::kind.eq("signed_in"),
            table::application_id.eq(None::<String>),
            table::happened_at.eq(at.naive_utc()),
            table::details.eq("{}"),
            table::hash.eq(link.hash()),
        ))
        .execute(conn)
}

#[test]
fn a_removed_event_is_found() {
    each_db(|kind| {
        let gone = |seq: i64| tampered(kind, |conn| diesel::delete(table::table.find(seq)).execute(conn));
        assert_eq!(gone(1), Broken::Missing(1));
        assert_eq!(gone(5), Broken::Missing(5));
        // Removed, and the others moved up.
        let closed = tampered(kind, |conn| {
            diesel::delete(table::table.find(5_i64)).execute(conn)?;
            for seq in 6..=9_i64 {
                diesel::update(table::table.find(seq)).set(table::seq.eq(seq - 1)).execute(conn)?;
            }
            diesel::update(trail_head::table).set(trail_head::seq.eq(8)).execute(conn)
        });
        assert_eq!(closed, Broken::Unlinked(5));
    });
}

#[test]
fn an_inserted_and_a_moved_event_are_found() {
    each_db(|kind| {
        let inserted = tampered(kind, |conn| {
            for seq in (5..=9_i64).rev() {
                diesel::update(table::table.find(seq)).set(table::seq.eq(seq + 1)).execute(conn)?;
            }
            diesel::update(trail_head::table).set(trail_head::seq.eq(10)).execute(conn)?;
            copy(conn, 4, 5)
        });
        assert_eq!(inserted, Broken::Unlinked(5));
        let swapped = tampered(kind, |conn| {
            for (from, to) in [(3_i64, 30_i64), (4, 3), (30, 4)] {
                diesel::update(table::table.find(from)).set(table::seq.eq(to)).execute(conn)?;
            }
            Ok(1)
        });
        assert_eq!(swapped, Broken::Unlinked(3));
        assert_eq!(tampered(kind, |conn| copy(conn, 4, 10)), Broken::Beyond(10));
    });
}

/// Copies an event to another place.
fn copy(conn: &mut Conn, from: i64, to: i64) -> QueryResult<usize> {
    let (kind, actor, details, at, previous, hash): (String, String, String, chrono::NaiveDateTime, String, String) =
        table::table
            .find(from)
            .select((table::kind, table::actor, table::details, table::happened_at, table::previous, table::hash))
            .first(conn)?;
    diesel::insert_into(table::table)
        .values((
            table::seq.eq(to),
            table::kind.eq(kind),
            table::actor.eq(actor),
            table::details.eq(details),
            table::happened_at.eq(at),
            table::previous.eq(previous),
            table::hash.eq(hash),
        ))
        .execute(conn)
}

#[test]
fn a_chain_cut_short_is_found_by_its_head() {
    each_db(|kind| {
        let cut = |conn: &mut Conn| diesel::delete(table::table.filter(table::seq.gt(7))).execute(conn);
        assert_eq!(tampered(kind, cut), Broken::Missing(8));
        assert_eq!(tampered(kind, |conn| diesel::delete(trail_head::table).execute(conn)), Broken::NoHead);
        let other = "f".repeat(64);
        let head = |conn: &mut Conn| diesel::update(trail_head::table).set(trail_head::hash.eq(&other)).execute(conn);
        assert_eq!(tampered(kind, head), Broken::Head(9));
        // Cut, and the head cut too: only who noted the end knows.
        let database = chain(kind, 9);
        let noted = verified(&database.db).unwrap();
        let shorter = database.db.write(|conn| {
            cut(conn)?;
            let hash: String = table::table.find(7_i64).select(table::hash).first(conn)?;
            Ok(diesel::update(trail_head::table)
                .set((trail_head::seq.eq(7), trail_head::hash.eq(hash)))
                .execute(conn)?)
        });
        shorter.unwrap();
        let against = |noted: &Head| verify::verify(&database.db, Some(noted), |_, _| {}).unwrap();
        assert_eq!(verified(&database.db).map(|head| head.seq), Ok(7));
        assert_eq!(against(&noted), Err(Broken::Missing(9)));
        assert_eq!(against(&Head { seq: 6, hash: noted.hash }), Err(Broken::NotAsNoted(6)));
    });
}

#[test]
fn threads_write_one_order_and_it_can_be_verified_meanwhile() {
    each_db(|kind| {
        const THREADS: i64 = 4;
        const EACH: i64 = 25;
        let database = TestDatabase::on(kind);
        std::thread::scope(|scope| {
            for thread in 0..THREADS {
                let db = &database.db;
                scope.spawn(move || {
                    for i in 0..EACH {
                        let event =
                            Event::new(EventKind::SignedIn, clerk(&thread.to_string()), moment("2026-06-10 10:00"));
                        db.write(|conn| trail::append(conn, None, &event.with("n", i))).unwrap();
                    }
                });
            }
            loop {
                let whole = verified(&database.db).expect("whole at every moment");
                if whole.seq == THREADS * EACH {
                    break;
                }
            }
        });
    });
}

#[test]
fn an_event_is_kept_with_its_change_or_not_at_all() {
    each_db(|kind| {
        let database = chain(kind, 2);
        let outcome: Result<(), StoreError> = database.db.write(|conn| {
            trail::append(conn, None, &Event::new(EventKind::SignedIn, clerk("1"), moment("2026-06-10 10:00")))?;
            Err(StoreError::NotFound)
        });
        assert!(outcome.is_err());
        assert_eq!(verified(&database.db).map(|head| head.seq), Ok(2));
    });
}

#[test]
fn the_same_look_counts_once_within_ten_minutes() {
    each_db(|kind| {
        let database = TestDatabase::on(kind);
        let look = |who: &str, at: &str, file: &str| {
            let read = Event::new(EventKind::PaperRead, clerk(who), moment(at)).with("file", file);
            database.db.write(|conn| trail::note_reads(conn, "a", &[read.clone(), read])).unwrap();
        };
        look("1", "2026-06-10 10:00", "f");
        look("1", "2026-06-10 10:09", "f");
        look("2", "2026-06-10 10:09", "f");
        look("1", "2026-06-10 10:09", "g");
        look("1", "2026-06-10 10:11", "f");
        let reads = database.db.read(|conn| trail::reads_of(conn, "a", 100)).unwrap();
        assert_eq!(reads.len(), 4, "{reads:?}");
        assert_eq!(database.db.read(|conn| trail::history(conn, "a")).unwrap(), [], "a look is no change");
        assert_eq!(verified(&database.db).map(|head| head.seq), Ok(4));
    });
}

#[test]
fn what_happened_before_the_chain_is_taken_into_it() {
    each_db(|kind| {
        let database = TestDatabase::on(kind);
        let mut wanted = application(&answers::adult());
        wanted.status = Status::Submitted;
        let id = store(&database.db, &wanted).id;
        let old = |event: &str, at: &str| {
            (
                events::id.eq(format!("{event}-1")),
                events::application_id.eq(id.clone()),
                events::kind.eq(event.to_owned()),
                events::actor.eq(r#"{"kind": "applicant"}"#),
                events::details.eq("{}"),
                events::happened_at.eq(moment(at).naive_utc()),
            )
        };
        database
            .db
            .write(|conn| {
                diesel::insert_into(events::table).values(old("withdrawn", "2026-06-11 10:00")).execute(conn)?;
                diesel::insert_into(events::table).values(old("submitted", "2026-06-10 10:00")).execute(conn)?;
                Ok(())
            })
            .unwrap();
        for _ in 0..2 {
            migrate::up(&database.db).unwrap();
            assert_eq!(verified(&database.db).map(|head| head.seq), Ok(2));
        }
        let history = database.db.read(|conn| store_of::history(conn, &id)).unwrap();
        assert_eq!(
            history.iter().map(|event| event.kind).collect::<Vec<_>>(),
            [EventKind::Submitted, EventKind::Withdrawn]
        );
        // What happened stays written, whatever becomes of the application.
        database.db.write(|conn| Ok(diesel::delete(applications::table.find(&id)).execute(conn)?)).unwrap();
        assert_eq!(verified(&database.db).map(|head| head.seq), Ok(2));
    });
}
