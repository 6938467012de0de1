-- SPDX-FileCopyrightText: The Cuttings authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Of a mention that is none: which entity it was taken for.
ALTER TABLE "dismissal" ADD COLUMN "entity" TEXT;

-- Where the names of entities stand in the lines that count of the capture that a clip shows. No record: all can be emptied at
-- any time, and is made again for the clips that "unsought" names (put all clips into it, and all entities into "renamed").
-- "spans" is packed by src/store/cut-mention-table.c.
CREATE TABLE "mention" (
  "clip" INTEGER NOT NULL REFERENCES "object" ("key") ON DELETE CASCADE,
  "entity" INTEGER NOT NULL REFERENCES "object" ("key") ON DELETE CASCADE,
  "capture" INTEGER NOT NULL,
  "n" INTEGER NOT NULL,
  "linked" INTEGER NOT NULL,
  "spans" BLOB NOT NULL,
  PRIMARY KEY ("clip", "entity")
) STRICT, WITHOUT ROWID;

CREATE INDEX "mention_entity" ON "mention" ("entity", "clip", "n", "linked");

-- Clips whose text is to be looked through for names.
CREATE TABLE "unsought" (
  "clip" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE
) STRICT;

INSERT INTO "unsought" ("clip") SELECT "key" FROM "clip";

-- The names by which each entity is looked for, and the entities whose names may be others now.
CREATE TABLE "sought" (
  "entity" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "names" TEXT NOT NULL
) STRICT;

CREATE TABLE "renamed" (
  "entity" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE
) STRICT;

INSERT INTO "renamed" ("entity") SELECT "key" FROM "entity";

CREATE TRIGGER "entity_is_to_be_sought" AFTER INSERT ON "entity"
BEGIN
  INSERT OR IGNORE INTO "renamed" ("entity") VALUES (NEW."key");
  INSERT OR IGNORE INTO "renamed" ("entity") SELECT "key" FROM "object" WHERE "id" = NEW."merged_into" AND "kind" = 'entity';
END;

CREATE TRIGGER "entity_is_sought_otherwise" AFTER UPDATE OF "schema", "name", "aliases", "previous_names", "deleted", "merged_into" ON "entity"
WHEN OLD."schema" IS NOT NEW."schema" OR OLD."name" IS NOT NEW."name" OR OLD."aliases" IS NOT NEW."aliases" OR
  OLD."previous_names" IS NOT NEW."previous_names" OR OLD."deleted" IS NOT NEW."deleted" OR OLD."merged_into" IS NOT NEW."merged_into"
BEGIN
  INSERT OR IGNORE INTO "renamed" ("entity") VALUES (NEW."key");
  INSERT OR IGNORE INTO "renamed" ("entity")
    SELECT "key" FROM "object" WHERE "id" IN (OLD."merged_into", NEW."merged_into") AND "kind" = 'entity';
END;

-- What was ambiguous need not be without it.
CREATE TRIGGER "entity_is_sought_no_more" BEFORE DELETE ON "object" WHEN OLD."kind" = 'entity'
BEGIN
  INSERT OR IGNORE INTO "unsought" ("clip") SELECT "clip" FROM "mention" WHERE "entity" = OLD."key";
END;

CREATE TRIGGER "clip_is_to_be_looked_through" AFTER INSERT ON "clip"
BEGIN
  INSERT OR IGNORE INTO "unsought" ("clip") VALUES (NEW."key");
END;

CREATE TRIGGER "clip_reads_otherwise" AFTER UPDATE OF "language" ON "clip" WHEN OLD."language" IS NOT NEW."language"
BEGIN
  INSERT OR IGNORE INTO "unsought" ("clip") VALUES (NEW."key");
END;

CREATE TRIGGER "capture_is_to_be_looked_through" AFTER INSERT ON "capture"
BEGIN
  INSERT OR IGNORE INTO "unsought" ("clip") SELECT "key" FROM "object" WHERE "id" = NEW."clip";
END;

CREATE TRIGGER "capture_counts_otherwise" AFTER UPDATE OF "deleted" ON "capture"
BEGIN
  INSERT OR IGNORE INTO "unsought" ("clip") SELECT "key" FROM "object" WHERE "id" = NEW."clip";
END;

-- Marks that name entities, or say what counts.
CREATE TRIGGER "annotation_links" AFTER INSERT ON "annotation" WHEN NEW."entities" IS NOT NULL OR NEW."kind" = 'furniture'
BEGIN
  INSERT OR IGNORE INTO "unsought" ("clip") SELECT "key" FROM "object" WHERE "id" = NEW."clip";
END;

CREATE TRIGGER "annotation_links_otherwise" AFTER UPDATE ON "annotation"
WHEN NEW."entities" IS NOT NULL OR OLD."entities" IS NOT NULL OR NEW."kind" = 'furniture' OR OLD."kind" = 'furniture'
BEGIN
  INSERT OR IGNORE INTO "unsought" ("clip") SELECT "key" FROM "object" WHERE "id" IN (OLD."clip", NEW."clip");
END;

CREATE TRIGGER "annotation_links_no_more" AFTER DELETE ON "annotation" WHEN OLD."entities" IS NOT NULL OR OLD."kind" = 'furniture'
BEGIN
  INSERT OR IGNORE INTO "unsought" ("clip") SELECT "key" FROM "object" WHERE "id" = OLD."clip";
END;

CREATE TRIGGER "placement_links" AFTER INSERT ON "placement"
BEGIN
  INSERT OR IGNORE INTO "unsought" ("clip") SELECT c."key" FROM "object" a JOIN "annotation" t ON t."key" = a."key"
    JOIN "object" c ON c."id" = t."clip" WHERE a."id" = NEW."annotation" AND (t."entities" IS NOT NULL OR t."kind" = 'furniture');
END;

CREATE TRIGGER "placement_links_otherwise" AFTER UPDATE ON "placement"
BEGIN
  INSERT OR IGNORE INTO "unsought" ("clip") SELECT c."key" FROM "object" a JOIN "annotation" t ON t."key" = a."key"
    JOIN "object" c ON c."id" = t."clip" WHERE a."id" = NEW."annotation" AND (t."entities" IS NOT NULL OR t."kind" = 'furniture');
END;

CREATE TRIGGER "placement_links_no_more" AFTER DELETE ON "placement"
BEGIN
  INSERT OR IGNORE INTO "unsought" ("clip") SELECT c."key" FROM "object" a JOIN "annotation" t ON t."key" = a."key"
    JOIN "object" c ON c."id" = t."clip" WHERE a."id" = OLD."annotation" AND (t."entities" IS NOT NULL OR t."kind" = 'furniture');
END;

CREATE TRIGGER "place_links" AFTER INSERT ON "place"
BEGIN
  INSERT OR IGNORE INTO "unsought" ("clip") SELECT c."key" FROM "object" a JOIN "annotation" t ON t."key" = a."key"
    JOIN "object" c ON c."id" = t."clip" WHERE a."id" = NEW."annotation" AND (t."entities" IS NOT NULL OR t."kind" = 'furniture');
END;

CREATE TRIGGER "place_links_otherwise" AFTER UPDATE ON "place"
WHEN OLD."start" <> NEW."start" OR OLD."end" <> NEW."end" OR OLD."status" <> NEW."status"
BEGIN
  INSERT OR IGNORE INTO "unsought" ("clip") SELECT c."key" FROM "object" a JOIN "annotation" t ON t."key" = a."key"
    JOIN "object" c ON c."id" = t."clip" WHERE a."id" = NEW."annotation" AND (t."entities" IS NOT NULL OR t."kind" = 'furniture');
END;

CREATE TRIGGER "mention_is_refused" AFTER INSERT ON "dismissal" WHEN NEW."kind" = 'mention'
BEGIN
  INSERT OR IGNORE INTO "unsought" ("clip") SELECT "key" FROM "object" WHERE "id" = NEW."clip";
END;

CREATE TRIGGER "mention_is_refused_otherwise" AFTER UPDATE ON "dismissal" WHEN NEW."kind" = 'mention' OR OLD."kind" = 'mention'
BEGIN
  INSERT OR IGNORE INTO "unsought" ("clip") SELECT "key" FROM "object" WHERE "id" = NEW."clip";
END;

CREATE TRIGGER "mention_is_refused_no_more" AFTER DELETE ON "dismissal" WHEN OLD."kind" = 'mention'
BEGIN
  INSERT OR IGNORE INTO "unsought" ("clip") SELECT "key" FROM "object" WHERE "id" = OLD."clip";
END;
