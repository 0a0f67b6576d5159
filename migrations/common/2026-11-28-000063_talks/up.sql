-- How far each side has read the conversation of a case: numbers of events in the chain.
CREATE TABLE talks (
  application_id TEXT PRIMARY KEY REFERENCES applications (id) ON DELETE CASCADE,
  applicant_seen BIGINT NOT NULL,
  office_seen BIGINT NOT NULL
);
