-- 0x50524C58: PRLX
PRAGMA application_id = 1347570776;
PRAGMA user_version = 1;

-- Times are milliseconds since 1970-01-01 UTC; durations are milliseconds in columns named *_ms.

CREATE TABLE workspace (
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  id         TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  demo       INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1))
) STRICT;

-- A deleted journey whose revisions are still pointed at by runs stays, with deleted_at.
CREATE TABLE journey (
  id         INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL UNIQUE,
  deleted_at INTEGER
) STRICT;

CREATE TABLE journey_revision (
  journey  INTEGER NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  kind     TEXT    NOT NULL,
  steps    INTEGER NOT NULL,
  json     TEXT    NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (journey, revision)
) STRICT;

CREATE TABLE profile (
  id          INTEGER PRIMARY KEY,
  key         TEXT    NOT NULL,
  name        TEXT    NOT NULL,
  width       INTEGER NOT NULL,
  height      INTEGER NOT NULL,
  pixel_ratio REAL    NOT NULL,
  device      TEXT    NOT NULL,
  user_agent  TEXT,
  rtt_ms      REAL    NOT NULL,
  down_kbps   REAL    NOT NULL,
  up_kbps     REAL    NOT NULL,
  method      TEXT    NOT NULL,
  cpu_rate    REAL    NOT NULL,
  locale      TEXT    NOT NULL
) STRICT;

CREATE TABLE run (
  id             INTEGER PRIMARY KEY,
  uuid           TEXT    NOT NULL UNIQUE,
  journey        INTEGER NOT NULL,
  revision       INTEGER NOT NULL,
  status         TEXT    NOT NULL
    CHECK (status IN ('ok', 'degraded', 'failed', 'not-observed', 'cancelled')),
  tainted        INTEGER NOT NULL CHECK (tainted IN (0, 1)),
  started_at     INTEGER NOT NULL,
  took_ms        REAL    NOT NULL,
  requested      INTEGER NOT NULL REFERENCES profile (id),
  applied        INTEGER NOT NULL REFERENCES profile (id),
  engine         TEXT    NOT NULL,
  load_average   REAL    NOT NULL,
  notes          TEXT    NOT NULL,
  -- after how many days its exchanges and screenshots were removed; null while they are kept
  details_days   INTEGER,
  problem_code   TEXT,
  problem_kind   TEXT,
  problem_what   TEXT,
  problem_why    TEXT,
  problem_next   TEXT,
  FOREIGN KEY (journey, revision) REFERENCES journey_revision (journey, revision)
) STRICT;
CREATE INDEX run_by_journey ON run (journey, started_at);
CREATE INDEX run_by_start ON run (started_at);

CREATE TABLE iteration (
  run    INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  failed INTEGER NOT NULL CHECK (failed IN (0, 1)),
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE step_result (
  run          INTEGER NOT NULL,
  iteration    INTEGER NOT NULL,
  position     INTEGER NOT NULL,
  outcome      TEXT    NOT NULL CHECK (outcome IN ('done', 'failed', 'skipped')),
  label        TEXT    NOT NULL,
  took_ms      REAL,
  selector     TEXT,
  problem_code TEXT,
  problem_kind TEXT,
  problem_what TEXT,
  problem_why  TEXT,
  problem_next TEXT,
  detail       TEXT,
  PRIMARY KEY (run, iteration, position),
  FOREIGN KEY (run, iteration) REFERENCES iteration (run, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE page_result (
  run       INTEGER NOT NULL,
  iteration INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  page      TEXT    NOT NULL,
  url       TEXT    NOT NULL,
  template  TEXT    NOT NULL,
  PRIMARY KEY (run, iteration, position),
  FOREIGN KEY (run, iteration) REFERENCES iteration (run, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE page_metric (
  run       INTEGER NOT NULL,
  iteration INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  metric    TEXT    NOT NULL,
  value     REAL    NOT NULL,
  PRIMARY KEY (run, iteration, position, metric),
  FOREIGN KEY (run, iteration, position)
    REFERENCES page_result (run, iteration, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE exchange (
  run            INTEGER NOT NULL,
  iteration      INTEGER NOT NULL,
  position       INTEGER NOT NULL,
  method         TEXT    NOT NULL,
  url            TEXT    NOT NULL,
  status         INTEGER NOT NULL,
  type           TEXT    NOT NULL,
  protocol       TEXT    NOT NULL,
  start_ms       REAL    NOT NULL,
  dns_ms         REAL,
  connect_ms     REAL,
  tls_ms         REAL,
  send_ms        REAL,
  wait_ms        REAL,
  receive_ms     REAL,
  transfer_bytes INTEGER NOT NULL,
  failure        TEXT,
  PRIMARY KEY (run, iteration, position),
  FOREIGN KEY (run, iteration) REFERENCES iteration (run, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- A rowid table, so that pictures stay out of the index.
CREATE TABLE screenshot (
  id        INTEGER PRIMARY KEY,
  run       INTEGER NOT NULL,
  iteration INTEGER NOT NULL,
  jpeg      BLOB    NOT NULL,
  UNIQUE (run, iteration),
  FOREIGN KEY (run, iteration) REFERENCES iteration (run, number) ON DELETE CASCADE
) STRICT;

-- AUTOINCREMENT here and below: an id is never used again, so nothing kept in memory by id is mixed up.
CREATE TABLE check_plan (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT    NOT NULL UNIQUE,
  journey    INTEGER NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  profile    INTEGER NOT NULL REFERENCES profile (id),
  schedule   TEXT    NOT NULL,
  paused     INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  -- when it was added or last resumed: it was not due before
  active_since INTEGER NOT NULL
) STRICT;

-- One row for each time a check was due. A claimed slot has no status until it is finished.
CREATE TABLE slot (
  check_id    INTEGER NOT NULL REFERENCES check_plan (id) ON DELETE CASCADE,
  due_at      INTEGER NOT NULL,
  owner       TEXT    NOT NULL,
  claimed_at  INTEGER NOT NULL,
  finished_at INTEGER,
  status      TEXT
    CHECK (status IN ('ok', 'degraded', 'failed', 'not-observed', 'cancelled')),
  run         TEXT,
  note        TEXT,
  PRIMARY KEY (check_id, due_at),
  CHECK ((status IS NULL) = (finished_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX slot_open ON slot (check_id, due_at) WHERE status IS NULL;

-- Who alone may do a job at a time, and until when.
CREATE TABLE lease (
  job        TEXT    PRIMARY KEY,
  owner      TEXT    NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- state: 0 being imported, 1 ready. Only ready data sets are shown; the others are cleared at start.
CREATE TABLE dataset (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  name        TEXT    NOT NULL UNIQUE,
  state       INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1)),
  rows        INTEGER NOT NULL DEFAULT 0,
  weight      REAL    NOT NULL DEFAULT 0,
  weighted    INTEGER NOT NULL DEFAULT 0 CHECK (weighted IN (0, 1)),
  ts_min      INTEGER,
  ts_max      INTEGER,
  imported_at INTEGER NOT NULL,
  format      TEXT    NOT NULL,
  metrics     TEXT    NOT NULL DEFAULT '{}',
  chunk_form  INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE dict (
  dataset INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
  col     INTEGER NOT NULL,
  code    INTEGER NOT NULL,
  value   TEXT    NOT NULL,
  PRIMARY KEY (dataset, col, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE chunk (
  dataset INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
  no      INTEGER NOT NULL,
  rows    INTEGER NOT NULL,
  ts_min  INTEGER,
  ts_max  INTEGER,
  PRIMARY KEY (dataset, no)
) STRICT, WITHOUT ROWID;

-- A rowid table, so that the blobs stay out of the index.
CREATE TABLE chunk_col (
  id      INTEGER PRIMARY KEY,
  dataset INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
  col     INTEGER NOT NULL,
  no      INTEGER NOT NULL,
  enc     INTEGER NOT NULL,
  codec   INTEGER NOT NULL,
  vmin    INTEGER,
  vmax    INTEGER,
  raw     INTEGER NOT NULL,
  data    BLOB    NOT NULL
) STRICT;
CREATE UNIQUE INDEX chunk_col_by_place ON chunk_col (dataset, col, no);

-- What follows is for readers from outside and stays as it is: described in docs/workspace-format.md.

CREATE VIEW v_journeys AS
SELECT j.name,
       r.revision,
       r.kind,
       r.steps,
       strftime('%Y-%m-%dT%H:%M:%fZ', r.saved_at / 1000.0, 'unixepoch') AS saved_at,
       r.json
  FROM journey j
  JOIN journey_revision r ON r.journey = j.id
 WHERE j.deleted_at IS NULL;

CREATE VIEW v_runs AS
SELECT r.uuid AS run,
       j.name AS journey,
       r.revision,
       r.status,
       r.tainted,
       strftime('%Y-%m-%dT%H:%M:%fZ', r.started_at / 1000.0, 'unixepoch') AS started_at,
       r.took_ms,
       p.key AS profile,
       r.engine,
       r.load_average,
       (SELECT count(*) FROM iteration i WHERE i.run = r.id) AS iterations,
       (SELECT count(*) FROM iteration i WHERE i.run = r.id AND i.failed = 1) AS failed_iterations,
       r.problem_code,
       r.problem_what,
       r.problem_why
  FROM run r
  JOIN journey j ON j.id = r.journey
  JOIN profile p ON p.id = r.requested;

CREATE VIEW v_page_metrics AS
SELECT r.uuid AS run,
       j.name AS journey,
       r.revision,
       r.tainted,
       strftime('%Y-%m-%dT%H:%M:%fZ', r.started_at / 1000.0, 'unixepoch') AS started_at,
       m.iteration,
       i.failed,
       g.page,
       g.template,
       g.url,
       m.metric,
       m.value
  FROM page_metric m
  JOIN page_result g ON g.run = m.run AND g.iteration = m.iteration AND g.position = m.position
  JOIN iteration i ON i.run = m.run AND i.number = m.iteration
  JOIN run r ON r.id = m.run
  JOIN journey j ON j.id = r.journey;

CREATE VIEW v_steps AS
SELECT r.uuid AS run,
       j.name AS journey,
       s.iteration,
       s.position,
       s.label,
       s.outcome,
       s.took_ms,
       s.selector,
       s.problem_code,
       s.problem_what,
       s.problem_why
  FROM step_result s
  JOIN run r ON r.id = s.run
  JOIN journey j ON j.id = r.journey;

CREATE VIEW v_exchanges AS
SELECT r.uuid AS run,
       j.name AS journey,
       e.iteration,
       e.position,
       e.method,
       e.url,
       e.status,
       e.type,
       e.protocol,
       e.start_ms,
       e.dns_ms,
       e.connect_ms,
       e.tls_ms,
       e.send_ms,
       e.wait_ms,
       e.receive_ms,
       e.transfer_bytes,
       e.failure
  FROM exchange e
  JOIN run r ON r.id = e.run
  JOIN journey j ON j.id = r.journey;

CREATE VIEW v_slots AS
SELECT c.name AS "check",
       strftime('%Y-%m-%dT%H:%M:%fZ', s.due_at / 1000.0, 'unixepoch') AS due_at,
       coalesce(s.status, 'running') AS status,
       s.run,
       s.note
  FROM slot s
  JOIN check_plan c ON c.id = s.check_id;

CREATE VIEW v_data_sets AS
SELECT d.name,
       d.format,
       d.rows AS page_views,
       d.weight,
       strftime('%Y-%m-%dT%H:%M:%fZ', d.ts_min / 1000.0, 'unixepoch') AS first_at,
       strftime('%Y-%m-%dT%H:%M:%fZ', d.ts_max / 1000.0, 'unixepoch') AS last_at,
       strftime('%Y-%m-%dT%H:%M:%fZ', d.imported_at / 1000.0, 'unixepoch') AS imported_at
  FROM dataset d
 WHERE d.state = 1;
