-- The queue by clerk: the cases of one, in order; and those that nobody has. Two indexes of a part of the rows each:
-- finished cases are nobody's, so that the first holds what is being worked on only, and "nobody" needs no order of NULLs.
CREATE INDEX queue_unit_clerk ON applications (unit, clerk_id, rank, id) WHERE clerk_id IS NOT NULL;
CREATE INDEX queue_unit_nobody ON applications (unit, rank, id) WHERE clerk_id IS NULL;
