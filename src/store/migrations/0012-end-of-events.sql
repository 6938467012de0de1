-- SPDX-FileCopyrightText: The Cuttings authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What went on for a while has a date when it began, and one when it ended.
ALTER TABLE "event" ADD COLUMN "end" TEXT;
