/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-ledger-private.h"

/* Which work a clip is. The shares of text that count as much are those of cut-sketch.h; two texts with the same wire
 * credit need less in common. */
#define SAME_TEXT 0.8
#define SAME_TEXT_AND_CREDIT 0.3

char *
cut_ledger_fold (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);

  g_strstrip (folded);
  return g_strdup (g_str_has_prefix (folded, "the ") ? folded + strlen ("the ") : folded);
}

const char *
cut_ledger_get_outlet (const CutLedgerClip *clip)
{
  if (clip->outlet != NULL)
    return clip->outlet;
  return clip->title != NULL ? clip->title : clip->id;
}

static gboolean
has_same_credit (const CutLedgerClip *clip,
                 const CutLedgerClip *other)
{
  g_autofree char *mine = clip->wire != NULL ? cut_ledger_fold (clip->wire) : NULL;
  g_autofree char *theirs = other->wire != NULL ? cut_ledger_fold (other->wire) : NULL;

  return mine != NULL && g_strcmp0 (mine, theirs) == 0;
}

gboolean
cut_ledger_is_reprint (const CutLedgerClip  *clip,
                       const CutLedgerClip  *other,
                       const CutLedgerAlike *alike)
{
  return !alike->dismissed && (alike->containment >= SAME_TEXT ||
                               (alike->containment >= SAME_TEXT_AND_CREDIT && has_same_credit (clip, other)));
}

static void
add_once (GPtrArray     *family,
          CutLedgerClip *clip)
{
  if (clip != NULL && clip->known && !g_ptr_array_find (family, clip, NULL))
    g_ptr_array_add (family, clip);
}

static void
add_relatives (CutLedger     *self,
               GPtrArray     *family,
               CutLedgerClip *clip)
{
  if (clip->reprint_of != NULL)
    add_once (family, g_hash_table_lookup (self->clips, clip->reprint_of));
  for (guint i = 0; i < clip->reprints->len; i++)
    add_once (family, g_hash_table_lookup (self->clips, g_ptr_array_index (clip->reprints, i)));
  for (guint i = 0; i < clip->alike->len; i++)
    {
      const CutLedgerAlike *alike = g_ptr_array_index (clip->alike, i);
      CutLedgerClip *other = g_hash_table_lookup (self->clips, alike->other);

      if (other != NULL && cut_ledger_is_reprint (clip, other, alike))
        add_once (family, other);
    }
}

/* What nobody says is a reprint of another comes first, then what was printed first. */
static int
compare_seniority (gconstpointer a,
                   gconstpointer b)
{
  const CutLedgerClip *left = *(const CutLedgerClip *const *) a;
  const CutLedgerClip *right = *(const CutLedgerClip *const *) b;
  gint64 left_key = left->published != NULL ? cut_date_get_sort_key (left->published) : G_MAXINT64;
  gint64 right_key = right->published != NULL ? cut_date_get_sort_key (right->published) : G_MAXINT64;

  if ((left->reprint_of == NULL) != (right->reprint_of == NULL))
    return left->reprint_of == NULL ? -1 : 1;
  if (left_key != right_key)
    return left_key < right_key ? -1 : 1;
  return strcmp (left->id, right->id);
}

/* The agency, where one of the family credits it; else the outlet that had it first. Clips of one outlet are one work:
 * who cites the outlet does not say which. */
static char *
key_of_family (GPtrArray *family)
{
  CutLedgerClip *first;

  g_ptr_array_sort (family, compare_seniority);
  for (guint i = 0; i < family->len; i++)
    if (((CutLedgerClip *) g_ptr_array_index (family, i))->wire != NULL)
      return cut_ledger_fold (((CutLedgerClip *) g_ptr_array_index (family, i))->wire);
  first = g_ptr_array_index (family, 0);
  return first->outlet != NULL ? cut_ledger_fold (first->outlet) : g_strdup (first->id);
}

const char *
cut_ledger_get_work (CutLedger     *self,
                     CutLedgerClip *clip)
{
  g_autoptr (GPtrArray) family = NULL;
  g_autofree char *key = NULL;

  if (clip->work != NULL)
    return clip->work;
  family = g_ptr_array_new ();
  g_ptr_array_add (family, clip);
  for (guint i = 0; i < family->len; i++)
    add_relatives (self, family, g_ptr_array_index (family, i));
  key = key_of_family (family);
  for (guint i = 0; i < family->len; i++)
    {
      CutLedgerClip *member = g_ptr_array_index (family, i);

      g_free (member->work);
      member->work = g_strdup (key);
    }
  self->any_work = TRUE;
  return clip->work;
}

void
cut_ledger_forget_works (CutLedger *self)
{
  GHashTableIter iter;
  gpointer clip;

  if (!self->any_work)
    return;
  self->any_work = FALSE;
  g_hash_table_iter_init (&iter, self->clips);
  while (g_hash_table_iter_next (&iter, NULL, &clip))
    g_clear_pointer (&((CutLedgerClip *) clip)->work, g_free);
}
