/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-named.h"

#include "cut-tokens.h"

/* Nouns of the nameless; documents only behind an article, for papers are called so, too. */
static gboolean
is_nameless (const char *name,
             const char *tag)
{
  g_autoptr (CutTokens) tokens = cut_tokens_new (name, cut_language_get (tag), NULL);
  const CutEntry *first = tokens->n > 0 ? tokens->tokens[0].entry : NULL;
  const CutEntry *last = tokens->n > 0 ? tokens->tokens[tokens->n - 1].entry : NULL;

  if (cut_entry_is (last, CUT_CLASS_BIT (CUT_CLASS_UNNAMED)))
    return TRUE;
  return tokens->n > 1 && cut_entry_is (last, CUT_CLASS_BIT (CUT_CLASS_PERSON) | CUT_CLASS_BIT (CUT_CLASS_DOCUMENT))
         && cut_entry_is (first, CUT_CLASS_BIT (CUT_CLASS_ARTICLE) | CUT_CLASS_BIT (CUT_CLASS_DETERMINER) | CUT_CLASS_BIT (CUT_CLASS_NUMERAL));
}

static gboolean
has_capital (const char *name)
{
  g_autoptr (CutTokens) tokens = cut_tokens_new (name, cut_language_get (NULL), NULL);

  for (guint i = 0; i < tokens->n; i++)
    if ((tokens->tokens[i].flags & CUT_PROSE_CAPITAL) != 0
        && (tokens->n == 1 || !cut_entry_is (tokens->tokens[i].entry, CUT_CLASS_BIT (CUT_CLASS_ARTICLE))))
      return TRUE;
  return FALSE;
}

/* Scripts without capitals. */
static gboolean
has_case (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)) || g_unichar_isupper (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

gboolean
cut_name_is_named (const char *name)
{
  if (is_nameless (name, "en") || is_nameless (name, "de"))
    return FALSE;
  return has_capital (name) || !has_case (name);
}
