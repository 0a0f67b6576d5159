-- What members of the staff searched for (without a name, the latest few of each), and the filters that they keep under
-- a name. What was searched for is personal data: it stands here and in no address.
CREATE TABLE kept_filters (
  id TEXT PRIMARY KEY,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  name TEXT,
  query TEXT NOT NULL,
  words TEXT NOT NULL,
  kept_at TIMESTAMP NOT NULL
);
CREATE INDEX kept_filters_staff ON kept_filters (staff_id, kept_at);
