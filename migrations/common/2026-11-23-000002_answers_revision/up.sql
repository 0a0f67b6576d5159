-- How often a row was written or locked: the save of a page compares it, and so needs no lock on the application's row.
ALTER TABLE answers ADD COLUMN revision BIGINT NOT NULL DEFAULT 1;
