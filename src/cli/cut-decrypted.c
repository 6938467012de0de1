/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-decrypted.h"

#include <string.h>

#include "cut-passphrase.h"
#include "cut-pgp.h"

int
cut_decrypted_open (const char  *path,
                    const char  *passphrase_file,
                    GError     **error)
{
  g_autoptr (CutPassphrase) passphrase = NULL;

  if (passphrase_file == NULL)
    return cut_pgp_decrypt (path, NULL, NULL, error);
  passphrase = cut_passphrase_read (passphrase_file, error);
  return passphrase != NULL ? cut_pgp_decrypt (path, cut_passphrase_get (passphrase, NULL), NULL, error) : -1;
}

char *
cut_decrypted_name (char       *message,
                    const char *plain,
                    const char *path)
{
  g_autofree char *number = g_path_get_basename (plain);
  g_autofree char *head = g_strconcat (number, ": ", NULL);
  GString *text;

  if (g_str_equal (plain, path))
    return message;
  text = g_string_new (message);
  /* Problems begin with the name of the file. */
  if (g_str_has_prefix (message, head))
    {
      g_autofree char *name = g_path_get_basename (path);

      g_string_erase (text, 0, (gssize) strlen (number));
      g_string_prepend (text, name);
    }
  g_string_replace (text, plain, path, 0);
  g_free (message);
  return g_string_free (text, FALSE);
}
