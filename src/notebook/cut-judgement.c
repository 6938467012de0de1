/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-judgement.h"

#include "cut-notebook.h"
#include "cut-problem.h"

void
cut_judgement_free (CutJudgement *self)
{
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  g_free (self->signature);
  g_free (self);
}

typedef struct
{
  CutOpened *opened;
  CutProgress *progress;
  gboolean signature_only;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  cut_opened_unref (self->opened);
  g_object_unref (self->progress);
  g_free (self);
}

/* For people; what is read from memory has no name that anybody knows. */
static void
name_lines (CutOpened *opened,
            GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *problem = lines->pdata[i];

      lines->pdata[i] = cut_opened_name (opened, cut_problem_to_line (problem));
    }
}

static CutJudgement *
judge (Asked   *asked,
       GError **error)
{
  g_autoptr (CutJudgement) self = g_new0 (CutJudgement, 1);
  const char *path = cut_opened_get_path (asked->opened);

  self->warnings = g_ptr_array_new_with_free_func (g_free);
  self->problems = asked->signature_only ? g_ptr_array_new_with_free_func (g_free)
                                         : cut_notebook_verify_file (path, FALSE, NULL, self->warnings, asked->progress, error);
  if (self->problems == NULL)
    return NULL;
  self->signature = cut_signature_judge (path, &self->trust, cut_progress_get_cancellable (asked->progress));
  name_lines (asked->opened, self->problems);
  name_lines (asked->opened, self->warnings);
  return g_steal_pointer (&self);
}

static void
judge_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Asked *asked = data;
  GError *error = NULL;
  CutJudgement *judgement = judge (asked, &error);

  if (judgement == NULL)
    error->message = cut_opened_name (asked->opened, error->message);
  if (judgement != NULL)
    g_task_return_pointer (task, judgement, (GDestroyNotify) cut_judgement_free);
  else
    g_task_return_error (task, error);
}

void
cut_judgement_new_async (CutOpened           *opened,
                         gboolean             signature_only,
                         CutProgress         *progress,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cut_progress_get_cancellable (progress), callback, user_data);
  Asked *asked = g_new0 (Asked, 1);

  asked->opened = cut_opened_ref (opened);
  asked->progress = g_object_ref (progress);
  asked->signature_only = signature_only;
  g_task_set_source_tag (task, cut_judgement_new_async);
  g_task_set_task_data (task, asked, asked_free);
  g_task_run_in_thread (task, judge_thread);
}

CutJudgement *
cut_judgement_new_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
