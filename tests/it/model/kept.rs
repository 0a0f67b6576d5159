//! What holds of an application, whatever people try: compared before and after each of their tries.

use ruqsat::application::office::Registration;
use ruqsat::application::status::MOVES;
use ruqsat::application::submission::{Submission, sha256_hex};
use ruqsat::application::{Application, Status};
use ruqsat::store::{Db, applications, verify};

use crate::store::queue::hands::is_as_if_indexed_anew;

#[derive(Debug, Clone)]
pub struct Snapshot {
    pub case: Application,
    events: usize,
    submissions: Vec<Submission>,
}

pub fn snapshot(db: &Db, id: &str) -> Snapshot {
    db.read(|conn| {
        Ok(Snapshot {
            case: applications::load(conn, id)?,
            events: applications::history(conn, id)?.len(),
            submissions: applications::submissions_of(conn, id)?,
        })
    })
    .unwrap()
}

/// What holds of all together: the chain of events is whole, and the queue finds each by what it is now.
pub fn check_all(db: &Db) {
    let chain = verify::verify(db, None, |_, _| {}).unwrap();
    assert!(chain.is_ok(), "{chain:?}");
    is_as_if_indexed_anew(db, "all these lives");
}

pub fn check(before: &Snapshot, after: &Snapshot, made: usize) {
    let (was, is) = (&before.case, &after.case);
    assert_eq!(after.events, before.events + made, "a change is one event, and nothing else is");
    match made {
        0 => assert_eq!((is, &after.submissions), (was, &before.submissions), "what is denied leaves no trace"),
        _ => assert!(is.revision >= was.revision + made as i64, "each change counts"),
    }
    let by_the_table = |from: Status| MOVES.iter().filter(move |(start, _, _)| *start == from).map(|(_, _, to)| *to);
    // A remark on the minutes moves nothing.
    let remarks = |case: &Application| {
        let prepared = case.office.prepared_refusal.as_ref();
        prepared.and_then(|prepared| prepared.minutes()).map_or(0, |minutes| minutes.remarks.len())
    };
    let reachable = match made - (remarks(is) - remarks(was)) {
        0 => is.status == was.status,
        1 => by_the_table(was.status).any(|to| to == is.status),
        _ => by_the_table(was.status).flat_map(by_the_table).any(|to| to == is.status),
    };
    assert!(reachable, "{:?} → {:?}", was.status, is.status);
    assert!(after.submissions.starts_with(&before.submissions), "what was filed stays as it was");
    assert!(after.submissions.iter().all(|one| one.sha256 == sha256_hex(one.body.as_bytes())));
    let registered = |case: &Application| case.office.registration.clone();
    let kept: Option<Registration> = registered(was);
    assert!(kept.is_none() || kept == registered(is), "a registration stands");
    let prepared = is.office.prepared_refusal.as_ref();
    if matches!(is.status, Status::Approved | Status::Issued) {
        assert!(is.office.security_agrees(), "a permit without national security");
    }
    if let Some((decision, registration)) = is.office.decision.as_ref().zip(is.office.registration.as_ref()) {
        assert!(decision.decided_on >= registration.registered_on, "an act before the registration");
    }
    if is.status == Status::Refused {
        let (prepared, decision) = (prepared.unwrap(), is.office.decision.as_ref().unwrap());
        assert!(decision.decided_on >= prepared.not_before, "an act before its day");
        assert!(!prepared.hearing_waits(), "an act before the hearing");
        assert_eq!(decision.grounds, prepared.grounds);
    }
    if let Some((decision, prepared)) = is.office.decision.as_ref().zip(prepared) {
        assert!(!decision.officer.is_same_person(&prepared.officer), "who prepared has decided");
    }
}
