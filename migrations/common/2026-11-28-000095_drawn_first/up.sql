-- The first page of a file is drawn before the others: whether all of them are. What was drawn until now was drawn whole.
ALTER TABLE drawings ADD COLUMN whole BOOLEAN NOT NULL DEFAULT TRUE;
-- Files that came lately are looked for by their day.
CREATE INDEX files_stored ON files (stored_at, id);
