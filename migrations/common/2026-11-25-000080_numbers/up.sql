-- For the numbers of the head: days in Kazakhstan's civil time, and what a decision was.
ALTER TABLE applications ADD COLUMN submitted_on DATE;
ALTER TABLE applications ADD COLUMN registered_on DATE;
ALTER TABLE applications ADD COLUMN decided_on DATE;
ALTER TABLE applications ADD COLUMN days_to_decide BIGINT;
ALTER TABLE applications ADD COLUMN decided_late BOOLEAN;
ALTER TABLE applications ADD COLUMN granted BOOLEAN;
ALTER TABLE applications ADD COLUMN refusal_grounds TEXT;
CREATE INDEX applications_submitted_on ON applications (submitted_on, unit);
CREATE INDEX applications_registered_on ON applications (registered_on, unit);
CREATE INDEX applications_decided_on ON applications (decided_on, unit);
