-- SPDX-FileCopyrightText: The Cuttings authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What is secret of a source or an enquiry, sealed (src/model/cut-secrets.h).
ALTER TABLE "source" ADD COLUMN "sealed" TEXT;
ALTER TABLE "enquiry" ADD COLUMN "sealed" TEXT;

CREATE INDEX "source_sealed" ON "source" ("key") WHERE "sealed" IS NOT NULL;
CREATE INDEX "enquiry_sealed" ON "enquiry" ("key") WHERE "sealed" IS NOT NULL;

-- The data key, wrapped by the one that is made of the passphrase (src/vault/cut-wrap.h). At most one row, and none in a
-- notebook that is not protected.
CREATE TABLE "vault" (
  "one" INTEGER PRIMARY KEY CHECK ("one" = 1),
  "id" TEXT NOT NULL,
  "kdf" TEXT NOT NULL,
  "passes" INTEGER NOT NULL,
  "memory" INTEGER NOT NULL,
  "salt" TEXT NOT NULL,
  "key" TEXT NOT NULL
) STRICT;

-- Which letter a confidential source goes by; kept when it stops being one, so that no other gets the same.
CREATE TABLE "cover" (
  "number" INTEGER PRIMARY KEY,
  "object" TEXT NOT NULL UNIQUE
) STRICT;
