//! Accounts and sessions: a login is given once; a session ends when it is left, forgotten, or its account is closed.

use chrono::Duration;
use ruqsat::application::Actor;
use ruqsat::people::{Lifetimes, NewStaff, Role, Staff};
use ruqsat::store::sessions::{self, Session};
use ruqsat::store::{Db, StoreError, staff};

use crate::support::{TestDatabase, each_db, moment};

fn account(login: &str) -> Staff {
    Staff {
        id: uuid::Uuid::now_v7().to_string(),
        login: login.to_owned(),
        name: "Қасымова Ә. Б.".to_owned(),
        role: Role::Officer,
        unit: "KZ75".to_owned(),
        language: "kk".to_owned(),
        enabled: true,
        lent: Vec::new(),
    }
}

fn add(db: &Db, account: &Staff) -> bool {
    let new = NewStaff { staff: account.clone(), password_hash: "hash".to_owned() };
    db.write(|conn| staff::add(conn, &new, Actor::Console, moment("2026-06-10 09:00"))).unwrap()
}

#[test]
fn an_account_comes_back_and_its_login_is_taken() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        assert!(db.read(staff::is_empty).unwrap());
        let one = account("kasymova");
        assert!(add(db, &one));
        assert!(!add(db, &account("kasymova")), "the login is taken, and that is no failure");
        assert_eq!(db.read(|conn| staff::by_login(conn, "kasymova")).unwrap(), Some((one.clone(), "hash".to_owned())));
        assert_eq!(db.read(|conn| staff::by_login(conn, "nobody")).unwrap(), None);
        db.write(|conn| staff::set_language(conn, &one.id, "ru")).unwrap();
        let list = db.read(staff::list).unwrap();
        assert_eq!(list, [Staff { language: "ru".to_owned(), ..one }]);
        let nobody = db.write(|conn| staff::enable(conn, "nobody", false, Actor::Console, moment("2026-06-10 09:00")));
        assert!(matches!(nobody, Err(StoreError::NotFound)));
    });
}

#[test]
fn a_session_lives_while_it_is_used() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let (one, begun) = (account("asanov"), moment("2026-06-10 09:00"));
        let life = Lifetimes::default();
        add(db, &one);
        db.write(|conn| sessions::begin(conn, "token", &one.id, begun, &life)).unwrap();
        let found = |at| db.read(|conn| sessions::find(conn, "token", at, &life)).unwrap();
        let minute = Duration::minutes(1);
        let session = |ends_at, note| Session { staff: one.clone(), ends_at, last_end: begun + life.session, note };
        assert_eq!(found(begun + minute), Some(session(begun + life.idle, false)), "used just now: not worth a write");
        assert_eq!(found(begun + life.idle - minute), Some(session(begun + life.idle, true)));
        assert_eq!(found(begun + life.idle), None, "not used for two hours");
        assert_eq!(db.read(|conn| sessions::find(conn, "other", begun, &life)).unwrap(), None);
        // Used all day long, it still ends after a working day.
        let mut at = begun;
        while at + life.idle / 2 < begun + life.session {
            at += life.idle / 2;
            assert!(found(at).is_some(), "{at}");
            db.write(|conn| sessions::note(conn, "token", at)).unwrap();
        }
        assert_eq!(found(at).unwrap().ends_at, begun + life.session);
        assert_eq!(found(begun + life.session), None);
    });
}

#[test]
fn a_session_ends_with_signing_out_and_with_its_account() {
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let (one, begun) = (account("asanov"), moment("2026-06-10 09:00"));
        add(db, &one);
        for token in ["desk", "home"] {
            db.write(|conn| sessions::begin(conn, token, &one.id, begun, &Lifetimes::default())).unwrap();
        }
        let found =
            |token: &str| db.read(|conn| sessions::find(conn, token, begun, &Lifetimes::default())).unwrap().is_some();
        db.write(|conn| sessions::end(conn, "desk")).unwrap();
        assert_eq!((found("desk"), found("home")), (false, true));
        db.write(|conn| staff::enable(conn, "asanov", false, Actor::Console, begun)).unwrap();
        assert!(!found("home"));
        db.write(|conn| staff::enable(conn, "asanov", true, Actor::Console, begun)).unwrap();
        assert!(!found("home"), "an account that is opened again signs in again");
    });
}
