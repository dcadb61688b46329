PRAGMA user_version = 5;

-- What the run was made on, as JSON; null for runs of before.
ALTER TABLE run ADD COLUMN machine TEXT;

-- The target's first selector where another one matched: the step has drifted.
ALTER TABLE step_result ADD COLUMN expected TEXT;

-- When the page's navigation started, on the iteration's time line; null if that is not known.
ALTER TABLE page_result ADD COLUMN start_ms REAL;
-- navigation, reload, back-forward, soft, request
ALTER TABLE page_result ADD COLUMN navigation TEXT;
-- what LCP stands for
ALTER TABLE page_result ADD COLUMN lcp_element TEXT;
ALTER TABLE page_result ADD COLUMN lcp_url TEXT;

-- Headers, sizes, causes and bodies of an iteration's exchanges, and what its pages said: JSON packed
-- with zstd. Removed with the exchanges.
CREATE TABLE iteration_detail (
  id        INTEGER PRIMARY KEY,
  run       INTEGER NOT NULL,
  iteration INTEGER NOT NULL,
  data      BLOB    NOT NULL,
  UNIQUE (run, iteration),
  FOREIGN KEY (run, iteration) REFERENCES iteration (run, number) ON DELETE CASCADE
) STRICT;

CREATE TABLE film_frame (
  id        INTEGER PRIMARY KEY,
  run       INTEGER NOT NULL,
  iteration INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  at_ms     REAL    NOT NULL,
  jpeg      BLOB    NOT NULL,
  UNIQUE (run, iteration, position),
  FOREIGN KEY (run, iteration) REFERENCES iteration (run, number) ON DELETE CASCADE
) STRICT;

-- A recording of the browser, a zip for Playwright's trace viewer.
CREATE TABLE trace (
  id        INTEGER PRIMARY KEY,
  run       INTEGER NOT NULL,
  iteration INTEGER NOT NULL,
  zip       BLOB    NOT NULL,
  UNIQUE (run, iteration),
  FOREIGN KEY (run, iteration) REFERENCES iteration (run, number) ON DELETE CASCADE
) STRICT;
