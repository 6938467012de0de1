-- SPDX-FileCopyrightText: The Cuttings authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Which write each field came from, and what else was written into it (src/model/cut-written.h).
ALTER TABLE "story" ADD COLUMN "written" TEXT;
ALTER TABLE "story" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "contributor" ADD COLUMN "written" TEXT;
ALTER TABLE "contributor" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "clip" ADD COLUMN "written" TEXT;
ALTER TABLE "clip" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "capture" ADD COLUMN "written" TEXT;
ALTER TABLE "capture" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "annotation" ADD COLUMN "written" TEXT;
ALTER TABLE "annotation" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "claim" ADD COLUMN "written" TEXT;
ALTER TABLE "claim" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "attribution" ADD COLUMN "written" TEXT;
ALTER TABLE "attribution" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "source" ADD COLUMN "written" TEXT;
ALTER TABLE "source" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "entity" ADD COLUMN "written" TEXT;
ALTER TABLE "entity" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "relation" ADD COLUMN "written" TEXT;
ALTER TABLE "relation" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "tag" ADD COLUMN "written" TEXT;
ALTER TABLE "tag" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "check" ADD COLUMN "written" TEXT;
ALTER TABLE "check" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "event" ADD COLUMN "written" TEXT;
ALTER TABLE "event" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "enquiry" ADD COLUMN "written" TEXT;
ALTER TABLE "enquiry" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "placement" ADD COLUMN "written" TEXT;
ALTER TABLE "placement" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "dismissal" ADD COLUMN "written" TEXT;
ALTER TABLE "dismissal" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "fact" ADD COLUMN "written" TEXT;
ALTER TABLE "fact" ADD COLUMN "conflicts" TEXT;
ALTER TABLE "saved-search" ADD COLUMN "written" TEXT;
ALTER TABLE "saved-search" ADD COLUMN "conflicts" TEXT;

-- Few wait to be settled, and they are asked for.
CREATE INDEX "story_contested" ON "story" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "contributor_contested" ON "contributor" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "clip_contested" ON "clip" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "capture_contested" ON "capture" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "annotation_contested" ON "annotation" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "claim_contested" ON "claim" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "attribution_contested" ON "attribution" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "source_contested" ON "source" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "entity_contested" ON "entity" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "relation_contested" ON "relation" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "tag_contested" ON "tag" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "check_contested" ON "check" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "event_contested" ON "event" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "enquiry_contested" ON "enquiry" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "placement_contested" ON "placement" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "dismissal_contested" ON "dismissal" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "fact_contested" ON "fact" ("key") WHERE "conflicts" IS NOT NULL;
CREATE INDEX "saved-search_contested" ON "saved-search" ("key") WHERE "conflicts" IS NOT NULL;
