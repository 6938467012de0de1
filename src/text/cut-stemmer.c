/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-stemmer.h"

#include <libstemmer.h>
#include <string.h>

struct _CutStemmer
{
  struct sb_stemmer *snowball;
};

CutStemmer *
cut_stemmer_new (const char *language)
{
  g_autofree char *code = g_ascii_strdown (language, (gssize) strcspn (language, "-_"));
  /* It knows its languages by their English names, too: those are nobody's tags. */
  struct sb_stemmer *snowball = strlen (code) <= 3 ? sb_stemmer_new (code, NULL) : NULL;
  CutStemmer *self;

  if (snowball == NULL)
    return NULL;
  self = g_new0 (CutStemmer, 1);
  self->snowball = snowball;
  return self;
}

void
cut_stemmer_free (CutStemmer *self)
{
  sb_stemmer_delete (self->snowball);
  g_free (self);
}

const char *
cut_stemmer_stem (CutStemmer *self,
                  const char *word)
{
  const sb_symbol *stem = sb_stemmer_stem (self->snowball, (const sb_symbol *) word, (int) strlen (word));

  return stem != NULL ? (const char *) stem : word;
}
