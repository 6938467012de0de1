/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-filing.h"

typedef struct
{
  CutFiling filing;
  char *label;
  char **ids;
  char *field;
  char *target;
  CutRecord *created;
} Filing;

static void
filing_free (Filing *self)
{
  g_free (self->label);
  g_strfreev (self->ids);
  g_free (self->field);
  g_free (self->target);
  g_clear_object (&self->created);
  g_free (self);
}

/* Returns: (transfer full): @list with @target in it, or without */
static GStrv
change_list (const char *const *list,
             const char        *target,
             gboolean           add)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; list[i] != NULL; i++)
    if (strcmp (list[i], target) != 0)
      g_strv_builder_add (builder, list[i]);
  if (add)
    g_strv_builder_add (builder, target);
  return g_strv_builder_end (builder);
}

static gboolean
file_in_list (Filing    *self,
              CutAct    *act,
              CutRecord *record)
{
  int field = cut_kind_find_field (cut_record_get_kind (record), self->field);
  gboolean add = self->filing == CUT_FILING_ADD;
  const char *const *list;
  g_auto (GValue) value = G_VALUE_INIT;

  if (field < 0)
    return FALSE;
  list = cut_record_get_strv (record, (guint) field);
  if (g_strv_contains (list, self->target) == add)
    return FALSE;
  g_value_init (&value, G_TYPE_STRV);
  g_value_take_boxed (&value, change_list (list, self->target, add));
  cut_act_take (act, cut_record_with_value (record, (guint) field, &value));
  return TRUE;
}

static gboolean
file_one (Filing    *self,
          CutAct    *act,
          CutRecord *record)
{
  switch ((int) self->filing)
    {
    case CUT_FILING_TRASH:
      if (cut_record_is_deleted (record))
        return FALSE;
      cut_act_trash (act, record);
      return TRUE;
    case CUT_FILING_RESTORE:
      if (!cut_record_is_deleted (record))
        return FALSE;
      cut_act_restore (act, record);
      return TRUE;
    default:
      return file_in_list (self, act, record);
    }
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Filing *self = data;
  g_autoptr (CutAct) act = cut_act_new (self->label);
  GError *error = NULL;
  int n_changed = 0;

  if (self->created != NULL)
    cut_act_put (act, self->created);
  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      g_autoptr (CutRecord) record = cut_notebook_get (source, self->ids[i], &error);

      if (record == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      n_changed += file_one (self, act, record);
    }
  if ((n_changed > 0 || self->created != NULL)
      && !cut_notebook_commit (source, g_steal_pointer (&act), cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_int (task, n_changed);
}

void
cut_filing_run_async (CutNotebook         *notebook,
                      CutFiling            filing,
                      const char          *label,
                      const char *const   *ids,
                      const char          *field,
                      const char          *target,
                      CutRecord           *created,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (notebook, NULL, callback, user_data);
  Filing *self = g_new0 (Filing, 1);

  self->filing = filing;
  self->label = g_strdup (label);
  self->ids = g_strdupv ((char **) ids);
  self->field = g_strdup (field);
  self->target = g_strdup (target);
  self->created = created != NULL ? g_object_ref (created) : NULL;
  g_task_set_source_tag (task, cut_filing_run_async);
  g_task_set_task_data (task, self, (GDestroyNotify) filing_free);
  g_task_run_in_thread (task, run_in_thread);
}

int
cut_filing_run_finish (GAsyncResult  *result,
                       GError       **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}
