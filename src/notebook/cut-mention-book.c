/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-mention-book.h"

#include <string.h>

#include "cut-mention-marks.h"
#include "cut-name-matcher.h"
#include "cut-mention-text.h"
#include "cut-schemata.h"

/* By which rules the stored mentions were found. */
#define RULES_NAME "mention-rules"
/* How often names changed: another program may have the same notebook open. */
#define NAMES_NAME "mention-names"

#define NAMES_AT_ONCE 500
#define TEXTS_AT_ONCE 16
/* When more names than this are new, all texts are looked through once instead of being searched for each name. */
#define MANY_NAMES 200

/* Of the clips that have a new name, so many are looked through at once, and so many each time behind that. */
#define LATEST 100
#define EARLIER 1000

struct _CutMentionBook
{
  CutNameMatcher *matcher; /* (owned) */
  guint n_owners;
  gint64 n_changes;        /* as of the last time the names were read or written */
  gboolean checked;        /* whether the rules are those of the stored mentions */
};

static CutNameSort
sort_of (const char *schema)
{
  if (cut_schemata_is_a (schema, "Person"))
    return CUT_NAME_PERSON;
  /* What is no person and can own something is a body of some kind. */
  return cut_schemata_is_a (schema, "LegalEntity") ? CUT_NAME_BODY : CUT_NAME_OTHER;
}

static void
set_names (CutMentionBook *self,
           const CutNamed *named)
{
  gboolean had = cut_name_matcher_has_owner (self->matcher, named->key);

  cut_name_matcher_remove (self->matcher, named->key);
  for (guint i = 0; named->names[i] != NULL; i++)
    cut_name_matcher_add (self->matcher, named->key, sort_of (named->schema), named->names[i]);
  self->n_owners += cut_name_matcher_has_owner (self->matcher, named->key) ? 1 : 0;
  self->n_owners -= had ? 1 : 0;
}

static gboolean
get_number (CutStore    *store,
            const char  *name,
            gint64      *number,
            GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = cut_store_get_meta (store, name, &failure);

  *number = text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
set_number (CutStore    *store,
            const char  *name,
            gint64       number,
            GError     **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return cut_store_set_meta (store, name, text, error);
}

gboolean
cut_mention_book_note_erased (CutStore  *store,
                              GError   **error)
{
  gint64 n_changes;

  return get_number (store, NAMES_NAME, &n_changes, error) && set_number (store, NAMES_NAME, n_changes + 1, error);
}

static gboolean
read_names (CutMentionBook  *self,
            CutStore        *store,
            GError         **error)
{
  g_autoptr (GPtrArray) sought = cut_store_list_sought (store, error);

  if (sought == NULL || !get_number (store, NAMES_NAME, &self->n_changes, error))
    return FALSE;
  g_clear_pointer (&self->matcher, cut_name_matcher_free);
  self->matcher = cut_name_matcher_new ();
  self->n_owners = 0;
  for (guint i = 0; i < sought->len; i++)
    set_names (self, g_ptr_array_index (sought, i));
  return TRUE;
}

CutMentionBook *
cut_mention_book_new (CutStore  *store,
                      GError   **error)
{
  g_autoptr (CutMentionBook) self = g_new0 (CutMentionBook, 1);

  return read_names (self, store, error) ? g_steal_pointer (&self) : NULL;
}

void
cut_mention_book_free (CutMentionBook *self)
{
  g_clear_pointer (&self->matcher, cut_name_matcher_free);
  g_free (self);
}

static gboolean
check_rules (CutMentionBook  *self,
             CutStore        *store,
             GError         **error)
{
  gint64 present;

  if (self->checked)
    return TRUE;
  if (!get_number (store, RULES_NAME, &present, error))
    return FALSE;
  self->checked = TRUE;
  if (present == CUT_NAME_MATCHER_RULES)
    return TRUE;
  return (present == 0 || cut_store_unseek_all (store, error)) && set_number (store, RULES_NAME, CUT_NAME_MATCHER_RULES, error);
}

/* Within the transaction, so that nobody else writes meanwhile. */
static gboolean
check_names (CutMentionBook  *self,
             CutStore        *store,
             GError         **error)
{
  gint64 present;

  if (!get_number (store, NAMES_NAME, &present, error))
    return FALSE;
  return present == self->n_changes || read_names (self, store, error);
}

/* Names. */

/* Those of @names that @others has not. */
static char **
list_missing (char **names,
              char **others)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (others == NULL || !g_strv_contains ((const char *const *) others, names[i]))
      g_strv_builder_add (builder, names[i]);
  return g_strv_builder_end (builder);
}

/* Whether the index of words finds the name wherever it stands: not in scripts that part no words. */
static gboolean
has_only_words (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iswide (g_utf8_get_char (p)) || (g_utf8_get_char (p) >= 0xe00 && g_utf8_get_char (p) < 0x10a0))
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full) (nullable): what is looked for in the index of words; %NULL where that does not find all of @names */
static char **
list_phrases (char **names)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *genitive = g_strconcat (names[i], "s", NULL);

      if (!has_only_words (names[i]))
        return NULL;
      g_strv_builder_add_many (builder, names[i], genitive, NULL);
    }
  return g_strv_builder_end (builder);
}

/* Texts below @below that may have one of the names are looked through again: so many, and what is left is noted. */
static gboolean
unseek_some (CutStore  *store,
             gint64     entity,
             char     **names,
             gint64     below,
             guint      limit,
             GError   **error)
{
  g_auto (GStrv) phrases = list_phrases (names);

  if (phrases == NULL)
    return cut_store_unseek_all (store, error) && cut_store_set_unsought_rest (store, 0, 0, error);
  below = cut_store_unseek_saying (store, (const char *const *) phrases, below, limit, error);
  return below >= 0 && cut_store_set_unsought_rest (store, entity, below, error);
}

/* What is left is found by all names that the entity has by now: a name may have gone in the meantime, but none is looked for in less. */
static gboolean
take_rest (CutMentionBook  *self,
           CutStore        *store,
           guint            limit,
           GError         **error)
{
  g_auto (GStrv) names = NULL;
  gint64 entity, below;

  if (!cut_store_get_unsought_rest (store, &entity, &below, error))
    return FALSE;
  if (entity == 0)
    return TRUE;
  names = cut_name_matcher_list_full (self->matcher, entity);
  return unseek_some (store, entity, names, below, limit, error);
}

/* The latest texts that may have one of @names of @entity are looked through again, the others with the next turns. */
static gboolean
unseek_latest (CutMentionBook  *self,
               CutStore        *store,
               gint64           entity,
               char           **names,
               GError         **error)
{
  return take_rest (self, store, G_MAXINT, error) && unseek_some (store, entity, names, G_MAXINT64, LATEST, error);
}

/* A person has other short forms than a company. */
static gboolean
is_other_sort (const CutNamed *before,
               const CutNamed *named)
{
  return before != NULL && *before->names != NULL && *named->names != NULL && sort_of (before->schema) != sort_of (named->schema);
}

static gboolean
take_names (CutMentionBook  *self,
            CutStore        *store,
            const CutNamed  *named,
            gboolean         many,
            GError         **error)
{
  g_autoptr (CutNamed) before = NULL;
  g_auto (GStrv) old = cut_name_matcher_list_full (self->matcher, named->key);
  g_auto (GStrv) new = NULL;
  g_auto (GStrv) gone = NULL;
  g_auto (GStrv) come = NULL;
  gboolean other;

  if (!cut_store_get_sought (store, named->key, &before, error))
    return FALSE;
  other = is_other_sort (before, named);
  set_names (self, named);
  new = cut_name_matcher_list_full (self->matcher, named->key);
  gone = list_missing (old, other ? NULL : new);
  come = list_missing (new, other ? NULL : old);
  return cut_store_set_sought (store, named, error) && (*gone == NULL || cut_store_unseek_mentioning (store, named->key, error)) &&
         (*come == NULL || many || unseek_latest (self, store, named->key, come, error));
}

/* Takes the names of one entity, and, where it was merged, of the one that it is part of now. */
static gboolean
take_entity (CutMentionBook  *self,
             CutStore        *store,
             gint64           key,
             gboolean         many,
             GError         **error)
{
  g_autoptr (CutNamed) named = cut_store_get_named (store, key, error);
  char *none[] = { NULL };
  const CutNamed nobody = { key, NULL, none };

  if (named == NULL || !take_names (self, store, named, many, error))
    return FALSE;
  return (named->key == key || take_names (self, store, &nobody, many, error)) && cut_store_forget_renamed (store, key, error);
}

static gboolean
take_renamed (CutMentionBook  *self,
              CutStore        *store,
              gint64           until,
              gboolean        *changed,
              GError         **error)
{
  gint64 n = cut_store_count_renamed (store, error);
  gboolean many = n > MANY_NAMES;

  if (n < 0 || (many && !cut_store_unseek_all (store, error)))
    return FALSE;
  while (n > 0)
    {
      g_autoptr (GArray) keys = cut_store_list_renamed (store, NAMES_AT_ONCE, error);

      if (keys == NULL)
        return FALSE;
      for (guint i = 0; i < keys->len; i++)
        if (!take_entity (self, store, g_array_index (keys, gint64, i), many, error))
          return FALSE;
      if (keys->len > 0 && !set_number (store, NAMES_NAME, ++self->n_changes, error))
        return FALSE;
      *changed = *changed || keys->len > 0;
      n -= keys->len;
      if (keys->len == 0 || (n > 0 && !many && g_get_monotonic_time () > until))
        break;
    }
  return TRUE;
}

/* Texts. */

static gboolean
take_clip (CutMentionBook  *self,
           CutStore        *store,
           gint64           clip,
           GHashTable      *roots,
           GError         **error)
{
  g_autoptr (GPtrArray) mentions = cut_mention_text_look_through (store, clip, self->matcher, roots, error);

  return mentions != NULL && cut_store_put_mentions (store, clip, mentions, error);
}

static gboolean
take_texts (CutMentionBook  *self,
            CutStore        *store,
            gint64           until,
            const gint      *hurry,
            gboolean        *changed,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr (GHashTable) roots = cut_mention_new_roots ();

  do
    {
      g_autoptr (GArray) clips = cut_store_list_unsought (store, TEXTS_AT_ONCE, error);

      if (clips == NULL)
        return FALSE;
      if (clips->len == 0)
        break;
      *changed = TRUE;
      for (guint i = 0; i < clips->len; i++)
        if (!take_clip (self, store, g_array_index (clips, gint64, i), roots, error))
          return FALSE;
    }
  while (g_get_monotonic_time () < until && !g_cancellable_is_cancelled (cancellable) && (hurry == NULL || g_atomic_int_get (hurry) == 0));
  return TRUE;
}

static gboolean
work (CutMentionBook  *self,
      CutStore        *store,
      gint64           first,
      gint64           until,
      const gint      *hurry,
      gboolean        *changed,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autoptr (GHashTable) roots = cut_mention_new_roots ();

  if (!check_rules (self, store, error) || !check_names (self, store, error) || !take_rest (self, store, EARLIER, error) ||
      !take_renamed (self, store, until, changed, error))
    return FALSE;
  if (self->n_owners == 0)
    return cut_store_forget_mentions (store, error);
  if (first != 0 && !take_clip (self, store, first, roots, error))
    return FALSE;
  *changed = *changed || first != 0;
  return take_texts (self, store, until, hurry, changed, cancellable, error);
}

gboolean
cut_mention_book_work (CutMentionBook  *self,
                       CutStore        *store,
                       gint64           first,
                       gint64           budget,
                       const gint      *hurry,
                       gboolean        *changed,
                       GCancellable    *cancellable,
                       GError         **error)
{
  gint64 until = g_get_monotonic_time () + budget;

  *changed = FALSE;
  if (!cut_store_begin (store, error))
    return FALSE;
  if (work (self, store, first, until, hurry, changed, cancellable, error) && cut_store_commit (store, error))
    return TRUE;
  cut_store_rollback (store);
  return FALSE;
}
