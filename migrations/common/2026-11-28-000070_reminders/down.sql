DROP INDEX applications_remind_on;
ALTER TABLE applications DROP COLUMN remind_on;
