DROP INDEX files_scan;
ALTER TABLE files DROP COLUMN scan_tries;
ALTER TABLE files DROP COLUMN scan_due;
ALTER TABLE files DROP COLUMN scan;
