-- Files that come piece by piece and are resumed when the line breaks (tus). No paper has them yet: the form that names
-- them does. `pieces` are the ids of what has come, in the vault, with spaces between them.
CREATE TABLE uploads (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  length BIGINT NOT NULL,
  received BIGINT NOT NULL,
  pieces TEXT NOT NULL,
  expires_at TIMESTAMP NOT NULL
);
CREATE INDEX uploads_of_application ON uploads (application_id);
CREATE INDEX uploads_expiring ON uploads (expires_at);
