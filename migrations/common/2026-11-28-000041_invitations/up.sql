-- Links by which somebody else brings one paper of an application; of a token only its keyed hash is kept.
CREATE TABLE invitations (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  token_hash TEXT NOT NULL,
  for_whom TEXT NOT NULL,
  note TEXT NOT NULL,
  made_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  revoked_at TIMESTAMP
);
CREATE INDEX invitations_of_application ON invitations (application_id, kind);
CREATE UNIQUE INDEX invitations_token ON invitations (token_hash);

-- Which files came by which link. The file may be gone: its owner may remove it.
CREATE TABLE brought_files (
  file_id TEXT PRIMARY KEY,
  invitation_id TEXT NOT NULL REFERENCES invitations (id) ON DELETE CASCADE
);
CREATE INDEX brought_files_of_invitation ON brought_files (invitation_id);
