/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-change.h"

#include "cut-output.h"

gboolean
cut_change_commit (CutCli  *cli,
                   CutAct  *act,
                   GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *records = cut_act_get_records (act);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (ids, g_strdup (cut_record_get_id (g_ptr_array_index (records, i))));
  if (!cut_notebook_commit (cli->notebook, act, NULL, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (CutRecord) stored = cut_notebook_get (cli->notebook, g_ptr_array_index (ids, i), error);

      if (stored == NULL)
        return FALSE;
      cut_output_record (stored, cli->json);
    }
  return TRUE;
}

GPtrArray *
cut_change_get_all (CutCli  *cli,
                    char   **ids,
                    GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      CutRecord *record = cut_cli_get (cli, ids[i], error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

gboolean
cut_change_all (CutCli         *cli,
                char          **ids,
                const char     *label,
                CutChangeFunc   change,
                GError        **error)
{
  g_autoptr (GPtrArray) records = cut_change_get_all (cli, ids, error);
  g_autoptr (CutAct) act = NULL;

  if (records == NULL)
    return FALSE;
  act = cut_act_new (label);
  for (guint i = 0; i < records->len; i++)
    change (act, g_ptr_array_index (records, i));
  return cut_change_commit (cli, g_steal_pointer (&act), error);
}
