/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-bag-private.h"

/* fetch.txt: an address, a length or "-", and a path a line. Cuttings fetches nothing of it. */

/* An address that names no host would be a file of whoever completes the bag. */
static gboolean
is_remote (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' &&
         !g_str_equal (g_uri_get_scheme (uri), "file");
}

static gboolean
is_length (const char *text)
{
  return g_str_equal (text, "-") || (*text != '\0' && text[strspn (text, "0123456789")] == '\0');
}

/* Takes a field off *at: what stands before white space. */
static char *
take_field (const char **at)
{
  gsize length = strcspn (*at, " \t");
  char *field = g_strndup (*at, length);

  *at += length;
  *at += strspn (*at, " \t");
  return field;
}

static const char *
path_problem (CutBag     *self,
              const char *path)
{
  const char *problem = cut_archive_path_problem (path);
  const CutBagFile *file = g_hash_table_lookup (self->files, path);

  if (problem != NULL)
    return problem;
  if (!g_str_has_prefix (path, CUT_BAG_PAYLOAD))
    return _("it is to be fetched, but is no file of the payload");
  if (file == NULL || file->n_manifests == 0)
    return _("it is to be fetched, but no manifest names it");
  if (self->version >= 100 && file->n_manifests < self->n_manifests)
    return _("it is to be fetched, but one of the manifests does not name it");
  return NULL;
}

static void
check_path (CutBag     *self,
            const char *written,
            const char *length)
{
  g_autofree char *path = g_strdup (g_str_has_prefix (written, "./") ? written + 2 : written);
  const CutMember *member = cut_bag_find (self, &path);
  const char *problem = path_problem (self, path);
  g_autofree char *size = member != NULL ? g_strdup_printf ("%" G_GUINT64_FORMAT, member->size) : NULL;

  if (problem != NULL)
    {
      g_autofree char *line = g_strdup_printf ("%s (fetch.txt)", problem);

      cut_bag_note (self, path, line);
      return;
    }
  ((CutBagFile *) g_hash_table_lookup (self->files, path))->fetched = TRUE;
  if (size != NULL && *length != '-' && !g_str_equal (size, length))
    cut_bag_warn (self, path, _("fetch.txt gives it another length than it has"));
}

static void
check_line (CutBag     *self,
            const char *line,
            guint       number)
{
  const char *at = line + strspn (line, " \t");
  g_autofree char *address = take_field (&at);
  g_autofree char *length = take_field (&at);
  g_autofree char *problem = NULL;

  if (*address == '\0')
    problem = cut_bag_at_line (number, _("an empty line stands among the addresses"));
  if (problem != NULL)
    {
      cut_bag_lapse (self, "fetch.txt", problem);
      return;
    }
  if (!is_length (length) || *at == '\0')
    problem = cut_bag_at_line (number, _("a line is not “address length path”"));
  else if (!is_remote (address))
    problem = cut_bag_at_line (number, _("the address is not one of the network"));
  if (problem != NULL)
    cut_bag_note (self, "fetch.txt", problem);
  else
    check_path (self, at, length);
}

void
cut_bag_check_fetch (CutBag *self)
{
  const CutMember *member = cut_archive_find (self->archive, "fetch.txt");
  g_autofree char *text = member != NULL ? cut_bag_read_text (self, member, self->encoding) : NULL;
  const char *at = text;
  guint number = 0;
  char *line;

  while (text != NULL && (line = cut_bag_next_line (&at)) != NULL)
    {
      check_line (self, line, ++number);
      g_free (line);
    }
}
