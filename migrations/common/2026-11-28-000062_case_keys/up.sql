-- By what cases are found that belong together: passport, IIN, name and birth, dwelling. Made from the answers.
CREATE TABLE case_keys (
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (application_id, kind, value)
);
CREATE INDEX case_keys_value ON case_keys (kind, value);
