/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search-doubts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-search-term.h"
#include "cut-unfound.h"
#include "cut-vocab.h"

/* Which filter words were typed with, though they were read as plain ones. */
static CutFilter
find_meant (const char *typed)
{
  const char *at = *typed == '-' ? typed + 1 : typed;

  for (CutFilter filter = CUT_FILTER_NONE + 1; filter < CUT_N_FILTERS; filter++)
    {
      const char *word = cut_filter_get_word (filter);

      if (g_ascii_strncasecmp (at, word, strlen (word)) == 0 && at[strlen (word)] == ':')
        return filter;
    }
  return CUT_FILTER_NONE;
}

static void
doubt_words (const char *typed)
{
  CutFilter meant = find_meant (typed);

  if (meant == CUT_FILTER_NONE)
    return;
  if ((meant == CUT_FILTER_BEFORE || meant == CUT_FILTER_AFTER) && !g_str_has_suffix (typed, ":"))
    /* Translators: what was typed, as before:yesterday */
    g_printerr (_("“%s” was searched as words: a date is written 2018-11-23, 2018-11 or 2018\n"), typed);
  else
    /* Translators: what was typed, as tag: */
    g_printerr (_("“%s” was searched as words: behind the colon stands a value, without a space\n"), typed);
}

static void
doubt_status (const char *typed,
              const char *status)
{
  g_autofree char *list = NULL;

  if (cut_vocab_has (CUT_VOCAB_CLAIM_STATUS, status))
    return;
  list = cut_vocab_list (CUT_VOCAB_CLAIM_STATUS);
  /* Translators: what was typed, then a list of words */
  g_printerr (_("“%s” finds nothing: a status is one of %s\n"), typed, list);
}

static CutKind
kind_of_filter (CutFilter filter)
{
  switch (filter)
    {
    case CUT_FILTER_TAG:
      return CUT_KIND_TAG;
    case CUT_FILTER_STORY:
      return CUT_KIND_STORY;
    case CUT_FILTER_ENTITY:
      return CUT_KIND_ENTITY;
    case CUT_FILTER_SOURCE:
      return CUT_KIND_SOURCE;
    case CUT_FILTER_NONE:
    case CUT_FILTER_SITE:
    case CUT_FILTER_BY:
    case CUT_FILTER_STATUS:
    case CUT_FILTER_BEFORE:
    case CUT_FILTER_AFTER:
    case CUT_FILTER_KIND:
    default:
      return CUT_KIND_NONE;
    }
}

/* A part of a name will do for a search, so this is worth a word only where nothing was found. */
static void
doubt_name (CutCli     *cli,
            CutKind     kind,
            const char *name)
{
  g_autofree char *id = cut_notebook_find_named (cli->notebook, kind, name, NULL);
  g_autofree char *unfound = id == NULL ? cut_unfound_describe (kind, name) : NULL;

  if (unfound != NULL)
    g_printerr ("%s\n", unfound);
}

static void
doubt (CutCli              *cli,
       const CutSearchTerm *term,
       const char          *typed,
       gboolean             found)
{
  if (term->filter == CUT_FILTER_NONE && !term->quoted)
    doubt_words (typed);
  else if (term->filter == CUT_FILTER_STATUS)
    doubt_status (typed, term->text);
  else if (term->filter == CUT_FILTER_KIND && cut_kind_from_name (term->text) == CUT_KIND_NONE)
    g_printerr (_("“%s” finds nothing: there is no such kind of object\n"), typed);
  else if (!found && kind_of_filter (term->filter) != CUT_KIND_NONE)
    doubt_name (cli, kind_of_filter (term->filter), term->text);
}

void
cut_search_doubts_print (CutCli     *cli,
                         const char *words,
                         gboolean    found)
{
  g_autofree char *composed = cut_search_terms_compose (words);
  g_autoptr (GPtrArray) terms = cut_search_terms_parse (words);

  for (guint i = 0; !cli->quiet && i < terms->len; i++)
    {
      const CutSearchTerm *term = g_ptr_array_index (terms, i);
      g_autofree char *typed = g_strndup (composed + term->start, term->end - term->start);

      doubt (cli, term, typed, found);
    }
}
