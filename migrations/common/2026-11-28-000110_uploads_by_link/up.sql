-- An upload that was begun through a link is reached through that link only; NULL: by the application's key.
ALTER TABLE uploads ADD COLUMN invitation_id TEXT REFERENCES invitations (id) ON DELETE CASCADE;
CREATE INDEX uploads_of_invitation ON uploads (invitation_id);
