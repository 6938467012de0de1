/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-headlines.h"

#include <string.h>

#include "cut-block.h"
#include "cut-clip.h"
#include "cut-headline.h"
#include "cut-index.h"
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

/* One is the other, or with the site's name or a section before or behind it. */
static gboolean
are_one_headline (const char *one,
                  const char *other)
{
  return (strstr (one, other) != NULL && strlen (one) <= 2 * strlen (other)) || (strstr (other, one) != NULL && strlen (other) <= 2 * strlen (one));
}

const char *
cut_headlines_skip (const char *text,
                    const char *title)
{
  const char *start = text + strspn (text, " \n");
  gsize length = strcspn (start, "\n");
  g_autofree char *line = g_strndup (start, length);
  g_autofree char *first = g_utf8_casefold (line, -1);
  g_autofree char *wanted = g_utf8_casefold (title, -1);

  return are_one_headline (first, wanted) ? start + length : text;
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
  findings = cut_headline_check (title, cut_headlines_skip (text, title), language != NULL ? language : cut_language_guess (text), cancellable);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const CutHeadlineFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == CUT_HEADLINE_UNHEDGED && finding->in_title && !cut_stretch_is_empty (&finding->words))
        return g_utf8_substring (title, finding->words.start, finding->words.end);
    }
  return NULL;
}

/* Links. */

/* So far before a link stands who is cited: "The Courier, which first had the minutes, reported". */
#define WORDS_BEFORE 80
#define MOST_LINKS 200

static char *
host_of (const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  return scheme != NULL && (g_str_equal (scheme, "https") || g_str_equal (scheme, "http")) ? g_strdup (g_uri_get_host (uri)) : NULL;
}

static void
add_links (CutBlock   *block,
           CutIndex   *index,
           const char *own_host,
           GPtrArray  *links)
{
  for (guint i = 0; block->spans != NULL && i < block->spans->len && links->len < MOST_LINKS; i++)
    {
      const CutSpan *span = &g_array_index (block->spans, CutSpan, i);
      guint from = span->start > block->start + WORDS_BEFORE ? span->start - WORDS_BEFORE : block->start;
      g_autofree char *host = span->kind == CUT_SPAN_LINK ? host_of (span->target) : NULL;
      g_autofree char *words = NULL;

      if (host == NULL || g_strcmp0 (host, own_host) == 0)
        continue;
      words = cut_index_slice (index, from, span->end);
      g_ptr_array_add (links, cut_citation_new (words, span->target));
    }
}

GPtrArray *
cut_headlines_list_links (CutStore  *store,
                          CutRecord *clip)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_citation_free);
  g_autoptr (CutRecord) capture = cut_store_shown_capture (store, cut_record_get_id (clip), NULL);
  g_autofree char *own_host = host_of (cut_clip_get_url (CUT_CLIP (clip)));
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (CutIndex) index = NULL;

  if (capture == NULL || !cut_store_get_text (store, cut_record_get_id (capture), &text, &json, NULL, NULL) || text == NULL || json == NULL)
    return links;
  blocks = cut_blocks_from_json (json, NULL);
  index = cut_index_new (text);
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    if (cut_block_counts (g_ptr_array_index (blocks, i)))
      add_links (g_ptr_array_index (blocks, i), index, own_host, links);
  return links;
}
