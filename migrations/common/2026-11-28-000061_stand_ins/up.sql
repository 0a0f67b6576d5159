-- Who stands in for whom, until the end of which day. ended_at: it was ended before.
CREATE TABLE stand_ins (
  id TEXT PRIMARY KEY,
  absent_id TEXT NOT NULL REFERENCES staff (id),
  deputy_id TEXT NOT NULL REFERENCES staff (id),
  until_day DATE NOT NULL,
  made_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP
);
CREATE INDEX stand_ins_deputy ON stand_ins (deputy_id, until_day);
CREATE INDEX stand_ins_absent ON stand_ins (absent_id);
CREATE INDEX stand_ins_until ON stand_ins (until_day);
