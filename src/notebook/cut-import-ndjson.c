/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-error.h"
#include "cut-import.h"
#include "cut-limits.h"
#include "cut-maker.h"
#include "cut-ndjson.h"
#include "cut-normal.h"
#include "cut-notebook-private.h"
#include "cut-quote.h"
#include "cut-report.h"

/* Lines in one transaction: enough that writing to disk is no matter, few enough that stopping loses little. */
#define BATCH 200

/* A line holds a text and its HTML, both escaped at worst. */
#define LONGEST_LINE (3 * CUT_LIMIT_BODY)

typedef struct
{
  CutNotebook *notebook;
  CutImportReport *report; /* (owned) */
  GPtrArray *batch;        /* (owned) (element-type CutLine) */
  GHashTable *named;       /* (owned): "KIND NAME" → id, of this import */
  gboolean dry_run;
  GCancellable *cancellable;

  /* While a batch is written. */
  CutStore *store;
  CutCommit *commit;
  CutMaker maker;
  GError **error;
} Import;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->report, cut_import_report_free);
  g_clear_pointer (&self->batch, g_ptr_array_unref);
  g_clear_pointer (&self->named, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static void
fail (Import     *self,
      guint     number,
      const char *problem)
{
  g_ptr_array_add (self->report->failed,
                   /* Translators: the number of a line and what is wrong with it */
                   g_strdup_printf (_("line %u: %s"), number, problem));
}

/* The clip and the capture. */

static CutRecord *
describe_clip (CutRecord     *clip,
               const CutLine *line,
               char         **tags)
{
  const char *authors[] = { line->byline, NULL };

  return cut_record_with (clip, "title", line->title != NULL ? line->title : cut_clip_get_title (CUT_CLIP (clip)),
                          "authors", line->byline != NULL ? authors : cut_clip_get_authors (CUT_CLIP (clip)),
                          "site-name", line->site_name != NULL ? line->site_name : cut_clip_get_site_name (CUT_CLIP (clip)),
                          "published", line->published != NULL ? line->published : cut_clip_get_published (CUT_CLIP (clip)),
                          "tags", tags[0] != NULL ? (const char *const *) tags : cut_clip_get_tags (CUT_CLIP (clip)), NULL);
}

static CutRecord *
make_capture (const CutLine *line,
              const char    *clip,
              const char    *previous)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, line->body);
  g_autofree char *text_sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, line->text, -1);

  return cut_record_new (CUT_KIND_CAPTURE, "clip", clip, "url", line->url, "fetched-at", cut_time_now (), "how", "import",
                         "content-type", line->is_html ? "text/html" : "text/plain", "charset", "utf-8", "sha256", sha256,
                         "bytes", (gint64) g_bytes_get_size (line->body), "text-sha256", text_sha256, "text-rules",
                         CUT_TEXT_RULES, "text-length", (gint64) g_utf8_strlen (line->text, -1), "previous", previous,
                         "extractor", "cuttings/" PACKAGE_VERSION, NULL);
}

static gboolean
put_capture (Import        *self,
             const CutLine *line,
             CutRecord     *capture)
{
  g_autofree char *blocks = cut_blocks_to_json (line->blocks);
  g_autofree char *sha256 = NULL;

  return cut_store_put_blob (self->store, line->body, &sha256, self->error) &&
         cut_store_put_text (self->store, cut_record_get_id (capture), line->text, blocks, line->html, self->error) &&
         cut_commit_put (self->commit, capture, self->error);
}

/* Marks. */

static gboolean
put_mark (Import      *self,
          CutRecord   *capture,
          const char  *kind,
          CutSelector *selector,
          const char  *colour,
          const char  *body,
          const char  *entity)
{
  const char *entities[] = { entity, NULL };
  g_autoptr (CutRecord) mark = NULL;

  mark = cut_record_new (CUT_KIND_ANNOTATION, "clip", cut_capture_get_clip (CUT_CAPTURE (capture)), "capture",
                         cut_record_get_id (capture), "kind", kind, "selectors", selector, "colour", colour, "body", body,
                         "entities", entities, NULL);
  cut_report_count (self->report->added, CUT_KIND_ANNOTATION, 1);
  return cut_commit_put (self->commit, mark, self->error);
}

/* A mark whose words are not to be found for certain is named, not guessed. */
static gboolean
put_marks (Import         *self,
           const CutLine  *line,
           const CutIndex *index,
           CutRecord      *capture)
{
  for (guint i = 0; i < line->marks->len; i++)
    {
      const CutLineMark *mark = g_ptr_array_index (line->marks, i);
      g_autoptr (CutSelector) selector = NULL;
      guint start, end;

      if (cut_quote_find (line->text, index, mark->selector, TRUE, &start, &end))
        selector = cut_quote_make (line->text, index, start, end, NULL);
      if (selector == NULL)
        fail (self, line->number, _("the words of an annotation are not in the text"));
      else if (!put_mark (self, capture, mark->note != NULL ? "note" : "highlight", selector, mark->colour, mark->note, NULL))
        return FALSE;
    }
  return TRUE;
}

/* A name is tied to the article where it stands first. */
static gboolean
put_names (Import         *self,
           const CutLine  *line,
           const CutIndex *index,
           CutRecord      *capture)
{
  for (guint i = 0; i < line->names->len; i++)
    {
      const CutLineName *name = g_ptr_array_index (line->names, i);
      g_autoptr (CutRecord) fresh = cut_record_new (CUT_KIND_ENTITY, "name", name->name, "schema", name->schema, NULL);
      g_autofree char *id = NULL;
      const char *at = strstr (line->text, name->name);
      g_autoptr (CutSelector) selector = NULL;
      guint start;

      if (strlen (name->name) > CUT_MAKER_LONGEST_NAME)
        continue;
      id = cut_maker_find (&self->maker, fresh, name->name, self->error);
      if (id == NULL)
        return FALSE;
      if (at == NULL)
        continue;
      start = cut_index_to_offset (index, at);
      selector = cut_quote_make (line->text, index, start, start + (guint) g_utf8_strlen (name->name, -1), NULL);
      if (selector != NULL && !put_mark (self, capture, "entity", selector, "purple", NULL, id))
        return FALSE;
    }
  return TRUE;
}

/* One line. */

static gboolean
store_new (Import        *self,
           const CutLine *line,
           CutRecord     *present,
           CutRecord     *clip)
{
  g_autoptr (CutIndex) index = cut_index_new (line->text);
  g_autoptr (CutRecord) previous = NULL;
  g_autoptr (CutRecord) capture = NULL;

  if (present != NULL)
    previous = cut_store_newest_capture (self->store, cut_record_get_id (present), NULL);
  capture = make_capture (line, cut_record_get_id (clip), previous != NULL ? cut_record_get_id (previous) : NULL);
  cut_report_count (present != NULL ? self->report->changed : self->report->added, CUT_KIND_CLIP, 1);
  cut_report_count (self->report->added, CUT_KIND_CAPTURE, 1);
  return cut_commit_put (self->commit, clip, self->error) && put_capture (self, line, capture) &&
         put_marks (self, line, index, capture) && put_names (self, line, index, capture);
}

static gboolean
find_present (Import        *self,
              const CutLine *line,
              CutRecord    **present,
              gboolean      *same)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, line->body);
  g_autoptr (GError) failure = NULL;
  g_autofree char *capture = NULL;
  g_autofree char *id = cut_store_find_clip_by_url (self->store, line->url, &failure);

  if (failure == NULL && id != NULL)
    *present = cut_store_get (self->store, id, &failure);
  if (failure == NULL && id != NULL)
    capture = cut_store_find_capture (self->store, id, sha256, &failure);
  *same = capture != NULL;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (self->error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
store_line (Import        *self,
            const CutLine *line)
{
  g_autoptr (CutRecord) present = NULL;
  g_autoptr (CutRecord) plain = NULL;
  g_autoptr (CutRecord) clip = NULL;
  g_autoptr (GError) problem = NULL;
  g_auto (GStrv) tags = cut_maker_find_tags (&self->maker, line->tags, line->tags != NULL ? g_strv_length (line->tags) : 0,
                                             self->error);
  gboolean same = FALSE;

  if (tags == NULL || !find_present (self, line, &present, &same))
    return FALSE;
  plain = present != NULL ? g_object_ref (present)
                          : cut_record_new (CUT_KIND_CLIP, "kind", "article", "url", line->url, NULL);
  clip = describe_clip (plain, line, tags);
  if (!cut_record_validate (clip, &problem))
    {
      fail (self, line->number, problem->message);
      return TRUE;
    }
  if (!same)
    return store_new (self, line, present, clip);
  if (cut_record_has_value (present, CUT_RECORD_REV))
    {
      g_autoptr (CutRecord) level = cut_record_with (clip, "modified", cut_record_get_int (present, CUT_RECORD_MODIFIED), NULL);

      cut_report_count (cut_record_equal (level, present) ? self->report->same : self->report->changed, CUT_KIND_CLIP, 1);
    }
  return cut_commit_put (self->commit, clip, self->error);
}

static gpointer
batch_job (CutStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Import *self = data;
  g_autoptr (CutCommit) commit = cut_commit_begin (store, self->notebook->owner, _("Import"), error);
  g_autoptr (GPtrArray) changes = NULL;

  if (commit == NULL)
    return NULL;
  self->store = store;
  self->commit = commit;
  self->maker = (CutMaker) { store, commit, self->named, self->report };
  self->error = error;
  for (guint i = 0; i < self->batch->len; i++)
    if (!store_line (self, g_ptr_array_index (self->batch, i)))
      return NULL;
  if (self->dry_run)
    return self;
  if (!cut_commit_end (commit, error))
    return NULL;
  changes = cut_commit_steal_changes (commit);
  if (changes->len > 0)
    cut_notebook_announce (self->notebook, g_steal_pointer (&changes), _("Import"), NULL);
  return self;
}

static gboolean
write_batch (Import  *self,
             GError **error)
{
  gboolean done = self->batch->len == 0 ||
                  cut_worker_run (self->notebook->writer, batch_job, self, self->cancellable, error) != NULL;

  g_ptr_array_set_size (self->batch, 0);
  /* Where nobody listens, who would be told waits no longer than a batch: the memory does not grow with the file. */
  cut_notebook_flush (self->notebook);
  if (self->dry_run)
    g_hash_table_remove_all (self->named);
  return done;
}

/* Reading. */

static gboolean
take_line (Import      *self,
           const char  *json,
           gsize        length,
           guint      number,
           GError     **error)
{
  g_autoptr (GError) problem = NULL;
  CutLine *line;

  while (length > 0 && g_ascii_isspace (json[length - 1]))
    length--;
  if (length == 0)
    return TRUE;
  self->report->lines++;
  line = cut_line_parse (json, length, number, &problem);
  if (line == NULL)
    fail (self, number, problem->message);
  else
    g_ptr_array_add (self->batch, line);
  return self->batch->len < BATCH || write_batch (self, error);
}

/* Takes the whole lines out of @buffer; at the end also the last one. */
static gboolean
take_lines (Import      *self,
            GByteArray  *buffer,
            guint     *number,
            gboolean     end,
            GError     **error)
{
  gsize start = 0;

  while (start < buffer->len)
    {
      const guint8 *newline = memchr (buffer->data + start, '\n', buffer->len - start);
      gsize length = newline != NULL ? (gsize) (newline - buffer->data) - start : buffer->len - start;

      if (newline == NULL && !end)
        break;
      if (!take_line (self, (const char *) buffer->data + start, length, ++*number, error))
        return FALSE;
      start += length + 1;
    }
  g_byte_array_remove_range (buffer, 0, (guint) MIN (start, buffer->len));
  if (buffer->len <= LONGEST_LINE)
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("Line %u is longer than %d MiB"), *number + 1,
               LONGEST_LINE / (1024 * 1024));
  return FALSE;
}

static gboolean
read_all (Import        *self,
          GInputStream  *stream,
          CutProgress   *progress,
          GError       **error)
{
  g_autoptr (GByteArray) buffer = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (1 << 18);
  guint number = 0;
  gssize count = 1;

  while (count > 0)
    {
      g_autofree char *message = NULL;

      count = g_input_stream_read (stream, chunk, 1 << 18, self->cancellable, error);
      if (count < 0)
        return FALSE;
      g_byte_array_append (buffer, chunk, (guint) count);
      if (!take_lines (self, buffer, &number, count == 0, error))
        return FALSE;
      message = g_strdup_printf (_("%u lines"), number);
      if (progress != NULL)
        cut_progress_update (progress, message, -1);
    }
  return write_batch (self, error);
}

static GInputStream *
open_stream (const char    *path,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_str_equal (path, "-") ? "/dev/stdin" : path);
  g_autoptr (GError) failure = NULL;
  GFileInputStream *stream = g_file_read (file, cancellable, &failure);

  if (stream == NULL)
    g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” could not be read: %s"), path, failure->message);
  return G_INPUT_STREAM (stream);
}

CutImportReport *
cut_import_ndjson (CutNotebook   *notebook,
                   const char    *path,
                   gboolean       dry_run,
                   CutProgress   *progress,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GInputStream) stream = open_stream (path, cancellable, error);
  g_auto (Import) self = { .notebook = notebook, .dry_run = dry_run, .cancellable = cancellable };

  if (stream == NULL)
    return NULL;
  self.report = cut_import_report_new ();
  self.batch = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_line_free);
  self.named = cut_maker_named_new ();
  return read_all (&self, stream, progress, error) ? g_steal_pointer (&self.report) : NULL;
}
