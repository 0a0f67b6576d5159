-- The queue: one order (`rank`, none for a draft), and an index in that order for each thing it is filtered by. What
-- holds in `search` now is what a search finds a case by; the program fills all of it anew for cases already filed.
ALTER TABLE applications ADD COLUMN rank BIGINT;
ALTER TABLE applications ADD COLUMN citizenship TEXT;
ALTER TABLE applications ADD COLUMN grounds TEXT;
DROP INDEX applications_queue;
-- Of a unit: all, by state, by route, by citizenship.
CREATE INDEX queue_unit ON applications (unit, rank, id);
CREATE INDEX queue_unit_status ON applications (unit, status, rank, id);
CREATE INDEX queue_unit_route ON applications (unit, route, rank, id);
CREATE INDEX queue_unit_citizenship ON applications (unit, citizenship, rank, id);
-- Of all units: all, by state. The others are merged of the units' own.
CREATE INDEX queue_rank ON applications (rank, id);
CREATE INDEX queue_status ON applications (status, rank, id);

-- A case may have several grounds: a row for each.
CREATE TABLE queue_grounds (
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  ground TEXT NOT NULL,
  unit TEXT NOT NULL,
  rank BIGINT NOT NULL,
  PRIMARY KEY (application_id, ground)
);
CREATE INDEX queue_unit_ground ON queue_grounds (unit, ground, rank, application_id);

-- What a search begins with. Bytes, since a stretch of an index must mean the same whatever the database's collation.
CREATE TABLE search_words (
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  word BYTEA NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (application_id, word)
);
CREATE INDEX search_unit_word ON search_words (unit, word, application_id);
