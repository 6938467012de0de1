-- SPDX-FileCopyrightText: The Cuttings authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a captured page says of itself that it is about: its keywords, and names with their types (src/model/cut-topic.h).
ALTER TABLE "capture" ADD COLUMN "keywords" TEXT;
ALTER TABLE "capture" ADD COLUMN "about" TEXT;

CREATE TRIGGER "capture_topics_are_kept" BEFORE UPDATE OF "keywords", "about" ON "capture"
BEGIN
  SELECT RAISE (ABORT, 'a capture is never changed');
END;
