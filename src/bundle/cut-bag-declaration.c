/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-bag-private.h"

/* bagit.txt: exactly two lines, `BagIt-Version: M.N` and `Tag-File-Character-Encoding: ENCODING`. */

typedef struct
{
  char *value;      /* (nullable): the line does not have the label */
  gboolean plain;   /* one space behind the colon, none elsewhere at the ends */
  gboolean spelled; /* the label is in the standard's own capitals; its examples are not */
} Line;

static Line
parse_line (const char *text,
            const char *label)
{
  const char *colon = text != NULL ? strchr (text, ':') : NULL;
  g_autofree char *name = colon != NULL ? g_strstrip (g_strndup (text, (gsize) (colon - text))) : NULL;
  g_autofree char *whole = NULL;
  Line line = { NULL, TRUE, TRUE };

  if (name == NULL || g_ascii_strcasecmp (name, label) != 0)
    return line;
  line.value = g_strstrip (g_strdup (colon + 1));
  whole = g_strconcat (name, ": ", line.value, NULL);
  line.plain = g_str_equal (whole, text);
  line.spelled = g_str_equal (name, label);
  return line;
}

static guint
version_number (const char *version)
{
  static const struct { const char *word; guint number; } versions[] = {
    { "0.93", 93 }, { "0.94", 94 }, { "0.95", 95 }, { "0.96", 96 }, { "0.97", 97 }, { "1.0", 100 },
  };

  for (guint i = 0; version != NULL && i < G_N_ELEMENTS (versions); i++)
    if (g_str_equal (version, versions[i].word))
      return versions[i].number;
  return 0;
}

/* Only a registered name's characters: iconv takes orders behind a slash. */
static gboolean
is_encoding (const char *name)
{
  GIConv converter;

  if (*name == '\0' || strlen (name) > 64)
    return FALSE;
  for (const char *at = name; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("-_.:+()", *at) == NULL)
      return FALSE;
  converter = g_iconv_open ("UTF-8", name);
  if (converter == (GIConv) -1)
    return FALSE;
  g_iconv_close (converter);
  return TRUE;
}

static void
check_version (CutBag     *self,
               const char *version)
{
  self->version = version_number (version);
  if (self->version == 0)
    cut_bag_note (self, "bagit.txt", _("it declares no version of BagIt that exists"));
}

static void
check_encoding (CutBag     *self,
                const char *encoding)
{
  if (encoding == NULL || *encoding == '\0')
    cut_bag_note (self, "bagit.txt", _("it does not declare the character encoding"));
  else if (!is_encoding (encoding))
    cut_bag_note (self, "bagit.txt", _("it declares a character encoding that is not known"));
  else
    {
      g_free (self->encoding);
      self->encoding = g_strdup (encoding);
    }
}

static void
check_lines (CutBag     *self,
             char      **lines,
             const Line *version,
             const Line *encoding)
{
  guint n = g_strv_length (lines);

  if (version->value == NULL || encoding->value == NULL)
    cut_bag_note (self, "bagit.txt", _("it must be two lines: the version and the character encoding"));
  if (!version->plain || !encoding->plain)
    cut_bag_lapse (self, "bagit.txt", _("there must be one space behind the colon and none elsewhere"));
  if (!version->spelled || !encoding->spelled)
    cut_bag_warn (self, "bagit.txt", _("its labels are not written in the standard's capitals"));
  for (guint i = 2; i < n; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        {
          cut_bag_note (self, "bagit.txt", _("it has more than two lines"));
          return;
        }
      if (i == n - 1)
        cut_bag_lapse (self, "bagit.txt", _("it ends in an empty line"));
    }
}

static void
read_declaration (CutBag     *self,
                  const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  Line version, encoding;
  char *line;

  while ((line = cut_bag_next_line (&text)) != NULL)
    {
      g_strv_builder_add (builder, line);
      g_free (line);
    }
  lines = g_strv_builder_end (builder);
  version = parse_line (lines[0], "BagIt-Version");
  encoding = parse_line (lines[0] != NULL ? lines[1] : NULL, "Tag-File-Character-Encoding");
  check_version (self, version.value);
  check_encoding (self, encoding.value);
  check_lines (self, lines, &version, &encoding);
  g_free (version.value);
  g_free (encoding.value);
}

/* In every version: in UTF-8, without a byte order mark. */
void
cut_bag_check_declaration (CutBag *self)
{
  const CutMember *member = cut_archive_find (self->archive, "bagit.txt");
  g_autoptr (GBytes) head = member != NULL ? cut_archive_read (self->archive, member, 4096, NULL) : NULL;
  g_autofree char *text = NULL;

  self->encoding = g_strdup ("UTF-8");
  if (member == NULL)
    cut_bag_note (self, "bagit.txt", _("it is missing: this is no bag"));
  else if (head == NULL)
    cut_bag_note (self, "bagit.txt", _("it must be two lines: the version and the character encoding"));
  else
    text = cut_bag_read_text (self, member, "UTF-8");
  if (text == NULL)
    return;
  if (g_bytes_get_size (head) >= 3 && memcmp (g_bytes_get_data (head, NULL), "\357\273\277", 3) == 0)
    cut_bag_note (self, "bagit.txt", _("it starts with a byte order mark"));
  read_declaration (self, text);
}
