-- The committee searches all units at once: along the unit's index it would have to look into each of them.
CREATE INDEX queue_key ON queue_keys (key, rank, application_id);
