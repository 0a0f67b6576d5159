-- The working-day calendar as the office extends it: what the program was built with stands in the program.
CREATE TABLE calendar_days (
  day DATE PRIMARY KEY,
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  officer TEXT NOT NULL,
  noted_at TIMESTAMP NOT NULL
);
CREATE TABLE calendar_years (
  year BIGINT PRIMARY KEY,
  officer TEXT NOT NULL,
  noted_at TIMESTAMP NOT NULL
);
-- Who counts days by the calendar, and who changes it, wait for each other at this row.
INSERT INTO counters (name, value) VALUES ('calendar', 0);
