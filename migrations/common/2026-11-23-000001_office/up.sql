CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  unit TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  language TEXT NOT NULL,
  enabled BOOLEAN NOT NULL,
  created_at TIMESTAMP NOT NULL
);

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  created_at TIMESTAMP NOT NULL,
  used_at TIMESTAMP NOT NULL
);
CREATE INDEX sessions_staff ON sessions (staff_id);

CREATE TABLE applications (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  code_hash TEXT NOT NULL,
  language TEXT NOT NULL,
  status TEXT NOT NULL,
  revision BIGINT NOT NULL,
  unit TEXT,
  route TEXT,
  name TEXT NOT NULL,
  search TEXT NOT NULL,
  begun_at TIMESTAMP NOT NULL,
  submitted_at TIMESTAMP,
  due_on DATE,
  office TEXT NOT NULL
);
CREATE INDEX applications_queue ON applications (unit, status, submitted_at);

CREATE TABLE answers (
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  step TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (application_id, step)
);

CREATE TABLE papers (
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  details TEXT NOT NULL,
  PRIMARY KEY (application_id, kind)
);

CREATE TABLE files (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  format TEXT NOT NULL,
  size BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  stored_at TIMESTAMP NOT NULL
);
CREATE INDEX files_application ON files (application_id);

CREATE TABLE submissions (
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  no BIGINT NOT NULL,
  body TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  filed_at TIMESTAMP NOT NULL,
  PRIMARY KEY (application_id, no)
);

CREATE TABLE events (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  details TEXT NOT NULL,
  happened_at TIMESTAMP NOT NULL
);
CREATE INDEX events_application ON events (application_id);

CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  value BIGINT NOT NULL
);
