/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-lines.h"

#include <string.h>

#define SHORTEST_WRAPPED 40 /* bytes; a shorter line was ended for another reason */
#define LONGEST_WRAPPED 100
#define LONGEST_HEADLINE 24 /* words */

gboolean
cut_name_lines_are_wrapped (const char *text)
{
  guint n_within = 0;
  guint n_long = 0;
  guint n = 0;
  const char *next;

  for (const char *line = text; (next = strchr (line, '\n')) != NULL; line = next + 1)
    {
      gsize length = (gsize) (next - line);

      if (length == 0 || next[1] == '\n' || next[1] == '\0')
        continue;
      n++;
      n_long += length > LONGEST_WRAPPED;
      n_within += length >= SHORTEST_WRAPPED && g_ascii_islower (next[1]);
    }
  return n > 2 && n_within * 3 >= n && n_long * 10 < n;
}

typedef struct
{
  guint n;       /* words of four letters or more, and those of names */
  guint n_upper; /* of them, with a capital */
  guint n_caps;  /* of them, in capitals only */
  guint n_words;
  guint n_tokens;
  guint n_numbers;
  guint n_common; /* ordinary words with a capital, the first aside */
} Line;

static void
count_token (const CutNameText *words,
             guint               i,
             Line               *line)
{
  const CutNameToken *token = cut_name_text_get (words, i);
  const CutNameType *type = cut_name_text_type (words, i);

  line->n_numbers += token->kind == CUT_NAME_NUMBER;
  line->n_tokens++;
  if (type == NULL)
    return;
  line->n_words++;
  if (token->length < 4)
    return;
  line->n++;
  line->n_upper += (token->flags & CUT_NAME_CAPITAL) != 0;
  line->n_caps += (token->flags & CUT_NAME_CAPS) != 0;
  if ((token->flags & (CUT_NAME_CAPITAL | CUT_NAME_FRESH)) == CUT_NAME_CAPITAL
      && (type->classes & (CUT_NAME_BIT (CUT_NAME_COMMON) | CUT_NAME_BIT (CUT_NAME_FUNCTION))) != 0
      && (type->classes & (CUT_NAME_KNOWN | CUT_NAME_HEADS | CUT_NAME_BIT (CUT_NAME_TITLE) | CUT_NAME_BIT (CUT_NAME_TITLE_PART) | CUT_NAME_BIT (CUT_NAME_LEAD))) == 0)
    line->n_common++;
}

static guint16
judge_line (const CutNameText *words,
            const Line         *line,
            guint               last)
{
  gboolean sentence = cut_name_text_sign (words, last) == '.';

  /* A label: "ABSTRACT." */
  if (line->n_words < 3 && line->n_caps == line->n_words && line->n_tokens <= line->n_words + 1 && line->n_numbers == 0 && line->n_caps > 0)
    return CUT_NAME_IN_CAPS;
  if (line->n_caps > 1 && line->n_caps * 10 >= line->n * 8)
    return CUT_NAME_IN_CAPS;
  if ((!sentence || (line->n_upper == line->n && line->n > 4)) && line->n_words >= 4 && line->n_words <= LONGEST_HEADLINE && line->n_common >= 2 && line->n_upper * 10 >= line->n * 7
      && !cut_name_lists_has_noun_capitals (words->lists))
    return CUT_NAME_IN_TITLE;
  return 0;
}

static gboolean
is_named (const CutNameText *words,
          guint               i)
{
  return i > 0 && cut_name_text_is (words, i - 1, CUT_NAME_BIT (CUT_NAME_GIVEN) | CUT_NAME_BIT (CUT_NAME_TITLE))
         && cut_name_text_has (words, i - 1, CUT_NAME_CAPITAL) && !cut_name_text_has (words, i, CUT_NAME_LINE);
}

static void
count_case (CutNameText *words,
            guint         i,
            guint16       mode)
{
  CutNameToken *token = &g_array_index (words->tokens, CutNameToken, i);
  CutNameType *type = cut_name_text_type (words, i);

  token->flags |= mode;
  if (type == NULL || mode != 0)
    return;
  if ((token->flags & CUT_NAME_CAPITAL) == 0)
    type->n_lower++;
  else if ((token->flags & CUT_NAME_FRESH) == 0)
    type->n_capital++;
  if ((token->flags & CUT_NAME_CAPITAL) != 0 && is_named (words, i))
    type->n_named++;
}

static guint
read_line (CutNameText *words,
           guint         first)
{
  Line line = { 0 };
  guint16 mode;
  guint end = first;

  do
    count_token (words, end++, &line);
  while (end < words->tokens->len && !cut_name_text_has (words, end, CUT_NAME_LINE));
  mode = judge_line (words, &line, end - 1);
  for (guint i = first; i < end; i++)
    count_case (words, i, mode);
  return end;
}

void
cut_name_lines_judge (CutNameText *words)
{
  for (guint i = 0; i < words->tokens->len;)
    i = read_line (words, i);
}
