/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-matcher-private.h"

#include <string.h>

CutNameMatcher *
cut_name_matcher_new (void)
{
  CutNameMatcher *self = g_new0 (CutNameMatcher, 1);

  self->table = cut_name_table_new ();
  self->nodes = g_array_new (FALSE, TRUE, sizeof (CutNameNode));
  self->patterns = g_array_new (FALSE, TRUE, sizeof (CutNamePattern));
  self->firsts = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (self->nodes, 1);
  g_array_set_size (self->patterns, 1);
  self->n_slots = 1024;
  self->edges = g_new0 (guint64, self->n_slots);
  self->targets = g_new0 (guint32, self->n_slots);
  self->owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  return self;
}

void
cut_name_matcher_free (CutNameMatcher *self)
{
  for (guint i = 0; i < self->patterns->len; i++)
    g_free (g_array_index (self->patterns, CutNamePattern, i).cased);
  cut_name_table_free (self->table);
  g_array_unref (self->nodes);
  g_array_unref (self->patterns);
  g_array_unref (self->firsts);
  g_free (self->edges);
  g_free (self->targets);
  g_hash_table_unref (self->owners);
  g_free (self);
}

/* The trie. */

CutGap
cut_name_canonical_gap (CutGap             gap,
                        const CutNameWord *before)
{
  gboolean initial = (before->flags & CUT_NAME_WORD_SINGLE) != 0;

  if (gap == CUT_GAP_HYPHEN || ((gap == CUT_GAP_DOT || gap == CUT_GAP_STOP) && initial))
    return CUT_GAP_SPACE;
  return gap;
}

static guint64
key_of (guint32 node,
        CutGap  gap,
        guint32 id)
{
  return ((guint64) node << 36) ^ ((guint64) gap << 32) ^ id;
}

static guint32
slot_of (const CutNameMatcher *self,
         guint64               key)
{
  /* Multiplying by the golden ratio spreads the numbers: D. E. Knuth, The Art of Computer Programming 3, 6.4. */
  guint32 at = (guint32) ((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) & (self->n_slots - 1);

  while (self->edges[at] != 0 && self->edges[at] != key)
    at = (at + 1) & (self->n_slots - 1);
  return at;
}

guint32
cut_name_matcher_step (const CutNameMatcher *self,
                       guint32               node,
                       CutGap                gap,
                       guint32               id)
{
  return gap != CUT_GAP_BREAK && id != 0 ? self->targets[slot_of (self, key_of (node, gap, id))] : 0;
}

static guint32
add_node (CutNameMatcher *self)
{
  g_array_set_size (self->nodes, self->nodes->len + 1);
  return self->nodes->len - 1;
}

static void
grow (CutNameMatcher *self)
{
  guint32 n = self->n_slots;
  g_autofree guint64 *edges = self->edges;
  g_autofree guint32 *targets = self->targets;

  self->n_slots = 2 * n;
  self->edges = g_new0 (guint64, self->n_slots);
  self->targets = g_new0 (guint32, self->n_slots);
  for (guint32 i = 0; i < n; i++)
    if (edges[i] != 0)
      {
        guint32 at = slot_of (self, edges[i]);

        self->edges[at] = edges[i];
        self->targets[at] = targets[i];
      }
}

static guint32
lead_on (CutNameMatcher *self,
         guint32         node,
         CutGap          gap,
         guint32         id)
{
  guint32 target = cut_name_matcher_step (self, node, gap, id);
  guint32 at;

  if (target != 0)
    return target;
  if (2 * self->n_edges >= self->n_slots)
    grow (self);
  target = add_node (self);
  at = slot_of (self, key_of (node, gap, id));
  self->edges[at] = key_of (node, gap, id);
  self->targets[at] = target;
  self->n_edges++;
  g_array_index (self->nodes, CutNameNode, node).leads_on = TRUE;
  return target;
}

static guint32
begin (CutNameMatcher *self,
       guint32         id)
{
  guint32 node;

  if (id >= self->firsts->len)
    g_array_set_size (self->firsts, MAX (id + 1, cut_name_table_get_size (self->table)));
  node = g_array_index (self->firsts, guint32, id);
  if (node == 0)
    {
      node = add_node (self);
      g_array_index (self->firsts, guint32, id) = node;
    }
  return node;
}

/* Patterns. */

static void
append_bare (GString           *to,
             const CutLetters  *letters,
             const char        *name,
             const CutNameWord *word)
{
  for (const char *p = name + word->start; p < name + word->end; p = g_utf8_next_char (p))
    if ((cut_letters_get_kind (letters, g_utf8_get_char (p)) & CUT_LETTER_MARK) == 0)
      g_string_append_unichar (to, cut_letters_get_bare (letters, g_utf8_get_char (p)));
  g_string_append_c (to, '\0');
}

static gboolean
has_pattern (CutNameMatcher *self,
             guint32         node,
             gint64          owner,
             CutNameForm     form,
             const GString  *cased)
{
  for (guint32 i = g_array_index (self->nodes, CutNameNode, node).pattern; i != 0;)
    {
      const CutNamePattern *pattern = &g_array_index (self->patterns, CutNamePattern, i);

      if (pattern->owner == owner && pattern->form == form && memcmp (pattern->cased, cased->str, cased->len) == 0)
        return TRUE;
      i = pattern->next;
    }
  return FALSE;
}

static void
note_owner (CutNameMatcher *self,
            gint64          owner,
            guint32         number)
{
  GArray *numbers = g_hash_table_lookup (self->owners, &owner);

  if (numbers == NULL)
    {
      numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (self->owners, g_memdup2 (&owner, sizeof owner), numbers);
    }
  g_array_append_val (numbers, number);
}

static void
end_at (CutNameMatcher *self,
        guint32         node,
        gint64          owner,
        CutNameForm     form,
        GString        *cased)
{
  CutNamePattern pattern = { .owner = owner, .form = form, .node = node };

  if (has_pattern (self, node, owner, form, cased))
    {
      g_string_free (cased, TRUE);
      return;
    }
  /* An empty word ends the list. */
  g_string_append_c (cased, '\0');
  pattern.cased = g_string_free (cased, FALSE);
  pattern.next = g_array_index (self->nodes, CutNameNode, node).pattern;
  g_array_append_val (self->patterns, pattern);
  g_array_index (self->nodes, CutNameNode, node).pattern = self->patterns->len - 1;
  note_owner (self, owner, self->patterns->len - 1);
}

static CutGap
gap_before (const CutNameWord *word,
            gboolean           loose)
{
  CutGap gap = cut_name_canonical_gap (word->gap, word - 1);

  return loose && (gap == CUT_GAP_STOP || gap == CUT_GAP_COMMA) ? CUT_GAP_SPACE : gap;
}

void
cut_name_matcher_put (CutNameMatcher    *self,
                      gint64             owner,
                      CutNameForm        form,
                      const char        *name,
                      const CutNameWord *words,
                      guint              n,
                      gboolean           loose)
{
  const CutLetters *letters = cut_name_table_get_letters (self->table);
  GString *cased;
  guint32 node;

  for (guint i = 0; i < n; i++)
    if (words[i].id == 0 || (i > 0 && words[i].gap == CUT_GAP_BREAK))
      return;
  cased = g_string_new (NULL);
  node = begin (self, words[0].id);
  append_bare (cased, letters, name, &words[0]);
  for (guint i = 1; i < n; i++)
    {
      node = lead_on (self, node, gap_before (&words[i], loose), words[i].id);
      append_bare (cased, letters, name, &words[i]);
    }
  end_at (self, node, owner, form, cased);
}

/* Taking away: the way through the trie stays, only what ended there is gone. */
static void
take_out (CutNameMatcher *self,
          guint32         number)
{
  CutNamePattern *gone = &g_array_index (self->patterns, CutNamePattern, number);
  guint32 *link = &g_array_index (self->nodes, CutNameNode, gone->node).pattern;

  while (*link != number)
    link = &g_array_index (self->patterns, CutNamePattern, *link).next;
  *link = gone->next;
  g_clear_pointer (&gone->cased, g_free);
  gone->owner = 0;
}

void
cut_name_matcher_remove (CutNameMatcher *self,
                         gint64          owner)
{
  GArray *numbers = g_hash_table_lookup (self->owners, &owner);

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    take_out (self, g_array_index (numbers, guint32, i));
  g_hash_table_remove (self->owners, &owner);
}

gboolean
cut_name_matcher_has_owner (CutNameMatcher *self,
                            gint64          owner)
{
  return g_hash_table_contains (self->owners, &owner);
}

static guint
count_words (const CutNamePattern *pattern)
{
  guint n = 0;

  for (const char *word = pattern->cased; *word != '\0'; word += strlen (word) + 1)
    n++;
  return n;
}

static char *
join_words (const CutNamePattern *pattern)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  const char *word = pattern->cased;

  for (guint n = count_words (pattern); n > 0; n--, word += strlen (word) + 1)
    g_strv_builder_add (builder, word);
  words = g_strv_builder_end (builder);
  return g_strjoinv (" ", words);
}

char **
cut_name_matcher_list_full (CutNameMatcher *self,
                            gint64          owner)
{
  GArray *numbers = g_hash_table_lookup (self->owners, &owner);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      const CutNamePattern *pattern = &g_array_index (self->patterns, CutNamePattern, g_array_index (numbers, guint32, i));
      g_autofree char *words = pattern->form == CUT_NAME_FULL ? join_words (pattern) : NULL;

      if (words != NULL && !g_ptr_array_find_with_equal_func (list, words, g_str_equal, NULL))
        g_ptr_array_add (list, g_steal_pointer (&words));
    }
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
}

/* Looking. */

static void
look_at_range (CutNameLook        *look,
               const CutNameRange *range)
{
  gboolean stems = look->manner != NULL && look->manner->genitive_s;

  look->upper = -1;
  cut_name_table_split (look->matcher->table, look->text, range->start, range->end, range->folded, stems, look->words);
  cut_name_scan (look);
}

/* Bytes become code points, in one walk: matches are in order of start and do not overlap but for those of one place. */
static void
count_characters (const char *text,
                  GArray     *matches)
{
  gsize at = 0;
  guint offset = 0;
  guint start = 0, last = G_MAXUINT;

  for (guint i = 0; i < matches->len; i++)
    {
      CutNameMatch *match = &g_array_index (matches, CutNameMatch, i);
      guint end = match->end;

      if (match->start != last)
        {
          last = match->start;
          for (; at < last; at++)
            offset += ((guint8) text[at] & 0xc0) != 0x80;
          start = offset;
          for (; at < end; at++)
            offset += ((guint8) text[at] & 0xc0) != 0x80;
        }
      match->start = start;
      match->end = offset;
    }
}

static void
look_at_line (CutNameLook *look,
              gsize        start,
              gsize        end)
{
  CutNameRange range = { start, end, FALSE };

  if (end > start)
    look_at_range (look, &range);
}

static void
look_at_lines (CutNameLook *look,
               gsize        start,
               gsize        end)
{
  while (start < end)
    {
      const char *line_end = memchr (look->text + start, '\n', end - start);
      gsize at = line_end != NULL ? (gsize) (line_end - look->text) : end;

      look_at_line (look, start, at);
      start = at + 1;
    }
}

GArray *
cut_name_matcher_run (const CutNameMatcher *self,
                      const char           *text,
                      const CutNameRange   *ranges,
                      guint                 n_ranges,
                      const CutNameManner  *manner)
{
  g_autoptr (GArray) words = g_array_sized_new (FALSE, FALSE, sizeof (CutNameWord), 256);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (CutNameCandidate));
  CutNameLook look = { self, manner, text, words, candidates, -1 };
  GArray *matches;

  if (ranges == NULL)
    look_at_lines (&look, 0, strlen (text));
  for (guint i = 0; ranges != NULL && i < n_ranges; i++)
    if (ranges[i].folded)
      look_at_range (&look, &ranges[i]);
    else
      look_at_lines (&look, ranges[i].start, ranges[i].end);
  matches = cut_name_choose (&look);
  count_characters (text, matches);
  return matches;
}
