/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-bring-folder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-limits.h"

#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN

gboolean
cut_bring_folder_is_note (const char *name)
{
  return g_str_has_suffix (name, ".md") || g_str_has_suffix (name, ".markdown");
}

/* Files go into @files, folders wait in @folders: both by their paths from the first folder on. */
static void
take (GFileInfo  *info,
      const char *below,
      GPtrArray  *files,
      GQueue     *folders)
{
  const char *name = g_file_info_get_name (info);
  char *path = *below != '\0' ? g_build_filename (below, name, NULL) : g_strdup (name);

  if (g_file_info_get_is_hidden (info))
    g_free (path);
  else if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_queue_push_tail (folders, path);
  else if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    g_ptr_array_add (files, path);
  else
    g_free (path);
}

static gboolean
list_one (const char    *root,
          const char    *below,
          GPtrArray     *files,
          GQueue        *folders,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autofree char *path = g_build_filename (root, below, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  GFileInfo *info = NULL;

  do
    {
      if (children == NULL || !g_file_enumerator_iterate (children, &info, NULL, cancellable, error))
        return FALSE;
      if (info != NULL)
        take (info, below, files, folders);
    }
  while (info != NULL && files->len + g_queue_get_length (folders) <= CUT_LIMIT_IMPORT_ITEMS);
  if (info == NULL)
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("“%s” holds more than %d entries"), root, CUT_LIMIT_IMPORT_ITEMS);
  return FALSE;
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
cut_bring_folder_list (const char    *path,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  GQueue folders = G_QUEUE_INIT;
  gboolean listed = TRUE;
  char *below;

  g_queue_push_tail (&folders, g_strdup (""));
  while ((below = g_queue_pop_head (&folders)) != NULL)
    {
      listed = listed && list_one (path, below, files, &folders, cancellable, error);
      g_free (below);
    }
  g_ptr_array_sort (files, compare_paths);
  return listed ? g_steal_pointer (&files) : NULL;
}
