DROP INDEX reminders_all;
DROP INDEX reminders_unit;
CREATE INDEX applications_remind_on ON applications (remind_on, unit);
