PRAGMA user_version = 2;

DROP VIEW v_data_sets;

-- One import of a data set. state: 0 being imported, 1 visible, 2 being removed. What is not visible
-- is cleared at start. record: what rum.ImportRecord says, as JSON.
CREATE TABLE import (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  dataset     INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
  state       INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2)),
  imported_at INTEGER NOT NULL,
  rows        INTEGER NOT NULL DEFAULT 0,
  page_views  INTEGER NOT NULL DEFAULT 0,
  weight      REAL    NOT NULL DEFAULT 0,
  weighted    INTEGER NOT NULL DEFAULT 0 CHECK (weighted IN (0, 1)),
  ts_min      INTEGER,
  ts_max      INTEGER,
  format      TEXT    NOT NULL DEFAULT '',
  record      TEXT    NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX import_by_data_set ON import (dataset, id);
-- Two imports into one data set at a time would give the same codes to different texts.
CREATE UNIQUE INDEX import_under_way ON import (dataset) WHERE state = 0;

-- How many page views that count have each metric.
CREATE TABLE import_metric (
  import INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  metric TEXT    NOT NULL,
  views  INTEGER NOT NULL,
  PRIMARY KEY (import, metric)
) STRICT, WITHOUT ROWID;

-- Lines of the source that were not used, without anything private: for a person to look at.
CREATE TABLE quarantined_line (
  import   INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  reason   TEXT    NOT NULL,
  file     TEXT    NOT NULL,
  line     INTEGER NOT NULL,
  text     TEXT    NOT NULL,
  PRIMARY KEY (import, position)
) STRICT, WITHOUT ROWID;

-- Values that were taken for missing: of one chunk, metric (its column's number) and reason. raw: 10
-- bytes a value, the row and then the number, lowest byte first; data is raw, packed by zstd.
CREATE TABLE quarantined_value (
  id         INTEGER PRIMARY KEY,
  import     INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  dataset    INTEGER NOT NULL,
  no         INTEGER NOT NULL,
  metric     INTEGER NOT NULL,
  reason     INTEGER NOT NULL,
  count      INTEGER NOT NULL,
  restorable INTEGER NOT NULL,
  data       BLOB    NOT NULL
) STRICT;
CREATE UNIQUE INDEX quarantined_value_by_place ON quarantined_value (import, no, metric, reason);

-- How paths become pages, before the rules that are built in; the first that fits counts.
CREATE TABLE page_rule (
  position INTEGER PRIMARY KEY,
  pattern  TEXT    NOT NULL UNIQUE,
  template TEXT    NOT NULL
) STRICT;

-- A summary that a source made of page views which are not here. fractions: JSON, per kind and value
-- its share.
CREATE TABLE aggregate (
  import      INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  scope       TEXT    NOT NULL CHECK (scope IN ('origin', 'url')),
  site        TEXT    NOT NULL,
  form_factor TEXT    NOT NULL,
  connection  TEXT    NOT NULL,
  country     TEXT    NOT NULL,
  first_day   TEXT    NOT NULL,
  last_day    TEXT    NOT NULL,
  fractions   TEXT    NOT NULL,
  PRIMARY KEY (import, position)
) STRICT, WITHOUT ROWID;

-- bins: JSON, an array of [start, end or null, share] in the metric's unit.
CREATE TABLE aggregate_metric (
  import   INTEGER NOT NULL,
  position INTEGER NOT NULL,
  metric   TEXT    NOT NULL,
  p75      REAL,
  bins     TEXT    NOT NULL,
  PRIMARY KEY (import, position, metric),
  FOREIGN KEY (import, position) REFERENCES aggregate (import, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Which import a chunk came from, and which one brought a text first.
ALTER TABLE chunk ADD COLUMN import INTEGER REFERENCES import (id) ON DELETE CASCADE;
CREATE INDEX chunk_by_import ON chunk (import, no);
ALTER TABLE dict ADD COLUMN import INTEGER;

-- revision grows with each change of what is in the data set; next_chunk is never used before.
ALTER TABLE dataset ADD COLUMN kind TEXT NOT NULL DEFAULT 'page-views'
  CHECK (kind IN ('page-views', 'aggregates'));
ALTER TABLE dataset ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE dataset ADD COLUMN next_chunk INTEGER NOT NULL DEFAULT 0;

-- Every data set so far came from one import; its figures move there.
DELETE FROM dataset WHERE state = 0;
INSERT INTO import (id, dataset, state, imported_at, rows, page_views, weight, weighted, ts_min, ts_max,
                    format, record)
SELECT d.id, d.id, 1, d.imported_at, d.rows, d.rows, d.weight, d.weighted, d.ts_min, d.ts_max, d.format,
       json_object(
         'format', d.format,
         'evidence', 'sample',
         'read', d.rows,
         'imported', d.rows,
         'metrics', json((SELECT json_group_array(json_object(
                              'metric', m.key,
                              'views', json_extract(m.value, '$.views'),
                              'definition', json_extract(m.value, '$.definition'),
                              'unit', json_extract(m.value, '$.unit')))
                       FROM json_each(d.metrics) m)))
  FROM dataset d;
INSERT INTO import_metric (import, metric, views)
SELECT d.id, m.key, json_extract(m.value, '$.views')
  FROM dataset d, json_each(d.metrics) m;
UPDATE chunk SET import = dataset;
UPDATE dataset
   SET next_chunk = coalesce((SELECT max(c.no) + 1 FROM chunk c WHERE c.dataset = dataset.id), 0);

ALTER TABLE dataset DROP COLUMN rows;
ALTER TABLE dataset DROP COLUMN weight;
ALTER TABLE dataset DROP COLUMN weighted;
ALTER TABLE dataset DROP COLUMN ts_min;
ALTER TABLE dataset DROP COLUMN ts_max;
ALTER TABLE dataset DROP COLUMN format;
ALTER TABLE dataset DROP COLUMN metrics;

-- What follows is for readers from outside and stays as it is: described in docs/workspace-format.md.

CREATE VIEW v_data_sets AS
SELECT d.name,
       (SELECT coalesce(group_concat(f.format, ', '), '')
          FROM (SELECT i.format
                  FROM import i
                 WHERE i.dataset = d.id AND i.state = 1
                 GROUP BY i.format
                 ORDER BY min(i.id)) f) AS format,
       coalesce(sum(i.page_views), 0) AS page_views,
       coalesce(sum(i.weight), 0.0) AS weight,
       strftime('%Y-%m-%dT%H:%M:%fZ', min(i.ts_min) / 1000.0, 'unixepoch') AS first_at,
       strftime('%Y-%m-%dT%H:%M:%fZ', max(i.ts_max) / 1000.0, 'unixepoch') AS last_at,
       strftime('%Y-%m-%dT%H:%M:%fZ', coalesce(max(i.imported_at), d.imported_at) / 1000.0, 'unixepoch')
         AS imported_at,
       d.kind,
       count(i.id) AS imports,
       CASE d.kind WHEN 'page-views' THEN coalesce(sum(i.rows - i.page_views), 0) ELSE 0 END AS excluded
  FROM dataset d
  LEFT JOIN import i ON i.dataset = d.id AND i.state = 1
 WHERE d.state = 1
 GROUP BY d.id;

CREATE VIEW v_imports AS
SELECT i.id AS import,
       d.name AS data_set,
       i.format,
       i.page_views,
       CASE d.kind WHEN 'page-views' THEN i.rows - i.page_views ELSE 0 END AS excluded,
       i.weight,
       strftime('%Y-%m-%dT%H:%M:%fZ', i.ts_min / 1000.0, 'unixepoch') AS first_at,
       strftime('%Y-%m-%dT%H:%M:%fZ', i.ts_max / 1000.0, 'unixepoch') AS last_at,
       strftime('%Y-%m-%dT%H:%M:%fZ', i.imported_at / 1000.0, 'unixepoch') AS imported_at,
       i.record AS json
  FROM import i
  JOIN dataset d ON d.id = i.dataset
 WHERE i.state = 1 AND d.state = 1;

CREATE VIEW v_import_metrics AS
SELECT m.import, d.name AS data_set, m.metric, m.views AS page_views
  FROM import_metric m
  JOIN import i ON i.id = m.import AND i.state = 1
  JOIN dataset d ON d.id = i.dataset AND d.state = 1;

CREATE VIEW v_quarantined_lines AS
SELECT l.import, d.name AS data_set, l.reason, l.file, l.line, l.text
  FROM quarantined_line l
  JOIN import i ON i.id = l.import AND i.state = 1
  JOIN dataset d ON d.id = i.dataset AND d.state = 1;

CREATE VIEW v_page_rules AS
SELECT r.position, r.pattern, r.template
  FROM page_rule r;

CREATE VIEW v_aggregates AS
SELECT d.name AS data_set,
       a.import,
       a.scope,
       a.site,
       a.form_factor,
       a.connection,
       a.country,
       a.first_day,
       a.last_day,
       m.metric,
       m.p75,
       m.bins,
       a.fractions
  FROM aggregate a
  JOIN import i ON i.id = a.import AND i.state = 1
  JOIN dataset d ON d.id = i.dataset AND d.state = 1
  LEFT JOIN aggregate_metric m ON m.import = a.import AND m.position = a.position;
