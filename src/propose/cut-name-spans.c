/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-spans.h"

#define BIT(name) CUT_NAME_BIT (CUT_NAME_##name)
#define LOOK_EVERY 1024 /* runs between two looks at the cancellable */
#define LONGEST_TITLE 8      /* words of a work's title */
#define LONGEST_SMALL_WORD 4 /* bytes, of its small words: of, the, with */

/* One word alone. */

static gboolean
is_single_name (const CutNameText *words,
                const CutNameUnit  *unit)
{
  const CutNameType *type = cut_name_text_type (words, unit->first);
  const guint64 parts = BIT (TITLE_PART) | BIT (LEAD) | BIT (PLACE_LEAD) | BIT (COMPANY_END) | BIT (SUFFIX) | BIT (PARTICLE) | BIT (MONTH);
  gboolean caps = (unit->flags & (CUT_NAME_CAPS | CUT_NAME_IN_CAPS)) == CUT_NAME_CAPS && (unit->classes & BIT (COMMON)) == 0;

  if (unit->phrase)
    return TRUE;
  if (cut_name_text_get (words, unit->first)->length < 2 || ((unit->flags & CUT_NAME_INITIAL) != 0 && type->length < 3))
    return FALSE;
  if (unit->titled)
    return TRUE;
  if ((unit->classes & CUT_NAME_KNOWN) != 0)
    return caps || type->n_lower <= 2 * type->n_capital || (unit->classes & BIT (COMMON)) == 0;
  if ((unit->classes & parts) != 0 && !caps)
    return FALSE;
  if ((unit->classes & (BIT (COMMON) | BIT (ROLE) | BIT (BODY_HEAD) | BIT (PLACE_HEAD) | BIT (EVENT_HEAD) | BIT (BODY_AFTER) | BIT (BODY_NOUN))) != 0)
    return (caps || type->n_capital > 0) && type->n_lower == 0;
  return type->n_lower == 0 || type->n_capital > type->n_lower || caps;
}

static gboolean
are_names (const CutNameText *words,
           const CutNameRun   *run,
           guint               from,
           guint               end)
{
  const guint64 generic = BIT (TITLE_PART) | BIT (FUNCTION) | BIT (NO_NAME) | BIT (MONTH);

  if (end - from == 1)
    return is_single_name (words, &run->units[from]);
  for (guint k = from; k < end; k++)
    if (run->units[k].phrase || (run->units[k].classes & generic) == 0 || (run->units[k].classes & CUT_NAME_KNOWN) != 0)
      return TRUE;
  return FALSE;
}

/* "told The Associated Press": an article with a capital belongs to the name of a paper. */
static guint
take_article (const CutNameText *words,
              guint               first,
              guint64             tail)
{
  if (first > 0 && (tail & (BIT (BODY) | BIT (BODY_HEAD))) != 0 && cut_name_text_is (words, first - 1, BIT (THE))
      && cut_name_text_has (words, first - 1, CUT_NAME_CAPITAL)
      && !cut_name_text_has (words, first - 1, CUT_NAME_FRESH | CUT_NAME_IN_CAPS | CUT_NAME_IN_TITLE)
      && !cut_name_text_has (words, first, CUT_NAME_LINE))
    return first - 1;
  return first;
}

static void
add_span (GArray             *spans,
          const CutNameText *words,
          const CutNameRun   *run,
          guint               from,
          guint               end)
{
  CutNameSpan span = { 0 };

  while (from < end && run->units[from].link)
    from++;
  while (end > from && run->units[end - 1].link)
    end--;
  if (from >= end || !are_names (words, run, from, end))
    return;
  for (guint k = from; k < end; k++)
    {
      span.n += !run->units[k].link;
      span.all |= run->units[k].link ? 0 : run->units[k].classes;
    }
  span.head = run->units[from].classes;
  span.tail = run->units[end - 1].classes;
  span.phrase = run->units[from].phrase && end - from == 1;
  span.titled = run->units[from].titled;
  span.end = run->units[end - 1].end;
  span.first = take_article (words, run->units[from].first, span.tail);
  g_array_append_val (spans, span);
}

static void
add_run (GArray             *spans,
         const CutNameText *words,
         const CutNameRun   *run)
{
  guint from = 0;

  for (guint k = 0; k < run->n; k++)
    {
      if (run->units[k].apart || run->units[k].drop)
        {
          add_span (spans, words, run, from, k);
          from = run->units[k].drop ? k + 1 : k;
        }
    }
  add_span (spans, words, run, from, run->n);
}

/* Works. */

static gboolean
is_closing_mark (gunichar sign)
{
  return sign == '"' || sign == 0x201D || sign == 0x2019 || sign == 0x201C || sign == 0xBB || sign == 0xAB || sign == '\'';
}

/* The token behind a title in quotation marks that begins at @i; @i when it is none. */
static guint
find_title_end (const CutNameText *words,
                guint               i)
{
  guint n_capital = 0;
  guint end = i;

  for (; end < i + LONGEST_TITLE && cut_name_text_type (words, end) != NULL && (end == i || !cut_name_text_has (words, end, CUT_NAME_LINE)); end++)
    {
      gboolean capital = cut_name_text_has (words, end, CUT_NAME_CAPITAL);

      if (!capital && (end == i || (!cut_name_text_is (words, end, BIT (FUNCTION)) || cut_name_text_get (words, end)->length > LONGEST_SMALL_WORD)))
        return i;
      n_capital += capital;
    }
  if (n_capital < 2 || cut_name_text_has (words, i, CUT_NAME_IN_CAPS))
    return i;
  if (is_closing_mark (cut_name_text_sign (words, end)))
    return end;
  return cut_name_text_sign (words, end) == ',' && is_closing_mark (cut_name_text_sign (words, end + 1)) ? end : i;
}

static guint
add_title (GArray             *spans,
           const CutNameText *words,
           guint               i)
{
  guint end = cut_name_text_has (words, i, CUT_NAME_QUOTED) ? find_title_end (words, i) : i;
  CutNameSpan span = { .first = i, .end = end, .n = end - i, .quoted = TRUE };

  if (end > i && !cut_name_text_is (words, i, BIT (GIVEN)))
    {
      g_array_append_val (spans, span);
      return end;
    }
  return i;
}

GArray *
cut_name_spans_find (const CutNameText *words,
                     GCancellable       *cancellable)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (CutNameSpan));
  CutNameRun run;
  guint n_runs = 0;

  for (guint i = 0; i < words->tokens->len; i = run.end)
    {
      run.end = add_title (spans, words, i);
      if (run.end > i)
        continue;
      cut_name_run_read (&run, words, i);
      if (run.n == 0)
        continue;
      cut_name_run_part (&run, words);
      add_run (spans, words, &run);
      if (++n_runs % LOOK_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
    }
  return g_steal_pointer (&spans);
}
