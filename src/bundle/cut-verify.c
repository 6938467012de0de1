/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-archive-private.h"
#include "cut-bag.h"
#include "cut-bundle.h"
#include "cut-error.h"
#include "cut-read-private.h"

/* What stands at the path is a bag's, only not a sound one: that is a finding, not a failure to look. */
static gboolean
is_finding (const GError *error)
{
  return g_error_matches (error, CUT_ERROR, CUT_ERROR_CORRUPT) ||
         g_error_matches (error, CUT_ERROR, CUT_ERROR_REFUSED) ||
         g_error_matches (error, CUT_ERROR, CUT_ERROR_TOO_LARGE);
}

static GPtrArray *
finding (const char *path,
         GError     *error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = g_path_get_basename (path);

  cut_archive_note (problems, name, error->message);
  return g_steal_pointer (&problems);
}

/* The message begins with the path, one of ours, and the line. */
static void
note_records (GPtrArray  *problems,
              const char *message)
{
  const char *colon = strstr (message, ": ");
  g_autofree char *path = colon != NULL ? g_strndup (message, (gsize) (colon - message)) : g_strdup ("data/bundle.json");

  cut_archive_note (problems, path, colon != NULL ? colon + 2 : message);
}

GPtrArray *
cut_bundle_verify (const char         *path,
                   GPtrArray          *warnings,
                   GCancellable       *cancellable,
                   CutBundleProgress   progress,
                   gpointer            progress_data,
                   GError            **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;
  g_autoptr (CutArchive) archive = cut_archive_open (path, cancellable, &local);

  if (archive == NULL && is_finding (local))
    return finding (path, local);
  if (archive == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (!cut_bag_check (archive, cut_bag_is_bundle (archive), problems, warnings, cancellable, progress, progress_data, error))
    return NULL;
  /* A bag whose hashes fit can still hold records that do not: somebody made them to fit. */
  if (problems->len == 0 && cut_bag_is_bundle (archive))
    {
      g_autoptr (CutBundleContent) content = cut_read_content (archive, cancellable, &local);

      if (content == NULL && g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      if (content == NULL)
        note_records (problems, local->message);
    }
  return g_steal_pointer (&problems);
}
