/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-headlines.h"

#include <string.h>

#include "cut-block.h"
#include "cut-clip.h"
#include "cut-headline.h"
#include "cut-language-guess.h"

/* The counted text of the capture that the clip shows. */
static char *
text_of (CutStore   *store,
         const char *clip)
{
  g_autoptr (CutRecord) capture = cut_store_shown_capture (store, clip, NULL);
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GPtrArray) blocks = NULL;

  if (capture == NULL || !cut_store_get_text (store, cut_record_get_id (capture), &text, &json, NULL, NULL) || text == NULL)
    return NULL;
  blocks = json != NULL ? cut_blocks_from_json (json, NULL) : NULL;
  return blocks != NULL ? cut_blocks_get_counted_text (blocks, text) : g_steal_pointer (&text);
}

/* A text often begins with its headline, which would bear itself. */
static const char *
skip_headline (const char *text,
               const char *title)
{
  gsize length = strcspn (text, "\n");
  g_autofree char *line = g_strndup (text, length);
  g_autofree char *first = g_utf8_casefold (line, -1);
  g_autofree char *wanted = g_utf8_casefold (title, -1);

  return strstr (wanted, first) != NULL || strstr (first, wanted) != NULL ? text + length : text;
}

char *
cut_headlines_find (CutStore     *store,
                    CutRecord    *clip,
                    GCancellable *cancellable)
{
  const char *title = cut_clip_get_title (CUT_CLIP (clip));
  const char *language = cut_clip_get_language (CUT_CLIP (clip));
  g_autofree char *text = title != NULL ? text_of (store, cut_record_get_id (clip)) : NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (text == NULL || *text == '\0')
    return NULL;
  findings = cut_headline_check (title, skip_headline (text, title), language != NULL ? language : cut_language_guess (text), cancellable);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const CutHeadlineFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == CUT_HEADLINE_UNHEDGED && finding->in_title && !cut_stretch_is_empty (&finding->words))
        return g_utf8_substring (title, finding->words.start, finding->words.end);
    }
  return NULL;
}
