/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-unfound.h"

#include <glib/gi18n-lib.h>

/* A sentence for each: its words hang on each other in most languages. */
char *
cut_unfound_describe (CutKind     kind,
                      const char *name)
{
  switch ((int) kind)
    {
    case CUT_KIND_STORY:
      return g_strdup_printf (_("There is no story “%s” in the notebook"), name);
    case CUT_KIND_CONTRIBUTOR:
      return g_strdup_printf (_("There is no contributor “%s” in the notebook"), name);
    case CUT_KIND_CLIP:
      return g_strdup_printf (_("There is no clip “%s” in the notebook"), name);
    case CUT_KIND_CAPTURE:
      return g_strdup_printf (_("There is no capture “%s” in the notebook"), name);
    case CUT_KIND_ANNOTATION:
      return g_strdup_printf (_("There is no annotation “%s” in the notebook"), name);
    case CUT_KIND_CLAIM:
      return g_strdup_printf (_("There is no claim “%s” in the notebook"), name);
    case CUT_KIND_ATTRIBUTION:
      return g_strdup_printf (_("There is no attribution “%s” in the notebook"), name);
    case CUT_KIND_SOURCE:
      return g_strdup_printf (_("There is no source “%s” in the notebook"), name);
    case CUT_KIND_ENTITY:
      return g_strdup_printf (_("There is no entity “%s” in the notebook"), name);
    case CUT_KIND_TAG:
      return g_strdup_printf (_("There is no tag “%s” in the notebook"), name);
    case CUT_KIND_EVENT:
      return g_strdup_printf (_("There is no event “%s” in the notebook"), name);
    case CUT_KIND_SAVED_SEARCH:
      return g_strdup_printf (_("There is no saved search “%s” in the notebook"), name);
    default:
      return g_strdup_printf (_("There is no object “%s” in the notebook"), name);
    }
}
