/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-saved-warc.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-extract.h"
#include "cut-limits.h"
#include "cut-saved-picture.h"
#include "cut-warc-read.h"

/* Choosing the page. */

static gboolean
is_page (const CutWarcRecord *record)
{
  gboolean holds = g_strcmp0 (record->type, "response") == 0 || g_strcmp0 (record->type, "resource") == 0;

  return holds && record->content_type != NULL &&
         (g_ascii_strncasecmp (record->content_type, "text/html", 9) == 0 ||
          g_ascii_strncasecmp (record->content_type, "application/xhtml", 17) == 0);
}

static gboolean
went_well (const CutWarcRecord *record)
{
  return record->status == 0 || (record->status >= 200 && record->status < 300);
}

/* Addresses that name one page: fragments aside, and the slash that a bare host gets. */
static gboolean
is_same_address (const char *one,
                 const char *other)
{
  g_autofree char *first = one != NULL ? cut_saved_without_fragment (one) : NULL;
  g_autofree char *second = other != NULL ? cut_saved_without_fragment (other) : NULL;

  if (first == NULL || second == NULL)
    return FALSE;
  if (g_str_has_suffix (first, "/"))
    first[strlen (first) - 1] = '\0';
  if (g_str_has_suffix (second, "/"))
    second[strlen (second) - 1] = '\0';
  return g_str_equal (first, second);
}

/* Whether @record is a better page than @best: the first that has the address asked for; of others the first that the server
 * gave as such, not as an error's page. */
static gboolean
is_better (const CutWarcRecord *record,
           const CutWarcRecord *best,
           const char          *url)
{
  if (!is_page (record) || (url != NULL && !is_same_address (record->uri, url)))
    return FALSE;
  return best == NULL || (went_well (record) && !went_well (best));
}

typedef struct
{
  CutWarcRecord *page;
  guint n_pages; /* that went well, each address once */
} Choice;

static Choice
choose (CutWarcReader *reader,
        const char    *url)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Choice choice = { NULL, 0 };
  CutWarcRecord *record;

  while ((record = cut_warc_reader_next (reader)) != NULL)
    {
      if (is_page (record) && went_well (record) && record->uri != NULL)
        g_hash_table_add (seen, g_strdup (record->uri));
      if (is_better (record, choice.page, url))
        {
          g_clear_pointer (&choice.page, cut_warc_record_free);
          choice.page = record;
        }
      else
        cut_warc_record_free (record);
    }
  choice.n_pages = g_hash_table_size (seen);
  return choice;
}

/* Pictures: one way through the file for all of them. */

static void
want (GHashTable *wanted,
      const char *url)
{
  if (url != NULL)
    g_hash_table_add (wanted, cut_saved_without_fragment (url));
}

/* Returns: (transfer full): the records of the article's pictures by their address */
static GHashTable *
collect (CutWarcReader    *reader,
         const CutArticle *article)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) cut_warc_record_free);
  CutWarcRecord *record;

  for (guint i = 0; i < article->images->len; i++)
    want (wanted, g_ptr_array_index (article->images, i));
  want (wanted, article->image);
  cut_warc_reader_rewind (reader);
  while (g_hash_table_size (wanted) > 0 && (record = cut_warc_reader_next (reader)) != NULL)
    if (record->uri != NULL && !is_page (record) && went_well (record) && g_strcmp0 (record->type, "request") != 0 &&
        g_strcmp0 (record->type, "revisit") != 0 && g_hash_table_contains (wanted, record->uri) &&
        !g_hash_table_contains (found, record->uri))
      g_hash_table_insert (found, record->uri, record);
    else
      cut_warc_record_free (record);
  return found;
}

static GBytes *
find_picture (const char  *url,
              char       **content_type,
              gpointer     user_data)
{
  const CutWarcRecord *record = g_hash_table_lookup (user_data, url);

  if (record == NULL)
    return NULL;
  *content_type = g_strdup (record->content_type);
  return cut_warc_record_get_payload (record, CUT_LIMIT_IMAGE_BYTES, NULL);
}

/* What the file says of the page. */

static CutSnapshot *
make_snapshot (const CutWarcRecord *record)
{
  CutSnapshot *snapshot = cut_snapshot_new (cut_saved_is_web (record->uri) ? record->uri : NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  snapshot->status = record->status;
  if (record->date != NULL)
    {
      g_autofree char *line = g_strconcat ("WARC-Date: ", record->date, NULL);

      g_strv_builder_add (builder, line);
    }
  for (guint i = 0; i < record->headers->len; i++)
    {
      const CutHeader *header = g_ptr_array_index (record->headers, i);
      g_autofree char *line = g_strconcat (header->name, ": ", header->value, NULL);

      if (!cut_header_is_secret (header->name))
        g_strv_builder_add (builder, line);
    }
  snapshot->headers = g_strv_builder_end (builder);
  return snapshot;
}

static void
warn (CutArticle          *article,
      const CutWarcReader *reader,
      guint                n_pages,
      const char          *url)
{
  if (article->warning != NULL)
    return;
  if (cut_warc_reader_is_cut (reader))
    article->warning = g_strdup (_("This web archive is cut off or damaged; what came before that place was read"));
  else if (n_pages > 1 && url == NULL)
    article->warning = g_strdup_printf (ngettext ("This web archive holds %u page; the first was read. Give the address of another to read that.",
                                                  "This web archive holds %u pages; the first was read. Give the address of another to read that.",
                                                  n_pages),
                                        n_pages);
}

static CutArticle *
extract_page (CutWarcReader        *reader,
              const CutWarcRecord  *page,
              GError              **error)
{
  g_autoptr (GBytes) payload = cut_warc_record_get_payload (page, CUT_LIMIT_BODY, error);
  g_autoptr (GHashTable) pictures = NULL;
  CutArticle *article;

  if (payload == NULL)
    {
      g_prefix_error (error, "%s: ", page->uri != NULL ? page->uri : _("The page in this web archive"));
      return NULL;
    }
  article = cut_extract_html (payload, page->content_type, cut_saved_is_web (page->uri) ? page->uri : CUT_ARTICLE_NOWHERE, NULL, error);
  if (article == NULL)
    return NULL;
  article->snapshot = make_snapshot (page);
  pictures = collect (reader, article);
  cut_saved_add_pictures (article, find_picture, pictures);
  return article;
}

CutArticle *
cut_extract_warc (GBytes      *bytes,
                  const char  *url,
                  GError     **error)
{
  g_autoptr (CutWarcReader) reader = cut_warc_reader_new (bytes, CUT_LIMIT_UNPACKED, error);
  g_autoptr (CutWarcRecord) page = NULL;
  Choice choice;
  CutArticle *article;

  if (reader == NULL)
    return NULL;
  choice = choose (reader, url);
  page = choice.page;
  if (page == NULL)
    {
      if (url != NULL)
        g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("This web archive holds no page with the address %s"), url);
      else
        g_set_error_literal (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED, _("This web archive holds no page, only other files"));
      return NULL;
    }
  article = extract_page (reader, page, error);
  if (article != NULL)
    warn (article, reader, choice.n_pages, url);
  return article;
}
