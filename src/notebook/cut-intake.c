/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-intake.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cut-beside.h"
#include "cut-error.h"
#include "cut-fetcher.h"
#include "cut-further-pages.h"
#include "cut-limits.h"
#include "cut-look.h"
#include "cut-picture.h"
#include "cut-resources.h"
#include "cut-sha256.h"
#include "cut-verdict.h"

void
cut_kept_free (CutKept *self)
{
  g_free (self->url);
  g_bytes_unref (self->bytes);
  g_free (self->content_type);
  g_free (self->sha256);
  g_free (self);
}

CutKept *
cut_kept_new (const char *url,
              GBytes     *bytes)
{
  unsigned width = 0, height = 0;
  CutPictureKind kind = cut_picture_inspect (bytes, &width, &height);
  CutKept *self;

  if (kind == CUT_PICTURE_NONE)
    return NULL;
  self = g_new0 (CutKept, 1);
  self->url = g_strdup (url);
  self->bytes = g_bytes_ref (bytes);
  self->content_type = g_strdup (cut_picture_kind_get_type (kind));
  self->sha256 = cut_sha256_of_bytes (bytes);
  self->width = width;
  self->height = height;
  return self;
}

CutKept *
cut_kept_new_page (const char *url,
                   const char *content_type,
                   GBytes     *bytes)
{
  CutKept *self = g_new0 (CutKept, 1);

  self->url = g_strdup (url);
  self->bytes = g_bytes_ref (bytes);
  self->content_type = g_strdup (content_type != NULL ? content_type : "text/html");
  self->sha256 = cut_sha256_of_bytes (bytes);
  return self;
}

void
cut_intake_free (CutIntake *self)
{
  g_clear_object (&self->extractor);
  g_free (self->url);
  g_free (self->final_url);
  g_free (self->content_type);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->fetched, cut_fetched_unref);
  g_clear_pointer (&self->article, cut_article_free);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  g_free (self->warning);
  g_free (self);
}

static CutIntake *
intake_new (void)
{
  CutIntake *self = g_new0 (CutIntake, 1);

  self->at = cut_time_now ();
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_kept_free);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  return self;
}

CutIntake *
cut_intake_new_imported (CutExtractor *extractor,
                         const char   *url,
                         CutArticle   *article)
{
  CutIntake *self = intake_new ();

  self->extractor = g_object_ref (extractor);
  self->how = "import";
  self->url = g_strdup (url);
  self->content_type = g_strdup ("text/plain; charset=utf-8");
  self->body = g_bytes_new (article->text, strlen (article->text));
  self->warning = g_strdup (article->warning);
  self->article = article;
  return self;
}

/* Reading. */

static void
say_unread (CutLook      look,
            const char  *name,
            GError     **error)
{
  if (look == CUT_LOOK_BLANK)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("There is nothing in it"));
  else
    g_set_error (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED,
                 _("This is %s; Cuttings clips web pages, PDFs and plain text, and imports what other programs exported"), name);
}

/* What the page's reader is to take the bytes for, with the charset that was said. */
static char *
make_type (CutLook     look,
           const char *content_type)
{
  const char *parameters = content_type != NULL ? strchr (content_type, ';') : NULL;

  if (look == CUT_LOOK_PAGE && (content_type == NULL || g_ascii_strncasecmp (content_type, "text/plain", 10) != 0))
    return g_strdup (content_type);
  return g_strconcat (look == CUT_LOOK_PAGE ? "text/html" : "text/plain", parameters, NULL);
}

CutArticle *
cut_intake_extract (CutExtractor  *extractor,
                    GBytes        *bytes,
                    const char    *content_type,
                    const char    *url,
                    GCancellable  *cancellable,
                    GError       **error)
{
  static const char *const readers[] = {
    [CUT_LOOK_PAGE] = CUT_READER_PAGE,     [CUT_LOOK_TEXT] = CUT_READER_PAGE,    [CUT_LOOK_PDF] = CUT_READER_PDF,
    [CUT_LOOK_MHTML] = CUT_READER_ARCHIVE, [CUT_LOOK_WARC] = CUT_READER_ARCHIVE,
  };
  const char *name;
  CutLook look = cut_look_at (bytes, content_type, &name);
  g_autofree char *type = NULL;

  if (look == CUT_LOOK_BLANK || look == CUT_LOOK_UNREAD)
    {
      say_unread (look, name, error);
      return NULL;
    }
  type = make_type (look, content_type);
  return cut_extractor_extract (extractor, readers[look], bytes, type, url, cancellable, error);
}

static void
add_kept (CutIntake  *self,
          const char *url,
          GBytes     *bytes)
{
  CutKept *kept = cut_kept_new (url, bytes);

  if (kept != NULL)
    g_ptr_array_add (self->pictures, kept);
  else
    g_ptr_array_add (self->warnings,
                     /* Translators: the address of a picture */
                     g_strdup_printf (_("%s: this kind of picture is not kept"), url));
}

/* Addresses of what never had one. */

static void
strip (char **address)
{
  if (*address != NULL && g_str_has_prefix (*address, CUT_ARTICLE_NOWHERE))
    memmove (*address, *address + strlen (CUT_ARTICLE_NOWHERE), strlen (*address) - strlen (CUT_ARTICLE_NOWHERE) + 1);
}

static void
drop_if_nowhere (char **field)
{
  if (*field != NULL && strstr (*field, "saved-page.invalid") != NULL)
    g_clear_pointer (field, g_free);
}

/* A link that leads nowhere is no link. */
static void
strip_block (CutBlock *block)
{
  strip (&block->image);
  for (guint i = block->spans->len; i-- > 0;)
    {
      const char *target = g_array_index (block->spans, CutSpan, i).target;

      if (target != NULL && g_str_has_prefix (target, CUT_ARTICLE_NOWHERE))
        g_array_remove_index (block->spans, i);
    }
}

static void
strip_nowhere (CutIntake *self)
{
  CutArticle *article = self->article;

  for (guint i = 0; i < article->blocks->len; i++)
    strip_block (g_ptr_array_index (article->blocks, i));
  for (guint i = 0; i < self->pictures->len; i++)
    strip (&((CutKept *) g_ptr_array_index (self->pictures, i))->url);
  strip (&article->image);
  drop_if_nowhere (&article->canonical_url);
  drop_if_nowhere (&article->site_name);
  drop_if_nowhere (&article->publisher);
  if (article->html != NULL)
    {
      g_autoptr (GString) html = g_string_new (article->html);

      g_string_replace (html, "\"" CUT_ARTICLE_NOWHERE, "\"", 0);
      g_free (article->html);
      article->html = g_string_free (g_steal_pointer (&html), FALSE);
    }
}

/* What came in the same file as the page. */

static void
take_parts (CutIntake *self)
{
  gsize total = 0;

  for (guint i = 0; i < self->article->parts->len && self->pictures->len < CUT_LIMIT_IMAGES; i++)
    {
      const CutPart *part = g_ptr_array_index (self->article->parts, i);
      gsize size = g_bytes_get_size (part->bytes);

      total += size;
      if (size > CUT_LIMIT_IMAGE_BYTES || total > CUT_LIMIT_IMAGES_BYTES)
        g_ptr_array_add (self->warnings, g_strdup_printf (_("%s: this picture is too large to keep"), part->url));
      else
        add_kept (self, part->url, part->bytes);
    }
}

/* A file that says where its page was taken stands for that address. */
static void
take_saved (CutIntake *self)
{
  const CutSnapshot *snapshot = self->article->snapshot;

  if (snapshot == NULL)
    return;
  if (self->url == NULL)
    self->url = g_strdup (snapshot->url);
  take_parts (self);
  strip_nowhere (self);
}

/* A page that cannot be read, or ends the reader, is still evidence of what the address gave; a paste without words
 * is a slip. */
static gboolean
is_kept (const CutIntake *self,
         const GError    *failure)
{
  static const int codes[] = { CUT_ERROR_INPUT, CUT_ERROR_TIMEOUT, CUT_ERROR_TOO_LARGE };

  if (cut_look_at (self->body, self->content_type, NULL) == CUT_LOOK_BLANK || g_str_equal (self->how, "paste"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (failure, CUT_ERROR, codes[i]))
      return TRUE;
  return FALSE;
}

static CutArticle *
make_unread (const GError *failure)
{
  CutArticle *article = cut_article_new ();

  if (g_error_matches (failure, CUT_ERROR, CUT_ERROR_INPUT))
    {
      cut_verdict_set (article, "no-text");
      return article;
    }
  article->warning = g_strdup (failure->message);
  cut_verdict_set (article, "unread");
  return article;
}

static gboolean
has_words (const CutIntake *self)
{
  return *self->article->text != '\0' || !g_str_equal (self->how, "paste");
}

static gboolean
extract_or_keep (CutIntake     *self,
                 const char    *base,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GError) failure = NULL;

  self->article = cut_intake_extract (self->extractor, self->body, self->content_type, base, cancellable, &failure);
  if (self->article == NULL && is_kept (self, failure))
    self->article = make_unread (failure);
  if (self->article == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!has_words (self))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, cut_verdict_explain ("no-text"));
      return FALSE;
    }
  if (self->article->snapshot != NULL)
    cut_verdict_set_status (self->article, self->article->snapshot->status);
  g_free (self->warning);
  self->warning = g_strdup (self->article->warning);
  take_saved (self);
  return TRUE;
}

static void
say (CutProgress *progress,
     const char  *message)
{
  if (progress != NULL)
    cut_progress_update (progress, message, -1);
}

/* From the network. */

static gboolean
has_picture (const CutIntake *self,
             const char      *url)
{
  for (guint i = 0; i < self->pictures->len; i++)
    if (g_str_equal (((CutKept *) g_ptr_array_index (self->pictures, i))->url, url))
      return TRUE;
  return FALSE;
}

/* Those that did not come with the page. */
static char **
picture_addresses (const CutIntake *self)
{
  const CutArticle *article = self->article;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean lead = article->image == NULL;

  for (guint i = 0; article->images != NULL && i < article->images->len; i++)
    {
      const char *address = g_ptr_array_index (article->images, i);

      if (!has_picture (self, address))
        g_strv_builder_add (builder, address);
      lead = lead || g_str_equal (address, article->image);
    }
  if (!lead && !has_picture (self, article->image))
    g_strv_builder_add (builder, article->image);
  return g_strv_builder_end (builder);
}

static gboolean
fetch_pictures (CutIntake        *self,
                CutFetchSession  *session,
                CutProgress      *progress,
                GCancellable     *cancellable,
                GError          **error)
{
  g_auto (GStrv) addresses = picture_addresses (self);
  g_autoptr (GPtrArray) fetched = NULL;

  if (addresses[0] == NULL)
    return TRUE;
  say (progress, _("Fetching pictures…"));
  fetched = cut_fetch_session_fetch_pictures (session, (const char *const *) addresses, NULL, NULL, cancellable, error);
  for (guint i = 0; fetched != NULL && i < fetched->len; i++)
    {
      const CutResource *resource = g_ptr_array_index (fetched, i);

      if (resource->bytes != NULL)
        add_kept (self, resource->url, resource->bytes);
      else
        g_ptr_array_add (self->warnings,
                         /* Translators: the address of a picture and the reason */
                         g_strdup_printf (_("The picture %s is missing: %s"), resource->url,
                                          resource->error != NULL ? resource->error->message : _("no answer")));
    }
  return fetched != NULL;
}

/* What the server said in place of the page is kept and shown as that, whatever it looks like. */
static void
note_refusal (CutIntake *self)
{
  cut_verdict_set_status (self->article, self->fetched->status);
  g_free (self->warning);
  self->warning = g_strdup (self->article->warning);
  g_ptr_array_add (self->warnings, g_strdup (self->fetched->refusal));
}

/* @failure: (transfer full): why the page could not be read, which matters less than that the server refused it. */
static gboolean
fail_fetched (CutIntake  *self,
              GError     *failure,
              GError    **error)
{
  if (self->fetched->refusal != NULL && !g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NETWORK, self->fetched->refusal);
      g_error_free (failure);
    }
  else
    {
      g_propagate_error (error, failure);
    }
  return FALSE;
}

static gboolean
gather_fetched (CutIntake             *self,
                const CutClipRequest  *request,
                CutProgress           *progress,
                GCancellable          *cancellable,
                GError               **error)
{
  g_autoptr (CutFetcher) fetcher = cut_fetcher_new ();
  g_autoptr (CutFetchSession) session = NULL;
  g_autoptr (GError) failure = NULL;

  cut_fetcher_set_user_agent (fetcher, request->user_agent);
  session = cut_fetcher_begin_clip (fetcher);
  say (progress, _("Fetching the page…"));
  self->how = "fetcher";
  /* Of a clip that is there already an error says nothing new: that the page is gone is noted elsewhere. */
  self->fetched = cut_fetch_session_fetch (session, request->url,
                                           CUT_FETCH_ALLOW_PRIVATE | (request->again == NULL ? CUT_FETCH_KEEP_REFUSALS : 0),
                                           NULL, NULL, cancellable, error);
  if (self->fetched == NULL)
    return FALSE;
  self->url = g_strdup (self->fetched->url);
  self->final_url = g_strdup (self->fetched->final_url);
  self->content_type = g_strdup (self->fetched->content_type);
  self->body = g_bytes_ref (self->fetched->body);
  self->at = self->fetched->ended;
  say (progress, _("Reading the article…"));
  if (!extract_or_keep (self, self->final_url, cancellable, &failure))
    return fail_fetched (self, g_steal_pointer (&failure), error);
  if (self->fetched->refusal != NULL)
    {
      note_refusal (self);
      return TRUE;
    }
  return cut_further_pages_fetch (self, session, progress, cancellable, error) &&
         (request->without_pictures || fetch_pictures (self, session, progress, cancellable, error));
}

/* From a file. */

static void
set_unreadable (GError       **error,
                const char    *path,
                const GError  *failure)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("There is no file “%s”; an address on the web begins with https://"), shown);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” is a folder; name a file in it"), shown);
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("You may not read “%s”"), shown);
  else
    g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” could not be read: %s"), shown, failure->message);
}

/* A pipe in the file system that nobody writes into is empty: opened like a file it would make us wait for ever. Only its
 * first read tells. */
static GInputStream *
open_pipe (const char  *path,
           GByteArray  *bytes,
           GError     **error)
{
  guint8 buffer[4096];
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);
  gssize count = fd >= 0 ? read (fd, buffer, sizeof buffer) : 0;

  if (fd < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }
  if (count > 0)
    g_byte_array_append (bytes, buffer, (guint) count);
  if (count != 0)
    return g_unix_input_stream_new (fd, TRUE);
  close (fd);
  return g_memory_input_stream_new ();
}

static GInputStream *
open_file (const char    *path,
           GByteArray    *bytes,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GStatBuf status;

  if (g_stat (path, &status) == 0 && S_ISFIFO (status.st_mode))
    return open_pipe (path, bytes, error);
  return G_INPUT_STREAM (g_file_read (file, cancellable, error));
}

GBytes *
cut_intake_read_file (const char    *path,
                      guint          limit,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) failure = NULL;
  g_autofree guint8 *buffer = g_malloc (65536);
  gssize count = 1;

  stream = open_file (path, bytes, cancellable, &failure);
  while (stream != NULL && count > 0 && bytes->len <= limit)
    {
      count = g_input_stream_read (stream, buffer, 65536, cancellable, &failure);
      if (count > 0)
        g_byte_array_append (bytes, buffer, (guint) count);
    }
  if (failure == NULL && bytes->len <= limit)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  if (failure == NULL)
    g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("“%s” is larger than %d MiB"), path,
                 (int) (limit / (1024 * 1024)));
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    set_unreadable (error, path, failure);
  return NULL;
}

static void
read_beside (CutIntake    *self,
             const char   *page,
             const char   *base,
             GCancellable *cancellable)
{
  g_auto (GStrv) addresses = picture_addresses (self);
  gsize total = 0;

  for (guint i = 0; addresses[i] != NULL && self->pictures->len < CUT_LIMIT_IMAGES; i++)
    {
      g_autofree char *path = cut_beside_find (page, base, addresses[i]);
      g_autoptr (GBytes) bytes = path != NULL ? cut_intake_read_file (path, CUT_LIMIT_BODY, cancellable, NULL) : NULL;
      gsize size = bytes != NULL ? g_bytes_get_size (bytes) : 0;

      if (bytes == NULL)
        continue;
      total += size;
      if (size > CUT_LIMIT_IMAGE_BYTES || total > CUT_LIMIT_IMAGES_BYTES)
        g_ptr_array_add (self->warnings, g_strdup_printf (_("%s: this picture is too large to keep"), addresses[i]));
      else
        add_kept (self, addresses[i], bytes);
    }
}

/* A page saved by a browser often names its address itself; that is what its relative ones hang on. */
static gboolean
extract_file (CutIntake     *self,
              const char    *path,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *base = g_strdup (self->url);

  if (!extract_or_keep (self, base, cancellable, error))
    return FALSE;
  if (cut_look_at (self->body, self->content_type, NULL) != CUT_LOOK_PAGE || *self->article->text == '\0')
    return TRUE;
  if (base == NULL)
    {
      base = g_strdup (self->article->canonical_url != NULL ? self->article->canonical_url : CUT_ARTICLE_NOWHERE);
      g_clear_pointer (&self->article, cut_article_free);
      if (!extract_or_keep (self, base, cancellable, error))
        return FALSE;
    }
  read_beside (self, path, base, cancellable);
  if (g_str_equal (base, CUT_ARTICLE_NOWHERE))
    strip_nowhere (self);
  return TRUE;
}

static gboolean
gather_file (CutIntake             *self,
             const CutClipRequest  *request,
             CutProgress           *progress,
             GCancellable          *cancellable,
             GError               **error)
{
  say (progress, _("Reading the file…"));
  self->how = "file";
  self->body = cut_intake_read_file (request->path, CUT_LIMIT_BODY, cancellable, error);
  if (self->body == NULL)
    return FALSE;
  self->url = g_strdup (request->url);
  self->content_type = g_strdup (request->content_type);
  if (!extract_file (self, request->path, cancellable, error))
    {
      g_prefix_error (error, "%s: ", request->path);
      return FALSE;
    }
  return TRUE;
}

/* From the clipboard or the browser. */

static const char *
how_of (const CutClipRequest *request)
{
  static const char *const hows[] = { "paste", "file", "browser", "import" };

  for (guint i = 0; i < G_N_ELEMENTS (hows); i++)
    if (g_strcmp0 (request->how, hows[i]) == 0)
      return hows[i];
  return hows[0];
}

static gboolean
gather_bytes (CutIntake             *self,
              const CutClipRequest  *request,
              GCancellable          *cancellable,
              GError               **error)
{
  if (g_bytes_get_size (request->bytes) > CUT_LIMIT_BODY)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("This is larger than %d MiB"),
                   CUT_LIMIT_BODY / (1024 * 1024));
      return FALSE;
    }
  self->how = how_of (request);
  self->body = g_bytes_ref (request->bytes);
  self->url = g_strdup (request->url);
  self->content_type = g_strdup (request->content_type);
  return extract_or_keep (self, self->url, cancellable, error);
}

static gboolean
gather (CutIntake             *self,
        const CutClipRequest  *request,
        CutProgress           *progress,
        GCancellable          *cancellable,
        GError               **error)
{
  if (request->bytes != NULL)
    return gather_bytes (self, request, cancellable, error);
  if (request->path != NULL)
    return gather_file (self, request, progress, cancellable, error);
  if (request->url != NULL)
    return gather_fetched (self, request, progress, cancellable, error);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("There is nothing to clip: give an address, a file or text"));
  return FALSE;
}

/* What was said counts, but for the kinds of file that their first bytes tell. */
static void
settle_type (CutIntake *self)
{
  CutLook look = cut_look_at (self->body, self->content_type, NULL);
  const char *type = cut_look_get_type (look);

  if (type == NULL && self->content_type == NULL)
    type = look == CUT_LOOK_PAGE ? "text/html" : "text/plain";
  if (type == NULL)
    return;
  g_free (self->content_type);
  self->content_type = g_strdup (type);
}

CutIntake *
cut_intake_gather (CutExtractor          *extractor,
                   const CutClipRequest  *request,
                   CutProgress           *progress,
                   GCancellable          *cancellable,
                   GError               **error)
{
  g_autoptr (CutIntake) self = intake_new ();

  self->extractor = g_object_ref (extractor);
  if (!gather (self, request, progress, cancellable, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  settle_type (self);
  if (self->warning != NULL)
    g_ptr_array_insert (self->warnings, 0, g_strdup (self->warning));
  return g_steal_pointer (&self);
}
