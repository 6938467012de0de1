/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-claim-filter.h"

#include <string.h>

struct _CutClaimFilter
{
  GtkFilter parent_instance;

  char **words;   /* (owned) (nullable): case-folded */
  char *status;   /* (owned) (nullable) */
  char *stance;   /* (owned) (nullable) */
  char *entity;   /* (owned) (nullable) */
  CutClaimOrigins origins;
  gboolean gaps;
};

G_DEFINE_FINAL_TYPE (CutClaimFilter, cut_claim_filter, GTK_TYPE_FILTER)

static gboolean
match_origins (CutClaimFilter *self,
               CutClaimItem   *item)
{
  switch (self->origins)
    {
    case CUT_CLAIM_ORIGINS_NONE:
      return item->standing->high == 0;
    case CUT_CLAIM_ORIGINS_ONE:
      return item->standing->low <= 1 && item->standing->high >= 1;
    case CUT_CLAIM_ORIGINS_SEVERAL:
      return item->standing->low >= 2;
    case CUT_CLAIM_ORIGINS_UNSURE:
      return item->standing->low < item->standing->high;
    case CUT_CLAIM_ORIGINS_ANY:
    case CUT_N_CLAIM_ORIGINS:
    default:
      return TRUE;
    }
}

static gboolean
match_words (CutClaimFilter *self,
             CutClaimItem   *item)
{
  for (char **word = self->words; word != NULL && *word != NULL; word++)
    if (strstr (cut_claim_item_get_folded (item), *word) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
cut_claim_filter_match (GtkFilter *filter,
                        gpointer   object)
{
  CutClaimFilter *self = CUT_CLAIM_FILTER (filter);
  CutClaimItem *item = object;
  const CutClaimStanding *standing = item->standing;

  return (self->status == NULL || g_strcmp0 (standing->status, self->status) == 0) &&
         (self->stance == NULL || g_strv_contains ((const char *const *) standing->stances, self->stance)) &&
         (self->entity == NULL || g_strv_contains ((const char *const *) standing->entities, self->entity)) &&
         (!self->gaps || standing->gaps->len > 0) && match_origins (self, item) && match_words (self, item);
}

static gboolean
is_open (CutClaimFilter *self)
{
  return self->words == NULL && cut_claim_filter_count (self) == 0;
}

static GtkFilterMatch
cut_claim_filter_get_strictness (GtkFilter *filter)
{
  return is_open (CUT_CLAIM_FILTER (filter)) ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
cut_claim_filter_finalize (GObject *object)
{
  CutClaimFilter *self = CUT_CLAIM_FILTER (object);

  g_strfreev (self->words);
  g_free (self->status);
  g_free (self->stance);
  g_free (self->entity);
  G_OBJECT_CLASS (cut_claim_filter_parent_class)->finalize (object);
}

static void
cut_claim_filter_class_init (CutClaimFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cut_claim_filter_finalize;
  filter_class->match = cut_claim_filter_match;
  filter_class->get_strictness = cut_claim_filter_get_strictness;
}

static void
cut_claim_filter_init (CutClaimFilter *self)
{
}

CutClaimFilter *
cut_claim_filter_new (void)
{
  return g_object_new (CUT_TYPE_CLAIM_FILTER, NULL);
}

static void
changed (CutClaimFilter *self)
{
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
set_word (CutClaimFilter  *self,
          char           **place,
          const char      *word)
{
  if (g_strcmp0 (*place, word) == 0)
    return;
  g_free (*place);
  *place = g_strdup (word);
  changed (self);
}

void
cut_claim_filter_set_words (CutClaimFilter *self,
                            const char     *words)
{
  g_autofree char *folded = g_utf8_casefold (words != NULL ? words : "", -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  guint n = 0;

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      {
        g_strv_builder_add (kept, *part);
        n++;
      }
  g_clear_pointer (&self->words, g_strfreev);
  if (n > 0)
    self->words = g_strv_builder_end (kept);
  changed (self);
}

void
cut_claim_filter_set_status (CutClaimFilter *self,
                             const char     *status)
{
  set_word (self, &self->status, status);
}

void
cut_claim_filter_set_stance (CutClaimFilter *self,
                             const char     *stance)
{
  set_word (self, &self->stance, stance);
}

void
cut_claim_filter_set_entity (CutClaimFilter *self,
                             const char     *entity)
{
  set_word (self, &self->entity, entity);
}

void
cut_claim_filter_set_origins (CutClaimFilter  *self,
                              CutClaimOrigins  origins)
{
  if (self->origins == origins)
    return;
  self->origins = origins;
  changed (self);
}

void
cut_claim_filter_set_gaps (CutClaimFilter *self,
                           gboolean        gaps)
{
  if (self->gaps == gaps)
    return;
  self->gaps = gaps;
  changed (self);
}

guint
cut_claim_filter_count (CutClaimFilter *self)
{
  return (self->status != NULL) + (self->stance != NULL) + (self->entity != NULL) + (self->origins != CUT_CLAIM_ORIGINS_ANY) +
         (self->gaps != FALSE);
}
