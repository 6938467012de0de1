/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-origins.h"

#include <glib/gi18n-lib.h>

#include "cut-attribution.h"
#include "cut-walk.h"

const char *
cut_origin_kind_to_word (CutOriginKind kind)
{
  static const char *const words[] = { "source", "unnamed", "outlet", "unknown", "cycle" };

  return words[kind];
}

void
cut_origins_free (CutOrigins *self)
{
  g_clear_pointer (&self->origins, g_ptr_array_unref);
  g_free (self);
}

CutOrigins *
cut_ledger_count_origins (CutLedger  *self,
                          const char *claim)
{
  CutLedgerClaim *found = cut_ledger_find_claim (self, claim);
  g_autoptr (CutWalk) walk = NULL;
  CutOrigins *none;

  if (found != NULL)
    {
      walk = cut_walk_new (self, found);
      return g_steal_pointer (&walk->origins);
    }
  none = g_new0 (CutOrigins, 1);
  none->origins = g_ptr_array_new ();
  return none;
}

char *
cut_origins_format_range (guint low,
                          guint high)
{
  if (low == high)
    return g_strdup_printf (ngettext ("%u origin", "%u origins", low), low);
  /* Translators: a range of independent origins, such as "1–3 origins" */
  return g_strdup_printf (_("%u–%u origins"), low, high);
}

char *
cut_origins_format (const CutOrigins *self)
{
  return cut_origins_format_range (self->low, self->high);
}

/* Of one claim alone. */

/* What the lookup finds may be in the Trash, and what is said of it is said all the same. */
static void
put_found (CutLedger        *ledger,
           CutOriginsLookup  lookup,
           gpointer          user_data)
{
  g_autoptr (GPtrArray) missing = cut_ledger_steal_missing (ledger);

  while (missing->len > 0)
    {
      for (guint i = 0; i < missing->len; i++)
        {
          CutRecord *record = lookup (g_ptr_array_index (missing, i), user_data);

          if (record != NULL)
            cut_ledger_put_record (ledger, record);
        }
      g_ptr_array_unref (missing);
      missing = cut_ledger_steal_missing (ledger);
    }
}

CutOrigins *
cut_origins_count (GPtrArray        *attributions,
                   CutOriginsLookup  lookup,
                   gpointer          user_data)
{
  g_autoptr (CutLedger) ledger = cut_ledger_new ();
  const char *id = "";
  CutClaimFact claim = { NULL };

  for (guint i = 0; i < attributions->len; i++)
    {
      CutRecord *attribution = g_ptr_array_index (attributions, i);

      if (cut_record_is_deleted (attribution))
        continue;
      /* Claims that are the same come as one list. */
      claim.id = cut_attribution_get_claim (CUT_ATTRIBUTION (attribution));
      claim.same_as = *id != '\0' && !g_str_equal (id, claim.id) ? id : NULL;
      if (cut_ledger_find_claim (ledger, claim.id) == NULL)
        cut_ledger_put_claim (ledger, &claim);
      id = *id != '\0' ? id : claim.id;
      cut_ledger_put_record (ledger, attribution);
    }
  put_found (ledger, lookup, user_data);
  return cut_ledger_count_origins (ledger, id);
}
