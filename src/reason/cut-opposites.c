/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-opposites.h"

#include "cut-attribution.h"
#include "cut-claim.h"

#define MOST_SAME 64 /* steps from a claim to the one it is the same as: more is a ring */

/* What the source says about claims that are the same. */
typedef struct
{
  CutAttribution *asserted; /* (unowned) (nullable): the first that does */
  CutAttribution *denied;
  GPtrArray *against;       /* (element-type utf8): ids of claims that contradict it */
} Position;

typedef struct
{
  CutOppositesLookup lookup;
  gpointer data;
  GHashTable *positions; /* (element-type utf8 Position): by the claim that stands for all that are the same */
} Opposites;

static void
position_free (gpointer data)
{
  Position *position = data;

  g_ptr_array_unref (position->against);
  g_free (position);
}

/* 1 asserts, -1 denies, 0 neither. */
static int
direction_of (CutAttribution *attribution)
{
  static const char *const asserting[] = { "asserts", "alleges", "reports", "confirms", NULL };
  static const char *const denying[] = { "denies", "disputes", NULL };
  const char *stance = cut_attribution_get_stance (attribution);

  if (stance == NULL)
    return 0;
  return g_strv_contains (asserting, stance) ? 1 : g_strv_contains (denying, stance) ? -1 : 0;
}

static CutClaim *
find_claim (Opposites  *self,
            const char *id)
{
  CutRecord *claim = id != NULL ? self->lookup (id, self->data) : NULL;

  return claim != NULL && CUT_IS_CLAIM (claim) ? CUT_CLAIM (claim) : NULL;
}

static const char *
canonical (Opposites  *self,
           const char *id)
{
  for (guint n = 0; n < MOST_SAME; n++)
    {
      CutClaim *claim = find_claim (self, id);
      const char *same = claim != NULL ? cut_claim_get_same_as (claim) : NULL;

      if (same == NULL)
        break;
      id = same;
    }
  return id;
}

static Position *
position_of (Opposites  *self,
             const char *claim)
{
  Position *position = g_hash_table_lookup (self->positions, claim);

  if (position != NULL)
    return position;
  position = g_new0 (Position, 1);
  position->against = g_ptr_array_new ();
  g_hash_table_insert (self->positions, (gpointer) claim, position);
  return position;
}

static void
take (Opposites      *self,
      CutAttribution *attribution)
{
  const char *claim = cut_attribution_get_claim (attribution);
  int direction = direction_of (attribution);
  Position *position;

  if (claim == NULL || direction == 0)
    return;
  position = position_of (self, canonical (self, claim));
  if (direction > 0 && position->asserted == NULL)
    position->asserted = attribution;
  if (direction < 0 && position->denied == NULL)
    position->denied = attribution;
}

/* It is enough that one of two claims says that they contradict each other. */
static void
tie (Opposites      *self,
     CutAttribution *attribution)
{
  CutClaim *claim = find_claim (self, cut_attribution_get_claim (attribution));
  const char *const *others = claim != NULL ? cut_claim_get_contradicts (claim) : NULL;
  const char *own;

  if (others == NULL || others[0] == NULL)
    return;
  own = canonical (self, cut_attribution_get_claim (attribution));
  for (guint i = 0; others[i] != NULL; i++)
    {
      const char *other = canonical (self, others[i]);

      g_ptr_array_add (position_of (self, own)->against, (gpointer) other);
      g_ptr_array_add (position_of (self, other)->against, (gpointer) own);
    }
}

static CutAttribution *
find_opposite (Opposites      *self,
               CutAttribution *attribution)
{
  const char *claim = cut_attribution_get_claim (attribution);
  int direction = direction_of (attribution);
  Position *position = claim != NULL ? g_hash_table_lookup (self->positions, canonical (self, claim)) : NULL;

  if (position == NULL || direction == 0)
    return NULL;
  if (direction < 0)
    return position->asserted;
  if (position->denied != NULL)
    return position->denied;
  for (guint i = 0; i < position->against->len; i++)
    {
      Position *other = g_hash_table_lookup (self->positions, g_ptr_array_index (position->against, i));

      if (other != NULL && other != position && other->asserted != NULL)
        return other->asserted;
    }
  return NULL;
}

GHashTable *
cut_opposites_find (GPtrArray          *attributions,
                    CutOppositesLookup  lookup,
                    gpointer            user_data)
{
  g_autoptr (GHashTable) positions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, position_free);
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Opposites self = { lookup, user_data, positions };

  for (guint i = 0; i < attributions->len; i++)
    take (&self, g_ptr_array_index (attributions, i));
  for (guint i = 0; i < attributions->len; i++)
    tie (&self, g_ptr_array_index (attributions, i));
  for (guint i = 0; i < attributions->len; i++)
    {
      CutAttribution *attribution = g_ptr_array_index (attributions, i);
      CutAttribution *opposite = find_opposite (&self, attribution);

      if (opposite != NULL)
        g_hash_table_insert (found, g_strdup (cut_record_get_id (CUT_RECORD (attribution))), opposite);
    }
  return found;
}
