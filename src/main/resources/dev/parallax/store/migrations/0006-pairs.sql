PRAGMA user_version = 6;

-- What is kept may be a question about runs and runs, or about users and users, too. What a kind does
-- not ask is empty there. Runs and runs: journey, page, profile and metric are those of the side that
-- is judged; sides says which runs, a JSON list such as ["revisions", "3", "4"]; metrics are all that
-- are asked for, the headline first, none for all. Users and users: dataset and segment are the base.
ALTER TABLE comparison ADD COLUMN kind TEXT NOT NULL DEFAULT 'lab-and-field'
  CHECK (kind IN ('lab-and-field', 'lab-and-lab', 'field-and-field'));
ALTER TABLE comparison ADD COLUMN profile_before TEXT NOT NULL DEFAULT '';
ALTER TABLE comparison ADD COLUMN sides TEXT NOT NULL DEFAULT '[]';
ALTER TABLE comparison ADD COLUMN metrics TEXT NOT NULL DEFAULT '[]';
ALTER TABLE comparison ADD COLUMN dataset_after TEXT NOT NULL DEFAULT '';
ALTER TABLE comparison ADD COLUMN segment_after TEXT NOT NULL DEFAULT '[]';
