-- Pages of files, drawn as pictures at the first look: how many pages a file has, and the pictures in the vault. No
-- foreign keys to files: a picture lies in the vault until it is taken out there, and its row says which it is.
CREATE TABLE drawings (
  file_id TEXT PRIMARY KEY,
  pages BIGINT NOT NULL,
  drawn_at TIMESTAMP NOT NULL
);
CREATE TABLE sheets (
  id TEXT PRIMARY KEY,
  file_id TEXT NOT NULL,
  page BIGINT NOT NULL,
  thumb BOOLEAN NOT NULL,
  width BIGINT NOT NULL,
  height BIGINT NOT NULL,
  size BIGINT NOT NULL,
  sha256 TEXT NOT NULL
);
CREATE INDEX sheets_file ON sheets (file_id, page);
