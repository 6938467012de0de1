-- SPDX-FileCopyrightText: The Cuttings authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a captured page is when it is no article: a wall, an error, a shell of scripts.
ALTER TABLE "capture" ADD COLUMN "verdict" TEXT;

CREATE TRIGGER "capture_verdict_is_kept" BEFORE UPDATE OF "verdict" ON "capture"
BEGIN
  SELECT RAISE (ABORT, 'a capture is never changed');
END;
