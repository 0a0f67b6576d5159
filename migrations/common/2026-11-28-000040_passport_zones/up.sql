-- The lines of a passport's zone as the applicant gave them, right or wrong; what they say is read anew each time.
CREATE TABLE passport_zones (
  application_id TEXT PRIMARY KEY REFERENCES applications (id) ON DELETE CASCADE,
  body TEXT NOT NULL
);
