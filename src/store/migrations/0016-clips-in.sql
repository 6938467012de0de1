-- SPDX-FileCopyrightText: The Cuttings authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- How many clips outside the Trash each story and each tag has, by the field of the clip that names it; without those that have none, so that
-- nothing is left of what was deleted for good.
CREATE TABLE "clips_in" (
  "field" TEXT NOT NULL CHECK ("field" IN ('stories', 'tags')),
  "id" TEXT NOT NULL,
  "n" INTEGER NOT NULL,
  PRIMARY KEY ("field", "id")
) STRICT, WITHOUT ROWID;

INSERT INTO "clips_in" ("field", "id", "n")
  SELECT l."field", l."to_id", count (*) FROM "link" l JOIN "object" o ON o."key" = l."from_key"
    WHERE l."from_kind" = 'clip' AND l."field" IN ('stories', 'tags') AND o."deleted" = 0 GROUP BY 1, 2;

CREATE TRIGGER "link_counts" AFTER INSERT ON "link" WHEN NEW."from_kind" = 'clip' AND NEW."field" IN ('stories', 'tags')
BEGIN
  INSERT INTO "clips_in" ("field", "id", "n")
    SELECT NEW."field", NEW."to_id", 1 FROM "object" WHERE "key" = NEW."from_key" AND "deleted" = 0
    ON CONFLICT DO UPDATE SET "n" = "n" + 1;
END;

CREATE TRIGGER "link_counts_no_more" AFTER DELETE ON "link" WHEN OLD."from_kind" = 'clip' AND OLD."field" IN ('stories', 'tags')
BEGIN
  UPDATE "clips_in" SET "n" = "n" - 1
    WHERE "field" = OLD."field" AND "id" = OLD."to_id" AND EXISTS (SELECT 1 FROM "object" WHERE "key" = OLD."from_key" AND "deleted" = 0);
  DELETE FROM "clips_in" WHERE "field" = OLD."field" AND "id" = OLD."to_id" AND "n" = 0;
END;

CREATE TRIGGER "clip_counts_in_trash" AFTER UPDATE OF "deleted" ON "object"
WHEN NEW."kind" = 'clip' AND OLD."deleted" = 0 AND NEW."deleted" > 0
BEGIN
  UPDATE "clips_in" SET "n" = "n" - 1 WHERE ("field", "id") IN (SELECT "field", "to_id" FROM "link" WHERE "from_key" = NEW."key");
  DELETE FROM "clips_in" WHERE "n" = 0 AND ("field", "id") IN (SELECT "field", "to_id" FROM "link" WHERE "from_key" = NEW."key");
END;

CREATE TRIGGER "clip_counts_again" AFTER UPDATE OF "deleted" ON "object"
WHEN NEW."kind" = 'clip' AND OLD."deleted" > 0 AND NEW."deleted" = 0
BEGIN
  INSERT INTO "clips_in" ("field", "id", "n")
    SELECT "field", "to_id", 1 FROM "link" WHERE "from_key" = NEW."key" AND "field" IN ('stories', 'tags')
    ON CONFLICT DO UPDATE SET "n" = "n" + 1;
END;

-- What refers goes with the object that does, which cannot be asked then.
CREATE TRIGGER "clip_counts_no_more" BEFORE DELETE ON "object" WHEN OLD."kind" = 'clip'
BEGIN
  DELETE FROM "link" WHERE "from_key" = OLD."key";
END;

-- The index gathers two megabytes of words, not one, before it writes them down: a transaction of an import writes one or two parts of it instead of
-- four, and there is less to bring together. With more, files of some thousand clips grow.
INSERT INTO "search" ("search", "rank") VALUES ('hashsize', 2097152);
