/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-in-list.h"

/* Programs that write a JSON object for each article. */

#define NEEDED(...) (const char *const[]) { __VA_ARGS__, NULL }
#define TEXT(member, what) { member, CUT_IN_TEXT, CUT_BROUGHT_##what, NULL }

static const CutInField wallabag_fields[] = {
  TEXT ("title", TITLE),
  TEXT ("url", URL),
  { "content", CUT_IN_HTML, 0, NULL },
  { "created_at", CUT_IN_ADDED, 0, NULL },
  { "updated_at", CUT_IN_MODIFIED, 0, NULL },
  { "published_by", CUT_IN_AUTHORS, 0, NULL },
  TEXT ("published_at", PUBLISHED),
  TEXT ("language", LANGUAGE),
  { "tags", CUT_IN_TAGS, 0, "," },
  { "annotations", CUT_IN_NOTES, 0, NULL },
  { "is_archived", CUT_IN_LEFT, 0, NULL },
  { "is_starred", CUT_IN_LEFT, 0, NULL },
  { "is_read", CUT_IN_LEFT, 0, NULL },
  { "is_fav", CUT_IN_LEFT, 0, NULL },
  { NULL, 0, 0, NULL },
};

static const CutInField readability_fields[] = {
  TEXT ("article__title", TITLE),
  TEXT ("article__url", URL),
  TEXT ("article__excerpt", EXCERPT),
  { "date_added", CUT_IN_ADDED, 0, NULL },
  { "archive", CUT_IN_LEFT, 0, NULL },
  { "favorite", CUT_IN_LEFT, 0, NULL },
  { "date_archived", CUT_IN_LEFT, 0, NULL },
  { "date_favorited", CUT_IN_LEFT, 0, NULL },
  { NULL, 0, 0, NULL },
};

static const CutInField elcurator_fields[] = {
  TEXT ("title", TITLE),
  TEXT ("url", URL),
  TEXT ("description", EXCERPT),
  { "created_at", CUT_IN_ADDED, 0, NULL },
  { "tags", CUT_IN_TAGS, 0, NULL },
  { "is_saved", CUT_IN_LEFT, 0, NULL },
  { NULL, 0, 0, NULL },
};

static const CutInField omnivore_fields[] = {
  TEXT ("id", KEY),
  TEXT ("title", TITLE),
  TEXT ("url", URL),
  TEXT ("description", EXCERPT),
  { "author", CUT_IN_AUTHORS, 0, NULL },
  TEXT ("publishedAt", PUBLISHED),
  { "savedAt", CUT_IN_ADDED, 0, NULL },
  { "updatedAt", CUT_IN_MODIFIED, 0, NULL },
  { "labels", CUT_IN_TAGS, 0, NULL },
  { "state", CUT_IN_LEFT, 0, NULL },
  { "readingProgress", CUT_IN_LEFT, 0, NULL },
  { NULL, 0, 0, NULL },
};

static const CutInField readwise_fields[] = {
  TEXT ("user_book_id", KEY),
  TEXT ("title", TITLE),
  TEXT ("source_url", URL),
  { "author", CUT_IN_AUTHORS, 0, NULL },
  { "book_tags", CUT_IN_TAGS, 0, NULL },
  { "document_note", CUT_IN_NOTE, 0, NULL },
  { "highlights", CUT_IN_NOTES, 0, NULL },
  { NULL, 0, 0, NULL },
};

static const CutInList wallabag_list = { FALSE, NULL, NEEDED ("url", "title", "content"), wallabag_fields };
static const CutInList readability_list = { FALSE, "bookmarks", NEEDED ("article__url", "date_added"), readability_fields };
static const CutInList elcurator_list = { FALSE, NULL, NEEDED ("url", "title", "is_saved"), elcurator_fields };
static const CutInList omnivore_list = { FALSE, NULL, NEEDED ("slug", "url", "savedAt"), omnivore_fields };
static const CutInList readwise_list = { FALSE, "results", NEEDED ("user_book_id", "highlights"), readwise_fields };

CUT_IN_LIST (wallabag, "wallabag", "wallabag", wallabag_list);
CUT_IN_LIST (readability, "readability", "Readability", readability_list);
CUT_IN_LIST (elcurator, "elcurator", "elCurator", elcurator_list);
CUT_IN_LIST (omnivore, "omnivore", "Omnivore", omnivore_list);
CUT_IN_LIST (readwise_json, "readwise-json", "Readwise", readwise_list);
