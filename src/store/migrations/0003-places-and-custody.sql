-- SPDX-FileCopyrightText: The Cuttings authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a person decided about where an annotation stands in a capture.
CREATE TABLE "placement" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "annotation" TEXT,
  "capture" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  "status" TEXT,
  "note" TEXT
) STRICT;

-- Where the program found an annotation in each capture of its clip (code points). No record: it can be made again.
CREATE TABLE "place" (
  "annotation" TEXT NOT NULL REFERENCES "object" ("id") ON DELETE CASCADE,
  "capture" TEXT NOT NULL REFERENCES "object" ("id") ON DELETE CASCADE,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "score" REAL NOT NULL,
  "status" TEXT NOT NULL,
  "rules" INTEGER NOT NULL,
  PRIMARY KEY ("annotation", "capture")
) STRICT, WITHOUT ROWID;

CREATE INDEX "place_capture" ON "place" ("capture");
CREATE INDEX "place_unsettled" ON "place" ("status") WHERE "status" IN ('unsure', 'orphan');

-- The chain of custody. Entries of form 1 seal the time, action, object and hash of the bytes; those of form 2 also a
-- detail in canonical JSON, and in place of the hash of the bytes one over a salt and everything that was stored
-- of the object, so that who destroys the salt leaves nothing that a guess could be compared with.
ALTER TABLE "custody" ADD COLUMN "form" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "custody" ADD COLUMN "detail" TEXT NOT NULL DEFAULT '';

CREATE INDEX "custody_object" ON "custody" ("object");
CREATE INDEX "capture_id" ON "capture" ("id");
CREATE INDEX "capture_warc_sha256" ON "capture" ("warc_sha256");

CREATE TABLE "custody_salt" (
  "object" TEXT PRIMARY KEY,
  "salt" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER "custody_salt_is_kept" BEFORE UPDATE ON "custody_salt"
BEGIN
  SELECT RAISE (ABORT, 'the salt of an entry is never changed');
END;

CREATE TRIGGER "custody_salt_is_not_replaced" BEFORE INSERT ON "custody_salt"
WHEN EXISTS (SELECT 1 FROM "custody_salt" WHERE "object" = NEW."object")
BEGIN
  SELECT RAISE (ABORT, 'the salt of an entry is never changed');
END;

-- Only what the chain says was purged may go.
CREATE TRIGGER "custody_salt_is_not_deleted" BEFORE DELETE ON "custody_salt"
WHEN NOT EXISTS (SELECT 1 FROM "custody" WHERE "object" = OLD."object" AND "action" = 'purged')
BEGIN
  SELECT RAISE (ABORT, 'the salt of an entry is never deleted');
END;

CREATE TRIGGER "capture_key_is_kept" BEFORE UPDATE OF "key" ON "capture"
BEGIN
  SELECT RAISE (ABORT, 'a capture is never changed');
END;

CREATE TRIGGER "capture_is_not_replaced" BEFORE INSERT ON "capture"
WHEN EXISTS (SELECT 1 FROM "capture" WHERE "key" = NEW."key" OR "id" = NEW."id")
BEGIN
  SELECT RAISE (ABORT, 'a capture is never changed');
END;

CREATE TRIGGER "capture_is_not_deleted" BEFORE DELETE ON "capture"
WHEN NOT EXISTS (SELECT 1 FROM "custody" WHERE "object" = OLD."id" AND "action" = 'purged')
BEGIN
  SELECT RAISE (ABORT, 'a capture is never deleted');
END;

-- A capture hangs on its object's row, also where foreign keys are not looked at.
CREATE TRIGGER "capture_object_is_kept" BEFORE UPDATE OF "key", "id", "kind" ON "object"
WHEN OLD."kind" = 'capture'
BEGIN
  SELECT RAISE (ABORT, 'a capture is never changed');
END;

CREATE TRIGGER "capture_object_is_not_replaced" BEFORE INSERT ON "object"
WHEN EXISTS (SELECT 1 FROM "object" WHERE "key" = NEW."key" AND "kind" = 'capture' AND "id" <> NEW."id")
BEGIN
  SELECT RAISE (ABORT, 'a capture is never changed');
END;

CREATE TRIGGER "capture_object_is_not_deleted" BEFORE DELETE ON "object"
WHEN OLD."kind" = 'capture' AND
  NOT EXISTS (SELECT 1 FROM "custody" WHERE "object" = OLD."id" AND "action" = 'purged')
BEGIN
  SELECT RAISE (ABORT, 'a capture is never deleted');
END;

CREATE TRIGGER "blob_is_not_replaced" BEFORE INSERT ON "blob"
WHEN EXISTS (SELECT 1 FROM "blob" WHERE "key" = NEW."key" OR "sha256" = NEW."sha256")
BEGIN
  SELECT RAISE (ABORT, 'stored bytes are never changed');
END;

CREATE TRIGGER "blob_is_not_deleted" BEFORE DELETE ON "blob"
WHEN EXISTS (SELECT 1 FROM "capture" WHERE "sha256" = OLD."sha256") OR
  EXISTS (SELECT 1 FROM "capture" WHERE "warc_sha256" = OLD."sha256") OR
  EXISTS (SELECT 1 FROM "capture" WHERE instr ("resources", OLD."sha256") > 0)
BEGIN
  SELECT RAISE (ABORT, 'the bytes of a capture are never deleted');
END;

CREATE TRIGGER "reader_text_is_not_replaced" BEFORE INSERT ON "reader_text"
WHEN EXISTS (SELECT 1 FROM "reader_text" WHERE "key" = NEW."key" OR "capture" = NEW."capture")
BEGIN
  SELECT RAISE (ABORT, 'a reader text is never changed');
END;

CREATE TRIGGER "reader_text_is_not_deleted" BEFORE DELETE ON "reader_text"
WHEN NOT EXISTS (SELECT 1 FROM "custody" WHERE "object" = OLD."capture" AND "action" = 'purged')
BEGIN
  SELECT RAISE (ABORT, 'a reader text is never deleted');
END;
