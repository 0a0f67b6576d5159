DROP INDEX applications_looked_at;
