-- The newest cases of a key are the end of its stretch of the index, however many live in one hostel.
DROP INDEX case_keys_value;
CREATE INDEX case_keys_found ON case_keys (kind, value, application_id);
