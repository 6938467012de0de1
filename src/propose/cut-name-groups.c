/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-name-kinds.h"

#include <string.h>

#define BIT(name) CUT_NAME_BIT (CUT_NAME_##name)
#define OTHERS 0.9      /* what is around the other spans of a name, against what is around this one */
#define OF_FULL_NAME 3.0 /* for the kind of the full name that a name is a short form of */
#define MAX_INITIALS 12

typedef struct
{
  const CutNameText *words;
  GArray *spans;
  GPtrArray *keys;
  GHashTable *by_last;  /* id of the last word of a person → number of its key + 1 */
  GHashTable *by_first; /* the same of the first */
  GHashTable *bodies;   /* id of the first word of a body, or of its last if that is a head */
  GHashTable *initials; /* (element-type utf8 guint): those of what is no person → number of its key */
} Book;

static CutNameKey *
get (const Book *self,
     guint       i)
{
  return g_ptr_array_index (self->keys, i);
}

static const CutNameType *
get_type (const Book *self,
          guint       id)
{
  return id < self->words->types->len ? &g_array_index (self->words->types, CutNameType, id) : NULL;
}

static gboolean
is (const Book *self,
    guint       id,
    guint64     classes)
{
  const CutNameType *type = get_type (self, id);

  return type != NULL && (type->classes & classes) != 0;
}

static void
put (GHashTable *table,
     guint       id,
     guint       key)
{
  if (!g_hash_table_contains (table, GUINT_TO_POINTER (id + 1)))
    g_hash_table_insert (table, GUINT_TO_POINTER (id + 1), GUINT_TO_POINTER (key + 1));
}

/* G_MAXUINT when there is none. */
static guint
find (GHashTable *table,
      guint       id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, GUINT_TO_POINTER (id + 1))) - 1;
}

static guint
count_name_words (const Book       *self,
                  const CutNameKey *key)
{
  guint n = key->n;

  while (n > 1 && (is (self, key->ids[n - 1], BIT (SUFFIX)) || get_type (self, key->ids[n - 1]) == NULL))
    n--;
  return n;
}

/* Short forms of people are their last and, less often, their first names; of bodies the first words. */
static void
enter_full_names (Book *self)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      const CutNameKey *key = get (self, i);
      guint n = count_name_words (self, key);

      if (n < 2)
        continue;
      if (key->kind == CUT_NAME_KIND_PERSON)
        {
          put (self->by_last, key->ids[n - 1], i);
          put (self->by_first, key->ids[0], i);
        }
      else if (key->kind == CUT_NAME_KIND_ORGANIZATION)
        {
          put (self->bodies, key->ids[0], i);
          if (is (self, key->ids[n - 1], BIT (BODY_HEAD)))
            put (self->bodies, key->ids[n - 1], i);
        }
    }
}

static void
join (const Book *self,
      guint       i,
      guint       full)
{
  CutNameKey *key = get (self, i);
  CutNameKey *other = get (self, full);

  key->group = other->group;
  key->inside[other->kind] += OF_FULL_NAME;
}

/* Whether @key, as a short form of a name of the kind, would be of that kind. */
static gboolean
would_be (const CutNameKey *key,
          CutNameNameKind   kind)
{
  double inside[CUT_NAME_N_KINDS];

  memcpy (inside, key->inside, sizeof inside);
  inside[kind] += OF_FULL_NAME;
  return cut_name_best (inside, key->around) == kind;
}

static gboolean
join_person (const Book *self,
             guint       i)
{
  const CutNameKey *key = get (self, i);
  guint full = find (self->by_last, key->ids[0]);

  if (full == G_MAXUINT && is (self, key->ids[0], BIT (GIVEN)))
    full = find (self->by_first, key->ids[0]);
  if (full == G_MAXUINT || full == i || !would_be (key, CUT_NAME_KIND_PERSON))
    return FALSE;
  join (self, i, full);
  return TRUE;
}

static gboolean
is_prefix (const CutNameKey *key,
           const CutNameKey *full)
{
  return key->n < full->n && memcmp (key->ids, full->ids, key->n * sizeof *key->ids) == 0;
}

/* "Boeing" of "Boeing Co.", "the Journal" of "The Wall Street Journal"; but "London" is not short for "London Zoo". */
static gboolean
join_body (const Book *self,
           guint       i)
{
  const CutNameKey *key = get (self, i);
  guint full = find (self->bodies, key->ids[0]);
  const CutNameKey *other = full != G_MAXUINT ? get (self, full) : NULL;
  guint64 listed = key->n == 1 ? g_array_index (self->spans, CutNameSpan, key->span).all : 0;
  gboolean headed = key->n == 1 && is (self, key->ids[0], BIT (BODY_HEAD));

  if (other == NULL || full == i)
    return FALSE;
  if (!headed && (!is_prefix (key, other) || (listed & CUT_NAME_PLACES) != 0 || is (self, key->ids[0], CUT_NAME_PLACES | BIT (DEMONYM) | BIT (LEAD) | BIT (GIVEN) | BIT (PLACE_LEAD))))
    return FALSE;
  if (!would_be (key, CUT_NAME_KIND_ORGANIZATION))
    return FALSE;
  join (self, i, full);
  return TRUE;
}

/* Last names, which are shared ("Mr. Obama" of "Barack H. Obama"), and full names with an initial more or less. */
static gboolean
join_same_person (const Book *self,
                  guint       i)
{
  const CutNameKey *key = get (self, i);
  guint n = count_name_words (self, key);
  guint full = find (self->by_last, key->ids[n - 1]);
  const CutNameKey *other = full != G_MAXUINT ? get (self, full) : NULL;

  if (other == NULL || full >= i || key->kind != CUT_NAME_KIND_PERSON || key->ids[0] != other->ids[0])
    return FALSE;
  join (self, i, full);
  return TRUE;
}

/* Acronyms in brackets behind the name they stand for, or elsewhere. */

static gunichar
get_first_letter (const Book *self,
                  guint       id)
{
  const CutNameType *type = get_type (self, id);

  return type != NULL ? g_utf8_get_char (self->words->store->str + type->folded) : 0;
}

static guint
get_initials (const Book       *self,
              const CutNameKey *key,
              gunichar         *initials)
{
  guint n = 0;

  for (guint i = 0; i < key->n && n < MAX_INITIALS; i++)
    if (get_type (self, key->ids[i]) != NULL && !is (self, key->ids[i], BIT (FUNCTION) | BIT (AND) | BIT (OF)))
      initials[n++] = get_first_letter (self, key->ids[i]);
  return n;
}

static gboolean
is_acronym_of (const Book       *self,
               const CutNameKey *key,
               const CutNameKey *full)
{
  gunichar initials[MAX_INITIALS];
  guint n = full->n > 1 ? get_initials (self, full, initials) : 0;
  const CutNameType *type = get_type (self, key->ids[0]);
  const char *p = self->words->store->str + type->folded;
  const char *end = p + type->length;
  guint i = 0;

  for (; p < end && i < n; p = g_utf8_next_char (p))
    if (*p != '.' && g_utf8_get_char (p) != initials[i++])
      return FALSE;
  while (p < end && *p == '.')
    p++;
  if (i + 1 == n && is (self, full->ids[full->n - 1], BIT (COMPANY_END)))
    i++;
  return n > 1 && i == n && p == end;
}

static gboolean
join_acronym_in_brackets (const Book *self,
                          guint       i)
{
  const CutNameKey *key = get (self, i);
  const CutNameSpan *span = &g_array_index (self->spans, CutNameSpan, key->span);
  const CutNameSpan *before = key->span > 0 ? span - 1 : NULL;
  CutNameKey *full;

  if (before == NULL || cut_name_text_sign (self->words, span->first - 1) != '(' || before->end != span->first - 1)
    return FALSE;
  full = get (self, before->key);
  if (!is_acronym_of (self, key, full) || full->kind == CUT_NAME_KIND_PERSON)
    return FALSE;
  join (self, i, before->key);
  return TRUE;
}

static void
enter_initials (Book *self)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      const CutNameKey *key = get (self, i);
      gunichar initials[MAX_INITIALS];
      guint n = key->n > 1 && key->kind != CUT_NAME_KIND_PERSON ? get_initials (self, key, initials) : 0;
      char *word = n > 1 ? g_ucs4_to_utf8 (initials, n, NULL, NULL, NULL) : NULL;

      if (word != NULL)
        g_hash_table_replace (self->initials, word, GUINT_TO_POINTER (i));
    }
}

static gboolean
is_place (const Book       *self,
          const CutNameKey *key)
{
  return (g_array_index (self->spans, CutNameSpan, key->span).all & CUT_NAME_PLACES) != 0;
}

/* "WSJ" where the text has The Wall Street Journal; two letters are too few for that, but for a country that is listed. */
static gboolean
join_acronym (const Book *self,
              guint       i)
{
  const CutNameKey *key = get (self, i);
  const CutNameType *type = get_type (self, key->ids[0]);
  g_auto (GStrv) letters = NULL;
  g_autofree char *plain = NULL;
  gpointer full;

  if (!cut_name_text_has (self->words, g_array_index (self->spans, CutNameSpan, key->span).first, CUT_NAME_CAPS))
    return FALSE;
  if (join_acronym_in_brackets (self, i))
    return TRUE;
  plain = g_strndup (self->words->store->str + type->folded, type->length);
  letters = g_strsplit (plain, ".", -1);
  g_free (plain);
  plain = g_strjoinv ("", letters);
  if (!g_hash_table_lookup_extended (self->initials, plain, NULL, &full) || GPOINTER_TO_UINT (full) == i)
    return FALSE;
  if (strlen (plain) < 3 && !(is_place (self, key) && is_place (self, get (self, GPOINTER_TO_UINT (full)))))
    return FALSE;
  join (self, i, GPOINTER_TO_UINT (full));
  return TRUE;
}

/* The same abbreviation with stops and without: "the U.S." and "the US". */

static gboolean
has_stop (const Book       *self,
          const CutNameKey *key)
{
  for (guint i = 0; i < key->n; i++)
    {
      const CutNameType *type = get_type (self, key->ids[i]);

      if (type != NULL && memchr (self->words->store->str + type->folded, '.', type->length) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full): the words without stops */
static char *
spell_plainly (const Book       *self,
               const CutNameKey *key)
{
  GString *plain = g_string_new (NULL);

  for (guint i = 0; i < key->n; i++)
    {
      const CutNameType *type = get_type (self, key->ids[i]);
      const char *word = type != NULL ? self->words->store->str + type->folded : NULL;

      /* Signs have no type. */
      if (word == NULL)
        g_string_append_printf (plain, " %u", key->ids[i]);
      for (guint k = 0; word != NULL && k < type->length; k++)
        if (word[k] != '.')
          g_string_append_c (plain, word[k]);
      g_string_append_c (plain, ' ');
    }
  return g_string_free (plain, FALSE);
}

static GHashTable *
list_abbreviations (const Book *self)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->keys->len; i++)
    if (has_stop (self, get (self, i)))
      g_hash_table_replace (table, spell_plainly (self, get (self, i)), GUINT_TO_POINTER (i));
  return table;
}

static void
join_abbreviations (const Book *self)
{
  g_autoptr (GHashTable) table = list_abbreviations (self);

  for (guint i = 0; g_hash_table_size (table) > 0 && i < self->keys->len; i++)
    {
      g_autofree char *plain = spell_plainly (self, get (self, i));
      gpointer other;

      if (g_hash_table_lookup_extended (table, plain, NULL, &other) && GPOINTER_TO_UINT (other) != i)
        join (self, MAX (i, GPOINTER_TO_UINT (other)), MIN (i, GPOINTER_TO_UINT (other)));
    }
}

static void
join_short_forms (const Book *self)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      const CutNameKey *key = get (self, i);

      if (get_type (self, key->ids[0]) == NULL)
        continue;
      if (key->n == 1 && (join_acronym (self, i) || join_person (self, i)))
        continue;
      if (!join_body (self, i) && key->n > 1)
        join_same_person (self, i);
    }
}

/* A short form may have been put to a name that is itself the short form of another. */
static void
settle_groups (const Book *self)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      CutNameKey *key = get (self, i);

      for (guint step = 0; step < 4 && get (self, key->group)->group != key->group; step++)
        key->group = get (self, key->group)->group;
      if (get (self, key->group)->group != key->group)
        key->group = i;
      key->kind = cut_name_best (key->inside, key->around);
    }
}

static void
give_kinds (const Book *self)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      CutNameSpan *span = &g_array_index (self->spans, CutNameSpan, i);
      const CutNameKey *key = get (self, span->key);
      double around[CUT_NAME_N_KINDS] = { 0 };

      if (key->n_spans > 1)
        cut_name_around (self->words, span, around);
      for (guint kind = 0; kind < CUT_NAME_N_KINDS; kind++)
        around[kind] += (key->n_spans > 1 ? OTHERS : 1) * key->around[kind];
      span->kind = cut_name_best (key->inside, around);
    }
}

void
cut_name_groups_find (const CutNameText *words,
                      GArray             *spans,
                      GPtrArray          *keys)
{
  g_autoptr (GHashTable) by_last = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) by_first = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) bodies = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) initials = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Book self = { words, spans, keys, by_last, by_first, bodies, initials };

  enter_full_names (&self);
  enter_initials (&self);
  join_short_forms (&self);
  join_abbreviations (&self);
  settle_groups (&self);
  give_kinds (&self);
}
