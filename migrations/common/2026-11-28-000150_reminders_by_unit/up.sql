-- Who is to be reminded, the longest silent first, of a unit and of all: along the index before this one a unit walked
-- through those of every unit. Two indexes of a part of the rows each: nearly all cases wait for nobody.
DROP INDEX applications_remind_on;
CREATE INDEX reminders_unit ON applications (unit, remind_on, id) WHERE remind_on IS NOT NULL;
CREATE INDEX reminders_all ON applications (remind_on, id) WHERE remind_on IS NOT NULL;
-- Who prepared a refusal has a key of their own for it: the program indexes those cases anew.
UPDATE applications SET rank = NULL WHERE status = 'preliminary_refusal';
