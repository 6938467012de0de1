/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-further-pages.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"
#include "cut-join.h"
#include "cut-limits.h"
#include "cut-verdict.h"

typedef struct
{
  CutIntake *intake;
  CutFetchSession *session;
  GCancellable *cancellable;
  gsize bytes;      /* of all pages */
} Pages;

static gboolean
is_same_server (const char *a,
                const char *b)
{
  g_autoptr (GUri) left = a != NULL ? g_uri_parse (a, G_URI_FLAGS_SCHEME_NORMALIZE, NULL) : NULL;
  g_autoptr (GUri) right = b != NULL ? g_uri_parse (b, G_URI_FLAGS_SCHEME_NORMALIZE, NULL) : NULL;

  return left != NULL && right != NULL && g_strcmp0 (g_uri_get_scheme (left), g_uri_get_scheme (right)) == 0 &&
         g_strcmp0 (g_uri_get_host (left), g_uri_get_host (right)) == 0 && g_uri_get_port (left) == g_uri_get_port (right);
}

static void
keep (Pages            *self,
      const CutFetched *fetched)
{
  CutKept *kept = cut_kept_new_page (fetched->final_url, fetched->content_type, fetched->body);

  g_ptr_array_add (self->intake->pictures, kept);
  self->bytes += g_bytes_get_size (fetched->body);
}

static gboolean
check_fetched (Pages             *self,
               const CutFetched  *fetched,
               GError           **error)
{
  gboolean strange = !is_same_server (fetched->final_url, self->intake->final_url);
  gboolean large = self->bytes + g_bytes_get_size (fetched->body) > CUT_LIMIT_BODY;

  if (strange)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_REFUSED, _("it leads to another site"));
  else if (large)
    g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("the pages together are larger than %d MiB"), CUT_LIMIT_BODY / (1024 * 1024));
  return !strange && !large;
}

static CutArticle *
read_page (Pages       *self,
           const char  *url,
           GError     **error)
{
  g_autoptr (CutFetched) fetched = cut_fetch_session_fetch (self->session, url, CUT_FETCH_DEFAULT, NULL, NULL, self->cancellable, error);
  g_autoptr (CutArticle) page = NULL;

  if (fetched == NULL || !check_fetched (self, fetched, error))
    return NULL;
  keep (self, fetched);
  page = cut_intake_extract (self->intake->extractor, fetched->body, fetched->content_type, fetched->final_url, self->cancellable, error);
  if (page == NULL || (*page->text != '\0' && cut_verdict_has_text (page->verdict)))
    return g_steal_pointer (&page);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, page->warning != NULL ? page->warning : cut_verdict_explain ("no-text"));
  return NULL;
}

static void
say_page (CutProgress *progress,
          guint        number)
{
  g_autofree char *message = g_strdup_printf (_("Page %u…"), number);

  if (progress != NULL)
    cut_progress_update (progress, message, -1);
}

/* What is missing is said with the capture, too. */
static void
warn (CutIntake    *intake,
      guint         number,
      const char   *url,
      const GError *failure)
{
  g_autofree char *before = g_steal_pointer (&intake->warning);
  /* Translators: the number of the page, its address, and the reason */
  g_autofree char *sentence = g_strdup_printf (_("Page %u (%s) is missing: %s"), number, url, failure->message);

  intake->warning = before != NULL ? g_strconcat (before, " ", sentence, NULL) : g_strdup (sentence);
}

static gboolean
follow (Pages       *self,
        CutProgress *progress,
        guint        number,
        GError     **error)
{
  CutArticle *article = self->intake->article;
  g_autofree char *url = g_strdup (article->next_url);
  g_autoptr (GError) failure = NULL;
  g_autoptr (CutArticle) page = NULL;

  say_page (progress, number);
  page = read_page (self, url, &failure);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (page != NULL)
    cut_join_page (article, page);
  else
    {
      warn (self->intake, number, url, failure);
      g_clear_pointer (&article->next_url, g_free);
    }
  return TRUE;
}

gboolean
cut_further_pages_fetch (CutIntake        *self,
                         CutFetchSession  *session,
                         CutProgress      *progress,
                         GCancellable     *cancellable,
                         GError          **error)
{
  Pages pages = { self, session, cancellable, g_bytes_get_size (self->body) };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const CutArticle *article = self->article;

  g_hash_table_add (seen, g_strdup (self->url));
  g_hash_table_add (seen, g_strdup (self->final_url));
  for (guint number = 2; number <= CUT_LIMIT_ARTICLE_PAGES && article->next_url != NULL && article->verdict == NULL; number++)
    if (!is_same_server (article->next_url, self->final_url) || !g_hash_table_add (seen, g_strdup (article->next_url)))
      break;
    else if (!follow (&pages, progress, number, error))
      return FALSE;
  return TRUE;
}
