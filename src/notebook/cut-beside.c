/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-beside.h"

#include <stdlib.h>
#include <string.h>

/* The part of @address below the folder of @base, percent-decoded. */
static char *
get_relative (const char *base,
              const char *address)
{
  const char *slash = strrchr (base, '/');
  gsize length = slash != NULL ? (gsize) (slash - base) + 1 : 0;
  g_autofree char *bare = NULL;

  if (length == 0 || strncmp (base, address, length) != 0)
    return NULL;
  bare = g_strndup (address + length, strcspn (address + length, "?#"));
  return g_uri_unescape_string (bare, NULL);
}

/* (transfer full) (nullable) */
static char *
find_within (const char *page,
             const char *relative)
{
  g_autofree char *folder = g_path_get_dirname (page);
  g_autofree char *joined = NULL;
  g_autofree char *within = NULL;
  char *real_folder, *real_file;
  char *found = NULL;

  if (relative == NULL || *relative == '\0' || g_path_is_absolute (relative))
    return NULL;
  joined = g_build_filename (folder, relative, NULL);
  real_folder = realpath (folder, NULL);
  real_file = realpath (joined, NULL);
  within = real_folder != NULL ? g_build_filename (real_folder, "/", NULL) : NULL;
  if (within != NULL && real_file != NULL && g_str_has_prefix (real_file, within) &&
      g_file_test (real_file, G_FILE_TEST_IS_REGULAR))
    found = g_strdup (real_file);
  free (real_folder);
  free (real_file);
  return found;
}

char *
cut_beside_find (const char *page,
                 const char *base,
                 const char *address)
{
  g_autofree char *relative = get_relative (base, address);

  return find_within (page, relative);
}

char *
cut_beside_find_named (const char *file,
                       const char *name)
{
  g_autofree char *decoded = g_uri_unescape_string (name, NULL);
  char *found = find_within (file, name);

  return found != NULL ? found : find_within (file, decoded);
}
