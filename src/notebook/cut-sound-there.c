/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-sound-there.h"

#include <glib/gi18n-lib.h>

#include "cut-check.h"
#include "cut-contributor.h"
#include "cut-error.h"
#include "cut-story.h"
#include "cut-tag.h"

/* The Trash. */

static gboolean
refuse_thrown_away (CutRecord  *record,
                    GError    **error)
{
  g_autofree char *title = cut_record_get_title (record);

  /* Translators: what an object is called */
  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%.60s” lies in the Trash; restore it first"), title);
  return FALSE;
}

/* Settling what two people wrote is done there, too: a copy may have thrown away what another changed. */
gboolean
cut_sound_is_left (CutRecord  *record,
                   CutRecord  *before,
                   GError    **error)
{
  g_autoptr (CutRecord) alike = NULL;

  if (cut_record_has_value (before, CUT_RECORD_CONFLICTS))
    return TRUE;
  alike = cut_record_with (record, "modified", cut_record_get_int (before, CUT_RECORD_MODIFIED), "deleted",
                           cut_record_get_int (before, CUT_RECORD_DELETED), "rev", cut_record_get_rev (before), "parents",
                           cut_record_get_strv (before, CUT_RECORD_PARENTS), "written",
                           cut_record_get_string (before, CUT_RECORD_WRITTEN), NULL);
  return cut_record_equal (alike, before) || refuse_thrown_away (before, error);
}

gboolean
cut_sound_is_alive (CutRecord  *needed,
                    GError    **error)
{
  return !cut_record_is_deleted (needed) || refuse_thrown_away (needed, error);
}

/* Names. */

/* Tags below different tags may have one name: “Berlin” the place and “Berlin” the ship. */
static gboolean
is_beside (CutRecord *record,
           CutRecord *other)
{
  return !CUT_IS_TAG (record) || g_strcmp0 (cut_tag_get_parent (CUT_TAG (record)), cut_tag_get_parent (CUT_TAG (other))) == 0;
}

gboolean
cut_sound_is_only_one (CutStore   *store,
                       CutRecord  *record,
                       CutRecord  *before,
                       GError    **error)
{
  guint field = CUT_IS_TAG (record) ? (guint) CUT_TAG_LABEL : (guint) CUT_STORY_TITLE;
  const char *name = cut_record_get_string (record, field);
  g_autoptr (CutQuery) query = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (name == NULL || (before != NULL && g_strcmp0 (name, cut_record_get_string (before, field)) == 0))
    return TRUE;
  query = cut_query_new (cut_record_get_kind (record));
  cut_query_set_named (query, name);
  found = cut_store_list (store, query, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      CutRecord *other = g_ptr_array_index (found, i);

      if (g_str_equal (cut_record_get_id (other), cut_record_get_id (record)) || !is_beside (record, other))
        continue;
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT,
                   CUT_IS_TAG (record) ? _("There is a tag “%s” already") : _("There is a story “%s” already"),
                   cut_record_get_string (other, field));
      return FALSE;
    }
  return found != NULL;
}

/* Checks. */

CutRecord *
cut_sound_sign_check (CutStore    *store,
                      CutRecord   *check,
                      const char  *owner,
                      GError     **error)
{
  g_autoptr (CutRecord) who = NULL;
  g_autoptr (CutDate) now = NULL;
  g_autofree char *moment = cut_time_format (cut_time_now ());
  const char *by = cut_check_get_by (CUT_CHECK (check));
  CutDate *at = cut_check_get_at (CUT_CHECK (check));

  if (by != NULL && at != NULL)
    return g_object_ref (check);
  if (owner != NULL && !cut_store_look_up (store, owner, &who, error))
    return NULL;
  now = cut_date_new (moment, CUT_DATE_UNKNOWN, "user", NULL);
  if (by == NULL && who != NULL && CUT_IS_CONTRIBUTOR (who))
    by = cut_contributor_get_name (CUT_CONTRIBUTOR (who));
  return cut_record_with (check, "by", by, "at", at != NULL ? at : now, "modified", cut_record_get_int (check, CUT_RECORD_MODIFIED), NULL);
}
