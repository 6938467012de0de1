/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-import.h"
#include "cut-line-reader.h"
#include "cut-maker.h"
#include "cut-normal.h"
#include "cut-notebook-private.h"
#include "cut-report.h"

/* Names remembered with their ids; then they are asked for anew, which is only slower. */
#define MOST_NAMED 20000

/* Sentences of the report; how many more there are is said. Who asks line by line gets them all. */
#define MOST_PROBLEMS 1000

typedef struct
{
  CutNotebook *notebook;
  const CutLinesOptions *options;
  CutProgress *progress;   /* (nullable) */
  CutImportReport *report; /* (owned) */
  CutImportReport *counts; /* (owned): of the batch: it may not come to be written */
  GHashTable *named;       /* (owned): "KIND NAME" → id, of this import */
  CutLineBatch *batch;     /* (unowned): while it is written */
  guint n_problems;
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
  g_clear_pointer (&self->counts, cut_import_report_free);
  g_clear_pointer (&self->named, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* The clip and the capture. */

/* What the line says of the article; what it does not say stays. */
static CutRecord *
describe_clip (CutRecord     *present,
               const CutLine *line,
               char         **tags)
{
  CutClip *says = CUT_CLIP (line->clip);
  CutClip *clip = CUT_CLIP (present != NULL ? present : line->clip);
  const char *const *authors = cut_clip_get_authors (says);

  if (present == NULL && tags[0] == NULL)
    return g_object_ref (line->clip);
  return cut_record_with (CUT_RECORD (clip), "title", cut_clip_get_title (cut_clip_get_title (says) != NULL ? says : clip), "authors",
                          authors[0] != NULL ? authors : cut_clip_get_authors (clip), "site-name",
                          cut_clip_get_site_name (cut_clip_get_site_name (says) != NULL ? says : clip), "published",
                          cut_clip_get_published (cut_clip_get_published (says) != NULL ? says : clip), "tags",
                          tags[0] != NULL ? (const char *const *) tags : cut_clip_get_tags (clip), NULL);
}

static CutRecord *
make_capture (Import        *self,
              const CutLine *line,
              const char    *clip,
              const char    *previous)
{
  return cut_record_new (CUT_KIND_CAPTURE, "contributor", self->notebook->owner, "clip", clip, "url", cut_clip_get_url (CUT_CLIP (line->clip)), "fetched-at", cut_time_now (), "how",
                         "import", "content-type", line->is_html ? "text/html" : "text/plain", "charset", "utf-8", "sha256", line->sha256,
                         "bytes", (gint64) g_bytes_get_size (line->body), "text-sha256", line->text_sha256, "text-rules", CUT_TEXT_RULES,
                         "text-length", (gint64) line->text_length, "previous", previous, "extractor", "cuttings/" PACKAGE_VERSION, NULL);
}

static gboolean
put_capture (Import        *self,
             const CutLine *line,
             CutRecord     *capture)
{
  CutKnownText known = { .text = line->text, .sha256 = line->text_sha256, .blocks = line->paragraphs, .blocks_json = line->blocks };

  if (!line->is_html)
    {
      known.against = line->body;
      known.against_sha256 = line->sha256;
    }
  return cut_store_put_blob_as (self->store, line->body, line->sha256, self->error) &&
         cut_store_put_known_text (self->store, cut_record_get_id (capture), &known, self->error) &&
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

  mark = cut_record_new (CUT_KIND_ANNOTATION, "contributor", self->notebook->owner, "clip", cut_capture_get_clip (CUT_CAPTURE (capture)), "capture",
                         cut_record_get_id (capture), "kind", kind, "selectors", selector, "colour", colour, "body", body,
                         "entities", entities, NULL);
  cut_report_count (self->counts->added, CUT_KIND_ANNOTATION, 1);
  return cut_commit_put (self->commit, mark, self->error);
}

/* A mark whose words are not to be found for certain is named, not guessed. */
static gboolean
put_marks (Import         *self,
           const CutLine  *line,
           CutRecord      *capture)
{
  for (guint i = 0; i < line->marks->len; i++)
    {
      const CutLineMark *mark = g_ptr_array_index (line->marks, i);

      if (mark->selector == NULL)
        cut_line_batch_add_problem (self->batch, line->number, _("the words of an annotation are not in the text"));
      else if (!put_mark (self, capture, mark->note != NULL ? "note" : "highlight", mark->selector, mark->colour, mark->note, NULL))
        return FALSE;
    }
  return TRUE;
}

static char *
find_entity (Import            *self,
             const CutLineName *name)
{
  char *id = cut_maker_recall (&self->maker, CUT_KIND_ENTITY, name->name);
  g_autoptr (CutRecord) fresh = NULL;

  if (id != NULL)
    return id;
  fresh = cut_record_new (CUT_KIND_ENTITY, "contributor", self->notebook->owner, "name", name->name, "schema", name->schema, NULL);
  return cut_maker_find (&self->maker, fresh, name->name, self->error);
}

static gboolean
put_names (Import         *self,
           const CutLine  *line,
           CutRecord      *capture)
{
  for (guint i = 0; i < line->names->len; i++)
    {
      const CutLineName *name = g_ptr_array_index (line->names, i);
      g_autofree char *id = find_entity (self, name);

      if (id == NULL || (name->selector != NULL && !put_mark (self, capture, "entity", name->selector, "purple", NULL, id)))
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
  g_autoptr (CutRecord) previous = NULL;
  g_autoptr (CutRecord) capture = NULL;

  if (present != NULL)
    previous = cut_store_newest_capture (self->store, cut_record_get_id (present), NULL);
  capture = make_capture (self, line, cut_record_get_id (clip), previous != NULL ? cut_record_get_id (previous) : NULL);
  cut_report_count (present != NULL ? self->counts->changed : self->counts->added, CUT_KIND_CLIP, 1);
  cut_report_count (self->counts->added, CUT_KIND_CAPTURE, 1);
  return cut_commit_put (self->commit, clip, self->error) && put_capture (self, line, capture) && put_marks (self, line, capture) &&
         put_names (self, line, capture);
}

static gboolean
find_present (Import        *self,
              const CutLine *line,
              CutRecord    **present,
              gboolean      *same)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *capture = NULL;
  g_autofree char *id = cut_store_find_clip_by_url (self->store, cut_clip_get_url (CUT_CLIP (line->clip)), &failure);

  if (failure == NULL && id != NULL)
    *present = cut_store_get (self->store, id, &failure);
  if (failure == NULL && id != NULL)
    capture = cut_store_find_capture (self->store, id, line->sha256, &failure);
  *same = capture != NULL;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (self->error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
store_same (Import    *self,
            CutRecord *present,
            CutRecord *clip)
{
  g_autoptr (CutRecord) level = cut_record_with (clip, "modified", cut_record_get_int (present, CUT_RECORD_MODIFIED), NULL);
  gboolean equal = cut_record_equal (level, present);

  cut_report_count (equal ? self->counts->same : self->counts->changed, CUT_KIND_CLIP, 1);
  return equal || cut_commit_put (self->commit, clip, self->error);
}

static gboolean
store_line (Import        *self,
            const CutLine *line)
{
  g_autoptr (CutRecord) present = NULL;
  g_autoptr (CutRecord) clip = NULL;
  g_auto (GStrv) tags = cut_maker_find_tags (&self->maker, line->tags, line->tags != NULL ? g_strv_length (line->tags) : 0,
                                             self->error);
  gboolean same = FALSE;

  if (tags == NULL || !find_present (self, line, &present, &same))
    return FALSE;
  clip = describe_clip (present, line, tags);
  return same ? store_same (self, present, clip) : store_new (self, line, present, clip);
}

static gpointer
batch_job (CutStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Import *self = data;
  GPtrArray *lines = self->batch->lines;
  g_autoptr (CutCommit) commit = cut_commit_begin (store, self->notebook->owner, _("Import"), error);

  if (commit == NULL)
    return NULL;
  self->store = store;
  self->commit = commit;
  self->maker = (CutMaker) { store, commit, self->named, self->counts };
  self->error = error;
  for (guint i = 0; i < lines->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !store_line (self, g_ptr_array_index (lines, i)))
      return NULL;
  return cut_import_end (self->notebook, commit, self->options->dry_run, error) ? self : NULL;
}

/* What is said of it. */

static void
tell_problems (Import       *self,
               CutLineBatch *batch)
{
  for (guint i = 0; i < batch->problems->len; i++)
    {
      const char *problem = g_ptr_array_index (batch->problems, i);

      if (self->options->problem != NULL)
        self->options->problem (problem, self->options->data);
      else if (self->n_problems < MOST_PROBLEMS)
        g_ptr_array_add (self->report->failed, g_strdup (problem));
      self->n_problems++;
    }
  self->report->n_bad_lines += batch->n_bad;
  self->report->lines += batch->n_read;
}

static void
tell_progress (Import        *self,
               CutLineReader *reader,
               CutLineBatch  *batch)
{
  goffset size = cut_line_reader_get_size (reader);
  double fraction = size > 0 ? MIN ((double) batch->reached / (double) size, 1) : -1;
  g_autofree char *message = g_strdup_printf (ngettext ("%u line", "%u lines", self->report->lines), self->report->lines);

  if (self->progress != NULL)
    cut_progress_update (self->progress, message, fraction);
  if (self->options->progress != NULL)
    self->options->progress (message, self->report->lines, fraction, self->options->data);
}

static void
say_how_many_more (Import *self)
{
  guint more = self->n_problems - MOST_PROBLEMS;

  if (self->options->problem == NULL && self->n_problems > MOST_PROBLEMS)
    g_ptr_array_add (self->report->failed, g_strdup_printf (ngettext ("%u more", "%u more", more), more));
}

/* All of it. */

/* A batch counts once it is written. */
static gboolean
write_batch (Import        *self,
             CutLineReader *reader,
             CutLineBatch  *batch,
             GError       **error)
{
  gboolean done;

  self->batch = batch;
  g_clear_pointer (&self->counts, cut_import_report_free);
  self->counts = cut_import_report_new ();
  done = batch->lines->len == 0 || cut_worker_run (self->notebook->writer, batch_job, self, self->cancellable, error) != NULL;
  self->batch = NULL;
  /* Where nobody listens, who would be told waits no longer than a batch: the memory does not grow with the file. */
  cut_notebook_flush (self->notebook);
  if (self->options->dry_run || g_hash_table_size (self->named) > MOST_NAMED)
    g_hash_table_remove_all (self->named);
  if (!done)
    return FALSE;
  cut_report_add (self->report, self->counts);
  tell_problems (self, batch);
  tell_progress (self, reader, batch);
  self->report->stopped = g_strdup (batch->stop);
  if (batch->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&batch->error));
  return FALSE;
}

static gboolean
write_all (Import        *self,
           CutLineReader *reader,
           GError       **error)
{
  gboolean last = FALSE;

  while (!last)
    {
      g_autoptr (CutLineBatch) batch = cut_line_reader_next (reader);

      if (!write_batch (self, reader, batch, error))
        return FALSE;
      last = batch->last;
    }
  return TRUE;
}

/* What was written stays, and is worth being told. */
static gboolean
is_stopped (Import       *self,
            const GError *failure)
{
  if (self->options->dry_run || !g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  self->report->stopped = g_strdup (_("Stopped. What was read stays, and the same file again goes on from there"));
  return TRUE;
}

CutImportReport *
cut_import_ndjson (CutNotebook            *notebook,
                   const char             *path,
                   const CutLinesOptions  *options,
                   CutProgress            *progress,
                   GCancellable           *cancellable,
                   GError                **error)
{
  g_autoptr (CutLineReader) reader = cut_line_reader_new (path, options->strict, cancellable, error);
  g_auto (Import) self = { .notebook = notebook, .options = options, .progress = progress, .cancellable = cancellable };
  g_autoptr (GError) failure = NULL;
  gboolean done;

  if (reader == NULL)
    return NULL;
  self.report = cut_import_report_new ();
  self.report->of_lines = TRUE;
  self.named = cut_maker_named_new ();
  cut_notebook_hold_follow_up (notebook, TRUE);
  done = write_all (&self, reader, &failure) || is_stopped (&self, failure);
  cut_notebook_hold_follow_up (notebook, FALSE);
  say_how_many_more (&self);
  if (done)
    return g_steal_pointer (&self.report);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
