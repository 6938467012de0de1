/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-in-list.h"

/* Programs that write a table with a line for each article or mark. */

#define NEEDED(...) (const char *const[]) { __VA_ARGS__, NULL }
#define TEXT(column, what) { column, CUT_IN_TEXT, CUT_BROUGHT_##what, NULL }

static const CutInField pocket_fields[] = {
  TEXT ("title", TITLE),
  TEXT ("url", URL),
  { "time_added", CUT_IN_ADDED, 0, NULL },
  { "tags", CUT_IN_TAGS, 0, "|" },
  { "status", CUT_IN_LEFT, 0, NULL },
  { NULL, 0, 0, NULL },
};

static const CutInField instapaper_fields[] = {
  TEXT ("URL", URL),
  TEXT ("Title", TITLE),
  { "Selection", CUT_IN_QUOTE, 0, NULL },
  TEXT ("Folder", FOLDER),
  { "Timestamp", CUT_IN_ADDED, 0, NULL },
  { "Tags", CUT_IN_TAGS, 0, "[],\"" },
  { NULL, 0, 0, NULL },
};

static const CutInField raindrop_fields[] = {
  TEXT ("id", KEY),
  TEXT ("title", TITLE),
  { "note", CUT_IN_NOTE, 0, NULL },
  TEXT ("excerpt", EXCERPT),
  TEXT ("url", URL),
  TEXT ("folder", FOLDER),
  { "tags", CUT_IN_TAGS, 0, "," },
  { "created", CUT_IN_ADDED, 0, NULL },
  { "highlights", CUT_IN_HIGHLIGHTS, 0, NULL },
  { "favorite", CUT_IN_LEFT, 0, NULL },
  { NULL, 0, 0, NULL },
};

/* A line for each mark: those of one book or article are told by its name. */
static const CutInField readwise_fields[] = {
  TEXT ("Book Title", TITLE),
  { "Book Author", CUT_IN_AUTHORS, 0, NULL },
  { "Highlight", CUT_IN_QUOTE, 0, NULL },
  { "Note", CUT_IN_BODY, 0, NULL },
  { "Color", CUT_IN_COLOUR, 0, NULL },
  { "Tags", CUT_IN_NOTE_TAGS, 0, "," },
  { "Highlighted at", CUT_IN_NOTE_CREATED, 0, NULL },
  { "Document tags", CUT_IN_TAGS, 0, "," },
  { NULL, 0, 0, NULL },
};

static const CutInField reader_fields[] = {
  TEXT ("Title", TITLE),
  TEXT ("URL", URL),
  TEXT ("ID", KEY),
  { "Document tags", CUT_IN_TAGS, 0, "[],'\"" },
  { "Saved date", CUT_IN_ADDED, 0, NULL },
  { NULL, 0, 0, NULL },
};

/* A table that somebody made: what columns are mostly called. */
static const CutInField plain_fields[] = {
  TEXT ("url", URL),
  TEXT ("link", URL),
  TEXT ("title", TITLE),
  TEXT ("headline", TITLE),
  { "author", CUT_IN_AUTHORS, 0, ";" },
  { "authors", CUT_IN_AUTHORS, 0, ";" },
  TEXT ("publisher", OUTLET),
  TEXT ("outlet", OUTLET),
  TEXT ("source", OUTLET),
  TEXT ("published", PUBLISHED),
  TEXT ("date", PUBLISHED),
  TEXT ("description", EXCERPT),
  TEXT ("folder", FOLDER),
  { "tags", CUT_IN_TAGS, 0, ",;|" },
  { "note", CUT_IN_NOTE, 0, NULL },
  { "notes", CUT_IN_NOTE, 0, NULL },
  { NULL, 0, 0, NULL },
};

static const CutInList pocket_list = { TRUE, NULL, NEEDED ("url", "title", "time_added"), pocket_fields };
static const CutInList instapaper_list = { TRUE, NULL, NEEDED ("URL", "Title", "Selection", "Folder"), instapaper_fields };
static const CutInList raindrop_list = { TRUE, NULL, NEEDED ("id", "url", "folder", "created", "highlights"), raindrop_fields };
static const CutInList readwise_list = { TRUE, NULL, NEEDED ("Highlight", "Book Title", "Highlighted at"), readwise_fields };
static const CutInList reader_list = { TRUE, NULL, NEEDED ("Title", "URL", "Document tags", "Saved date"), reader_fields };
static const CutInList plain_list = { TRUE, NULL, NEEDED ("url"), plain_fields };

CUT_IN_LIST (pocket_csv, "pocket", "Pocket", pocket_list);
CUT_IN_LIST (instapaper, "instapaper", "Instapaper", instapaper_list);
CUT_IN_LIST (raindrop, "raindrop", "Raindrop", raindrop_list);
CUT_IN_LIST (readwise, "readwise", "Readwise", readwise_list);
CUT_IN_LIST (reader, "readwise-reader", "Readwise Reader", reader_list);
CUT_IN_LIST (table, "csv", "CSV", plain_list);
