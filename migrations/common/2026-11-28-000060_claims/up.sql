-- Whose case it is, and until when nobody else may work on it.
-- clerk_id: the clerk who took it last or was given it; none: nobody's. It stays when the lease has run out.
-- claimed_at: since when it is theirs. claimed_until: end of the lease; none or past: whoever wants may take it.
ALTER TABLE applications ADD COLUMN clerk_id TEXT;
ALTER TABLE applications ADD COLUMN claimed_at TIMESTAMP;
ALTER TABLE applications ADD COLUMN claimed_until TIMESTAMP;
CREATE INDEX applications_clerk ON applications (clerk_id, status);
