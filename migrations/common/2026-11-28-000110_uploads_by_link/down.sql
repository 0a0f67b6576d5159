DROP INDEX uploads_of_invitation;
ALTER TABLE uploads DROP COLUMN invitation_id;
