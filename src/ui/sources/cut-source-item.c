/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-source-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-secrets.h"
#include "cut-source.h"

G_DEFINE_FINAL_TYPE (CutSourceItem, cut_source_item, G_TYPE_OBJECT)

static void
cut_source_item_finalize (GObject *object)
{
  CutSourceItem *self = CUT_SOURCE_ITEM (object);

  g_clear_object (&self->record);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->folded);
  G_OBJECT_CLASS (cut_source_item_parent_class)->finalize (object);
}

static void
cut_source_item_class_init (CutSourceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_source_item_finalize;
}

static void
cut_source_item_init (CutSourceItem *self)
{
}

/* The Admiralty scale: how reliable a source is, and how credible what it says. */
const char *
cut_rating_get_label (char letter)
{
  static const char *const reliable[] = { N_ ("Reliable"), N_ ("Usually reliable"), N_ ("Fairly reliable"), N_ ("Not usually reliable"),
                                          N_ ("Unreliable"), N_ ("Reliability cannot be judged") };
  static const char *const credible[] = { N_ ("Confirmed"), N_ ("Probably true"), N_ ("Possibly true"), N_ ("Doubtful"),
                                          N_ ("Improbable"), N_ ("Truth cannot be judged") };

  if (letter >= 'A' && letter <= 'F')
    return _(reliable[letter - 'A']);
  if (letter >= '1' && letter <= '6')
    return _(credible[letter - '1']);
  return NULL;
}

static char *
make_subtitle (CutSource *source,
               guint      n_claims)
{
  const char *kind = cut_vocab_get_label (CUT_VOCAB_SOURCE_KIND, cut_source_get_kind (source));
  const char *rating = cut_source_get_reliability (source);
  /* Translators: how many claims somebody has said something about */
  g_autofree char *claims = g_strdup_printf (ngettext ("%u claim", "%u claims", n_claims), n_claims);

  if (rating == NULL)
    return g_strdup_printf ("%s · %s", kind != NULL ? kind : "", claims);
  return g_strdup_printf ("%s · %s · %s", kind != NULL ? kind : "", rating, claims);
}

static char *
fold (CutSourceItem *self,
      CutSource     *source)
{
  const char *name = cut_source_get_label (source);
  g_autofree char *all = g_strjoin (" ", self->title, self->subtitle, name != NULL ? name : "", NULL);

  return g_utf8_casefold (all, -1);
}

CutSourceItem *
cut_source_item_new (CutRecord  *record,
                     const char *title,
                     guint       n_claims)
{
  CutSourceItem *self = g_object_new (CUT_TYPE_SOURCE_ITEM, NULL);
  const char *name = cut_source_get_label (CUT_SOURCE (record));

  self->record = g_object_ref (record);
  self->hidden = cut_record_is_hidden (record);
  self->n_claims = n_claims;
  self->title = g_strdup (title != NULL ? title : name != NULL ? name : "");
  self->subtitle = make_subtitle (CUT_SOURCE (record), n_claims);
  self->folded = fold (self, CUT_SOURCE (record));
  return self;
}

gboolean
cut_source_item_same (gconstpointer one,
                      gconstpointer other)
{
  const CutSourceItem *a = one;
  const CutSourceItem *b = other;

  return strcmp (a->title, b->title) == 0 && strcmp (a->subtitle, b->subtitle) == 0 && a->hidden == b->hidden &&
         cut_record_equal (a->record, b->record);
}

int
cut_source_item_compare (gconstpointer a,
                         gconstpointer b,
                         gpointer      user_data)
{
  const CutSourceItem *left = a;
  const CutSourceItem *right = b;
  int order = g_utf8_collate (left->title, right->title);

  return order != 0 ? order : strcmp (cut_record_get_id (left->record), cut_record_get_id (right->record));
}
