-- The chain of events: one order for all events of the office, each with the hash of the one before it. No foreign key
-- to applications: what happened stays written, whatever becomes of what it happened to. The table `events` is copied
-- into the chain by the program after the migrations, since SQL knows no SHA-256; a later release drops it.
CREATE TABLE trail (
  seq BIGINT PRIMARY KEY,
  application_id TEXT,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  details TEXT NOT NULL,
  happened_at TIMESTAMP NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX trail_application ON trail (application_id, happened_at);

-- One row: number and hash of the last event. Whoever appends writes here first, and so waits for who is before.
CREATE TABLE trail_head (
  id BIGINT PRIMARY KEY,
  seq BIGINT NOT NULL,
  hash TEXT NOT NULL
);
INSERT INTO trail_head (id, seq, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
