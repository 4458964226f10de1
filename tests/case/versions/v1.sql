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
PRAGMA application_id = 1380012872;
PRAGMA user_version = 1;
INSERT INTO runs VALUES (1, 'add', '{"arguments": ["d"], "reader": null, "parser": null, "knowledge": null, "given": {}, "jobs": 1, "keep_raw": true, "pid": 7523}', '0.1.0', '2026-11-23T02:21:06Z', '2026-11-23T02:21:07Z', '{"added": 2, "there": 0, "claims": 2, "refused": 1, "refused_before": 0, "reasons": {"is empty": 1}}');
INSERT INTO runs VALUES (2, 'reread', '{"every": false, "reader": null, "parser": null, "knowledge": null, "given": {}, "jobs": 1, "keep_raw": true, "pid": 7523}', '0.1.0', '2026-11-23T02:21:07Z', '2026-11-23T02:21:07Z', '{"added": 2, "there": 0, "claims": 2, "refused": 0, "refused_before": 0, "reasons": {}}');
INSERT INTO raw VALUES ('908a71d482163f8abdb21feadeaeb6d9995371a5dcd245a2d90694e1d2740412', 46, 'none', X'4c616e6365732061747461636b656420546172766f6c206f6e204672696461792c20616e642068656c642069742e');
INSERT INTO raw VALUES ('288689ee4cb624b439a7182c50befe5dc7370a81620af21f29544b6d958a8b1a', 55, 'none', X'4865726f6e732061747461636b6564204f737472656c2e205468656e2074686579206c6566742069742c2069742077617320736169642e');
INSERT INTO raw VALUES ('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 0, 'none', X'');
INSERT INTO documents VALUES (1, '6f872cc251478db5', 'a', '908a71d482163f8abdb21feadeaeb6d9995371a5dcd245a2d90694e1d2740412', NULL, NULL, NULL, NULL, NULL, 'en', 'd/a.txt', '908a71d482163f8abdb21feadeaeb6d9995371a5dcd245a2d90694e1d2740412', 'utf-8', NULL, NULL, 1, 'Lances attacked Tarvol on Friday, and held it.');
INSERT INTO documents VALUES (2, 'e122081921676c00', 'b', '288689ee4cb624b439a7182c50befe5dc7370a81620af21f29544b6d958a8b1a', NULL, NULL, NULL, NULL, NULL, 'en', 'd/b.txt', '288689ee4cb624b439a7182c50befe5dc7370a81620af21f29544b6d958a8b1a', 'utf-8', NULL, NULL, 1, 'Herons attacked Ostrel. Then they left it, it was said.');
INSERT INTO acquisitions VALUES (1, 1, '908a71d482163f8abdb21feadeaeb6d9995371a5dcd245a2d90694e1d2740412', 'file', 'd/a.txt', NULL, NULL, NULL, 'text/plain', '2026-11-23T02:21:07Z', 1);
INSERT INTO acquisitions VALUES (2, 2, '288689ee4cb624b439a7182c50befe5dc7370a81620af21f29544b6d958a8b1a', 'file', 'd/b.txt', NULL, NULL, NULL, 'text/plain', '2026-11-23T02:21:07Z', 1);
INSERT INTO finished VALUES ('0675209ff5b7a0cc762b13af584cefd0434aa8d31053145dfbd0642fd92e5601', 'd/a.txt', 1, 0, 1);
INSERT INTO finished VALUES ('8493188704577440917110933c7bcadcd1b935d36ffaed9ed86bf10bb9485c03', 'd/b.txt', 1, 0, 1);
INSERT INTO finished VALUES ('3a9a5601a122b0840c758559fe469b3766e50cb6c10105ad3d22f68f9d4fd93f', 'd/e.txt', 0, 1, 1);
INSERT INTO quarantine VALUES (1, 'd/e.txt', 'is empty', 'InputError', 'file', 'd/e.txt', NULL, NULL, NULL, 'text/plain', '{}', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 1, 1, 1, 0);
INSERT INTO readings VALUES (1, 1, '0', 'fake-1', 'none', 'en-1', '2026-11-23T02:21:07Z', 0, 1, X'789c9552c16ac3300cfd95a27306eb600c72db7db776a7318a7094d4d4913d5bc93a4aff7d726aa7b7c16ed2cb53f4f49e2f601cda3141fb7101db410b660b0d9c2ce79a6662d156a21d068a8aa0089a13750a26c128d0be344099bc7d6ee06bf242ca7a4336943695bcd9639cbd83423894c9c7da2ff34f4fbae727e4f1d7ddeef5fd6daffcd1770af0e45c0338a8982cb4fc1e3e1b88646cb0152f6b140f0ecd3af87da4a8cdc7e752728513e67b4b1d084f14d38dd5a391099d951f1573c41088978b55a78f89c66c4a5bbba41f980614a5b43dba440d18cf125549fdbb1dd6ad5f13b258b154764d1c297937e7e9dc277264c4abd717a0b30af9cbce10a9b76765e438a6bed457553adb8ed894ab554e5ffbace2aa18e625b7d819c77b68f7f0bda86fb965ffcd074cf5827cbef5bce8bf36ebf82aea3fe335aa628690736b0ab35637e20522a6a31fbdba088f9063c76e798ebda6f6901f6c408d2223ec99ca5647dd404b504a51531cf572f09314137e01df11ff2e', 1);
INSERT INTO readings VALUES (2, 2, '0', 'fake-1', 'none', 'en-1', '2026-11-23T02:21:07Z', 0, 1, X'789c9552c16ac3300cfd95a173066d610c72eb6d87c10edd4ea514e128a9a963a7b692b694fefba4d4496f83dda49727ebe9bddcc038b46d82727b035b41096609051cadd79a06f22c2d47db34140541663447aa044c8c91a17c2f8094bc7c2be0d40726617d500c3ebd4ce497afc4911c64c23e4f2ea67e9c5fad64cfb5d3f1f566b3fef9fc167e1b2a017cef5c01d88818159a9f875d01918cedec84e73582770ecd3c783e509466bb1b4b3fc109f5de5c7784478ae9c1aad1708fcef255c41cb0ebc88f178bce1013b56a4a3975493e786a908552d6e812156082e718dcfcba6de6ada71e3d5bb69477f53e520a6ed069ed1339321cc4eb1bd04584fc656717a9b61761681c7d9debbb281d6c45dee4ab454e3df5aae22e18ea9247ec1edb6768cff0038b6fdafa70f67b4cd3057abe55a6bc7d2fe6f159d47fc6a7a8b2194ccecd290c523d883788980ea10de2222c4063c76afc1d6b49ed557fd80e250a457cf094b73aaa1a1a83128a98e2a8e67de8399bf00b98cbff96', 1);
INSERT INTO readings VALUES (3, 1, '0', 'fake-2', 'none', 'en-1', '2026-11-23T02:21:07Z', 1, 1, X'789c9552c14ec3300cfd15e47391d82484d41b776ec009a1c94add2e5aea94c42da069ff8edd25e586c4cd7e7d8e9fdfeb195c403f6668dfcee03b68c1eda0819367ab6921166d25f961a0a4088aa03b51a760164c02ed430364e4dd7d031f731452d613b2a37c53c9372f989618a0100e65f2aef6ebfc7eaf7bbe271b7f7c7e7e7c7d7a51fe183b05780ea1011c548c092dcfc37b03899c9f7cc5cb1ac5a7806e1bfc3c52d2e6ed7d2db9c219edde524f84274af9caead1c98cc1cbb78a39e23411af17abce98328d664a5bbbac1f980614a5b43d864c0db8c89254497ddd0fdbd68f1959bc782abb664e9463586cdafa4c819c44f5fa0cf4a542feb2734ad4fb2f65581c735fea8b2a5d7c47eccad52aa7afbda9b82886b6e41a3be3f81bda6ff851d4376b397ef20173bdc0cef79157fd97661bdf44fd67bc4655cc100a614b61d1ea4a3c43c27c8c635417e10e2c76ecd6dfb1d7d46ef7e6046a148670642a5b037503ad41ddeecc9440bd1ce22cc5841fdf48ff2f', 2);
INSERT INTO readings VALUES (4, 2, '0', 'fake-2', 'none', 'en-1', '2026-11-23T02:21:07Z', 1, 1, X'789c95524d6bc3300cfd2b45e714dac218e4d6db0e831dba9d4a29c2515253c74e6da51f94fef749a993de06bb492f4fd6d37bb9837168db04e5f60eb68212cc120a385aaf359dc9b3b41c6dd350140499d11ca91230314686f2bd0052f2f2ad80531f9884f54131f8341bc9b3afc4911c64c23e4f2ec67e985fad64cfadd3f1f566b3fef9fc167e1b2a017cef5c01d88818159a9f875d01918cedec88e73582770ecd347839509466bb1b4a3fc209f5de5c7784478ae9c9aad1708fcef24dc41cb0ebc80f178bce1013b56a4a3976493e786a908552d6e812156082e718dcf4ba6da6ada71e3d5bb69477f53e520aeeacd3da2772643888d777a0ab08f9cbce2e526dafc2d038fa3ad70f517ab6157993af1639f5d8ab8a8760a84b9eb17b6c5fa1bdc20f2cbe69ebc3c5ef318d17e8f95699f2f6a398c62751ff191fa3ca66303937a57096ea49bc43c474086d101761011a3b56c3ef584b6af3953a811285223e78ca5b1d550d0d41cd976a8aa39af7a1e76cc22f9902ff97', 2);
INSERT INTO actors VALUES (1, 'name:lances', 'Lances', 'other', NULL);
INSERT INTO actors VALUES (2, 'name:tarvol', 'Tarvol', 'other', NULL);
INSERT INTO actors VALUES (3, 'name:a', 'a', 'other', NULL);
INSERT INTO actors VALUES (4, 'name:herons', 'Herons', 'other', NULL);
INSERT INTO actors VALUES (5, 'name:ostrel', 'Ostrel', 'other', NULL);
INSERT INTO actors VALUES (6, 'name:b', 'b', 'other', NULL);
INSERT INTO actor_names VALUES ('lances', 1, 'Lances');
INSERT INTO actor_names VALUES ('tarvol', 2, 'Tarvol');
INSERT INTO actor_names VALUES ('a', 3, 'a');
INSERT INTO actor_names VALUES ('herons', 4, 'Herons');
INSERT INTO actor_names VALUES ('ostrel', 5, 'Ostrel');
INSERT INTO actor_names VALUES ('b', 6, 'b');
INSERT INTO claims VALUES (3, 1, 3, 'c1', 'event', 'ASSAULT', NULL, 'attacked', 7, 15, 'Lances attacked Tarvol', 0, 22, '["Lances"]', '["Tarvol"]', '[]', NULL, NULL, NULL, NULL, NULL, 0, 'happened', 0, 'endorses', NULL, NULL, '[]', '[]', NULL);
INSERT INTO claims VALUES (4, 2, 4, 'c1', 'event', 'ASSAULT', NULL, 'attacked', 7, 15, 'Herons attacked Ostrel', 0, 22, '["Herons"]', '["Ostrel"]', '[]', NULL, NULL, NULL, NULL, NULL, 0, 'happened', 0, 'endorses', NULL, NULL, '[]', '[]', NULL);
INSERT INTO claim_actors VALUES (1, 'agent', 3);
INSERT INTO claim_actors VALUES (2, 'recipient', 3);
INSERT INTO claim_actors VALUES (4, 'agent', 4);
INSERT INTO claim_actors VALUES (5, 'recipient', 4);
INSERT INTO claim_tellers VALUES (3, 3, 0, 1);
INSERT INTO claim_tellers VALUES (6, 4, 0, 1);
