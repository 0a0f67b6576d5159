-- Sentences that clerks pick when something is to be mended, in both languages of the law.
CREATE TABLE standard_reasons (
  id TEXT PRIMARY KEY,
  about TEXT NOT NULL,
  kk TEXT NOT NULL,
  ru TEXT NOT NULL,
  citation_kk TEXT NOT NULL,
  citation_ru TEXT NOT NULL,
  retired BOOLEAN NOT NULL
);
