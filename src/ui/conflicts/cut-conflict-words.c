/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-conflict-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-date-text.h"
#include "cut-field-label.h"

static char *
describe_here (const char *when)
{
  if (when == NULL)
    return g_strdup (_("Written in this notebook"));
  /* Translators: day and time */
  return g_strdup_printf (_("Written in this notebook on %s"), when);
}

static char *
describe_elsewhere (const char *name,
                    const char *when)
{
  if (name == NULL && when == NULL)
    return g_strdup (_("From a colleague"));
  if (name == NULL)
    /* Translators: day and time */
    return g_strdup_printf (_("From a colleague, changed there on %s"), when);
  if (when == NULL)
    /* Translators: the name of a colleague, or several with " / " between them */
    return g_strdup_printf (_("From %s"), name);
  /* Translators: the name of a colleague, or several with " / " between them; day and time */
  return g_strdup_printf (_("From %s, changed there on %s"), name, when);
}

char *
cut_conflict_describe_writer (const CutWording *wording)
{
  g_autofree char *when = wording->when != 0 ? cut_time_to_text (wording->when) : NULL;

  switch (wording->writer)
    {
    case CUT_WRITER_HERE:
      return describe_here (when);
    case CUT_WRITER_ELSEWHERE:
      return describe_elsewhere (wording->name, when);
    case CUT_WRITER_UNKNOWN:
    default:
      return g_strdup (_("It is not known any more who wrote it"));
    }
}

char *
cut_conflict_describe_object (const CutConflict *conflict)
{
  g_autofree char *title = cut_record_get_title (conflict->record);

  /* Translators: a kind of object, as "Claim", and its title */
  return g_strdup_printf (_("%s “%s”"), cut_kind_get_label (cut_record_get_kind (conflict->record)), title);
}

const char *
cut_conflict_describe_field (const CutConflict *conflict)
{
  if (conflict->field == CUT_RECORD_DELETED)
    return _("One deleted it, the other changed it");
  return cut_field_get_label (cut_record_get_kind (conflict->record), cut_conflict_get_field (conflict));
}

const char *
cut_conflict_get_action (const CutConflict *conflict)
{
  switch ((int) cut_record_get_kind (conflict->record))
    {
    case CUT_KIND_CLIP: return "win.open-clip";
    case CUT_KIND_ANNOTATION: return "win.show-annotation";
    case CUT_KIND_CLAIM: return "win.show-claim";
    case CUT_KIND_SOURCE: return "win.show-source";
    case CUT_KIND_ENTITY: return "win.show-entity";
    default: return NULL;
    }
}

gboolean
cut_conflict_can_be_edited (const CutConflict *conflict)
{
  const char *name = cut_conflict_get_field (conflict);
  CutKind kind = cut_record_get_kind (conflict->record);
  guint n_fields;
  CutFieldType type = cut_kind_get_fields (kind, &n_fields)[conflict->field].type;

  /* What has no name for people has no editor either. */
  if (conflict->field == CUT_RECORD_DELETED || strcmp (cut_field_get_label (kind, name), name) == 0)
    return FALSE;
  /* Numbers, times, places in a text and what programs keep are not typed by hand. */
  return type == CUT_FIELD_STRING || type == CUT_FIELD_WORD || type == CUT_FIELD_DATE || type == CUT_FIELD_BOOLEAN || type == CUT_FIELD_STRINGS ||
         type == CUT_FIELD_ID || type == CUT_FIELD_IDS;
}
