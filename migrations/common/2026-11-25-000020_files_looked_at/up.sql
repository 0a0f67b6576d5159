-- What was seen when the file was looked at: the day on which a photograph was taken (EXIF), how many pages it has.
-- Files that came before have neither.
ALTER TABLE files ADD COLUMN taken_on DATE;
ALTER TABLE files ADD COLUMN pages BIGINT;
