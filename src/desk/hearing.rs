//! The hearing that a person asked for before a refusal: appointed for a day, held or not, its minutes (APPK arts. 73, 74).

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::application::refusal::{Hearing, Minutes, Outcome};
use crate::application::{Actor, Application, Denied, Event, EventKind, Move};
use crate::desk::words::{sound, wrong_length};
use crate::law::calendar::Calendar;
use crate::law::terms;

/// Where a hearing is held may take so many characters.
pub const LONGEST_PLACE: usize = 200;
/// Minutes may have so many characters.
pub const LONGEST_MINUTES: usize = 6_000;

/// When and where the person is heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// The day: a working day, not in the past, and in time for the decision.
    pub on: NaiveDate,
    /// The time of day in Kazakhstan, at which the office is open.
    pub time: NaiveTime,
    /// Address and room.
    pub place: String,
    /// Whether the person agrees to be heard on the same day.
    pub agreed: bool,
}

/// The last day for a hearing: the act follows it, on the last day of the term at the latest; a refusal that can only be signed
/// later is signed on its first day.
///
/// (reading) None once that day has come: the decision is late then, and the person is heard all the same (APPK, article 73).
pub fn last_day(application: &Application, today: NaiveDate) -> Option<NaiveDate> {
    let office = &application.office;
    let (registration, prepared) = (office.registration.as_ref()?, office.prepared_refusal.as_ref()?);
    Some(registration.due_on.max(prepared.not_before)).filter(|last| today < *last)
}

/// What is wrong with the day of a hearing: past, none of work, or after the last. Of today only the time tells whether it is over.
pub fn wrong_day(on: NaiveDate, today: NaiveDate, last: Option<NaiveDate>, calendar: &Calendar) -> Option<Denied> {
    match calendar.is_working_day(on) {
        Err(_) => Some(Denied::UnknownYear),
        Ok(works) if !works || on < today => Some(Denied::BadDate),
        Ok(_) => last.filter(|last| on > *last).map(Denied::AfterTerm),
    }
}

/// What is wrong with its time: the office is closed.
pub fn wrong_time(time: NaiveTime) -> Option<Denied> {
    (!crate::clock::in_hours(time)).then_some(Denied::OutOfHours)
}

/// What is wrong with where it is held.
pub fn wrong_place(place: &str) -> Option<Denied> {
    wrong_length(place, LONGEST_PLACE, Some(Denied::NothingSaid))
}

/// What is wrong with its minutes: of whoever did not come there may be nothing to write.
pub fn wrong_minutes(outcome: Option<Outcome>, text: &str) -> Option<Denied> {
    wrong_length(text, LONGEST_MINUTES, (outcome == Some(Outcome::Held)).then_some(Denied::NothingSaid))
}

/// Appoints the hearing that the person asked for; another appointment replaces one that was not held yet.
pub fn appoint(
    application: &mut Application,
    appointment: Appointment,
    officer: Actor,
    at: DateTime<Utc>,
    calendar: &Calendar,
) -> Result<Event, Denied> {
    application.advance(Move::Hear)?;
    let last = last_day(application, crate::clock::civil(at).date());
    let Some(prepared) = application.office.prepared_refusal.as_mut() else { return Err(Denied::Closed) };
    if !prepared.hearing_waits() {
        return Err(Denied::HearingNotAsked);
    }
    let Appointment { on, time, place, agreed } = appointment;
    sound(wrong_day(on, crate::clock::civil(at).date(), last, calendar))?;
    sound(wrong_time(time))?;
    if on.and_time(time) <= crate::clock::civil(at) {
        return Err(Denied::BadDate);
    }
    sound(wrong_place(&place))?;
    let place = place.trim();
    // (reading) The code knows no term for this notice; whoever is called for today may not read it in time.
    let is_short = on == crate::clock::civil(at).date();
    if is_short && !agreed {
        return Err(Denied::ShortNotice);
    }
    prepared.hearing = Some(Hearing { on, time, place: place.to_owned(), officer: officer.clone(), minutes: None });
    let event = Event::new(EventKind::HearingAppointed, officer, at)
        .with("hearing_on", on.to_string())
        .with("time", time.format("%H:%M").to_string());
    // What the clerk vouched for is on record.
    Ok(if is_short { event.with("agreed", true) } else { event })
}

/// Whether a hearing that is appointed would be at the same time as another one, in the same place or by the same clerk. A
/// family may be heard together, so this is asked and not forbidden.
pub fn is_beside(appointment: &Appointment, officer: &Actor, other: &Hearing) -> bool {
    let folded = |place: &str| place.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let same_time = (other.on, other.time) == (appointment.on, appointment.time);
    let who_or_where = other.officer.is_same_person(officer) || folded(&other.place) == folded(&appointment.place);
    same_time && other.minutes.is_none() && who_or_where
}

/// Until when the minutes of a hearing that is appointed are to be signed, and whether that day is over. None when they are
/// written, and when the calendar does not tell.
pub fn minutes_due(application: &Application, today: NaiveDate, calendar: &Calendar) -> Option<(NaiveDate, bool)> {
    let hearing = application.office.prepared_refusal.as_ref()?.hearing.as_ref()?;
    let waits = hearing.minutes.is_none() && application.status.after(Move::Hear).is_some();
    let last = terms::minutes_until(hearing.on, calendar).ok().filter(|_| waits)?;
    Some((last, last < today))
}

/// Writes down how the hearing went, on its day or later. Minutes of a hearing that was held say what was said.
pub fn record(
    application: &mut Application,
    outcome: Outcome,
    text: &str,
    officer: Actor,
    at: DateTime<Utc>,
    calendar: &Calendar,
) -> Result<Event, Denied> {
    application.advance(Move::Hear)?;
    let today = crate::clock::civil(at).date();
    let hearing = application.office.prepared_refusal.as_mut().and_then(|prepared| prepared.hearing.as_mut());
    let Some(hearing) = hearing.filter(|hearing| hearing.minutes.is_none()) else {
        return Err(Denied::HearingNotAsked);
    };
    if !hearing.has_begun(&crate::clock::civil(at)) {
        return Err(Denied::TooEarly(hearing.on));
    }
    sound(wrong_minutes(Some(outcome), text))?;
    let remarks_until = terms::remarks_until(today, calendar).map_err(|_| Denied::UnknownYear)?;
    let (text, officer_then, remarks) = (text.trim().to_owned(), officer.clone(), Vec::new());
    hearing.minutes = Some(Minutes { outcome, text, officer: officer_then, at, remarks_until, remarks });
    Ok(Event::new(EventKind::HearingRecorded, officer, at)
        .with("outcome", outcome.code())
        .with("remarks_until", remarks_until.to_string()))
}
