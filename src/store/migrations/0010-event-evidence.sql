-- SPDX-FileCopyrightText: The Cuttings authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The passages that say that something happened, and the rules that proposed it.
ALTER TABLE "event" ADD COLUMN "evidence" TEXT;
ALTER TABLE "event" ADD COLUMN "proposed_by" TEXT;
