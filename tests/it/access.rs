//! Who may open what: every route of the site map against every visitor; an unknown id is 404 exactly as somebody else's.

use ruqsat::desk::Duty;
use ruqsat::language::Language::Kk;
use ruqsat::law::DocumentKind;
use ruqsat::people::{COMMITTEE, Role};
use ruqsat::store::{staff, stand_ins};
use ruqsat::web::SITE_MAP;
use ruqsat::web::guard::Audience;

use super::support::app::{PASSWORD, UNIT};
use super::support::http::{Request, Response};
use super::support::{Kind, Person, TestApp, answers, day, each_db, moment};

/// A unit that has no case.
const ELSEWHERE: &str = "KZ71";

/// Somebody who comes.
struct Visitor {
    name: String,
    person: Person,
    /// Holds an application's key.
    applicant: bool,
    role: Option<Role>,
    /// Whether the filed application is a case of theirs to see.
    sees: bool,
    /// Role of the colleague for whom they stand in.
    lent: Option<Role>,
}

/// What is there to be opened.
struct Things {
    case: String,
    file: String,
}

/// An office with a filed application, and everybody who may come to its door.
fn office(kind: Kind) -> (TestApp, Things, Vec<Visitor>) {
    let app = TestApp::on(kind);
    let (mut owner, mut other) = (app.person(Kk), app.person(Kk));
    owner.applies(&answers::adult());
    other.begins();
    other.saves(&answers::adult().situation);
    let things = things(&app);
    let visitor = |name: &str, person, applicant| Visitor {
        name: name.to_owned(),
        person,
        applicant,
        role: None,
        sees: false,
        lent: None,
    };
    let mut visitors = vec![
        visitor("anyone", app.person(Kk), false),
        visitor("the applicant", owner, true),
        visitor("another applicant", other, true),
    ];
    // Every role in every kind of unit; an auditor and whoever is of the committee see every unit's cases.
    for (unit, sees) in [(UNIT, true), (ELSEWHERE, false), (COMMITTEE, true)] {
        visitors.extend(Role::ALL.iter().map(|role| Visitor {
            role: Some(*role),
            sees: sees || *role == Role::Auditor,
            ..visitor(&format!("{} of {unit}", role.code()), app.clerk_of(*role, unit, Kk), false)
        }));
    }
    // Who stands in for the supervisor until today, and who did until yesterday.
    let by_login =
        |conn: &mut ruqsat::store::Conn, login: &str| staff::by_login(conn, login).map(|found| found.unwrap().0);
    for (name, until, lent) in
        [("a stand-in", "2026-06-10", Some(Role::Supervisor)), ("whoever stood in before", "2026-06-09", None)]
    {
        let deputy = app.employs_as(&name.replace(' ', "-"), Role::Operator, Kk);
        let arranged = |conn: &mut ruqsat::store::Conn| {
            let head = by_login(conn, "supervisor.kz75")?;
            stand_ins::appoint(conn, (&head, &deputy), (day(until), "leave"), &head, moment("2026-06-01 10:00"))
        };
        app.office.db.write(arranged).unwrap();
        let mut person = app.person(Kk);
        person.signs_in(&deputy.login, PASSWORD);
        visitors.push(Visitor { lent, role: Some(Role::Operator), sees: true, ..visitor(name, person, false) });
    }
    (app, things, visitors)
}

/// The case that is filed, and one of its files, from the database: no page names an id to those who must not know it.
fn things(app: &TestApp) -> Things {
    let db = &app.office.db;
    let case = super::support::queued(db, None, None).remove(0).place.id;
    let application = db.read(|conn| ruqsat::store::applications::load(conn, &case)).unwrap();
    let file = application.paper(DocumentKind::Housing).files[0].id.clone();
    Things { case, file }
}

/// The address of a route, its places filled.
fn address(pattern: &str, things: &Things) -> String {
    let mut address = pattern.replace("{lang}", "kk");
    if address.contains("/{step}/{record}") {
        address = address.replace("{step}", "children").replace("{record}", "new");
    }
    for (place, value) in [
        ("{step}", "contacts"),
        ("{kind}", "housing"),
        ("{case}", &things.case),
        ("{file}", if address.starts_with("/static") { "site.css" } else { &things.file }),
        ("{login}", "nobody"),
        ("{kept}", "none"),
        ("{token}", "0123"),
        ("{of}", "application"),
        ("{upload}", "0123"),
        ("{link}", "0123"),
    ] {
        address = address.replace(place, value);
    }
    assert!(!address.contains('{'), "what belongs into {pattern}?");
    address
}

/// How the door is answered.
#[derive(Debug, PartialEq, Clone, Copy)]
enum Door {
    /// Let in; what the handler then says is another matter.
    Open,
    /// An applicant's key is asked.
    KeyAsked,
    /// Signing in is asked.
    SignInAsked,
    /// Not this person.
    Forbidden,
}

fn door(answer: &Response) -> Door {
    let failure = answer.header("x-failure").unwrap_or_default();
    match (answer.status, failure) {
        (403, "key_gone") => Door::KeyAsked,
        (403, "signed_out") => Door::SignInAsked,
        (403, "forbidden") => Door::Forbidden,
        (303, _) if answer.header("location").is_some_and(|to| to.contains("/desk/sign-in")) => Door::SignInAsked,
        (200..=499, _) => Door::Open,
        (status, _) => panic!("{status} {failure}"),
    }
}

fn expected(audience: Audience, visitor: &Visitor) -> Door {
    let staff = |duty: Option<Duty>| match visitor.role {
        Some(role) if duty.is_none_or(|duty| role.may(duty)) => Door::Open,
        Some(_) if duty.zip(visitor.lent).is_some_and(|(duty, lent)| duty != Duty::Deputise && lent.may(duty)) => {
            Door::Open
        }
        Some(_) => Door::Forbidden,
        None => Door::SignInAsked,
    };
    match audience {
        Audience::Public => Door::Open,
        Audience::Applicant if visitor.applicant => Door::Open,
        Audience::Applicant => Door::KeyAsked,
        Audience::Staff => staff(None),
        Audience::Desk(duty) => staff(Some(duty)),
    }
}

#[test]
fn every_route_is_open_to_whom_the_site_map_says() {
    each_db(|kind| {
        let (_app, things, visitors) = office(kind);
        let mut wrong = Vec::new();
        for (method, pattern, audience) in SITE_MAP {
            let address = address(pattern, &things);
            // Signing in and out, and leaving, change the visitor's own cookies: nothing to hold against them.
            for visitor in &visitors {
                let request = match *method {
                    "get" => Request::get(&address),
                    "post" => Request::form(&address, &[]),
                    other => Request { method: other.to_uppercase(), path: address.clone(), ..Request::default() },
                };
                let found = door(&visitor.person.clone().sends(request));
                let right = expected(*audience, visitor);
                if found != right && !pattern.ends_with("/desk/sign-out") {
                    wrong.push(format!("{} {method} {address}: {found:?}, not {right:?}", visitor.name));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}

#[test]
fn the_site_map_says_what_the_table_of_duties_says() {
    use ruqsat::application::Move;
    use ruqsat::desk::duty::duty_of;
    const OPEN: [&str; 3] = ["/desk/sign-in", "/desk/sign-out", "/admin/first/{token}"];
    // What changes nothing but the own searches and filters.
    const OWN: [&str; 3] = ["/desk/search", "/desk/kept", "/desk/kept/{kept}/remove"];
    const MOVES: [(&str, Move); 13] = [
        ("return", Move::Return),
        ("accept", Move::Accept),
        ("refuse-acceptance", Move::RefuseAcceptance),
        ("approvals", Move::RecordApproval),
        ("answers", Move::RecordApproval),
        ("reminders", Move::RecordApproval),
        ("correct/{step}", Move::Correct),
        ("prepare-refusal", Move::PrepareRefusal),
        ("hearing", Move::Hear),
        ("minutes", Move::Hear),
        ("approve", Move::Approve),
        ("refuse", Move::Refuse),
        ("issue", Move::Issue),
    ];
    // Rooms that no move belongs to, and whose they are.
    const ROOMS: [(&str, Duty); 15] = [
        ("/desk/assign", Duty::Assign),
        ("/desk/cases/{case}/message", Duty::Return),
        ("/desk/cases/{case}/note", Duty::Return),
        ("/admin/stand-ins", Duty::Deputise),
        ("/desk/cases/{case}/take", Duty::Return),
        ("/desk/cases/{case}/give-back", Duty::Return),
        ("/desk/cases/{case}/hand-over", Duty::Return),
        ("/desk/hand-over", Duty::Assign),
        ("/desk/cases/{case}/review", Duty::Return),
        ("/desk/numbers", Duty::Oversee),
        ("/desk/numbers/export", Duty::Oversee),
        ("/desk/export", Duty::Oversee),
        ("/admin/reasons", Duty::ManageReasons),
        ("/admin/calendar", Duty::ManageCalendar),
        ("/admin/trail", Duty::Audit),
    ];
    for (method, pattern, audience) in SITE_MAP {
        let path = pattern.strip_prefix("/{lang}").unwrap_or(pattern);
        if path == "/desk/account" {
            assert_eq!(*audience, Audience::Staff, "everybody has an account of their own");
            continue;
        }
        if let Some((_, duty)) = ROOMS.iter().find(|(room, _)| *room == path) {
            assert_eq!(*audience, Audience::Desk(*duty), "{method} {path}");
            continue;
        }
        let case = path.strip_prefix("/desk/cases/{case}/");
        let duty =
            case.and_then(|doing| MOVES.iter().find(|(name, _)| *name == doing)).and_then(|(_, one)| duty_of(*one));
        let right = match duty {
            Some(duty) => *audience == Audience::Desk(duty),
            None if OPEN.contains(&path) => true,
            None if path.starts_with("/desk") => *method == "get" || OWN.contains(&path),
            None if path.starts_with("/admin") => *audience == Audience::Desk(Duty::ManageStaff),
            None if path.starts_with("/apply") => *audience == Audience::Applicant,
            None => *audience == Audience::Public,
        };
        assert!(right, "{method} {path}: {audience:?}");
        let reads = path.starts_with("/desk") && duty.is_none() && !OPEN.contains(&path);
        assert!(!reads || *audience == Audience::Desk(Duty::Read), "{method} {path}: {audience:?}");
    }
    for (name, _) in MOVES {
        assert!(
            SITE_MAP
                .iter()
                .any(|(method, pattern, _)| *method == "post" && pattern.ends_with(&format!("{{case}}/{name}"))),
            "{name}"
        );
    }
}

/// What a visitor can tell of an answer: everything but the ids that they asked for themselves.
fn told(answer: &Response, asked: &Things) -> (u16, String) {
    let mut text = answer.text().replace(&asked.file, "FILE");
    // A form's token is masked anew on each page.
    const TOKEN: &str = "name=\"csrf\" value=\"";
    if let Some(at) = text.find(TOKEN).map(|at| at + TOKEN.len()) {
        let end = text[at..].find('"').map_or(text.len(), |end| at + end);
        text.replace_range(at..end, "TOKEN");
    }
    (answer.status, if asked.case.is_empty() { text } else { text.replace(&asked.case, "CASE") })
}

/// A form of a case with the visitor's own token, drawn when the case was begun.
fn tokened(visitor: &Person, address: &str) -> Request {
    let mut person = visitor.clone();
    person.goes_to("/desk");
    let token = person.page.boxes.iter().find(|one| one.name == "csrf").unwrap().value.clone();
    let fields = [("csrf", token.as_str()), ("revision", "1"), ("reason", "x"), ("item", "step-contacts")];
    Request::form(address, &fields.map(|(name, value)| (name.to_owned(), value.to_owned())))
}

#[test]
fn somebody_elses_case_is_no_case_at_all() {
    each_db(|kind| {
        let (_app, things, visitors) = office(kind);
        let reads = |visitor: &&Visitor| visitor.role.is_some_and(|role| role.may(Duty::Read));
        for stranger in visitors.iter().filter(|visitor| !visitor.sees).filter(reads) {
            let unknown = Things { case: uuid::Uuid::now_v7().to_string(), file: uuid::Uuid::now_v7().to_string() };
            let of_cases = SITE_MAP.iter().filter(|(_, pattern, audience)| {
                pattern.contains("{case}") && expected(*audience, stranger) == Door::Open
            });
            let mut seen = 0;
            for (method, pattern, _) in of_cases {
                let asks = |things: &Things| {
                    let address = address(pattern, things);
                    let mut person = stranger.person.clone();
                    let request = if *method == "get" { Request::get(&address) } else { tokened(&person, &address) };
                    person.sends(request)
                };
                let (theirs, nobodys) = (asks(&things), asks(&unknown));
                assert_eq!(told(&theirs, &things), told(&nobodys, &unknown), "{method} {pattern}");
                assert_eq!(theirs.status, 404, "{method} {pattern}");
                seen += 1;
            }
            assert!(seen > 10, "{seen}");
        }
    });
}

#[test]
fn whoever_sees_the_case_gets_each_of_its_rooms_that_is_theirs() {
    // Papers that come with acceptance, with its refusal, with the decision: this case is only filed.
    const LATER: [&str; 3] = ["/talon", "/refused-acceptance", "/decision"];
    each_db(|kind| {
        let (_app, things, visitors) = office(kind);
        let of_cases: Vec<_> = SITE_MAP
            .iter()
            .filter(|(_, pattern, _)| pattern.contains("{case}"))
            .filter(|(_, pattern, _)| !LATER.iter().any(|later| pattern.ends_with(later)))
            .collect();
        let (mut seen, mut sent, mut wrong) = (0, 0, Vec::new());
        for visitor in visitors.iter().filter(|visitor| visitor.sees) {
            for (method, pattern, audience) in &of_cases {
                if expected(*audience, visitor) != Door::Open {
                    continue;
                }
                let (address, mut person) = (address(pattern, &things), visitor.person.clone());
                let right: &[u16] = match *method {
                    "get" => {
                        seen += 1;
                        &[200, 303]
                    }
                    _ => {
                        sent += 1;
                        // Taken, given back, or told what is missing, what has changed, or that it cannot be done now.
                        &[303, 409, 422]
                    }
                };
                let request = if *method == "get" { Request::get(&address) } else { tokened(&person, &address) };
                let answer = person.sends(request);
                let gone = answer.header("location").is_some_and(|to| to.contains("/desk/sign-in"));
                if gone || !right.contains(&answer.status) {
                    wrong.push(format!("{} {method} {pattern}: {}", visitor.name, answer.status));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(sent > 100, "{sent}");
        assert!(seen > 100, "{seen}");
    });
}

#[test]
fn somebody_elses_file_is_no_file_at_all() {
    each_db(|kind| {
        let (_app, things, visitors) = office(kind);
        let unknown = Things { case: String::new(), file: uuid::Uuid::now_v7().to_string() };
        for visitor in visitors.iter().filter(|visitor| visitor.applicant) {
            for (_, pattern, _) in SITE_MAP.iter().filter(|(method, pattern, _)| {
                *method == "get" && pattern.contains("/apply/") && pattern.ends_with("{file}")
            }) {
                let asks = |things| visitor.person.clone().sends(Request::get(&address(pattern, things)));
                let (theirs, nobodys) = (asks(&things), asks(&unknown));
                let own = visitor.name == "the applicant";
                assert_eq!(theirs.status, if own { 200 } else { 404 }, "{} {pattern}", visitor.name);
                assert_eq!(nobodys.status, 404);
                if !own {
                    assert_eq!(told(&theirs, &things), told(&nobodys, &unknown));
                }
            }
        }
    });
}

#[test]
fn a_draft_is_nobodys_case() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        app.person(Kk).begins();
        let mut person = app.person(Kk);
        person.begins();
        person.saves(&answers::adult().situation).saves(&answers::adult().person).saves(&answers::adult().contacts);
        let id = person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned();
        for role in [Role::Operator, Role::Officer, Role::Supervisor, Role::Auditor] {
            let mut clerk = app.clerk(role, Kk);
            clerk.goes_to("/desk").sees("desk-nothing-waits");
            clerk.goes_to(&format!("/desk/cases/{id}"));
            assert_eq!(clerk.status(), 404, "{role:?}");
        }
    });
}

#[test]
fn a_session_ends_with_signing_out_with_its_account_and_by_itself() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut clerk = app.clerk(Role::Officer, Kk);
        let before = clerk.clone();
        clerk.presses_to("/desk/sign-out").arrives_at("/desk/sign-in");
        let mut stolen = before.clone();
        stolen.goes_to("/desk").arrives_at("/desk/sign-in");

        let mut admin = app.clerk(Role::Admin, Kk);
        let mut operator = app.clerk(Role::Operator, Kk);
        operator.goes_to("/desk").arrives_at("/desk");
        admin.goes_to("/admin/staff").presses_to("/operator.kz75/disable");
        operator.goes_to("/desk").arrives_at("/desk/sign-in");
        operator.puts("login", "operator.kz75").puts("password", super::support::app::PASSWORD);
        operator.presses_to("/desk/sign-in");
        assert_eq!(operator.status(), 422, "a closed account does not sign in");

        app.it_is("2026-06-10 13:00");
        admin.goes_to("/admin/staff").arrives_at("/desk/sign-in"); // left alone for three hours
    });
}

#[test]
fn a_forged_key_opens_nothing() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let mut person = app.person(Kk);
        person.begins();
        let key = person.cookies["ruqsat_key"].clone();
        let parts: Vec<&str> = key.split('.').collect();
        let later = format!("{}.{}.{}", parts[0], "99999999999", parts[2]);
        let other = format!("{}.{}.{}", uuid::Uuid::now_v7(), parts[1], parts[2]);
        let short = format!("{}.{}.", parts[0], parts[1]);
        for forged in [later, other, short, "x".to_owned(), key.to_uppercase(), format!("{key}.")] {
            person.cookies.insert("ruqsat_key".to_owned(), forged.clone());
            person.goes_to("/apply");
            assert_eq!(person.status(), 403, "{forged}");
        }
        person.cookies.insert("ruqsat_key".to_owned(), key.clone());
        person.goes_to("/apply");
        assert_eq!(person.status(), 200);
        app.it_is("2026-07-11"); // a key is good for 30 days
        person.goes_to("/apply");
        assert_eq!(person.status(), 403);
    });
}

#[test]
fn cookies_are_out_of_reach_and_the_pages_keep_to_this_site() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let answer = app.person(Kk).sends(Request::form("/kk/start", &[]));
        let cookie =
            answer.headers.iter().find(|(name, value)| name == "set-cookie" && value.starts_with("ruqsat_key="));
        let cookie = cookie.unwrap().1.to_lowercase();
        assert!(
            cookie.contains("httponly") && cookie.contains("samesite=lax") && cookie.contains("path=/"),
            "{cookie}"
        );
        assert!(!cookie.contains("secure"), "plain http: a browser would drop it");
        let answer = app.person(Kk).sends(Request::get("/kk/start"));
        for (name, part) in [
            ("content-security-policy", "default-src 'none'"),
            ("content-security-policy", "frame-ancestors 'none'"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cache-control", "no-store"),
            ("content-language", "kk"),
        ] {
            assert!(answer.header(name).is_some_and(|value| value.contains(part)), "{name}: {:?}", answer.header(name));
        }
    });
}

/// Whoever works at the desk is led back to their work, by a failure as by the sign of the site; and the desk's door is found.
#[test]
fn the_desk_is_led_back_to() {
    let app = TestApp::on(super::support::Kind::Sqlite);
    for (role, work, strange) in [(Role::Officer, "/desk", "/admin/staff"), (Role::Admin, "/admin/staff", "/desk")] {
        let mut clerk = app.clerk(role, Kk);
        for (page, status) in [(strange, 403), ("/desk/nothing", 404), ("/admin/staff/nobody/change", 404)] {
            let status = if role == Role::Officer && page.starts_with("/admin") { 403 } else { status };
            clerk.goes_to(page);
            assert_eq!(clerk.status(), status, "{page}");
            clerk.sees("failure-way-desk").does_not_see("to-start-page");
        }
        clerk.goes_to(strange).follows("failure-way-desk").arrives_at(work).goes_to(strange);
        let tree = &clerk.page.tree;
        let sign = tree.all("a").find(|id| tree.attribute(*id, "class") == Some("brand")).unwrap();
        assert_eq!(tree.attribute(sign, "href"), Some(format!("/kk{work}").as_str()));
        clerk.goes_to("").arrives_at("");
    }
    app.person(Kk).goes_to("").follows("desk-sign-in-title").arrives_at("/desk/sign-in").does_not_see("to-start-page");
    let door = "/en/desk/sign-in";
    assert!(!app.person(ruqsat::language::Language::En).goes_to("").page.response.text().contains(door));
}
