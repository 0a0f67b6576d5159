-- Where a file stands with the scanner. What was stored before there was one was not scanned.
ALTER TABLE files ADD COLUMN scan TEXT NOT NULL DEFAULT 'not_scanned';
-- Before this nobody needs to look at it: one is scanning it, or has tried in vain.
ALTER TABLE files ADD COLUMN scan_due TIMESTAMP NOT NULL DEFAULT '2026-01-01 00:00:00';
-- How often that was in vain.
ALTER TABLE files ADD COLUMN scan_tries BIGINT NOT NULL DEFAULT 0;
CREATE INDEX files_scan ON files (scan, scan_due);
