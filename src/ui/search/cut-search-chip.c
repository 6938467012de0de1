/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search-chip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-date-text.h"
#include "cut-vocab.h"

static const char *const labels[CUT_N_FILTERS] = {
  [CUT_FILTER_SITE] = NC_("filter", "Outlet"),
  [CUT_FILTER_BY] = NC_("filter", "Author"),
  [CUT_FILTER_TAG] = NC_("filter", "Tag"),
  [CUT_FILTER_STORY] = NC_("filter", "Story"),
  [CUT_FILTER_ENTITY] = NC_("filter", "Entity"),
  [CUT_FILTER_SOURCE] = NC_("filter", "Source"),
  [CUT_FILTER_STATUS] = NC_("filter", "Status"),
  [CUT_FILTER_BEFORE] = NC_("filter", "Before"),
  [CUT_FILTER_AFTER] = NC_("filter", "After"),
  [CUT_FILTER_KIND] = NC_("filter", "Kind"),
};

void
cut_search_chip_free (CutSearchChip *self)
{
  g_free (self->value);
  g_free (self->text);
  g_free (self);
}

const char *
cut_search_filter_get_label (CutFilter filter)
{
  return labels[filter] != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "filter", labels[filter]) : "";
}

/* What the program's own words are called in the user's language. */
static char *
describe_value (const CutSearchChip *self)
{
  g_autofree char *word = g_ascii_strdown (self->value, -1);
  g_autoptr (CutDate) date = NULL;

  if (self->filter == CUT_FILTER_STATUS)
    return g_strdup (cut_vocab_get_label (CUT_VOCAB_CLAIM_STATUS, word));
  if (self->filter == CUT_FILTER_KIND && cut_kind_from_name (word) != CUT_KIND_NONE)
    return g_strdup (cut_kind_get_label (cut_kind_from_name (word)));
  if (self->filter == CUT_FILTER_BEFORE || self->filter == CUT_FILTER_AFTER)
    date = cut_date_new (self->value, CUT_DATE_UNKNOWN, NULL, NULL);
  return date != NULL ? cut_date_to_text (date) : g_strdup (self->value);
}

char *
cut_search_chip_describe (const CutSearchChip *self)
{
  g_autofree char *value = describe_value (self);
  const char *label = cut_search_filter_get_label (self->filter);

  /* Translators: a filter of the search and its value, as "Outlet: BBC News" */
  return self->negative ? g_strdup_printf (C_("filter", "Not %s: %s"), label, value)
                        : g_strdup_printf (C_("filter", "%s: %s"), label, value);
}

/* Marks that would end a quoted value, or turn it into another filter's. */
static char *
quote (const char *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean plain = *value != '\0';

  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      plain = plain && (g_unichar_isalnum (c) || c == '-' || c == '.' || c == '_');
      g_string_append_unichar (text, cut_search_is_quote (c) ? ' ' : c);
    }
  return plain ? g_strdup (text->str) : g_strdup_printf ("\"%s\"", text->str);
}

char *
cut_search_filter_write (CutFilter   filter,
                         gboolean    negative,
                         const char *value)
{
  g_autofree char *quoted = *value != '\0' ? quote (value) : g_strdup ("");

  return g_strdup_printf ("%s%s:%s", negative ? "-" : "", cut_filter_get_word (filter), quoted);
}

static CutSearchChip *
chip_new (const CutSearchTerm *term)
{
  CutSearchChip *chip = g_new0 (CutSearchChip, 1);

  chip->filter = term->filter;
  chip->negative = term->negative;
  chip->value = term->prefix ? g_strconcat (term->text, "*", NULL) : g_strdup (term->text);
  chip->text = cut_search_filter_write (term->filter, term->negative, chip->value);
  return chip;
}

static gboolean
shares_group (GPtrArray *terms,
              guint      i)
{
  const CutSearchTerm *term = g_ptr_array_index (terms, i);

  return (i > 0 && ((CutSearchTerm *) g_ptr_array_index (terms, i - 1))->group == term->group) ||
         (i + 1 < terms->len && ((CutSearchTerm *) g_ptr_array_index (terms, i + 1))->group == term->group);
}

/* Whether somebody may still be typing it: the caret stands in it, or behind it where no quote closed it. */
static gboolean
is_unfinished (const CutSearchTerm *term,
               const char          *text,
               gssize               caret)
{
  const char *last = term->end > term->start ? g_utf8_find_prev_char (text + term->start, text + term->end) : NULL;
  const char *colon = memchr (text + term->start, ':', term->end - term->start);
  gboolean quoted = colon != NULL && cut_search_is_quote (g_utf8_get_char (colon + 1));
  gboolean closed = quoted && last != NULL && last > colon + 1 && cut_search_is_quote (g_utf8_get_char (last));

  if (quoted && !closed && caret >= 0)
    return TRUE;
  return caret > (gssize) term->start && (closed ? caret < (gssize) term->end : caret <= (gssize) term->end);
}

/* Takes [start, end) out, and the blanks that would be left doubled. */
static gssize
take_out (GString *text,
          gsize    start,
          gsize    end,
          gssize   caret)
{
  while (end < text->len && g_ascii_isspace (text->str[end]))
    end++;
  g_string_erase (text, (gssize) start, (gssize) (end - start));
  if (caret >= (gssize) end)
    return caret - (gssize) (end - start);
  return MIN (caret, (gssize) start);
}

/* Returns: the byte of @composed, the NFC of @text, at which its code point @caret stands */
static gssize
find_caret (const char *text,
            const char *composed,
            int         caret)
{
  g_autofree char *before = NULL;
  g_autofree char *normal = NULL;

  if (caret < 0)
    return -1;
  before = g_utf8_substring (text, 0, MIN (caret, (int) g_utf8_strlen (text, -1)));
  normal = g_utf8_normalize (before, -1, G_NORMALIZE_NFC);
  return (gssize) MIN (strlen (normal), strlen (composed));
}

char *
cut_search_split (const char *text,
                  int        *caret,
                  GPtrArray  *chips)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_autoptr (GPtrArray) terms = cut_search_terms_parse (composed);
  GString *left = g_string_new (composed);
  gssize at = find_caret (valid, composed, *caret);
  guint first = chips->len;

  for (guint i = terms->len; i-- > 0;)
    {
      const CutSearchTerm *term = g_ptr_array_index (terms, i);

      if (term->filter == CUT_FILTER_NONE || shares_group (terms, i) || is_unfinished (term, composed, at))
        continue;
      g_ptr_array_insert (chips, (int) first, chip_new (term));
      at = take_out (left, term->start, term->end, at);
    }
  if (at >= 0)
    *caret = (int) g_utf8_strlen (left->str, at);
  return g_string_free (left, FALSE);
}

/* Returns: the length of @words without a filter at its end whose value is still to be typed */
static gsize
skip_begun (const char *words)
{
  gsize length = strlen (words);
  gsize start = length;

  while (start > 0 && !g_ascii_isspace (words[start - 1]))
    start--;
  for (int filter = CUT_FILTER_NONE + 1; filter < CUT_N_FILTERS; filter++)
    {
      g_autofree char *plain = cut_search_filter_write ((CutFilter) filter, FALSE, "");
      const char *word = words + start + (words[start] == '-');
      gsize n = strlen (plain);

      if (g_ascii_strncasecmp (word, plain, n) == 0 && (word[n] == '\0' || strcmp (word + n, "\"") == 0))
        return start;
    }
  return length;
}

char *
cut_search_join (GPtrArray  *chips,
                 const char *words)
{
  GString *text = g_string_new (NULL);
  gsize length = skip_begun (words);

  for (guint i = 0; i < chips->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((CutSearchChip *) g_ptr_array_index (chips, i))->text);
  if (chips->len > 0 && length > 0)
    g_string_append_c (text, ' ');
  return g_string_free (g_string_append_len (text, words, (gssize) length), FALSE);
}

CutKind
cut_search_get_kind (const char *text)
{
  g_autoptr (GPtrArray) terms = cut_search_terms_parse (text);
  CutKind kind = CUT_KIND_NONE;

  for (guint i = 0; i < terms->len; i++)
    {
      const CutSearchTerm *term = g_ptr_array_index (terms, i);
      g_autofree char *word = g_ascii_strdown (term->text, -1);

      if (term->filter != CUT_FILTER_KIND || term->negative)
        continue;
      if (kind != CUT_KIND_NONE || shares_group (terms, i))
        return CUT_KIND_NONE;
      kind = cut_kind_from_name (word);
    }
  return kind;
}
