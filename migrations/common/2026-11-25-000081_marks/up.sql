-- A review in the making: one mark for each item of a case, kept until it is finished and after.
CREATE TABLE marks (
  application_id TEXT NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
  item TEXT NOT NULL,
  verdict TEXT NOT NULL,
  note TEXT NOT NULL,
  content TEXT NOT NULL,
  officer TEXT NOT NULL,
  marked_at TIMESTAMP NOT NULL,
  PRIMARY KEY (application_id, item)
);
