/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-check-list-save.h"

#include "cut-check-list-out.h"
#include "cut-check-list-page.h"

static const struct
{
  const char *word;
  const char *suffix;
} formats[] = {
  [CUT_CHECK_LIST_HTML] = { "html", ".html" },
  [CUT_CHECK_LIST_MARKDOWN] = { "markdown", ".md" },
  [CUT_CHECK_LIST_PDF] = { "pdf", ".pdf" },
};

typedef struct
{
  GPtrArray *standings; /* (owned) */
  char *title;          /* (owned) */
  GFile *file;          /* (owned) */
  CutCheckListFormat format;
  gboolean mirrored;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_ptr_array_unref (self->standings);
  g_free (self->title);
  g_object_unref (self->file);
  g_free (self);
}

const char *
cut_check_list_format_get_suffix (CutCheckListFormat format)
{
  return formats[format].suffix;
}

gboolean
cut_check_list_format_from_word (const char         *word,
                                 CutCheckListFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].word, word))
      {
        *format = (CutCheckListFormat) i;
        return TRUE;
      }
  return FALSE;
}

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
make_document (const Saving  *saving,
               GError       **error)
{
  g_autoptr (GPtrArray) items = cut_check_list_make (saving->standings);

  switch (saving->format)
    {
    case CUT_CHECK_LIST_MARKDOWN:
      return take_text (cut_check_list_to_markdown (items, saving->title));
    case CUT_CHECK_LIST_PDF:
      return cut_check_list_to_pdf (items, saving->title, saving->mirrored, error);
    case CUT_CHECK_LIST_HTML:
    default:
      return take_text (cut_check_list_to_html (items, saving->title));
    }
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Saving *saving = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) document = make_document (saving, &error);

  if (document == NULL || !g_file_replace_contents (saving->file, g_bytes_get_data (document, NULL), g_bytes_get_size (document), NULL,
                                                    FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
cut_check_list_save_async (GPtrArray           *standings,
                           const char          *title,
                           CutCheckListFormat   format,
                           gboolean             mirrored,
                           GFile               *file,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  saving->standings = g_ptr_array_ref (standings);
  saving->title = g_strdup (title);
  saving->file = g_object_ref (file);
  saving->format = format;
  saving->mirrored = mirrored;
  g_task_set_source_tag (task, cut_check_list_save_async);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, save_thread);
}

gboolean
cut_check_list_save_finish (GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
