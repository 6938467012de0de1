/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-evidence-files.h"
#include "cut-html.h"
#include "cut-pages.h"
#include "cut-sha256.h"

/* All on one page, which needs no other file: to be sent by mail, or laid into a content system. */

/* A number stands once on the page. */
static void
number_throughout (CutSite   *site,
                   GPtrArray *clips)
{
  guint number = 0;

  for (guint i = 0; i < clips->len; i++)
    {
      GPtrArray *marks = cut_site_marks (site, cut_record_get_id (g_ptr_array_index (clips, i)));

      for (guint j = 0; marks != NULL && j < marks->len; j++)
        ((CutMark *) g_ptr_array_index (marks, j))->number = ++number;
    }
}

/* Only this very style is allowed, no other. */
static char *
make_policy (GBytes *style)
{
  g_autoptr (CutSha256) sum = cut_sha256_new ();
  guint8 digest[CUT_SHA256_LENGTH];
  g_autofree char *hash = NULL;

  cut_sha256_add (sum, g_bytes_get_data (style, NULL), g_bytes_get_size (style));
  cut_sha256_end (sum, digest);
  hash = g_base64_encode (digest, sizeof digest);
  return g_strdup_printf ("default-src 'none'; img-src data:; style-src 'sha256-%s'", hash);
}

static void
write_head (GString    *page,
            const char *title,
            const char *bundle)
{
  g_autoptr (GBytes) style = cut_pages_style ();
  g_autofree char *policy = make_policy (style);

  cut_site_head (page, policy, title, bundle);
  cut_html_open (page, "style", NULL);
  g_string_append_len (page, g_bytes_get_data (style, NULL), (gssize) g_bytes_get_size (style));
  cut_html_close (page, "style");
  cut_html_close (page, "head");
}

/* What stands before the articles where there are several. */
static void
write_contents (CutSite    *site,
                GString    *page,
                const char *title)
{
  cut_html_open (page, "div", "class", "contents", NULL);
  cut_html_element (page, "h1", title, "dir", "auto", NULL);
  cut_page_index_stories (site, page);
  cut_page_index_list (site, page);
  cut_html_close (page, "div");
}

static void
write_rest (CutSite *site,
            GString *page)
{
  site->deeper = 1;
  if (site->content->records[CUT_KIND_CLAIM]->len > 0)
    cut_page_claims_part (site, page);
  if (site->content->records[CUT_KIND_SOURCE]->len > 0)
    cut_page_sources_part (site, page);
  cut_html_element (page, "p", cut_page_index_profile (site), "class", "about", NULL);
}

static void
write_all (CutSite    *site,
           GString    *page,
           GPtrArray  *clips,
           const char *title)
{
  site->deeper = clips->len == 1 ? 0 : 1;
  cut_html_open (page, "main", NULL);
  if (clips->len != 1)
    write_contents (site, page, title);
  for (guint i = 0; i < clips->len; i++)
    cut_page_article_part (site, page, g_ptr_array_index (clips, i));
  write_rest (site, page);
  cut_html_close (page, "main");
}

/* `images/SHA256.EXT`, as cut_evidence_files_images() gives it. */
char *
cut_site_picture (CutSite    *site,
                  const char *path)
{
  const char *name = strrchr (path, '/') + 1;
  g_autofree char *hash = g_strndup (name, strcspn (name, "."));
  const char *extension = name + strlen (hash) + 1;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *data = NULL;

  if (!site->alone)
    return g_strconcat ("../", path, NULL);
  bytes = cut_bundle_content_get_blob (site->content, hash, NULL);
  if (bytes == NULL)
    return NULL;
  data = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return g_strdup_printf ("data:%s;base64,%s", cut_evidence_files_media_type (extension), data);
}

char *
cut_out_page (CutSite *site)
{
  g_autoptr (GPtrArray) clips = cut_page_index_clips (site);
  const char *bundle = site->content->title != NULL && *site->content->title != '\0' ? site->content->title
                                                                                     : cut_site_word (site, N_("Bundle"));
  g_autofree char *title = clips->len == 1 ? cut_site_clip_title (site, g_ptr_array_index (clips, 0)) : g_strdup (bundle);
  GString *page = g_string_new ("<!DOCTYPE html>\n");

  site->alone = TRUE;
  number_throughout (site, clips);
  cut_html_open (page, "html", "lang", cut_words_get_language (site->words), "dir", "ltr", NULL);
  write_head (page, title, clips->len == 1 ? NULL : bundle);
  cut_html_open (page, "body", NULL);
  write_all (site, page, clips, title);
  cut_site_foot (site, page);
  return g_string_free (page, FALSE);
}
