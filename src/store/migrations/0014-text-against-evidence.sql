-- SPDX-FileCopyrightText: The Cuttings authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- SHA-256 of the stored bytes that "text" is packed against: what came as text is not kept twice. NULL where it stands by itself.
ALTER TABLE "reader_text" ADD COLUMN "against" TEXT;
