-- A case: documents as they were taken in, what was read in them, and how they came here. Version 1.
-- Times are ISO 8601 in UTC. Days are proleptic Gregorian ordinals (1 = 0001-01-01); an open start is day 1, an open
-- end 3652059 (9999-12-31), NULL twice is no date at all. Digests are SHA-256, lower-case hex.

-- Each command that wrote, with what it was told and what came of it: the audit log.
CREATE TABLE runs (
  runno    INTEGER PRIMARY KEY,
  command  TEXT NOT NULL,              -- add, fetch, reread, retry
  settings TEXT NOT NULL,              -- JSON
  version  TEXT NOT NULL,              -- of this program
  begun    TEXT NOT NULL,
  ended    TEXT,                       -- NULL: it runs still, or was cut off
  summary  TEXT                        -- JSON
) STRICT;

-- The bytes that documents were taken from; NULL data where the user refused to keep them.
CREATE TABLE raw (
  sha256 TEXT PRIMARY KEY,
  size   INTEGER NOT NULL,
  codec  TEXT NOT NULL,                -- zlib, none
  data   BLOB
) STRICT;

-- One account. Its id is made of what it says and whose it is (see case/identity.py), so the same account is the same
-- document in every case. Never changed, never deleted.
CREATE TABLE documents (
  docno       INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  name        TEXT NOT NULL,           -- within the batch that brought it first
  text_sha256 TEXT NOT NULL,
  source TEXT, title TEXT, author TEXT, published TEXT, url TEXT, lang TEXT,
  path TEXT, raw_sha256 TEXT, encoding TEXT,
  first_day   INTEGER, last_day INTEGER,   -- of publication
  runno       INTEGER NOT NULL REFERENCES runs,
  text        TEXT NOT NULL            -- the last column: what is listed of a document is read without it
) STRICT;
CREATE INDEX documents_by_text ON documents (text_sha256);
CREATE INDEX documents_by_day ON documents (first_day, last_day);
CREATE INDEX documents_by_source ON documents (source);
CREATE INDEX documents_by_author ON documents (author);
CREATE TRIGGER documents_stay BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'documents are never deleted'); END;
CREATE TRIGGER documents_keep BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'documents are never changed'); END;

-- Each time that a document came: one row for every place where it was found.
CREATE TABLE acquisitions (
  acquisitionno INTEGER PRIMARY KEY,
  docno      INTEGER NOT NULL REFERENCES documents,
  raw_sha256 TEXT REFERENCES raw,
  how TEXT NOT NULL, path TEXT, member TEXT, url TEXT, captured TEXT, media TEXT,
  obtained   TEXT NOT NULL,
  runno      INTEGER NOT NULL REFERENCES runs
) STRICT;
CREATE UNIQUE INDEX acquisitions_once ON acquisitions (docno, coalesce(path, ''), coalesce(member, ''), coalesce(url, ''), coalesce(raw_sha256, ''));

-- Files that were taken in whole under these settings: they need not be opened again.
CREATE TABLE finished (
  digest TEXT PRIMARY KEY,             -- of the file's bytes, of what the user said of it, and of how it was taken in
  path   TEXT NOT NULL,
  documents INTEGER NOT NULL, refused INTEGER NOT NULL,
  runno  INTEGER NOT NULL REFERENCES runs
) STRICT;

-- What was refused, and why. It stays listed once a later try took it in.
CREATE TABLE quarantine (
  refusalno INTEGER PRIMARY KEY,
  place  TEXT NOT NULL,                -- how messages name it
  reason TEXT NOT NULL, error TEXT NOT NULL,
  how TEXT, path TEXT, member TEXT, url TEXT, captured TEXT, media TEXT,
  details TEXT NOT NULL,               -- JSON: what the user said of it
  raw_sha256 TEXT REFERENCES raw,
  first_runno INTEGER NOT NULL REFERENCES runs, last_runno INTEGER NOT NULL REFERENCES runs,
  tries  INTEGER NOT NULL DEFAULT 1,
  settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1)),
  UNIQUE (place, reason)
) STRICT;

-- What one reader found in one document. The newest is current; only its claims stand in the tables below.
CREATE TABLE readings (
  readingno INTEGER PRIMARY KEY,
  docno     INTEGER NOT NULL REFERENCES documents,
  rashomon TEXT NOT NULL, reader TEXT NOT NULL, parser TEXT NOT NULL, knowledge TEXT NOT NULL,
  made      TEXT NOT NULL,
  current   INTEGER NOT NULL CHECK (current IN (0, 1)),
  claims    INTEGER NOT NULL,
  body      BLOB NOT NULL,             -- zlib: the Reading as JSON, without its document
  runno     INTEGER NOT NULL REFERENCES runs
) STRICT;
CREATE INDEX readings_by_document ON readings (docno, current);
CREATE UNIQUE INDEX readings_current ON readings (docno) WHERE current = 1;

-- Somebody, across documents: by the entry in the knowledge of actors, else by the folded name.
CREATE TABLE actors (
  actorno  INTEGER PRIMARY KEY,
  key      TEXT NOT NULL UNIQUE,       -- the entry's id, or `name:` and the folded name
  name     TEXT NOT NULL, kind TEXT NOT NULL, known_as TEXT
) STRICT;
CREATE TABLE actor_names (
  folded TEXT NOT NULL, actorno INTEGER NOT NULL REFERENCES actors, name TEXT NOT NULL,
  PRIMARY KEY (folded, actorno)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_names_by_actor ON actor_names (actorno, name);

CREATE TABLE places (
  placeno  INTEGER PRIMARY KEY,
  key      TEXT NOT NULL UNIQUE,       -- the entry's id, or `name:` and the folded name
  name     TEXT NOT NULL, kind TEXT, known_as TEXT, country TEXT, admin1 TEXT,
  latitude REAL, longitude REAL, radius_km REAL
) STRICT;
CREATE TABLE place_names (
  folded TEXT NOT NULL, placeno INTEGER NOT NULL REFERENCES places, name TEXT NOT NULL,
  PRIMARY KEY (folded, placeno)
) STRICT, WITHOUT ROWID;
CREATE INDEX place_names_by_place ON place_names (placeno, name);
CREATE INDEX places_by_point ON places (latitude, longitude);
CREATE INDEX places_by_country ON places (country);
CREATE INDEX places_by_admin1 ON places (admin1);

-- The claims of current readings, as far as questions ask for them; the rest stands in the reading's body.
CREATE TABLE claims (
  claimno   INTEGER PRIMARY KEY,
  docno     INTEGER NOT NULL REFERENCES documents,
  readingno INTEGER NOT NULL REFERENCES readings,
  id        TEXT NOT NULL,             -- within its document: c1, c2, ...
  kind TEXT NOT NULL, type TEXT, mode TEXT,
  trigger TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  quote   TEXT NOT NULL, quote_start INTEGER NOT NULL, quote_end INTEGER NOT NULL,
  agents TEXT NOT NULL, recipients TEXT NOT NULL, speakers TEXT NOT NULL,   -- JSON arrays of the names in the document
  place TEXT, "when" TEXT, said TEXT,
  first_day INTEGER, last_day INTEGER,  -- of the happening; where it has no date, of publication
  dated INTEGER NOT NULL CHECK (dated IN (0, 1)),   -- 1: by its own date
  factuality TEXT NOT NULL, negated INTEGER NOT NULL CHECK (negated IN (0, 1)), endorsement TEXT NOT NULL,
  sign TEXT, control TEXT, quantities TEXT NOT NULL, unresolved TEXT NOT NULL,   -- JSON
  confidence REAL,
  UNIQUE (docno, id)
) STRICT;
CREATE INDEX claims_by_reading ON claims (readingno);
CREATE INDEX claims_by_type ON claims (type, first_day, last_day);
CREATE INDEX claims_by_kind ON claims (kind, first_day, last_day);
CREATE INDEX claims_by_day ON claims (first_day, last_day);
CREATE INDEX claims_by_factuality ON claims (factuality, first_day, last_day);
CREATE INDEX claims_by_confidence ON claims (confidence);

-- Who does what in a claim: agent, recipient, from, to (of control).
CREATE TABLE claim_actors (
  actorno INTEGER NOT NULL REFERENCES actors,
  role    TEXT NOT NULL CHECK (role IN ('agent', 'recipient', 'from', 'to')),
  claimno INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  PRIMARY KEY (actorno, role, claimno)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_actors_by_claim ON claim_actors (claimno);

-- Who tells a claim: at 0 the author of the document (by author, else source, else title or name), then the chain, outermost first.
CREATE TABLE claim_tellers (
  actorno  INTEGER NOT NULL REFERENCES actors,
  claimno  INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  position INTEGER NOT NULL,
  last     INTEGER NOT NULL CHECK (last IN (0, 1)),   -- 1: the innermost, who holds the claim
  PRIMARY KEY (actorno, claimno, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_tellers_by_claim ON claim_tellers (claimno);

CREATE TABLE claim_places (
  placeno  INTEGER NOT NULL REFERENCES places,
  claimno  INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  role     TEXT NOT NULL CHECK (role IN ('where', 'control')),
  PRIMARY KEY (placeno, claimno, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_places_by_claim ON claim_places (claimno);

CREATE VIRTUAL TABLE claims_text USING fts5(quote, content='claims', content_rowid='claimno', tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER claims_text_added AFTER INSERT ON claims BEGIN
  INSERT INTO claims_text (rowid, quote) VALUES (new.claimno, new.quote);
END;
CREATE TRIGGER claims_text_gone AFTER DELETE ON claims BEGIN
  INSERT INTO claims_text (claims_text, rowid, quote) VALUES ('delete', old.claimno, old.quote);
END;
CREATE VIRTUAL TABLE documents_text USING fts5(title, text, content='documents', content_rowid='docno', tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER documents_text_added AFTER INSERT ON documents BEGIN
  INSERT INTO documents_text (rowid, title, text) VALUES (new.docno, new.title, new.text);
END;
