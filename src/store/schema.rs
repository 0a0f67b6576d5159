//! The tables, one text for both databases (migrations/common).
#![allow(missing_docs, reason = "made of diesel's macro; the tables are described in the migrations")]

diesel::table! {
    staff (id) {
        id -> Text, login -> Text, name -> Text, role -> Text, unit -> Text, password_hash -> Text, language -> Text,
        enabled -> Bool, created_at -> Timestamp,
    }
}
diesel::table! {
    sessions (id) { id -> Text, staff_id -> Text, created_at -> Timestamp, used_at -> Timestamp, }
}
diesel::table! {
    applications (id) {
        id -> Text, number -> Text, code_hash -> Text, language -> Text, status -> Text, revision -> BigInt,
        unit -> Nullable<Text>, route -> Nullable<Text>, name -> Text, search -> Text, begun_at -> Timestamp,
        submitted_at -> Nullable<Timestamp>, due_on -> Nullable<Date>, office -> Text,
        submitted_on -> Nullable<Date>, registered_on -> Nullable<Date>, decided_on -> Nullable<Date>,
        days_to_decide -> Nullable<BigInt>, decided_late -> Nullable<Bool>, granted -> Nullable<Bool>,
        refusal_grounds -> Nullable<Text>, remind_on -> Nullable<Date>, clerk_id -> Nullable<Text>, claimed_at -> Nullable<Timestamp>,
        claimed_until -> Nullable<Timestamp>, rank -> Nullable<BigInt>, citizenship -> Nullable<Text>,
        grounds -> Nullable<Text>,
    }
}
diesel::table! {
    answers (application_id, step) { application_id -> Text, step -> Text, body -> Text, revision -> BigInt, }
}
diesel::table! {
    papers (application_id, kind) { application_id -> Text, kind -> Text, details -> Text, }
}
diesel::table! {
    files (id) {
        id -> Text, application_id -> Text, kind -> Text, name -> Text, role -> Text, format -> Text, size -> BigInt,
        sha256 -> Text, stored_at -> Timestamp, taken_on -> Nullable<Date>, pages -> Nullable<BigInt>,
        scan -> Text, scan_due -> Timestamp, scan_tries -> BigInt,
    }
}
diesel::table! {
    drawings (file_id) { file_id -> Text, pages -> BigInt, drawn_at -> Timestamp, whole -> Bool, }
}
diesel::table! {
    sheets (id) {
        id -> Text, file_id -> Text, page -> BigInt, thumb -> Bool, width -> BigInt, height -> BigInt, size -> BigInt,
        sha256 -> Text,
    }
}
diesel::table! {
    uploads (id) {
        id -> Text, application_id -> Text, kind -> Text, role -> Text, name -> Text, length -> BigInt,
        received -> BigInt, pieces -> Text, expires_at -> Timestamp, invitation_id -> Nullable<Text>,
    }
}
diesel::table! {
    photographs (application_id) { application_id -> Text, body -> Text, }
}
diesel::table! {
    passport_zones (application_id) { application_id -> Text, body -> Text, }
}
diesel::table! {
    invitations (id) {
        id -> Text, application_id -> Text, kind -> Text, token_hash -> Text, for_whom -> Text, note -> Text,
        made_at -> Timestamp, expires_at -> Timestamp, revoked_at -> Nullable<Timestamp>,
    }
}
diesel::table! {
    brought_files (file_id) { file_id -> Text, invitation_id -> Text, }
}
diesel::table! {
    submissions (application_id, no) {
        application_id -> Text, no -> BigInt, body -> Text, sha256 -> Text, filed_at -> Timestamp,
    }
}
diesel::table! {
    events (id) {
        id -> Text, application_id -> Text, kind -> Text, actor -> Text, details -> Text, happened_at -> Timestamp,
    }
}
diesel::table! {
    marks (application_id, item) {
        application_id -> Text, item -> Text, verdict -> Text, note -> Text, content -> Text, officer -> Text,
        marked_at -> Timestamp,
    }
}
diesel::table! {
    standard_reasons (id) {
        id -> Text, about -> Text, kk -> Text, ru -> Text, citation_kk -> Text, citation_ru -> Text, retired -> Bool,
    }
}
diesel::table! {
    trail (seq) {
        seq -> BigInt, application_id -> Nullable<Text>, kind -> Text, actor -> Text, details -> Text,
        happened_at -> Timestamp, previous -> Text, hash -> Text,
    }
}
diesel::table! {
    trail_head (id) { id -> BigInt, seq -> BigInt, hash -> Text, }
}
diesel::table! {
    stand_ins (id) {
        id -> Text, absent_id -> Text, deputy_id -> Text, until_day -> Date, made_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}
diesel::table! {
    case_keys (application_id, kind, value) { application_id -> Text, kind -> Text, value -> Text, }
}
diesel::table! {
    talks (application_id) { application_id -> Text, applicant_seen -> BigInt, office_seen -> BigInt, }
}
diesel::table! {
    calendar_days (day) { day -> Date, kind -> Text, note -> Text, officer -> Text, noted_at -> Timestamp, }
}
diesel::table! {
    calendar_years (year) { year -> BigInt, officer -> Text, noted_at -> Timestamp, }
}
diesel::table! {
    counters (name) { name -> Text, value -> BigInt, }
}
diesel::table! {
    queue_keys (application_id, key) {
        application_id -> Text, key -> Binary, unit -> Text, rank -> BigInt, everywhere -> Nullable<Binary>,
    }
}
diesel::table! {
    kept_filters (id) {
        id -> Text, staff_id -> Text, name -> Nullable<Text>, query -> Text, words -> Text, kept_at -> Timestamp,
    }
}
diesel::allow_tables_to_appear_in_same_query!(staff, sessions);
diesel::allow_tables_to_appear_in_same_query!(staff, stand_ins);
diesel::allow_tables_to_appear_in_same_query!(applications, answers);
diesel::allow_tables_to_appear_in_same_query!(applications, case_keys);
diesel::allow_tables_to_appear_in_same_query!(applications, staff);
diesel::allow_tables_to_appear_in_same_query!(trail, trail_head);
diesel::allow_tables_to_appear_in_same_query!(drawings, files);
