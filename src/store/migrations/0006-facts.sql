-- SPDX-FileCopyrightText: The Cuttings authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- One property of an entity or a relation, with the passages that prove it (src/model/cut-fact.h).
CREATE TABLE "fact" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "about" TEXT,
  "property" TEXT,
  "value" TEXT,
  "entity" TEXT,
  "date" TEXT,
  "evidence" TEXT,
  "note" TEXT
) STRICT;

-- Entities that are the same as another one; few, and asked for with every list of entities.
CREATE INDEX "entity_merged" ON "entity" ("key") WHERE "merged_into" IS NOT NULL;
