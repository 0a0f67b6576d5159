DROP INDEX applications_clerk;
ALTER TABLE applications DROP COLUMN claimed_until;
ALTER TABLE applications DROP COLUMN claimed_at;
ALTER TABLE applications DROP COLUMN clerk_id;
