DROP INDEX files_stored;
DELETE FROM sheets WHERE file_id IN (SELECT file_id FROM drawings WHERE NOT whole);
DELETE FROM drawings WHERE NOT whole;
ALTER TABLE drawings DROP COLUMN whole;
