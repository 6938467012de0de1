/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-sound-alone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-clip-address.h"
#include "cut-clip.h"
#include "cut-error.h"
#include "cut-event.h"
#include "cut-relation.h"
#include "cut-source.h"
#include "cut-time-span.h"

static gboolean
refuse (GError    **error,
        const char *reason)
{
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, reason);
  return FALSE;
}

static gboolean
is_new_text (CutRecord *record,
             CutRecord *before,
             guint      field)
{
  const char *text = cut_record_get_string (record, field);

  return text != NULL && (before == NULL || g_strcmp0 (text, cut_record_get_string (before, field)) != 0);
}

/* Blanks. */

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)) && !g_unichar_iszerowidth (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
check_blank (CutRecord  *record,
             CutRecord  *before,
             GError    **error)
{
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = CUT_RECORD_N_FIELDS; i < n_fields; i++)
    if ((fields[i].flags & CUT_FIELD_REQUIRED) && fields[i].type == CUT_FIELD_STRING && is_new_text (record, before, i) &&
        is_blank (cut_record_get_string (record, i)))
      {
        /* Translators: a field, then a kind of object */
        g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("The %s of the %s is blank"), fields[i].name,
                     cut_kind_get_label (cut_record_get_kind (record)));
        return FALSE;
      }
  return TRUE;
}

/* Circles. */

static gboolean
names_itself (CutRecord *record,
              guint      field)
{
  return g_strv_contains (cut_record_get_strv (record, field), cut_record_get_id (record));
}

static gboolean
check_claim (CutRecord  *record,
             GError    **error)
{
  if (g_strcmp0 (cut_record_get_string (record, CUT_CLAIM_SAME_AS), cut_record_get_id (record)) == 0)
    return refuse (error, _("A claim cannot be the same as itself"));
  if (names_itself (record, CUT_CLAIM_SUPPORTS))
    return refuse (error, _("A claim cannot support itself"));
  return !names_itself (record, CUT_CLAIM_CONTRADICTS) || refuse (error, _("A claim cannot contradict itself"));
}

/* The way that words took ends at the source; who is on the way as well would have them from itself. */
static gboolean
check_attribution (CutRecord  *record,
                   CutRecord  *before,
                   GError    **error)
{
  const char *source = cut_attribution_get_source (CUT_ATTRIBUTION (record));
  gboolean was_so = before != NULL && g_strcmp0 (source, cut_attribution_get_source (CUT_ATTRIBUTION (before))) == 0 &&
                    g_strv_contains (cut_attribution_get_via (CUT_ATTRIBUTION (before)), source != NULL ? source : "");

  if (source == NULL || was_so || !g_strv_contains (cut_attribution_get_via (CUT_ATTRIBUTION (record)), source))
    return TRUE;
  return refuse (error, _("Words cannot come from a source through the same source"));
}

/* Times. */

static gboolean
is_same_date (CutRecord *record,
              CutRecord *before,
              guint      field)
{
  CutDate *now = cut_record_get_date (record, field);
  CutDate *was = before != NULL ? cut_record_get_date (before, field) : NULL;

  return now == was || (now != NULL && was != NULL && cut_date_equal (now, was));
}

/* A span that may have begun earlier, or may go on, is given the benefit of the doubt. */
static gboolean
check_order (CutRecord  *record,
             CutRecord  *before,
             guint       start,
             guint       end,
             GError    **error)
{
  CutDate *from = cut_record_get_date (record, start);
  CutDate *to = cut_record_get_date (record, end);
  CutTimeSpan a, b;

  if (from == NULL || to == NULL || (is_same_date (record, before, start) && is_same_date (record, before, end)))
    return TRUE;
  a = cut_time_span_of_date (from);
  b = cut_time_span_of_date (to);
  if (a.open_start || b.open_end || a.about || b.about || b.end > a.start || (b.end == a.start && b.start == b.end))
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("It cannot end (%s) before it begins (%s)"), cut_date_get_value (to),
               cut_date_get_value (from));
  return FALSE;
}

/* Sources. */

/* A letter, a figure, or both, as the window writes them. */
static gboolean
is_rating (const char *text)
{
  gsize letter = strspn (text, "ABCDEF") > 0;
  gsize figure = strspn (text + letter, "123456") > 0;

  return letter + figure > 0 && text[letter + figure] == '\0';
}

static CutRecord *
with_rating (CutRecord  *record,
             CutRecord  *before,
             GError    **error)
{
  g_autofree char *rating = NULL;
  g_auto (GStrv) parts = NULL;

  if (!is_new_text (record, before, CUT_SOURCE_RELIABILITY))
    return g_object_ref (record);
  parts = g_strsplit_set (cut_source_get_reliability (CUT_SOURCE (record)), " /-", -1);
  rating = g_strjoinv ("", parts);
  for (char *p = rating; *p != '\0'; p++)
    *p = g_ascii_toupper (*p);
  if (is_rating (rating))
    return cut_record_with (record, "reliability", rating, "modified", cut_record_get_int (record, CUT_RECORD_MODIFIED), NULL);
  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT,
               _("“%.60s” is no rating of a source: a letter from A to F for how reliable it is, a figure from 1 to 6 for how credible what "
                 "it says, as in B2"), cut_source_get_reliability (CUT_SOURCE (record)));
  return NULL;
}

/* Clips. */

static gboolean
check_one_of (CutRecord          *record,
              CutRecord          *before,
              guint               field,
              const char *const  *words,
              GError            **error)
{
  g_autofree char *list = NULL;

  if (!is_new_text (record, before, field) || g_strv_contains (words, cut_record_get_string (record, field)))
    return TRUE;
  list = g_strjoinv (", ", (char **) words);
  /* Translators: the first is what was typed, the second a list of words */
  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%.60s” is not one of %s"), cut_record_get_string (record, field), list);
  return FALSE;
}

static gboolean
check_clip (CutRecord  *record,
            CutRecord  *before,
            GError    **error)
{
  static const char *const kinds[] = { "article", "report", "post", "blog", "broadcast", "interview", "note", "live", NULL };
  static const char *const directions[] = { "ltr", "rtl", "auto", NULL };
  static const guint addresses[] = { CUT_CLIP_URL, CUT_CLIP_CANONICAL_URL, CUT_CLIP_IMAGE };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    if (is_new_text (record, before, addresses[i]) && !cut_clip_check_address (cut_record_get_string (record, addresses[i]), error))
      return FALSE;
  return check_one_of (record, before, CUT_CLIP_KIND, kinds, error) && check_one_of (record, before, CUT_CLIP_DIR, directions, error);
}

CutRecord *
cut_sound_alone (CutRecord  *record,
                 CutRecord  *before,
                 GError    **error)
{
  CutKind kind = cut_record_get_kind (record);

  if (!check_blank (record, before, error))
    return NULL;
  if (kind == CUT_KIND_SOURCE)
    return with_rating (record, before, error);
  if ((kind == CUT_KIND_CLAIM && !check_claim (record, error)) ||
      (kind == CUT_KIND_CLIP && !check_clip (record, before, error)) ||
      (kind == CUT_KIND_ATTRIBUTION && !check_attribution (record, before, error)) ||
      (kind == CUT_KIND_RELATION && !check_order (record, before, CUT_RELATION_START, CUT_RELATION_END, error)) ||
      (kind == CUT_KIND_EVENT && !check_order (record, before, CUT_EVENT_DATE, CUT_EVENT_END, error)))
    return NULL;
  return g_object_ref (record);
}
