/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-claim-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-vocab.h"

G_DEFINE_FINAL_TYPE (CutClaimItem, cut_claim_item, G_TYPE_OBJECT)

static void
cut_claim_item_finalize (GObject *object)
{
  CutClaimItem *self = CUT_CLAIM_ITEM (object);

  g_free (self->id);
  cut_claim_standing_unref (self->standing);
  g_hash_table_unref (self->names);
  g_free (self->folded);
  g_free (self->key);
  G_OBJECT_CLASS (cut_claim_item_parent_class)->finalize (object);
}

static void
cut_claim_item_class_init (CutClaimItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_claim_item_finalize;
}

static void
cut_claim_item_init (CutClaimItem *self)
{
}

CutClaimItem *
cut_claim_item_new (CutClaimStanding *standing,
                    GHashTable       *names)
{
  CutClaimItem *self = g_object_new (CUT_TYPE_CLAIM_ITEM, NULL);

  self->id = g_strdup (standing->id);
  self->standing = cut_claim_standing_ref (standing);
  self->names = g_hash_table_ref (names);
  return self;
}

gboolean
cut_claim_item_take (CutClaimItem     *self,
                     CutClaimStanding *standing,
                     GHashTable       *names)
{
  if (self->standing == standing && self->names == names)
    return FALSE;
  cut_claim_standing_ref (standing);
  cut_claim_standing_unref (self->standing);
  self->standing = standing;
  g_hash_table_ref (names);
  g_hash_table_unref (self->names);
  self->names = names;
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->key, g_free);
  return TRUE;
}

const char *
cut_claim_item_get_folded (CutClaimItem *self)
{
  if (self->folded == NULL)
    {
      g_autofree char *stances = cut_claim_item_format_stances (self);
      g_autofree char *stories = cut_claim_item_format_stories (self);
      g_autofree char *all = g_strjoin (" ", self->standing->text, stances, stories, NULL);

      self->folded = g_utf8_casefold (all, -1);
    }
  return self->folded;
}

const char *
cut_claim_item_get_key (CutClaimItem *self)
{
  if (self->key == NULL)
    self->key = g_utf8_collate_key (self->standing->text, -1);
  return self->key;
}

static void
add_part (GString    *line,
          const char *part)
{
  if (part != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", part);
}

char *
cut_claim_item_format_stances (CutClaimItem *self)
{
  GString *line = g_string_new (NULL);

  for (char **stance = self->standing->stances; *stance != NULL; stance++)
    add_part (line, cut_vocab_get_label (CUT_VOCAB_STANCE, *stance));
  return g_string_free (line, FALSE);
}

char *
cut_claim_item_format_stories (CutClaimItem *self)
{
  GString *line = g_string_new (NULL);

  for (char **story = self->standing->all_stories; *story != NULL; story++)
    add_part (line, g_hash_table_lookup (self->names, *story));
  return g_string_free (line, FALSE);
}

char *
cut_claim_format_origins (const CutClaimStanding *standing)
{
  g_autofree char *origins = NULL;

  if (standing->low == standing->high)
    origins = g_strdup_printf (ngettext ("%u origin", "%u origins", standing->low), standing->low);
  else
    /* Translators: a range of independent origins, such as "1–3 origins" */
    origins = g_strdup_printf (_("%u–%u origins"), standing->low, standing->high);
  if (standing->denials == 0)
    return g_steal_pointer (&origins);
  /* Translators: "1–3 origins", and how many independent origins deny it */
  return g_strdup_printf (ngettext ("%s, denied by %u", "%s, denied by %u", standing->denials), origins, standing->denials);
}

char *
cut_claim_item_format_origins (CutClaimItem *self)
{
  return cut_claim_format_origins (self->standing);
}

char *
cut_claim_item_format_gaps (CutClaimItem *self)
{
  guint n = self->standing->gaps->len;

  if (n == 0)
    return g_strdup ("");
  if (self->standing->urgency == CUT_URGENCY_HIGH)
    {
      g_autofree char *gaps = g_strdup_printf (ngettext ("%u gap", "%u gaps", n), n);

      /* Translators: “2 gaps”, and how urgent the first of them is: “Now” */
      return g_strdup_printf (C_("gaps", "%s · %s"), gaps, cut_urgency_get_label (self->standing->urgency));
    }
  return g_strdup_printf (ngettext ("%u gap", "%u gaps", n), n);
}
