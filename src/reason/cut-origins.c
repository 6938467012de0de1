/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-origins.h"

#include <glib/gi18n-lib.h>

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
