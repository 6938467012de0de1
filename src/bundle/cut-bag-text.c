/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-bag-private.h"

/* Tag files are lists of names and hashes: a quarter of a gigabyte names a million files. */
#define TAG_LIMIT (256 * 1024 * 1024)
#define BYTE_ORDER_MARK "\357\273\277"

static gboolean
is_utf16 (const char *encoding)
{
  return g_ascii_strcasecmp (encoding, "UTF-16") == 0 || g_ascii_strcasecmp (encoding, "UTF16") == 0;
}

/* Without a mark it is big-endian (RFC 2781, 4.3); iconv takes it for what the machine is. */
static const char *
utf16_order (CutBag          *self,
             const CutMember *member,
             const guint8    *data,
             gsize            size)
{
  if (size >= 2 && data[0] == 0xff && data[1] == 0xfe)
    return "UTF-16LE";
  if (size >= 2 && data[0] != 0 && data[1] == 0)
    {
      cut_bag_warn (self, member->path, _("it is little-endian UTF-16 without the mark that says so"));
      return "UTF-16LE";
    }
  return "UTF-16BE";
}

/* RFC 8493, 2.3: a mark only where the encoding needs it. */
static char *
without_mark (CutBag          *self,
              const CutMember *member,
              const char      *encoding,
              char            *text)
{
  if (!g_str_has_prefix (text, BYTE_ORDER_MARK))
    return text;
  if (!is_utf16 (encoding))
    cut_bag_lapse (self, member->path, _("it starts with a byte order mark, which its encoding does not need"));
  memmove (text, text + 3, strlen (text) - 2);
  return text;
}

char *
cut_bag_read_text (CutBag          *self,
                   const CutMember *member,
                   const char      *encoding)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cut_archive_read (self->archive, member, TAG_LIMIT, &error);
  g_autofree char *text = NULL;
  const char *from = encoding;
  const guint8 *data;
  gsize size;
  gsize written = 0;

  if (bytes == NULL)
    {
      cut_bag_note (self, member->path, error->message);
      return NULL;
    }
  data = g_bytes_get_data (bytes, &size);
  if (size == 0)
    return g_strdup ("");
  if (is_utf16 (encoding))
    from = utf16_order (self, member, data, size);
  text = g_convert ((const char *) data, (gssize) size, "UTF-8", from, NULL, &written, NULL);
  if (text == NULL || strlen (text) != written || !g_utf8_validate (text, -1, NULL))
    {
      cut_bag_note (self, member->path, _("it is not in the character encoding the bag declares"));
      return NULL;
    }
  return without_mark (self, member, encoding, g_steal_pointer (&text));
}

char *
cut_bag_next_line (const char **text)
{
  const char *line = *text;
  gsize length = strcspn (line, "\r\n");

  if (*line == '\0')
    return NULL;
  *text += length;
  if ((*text)[0] == '\r' && (*text)[1] == '\n')
    *text += 2;
  else if (**text != '\0')
    *text += 1;
  return g_strndup (line, length);
}

/* RFC 8493, 2.1.3: a path's line breaks and percent signs, and nothing else, are written as escapes. */
gboolean
cut_bag_decode_path (char *path)
{
  gboolean good = TRUE;
  char *to = path;

  for (const char *at = path; *at != '\0'; at++, to++)
    {
      *to = *at;
      if (*at != '%')
        continue;
      if (g_ascii_strncasecmp (at, "%0A", 3) == 0)
        *to = '\n';
      else if (g_ascii_strncasecmp (at, "%0D", 3) == 0)
        *to = '\r';
      else if (strncmp (at, "%25", 3) != 0)
        {
          good = FALSE;
          continue;
        }
      at += 2;
    }
  *to = '\0';
  return good;
}
