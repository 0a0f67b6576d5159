-- One table of all that the queue finds cases by and that is no column: words of a search, and facets asked for together.
-- The rank stands beside each key, so that one index gives them in the order of the queue. What it replaces was never
-- released; the program fills it for every case that has no rank.
DROP TABLE search_words;
DROP TABLE queue_grounds;
CREATE TABLE queue_keys (
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  key BYTEA NOT NULL,
  unit TEXT NOT NULL,
  rank BIGINT NOT NULL,
  PRIMARY KEY (application_id, key)
);
CREATE INDEX queue_unit_key ON queue_keys (unit, key, rank, application_id);
UPDATE applications SET rank = NULL;
