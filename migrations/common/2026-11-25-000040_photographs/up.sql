-- Which part of which picture is an application's photograph, what was measured of it, whether the person agreed to it.
CREATE TABLE photographs (
  application_id TEXT PRIMARY KEY REFERENCES applications (id) ON DELETE CASCADE,
  body TEXT NOT NULL
);
