/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-mention-text.h"

#include <string.h>

#include "cut-language.h"
#include "cut-mention-marks.h"

/* Languages. */

/* Words that say nothing about the name behind them, though they have a capital where they begin a sentence. */
#define NO_NAMES                                                                                                        \
  (CUT_CLASS_BIT (CUT_CLASS_TITLE) | CUT_CLASS_BIT (CUT_CLASS_ARTICLE) | CUT_CLASS_BIT (CUT_CLASS_POSSESSIVE) |          \
   CUT_CLASS_BIT (CUT_CLASS_DETERMINER) | CUT_CLASS_BIT (CUT_CLASS_PREPOSITION) | CUT_CLASS_BIT (CUT_CLASS_COORDINATOR) | \
   CUT_CLASS_BIT (CUT_CLASS_SUBORDINATOR) | CUT_CLASS_BIT (CUT_CLASS_RELATIVE) | CUT_CLASS_BIT (CUT_CLASS_QUESTION) |    \
   CUT_CLASS_BIT (CUT_CLASS_THAT) | CUT_CLASS_BIT (CUT_CLASS_PERSONAL) | CUT_CLASS_BIT (CUT_CLASS_BE) |                   \
   CUT_CLASS_BIT (CUT_CLASS_HAVE) | CUT_CLASS_BIT (CUT_CLASS_DO) | CUT_CLASS_BIT (CUT_CLASS_NEGATION) |                   \
   CUT_CLASS_BIT (CUT_CLASS_ADVERB) | CUT_CLASS_BIT (CUT_CLASS_AS) | CUT_CLASS_BIT (CUT_CLASS_OF) |                       \
   CUT_CLASS_BIT (CUT_CLASS_PERSON) | CUT_CLASS_BIT (CUT_CLASS_TIME) | CUT_CLASS_BIT (CUT_CLASS_WEEKDAY) |                \
   CUT_CLASS_BIT (CUT_CLASS_HEDGE))

static gboolean
is_no_name (const char *word,
            gsize       length,
            gpointer    data)
{
  return cut_entry_is (cut_language_find (data, word, length), NO_NAMES);
}

static gboolean
is_language (const char        *tag,
             const char *const *languages)
{
  g_auto (GStrv) parts = g_strsplit_set (tag != NULL ? tag : "", "-_", 2);
  g_autofree char *language = parts[0] != NULL ? g_ascii_strdown (parts[0], -1) : g_strdup ("");

  return g_strv_contains (languages, language);
}

static CutNameManner
get_manner (const char *tag)
{
  static const char *const genitive_s[] = { "de", "sv", "da", "nb", "nn", "no", NULL };
  static const char *const noun_capitals[] = { "de", "lb", NULL };
  CutNameManner manner = { is_language (tag, genitive_s), is_language (tag, noun_capitals), is_no_name, (gpointer) cut_language_get (tag) };

  return manner;
}

/* Which lines count. */

/* Most texts are nothing but paragraphs that count, and their tables need not be read: each block names its role, as "body", and there
 * is no place where such words could be but for these. */
static gboolean
counts_whole (const char *blocks_json)
{
  static const char plain[] = "\"role\":\"body\"";
  gboolean any = FALSE;

  if (strchr (blocks_json, '\\') != NULL || strstr (blocks_json, "\"preformatted\"") != NULL)
    return FALSE;
  for (const char *p = strstr (blocks_json, "\"role\""); p != NULL; p = strstr (p + 1, "\"role\""))
    {
      if (!g_str_has_prefix (p, plain))
        return FALSE;
      any = TRUE;
    }
  return any;
}

/* Lines that were folded where the text was set are one range, so that a name may go on in the next. */
static void
add_range (GArray            *ranges,
           const CutCounting *line,
           gsize              start,
           gsize              end)
{
  CutNameRange range = { start, end, line->preformatted };
  CutNameRange *last = ranges->len > 0 ? &g_array_index (ranges, CutNameRange, ranges->len - 1) : NULL;

  if (last != NULL && last->folded && range.folded && start == last->end + 1)
    last->end = end;
  else if (end > start)
    g_array_append_val (ranges, range);
}

/* From code points to bytes, in one walk. */
static gsize
walk_to (const char *text,
         gsize       at,
         guint      *offset,
         guint       wanted)
{
  for (; *offset < wanted && text[at] != '\0'; (*offset)++)
    at = (gsize) (g_utf8_next_char (text + at) - text);
  return at;
}

static GArray *
list_ranges (const char *text,
             GArray     *lines)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (CutNameRange));
  guint offset = 0;
  gsize at = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const CutCounting *line = &g_array_index (lines, CutCounting, i);
      gsize start = at = walk_to (text, at, &offset, line->start);

      at = walk_to (text, at, &offset, line->end);
      if (line->counts)
        add_range (ranges, line, start, at);
    }
  return ranges;
}

/* @ranges: (out) (nullable): %NULL for the whole text */
static gboolean
find_ranges (CutStore               *store,
             const CutSoughtText    *text,
             const CutMentionMarks  *marks,
             GArray                **ranges,
             GError                **error)
{
  g_autoptr (GArray) lines = NULL;

  *ranges = NULL;
  if (text->blocks_json == NULL || (counts_whole (text->blocks_json) && !cut_mention_marks_decide (marks)))
    return TRUE;
  lines = cut_store_list_counting (store, text->blocks_json, error);
  if (lines == NULL)
    return FALSE;
  cut_mention_marks_apply (marks, lines);
  *ranges = list_ranges (text->text, lines);
  return TRUE;
}

/* What is kept. */

static void
add_mention (GHashTable            *by_entity,
             gint64                 capture,
             const CutNameMatch    *match,
             const CutMentionMarks *marks)
{
  CutMentionSpan span = { match->start, match->end, 0 };
  CutStoredMentions *mentions = g_hash_table_lookup (by_entity, &match->owner);

  if (cut_mention_marks_refuse (marks, match->owner, match->start, match->end))
    return;
  span.flags = (match->is_short ? CUT_SPAN_SHORT : 0U) | (match->ambiguous ? CUT_SPAN_AMBIGUOUS : 0U);
  /* A person has said who it is. */
  if (cut_mention_marks_find (marks, match->owner, match->start, match->end) != NULL)
    span.flags = (span.flags & ~(guint) CUT_SPAN_AMBIGUOUS) | CUT_SPAN_LINKED;
  if (mentions == NULL)
    {
      mentions = g_new0 (CutStoredMentions, 1);
      mentions->entity = match->owner;
      mentions->capture = capture;
      mentions->spans = g_array_new (FALSE, FALSE, sizeof (CutMentionSpan));
      g_hash_table_insert (by_entity, &mentions->entity, mentions);
    }
  g_array_append_val (mentions->spans, span);
}

static int
compare_entities (gconstpointer a,
                  gconstpointer b)
{
  const CutStoredMentions *left = *(const CutStoredMentions *const *) a;
  const CutStoredMentions *right = *(const CutStoredMentions *const *) b;

  return (left->entity > right->entity) - (left->entity < right->entity);
}

static GPtrArray *
collect (GArray                *matches,
         gint64                 capture,
         const CutMentionMarks *marks)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_stored_mentions_free);
  g_autoptr (GHashTable) by_entity = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer mentions;

  for (guint i = 0; i < matches->len; i++)
    add_mention (by_entity, capture, &g_array_index (matches, CutNameMatch, i), marks);
  g_hash_table_iter_init (&iter, by_entity);
  while (g_hash_table_iter_next (&iter, NULL, &mentions))
    g_ptr_array_add (list, mentions);
  g_ptr_array_sort (list, compare_entities);
  return list;
}

static GArray *
run (const CutNameMatcher *matcher,
     const char           *text,
     GArray               *ranges,
     const CutNameManner  *manner)
{
  if (ranges == NULL)
    return cut_name_matcher_run (matcher, text, NULL, 0, manner);
  if (ranges->len == 0)
    return g_array_new (FALSE, FALSE, sizeof (CutNameMatch));
  return cut_name_matcher_run (matcher, text, (const CutNameRange *) (void *) ranges->data, ranges->len, manner);
}

GPtrArray *
cut_mention_text_look_through (CutStore              *store,
                               gint64                 clip,
                               const CutNameMatcher  *matcher,
                               GHashTable            *roots,
                               GError               **error)
{
  g_autoptr (CutSoughtText) text = cut_store_get_sought_text (store, clip, error);
  g_autoptr (CutMentionMarks) marks = NULL;
  g_autoptr (GArray) ranges = NULL;
  g_autoptr (GArray) matches = NULL;
  CutNameManner manner;

  if (text == NULL)
    return NULL;
  if (text->text == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) cut_stored_mentions_free);
  marks = cut_mention_marks_new (store, text, roots, error);
  if (marks == NULL || !find_ranges (store, text, marks, &ranges, error))
    return NULL;
  manner = get_manner (text->language);
  matches = run (matcher, text->text, ranges, &manner);
  return collect (matches, text->capture, marks);
}
