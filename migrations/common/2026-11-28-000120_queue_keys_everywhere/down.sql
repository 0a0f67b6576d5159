DROP INDEX queue_key;
