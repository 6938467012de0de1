-- SPDX-FileCopyrightText: The Cuttings authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The index by the words of src/text/cut-search-words.c, made again for all objects whose "indexed" is 0, some at a time.
DROP TABLE "search";

CREATE VIRTUAL TABLE "search" USING fts5 (
  "title", "detail", "body",
  content = '', tokenize = 'cuttings', prefix = '3'
);

UPDATE "object" SET "indexed" = 0 WHERE "indexed" IS NOT NULL;

CREATE INDEX "object_unindexed" ON "object" ("key") WHERE "indexed" = 0;

-- Words of letters that were in the index at some time, folded: what is sought in other forms and what was perhaps meant comes from
-- here. No record: it can be made again of the index.
CREATE TABLE "word" (
  "word" TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- How many objects there are of each kind, outside the Trash and in it; of clips, how many of them are in no story.
CREATE TABLE "tally" (
  "kind" TEXT NOT NULL,
  "deleted" INTEGER NOT NULL CHECK ("deleted" IN (0, 1)),
  "n" INTEGER NOT NULL,
  "n_inbox" INTEGER NOT NULL,
  PRIMARY KEY ("kind", "deleted")
) STRICT, WITHOUT ROWID;

INSERT INTO "tally" ("kind", "deleted", "n", "n_inbox")
  SELECT "kind", "deleted" > 0, count (*), sum ("kind" = 'clip' AND "n_stories" = 0) FROM "object" GROUP BY 1, 2;

CREATE TRIGGER "object_counts" AFTER INSERT ON "object"
BEGIN
  INSERT INTO "tally" ("kind", "deleted", "n", "n_inbox")
    VALUES (NEW."kind", NEW."deleted" > 0, 1, NEW."kind" = 'clip' AND NEW."n_stories" = 0)
    ON CONFLICT DO UPDATE SET "n" = "n" + 1, "n_inbox" = "n_inbox" + excluded."n_inbox";
END;

CREATE TRIGGER "object_counts_no_more" AFTER DELETE ON "object"
BEGIN
  UPDATE "tally" SET "n" = "n" - 1, "n_inbox" = "n_inbox" - (OLD."kind" = 'clip' AND OLD."n_stories" = 0)
    WHERE "kind" = OLD."kind" AND "deleted" = (OLD."deleted" > 0);
END;

CREATE TRIGGER "object_counts_otherwise" AFTER UPDATE OF "kind", "deleted", "n_stories" ON "object"
WHEN OLD."kind" <> NEW."kind" OR (OLD."deleted" > 0) <> (NEW."deleted" > 0) OR (OLD."n_stories" = 0) <> (NEW."n_stories" = 0)
BEGIN
  UPDATE "tally" SET "n" = "n" - 1, "n_inbox" = "n_inbox" - (OLD."kind" = 'clip' AND OLD."n_stories" = 0)
    WHERE "kind" = OLD."kind" AND "deleted" = (OLD."deleted" > 0);
  INSERT INTO "tally" ("kind", "deleted", "n", "n_inbox")
    VALUES (NEW."kind", NEW."deleted" > 0, 1, NEW."kind" = 'clip' AND NEW."n_stories" = 0)
    ON CONFLICT DO UPDATE SET "n" = "n" + 1, "n_inbox" = "n_inbox" + excluded."n_inbox";
END;
