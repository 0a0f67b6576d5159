DROP INDEX case_keys_found;
CREATE INDEX case_keys_value ON case_keys (kind, value);
