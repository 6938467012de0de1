/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-matcher-private.h"

#include <string.h>

/* Which forms a name has. The lists are of words that mean the same in every text they stand in, whatever its language. */

#define ARTICLES " the der die das le la les el los las il lo gli het "
#define LEGAL " inc corp ltd llc llp plc ag gmbh kg kgaa se sa spa srl nv bv ab asa oy oyj co "
#define SUFFIXES " jr sr ii iii iv phd md mp mep kc qc "
#define PARTICLES " de da di do dos du del della der den des la le van von zu ten ter bin ibn al el "
#define OF " of for de des du della di do da von fur in on at "
/* What these say by themselves is something else. */
#define NO_HEADS " house street states kingdom union wall "

gboolean
cut_name_word_is_one_of (const char        *text,
                         const CutNameWord *word,
                         const char        *list)
{
  gsize length = word->end - word->start;
  char wanted[16];

  if (length + 3 > sizeof wanted)
    return FALSE;
  wanted[0] = ' ';
  for (gsize i = 0; i < length; i++)
    wanted[i + 1] = g_ascii_tolower (text[word->start + i]);
  wanted[length + 1] = ' ';
  wanted[length + 2] = '\0';
  return strstr (list, wanted) != NULL;
}

gboolean
cut_name_is_article (const char        *text,
                     const CutNameWord *word)
{
  return cut_name_word_is_one_of (text, word, ARTICLES);
}

typedef struct
{
  CutNameMatcher *matcher;
  gint64 owner;
  const char *name;
  const CutNameWord *words;
  guint n;
} Name;

static void
put (const Name *self,
     CutNameForm form,
     guint       first,
     guint       end)
{
  gboolean loose = FALSE;

  for (guint i = first + 1; i < end; i++)
    loose = loose || self->words[i].gap == CUT_GAP_STOP || self->words[i].gap == CUT_GAP_COMMA;
  cut_name_matcher_put (self->matcher, self->owner, form, self->name, self->words + first, end - first, FALSE);
  if (loose)
    cut_name_matcher_put (self->matcher, self->owner, form, self->name, self->words + first, end - first, TRUE);
}

static gboolean
is_proper (const CutNameWord *word)
{
  const guint both = CUT_NAME_WORD_CAPITAL | CUT_NAME_WORD_LOWER;

  return (word->flags & both) == both;
}

/* Persons. */

static gboolean
goes_with_next (const Name *self,
                guint       i)
{
  const CutNameWord *next = &self->words[i + 1];

  return next->gap == CUT_GAP_HYPHEN || next->gap == CUT_GAP_APOSTROPHE;
}

static gboolean
is_particle (const Name *self,
             guint       i)
{
  return (self->words[i].flags & CUT_NAME_WORD_CAPITAL) == 0 || cut_name_word_is_one_of (self->name, &self->words[i], PARTICLES);
}

static void
put_family (const Name *self)
{
  guint end = self->n, first;

  while (end > 1 && (cut_name_word_is_one_of (self->name, &self->words[end - 1], SUFFIXES) ||
                     (self->words[end - 1].flags & CUT_NAME_WORD_SINGLE) != 0))
    end--;
  if (end < 2 || !is_proper (&self->words[end - 1]))
    return;
  for (first = end - 1; first > 1 && goes_with_next (self, first - 1);)
    first--;
  if (first == 1 && goes_with_next (self, 0))
    return;
  put (self, CUT_NAME_FAMILY, first, end);
  while (first > 1 && is_particle (self, first - 1))
    put (self, CUT_NAME_FAMILY, --first, end);
}

/* Bodies. */

static void
put_head (const Name *self,
          guint       first,
          guint       end)
{
  CutNameWord words[2] = { 0 };
  g_autofree char *name = NULL;
  g_autoptr (GArray) both = NULL;
  guint head = end - 1;

  for (guint i = first + 1; i < end; i++)
    if (cut_name_word_is_one_of (self->name, &self->words[i], OF))
      {
        head = i - 1;
        break;
      }
  if (end - first < 2 || !is_proper (&self->words[head]) || cut_name_word_is_one_of (self->name, &self->words[head], NO_HEADS))
    return;
  name = g_strdup_printf ("the %.*s", (int) (self->words[head].end - self->words[head].start), self->name + self->words[head].start);
  both = g_array_new (FALSE, FALSE, sizeof (CutNameWord));
  cut_name_table_add_words (self->matcher->table, name, both);
  if (both->len != G_N_ELEMENTS (words))
    return;
  memcpy (words, both->data, sizeof words);
  cut_name_matcher_put (self->matcher, self->owner, CUT_NAME_HEAD, name, words, G_N_ELEMENTS (words), FALSE);
}

static guint
get_core_end (const Name *self,
              guint       first)
{
  guint end = self->n;

  while (end > first + 1 && (cut_name_word_is_one_of (self->name, &self->words[end - 1], LEGAL) ||
                             (self->words[end - 1].flags & CUT_NAME_WORD_SINGLE) != 0))
    end--;
  return end;
}

static void
put_core (const Name *self,
          guint       first)
{
  guint end = get_core_end (self, first);

  if (end < self->n && (end > first + 1 || is_proper (&self->words[first])))
    put (self, end > first + 1 ? CUT_NAME_FULL : CUT_NAME_FAMILY, first, end);
}

/* Abbreviations, with stops and without. */

#define MOST_LETTERS 4 /* of a word in capitals that may have stops as well */

static gboolean
is_initial (const CutNameWord *word)
{
  const guint both = CUT_NAME_WORD_CAPITAL | CUT_NAME_WORD_SINGLE;

  return (word->flags & both) == both;
}

static gboolean
is_short_in_capitals (const Name *self,
                      guint       i)
{
  const CutNameWord *word = &self->words[i];
  gsize length = word->end - word->start;

  for (gsize k = 0; k < length; k++)
    if (length > MOST_LETTERS || !g_ascii_isupper (self->name[word->start + k]))
      return FALSE;
  return length > 1;
}

static gboolean
goes_on (const CutNameWord *word)
{
  return is_initial (word) && (word->gap == CUT_GAP_DOT || word->gap == CUT_GAP_STOP);
}

/* How many words from @i on are one abbreviation: the letters of "U.S." or "J. K."; 0 for none. */
static guint
count_letters (const Name *self,
               guint       i)
{
  guint n = 1;

  while (i + n < self->n && goes_on (&self->words[i + n]))
    n++;
  return n > 1 && is_initial (&self->words[i]) ? n : 0;
}

static gboolean
has_letters (const Name *self)
{
  for (guint i = 0; i < self->n; i++)
    if (count_letters (self, i) > 0)
      return TRUE;
  return FALSE;
}

static void
append (const Name *self,
        GString    *text,
        guint       start,
        guint       end)
{
  g_string_append_len (text, self->name + start, end - start);
}

static char *
drop_stops (const Name *self)
{
  GString *text = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < self->n;)
    {
      guint n = count_letters (self, i);

      append (self, text, at, self->words[i].start);
      for (guint k = i; k < i + MAX (n, 1); k++)
        append (self, text, self->words[k].start, self->words[k].end);
      i += MAX (n, 1);
      at = self->words[i - 1].end;
      if (n > 0 && self->name[at] == '.')
        at++;
    }
  return g_string_free (text, FALSE);
}

/* Returns: (transfer full) (nullable): %NULL where there is nothing to put stops to */
static char *
put_stops (const Name *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean changed = FALSE;
  guint at = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const CutNameWord *word = &self->words[i];
      gboolean spelt = is_short_in_capitals (self, i);

      append (self, text, at, spelt ? word->start : word->end);
      for (guint k = word->start; spelt && k < word->end; k++)
        g_string_append_printf (text, "%c.", self->name[k]);
      at = word->end;
      changed = changed || spelt;
    }
  return changed ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* "US" of "U.S.", and the other way round. */
static void
put_respelt (const Name *self,
             gboolean    body)
{
  g_autofree char *text = has_letters (self) ? drop_stops (self) : put_stops (self);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (CutNameWord));
  Name other = { self->matcher, self->owner, text, NULL, 0 };

  if (text == NULL)
    return;
  cut_name_table_add_words (self->matcher->table, text, words);
  other.words = (const CutNameWord *) (void *) words->data;
  other.n = words->len;
  if (other.n == 0 || other.n > CUT_NAME_MOST_WORDS)
    return;
  put (&other, CUT_NAME_FULL, 0, other.n);
  if (body)
    put_core (&other, 0);
}

/* One character of Chinese is in half of all words. */
static gboolean
says_too_little (const Name *self)
{
  return self->n == 0 || self->n > CUT_NAME_MOST_WORDS || (self->n == 1 && (self->words[0].flags & CUT_NAME_WORD_ALONE) != 0);
}

void
cut_name_matcher_add (CutNameMatcher *self,
                      gint64          owner,
                      CutNameSort     sort,
                      const char     *name)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (CutNameWord));
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  Name whole = { self, owner, composed, NULL, 0 };
  guint first;

  g_return_if_fail (owner != 0);

  if (composed == NULL)
    return;
  cut_name_table_add_words (self->table, composed, words);
  whole.words = (const CutNameWord *) (void *) words->data;
  whole.n = words->len;
  if (says_too_little (&whole))
    return;
  put (&whole, CUT_NAME_FULL, 0, whole.n);
  first = whole.n > 2 && sort != CUT_NAME_PERSON && cut_name_is_article (composed, &whole.words[0]) ? 1 : 0;
  if (first > 0)
    put (&whole, CUT_NAME_FULL, first, whole.n);
  if (sort == CUT_NAME_PERSON)
    put_family (&whole);
  else if (sort == CUT_NAME_BODY)
    {
      put_core (&whole, first);
      put_head (&whole, first, get_core_end (&whole, first));
    }
  put_respelt (&whole, sort == CUT_NAME_BODY);
}
