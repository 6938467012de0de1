/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-manifest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
cut_manifest_compose (CutPackage    *package,
                      GChecksumType  type,
                      gboolean       tags)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < package->entries->len; i++)
    {
      const CutEntry *entry = g_ptr_array_index (package->entries, i);

      if (g_str_has_prefix (entry->name, CUT_MANIFEST_PAYLOAD) != tags)
        g_string_append_printf (text, "%s  %s\n", type == G_CHECKSUM_SHA512 ? entry->sha512 : entry->sha256,
                                entry->name);
    }
  return g_string_free (text, FALSE);
}

const char *
cut_manifest_declaration (void)
{
  return "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
}

/* RFC 8493, 2.1.3: a path's line breaks and percent signs are written as escapes. */
static char *
decode_path (const char *path,
             gsize       length)
{
  GString *decoded = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      const char *escape = path + i;
      gboolean whole = path[i] == '%' && i + 2 < length;

      if (whole && g_ascii_strncasecmp (escape, "%0A", 3) == 0)
        g_string_append_c (decoded, '\n');
      else if (whole && g_ascii_strncasecmp (escape, "%0D", 3) == 0)
        g_string_append_c (decoded, '\r');
      else if (whole && strncmp (escape, "%25", 3) == 0)
        g_string_append_c (decoded, '%');
      else
        {
          g_string_append_c (decoded, path[i]);
          continue;
        }
      i += 2;
    }
  return g_string_free (decoded, FALSE);
}

static void
parse_line (const char  *line,
            gsize        length,
            char       **path,
            char       **digest,
            const char **problem)
{
  gsize n = 0;
  gsize at;

  while (n < length && g_ascii_isxdigit (line[n]))
    n++;
  for (at = n; at < length && (line[at] == ' ' || line[at] == '\t'); at++)
    ;
  /* md5sum marks files read as binary with an asterisk. */
  if (at < length && line[at] == '*')
    at++;
  if (n < 32 || at == n || at == length)
    {
      *problem = _("a line is no “hash path” pair");
      return;
    }
  *digest = g_ascii_strdown (line, (gssize) n);
  *path = decode_path (line + at, length - at);
  /* Older writers began paths with the bag's own folder. */
  if (g_str_has_prefix (*path, "./"))
    memmove (*path, *path + 2, strlen (*path) - 1);
}

gboolean
cut_manifest_parse (const char **text,
                    char       **path,
                    char       **digest,
                    const char **problem)
{
  *path = NULL;
  *digest = NULL;
  *problem = NULL;
  while (**text != '\0')
    {
      const char *line = *text;
      gsize length = strcspn (line, "\r\n");

      *text += length;
      *text += strspn (*text, "\r\n");
      if (length == 0)
        continue;
      parse_line (line, length, path, digest, problem);
      return TRUE;
    }
  return FALSE;
}

gboolean
cut_manifest_algorithm (const char    *name,
                        GChecksumType *type,
                        gboolean      *tags,
                        gboolean      *known)
{
  static const struct { const char *word; GChecksumType type; } algorithms[] = {
    { "md5", G_CHECKSUM_MD5 }, { "sha1", G_CHECKSUM_SHA1 },
    { "sha256", G_CHECKSUM_SHA256 }, { "sha512", G_CHECKSUM_SHA512 },
  };
  g_autofree char *word = NULL;
  const char *start;

  *known = FALSE;
  *tags = g_str_has_prefix (name, "tagmanifest-");
  if (strchr (name, '/') != NULL || !g_str_has_suffix (name, ".txt") ||
      (!*tags && !g_str_has_prefix (name, "manifest-")))
    return FALSE;
  start = strchr (name, '-') + 1;
  word = g_ascii_strdown (start, (gssize) (strlen (start) - 4));
  for (guint i = 0; i < G_N_ELEMENTS (algorithms); i++)
    if (g_str_equal (word, algorithms[i].word))
      {
        *type = algorithms[i].type;
        *known = TRUE;
      }
  return TRUE;
}

char *
cut_manifest_get_label (const char *text,
                        const char *label)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  gsize length = strlen (label);
  g_autoptr (GString) value = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean goes_on = lines[i][0] == ' ' || lines[i][0] == '\t';

      if (value == NULL && g_ascii_strncasecmp (lines[i], label, length) == 0)
        {
          const char *rest = lines[i] + length;

          rest += strspn (rest, " \t");
          if (*rest == ':')
            value = g_string_new (g_strstrip (lines[i] + (rest - lines[i]) + 1));
        }
      else if (value != NULL && goes_on)
        g_string_append_printf (value, " %s", g_strstrip (lines[i]));
      else if (value != NULL && lines[i][0] != '\0')
        break;
    }
  return value != NULL ? g_strdup (value->str) : NULL;
}
