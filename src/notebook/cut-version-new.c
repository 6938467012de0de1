/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-version-new.h"

#include "cut-block.h"

/* What a capture reads, for comparing. */
typedef struct
{
  char *text;
  char *headline;
} Page;

static void
page_clear (Page *page)
{
  g_clear_pointer (&page->text, g_free);
  g_clear_pointer (&page->headline, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

/* The page's own headline, which need not be what its head calls it. */
static char *
headline_of (const char *text,
             const char *json)
{
  g_autoptr (GPtrArray) blocks = json != NULL ? cut_blocks_from_json (json, NULL) : NULL;
  const CutBlock *found = NULL;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (blocks, i);
      gboolean title = block->role == CUT_ROLE_TITLE;

      if (block->end > block->start && (title || (found == NULL && block->kind == CUT_BLOCK_HEADING && block->level == 1)))
        found = block;
      if (found == block && title)
        break;
    }
  return found != NULL ? g_utf8_substring (text, found->start, found->end) : NULL;
}

static void
load_page (CutStore  *store,
           CutRecord *capture,
           Page      *page)
{
  g_autofree char *json = NULL;

  cut_store_get_text (store, cut_record_get_id (capture), &page->text, &json, NULL, NULL);
  if (page->text == NULL)
    page->text = g_strdup ("");
  page->headline = headline_of (page->text, json);
}

CutVersion *
cut_version_new (CutStore  *store,
                 CutRecord *capture,
                 CutRecord *previous)
{
  CutVersion *self = g_new0 (CutVersion, 1);
  g_auto (Page) before = { 0 };
  g_auto (Page) after = { 0 };

  self->capture = g_object_ref (capture);
  if (previous == NULL)
    return self;
  load_page (store, previous, &before);
  load_page (store, capture, &after);
  if (g_str_equal (before.text, after.text))
    {
      self->change = CUT_VERSION_SAME_TEXT;
      return self;
    }
  self->change = CUT_VERSION_OTHER_TEXT;
  self->other_headline = g_strcmp0 (before.headline, after.headline) != 0;
  cut_version_count_words (before.text, after.text, &self->words_added, &self->words_removed);
  return self;
}
