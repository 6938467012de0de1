/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-evidence.h"

#include <string.h>

#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-fetched.h"
#include "cut-id.h"
#include "cut-json.h"
#include "cut-normal.h"
#include "cut-sha256.h"
#include "cut-warc.h"

/* A title made of the first words is no longer than this, in code points. */
#define LONGEST_TITLE 100

/* JSON. */

static char *
take_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  g_object_unref (builder);
  return cut_json_canonical (root);
}

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_int (JsonBuilder *builder,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/* Cookies and credentials stay in the untouched evidence at most, never in a record. */
static void
add_headers (JsonBuilder     *builder,
             const GPtrArray *headers)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < headers->len; i++)
    {
      const CutHeader *header = g_ptr_array_index (headers, i);

      if (cut_header_is_secret (header->name))
        continue;
      json_builder_begin_object (builder);
      add_string (builder, "name", header->name);
      add_string (builder, "value", header->value);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static char *
headers_json (const CutFetched *fetched)
{
  JsonBuilder *builder = json_builder_new ();

  add_headers (builder, fetched->headers);
  return take_json (builder);
}

static char *
redirects_json (const CutFetched *fetched)
{
  JsonBuilder *builder = NULL;

  if (fetched->hops->len == 0)
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < fetched->hops->len; i++)
    {
      const CutHop *hop = g_ptr_array_index (fetched->hops, i);

      json_builder_begin_object (builder);
      add_string (builder, "url", hop->url);
      add_int (builder, "status", hop->status);
      json_builder_set_member_name (builder, "headers");
      add_headers (builder, hop->headers);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return take_json (builder);
}

static char *
resources_json (const GPtrArray *pictures)
{
  JsonBuilder *builder = NULL;

  if (pictures->len == 0)
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < pictures->len; i++)
    {
      const CutKept *kept = g_ptr_array_index (pictures, i);

      json_builder_begin_object (builder);
      add_string (builder, "url", kept->url);
      add_string (builder, "sha256", kept->sha256);
      add_string (builder, "content_type", kept->content_type);
      add_int (builder, "bytes", (gint64) g_bytes_get_size (kept->bytes));
      add_int (builder, "width", kept->width);
      add_int (builder, "height", kept->height);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return take_json (builder);
}

static char *
origins_json (GHashTable *origins)
{
  JsonBuilder *builder = NULL;
  GHashTableIter iter;
  gpointer field, origin;

  if (origins == NULL || g_hash_table_size (origins) == 0)
    return NULL;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  g_hash_table_iter_init (&iter, origins);
  while (g_hash_table_iter_next (&iter, &field, &origin))
    add_string (builder, field, origin);
  json_builder_end_object (builder);
  return take_json (builder);
}

static char *
origins_with (const char *json,
              const char *field,
              const char *origin)
{
  g_autoptr (JsonNode) root = json != NULL ? cut_json_parse (json, -1, NULL) : NULL;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_clear_pointer (&root, json_node_unref);
      root = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (root, json_object_new ());
    }
  json_object_set_string_member (json_node_get_object (root), field, origin);
  return cut_json_canonical (root);
}

/* The clip. */

static char *
first_words (const char *text)
{
  const char *end = strchr (text, '\n');
  g_autofree char *line = end != NULL ? g_strndup (text, (gsize) (end - text)) : g_strdup (text);

  if (*line == '\0')
    return NULL;
  if (g_utf8_strlen (line, -1) <= LONGEST_TITLE)
    return g_steal_pointer (&line);
  end = g_utf8_offset_to_pointer (line, LONGEST_TITLE);
  while (end > line && *end != ' ')
    end = g_utf8_find_prev_char (line, end);
  if (end == NULL || end == line)
    end = g_utf8_offset_to_pointer (line, LONGEST_TITLE);
  return g_strdup_printf ("%.*s…", (int) (end - line), line);
}

/* A list needs a line for each clip: without a headline the file's name, the first words or the address. */
static char *
title_for (const CutIntake       *intake,
           const CutClipRequest  *request,
           const char           **origin)
{
  char *title = NULL;

  *origin = NULL;
  if (intake->article->title != NULL && *intake->article->title != '\0')
    return g_strdup (intake->article->title);
  *origin = "text";
  title = first_words (intake->article->text);
  if (title != NULL)
    return title;
  *origin = request->path != NULL ? "file-name" : "address";
  if (request->path != NULL)
    {
      g_autofree char *name = g_path_get_basename (request->path);

      return g_filename_display_name (name);
    }
  return g_strdup (intake->final_url != NULL ? intake->final_url : intake->url);
}

CutRecord *
cut_evidence_make_clip (const CutIntake      *intake,
                        const CutClipRequest *request)
{
  const CutArticle *article = intake->article;
  const char *origin = NULL;
  g_autofree char *title = title_for (intake, request, &origin);
  g_autofree char *found = origins_json (article->origins);
  g_autofree char *origins = origin != NULL ? origins_with (found, "title", origin) : g_steal_pointer (&found);
  g_autoptr (CutRecord) clip = NULL;

  clip = cut_record_new (CUT_KIND_CLIP, "kind", article->kind != NULL ? article->kind : "article", "title", title,
                         "standfirst", article->standfirst, "authors", article->authors, "publisher",
                         article->publisher, "site-name", article->site_name, "published", article->published,
                         "updated", article->updated, "language", article->language, "dir", article->dir, "url",
                         intake->url != NULL ? intake->url : article->canonical_url, "canonical-url",
                         article->canonical_url, "excerpt", article->excerpt, "image", article->image,
                         "wire-credit", article->wire_credit, "origins", origins, NULL);
  return cut_evidence_apply_request (clip, request);
}

/* Never over what is there: the reporter may have corrected it. */
CutRecord *
cut_evidence_complete_clip (CutRecord       *clip,
                            const CutIntake *intake)
{
  g_autoptr (CutRecord) fresh = NULL;
  g_autoptr (CutRecord) complete = g_object_ref (clip);
  const CutClipRequest nothing = { 0 };

  fresh = cut_evidence_make_clip (intake, &nothing);
  for (guint field = CUT_CLIP_KIND; field < CUT_CLIP_TAGS; field++)
    if (field == CUT_CLIP_UPDATED ? cut_record_has_value (fresh, field)
                                  : !cut_record_has_value (complete, field) && cut_record_has_value (fresh, field))
      {
        CutRecord *next = cut_record_with_value (complete, field, cut_record_get_value (fresh, field));

        g_object_unref (complete);
        complete = next;
      }
  return g_steal_pointer (&complete);
}

static void
replace (CutRecord **record,
         CutRecord  *next)
{
  g_object_unref (*record);
  *record = next;
}

static void
apply_published (CutRecord **clip,
                 CutDate    *published)
{
  g_autofree char *origins = origins_with (cut_clip_get_origins (CUT_CLIP (*clip)), "published", "user");
  g_autoptr (CutDate) date = cut_date_new (cut_date_get_value (published), cut_date_get_precision (published), "user", NULL);

  replace (clip, cut_record_with (*clip, "published", date != NULL ? date : published, "origins", origins, NULL));
}

static void
apply_story (CutRecord **clip,
             const char *story)
{
  const char *const *stories = cut_clip_get_stories (CUT_CLIP (*clip));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (g_strv_contains (stories, story))
    return;
  g_strv_builder_addv (builder, (const char **) stories);
  g_strv_builder_add (builder, story);
  all = g_strv_builder_end (builder);
  replace (clip, cut_record_with (*clip, "stories", all, NULL));
}

CutRecord *
cut_evidence_apply_request (CutRecord            *clip,
                            const CutClipRequest *request)
{
  CutRecord *said = g_object_ref (clip);

  if (request->title != NULL && *request->title != '\0')
    {
      g_autofree char *origins = origins_with (cut_clip_get_origins (CUT_CLIP (clip)), "title", "user");

      replace (&said, cut_record_with (said, "title", request->title, "origins", origins, NULL));
    }
  if (request->published != NULL)
    apply_published (&said, request->published);
  if (request->story != NULL)
    apply_story (&said, request->story);
  return said;
}

/* The capture. */

static GBytes *
make_warc (const CutIntake      *intake,
           const CutClipRequest *request,
           const char           *record_id)
{
  g_autofree char *uri = NULL;

  if (intake->fetched != NULL)
    return cut_warc_from_fetched (intake->fetched, record_id);
  uri = request->path != NULL ? cut_warc_file_uri (request->path) : cut_warc_paste_uri (intake->body);
  return cut_warc_from_bytes (intake->body, intake->content_type, uri, intake->at, record_id);
}

/* What a saved page's file claims, among it when the page was taken. */
static CutRecord *
with_snapshot (CutRecord         *capture,
               const CutSnapshot *snapshot)
{
  g_autoptr (GPtrArray) headers = cut_headers_new ();
  JsonBuilder *builder = json_builder_new ();
  g_autofree char *json = NULL;

  for (guint i = 0; snapshot->headers != NULL && snapshot->headers[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (snapshot->headers[i], ": ", 2);

      if (parts[0] != NULL && parts[1] != NULL)
        cut_headers_add (headers, parts[0], parts[1]);
    }
  add_headers (builder, headers);
  json = take_json (builder);
  return cut_record_with (capture, "status", (gint64) snapshot->status, "headers", json, NULL);
}

/* What only a fetch knows. */
static CutRecord *
with_fetch (CutRecord        *capture,
            const CutFetched *fetched)
{
  g_autofree char *headers = headers_json (fetched);
  g_autofree char *redirects = redirects_json (fetched);

  return cut_record_with (capture, "status", (gint64) fetched->status, "headers", headers, "redirects", redirects,
                          "remote-address", fetched->remote_address, "tls-certificate", fetched->certificate_sha256,
                          NULL);
}

CutRecord *
cut_evidence_make_capture (const CutIntake       *intake,
                           const CutClipRequest  *request,
                           const char            *clip,
                           const char            *previous,
                           GBytes               **warc)
{
  const CutArticle *article = intake->article;
  g_autofree char *record_id = cut_id_new ();
  g_autofree char *sha256 = cut_sha256_of_bytes (intake->body);
  g_autofree char *text_sha256 = cut_sha256_of_text (article->text, -1);
  g_autofree char *resources = resources_json (intake->pictures);
  g_autofree char *about = cut_topics_to_json (article->about);
  g_autofree char *warc_sha256 = NULL;
  g_autoptr (CutRecord) capture = NULL;
  /* Where an address led that is gone is no address of this: the WARC record has it. */
  gboolean refused = intake->fetched != NULL && intake->fetched->refusal != NULL;

  *warc = make_warc (intake, request, record_id);
  warc_sha256 = cut_sha256_of_bytes (*warc);
  capture = cut_record_new (CUT_KIND_CAPTURE, "clip", clip, "url", intake->url, "final-url", refused ? NULL : intake->final_url,
                            "fetched-at", intake->at, "how", intake->how, "content-type", intake->content_type,
                            "charset", article->charset, "sha256", sha256, "bytes",
                            (gint64) g_bytes_get_size (intake->body), "warc-sha256", warc_sha256, "warc-record-id",
                            record_id, "text-sha256", text_sha256, "text-rules", CUT_TEXT_RULES, "text-length",
                            (gint64) g_utf8_strlen (article->text, -1), "resources", resources, "previous", previous,
                            "extractor", "cuttings/" PACKAGE_VERSION, "warning", intake->warning, "verdict", article->verdict,
                            "keywords", article->keywords, "about", about, NULL);
  if (intake->fetched != NULL)
    return with_fetch (capture, intake->fetched);
  return article->snapshot != NULL ? with_snapshot (capture, article->snapshot) : g_steal_pointer (&capture);
}
