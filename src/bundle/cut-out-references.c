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

static const char *
type_of (CutClip *clip)
{
  static const struct { const char *kind; const char *type; } types[] = {
    { "article", "article-newspaper" }, { "report", "report" }, { "post", "post" }, { "blog", "post-weblog" },
    { "broadcast", "broadcast" }, { "interview", "interview" }, { "note", "personal_communication" },
    { "live", "article-newspaper" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (cut_clip_get_kind (clip), types[i].kind) == 0)
      return types[i].type;
  return cut_clip_get_published (clip) != NULL || cut_clip_get_authors (clip)[0] != NULL ? "article-newspaper" : "webpage";
}

static const char *
outlet_of (CutClip *clip)
{
  return cut_clip_get_site_name (clip) != NULL ? cut_clip_get_site_name (clip) : cut_clip_get_publisher (clip);
}

/* Names are not taken apart: which word is the family's is not ours to guess. An unsigned piece is its outlet's. */
static JsonArray *
make_authors (CutClip *clip)
{
  const char *const *authors = cut_clip_get_authors (clip);
  const char *const unsigned_piece[] = { outlet_of (clip), NULL };
  const char *const *names = authors[0] != NULL ? authors : unsigned_piece;
  JsonArray *array = json_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      JsonObject *name = json_object_new ();

      json_object_set_string_member (name, "literal", names[i]);
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
           CutRecord     *capture)
{
  if (published != NULL)
    {
      JsonObject *issued = make_date (cut_date_get_value (published));

      if (cut_date_get_precision (published) == CUT_DATE_ABOUT)
        json_object_set_boolean_member (issued, "circa", TRUE);
      json_object_set_object_member (item, "issued", issued);
    }
  if (capture != NULL && cut_capture_get_fetched_at (CUT_CAPTURE (capture)) != 0)
    {
      g_autofree char *day = cut_time_format (cut_capture_get_fetched_at (CUT_CAPTURE (capture)));

      day[10] = '\0';
      json_object_set_object_member (item, "accessed", make_date (day));
    }
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

  json_object_set_string_member (item, "id", urn);
  json_object_set_string_member (item, "type", type_of (clip));
  cut_out_set (item, "title", cut_clip_get_title (clip));
  cut_out_set_array (item, "author", make_authors (clip));
  cut_out_set (item, "container-title", outlet_of (clip));
  cut_out_set (item, "publisher", cut_clip_get_publisher (clip));
  cut_out_set (item, "URL", cut_clip_get_canonical_url (clip) != NULL ? cut_clip_get_canonical_url (clip) : cut_clip_get_url (clip));
  cut_out_set (item, "language", cut_clip_get_language (clip));
  cut_out_set (item, "abstract", cut_clip_get_standfirst (clip));
  set_dates (item, cut_clip_get_published (clip), capture);
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
