PRAGMA user_version = 4;

ALTER TABLE profile ADD COLUMN touch INTEGER NOT NULL DEFAULT 0 CHECK (touch IN (0, 1));
UPDATE profile SET touch = 1 WHERE device = 'mobile';
-- What DevTools is given instead of the numbers themselves.
ALTER TABLE profile ADD COLUMN latency_factor REAL NOT NULL DEFAULT 1;
ALTER TABLE profile ADD COLUMN bandwidth_factor REAL NOT NULL DEFAULT 1;
-- An IANA name; empty for the machine's own.
ALTER TABLE profile ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';
ALTER TABLE profile ADD COLUMN color_scheme TEXT NOT NULL DEFAULT 'light';
-- Which views are measured: cold, warm, both.
ALTER TABLE profile ADD COLUMN cache TEXT NOT NULL DEFAULT 'cold';
-- Rules of a block list, a JSON list.
ALTER TABLE profile ADD COLUMN blocked TEXT NOT NULL DEFAULT '[]';

-- What the browser had of the site when the iteration began: cold, warm.
ALTER TABLE iteration ADD COLUMN cache TEXT NOT NULL DEFAULT 'cold'
  CHECK (cache IN ('cold', 'warm'));

-- The profiles somebody made, each with its present numbers and those it was copied from; presets are
-- in the program. Runs and checks point at numbers, so they outlive a change and a removal here.
CREATE TABLE own_profile (
  key      TEXT    PRIMARY KEY,
  profile  INTEGER NOT NULL REFERENCES profile (id),
  origin   INTEGER REFERENCES profile (id),
  saved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
