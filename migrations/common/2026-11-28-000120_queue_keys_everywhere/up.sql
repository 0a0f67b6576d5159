-- The committee searches all units at once: along the unit's index it would have to look into each of them. The key stands
-- here a second time: were it the same column, PostgreSQL would take this index for one unit too, and read those of all.
ALTER TABLE queue_keys ADD COLUMN everywhere BYTEA;
UPDATE queue_keys SET everywhere = key;
CREATE INDEX queue_everywhere ON queue_keys (everywhere, rank, application_id);
