/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-comparing.h"

#include "cut-capture.h"
#include "cut-intake.h"
#include "cut-notebook-private.h"

static void
field_change_free (CutFieldChange *change)
{
  g_free (change->before);
  g_free (change->after);
  g_clear_pointer (&change->difference, cut_difference_free);
  g_free (change);
}

static void
comparing_clear (gpointer data)
{
  CutComparing *self = data;

  g_clear_pointer (&self->before, cut_reading_unref);
  g_clear_pointer (&self->after, cut_reading_unref);
  g_clear_pointer (&self->difference, cut_difference_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
}

CutComparing *
cut_comparing_ref (CutComparing *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
cut_comparing_unref (CutComparing *self)
{
  g_atomic_rc_box_release_full (self, comparing_clear);
}

/* What the pages say of themselves. The notebook keeps it of the newest capture only, and there a person may have
 * corrected it; so the bytes are asked again. */

static CutArticle *
read_again (CutNotebook  *notebook,
            CutReading   *reading,
            GCancellable *cancellable)
{
  CutCapture *capture = CUT_CAPTURE (reading->capture);
  const char *sha256 = cut_capture_get_sha256 (capture);
  const char *url = cut_capture_get_final_url (capture);
  g_autoptr (GBytes) bytes = sha256 != NULL ? cut_notebook_blob (notebook, sha256, NULL) : NULL;

  if (bytes == NULL)
    return NULL;
  return cut_intake_extract (notebook->extractor, bytes, cut_capture_get_content_type (capture),
                             url != NULL ? url : cut_capture_get_url (capture), cancellable, NULL);
}

static const char *
get_date (const CutDate *date)
{
  return date != NULL ? cut_date_get_value (date) : NULL;
}

static void
add_field (CutComparing *self,
           const char   *field,
           const char   *before,
           const char   *after,
           GCancellable *cancellable)
{
  CutFieldChange *change;

  if (before == NULL)
    before = "";
  if (after == NULL)
    after = "";
  if (g_str_equal (before, after))
    return;
  change = g_new0 (CutFieldChange, 1);
  change->field = field;
  change->before = g_strdup (before);
  change->after = g_strdup (after);
  change->difference = cut_difference_new (before, NULL, after, NULL, cancellable, NULL);
  if (change->difference != NULL && !cut_difference_is_same (change->difference))
    g_ptr_array_add (self->fields, change);
  else
    field_change_free (change);
}

static void
compare_fields (CutNotebook  *notebook,
                CutComparing *self,
                GCancellable *cancellable)
{
  g_autoptr (CutArticle) before = read_again (notebook, self->before, cancellable);
  g_autoptr (CutArticle) after = before != NULL ? read_again (notebook, self->after, cancellable) : NULL;

  if (after == NULL)
    return;
  self->fields_known = TRUE;
  add_field (self, "title", before->title, after->title, cancellable);
  add_field (self, "standfirst", before->standfirst, after->standfirst, cancellable);
  add_field (self, "byline", before->byline, after->byline, cancellable);
  add_field (self, "published", get_date (before->published), get_date (after->published), cancellable);
  add_field (self, "updated", get_date (before->updated), get_date (after->updated), cancellable);
}

/* Returns: (transfer full) (element-type CutBlock): the lines to leave out: those that do not count, and those that are told as fields */
static GPtrArray *
find_left_out (const CutComparing *self,
               const CutReading   *reading)
{
  GPtrArray *left_out = cut_blocks_new ();

  for (guint i = 0; i < reading->blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (reading->blocks, i);
      gboolean told = self->fields_known && (block->role == CUT_ROLE_TITLE || block->role == CUT_ROLE_STANDFIRST);

      if (told || block->role == CUT_ROLE_FURNITURE)
        g_ptr_array_add (left_out, cut_block_new (block->kind, CUT_ROLE_FURNITURE, block->start, block->end));
    }
  return left_out;
}

static gboolean
compare_texts (CutComparing  *self,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GPtrArray) before = find_left_out (self, self->before);
  g_autoptr (GPtrArray) after = find_left_out (self, self->after);

  self->difference = cut_difference_new (self->before->text, before, self->after->text, after, cancellable, error);
  return self->difference != NULL;
}

CutComparing *
cut_comparing_run (CutNotebook   *notebook,
                   const char    *before,
                   const char    *after,
                   gboolean       with_fields,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (CutComparing) self = g_atomic_rc_box_new0 (CutComparing);

  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) field_change_free);
  self->before = cut_notebook_read (notebook, before, error);
  if (self->before == NULL)
    return NULL;
  self->after = cut_notebook_read (notebook, after, error);
  if (self->after == NULL)
    return NULL;
  if (with_fields)
    compare_fields (notebook, self, cancellable);
  if (!compare_texts (self, cancellable, error))
    return NULL;
  add_field (self, "verdict", cut_capture_get_verdict (CUT_CAPTURE (self->before->capture)),
             cut_capture_get_verdict (CUT_CAPTURE (self->after->capture)), cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* In a thread of the notebook's. */

typedef struct
{
  char *before;
  char *after;
  gboolean with_fields;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->before);
  g_free (asked->after);
  g_free (asked);
}

static gpointer
compare_job (CutNotebook   *notebook,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Asked *asked = data;

  return cut_comparing_run (notebook, asked->before, asked->after, asked->with_fields, cancellable, error);
}

void
cut_comparing_run_async (CutNotebook         *notebook,
                         const char          *before,
                         const char          *after,
                         gboolean             with_fields,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->before = g_strdup (before);
  asked->after = g_strdup (after);
  asked->with_fields = with_fields;
  cut_notebook_push_job (notebook, cut_comparing_run_async, compare_job, asked, asked_free,
                         (GDestroyNotify) cut_comparing_unref, cancellable, callback, user_data);
}

CutComparing *
cut_comparing_run_finish (CutNotebook   *notebook,
                          GAsyncResult  *result,
                          GError       **error)
{
  return cut_notebook_finish_pointer (notebook, result, error);
}
