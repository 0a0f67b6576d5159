ALTER TABLE answers DROP COLUMN revision;
