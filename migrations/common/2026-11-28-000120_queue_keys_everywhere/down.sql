DROP INDEX queue_everywhere;
ALTER TABLE queue_keys DROP COLUMN everywhere;
