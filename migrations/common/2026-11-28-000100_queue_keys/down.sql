DROP TABLE queue_keys;
CREATE TABLE queue_grounds (
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  ground TEXT NOT NULL,
  unit TEXT NOT NULL,
  rank BIGINT NOT NULL,
  PRIMARY KEY (application_id, ground)
);
CREATE INDEX queue_unit_ground ON queue_grounds (unit, ground, rank, application_id);
CREATE TABLE search_words (
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  word BYTEA NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (application_id, word)
);
CREATE INDEX search_unit_word ON search_words (unit, word, application_id);
UPDATE applications SET rank = NULL;
