-- SPDX-FileCopyrightText: The Cuttings authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A search that is made again, by its name (src/model/cut-saved-search.h).
CREATE TABLE "saved-search" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "title" TEXT,
  "query" TEXT
) STRICT;
