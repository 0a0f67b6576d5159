//! Random sequences of moves by several people, on both databases, against a model of RULES.md §6 that is written down here
//! once more: whatever they try, alone or two at once, the application is where the law says, and nowhere else.

mod kept;

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use rand::prelude::IndexedRandom;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use ruqsat::application::office::{Answered, Approver, Fault, RefusedItem, Remark};
use ruqsat::application::refusal::{Evidence, Outcome};
use ruqsat::application::steps::StepName;
use ruqsat::application::{Actor, Application, Denied, Event, Move};
use ruqsat::clock::civil;
use ruqsat::desk::approvals::{self, Letter};
use ruqsat::desk::decision::{self, Proposal};
use ruqsat::desk::duty::duty_of;
use ruqsat::desk::hearing::{self, Appointment};
use ruqsat::desk::{acceptance, deficiency};
use ruqsat::law::DocumentKind;
use ruqsat::law::calendar::Calendar;
use ruqsat::people::{Role, Staff};
use ruqsat::store::applications::{self, Changed};
use ruqsat::store::{Conn, Db, StoreError, calendar};

use super::store::store;
use super::support::{TestDatabase, answers, application, each_db, member, moment};
use kept::{check, check_all, snapshot};

/// Who acts: the applicant, or one of the staff.
const STAFF: [(&str, Role, &str); 10] = [
    ("operator", Role::Operator, "KZ75"),
    ("another operator", Role::Operator, "KZ75"),
    ("officer", Role::Officer, "KZ75"),
    ("another officer", Role::Officer, "KZ75"),
    ("supervisor", Role::Supervisor, "KZ75"),
    ("another supervisor", Role::Supervisor, "KZ75"),
    ("supervisor elsewhere", Role::Supervisor, "KZ71"),
    ("operator elsewhere", Role::Operator, "KZ71"),
    ("auditor", Role::Auditor, "KZ75"),
    ("administrator", Role::Admin, "KZ75"),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Applicant,
    Staff(usize),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Doing {
    Submit,
    Withdraw,
    Object { says: bool, asks_hearing: bool },
    Remark { says: bool },
    Return,
    Correct,
    Accept { all: bool },
    RefuseAcceptance,
    Ask(Approver),
    Remind(Approver),
    Answer(Approver, Answered),
    Prepare { usable: bool, supported: bool },
    Appoint { working_days: u32, hour: NaiveTime },
    Record(Outcome),
    Approve,
    Refuse,
    Issue,
}

impl Doing {
    /// Its place in the table; a remark on the minutes has none, it moves nothing.
    fn of_table(self) -> Option<Move> {
        Some(match self {
            Self::Remark { .. } => return None,
            Self::Submit => Move::Submit,
            Self::Withdraw => Move::Withdraw,
            Self::Object { .. } => Move::Object,
            Self::Return => Move::Return,
            Self::Correct => Move::Correct,
            Self::Accept { .. } => Move::Accept,
            Self::RefuseAcceptance => Move::RefuseAcceptance,
            Self::Ask(_) | Self::Remind(_) | Self::Answer(..) => Move::RecordApproval,
            Self::Prepare { .. } => Move::PrepareRefusal,
            Self::Appoint { .. } | Self::Record(_) => Move::Hear,
            Self::Approve => Move::Approve,
            Self::Refuse => Move::Refuse,
            Self::Issue => Move::Issue,
        })
    }
}

/// Something that is tried: by whom, what, when, and on the page of which revision.
#[derive(Debug, Clone, Copy)]
struct Try {
    who: Who,
    doing: Doing,
    at: DateTime<Utc>,
    seen: Option<i64>,
}

// --- the model: what the law says of it

#[derive(Debug, Clone, PartialEq)]
struct Prepared {
    by: usize,
    told: NaiveDate,
    objections: usize,
    hearing_asked: bool,
    /// Its day, and the day of its minutes.
    hearing: Option<(NaiveDate, Option<NaiveDate>)>,
    remarks: usize,
}

#[derive(Debug, Clone, PartialEq)]
struct Model {
    status: &'static str,
    /// The day of registration.
    registered: Option<NaiveDate>,
    approvals: BTreeMap<&'static str, Option<Answered>>,
    prepared: Option<Prepared>,
}

const CALENDAR: Calendar = Calendar::KAZAKHSTAN;
const TEN: NaiveTime = NaiveTime::from_hms_opt(10, 0, 0).unwrap();
const CLOSES: NaiveTime = NaiveTime::from_hms_opt(18, 30, 0).unwrap();

impl Model {
    /// Who may do it at all, in the words of the duties.
    fn is_allowed(who: Who, doing: Doing) -> bool {
        use Doing as D;
        let Who::Staff(index) = who else {
            return Self::is_of_the_applicant(doing);
        };
        let (_, role, unit) = STAFF[index];
        let own = match role {
            Role::Operator => matches!(doing, D::Return | D::Accept { .. } | D::RefuseAcceptance | D::Issue),
            Role::Officer => !Self::is_of_others(doing) && !matches!(doing, D::Approve | D::Refuse),
            Role::Supervisor => !Self::is_of_others(doing),
            _ => false,
        };
        own && unit == "KZ75"
    }
    /// What neither officers nor supervisors do.
    fn is_of_others(doing: Doing) -> bool {
        use Doing as D;
        Self::is_of_the_applicant(doing) || matches!(doing, D::Accept { .. } | D::RefuseAcceptance | D::Issue)
    }
    fn is_of_the_applicant(doing: Doing) -> bool {
        use Doing as D;
        matches!(doing, D::Submit | D::Withdraw | D::Object { .. } | D::Remark { .. })
    }
    /// Where it leads, or nothing when it is not allowed.
    fn after(&self, tried: &Try) -> Option<Self> {
        use Doing as D;
        if !Self::is_allowed(tried.who, tried.doing) {
            return None;
        }
        let (now, today) = (civil(tried.at), civil(tried.at).date());
        let mut next = self.clone();
        let prepares = next.prepared.as_mut().filter(|_| self.status == "preliminary_refusal");
        let working = |from, days| CALENDAR.add_working_days(from, days).unwrap();
        match (tried.doing, self.status) {
            (D::Submit, "draft" | "returned") => next.status = "submitted",
            (D::Withdraw, "submitted" | "returned" | "accepted" | "preliminary_refusal") => next.status = "withdrawn",
            (D::Return, "submitted" | "returned") => next.status = "returned",
            (D::Correct, "submitted" | "accepted") => {}
            (D::Accept { all: true }, "submitted") => {
                let in_hours = now.time() < CLOSES && CALENDAR.is_working_day(today).unwrap();
                next.status = "accepted";
                next.registered = Some(if in_hours { today } else { working(today, 1) });
            }
            (D::RefuseAcceptance, "submitted") => next.status = "acceptance_refused",
            (D::Ask(whom), "accepted" | "preliminary_refusal") => drop(next.approvals.insert(whom.code(), None)),
            (D::Remind(whom), "accepted" | "preliminary_refusal") => {
                self.approvals.get(whom.code()).filter(|answer| answer.is_none())?;
            }
            (D::Answer(whom, answer), "accepted" | "preliminary_refusal") => {
                *next.approvals.get_mut(whom.code())? = Some(answer);
            }
            (D::Prepare { usable: true, supported: true }, "accepted") => {
                let Who::Staff(by) = tried.who else { return None };
                next.status = "preliminary_refusal";
                let told = today;
                next.prepared =
                    Some(Prepared { by, told, objections: 0, hearing_asked: false, hearing: None, remarks: 0 });
            }
            (D::Object { says, asks_hearing }, "preliminary_refusal") => {
                let prepared = prepares?;
                if today > working(prepared.told, 2) || !(says || asks_hearing) || prepared.objections >= 5 {
                    return None;
                }
                prepared.objections += 1;
                prepared.hearing_asked |= asks_hearing;
            }
            (D::Appoint { working_days, hour }, "preliminary_refusal") => {
                let prepared =
                    prepares.filter(|one| one.hearing_asked && one.hearing.is_none_or(|(_, held)| held.is_none()))?;
                let (on, due) = (working(today, working_days), self.registered? + Duration::days(45));
                let last = CALENDAR.working_day_from(due).unwrap().max(working(prepared.told, 4));
                if hour != TEN || (today < last && on > last) {
                    return None;
                }
                prepared.hearing = Some((on, None));
            }
            (D::Record(_), "preliminary_refusal") => {
                let (day, held) = prepares?.hearing.as_mut()?;
                if held.is_some() || day.and_time(TEN) > now {
                    return None;
                }
                *held = Some(today);
            }
            // The act does not end it.
            (D::Remark { says }, "preliminary_refusal" | "refused") => {
                let prepared = next.prepared.as_mut()?;
                let (_, held) = prepared.hearing?;
                if today > working(held?, 3) || !says || prepared.remarks >= 5 {
                    return None;
                }
                prepared.remarks += 1;
            }
            (D::Approve, "accepted" | "preliminary_refusal") => {
                let agreed = self.approvals.get("national_security") == Some(&Some(Answered::Positive));
                if !agreed || self.is_prepared_by(tried.who) || Some(today) < self.registered {
                    return None;
                }
                next.status = "approved";
            }
            (D::Refuse, "preliminary_refusal") => {
                let prepared = prepares?;
                let waits = prepared.hearing_asked && prepared.hearing.is_none_or(|(_, held)| held.is_none());
                let early = today < working(prepared.told, 4) || Some(today) < self.registered;
                if early || waits || self.is_prepared_by(tried.who) {
                    return None;
                }
                next.status = "refused";
            }
            (D::Issue, "approved") => next.status = "issued",
            _ => return None,
        }
        Some(next)
    }
    fn is_prepared_by(&self, who: Who) -> bool {
        self.prepared.as_ref().is_some_and(|prepared| who == Who::Staff(prepared.by))
    }
}

// --- the program: the same by its own doors

fn staff(index: usize) -> Staff {
    let (name, role, unit) = STAFF[index];
    member(name, role, unit)
}

fn perform(db: &Db, id: &str, tried: &Try) -> Result<(), StoreError> {
    db.write(|conn| {
        calendar::hold(conn)?;
        applications::change(conn, id, tried.seen, |case, conn| {
            // What the guard of the route and the handlers see to.
            let duty = tried.doing.of_table().and_then(duty_of);
            let (may, actor) = match tried.who {
                Who::Applicant => (duty.is_none(), Actor::Applicant),
                Who::Staff(index) => {
                    let staff = staff(index);
                    (duty.is_some_and(|duty| staff.role.may(duty)) && staff.sees(case.unit()), staff.actor())
                }
            };
            if !may {
                return Err(StoreError::NotFound);
            }
            let event = decide(case, conn, tried, actor)?;
            Ok(Changed { value: (), event: Some(event) })
        })
    })
}

fn decide(case: &mut Application, conn: &mut Conn, tried: &Try, actor: Actor) -> Result<Event, StoreError> {
    let (at, today, switches) = (tried.at, civil(tried.at).date(), &Default::default());
    let letter = || Letter { on: today, number: "1".to_owned() };
    Ok(match tried.doing {
        Doing::Submit => {
            let event = case.submit(at, switches)?;
            applications::freeze(conn, case, at, switches)?;
            event
        }
        Doing::Withdraw => case.withdraw(at)?,
        Doing::Object { says, asks_hearing } => case.object(if says { "x" } else { " " }, asks_hearing, at)?,
        Doing::Remark { says } => case.remark_on_minutes(if says { "x" } else { " " }, at)?,
        Doing::Return => {
            let remark = Remark { step: "contacts".to_owned(), document: None, text: "x".to_owned() };
            deficiency::return_for_correction(case, vec![remark], actor, at)?
        }
        Doing::Correct => {
            let mut body = case.answers.body(StepName::Fee).cloned().unwrap_or_default();
            body.insert("bank".to_owned(), case.revision.to_string().into());
            deficiency::correct(case, StepName::Fee, body, "x", actor, at)?
        }
        Doing::Accept { all } => {
            let mut ticked: Vec<DocumentKind> = case.requirements(today, switches).iter().map(|one| one.kind).collect();
            if !all {
                ticked.pop();
            }
            let number = format!("KZ75-2026-{:06}", applications::next(conn, "registration-KZ75-2026")?);
            acceptance::accept(case, &ticked, number, actor, at, &CALENDAR, switches)?
        }
        Doing::RefuseAcceptance => acceptance::refuse(
            case,
            vec![RefusedItem::new(DocumentKind::Housing, Fault::Missing)],
            actor,
            at,
            switches,
        )?,
        Doing::Ask(whom) => approvals::ask(case, whom, letter(), actor, at, &CALENDAR)?,
        Doing::Remind(whom) => approvals::remind(case, whom, letter(), actor, at, &CALENDAR)?,
        Doing::Answer(whom, answer) => approvals::answer(case, whom, (answer, today), "x", actor, at)?,
        Doing::Prepare { usable, supported } => {
            let ground = if usable { "49.9" } else { "49.15" }.to_owned();
            let item = if supported { "step-history" } else { "paper-birth_certificate" }.to_owned();
            let evidence = vec![Evidence { ground: ground.clone(), item, shows: "x".to_owned() }];
            let proposal = Proposal { grounds: vec![ground], evidence, reasons: "x".to_owned() };
            decision::prepare_refusal(case, proposal, actor, at, &CALENDAR, switches)?
        }
        Doing::Appoint { working_days, hour } => {
            let on = CALENDAR.add_working_days(today, working_days).map_err(|_| Denied::UnknownYear)?;
            let appointment = Appointment { on, time: hour, place: "204".to_owned(), agreed: true };
            hearing::appoint(case, appointment, actor, at, &CALENDAR)?
        }
        Doing::Record(outcome) => hearing::record(case, outcome, "x", actor, at, &CALENDAR)?,
        Doing::Approve => decision::approve(case, actor, at)?,
        Doing::Refuse => decision::refuse(case, actor, at)?,
        Doing::Issue => acceptance::issue(case, actor, at)?,
    })
}

// --- chance

fn chosen<T: Copy>(chance: &mut StdRng, of: &[T]) -> T {
    *of.choose(chance).unwrap()
}

/// Mostly what may lead on, sometimes anything: pure chance would seldom get beyond the draft.
fn a_try(chance: &mut StdRng, model: &Model, at: DateTime<Utc>, revision: i64) -> Try {
    use Doing as D;
    let approver = chosen(chance, &[Approver::NationalSecurity, Approver::NationalSecurity, Approver::Bank]);
    let answer = chosen(chance, &[Answered::Positive, Answered::Negative, Answered::None]);
    let object = D::Object { says: chance.random(), asks_hearing: chance.random_bool(0.4) };
    let remark = D::Remark { says: chance.random_bool(0.9) };
    let prepare = D::Prepare { usable: chance.random_bool(0.8), supported: chance.random_bool(0.8) };
    let days = if chance.random_bool(0.9) { chance.random_range(1..3) } else { 30 };
    let appoint = D::Appoint { working_days: days, hour: if chance.random_bool(0.9) { TEN } else { CLOSES } };
    let record = D::Record(chosen(chance, Outcome::ALL));
    let accept = D::Accept { all: chance.random_bool(0.8) };
    let (ask, remind, answered) = (D::Ask(approver), D::Remind(approver), D::Answer(approver, answer));
    let likely: &[Doing] = match model.status {
        "draft" => &[D::Submit],
        "submitted" => &[D::Return, accept, accept, accept, D::Correct],
        "returned" => &[D::Submit, D::Submit, D::Return],
        "accepted" => &[ask, answered, answered, remind, prepare, D::Approve, D::Approve, D::Correct],
        "preliminary_refusal" => {
            &[object, object, appoint, record, remark, D::Refuse, D::Refuse, D::Approve, ask, answered]
        }
        "refused" => &[remark],
        _ => &[D::Issue],
    };
    let any = [
        D::Submit,
        D::Withdraw,
        object,
        remark,
        D::Return,
        D::Correct,
        accept,
        D::RefuseAcceptance,
        ask,
        remind,
        answered,
        prepare,
        appoint,
        record,
        D::Approve,
        D::Refuse,
        D::Issue,
    ];
    let doing = if chance.random_bool(0.75) { chosen(chance, likely) } else { chosen(chance, &any) };
    let everybody: Vec<Who> = std::iter::once(Who::Applicant).chain((0..STAFF.len()).map(Who::Staff)).collect();
    let fitting: Vec<Who> = everybody.iter().copied().filter(|who| Model::is_allowed(*who, doing)).collect();
    let who = if chance.random_bool(0.85) { chosen(chance, &fitting) } else { chosen(chance, &everybody) };
    let seen = chosen(chance, &[None, None, Some(revision)]);
    Try { who, doing, at, seen }
}

/// One life of an application, by one seed. Gives how it ended.
fn live(db: &Db, seed: u64, steps: usize) -> Model {
    let mut chance = StdRng::seed_from_u64(seed);
    let id = store(db, &application(&answers::adult())).id;
    let mut model = Model { status: "draft", registered: None, approvals: BTreeMap::new(), prepared: None };
    let mut at = moment("2026-06-10 09:00");
    let mut before = snapshot(db, &id);
    let mut told = Vec::new();
    for _ in 0..steps {
        at += Duration::minutes(chosen(&mut chance, &[5, 60, 600, 1440, 1440, 2880]));
        let first = a_try(&mut chance, &model, at, before.case.revision);
        if chance.random_bool(0.3) {
            // Two at once: it must have gone as if one had come after the other.
            let second = a_try(&mut chance, &model, at, before.case.revision);
            told.push(format!("{first:?} | {second:?}"));
            let done = std::thread::scope(|scope| {
                let threads = [&first, &second].map(|tried| scope.spawn(|| perform(db, &id, tried).is_ok()));
                threads.map(|thread| thread.join().unwrap())
            });
            let after = snapshot(db, &id);
            let orders = [
                {
                    let (a, b, end) = one_after_another(&model, &first, &second);
                    (a, b, end)
                },
                {
                    let (b, a, end) = one_after_another(&model, &second, &first);
                    (a, b, end)
                },
            ];
            let status = after.case.status.code();
            let fits = orders
                .into_iter()
                .find(|(a, b, end)| [*a, *b] == done && end.status == status && agrees(end, &after.case));
            let Some((_, _, end)) = fits else {
                panic!("seed {seed}: {done:?} → {status} fits no order of {told:#?} from {model:?}");
            };
            check(&before, &after, done.iter().filter(|done| **done).count());
            (model, before) = (end, after);
            continue;
        }
        told.push(format!("{first:?}"));
        let expected = model.after(&first);
        let outcome = perform(db, &id, &first);
        assert_eq!(outcome.is_ok(), expected.is_some(), "seed {seed}: {outcome:?} of {told:#?} in {model:?}");
        let after = snapshot(db, &id);
        model = expected.unwrap_or(model);
        assert!(agrees(&model, &after.case), "seed {seed}: {told:#?}: {model:?}, not {:?}", after.case.office);
        check(&before, &after, usize::from(outcome.is_ok()));
        before = after;
    }
    model
}

/// Whether each was done, and where it led. Who brings the page of an older revision is refused.
fn one_after_another(model: &Model, first: &Try, second: &Try) -> (bool, bool, Model) {
    let middle = model.after(first);
    let stale = middle.is_some() && second.seen.is_some();
    let start = middle.clone().unwrap_or_else(|| model.clone());
    let end = if stale { None } else { start.after(second) };
    (middle.is_some(), end.is_some(), end.unwrap_or(start))
}

/// Whether the application holds what the model says.
fn agrees(model: &Model, case: &Application) -> bool {
    let approvals: BTreeMap<&str, Option<Answered>> =
        case.office.approvals.iter().map(|one| (one.approver.code(), one.answer)).collect();
    let prepared = case.office.prepared_refusal.as_ref().map(|one| {
        let by = STAFF.iter().position(|(name, ..)| matches!(&one.officer, Actor::Staff { id, .. } if id == name));
        Prepared {
            by: by.unwrap(),
            told: one.notified_on,
            objections: one.objections.len(),
            hearing_asked: one.hearing_asked(),
            hearing: one
                .hearing
                .as_ref()
                .map(|hearing| (hearing.on, hearing.minutes.as_ref().map(|minutes| civil(minutes.at).date()))),
            remarks: one.minutes().map_or(0, |minutes| minutes.remarks.len()),
        }
    });
    let registered = case.office.registration.as_ref().map(|one| one.registered_on);
    let stands = model.status == case.status.code() && model.registered == registered;
    stands && model.approvals == approvals && model.prepared == prepared
}

#[test]
fn whatever_people_try_the_application_is_where_the_law_says() {
    const LIVES: u64 = 100;
    each_db(|kind| {
        let TestDatabase { db, .. } = &TestDatabase::on(kind);
        let (mut ends, mut remarks): (BTreeMap<&str, usize>, usize) = Default::default();
        for seed in 0..LIVES {
            let end = live(db, seed, 60);
            *ends.entry(end.status).or_default() += 1;
            remarks += end.prepared.map_or(0, |prepared| prepared.remarks);
        }
        eprintln!("{ends:?}");
        check_all(db);
        // Chance must have gone far enough to mean something.
        for end in ["issued", "refused", "withdrawn", "acceptance_refused"] {
            assert!(ends.contains_key(end), "no life ended as {end}: {ends:?}");
        }
        assert!(remarks > 0, "no minutes were remarked on: {ends:?}");
    });
}
