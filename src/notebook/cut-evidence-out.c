/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-evidence-out.h"

#include <string.h>

#include "cut-capture.h"
#include "cut-evidence-files.h"
#include "cut-limits.h"
#include "cut-warc.h"

typedef struct
{
  CutBundleContent *content;
  CutCapture *capture;
  GByteArray *out;
  GError *error;
} Making;

static void
append (GByteArray *out,
        GBytes     *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size > 0)
    g_byte_array_append (out, data, (guint) size);
}

/* The records' ids follow from the evidence's own. */
static const char *
id_of (CutCapture *capture)
{
  const char *id = cut_capture_get_warc_record_id (capture);

  return id != NULL ? id : cut_record_get_id (CUT_RECORD (capture));
}

/* In a bundle SVG has a name that opens nowhere; a web archive is opened by programs that have to be told. */
static const char *
media_type_of (const char *type,
               const char *extension)
{
  return type != NULL && g_ascii_strncasecmp (type, "image/svg+xml", strlen ("image/svg+xml")) == 0 ? "image/svg+xml"
                                                                                                    : cut_evidence_files_media_type (extension);
}

static void
add_picture (const char *url,
             const char *type,
             const char *sha256,
             const char *extension,
             gpointer    data)
{
  Making *making = data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) record = NULL;
  g_autofree char *id = NULL;

  if (making->error != NULL || url == NULL || g_str_has_prefix (url, "file:"))
    return;
  bytes = cut_bundle_content_get_blob (making->content, sha256, &making->error);
  if (bytes == NULL)
    return;
  id = cut_warc_derive_id (id_of (making->capture), url);
  record = cut_warc_from_bytes (bytes, media_type_of (type, extension), url, cut_capture_get_fetched_at (making->capture), id);
  append (making->out, record);
}

/* What an older notebook, or another one, kept without a web archive around it. */
static GBytes *
wrap (Making *making)
{
  CutCapture *capture = making->capture;
  const char *url = cut_capture_get_final_url (capture) != NULL ? cut_capture_get_final_url (capture) : cut_capture_get_url (capture);
  const char *type = cut_capture_get_content_type (capture);
  g_autoptr (GBytes) body = cut_bundle_content_get_blob (making->content, cut_capture_get_sha256 (capture), &making->error);
  g_autofree char *paste = body != NULL ? cut_warc_paste_uri (body) : NULL;

  if (body == NULL)
    return NULL;
  return cut_warc_from_bytes (body, type != NULL ? type : "application/octet-stream",
                              url != NULL && !g_str_has_prefix (url, "file:") ? url : paste, cut_capture_get_fetched_at (capture), id_of (capture));
}

static GBytes *
page_of (Making *making)
{
  const char *hash = cut_capture_get_warc_sha256 (making->capture);
  g_autoptr (GBytes) kept = NULL;

  if (hash == NULL)
    return wrap (making);
  kept = cut_bundle_content_get_blob (making->content, hash, &making->error);
  return kept != NULL ? cut_warc_without_secrets (kept, CUT_LIMIT_BODY * 4, &making->error) : NULL;
}

/* The same content gives the same record: nothing of it is of this moment. */
static GBytes *
make_info (CutBundleContent *content)
{
  GPtrArray *captures = content->records[CUT_KIND_CAPTURE];
  g_autoptr (GString) ids = g_string_new (content->notebook_id);
  g_autofree char *id = NULL;
  gint64 newest = 0;

  for (guint i = 0; i < captures->len; i++)
    {
      g_string_append (ids, cut_record_get_id (g_ptr_array_index (captures, i)));
      newest = MAX (newest, cut_capture_get_fetched_at (g_ptr_array_index (captures, i)));
    }
  id = cut_warc_derive_id (ids->str, "warcinfo");
  return cut_warc_info ("Captures out of a notebook; the digests of the records prove no author", newest, id);
}

GBytes *
cut_evidence_out_warc (CutBundleContent  *content,
                       CutRecord         *capture,
                       GError           **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GBytes) page = NULL;
  Making making = { content, NULL, out, NULL };

  if (capture == NULL)
    return make_info (content);
  making.capture = CUT_CAPTURE (capture);
  page = page_of (&making);
  if (page != NULL)
    {
      append (out, page);
      cut_evidence_files_each (capture, add_picture, &making);
    }
  if (making.error != NULL)
    {
      g_propagate_error (error, making.error);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
