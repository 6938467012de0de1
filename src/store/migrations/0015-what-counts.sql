-- SPDX-FileCopyrightText: The Cuttings authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Where what counts stands in "text": a GVariant "au", little-endian, of the first byte of each part and of the one behind it. It says what "blocks"
-- says; NULL in texts that were stored before, for which that table is read.
ALTER TABLE "reader_text" ADD COLUMN "counted" BLOB;
