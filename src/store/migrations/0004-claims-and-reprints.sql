-- SPDX-FileCopyrightText: The Cuttings authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- How claims stand to each other, what was proposed by a program before a person accepted it, whom a question went to.
ALTER TABLE "claim" ADD COLUMN "supports" TEXT;
ALTER TABLE "claim" ADD COLUMN "contradicts" TEXT;
ALTER TABLE "claim" ADD COLUMN "proposed_by" TEXT;
ALTER TABLE "attribution" ADD COLUMN "proposed_by" TEXT;
ALTER TABLE "annotation" ADD COLUMN "proposed_by" TEXT;
ALTER TABLE "enquiry" ADD COLUMN "source" TEXT;
ALTER TABLE "enquiry" ADD COLUMN "entity" TEXT;
ALTER TABLE "clip" ADD COLUMN "reprint_of" TEXT;

-- Proposals that a person did not want.
CREATE TABLE "dismissal" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "clip" TEXT,
  "text_sha256" TEXT,
  "kind" TEXT,
  "fingerprint" TEXT,
  "start" INTEGER,
  "end" INTEGER,
  "words" TEXT,
  "other" TEXT,
  "proposed_by" TEXT
) STRICT;

-- The log of checks only grows. Undoing takes a check away whole; the Trash takes none.
CREATE TRIGGER "check_is_kept" BEFORE UPDATE OF
  "id", "created", "contributor", "claim", "by", "at", "method", "result", "evidence", "note"
ON "check"
BEGIN
  SELECT RAISE (ABORT, 'a check is never changed');
END;

CREATE TRIGGER "check_is_not_trashed" BEFORE UPDATE OF "deleted" ON "check"
WHEN coalesce (OLD."deleted", 0) = 0 AND NEW."deleted" <> 0
BEGIN
  SELECT RAISE (ABORT, 'a check is never deleted');
END;

-- What the reader text of a capture has in common with others (src/text/cut-sketch.h). No record: all can be emptied at
-- any time, and is made again for the captures that "unsketched" names. "sketch_value" holds the keys of each sketch, by
-- which others are found; a key that is left from a capture that is gone finds nothing.
CREATE TABLE "unsketched" (
  "capture" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE
) STRICT;

INSERT INTO "unsketched" ("capture") SELECT "key" FROM "capture";

CREATE TRIGGER "capture_is_to_be_sketched" AFTER INSERT ON "capture"
BEGIN
  INSERT OR IGNORE INTO "unsketched" ("capture") VALUES (NEW."key");
END;

CREATE TABLE "sketch" (
  "capture" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "shingles" INTEGER NOT NULL,
  "data" BLOB NOT NULL
) STRICT;

CREATE TABLE "sketch_value" (
  "value" INTEGER NOT NULL,
  "capture" INTEGER NOT NULL,
  PRIMARY KEY ("value", "capture")
) STRICT, WITHOUT ROWID;

-- Captures of two clips that have much in common: which share of both together, which of the shorter one.
CREATE TABLE "likeness" (
  "one" INTEGER NOT NULL REFERENCES "object" ("key") ON DELETE CASCADE,
  "other" INTEGER NOT NULL REFERENCES "object" ("key") ON DELETE CASCADE,
  "resemblance" REAL NOT NULL,
  "containment" REAL NOT NULL,
  PRIMARY KEY ("one", "other")
) STRICT, WITHOUT ROWID;

CREATE INDEX "likeness_other" ON "likeness" ("other");
