/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-mark-search.h"

#include <string.h>

#include "cut-annotation.h"
#include "cut-clip.h"

typedef struct
{
  char **words; /* (owned): case-folded */
  guint limit;
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  g_strfreev (self->words);
  g_free (self);
}

static gboolean
matches (const Search *self,
         const char   *title)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);

  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full) (nullable): %NULL where its clip is in the Trash */
static CutRow *
make_row (CutNotebook   *notebook,
          CutAnnotation *mark,
          const char    *title)
{
  const char *id = cut_annotation_get_clip (mark);
  g_autoptr (CutRecord) clip = id != NULL ? cut_notebook_get (notebook, id, NULL) : NULL;

  if (clip == NULL || !CUT_IS_CLIP (clip) || cut_record_is_deleted (clip))
    return NULL;
  return g_object_new (CUT_TYPE_ROW, "kind", CUT_KIND_ANNOTATION, "id", cut_record_get_id (CUT_RECORD (mark)), "title", title,
                       "site-name", cut_clip_get_site_name (CUT_CLIP (clip)), NULL);
}

static void
search_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Search *self = data;
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_ANNOTATION);
  GError *error = NULL;
  g_autoptr (GPtrArray) marks = cut_notebook_list (source, query, cancellable, &error);
  GPtrArray *rows;

  if (marks == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < marks->len && rows->len < self->limit && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autofree char *title = cut_record_get_title (g_ptr_array_index (marks, i));
      CutRow *row = matches (self, title) ? make_row (source, g_ptr_array_index (marks, i), title) : NULL;

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
}

void
cut_mark_search_async (CutNotebook         *notebook,
                       const char          *text,
                       guint                limit,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (notebook, cancellable, callback, user_data);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  Search *self = g_new0 (Search, 1);

  self->words = g_strsplit_set (g_strstrip (folded), " \t\n", -1);
  self->limit = limit;
  g_task_set_source_tag (task, cut_mark_search_async);
  g_task_set_task_data (task, self, search_free);
  g_task_run_in_thread (task, search_thread);
}

GPtrArray *
cut_mark_search_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
