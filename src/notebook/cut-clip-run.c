/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-clip-run.h"

#include "cut-notebook-private.h"
#include "cut-sha256.h"

/* What was captured longer ago may have changed: then a list is looked at anew, all of it. */
#define GOES_ON_MS (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

typedef struct
{
  const char *name;
  gint64 since;
  gboolean goes_on;
} Run;

static gpointer
begin_job (CutStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Run *run = data;
  gint64 now = g_get_real_time () / 1000;
  g_autoptr (GError) failure = NULL;
  g_autofree char *began = cut_store_get_meta (store, run->name, &failure);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, now);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  run->since = began != NULL ? g_ascii_strtoll (began, NULL, 10) : 0;
  run->goes_on = run->since > now - GOES_ON_MS && run->since <= now;
  if (run->goes_on)
    return run;
  run->since = now;
  return cut_store_set_meta (store, run->name, text, error) ? run : NULL;
}

char *
cut_clip_run_begin (CutNotebook        *notebook,
                    const char *const  *targets,
                    gint64             *since,
                    gboolean           *goes_on,
                    GError            **error)
{
  g_autofree char *all = g_strjoinv ("\n", (char **) targets);
  g_autofree char *hash = cut_sha256_of_text (all, -1);
  g_autofree char *name = g_strconcat ("clip-run ", hash, NULL);
  Run run = { .name = name };

  g_return_val_if_fail (CUT_IS_NOTEBOOK (notebook), NULL);

  if (cut_notebook_write (notebook, begin_job, &run, NULL, error) == NULL)
    return NULL;
  *since = run.since;
  *goes_on = run.goes_on;
  return g_steal_pointer (&name);
}

static gpointer
end_job (CutStore      *store,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  return cut_store_set_meta (store, data, NULL, error) ? data : NULL;
}

gboolean
cut_clip_run_end (CutNotebook  *notebook,
                  const char   *name,
                  GError      **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (notebook), FALSE);

  return cut_notebook_write (notebook, end_job, (gpointer) name, NULL, error) != NULL;
}
