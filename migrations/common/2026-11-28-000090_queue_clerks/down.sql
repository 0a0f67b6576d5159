DROP INDEX queue_unit_nobody;
DROP INDEX queue_unit_clerk;
