PRAGMA user_version = 3;

-- A question somebody keeps, to be answered anew whenever the runs or the page views have changed.
-- It names what it is about, so it outlives a journey or data set that is made anew. revision: 0 for
-- all; runs_from, runs_to: null for the newest runs. segment: as text pairs, a JSON list. What it came
-- to when it was last judged: so that a change can be told.
CREATE TABLE comparison (
  id        INTEGER PRIMARY KEY,
  name      TEXT    NOT NULL UNIQUE,
  journey   TEXT    NOT NULL,
  page      TEXT    NOT NULL,
  profile   TEXT    NOT NULL,
  revision  INTEGER NOT NULL CHECK (revision >= 0),
  runs_from INTEGER,
  runs_to   INTEGER,
  dataset   TEXT    NOT NULL,
  segment   TEXT    NOT NULL,
  metric    TEXT    NOT NULL,
  saved_at  INTEGER NOT NULL,
  verdict   TEXT    NOT NULL DEFAULT '',
  sentence  TEXT    NOT NULL DEFAULT '',
  judged_at INTEGER,
  CHECK ((runs_from IS NULL) = (runs_to IS NULL))
) STRICT;

-- What happened when: drawn over charts along time.
CREATE TABLE annotation (
  id   INTEGER PRIMARY KEY,
  at   INTEGER NOT NULL,
  text TEXT    NOT NULL
) STRICT;
CREATE INDEX annotation_by_time ON annotation (at);
