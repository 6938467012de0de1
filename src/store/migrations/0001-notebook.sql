-- SPDX-FileCopyrightText: The Cuttings authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The first notebook. Never edit a migration that was released: write the next one.

CREATE TABLE "meta" (
  "name" TEXT PRIMARY KEY,
  "value" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What lists show and sort by, one narrow row an object whatever its kind; all of it follows
-- from the object's own table and can be made again.
CREATE TABLE "object" (
  "key" INTEGER PRIMARY KEY,
  "id" TEXT NOT NULL UNIQUE,
  "kind" TEXT NOT NULL,
  "deleted" INTEGER NOT NULL,
  "created" INTEGER NOT NULL,
  "modified" INTEGER NOT NULL,
  "published_key" INTEGER,
  "title_key" TEXT,
  "site_key" TEXT,
  "host" TEXT,
  "status" TEXT,
  "detail" TEXT,
  "n_annotations" INTEGER NOT NULL DEFAULT 0,
  "n_claims" INTEGER NOT NULL DEFAULT 0,
  "n_links" INTEGER NOT NULL DEFAULT 0,
  "n_stories" INTEGER NOT NULL DEFAULT 0,
  "indexed" INTEGER,
  "title" TEXT NOT NULL,
  "byline" TEXT,
  "site_name" TEXT,
  "published" TEXT,
  "snippet" TEXT
) STRICT;

CREATE INDEX "object_created" ON "object" ("kind", "deleted", "created", "id");
CREATE INDEX "object_modified" ON "object" ("kind", "deleted", "modified", "id");
CREATE INDEX "object_published" ON "object" ("kind", "deleted", "published_key", "id");
CREATE INDEX "object_title" ON "object" ("kind", "deleted", "title_key", "id");
CREATE INDEX "object_site" ON "object" ("kind", "deleted", "site_key", "id");
CREATE INDEX "object_inbox" ON "object" ("kind", "deleted", "n_stories", "created", "id")
  WHERE "kind" = 'clip';

-- Who refers to whom, backwards.
CREATE TABLE "link" (
  "from_key" INTEGER NOT NULL REFERENCES "object" ("key") ON DELETE CASCADE,
  "field" TEXT NOT NULL,
  "to_id" TEXT NOT NULL,
  "from_kind" TEXT NOT NULL,
  PRIMARY KEY ("from_key", "field", "to_id")
) STRICT, WITHOUT ROWID;

CREATE INDEX "link_to" ON "link" ("to_id", "from_kind", "field", "from_key");

-- Names, case- and accent-folded: each whole (whole = 1) and from each later word on.
CREATE TABLE "name" (
  "folded" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "key" INTEGER NOT NULL REFERENCES "object" ("key") ON DELETE CASCADE,
  "whole" INTEGER NOT NULL,
  PRIMARY KEY ("folded", "kind", "key")
) STRICT, WITHOUT ROWID;

CREATE INDEX "name_key" ON "name" ("key");

-- Addresses, without fragment, that a clip is known by: its own and those of its captures.
CREATE TABLE "known_url" (
  "url" TEXT NOT NULL,
  "key" INTEGER NOT NULL REFERENCES "object" ("key") ON DELETE CASCADE,
  "clip" TEXT NOT NULL,
  PRIMARY KEY ("url", "key")
) STRICT, WITHOUT ROWID;

CREATE INDEX "known_url_key" ON "known_url" ("key");

-- One table a kind, one column a field, as the model's field tables say.

CREATE TABLE "story" (
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
  "summary" TEXT,
  "status" TEXT
) STRICT;

CREATE TABLE "contributor" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "name" TEXT,
  "initials" TEXT,
  "email" TEXT,
  "key_fingerprint" TEXT
) STRICT;

CREATE TABLE "clip" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "kind" TEXT,
  "title" TEXT,
  "standfirst" TEXT,
  "authors" TEXT,
  "publisher" TEXT,
  "site_name" TEXT,
  "published" TEXT,
  "updated" TEXT,
  "language" TEXT,
  "dir" TEXT,
  "url" TEXT,
  "canonical_url" TEXT,
  "excerpt" TEXT,
  "image" TEXT,
  "wire_credit" TEXT,
  "origins" TEXT,
  "tags" TEXT,
  "stories" TEXT
) STRICT;

CREATE TABLE "capture" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "clip" TEXT,
  "url" TEXT,
  "final_url" TEXT,
  "redirects" TEXT,
  "fetched_at" INTEGER,
  "how" TEXT,
  "status" INTEGER,
  "headers" TEXT,
  "content_type" TEXT,
  "charset" TEXT,
  "sha256" TEXT,
  "bytes" INTEGER,
  "warc_sha256" TEXT,
  "warc_record_id" TEXT,
  "text_sha256" TEXT,
  "text_rules" TEXT,
  "text_length" INTEGER,
  "resources" TEXT,
  "previous" TEXT,
  "extractor" TEXT,
  "remote_address" TEXT,
  "tls_certificate" TEXT,
  "warning" TEXT
) STRICT;

-- A capture is evidence: only its place in the notebook may change.
CREATE TRIGGER "capture_is_kept" BEFORE UPDATE OF
  "id", "created", "contributor", "clip", "url", "final_url", "redirects", "fetched_at",
  "how", "status", "headers", "content_type", "charset", "sha256", "bytes", "warc_sha256",
  "warc_record_id", "text_sha256", "text_rules", "text_length", "resources", "previous",
  "extractor", "remote_address", "tls_certificate", "warning"
ON "capture"
BEGIN
  SELECT RAISE (ABORT, 'a capture is never changed');
END;

CREATE TABLE "annotation" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "clip" TEXT,
  "capture" TEXT,
  "kind" TEXT,
  "selectors" TEXT,
  "body" TEXT,
  "colour" TEXT,
  "tags" TEXT,
  "entities" TEXT,
  "claim" TEXT
) STRICT;

CREATE TABLE "claim" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "text" TEXT,
  "kind" TEXT,
  "checkable" INTEGER,
  "importance" TEXT,
  "fact_date" TEXT,
  "place" TEXT,
  "status" TEXT,
  "same_as" TEXT,
  "note" TEXT,
  "entities" TEXT,
  "stories" TEXT,
  "tags" TEXT
) STRICT;

CREATE TABLE "attribution" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "claim" TEXT,
  "annotation" TEXT,
  "source_span" TEXT,
  "cue_span" TEXT,
  "source" TEXT,
  "via" TEXT,
  "terms" TEXT,
  "condition" TEXT,
  "stance" TEXT,
  "hedge" TEXT,
  "channel" TEXT,
  "said_at" TEXT,
  "form" TEXT
) STRICT;

CREATE TABLE "source" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "kind" TEXT,
  "label" TEXT,
  "named" INTEGER,
  "entity" TEXT,
  "how_known" TEXT,
  "interest" TEXT,
  "reliability" TEXT,
  "contact" TEXT,
  "code_name" TEXT,
  "description" TEXT
) STRICT;

CREATE TABLE "entity" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "schema" TEXT,
  "name" TEXT,
  "aliases" TEXT,
  "previous_names" TEXT,
  "identifiers" TEXT,
  "summary" TEXT,
  "country" TEXT,
  "merged_into" TEXT,
  "not_same_as" TEXT,
  "stories" TEXT,
  "tags" TEXT
) STRICT;

CREATE TABLE "relation" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "schema" TEXT,
  "from" TEXT,
  "to" TEXT,
  "role" TEXT,
  "start" TEXT,
  "end" TEXT,
  "evidence" TEXT
) STRICT;

CREATE TABLE "tag" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "label" TEXT,
  "parent" TEXT,
  "colour" TEXT,
  "memo" TEXT
) STRICT;

CREATE TABLE "check" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "claim" TEXT,
  "by" TEXT,
  "at" TEXT,
  "method" TEXT,
  "result" TEXT,
  "evidence" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "event" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "text" TEXT,
  "date" TEXT,
  "claims" TEXT,
  "entities" TEXT
) STRICT;

CREATE TABLE "enquiry" (
  "key" INTEGER PRIMARY KEY REFERENCES "object" ("key") ON DELETE CASCADE,
  "id" TEXT NOT NULL,
  "created" INTEGER,
  "modified" INTEGER,
  "contributor" TEXT,
  "sensitivity" TEXT,
  "deleted" INTEGER,
  "rev" TEXT,
  "parents" TEXT,
  "claim" TEXT,
  "whom" TEXT,
  "question" TEXT,
  "asked_at" TEXT,
  "channel" TEXT,
  "deadline" TEXT,
  "outcome" TEXT,
  "answer" TEXT
) STRICT;

CREATE INDEX "capture_sha256" ON "capture" ("sha256");

-- Bytes, once each; codec 0 as they are, 1 zstd.
CREATE TABLE "blob" (
  "key" INTEGER PRIMARY KEY,
  "sha256" TEXT NOT NULL UNIQUE,
  "bytes" INTEGER NOT NULL,
  "codec" INTEGER NOT NULL,
  "data" BLOB NOT NULL
) STRICT;

CREATE TRIGGER "blob_is_kept" BEFORE UPDATE ON "blob"
BEGIN
  SELECT RAISE (ABORT, 'stored bytes are never changed');
END;

-- The reader text, block table and sanitised HTML of a capture, zstd-compressed. A row may
-- outlive its capture: undoing a clip takes the capture away, doing it again needs the text.
CREATE TABLE "reader_text" (
  "key" INTEGER PRIMARY KEY,
  "capture" TEXT NOT NULL UNIQUE,
  "sha256" TEXT NOT NULL,
  "text" BLOB NOT NULL,
  "blocks" BLOB NOT NULL,
  "html" BLOB
) STRICT;

CREATE TRIGGER "reader_text_is_kept" BEFORE UPDATE ON "reader_text"
BEGIN
  SELECT RAISE (ABORT, 'a reader text is never changed');
END;

-- What each act changed; `changes` is zstd-compressed lines.
CREATE TABLE "journal" (
  "seq" INTEGER PRIMARY KEY AUTOINCREMENT,
  "label" TEXT NOT NULL,
  "undone" INTEGER NOT NULL DEFAULT 0,
  "changes" BLOB NOT NULL
) STRICT;

CREATE INDEX "journal_undone" ON "journal" ("undone", "seq");

CREATE TABLE "custody" (
  "seq" INTEGER PRIMARY KEY,
  "time" INTEGER NOT NULL,
  "action" TEXT NOT NULL,
  "object" TEXT NOT NULL,
  "object_sha256" TEXT NOT NULL,
  "previous" TEXT NOT NULL,
  "hash" TEXT NOT NULL
) STRICT;

CREATE TRIGGER "custody_is_appended" BEFORE INSERT ON "custody"
WHEN NEW."seq" IS NOT (SELECT coalesce (max ("seq"), 0) + 1 FROM "custody")
BEGIN
  SELECT RAISE (ABORT, 'the custody record only grows');
END;

CREATE TRIGGER "custody_is_kept_whole" BEFORE DELETE ON "custody"
BEGIN
  SELECT RAISE (ABORT, 'the custody record only grows');
END;

CREATE TRIGGER "custody_is_kept" BEFORE UPDATE ON "custody"
BEGIN
  SELECT RAISE (ABORT, 'the custody record only grows');
END;

-- The words of everything, without a second copy of the text (rowid is the object's key).
CREATE VIRTUAL TABLE "search" USING fts5 (
  "title", "detail", "body",
  content = '', tokenize = 'unicode61 remove_diacritics 2'
);
