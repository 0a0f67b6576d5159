//! The calendar as data: entered by an administrator, its effect on open cases shown first, kept whole or not at all.

use ruqsat::application::EventKind;
use ruqsat::desk::calendar::{Wrong, YearPlan};
use ruqsat::desk::recount::content;
use ruqsat::language::Args;
use ruqsat::language::Language::{Kk, Ru};
use ruqsat::law::calendar::{Calendar, DayKind, Entered};
use ruqsat::people::Role::{Admin, Officer, Operator, Supervisor};
use ruqsat::store::{StoreError, applications, calendar};

use super::support::{Kind, Person, TestApp, answers, day, each_db, moment};

/// Accepted on Friday, 12 June 2026: due on Monday, 27 July.
fn accepted(kind: Kind) -> (TestApp, Person, Person, String) {
    let app = TestApp::on(kind);
    let mut person = app.person(Ru);
    let number = person.applies(&answers::adult());
    app.it_is("2026-06-12");
    let mut operator = app.clerk(Operator, Kk); // the talon is in the language of the letters
    operator.accepts(&number).sees_day("2026-07-27");
    person.goes_to("/track").sees_day("2026-07-27");
    (app, person, operator, number)
}

/// The year 2026 as the page has it, with one day off more.
fn with_a_day_off(admin: &mut Person, line: &str) {
    admin.goes_to("/admin/calendar?year=2026");
    let off = format!("{}\n{line}", admin.finds_in("calendar-off"));
    admin.fills("calendar-off", &off);
}

#[test]
fn the_effect_on_open_cases_is_shown_and_then_kept() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let (app, mut person, mut operator, number) = accepted(kind);
            let mut admin = app.clerk(Admin, reads);
            with_a_day_off(&mut admin, "27.07 Test holiday");
            admin.presses("calendar-preview").sees(&number).sees_day("2026-07-27").sees_day("2026-07-28");
            person.goes_to("/track").sees_day("2026-07-27").does_not_see("event-due_moved");

            admin.presses("calendar-confirm").sees("calendar-kept");
            // Good news is told once, and not as a warning.
            let tree = &admin.page.tree;
            let told: Vec<usize> = tree.all("p").filter(|id| tree.attribute(*id, "role") == Some("status")).collect();
            assert_eq!(told.len(), 1, "{}", admin.page.told());
            assert_eq!(tree.attribute(told[0], "class"), Some("notice good"));
            assert!(admin.finds_in("calendar-off").contains("27.07 Test holiday"));
            person.goes_to("/track").sees_day("2026-07-28").sees("event-due_moved");
            let mut officer = app.clerk(Officer, reads);
            officer.takes(&number).sees_day("2026-07-28").sees("event-due_moved").sees("desk-due-was");
            admin.goes_to("/admin/trail").sees("event-calendar_changed");

            // What is accepted from now on is counted by it; after the server starts anew as well.
            let second = app.person(Kk).applies(&answers::minor());
            operator.accepts(&second).sees_day("2026-07-28");
            let cases = super::support::queued(&app.office.db, None, None);
            assert_eq!(cases.iter().map(|case| case.due_on).collect::<Vec<_>>(), [Some(day("2026-07-28")); 2]);
            assert!(ruqsat::store::verify::verify(&app.office.db, None, |_, _| {}).unwrap().is_ok());
        });
    }
}

#[test]
fn each_day_stands_beside_its_weekday() {
    let app = TestApp::on(Kind::Sqlite);
    let mut admin = app.clerk(Admin, Ru);
    with_a_day_off(&mut admin, "27.07 Test holiday");
    // Monday, 27 July; and a Saturday that is worked.
    admin.fills("calendar-worked", "18.07 Moved").presses("calendar-preview");
    let days = |admin: &Person| {
        let tree = &admin.page.tree;
        tree.all("tr").map(|id| tree.text(id)).collect::<Vec<_>>()
    };
    let row = |date: &str, of: [&str; 2], note: &str| {
        format!("{} {} {} {note}", Ru.date(day(date)), Ru.text(of[0]), Ru.text(of[1]))
    };
    let (off, worked) = (
        row("2026-07-27", ["weekday-1", "calendar-kind.off"], "Test holiday"),
        row("2026-07-18", ["weekday-6", "calendar-kind.worked"], "Moved"),
    );
    let plain = |text: &str| text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    for wanted in [&off, &worked] {
        assert!(days(&admin).iter().any(|one| plain(one) == plain(wanted)), "{wanted}: {:#?}", days(&admin));
    }
    admin.presses("calendar-confirm").sees("calendar-kept").sees("weekday-1");
}

#[test]
fn the_days_of_a_prepared_refusal_move_too_and_are_shown_first() {
    each_db(|kind| {
        let (app, mut person, _, number) = accepted(kind);
        app.it_is("2026-06-15");
        let mut officer = app.clerk(Officer, Ru);
        officer.asks_approver(&number, "bank");
        officer.prepares_refusal(&number, "49.4", "Savings are not confirmed");
        person.goes_to("/track").sees_day("2026-06-17").sees_day("2026-06-19");
        // A page that was drawn before the calendar changed.
        let mut head = app.clerk(Supervisor, Kk);
        app.it_is("2026-06-19");
        head.takes(&number).follows("move-refuse");
        let mut admin = app.clerk(Admin, Ru);
        with_a_day_off(&mut admin, "17.06 Test holiday");
        admin.presses("calendar-preview").sees("calendar-day-objection_until").sees("calendar-day-not_before");
        admin.sees("calendar-day-remind_on").sees_day("2026-06-18").sees_day("2026-06-22");
        admin.presses("calendar-confirm").sees("calendar-kept");
        person.goes_to("/track").sees_day("2026-06-18").sees_day("2026-06-22").sees("event-due_moved");
        head.presses_to("/refuse");
        assert_eq!(head.status(), 409);
        head.sees("event-due_moved").sees_day("2026-06-22");
    });
}

#[test]
fn the_day_of_every_letter_that_moves_stands_in_the_history() {
    each_db(|kind| {
        let (app, _, _, number) = accepted(kind);
        let mut officer = app.clerk(Officer, Ru);
        for (today, approver) in [("2026-06-15", "bank"), ("2026-06-16", "home_records")] {
            app.it_is(today);
            officer.asks_approver(&number, approver);
        }
        let mut admin = app.clerk(Admin, Ru);
        with_a_day_off(&mut admin, "17.06 Test holiday");
        admin.presses("calendar-preview").presses("calendar-confirm").sees("calendar-kept");
        officer.takes(&number).sees("event-due_moved").sees_day("2026-06-30").sees_day("2026-07-01");
        let case = officer.page.address.rsplit('/').next().unwrap().to_owned();
        let events = app.office.db.read(|conn| applications::history(conn, &case)).unwrap();
        let moved = events.iter().find(|event| event.kind == EventKind::DueMoved).unwrap();
        assert_eq!(moved.details["remind_on"], serde_json::json!(["2026-06-30", "2026-07-01"]));
    });
}

/// A refusal that is prepared on Monday, 15 June, and the hearing that the person asked for, on a day.
fn hears(kind: Kind, on: &str) -> (TestApp, Person, Person, String) {
    let (app, mut person, _, number) = accepted(kind);
    app.it_is("2026-06-15");
    let mut officer = app.clerk(Officer, Ru);
    officer.prepares_refusal(&number, "49.4", "Savings are not confirmed");
    person.goes_to("/apply/objection").ticks("objection-hearing").presses("objection-send");
    officer.takes(&number).follows("desk-appoint-title").fills("desk-hearing-place", "204");
    officer.fills("desk-hearing-on", on).presses("desk-appoint");
    (app, person, officer, number)
}

#[test]
fn a_hearing_that_falls_on_a_day_off_is_named_before_the_calendar_is_kept() {
    for reads in [Kk, Ru] {
        each_db(|kind| {
            let (app, _, mut officer, number) = hears(kind, "2026-07-17");
            let mut admin = app.clerk(Admin, reads);
            with_a_day_off(&mut admin, "24.12 Test holiday");
            admin.presses("calendar-preview").sees("calendar-effect-none").does_not_see("calendar-hearings");
            // The day moves nothing of this case that was counted, but nobody is heard on it.
            with_a_day_off(&mut admin, "17.07 Test holiday");
            admin.presses("calendar-preview").sees("calendar-effect-none");
            admin.sees("calendar-hearings").sees(&number).sees_day("2026-07-17");
            // Appointed anew before it was kept: what was shown is not so any more.
            officer.takes(&number).follows("desk-move-title").fills("desk-hearing-on", "2026-07-16");
            officer.presses("desk-move");
            admin.presses("calendar-confirm").sees("calendar-changed").does_not_see("calendar-hearings");
            admin.presses("calendar-confirm").sees("calendar-kept");
            officer.takes(&number).does_not_see("event-due_moved");
        });
    }
}

#[test]
fn remarks_on_the_minutes_are_taken_later_after_a_new_day_off_and_after_the_refusal_too() {
    each_db(|kind| {
        let (app, mut person, mut officer, number) = hears(kind, "2026-06-17");
        app.it_is("2026-06-17 12:00");
        officer.takes(&number).follows("desk-minutes-title").chooses("desk-hearing-outcome", "outcome-held");
        officer.fills("desk-minutes-text", "The person has no savings").presses("desk-minutes");
        app.it_is("2026-06-19");
        app.clerk(Supervisor, Ru).confirms(&number, "refuse", "/refuse").sees("status-refused");
        // The term of the case itself is over: only the last of three days for remarks moves.
        app.it_is("2026-06-22");
        person.goes_to("/track").sees_day("2026-06-22");
        let mut admin = app.clerk(Admin, Kk);
        admin.goes_to("/admin/calendar?year=2026");
        let off = format!("{}\n22.06 Test holiday\n27.07 Test holiday", admin.finds_in("calendar-off"));
        admin.fills("calendar-off", &off).presses("calendar-preview").sees(&number);
        admin.sees("calendar-day-remarks_until").sees_day("2026-06-22").sees_day("2026-06-23");
        admin.does_not_see("calendar-day-due_on").presses("calendar-confirm").sees("calendar-kept");
        officer.takes(&number).sees("event-due_moved").sees_day("2026-06-23");
        app.it_is("2026-06-23 23:50");
        person.goes_to("/apply/minutes").sees_day("2026-06-23").fills("minutes-remarks-text", "I showed a statement");
        person.presses("minutes-remarks-send").sees("I showed a statement");

        // A day for remarks that is over stays over.
        app.it_is("2026-06-24");
        admin.signs_in("admin.kz75", super::support::app::PASSWORD);
        with_a_day_off(&mut admin, "23.06 Test holiday");
        admin.presses("calendar-preview").sees("calendar-effect-none").presses("calendar-confirm");
        person.goes_to("/apply/minutes").does_not_see("minutes-remarks-send");
    });
}

#[test]
fn what_was_shown_is_what_is_kept() {
    each_db(|kind| {
        let (app, mut person, _, number) = accepted(kind);
        let mut admin = app.clerk(Admin, Ru);
        with_a_day_off(&mut admin, "27.07 Test holiday");
        admin.presses("calendar-preview").sees(&number);
        person.goes_to("/apply/withdraw").presses("withdraw-confirm").sees_state("withdrawn");
        admin.presses("calendar-confirm");
        assert_eq!(admin.status(), 409);
        admin.sees("calendar-changed").sees("calendar-effect-none").does_not_see(&number);
        admin.presses("calendar-confirm").sees("calendar-kept");
        person.goes_to("/track").does_not_see("event-due_moved");
    });
}

#[test]
fn next_year_is_missed_and_then_known() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        app.it_is("2027-12-01");
        let mut admin = app.clerk(Admin, Kk);
        let mut operator = app.clerk(Operator, Kk);
        let missing = Kk.text_with("calendar-missing", &Args::from_iter([("year", "2028")]));
        operator.goes_to("/desk").sees(&missing);
        admin.goes_to("/admin/calendar").sees("2028").presses("calendar-preview");
        assert_eq!(admin.status(), 422, "no year is without a holiday");
        admin.sees("calendar-wrong-empty");
        admin
            .fills("calendar-off", "03.01.2028 Жаңа жыл\n32.01 Жоқ күн\n7.1\n07.01 Рождество")
            .fills("calendar-worked", "05.01");
        admin
            .presses("calendar-preview")
            .sees("calendar-wrong-date")
            .sees("calendar-wrong-twice")
            .sees("calendar-wrong-weekday");
        admin.fills("calendar-off", "03.01.2028 Жаңа жыл\n7.1 Рождество").fills("calendar-worked", "");
        admin.presses("calendar-preview").presses("calendar-confirm").sees("calendar-kept");
        operator.goes_to("/desk").does_not_see(&missing);
        let known = app.office.db.read(calendar::load).unwrap();
        assert_eq!(known.is_working_day(day("2028-01-03")), Ok(false));
        assert_eq!(known.is_working_day(day("2028-01-04")), Ok(true));
        assert!(known.is_working_day(day("2029-01-04")).is_err());
    });
}

#[test]
fn a_year_is_read_line_by_line() {
    let plan = YearPlan::read("2026", "01.01 Жаңа жыл\n\n 7.1. Рождество", "04.07 за 6 июля").unwrap();
    assert_eq!(plan.lines(DayKind::Off), "01.01 Жаңа жыл\n07.01 Рождество");
    assert_eq!(plan.lines(DayKind::Worked), "04.07 за 6 июля");
    for (year, off, worked, wrong) in [
        ("x", "01.01", "", Wrong::Year),
        ("2200", "01.01", "", Wrong::Year),
        ("2026", "29.02 x", "", Wrong::Date),
        ("2026", "01.01.2027", "", Wrong::Date),
        ("2026", "New Year", "", Wrong::Date),
        ("2026", "01.01\n1.1", "", Wrong::Twice),
        ("2026", "04.07", "04.07", Wrong::Twice),
        ("2026", "", "06.07", Wrong::Weekday),
        ("2026", "", "", Wrong::Empty),
    ] {
        let found = YearPlan::read(year, off, worked).unwrap_err();
        assert_eq!(found.iter().map(|(_, what)| *what).collect::<Vec<_>>(), [wrong], "{year} {off} {worked}");
    }
    let long = format!("01.01 {}", "x".repeat(101));
    assert_eq!(YearPlan::read("2026", &long, "").unwrap_err()[0].1, Wrong::Long);
}

#[test]
fn a_year_as_it_is_known_changes_nothing() {
    for year in Calendar::KAZAKHSTAN.years() {
        let plan = YearPlan::of(&Calendar::KAZAKHSTAN, year, &Default::default());
        let again = YearPlan::read(&year.to_string(), &plan.lines(DayKind::Off), &plan.lines(DayKind::Worked)).unwrap();
        assert_eq!(again, plan);
        let with = Calendar::with(plan.into_entered(Entered::default()));
        for date in day(&format!("{year}-01-01")).iter_days().take(365) {
            assert_eq!(with.is_working_day(date), Calendar::KAZAKHSTAN.is_working_day(date), "{date}");
        }
        assert!((240..=255).contains(&plan.working_days()), "{year}: {}", plan.working_days());
    }
    // A day that is taken out is an ordinary one again.
    let plan = YearPlan::read("2026", "01.01", "").unwrap();
    let with = Calendar::with(plan.into_entered(Entered::default()));
    assert_eq!((with.is_working_day(day("2026-01-02")), with.is_working_day(day("2026-01-01"))), (Ok(true), Ok(false)));
}

#[test]
fn two_administrators_who_keep_at_once_keep_one() {
    use ruqsat::application::{Actor, Status};
    each_db(|kind| {
        let database = super::support::TestDatabase::on(kind);
        let db = &database.db;
        let mut case = super::support::application(&answers::adult());
        case.status = Status::Accepted;
        case.office.registration = Some(ruqsat::application::office::Registration {
            number: "1".to_owned(),
            handed_in_at: moment("2026-06-12 10:00"),
            registered_on: day("2026-06-12"),
            due_on: day("2026-07-27"),
            officer: Actor::Console,
            name: String::new(),
            unit: "KZ75".to_owned(),
            compared: Vec::new(),
        });
        let stored = super::store::store(db, &case);
        let plans = ["27.07 A", "27.07 B"].map(|line| YearPlan::read("2026", line, "").unwrap());
        let outcomes = std::thread::scope(|scope| {
            let threads = plans.each_ref().map(|plan| {
                scope.spawn(move || {
                    let shown = db.read(|conn| calendar::preview(conn, plan, day("2026-06-13"))).unwrap();
                    let seen = content(plan, &shown);
                    db.write(|conn| calendar::keep(conn, plan, &seen, &Actor::Console, moment("2026-06-13 10:00")))
                })
            });
            threads.map(|thread| thread.join().unwrap())
        });
        let kept = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        let stale = outcomes.iter().filter(|outcome| matches!(outcome, Err(StoreError::Stale { .. }))).count();
        // One after the other both may be kept: the second then moves nothing more.
        assert!(kept >= 1 && kept + stale == 2, "{outcomes:?}");
        let history = db.read(|conn| applications::history(conn, &stored.id)).unwrap();
        assert_eq!(history.iter().filter(|event| event.kind == EventKind::DueMoved).count(), 1);
        assert_eq!(super::store::load(db, &stored.id).office.registration.unwrap().due_on, day("2026-07-28"));
    });
}
