//! Rows as the tables hold them, and moments as both databases keep them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::schema::{
    answers, applications, brought_files, files, invitations, papers, passport_zones, photographs, sessions, staff,
    submissions, trail,
};
use super::{StoreError, Stored};

/// A moment as a column of type TIMESTAMP, in UTC, to the microsecond.
pub(super) fn column(at: DateTime<Utc>) -> NaiveDateTime {
    at.naive_utc()
}

/// A moment read from a column.
pub(super) fn moment(at: NaiveDateTime) -> DateTime<Utc> {
    at.and_utc()
}

/// A code read from a column.
pub(super) fn coded<T>(read: Option<T>, what: &str) -> Stored<T> {
    read.ok_or_else(|| StoreError::Unreadable(what.to_owned()))
}

/// JSON read from a column.
pub(super) fn json<T: serde::de::DeserializeOwned>(text: &str, what: &str) -> Stored<T> {
    serde_json::from_str(text).map_err(|_| StoreError::Unreadable(what.to_owned()))
}

/// JSON for a column.
pub(super) fn to_json(value: &impl serde::Serialize) -> Stored<String> {
    serde_json::to_string(value).map_err(|error| StoreError::Unreadable(error.to_string()))
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = applications, treat_none_as_null = true)]
pub(super) struct ApplicationRow {
    pub id: String,
    pub number: String,
    pub code_hash: String,
    pub language: String,
    pub status: String,
    pub unit: Option<String>,
    pub route: Option<String>,
    pub name: String,
    pub search: String,
    pub begun_at: NaiveDateTime,
    pub submitted_at: Option<NaiveDateTime>,
    pub due_on: Option<NaiveDate>,
    pub office: String,
    pub submitted_on: Option<NaiveDate>,
    pub registered_on: Option<NaiveDate>,
    pub decided_on: Option<NaiveDate>,
    pub days_to_decide: Option<i64>,
    pub decided_late: Option<bool>,
    pub granted: Option<bool>,
    pub refusal_grounds: Option<String>,
    pub remind_on: Option<NaiveDate>,
    pub rank: Option<i64>,
    pub citizenship: Option<String>,
    pub grounds: Option<String>,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = answers)]
pub(super) struct AnswerRow {
    pub application_id: String,
    pub step: String,
    pub body: String,
    pub revision: i64,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = papers)]
pub(super) struct PaperRow {
    pub application_id: String,
    pub kind: String,
    pub details: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = files)]
pub(super) struct FileRow {
    pub id: String,
    pub application_id: String,
    pub kind: String,
    pub name: String,
    pub role: String,
    pub format: String,
    pub size: i64,
    pub sha256: String,
    pub stored_at: NaiveDateTime,
    pub taken_on: Option<NaiveDate>,
    pub pages: Option<i64>,
    pub scan: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = photographs)]
pub(super) struct PhotographRow {
    pub application_id: String,
    pub body: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = passport_zones)]
pub(super) struct ZoneRow {
    pub application_id: String,
    pub body: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = invitations)]
pub(super) struct InvitationRow {
    pub id: String,
    pub application_id: String,
    pub kind: String,
    pub token_hash: String,
    pub for_whom: String,
    pub note: String,
    pub made_at: NaiveDateTime,
    pub expires_at: NaiveDateTime,
    pub revoked_at: Option<NaiveDateTime>,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = brought_files)]
pub(super) struct BroughtRow {
    pub file_id: String,
    pub invitation_id: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = submissions)]
pub(super) struct SubmissionRow {
    pub application_id: String,
    pub no: i64,
    pub body: String,
    pub sha256: String,
    pub filed_at: NaiveDateTime,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = trail)]
pub(super) struct TrailRow {
    pub seq: i64,
    pub application_id: Option<String>,
    pub kind: String,
    pub actor: String,
    pub details: String,
    pub happened_at: NaiveDateTime,
    pub previous: String,
    pub hash: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = staff)]
pub(super) struct StaffRow {
    pub id: String,
    pub login: String,
    pub name: String,
    pub role: String,
    pub unit: String,
    pub password_hash: String,
    pub language: String,
    pub enabled: bool,
    pub created_at: NaiveDateTime,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = sessions)]
pub(super) struct SessionRow {
    pub id: String,
    pub staff_id: String,
    pub created_at: NaiveDateTime,
    pub used_at: NaiveDateTime,
}
