/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-when.h"

#include <string.h>

#include "cut-when-private.h"

void
cut_proposed_date_free (CutProposedDate *self)
{
  g_clear_pointer (&self->date, cut_date_unref);
  g_free (self);
}

/* Words. */

static const struct
{
  const char *name;
  CutWhenKind kind;
} kinds[] = {
  { "day", CUT_WHEN_DAY },         { "turn", CUT_WHEN_TURN },       { "unit", CUT_WHEN_UNIT },
  { "ago", CUT_WHEN_AGO },         { "mod", CUT_WHEN_MOD },         { "than", CUT_WHEN_THAN },
  { "edge", CUT_WHEN_EDGE },       { "part", CUT_WHEN_PART },       { "near", CUT_WHEN_NEAR },
  { "article", CUT_WHEN_ARTICLE }, { "season", CUT_WHEN_SEASON },   { "quarter", CUT_WHEN_QUARTER },
  { "month-short", CUT_WHEN_MONTH_SHORT },                          { "weekday", CUT_WHEN_WEEKDAY },
  { "clock", CUT_WHEN_CLOCK },     { "hour", CUT_WHEN_HOUR },       { "half", CUT_WHEN_HALF },
  { "zone", CUT_WHEN_ZONE },       { "not", CUT_WHEN_NOT },         { "name", CUT_WHEN_NAME },
};

static int
unit_of (const char *name)
{
  static const char *const names[] = { "day", "week", "weekend", "month", "quarter", "year", "decade" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return (int) i;
  g_assert_not_reached ();
}

/* "KIND ARGUMENT". The data files are the program's own. */
static void
read_value (const char  *value,
            CutWhenWord *word)
{
  gsize length = strcspn (value, " ");

  g_assert (value[length] == ' ');
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && word->kind == CUT_WHEN_NOTHING; i++)
    if (strlen (kinds[i].name) == length && strncmp (kinds[i].name, value, length) == 0)
      word->kind = kinds[i].kind;
  g_assert (word->kind != CUT_WHEN_NOTHING);
  word->arg = value + length + 1;
  if (word->kind == CUT_WHEN_UNIT)
    word->number = unit_of (word->arg);
  else if (word->kind == CUT_WHEN_MOD || word->kind == CUT_WHEN_THAN)
    word->precision = cut_date_precision_from_word (word->arg);
  else
    word->number = (int) g_ascii_strtoll (word->arg, NULL, 10);
}

static gboolean
read_in (const CutWhenRun *run,
         guint             i,
         guint             table,
         CutWhenKind       kind,
         CutWhenWord      *word)
{
  const char *value = table != 0 ? cut_tokens_match (run->tokens, table, i, run->end, &word->n) : NULL;

  if (value == NULL)
    return FALSE;
  word->kind = kind;
  word->number = (int) g_ascii_strtoll (value, NULL, 10);
  return TRUE;
}

CutWhenWord
cut_when_read (const CutWhenRun *run,
               guint             i)
{
  CutWhenWord word = { CUT_WHEN_NOTHING, 0, NULL, CUT_DATE_UNKNOWN, 0 };
  const CutEntry *entry = i < run->end ? run->tokens->tokens[i].entry : NULL;
  const char *value;

  if (entry == NULL || entry->phrases == NULL)
    return word;
  value = run->when != 0 ? cut_tokens_match (run->tokens, run->when, i, run->end, &word.n) : NULL;
  if (value != NULL)
    read_value (value, &word);
  if (word.kind != CUT_WHEN_NOTHING && word.kind != CUT_WHEN_NAME)
    return word;
  /* Names of months and weekdays have tables of their own; both are written with a capital. */
  if (cut_when_is_capital (run, i) && !read_in (run, i, run->months, CUT_WHEN_MONTH, &word))
    read_in (run, i, run->weekdays, CUT_WHEN_WEEKDAY, &word);
  if (word.kind == CUT_WHEN_NAME)
    word.kind = CUT_WHEN_NOTHING;
  return word;
}

gboolean
cut_when_read_kind (const CutWhenRun *run,
                    guint             i,
                    CutWhenKind       kind,
                    CutWhenWord      *word)
{
  *word = cut_when_read (run, i);
  return word->kind == kind;
}

int
cut_when_number (const CutWhenRun *run,
                 guint             i,
                 guint             most)
{
  const CutProse *token = &run->tokens->tokens[i];
  int number = 0;

  if (i >= run->end || token->kind != CUT_PROSE_NUMBER || token->length > most)
    return -1;
  for (guint j = 0; j < token->length; j++)
    {
      char c = run->tokens->text[token->at + j];

      if (!g_ascii_isdigit (c))
        return -1;
      number = number * 10 + c - '0';
    }
  return number;
}

gunichar
cut_when_sign (const CutWhenRun *run,
               guint             i)
{
  return i < run->end ? run->tokens->tokens[i].sign : 0;
}

gboolean
cut_when_is_apostrophe (const CutWhenRun *run,
                        guint             i)
{
  const CutProse *token = &run->tokens->tokens[i];
  gunichar c;

  if (i >= run->end || token->end != token->start + 1)
    return FALSE;
  c = g_utf8_get_char (run->tokens->text + token->at);
  return c == '\'' || c == 0x2018 || c == 0x2019;
}

gboolean
cut_when_is_capital (const CutWhenRun *run,
                     guint             i)
{
  return i < run->end && run->tokens->tokens[i].kind == CUT_PROSE_WORD && (run->tokens->tokens[i].flags & CUT_PROSE_CAPITAL) != 0;
}

gboolean
cut_when_is_plain (const CutWhenRun *run,
                   guint             i)
{
  static const guint64 function =
    CUT_CLASS_BIT (CUT_CLASS_ARTICLE) | CUT_CLASS_BIT (CUT_CLASS_POSSESSIVE) | CUT_CLASS_BIT (CUT_CLASS_DETERMINER) |
    CUT_CLASS_BIT (CUT_CLASS_PREPOSITION) | CUT_CLASS_BIT (CUT_CLASS_COORDINATOR) | CUT_CLASS_BIT (CUT_CLASS_SUBORDINATOR) |
    CUT_CLASS_BIT (CUT_CLASS_RELATIVE) | CUT_CLASS_BIT (CUT_CLASS_SUBJECT) | CUT_CLASS_BIT (CUT_CLASS_BE) |
    CUT_CLASS_BIT (CUT_CLASS_HAVE) | CUT_CLASS_BIT (CUT_CLASS_DO) | CUT_CLASS_BIT (CUT_CLASS_MODAL) |
    CUT_CLASS_BIT (CUT_CLASS_ADVERB) | CUT_CLASS_BIT (CUT_CLASS_TO) | CUT_CLASS_BIT (CUT_CLASS_THAT) |
    CUT_CLASS_BIT (CUT_CLASS_CLITIC);
  const CutProse *token = &run->tokens->tokens[i];

  return i < run->end && token->kind == CUT_PROSE_WORD && (token->flags & CUT_PROSE_CAPITAL) == 0 &&
         !cut_entry_is (token->entry, function);
}

/* Finding. */

static void
propose (const CutWhenRun   *run,
         guint               i,
         const CutWhenMatch *match,
         GPtrArray          *list)
{
  CutProposedDate *proposal = g_new0 (CutProposedDate, 1);

  proposal->span.start = run->tokens->tokens[i].start;
  proposal->span.end = run->tokens->tokens[i + match->n - 1].end;
  proposal->date = cut_calendar_to_date (&match->moment);
  g_ptr_array_add (list, proposal);
}

/* "a week ago" begins with a number, and "a" is one. */
static gboolean
begins_with_number (const CutWhenRun *run,
                    guint             i)
{
  CutWhenWord unit;
  guint n = 0;

  return run->numbers != 0 && cut_tokens_match (run->tokens, run->numbers, i, run->end, &n) != NULL &&
         cut_when_read_kind (run, i + n, CUT_WHEN_UNIT, &unit);
}

/* Nearly all words of a text begin no phrase of any kind, and of those that do most only go on with one. */
static gboolean
may_begin (const CutWhenRun  *run,
           guint              i,
           const CutWhenWord *word)
{
  const CutProse *token = &run->tokens->tokens[i];

  switch (word->kind)
    {
    case CUT_WHEN_DAY:
    case CUT_WHEN_TURN:
    case CUT_WHEN_MOD:
    case CUT_WHEN_THAN:
    case CUT_WHEN_EDGE:
    case CUT_WHEN_SEASON:
    case CUT_WHEN_QUARTER:
    case CUT_WHEN_MONTH:
    case CUT_WHEN_MONTH_SHORT:
    case CUT_WHEN_WEEKDAY:
      return TRUE;
    case CUT_WHEN_NOTHING:
    case CUT_WHEN_UNIT:
    case CUT_WHEN_AGO:
    case CUT_WHEN_PART:
    case CUT_WHEN_NEAR:
    case CUT_WHEN_ARTICLE:
    case CUT_WHEN_NAME:
    case CUT_WHEN_CLOCK:
    case CUT_WHEN_HOUR:
    case CUT_WHEN_HALF:
    case CUT_WHEN_ZONE:
    case CUT_WHEN_NOT:
    default:
      return token->kind == CUT_PROSE_NUMBER || cut_when_is_apostrophe (run, i) ||
             (token->kind == CUT_PROSE_WORD && token->length > 4 && memchr (run->tokens->text + token->at, '-', token->length) != NULL) ||
             (token->entry != NULL && token->entry->phrases != NULL && begins_with_number (run, i));
    }
}

static gboolean
search_line (CutWhenRun    *run,
             guint          i,
             GPtrArray     *list,
             GCancellable  *cancellable)
{
  while (i < run->end)
    {
      CutWhenWord word = cut_when_read (run, i);
      CutWhenMatch match = { 0 };

      if (word.kind == CUT_WHEN_NOT)
        match.n = word.n;
      else if (may_begin (run, i, &word))
        match = cut_when_match (run, i);
      if (match.n > 0 && word.kind != CUT_WHEN_NOT)
        {
          propose (run, i, &match, list);
          run->last = i + match.n;
        }
      if ((i & 0x3ff) == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      i += MAX (match.n, 1);
    }
  return !g_cancellable_is_cancelled (cancellable);
}

GPtrArray *
cut_when_find (const char    *text,
               const char    *language,
               CutDate       *published,
               GCancellable  *cancellable)
{
  const CutLanguage *known = cut_language_get (language);
  g_autoptr (CutTokens) tokens = cut_tokens_new (text, known, cancellable);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_proposed_date_free);
  CutWhenRun run = { .tokens = tokens };

  if (tokens == NULL)
    return NULL;
  if (published != NULL)
    run.published = cut_calendar_of_date (published);
  run.when = cut_language_get_table (known, "when");
  run.months = cut_language_get_table (known, "months");
  run.weekdays = cut_language_get_table (known, "weekdays");
  run.numbers = cut_language_get_table (known, "when-numbers");
  run.ago_first = cut_language_get_table (known, "when-ago-first") != 0;
  run.last = G_MAXUINT;
  for (guint line = 0; line < tokens->n_paragraphs; line++)
    {
      run.end = tokens->paragraphs[line + 1];
      if (!search_line (&run, tokens->paragraphs[line], list, cancellable))
        return NULL;
    }
  return g_steal_pointer (&list);
}
