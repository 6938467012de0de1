/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-exchange.h"
#include "cut-json.h"

/* CSL-JSON 1.0.2. What is ours goes under `custom`. */

const char *
cut_out_reference_type (CutRecord *record)
{
  static const struct { const char *kind; const char *type; } types[] = {
    { "article", "article-newspaper" }, { "report", "report" }, { "post", "post" }, { "blog", "post-weblog" },
    { "broadcast", "broadcast" }, { "interview", "interview" }, { "note", "personal_communication" },
    { "live", "article-newspaper" },
  };
  CutClip *clip = CUT_CLIP (record);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (cut_clip_get_kind (clip), types[i].kind) == 0)
      return types[i].type;
  return cut_clip_get_published (clip) != NULL || cut_clip_get_authors (clip)[0] != NULL ? "article-newspaper" : "webpage";
}

const char *
cut_out_reference_outlet (CutRecord *record)
{
  CutClip *clip = CUT_CLIP (record);

  return cut_clip_get_site_name (clip) != NULL ? cut_clip_get_site_name (clip) : cut_clip_get_publisher (clip);
}

char *
cut_out_reference_url (CutRecord *record)
{
  CutClip *clip = CUT_CLIP (record);
  const char *address = cut_clip_get_canonical_url (clip) != NULL ? cut_clip_get_canonical_url (clip) : cut_clip_get_url (clip);
  char *iri = cut_out_iri (address);

  return iri != NULL ? iri : g_strdup (address);
}

char **
cut_out_reference_authors (CutRecord *record)
{
  const char *const *authors = cut_clip_get_authors (CUT_CLIP (record));
  const char *const unsigned_piece[] = { cut_out_reference_outlet (record), NULL };

  return g_strdupv ((char **) (authors[0] != NULL ? authors : unsigned_piece));
}

char *
cut_out_reference_accessed (CutSite   *site,
                            CutRecord *clip)
{
  CutRecord *capture = g_hash_table_lookup (site->shown, cut_record_get_id (clip));
  gint64 time = capture != NULL ? cut_capture_get_fetched_at (CUT_CAPTURE (capture)) : 0;
  char *day = time != 0 ? cut_time_format (time) : NULL;

  if (day != NULL)
    day[strlen ("2000-01-01")] = '\0';
  return day;
}

/* An unsigned piece is its outlet's. */
static JsonArray *
make_authors (CutRecord *clip)
{
  g_auto (GStrv) names = cut_out_reference_authors (clip);
  JsonArray *array = json_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      JsonObject *name = json_object_new ();
      g_autofree char *family = NULL;
      g_autofree char *given = NULL;

      if (!cut_out_reference_person (clip, names[i], &family, &given))
        json_object_set_string_member (name, "literal", names[i]);
      else
        {
          json_object_set_string_member (name, "family", family);
          json_object_set_string_member (name, "given", given);
        }
      json_array_add_object_element (array, name);
    }
  return array;
}

/* 2018, 2018-11 or 2018-11-23… as numbers. */
static JsonObject *
make_date (const char *value)
{
  JsonObject *date = json_object_new ();
  JsonArray *dates = json_array_new ();
  JsonArray *parts = json_array_new ();
  gsize length = strlen (value);

  json_array_add_int_element (parts, atoi (value));
  if (length >= 7)
    json_array_add_int_element (parts, atoi (value + 5));
  if (length >= 10)
    json_array_add_int_element (parts, atoi (value + 8));
  json_array_add_array_element (dates, parts);
  json_object_set_array_member (date, "date-parts", dates);
  return date;
}

static void
set_dates (JsonObject    *item,
           const CutDate *published,
           const char    *accessed)
{
  if (published != NULL)
    {
      JsonObject *issued = make_date (cut_date_get_value (published));

      if (cut_date_get_precision (published) == CUT_DATE_ABOUT)
        json_object_set_boolean_member (issued, "circa", TRUE);
      json_object_set_object_member (item, "issued", issued);
    }
  if (accessed != NULL)
    json_object_set_object_member (item, "accessed", make_date (accessed));
}

static JsonObject *
make_item (CutSite   *site,
           CutRecord *record)
{
  CutClip *clip = CUT_CLIP (record);
  CutRecord *capture = g_hash_table_lookup (site->shown, cut_record_get_id (record));
  JsonObject *item = json_object_new ();
  JsonObject *custom = json_object_new ();
  g_autofree char *urn = cut_out_urn (cut_record_get_id (record));
  g_autofree char *accessed = cut_out_reference_accessed (site, record);
  g_autofree char *url = cut_out_reference_url (record);

  json_object_set_string_member (item, "id", urn);
  json_object_set_string_member (item, "type", cut_out_reference_type (record));
  cut_out_set (item, "title", cut_clip_get_title (clip));
  cut_out_set_array (item, "author", make_authors (record));
  cut_out_set (item, "container-title", cut_out_reference_outlet (record));
  cut_out_set (item, "publisher", cut_clip_get_publisher (clip));
  cut_out_set (item, "URL", url);
  cut_out_set (item, "language", cut_clip_get_language (clip));
  cut_out_set (item, "abstract", cut_clip_get_standfirst (clip));
  set_dates (item, cut_clip_get_published (clip), accessed);
  if (capture != NULL)
    cut_out_set (custom, "sha256", cut_capture_get_sha256 (CUT_CAPTURE (capture)));
  cut_out_set (custom, "wire_credit", cut_clip_get_wire_credit (clip));
  if (json_object_get_size (custom) > 0)
    json_object_set_object_member (item, "custom", custom);
  else
    json_object_unref (custom);
  return item;
}

char *
cut_out_references (CutSite *site)
{
  g_autoptr (GPtrArray) clips = cut_site_sorted (site, CUT_KIND_CLIP);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *items = json_array_new ();
  g_autofree char *line = NULL;

  for (guint i = 0; i < clips->len; i++)
    json_array_add_object_element (items, make_item (site, g_ptr_array_index (clips, i)));
  json_node_take_array (node, items);
  line = cut_json_canonical (node);
  return g_strconcat (line, "\n", NULL);
}
