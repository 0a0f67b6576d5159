-- The day from which a body that was asked and has not answered is to be reminded; the earliest of a case.
ALTER TABLE applications ADD COLUMN remind_on DATE;
CREATE INDEX applications_remind_on ON applications (remind_on, unit);
