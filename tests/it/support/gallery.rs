//! Every page of the site in every state, found by the site map: for the checks that take in pages by themselves.
//!
//! A route that no visitor of the gallery can open, or whose places it cannot fill, is an error: whoever adds a page adds
//! what belongs into its address, and it is looked at in every language and state from then on.

use std::collections::{BTreeMap, BTreeSet};

use ruqsat::application::lists::units;
use ruqsat::application::steps::{Shape, StepName};
use ruqsat::application::{Answers, Application, Code, Number, Status};
use ruqsat::desk::Duty;
use ruqsat::language::Language;
use ruqsat::law::DocumentKind;
use ruqsat::people::{COMMITTEE, Role};
use ruqsat::store::applications;
use ruqsat::web::guard::Audience;
use ruqsat::web::{SITE_MAP, key};

use super::app::UNIT;
use super::{Kind, Person, TestApp, answers, files};

mod answered;

/// A page as it was looked at.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Its route in the site map.
    pub route: &'static str,
    /// Whose page, or in which state: `empty`, `filled`, `long`, `submitted` …
    pub state: String,
    /// Its address.
    pub address: String,
    /// With these cookies: for whoever looks with a browser.
    #[allow(dead_code, reason = "pages that are looked at as text need none")]
    pub cookies: BTreeMap<String, String>,
    /// It came in answer to this; what was answered is here, and is not to be had again by its address.
    pub done: Option<&'static str>,
    /// What was answered.
    pub html: String,
}

/// An office with a case in every state.
pub struct Gallery {
    /// The office.
    pub app: TestApp,
    /// One application in each state, by the state's code, and its id; and two whose words are as long as can be.
    cases: Vec<(String, String)>,
    /// One of each role, signed in; one of each in a unit that has no case; and one who sees all units.
    staff: Vec<(String, Role, Person)>,
}

/// Addresses that are no pages: files, those that only lead on, and what scripts ask.
const NO_PAGES: [&str; 6] = ["/files/{file}", "/apply/submit", "/desk/search", "/export", "/desk/kept", "/stay/{of}"];

/// Pages that show each role what it may do.
const EACH_ROLE: [&str; 3] = ["/{lang}/desk", "/{lang}/desk/cases/{case}", "/{lang}/desk/numbers"];

/// Forms that may be sent with nothing in them: no lines of a zone, nothing to show of the funds, a paper told of before.
const EMPTY_IS_AN_ANSWER: [&str; 3] = ["/apply/zone", "/apply/solvency", "/apply/documents/{kind}"];

/// The queue, narrowed: to those with the longest names, and to nothing.
const NARROWED: [&str; 2] = ["/desk?status=submitted", "/desk?status=issued&route=minor&left_from=5"];

impl Gallery {
    /// Fills an office.
    pub fn open() -> Self {
        let app = TestApp::on(Kind::Sqlite);
        ruqsat::app::block_on(ruqsat::demo::fill(&app.office, 60, 7, |_, _| {})).unwrap();
        let mut one_each: BTreeMap<&str, (Status, String)> = BTreeMap::new();
        for status in Status::ALL {
            let first = super::queued(&app.office.db, Some(UNIT), Some(*status)).into_iter().next();
            one_each.extend(first.map(|case| (status.code(), (*status, case.place.id))));
        }
        // Files in every state that the scanner knows: what is filed waits, what was returned for has a find.
        for (status, id) in one_each.values() {
            quarantined(&app, id, *status);
            if *status == Status::Refused {
                heard(&app, id);
            }
        }
        invited(&app);
        let mut cases: Vec<(String, String)> =
            one_each.into_values().map(|(status, id)| (status.code().to_owned(), id)).collect();
        for status in [Status::Submitted, Status::Accepted] {
            let other = super::queued(&app.office.db, Some(UNIT), Some(status)).into_iter().nth(1).unwrap();
            lengthened(&app, &other.place.id);
            cases.push((format!("long {}", status.code()), other.place.id));
        }
        let idle = units(None).into_iter().find(|unit| super::queued(&app.office.db, Some(unit), None).is_empty());
        let mut staff = Vec::new();
        for (state, unit) in [("", UNIT), ("empty ", idle.expect("sixty cases do not reach every unit"))] {
            let one_each =
                Role::ALL.iter().map(|role| (state.to_owned(), *role, app.clerk_of(*role, unit, Language::Kk)));
            staff.extend(one_each);
        }
        let all_units = app.clerk_of(Role::Supervisor, COMMITTEE, Language::Kk);
        staff.push(("all units ".to_owned(), Role::Supervisor, all_units));
        Self { app, cases, staff }
    }

    /// Every page in a language, in every state that it has.
    pub fn pages(&self, language: Language) -> Vec<Shown> {
        let mut shown = Vec::new();
        let mut visitors = vec![("anyone".to_owned(), self.app.person(language), None)];
        for (state, application) in self.applications() {
            let mut person = self.holding(language, &application.id);
            if state == "filled" {
                brings(&mut person);
            }
            visitors.push((state, person, Some(application)));
        }
        for (state, person, application) in &visitors {
            let routes = SITE_MAP.iter().filter(|(_, _, audience)| match application {
                Some(_) => *audience == Audience::Applicant,
                None => *audience == Audience::Public,
            });
            for (_, route, _) in routes.filter(|(method, route, _)| is_page(method, route)) {
                for address in addresses(route, application.as_ref()) {
                    shown.extend(look(person, language, route, state, &address));
                    application.iter().for_each(|application| self.restore(application));
                }
            }
            // Its pages have an audience of their own, and depend on the key all the same.
            shown.extend(application.iter().flat_map(|_| look(person, language, "/{lang}/track", state, "/track")));
        }
        shown.extend(refused(&visitors[0].1, language, "nowhere", "/nowhere", 404));
        shown.extend(answered::outside(language));
        if language.is_official() {
            shown.extend(self.desk(language));
            shown.extend(answered::inside(language));
        }
        shown
    }

    /// A form that complains keeps what was typed, which was nothing: the next page is to find what there was.
    fn restore(&self, application: &Application) {
        let change = |conn: &mut _| {
            applications::change(conn, &application.id, None, |stored, _| {
                stored.answers = application.answers.clone();
                stored.papers = application.papers.clone();
                Ok(applications::Changed { value: (), event: None })
            })
        };
        self.app.office.db.write(change).unwrap();
    }

    /// Routes with pages that nobody saw among these.
    pub fn unseen(shown: &[Shown]) -> Vec<&'static str> {
        let seen: BTreeSet<&str> = shown.iter().map(|page| page.route).collect();
        let pages = SITE_MAP.iter().filter(|(method, route, _)| is_page(method, route));
        pages.map(|(_, route, _)| *route).filter(|route| !seen.contains(route)).collect()
    }

    fn desk(&self, language: Language) -> Vec<Shown> {
        let mut shown = Vec::new();
        let mut operator = self.staff.iter().find(|(_, role, _)| *role == Role::Operator).unwrap().2.clone();
        operator.language = language;
        shown.extend(refused(&operator, language, "not theirs", "/admin/staff", 403));
        for (state, role, clerk) in &self.staff {
            let mut clerk = clerk.clone();
            clerk.language = language;
            for (method, route, audience) in SITE_MAP {
                let may = |role: Role| match audience {
                    // An operator hands over what they hold; a supervisor, what anybody holds.
                    Audience::Desk(_) if route.ends_with("{case}/hand-over") => role.may(Duty::Assign),
                    Audience::Desk(duty) => role.may(*duty),
                    other => *other == Audience::Staff,
                };
                // Queue and case as everybody who may open them; each other page as the first.
                let first = Role::ALL.iter().find(|role| may(**role)) == Some(role);
                let differs = may(*role) && EACH_ROLE.contains(route);
                if !is_page(method, route) || !(first || differs) {
                    continue;
                }
                if !route.contains("{case}") {
                    let state = format!("{state}{}", role.code());
                    let address =
                        route["/{lang}".len()..].replace("{login}", &format!("officer.{}", UNIT.to_lowercase()));
                    shown.extend(look(&clerk, language, route, &state, &address));
                    for narrowed in NARROWED.iter().filter(|_| address == "/desk") {
                        shown.extend(look(&clerk, language, route, &state, narrowed));
                    }
                    continue;
                }
                for (status, case) in self.cases.iter().filter(|_| state != "empty ") {
                    let address = route["/{lang}".len()..].replace("{case}", case).replace("{step}", "contacts");
                    let address = address.replace("{kind}", "passport");
                    if route.ends_with("/review") {
                        // With a place on a paper pointed at, a page turned and enlarged.
                        let at = format!("{address}?item=step-passport&part=number&turn=90&zoom=2");
                        shown.extend(look(&clerk, language, route, status, &at));
                    }
                    shown.extend(look(&clerk, language, route, status, &address));
                }
            }
        }
        shown
    }

    /// One untouched, one with nothing but the situation, one filled, one of long words, and those of the office.
    fn applications(&self) -> Vec<(String, Application)> {
        let adult = answers::professional();
        let mut begun = Answers::default();
        begun.set(&adult.situation);
        let mut all = vec![
            ("empty".to_owned(), self.draft(Answers::default())),
            ("begun".to_owned(), self.draft(begun)),
            ("filled".to_owned(), self.draft(adult.stored())),
            ("minor".to_owned(), self.draft(answers::minor().stored())),
            ("long".to_owned(), self.draft(long(&adult.stored()))),
        ];
        for (status, id) in &self.cases {
            let application = self.app.office.db.read(|conn| applications::load(conn, id)).unwrap();
            all.push((status.clone(), application));
        }
        all
    }

    fn draft(&self, answers: Answers) -> Application {
        draft(&self.app, answers)
    }

    fn holding(&self, language: Language, id: &str) -> Person {
        let mut person = self.app.person(language);
        let cookie = key::applicant_cookie(&self.app.office, id);
        person.cookies.insert(cookie.name().to_owned(), cookie.value().to_owned());
        person
    }
}

/// A photograph with its proposal, a paper with a file, and the lines of a passport that is somebody else's.
fn brings(person: &mut Person) {
    person
        .goes_to("/apply/photograph")
        .attaches("photo-add", "me.jpg", &files::portrait())
        .presses("save-and-continue");
    person.goes_to("/apply/documents/housing").attaches("papers-add", "contract.pdf", &files::pdf("contract"));
    person.presses("save-and-continue").goes_to("/apply/zone");
    for (label, line) in [
        ("zone-line1", "P<TURYILMAZ<<MEHMET<<<<<<<<<<<<<<<<<<<<<<<<<"),
        ("zone-line2", "U123456784TUR9002034M3301096<<<<<<<<<<<<<<06"),
    ] {
        person.fills(label, line);
    }
    person.presses("zone-check");
}

/// A link for one paper of a draft, whose token is the one that stands in the addresses of the gallery.
fn invited(app: &TestApp) {
    use ruqsat::application::invitation::Invitation;
    let (application, at) = (draft(app, answers::adult().stored()), app.office.clock.now());
    let about = ("Хозяин квартиры", "Договор на два года");
    let made = Invitation::make("link".to_owned(), &application, DocumentKind::Housing, about, at).unwrap();
    let hash = key::invitation_hash(&app.office, "0123");
    app.office.db.write(|conn| ruqsat::store::invitations::make(conn, &made, &hash)).unwrap();
}

fn draft(app: &TestApp, answers: Answers) -> Application {
    let office = &app.office;
    let id = uuid::Uuid::now_v7().to_string();
    let hash = Code::random(&mut rand::rng()).hash(&office.key);
    let number = Number::random(&mut rand::rng());
    let mut application = Application::begin(id, number, hash, "kk", office.clock.now());
    application.answers = answers;
    office.db.write(|conn| applications::begin(conn, &application)).unwrap();
    application
}

fn quarantined(app: &TestApp, id: &str, status: Status) {
    use ruqsat::documents::ScanState;
    let change = |conn: &mut _| {
        applications::change(conn, id, None, |application, _| {
            let files: Vec<String> =
                application.papers.iter().flat_map(|paper| &paper.files).map(|file| file.id.clone()).collect();
            let (wait, find) = match status {
                Status::Draft | Status::Submitted => (2, 0),
                Status::Returned => (1, 1),
                _ => (0, 0),
            };
            let mut all = application.papers.iter_mut().flat_map(|paper| &mut paper.files);
            all.by_ref().take(wait + find).for_each(|file| file.scan = ScanState::Waiting);
            all.skip(1).for_each(|file| file.scan = ScanState::Clean);
            let sealed = files.get(wait).filter(|_| find > 0);
            let event = sealed.and_then(|file| application.seal(file, "Test.Eicar", super::moment("2026-06-10 09:50")));
            Ok(applications::Changed { value: (), event })
        })
    };
    app.office.db.write(change).unwrap();
}

/// Gives a refusal the minutes of a hearing, on which the person has remarked and may remark again.
fn heard(app: &TestApp, id: &str) {
    use ruqsat::application::minutes::MinutesRemark;
    use ruqsat::application::refusal::{Hearing, Minutes, Outcome};
    let (at, officer) = (app.office.clock.now(), ruqsat::application::Actor::Console);
    let (on, text) = (app.office.clock.today(), "Адам қаражаты бар екенін айтты".to_owned());
    let remarks = vec![MinutesRemark { at, text: "Анықтаманы да көрсеттім".to_owned() }];
    let minutes = Minutes { outcome: Outcome::Held, text, officer: officer.clone(), at, remarks_until: on, remarks };
    let time = chrono::NaiveTime::from_hms_opt(10, 0, 0).unwrap();
    let hearing = Hearing { on, time, place: "204".to_owned(), officer, minutes: Some(minutes) };
    let change = |conn: &mut _| {
        applications::change(conn, id, None, |application, _| {
            application.office.prepared_refusal.as_mut().unwrap().hearing = Some(hearing);
            Ok(applications::Changed { value: (), event: None })
        })
    };
    app.office.db.write(change).unwrap();
}

/// Gives a case words as long as their boxes allow.
fn lengthened(app: &TestApp, id: &str) {
    let change = |conn: &mut _| {
        applications::change(conn, id, None, |application, _| {
            application.answers = long(&application.answers);
            Ok(applications::Changed { value: (), event: None })
        })
    };
    app.office.db.write(change).unwrap();
}

fn is_page(method: &str, route: &str) -> bool {
    method == "get" && route.starts_with("/{lang}") && !NO_PAGES.iter().any(|other| route.contains(other))
}

/// The addresses of an applicant's route without their language; a place in it is filled with all that it can be.
fn addresses(route: &str, application: Option<&Application>) -> Vec<String> {
    let mut all = vec![route["/{lang}".len()..].replace("{token}", "0123")];
    let fill = |all: Vec<String>, place: &str, values: Vec<String>| -> Vec<String> {
        all.iter().flat_map(|address| values.iter().map(|value| address.replace(place, value))).collect()
    };
    let steps = |list: bool| StepName::ALL.iter().filter(move |step| !list || step.form().shape == Shape::List);
    if route.contains("{record}") {
        all = fill(all, "{step}", steps(true).map(|step| step.code().to_owned()).collect());
        let lists = all.into_iter().flat_map(|address| {
            let step = steps(true).find(|step| address.contains(step.code()));
            let stored = application.zip(step).map(|(one, step)| one.answers.record_bodies(*step)).unwrap_or_default();
            let first = stored.into_iter().next().map(|(id, _)| id);
            let ids: Vec<String> = std::iter::once("new".to_owned()).chain(first).collect();
            ids.into_iter().map(move |id| address.replace("{record}", &id))
        });
        all = lists.collect();
    }
    if route.contains("{step}") && !route.contains("{record}") {
        all = fill(all, "{step}", steps(false).map(|step| step.code().to_owned()).collect());
    }
    if route.contains("{kind}") {
        all = fill(all, "{kind}", DocumentKind::ALL.iter().map(|kind| kind.code().to_owned()).collect());
    }
    for address in &all {
        assert!(!address.contains('{'), "what belongs into {address}?");
    }
    all
}

fn shown(person: &Person, route: &'static str, state: &str, address: &str, done: Option<&'static str>) -> Shown {
    Shown {
        route,
        state: state.to_owned(),
        address: address.to_owned(),
        cookies: person.cookies.clone(),
        done,
        html: person.page.response.text(),
    }
}

/// What is answered where there is nothing to show, or not to this person.
fn refused(person: &Person, language: Language, state: &str, address: &str, status: u16) -> Vec<Shown> {
    let mut person = person.clone();
    person.goes_to(address);
    assert_eq!(person.status(), status, "{}", person.page.told());
    vec![shown(&person, "failure", state, &format!("/{language}{address}"), None)]
}

/// Looks at a page, and at what comes when its form is sent as it is. Nothing when it leads elsewhere.
fn look(person: &Person, language: Language, route: &'static str, state: &str, address: &str) -> Vec<Shown> {
    let mut person = person.clone();
    person.goes_to(address);
    let at = format!("/{language}{address}");
    // 409: what cannot be done now says so on a page of its own.
    if !matches!(person.status(), 200 | 409) || person.page.address != at {
        return Vec::new();
    }
    let page = |person: &Person, done| shown(person, route, state, &at, done);
    let mut shown = vec![page(&person, None)];
    // Only forms that are complained about: nothing is sent that would change the office.
    for button in ["calendar-preview", "desk-grounds-choose", "assign-ticked", "assign-do"] {
        // Shows what would be; or that no ground was chosen, no case ticked, no clerk named.
        if !person.page.buttons(&person.says(button)).is_empty() {
            let mut person = person.clone();
            person.presses(button);
            shown.push(page(&person, Some(button)));
        }
    }
    // What a person has filled in is complained about in the same words.
    if !matches!(state, "filled" | "minor" | "long") {
        for sent in person.page.checked_forms().into_iter().filter_map(|form| person.page.emptied(form)) {
            let mut person = person.clone();
            person.submits(sent);
            let taken = EMPTY_IS_AN_ANSWER.iter().any(|one| route.ends_with(one) || address.ends_with(one));
            let stopped = person.status() == 422 || !person.page.complaints().is_empty();
            assert!(stopped || taken, "{at} ({state}) sent empty was taken: {}", person.page.told());
            if stopped {
                shown.push(page(&person, Some("empty")));
            }
        }
    }
    shown
}

/// The same with words that are as long as their boxes allow, and nowhere to break them.
fn long(answers: &Answers) -> Answers {
    const WORDS: [&str; 14] = [
        "surname",
        "given_names",
        "patronymic",
        "name",
        "spouse_name",
        "street",
        "locality",
        "address",
        "institution",
        "profession",
        "employer",
        "position",
        "provider_name",
        "abroad_address",
    ];
    let mut all = Answers::default();
    for (step, body) in answers.iter() {
        let mut text = serde_json::Value::Object(body.clone());
        lengthen(&mut text, &WORDS);
        all.put(step, text.as_object().cloned().unwrap());
    }
    all
}

fn lengthen(value: &mut serde_json::Value, words: &[&str]) {
    match value {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    serde_json::Value::String(text) if words.contains(&name.as_str()) && !text.is_empty() => {
                        *text = "Қонысбайұлы-Шереметьевская".repeat(3);
                    }
                    other => lengthen(other, words),
                }
            }
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| lengthen(item, words)),
        _ => {}
    }
}
