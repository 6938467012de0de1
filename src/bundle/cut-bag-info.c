/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-bag-private.h"

/* bag-info.txt: a label, a colon and a value a line; a line that begins with white space goes on with the value above. */

typedef struct
{
  CutBag *bag;
  const char *path;
  guint line;
  GHashTable *values; /* label in small letters → GPtrArray of GString */
  GString *open;      /* (nullable): the value that a next line may go on with */
} Info;

static void
values_free (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
string_free (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
say (Info       *info,
     void      (*how) (CutBag *bag, const char *path, const char *problem),
     const char *problem)
{
  g_autofree char *text = cut_bag_at_line (info->line, problem);

  how (info->bag, info->path, text);
}

static void
add_value (Info       *info,
           const char *label,
           const char *value)
{
  g_autofree char *key = g_ascii_strdown (label, -1);
  GPtrArray *values = g_hash_table_lookup (info->values, key);

  if (values == NULL)
    {
      values = g_ptr_array_new_with_free_func (string_free);
      g_hash_table_insert (info->values, g_steal_pointer (&key), values);
    }
  info->open = g_string_new (value);
  g_ptr_array_add (values, info->open);
}

/* RFC 8493, 2.2.2: since 1.0 exactly one space or tab behind the colon, and none before it. */
static void
check_spacing (Info       *info,
               const char *line,
               const char *colon)
{
  gsize after = strspn (colon + 1, " \t");

  if (colon[1 + after] == '\0')
    say (info, cut_bag_warn, _("a label has no value"));
  else if (after != 1 || colon[-1] == ' ' || colon[-1] == '\t')
    say (info, cut_bag_lapse, _("there must be one space behind the colon and none before it"));
  if (!g_utf8_validate (line, -1, NULL))
    say (info, cut_bag_note, _("a line is not text"));
}

static void
read_element (Info *info,
              char *line)
{
  const char *colon = strchr (line, ':');
  g_autofree char *label = colon != NULL ? g_strchomp (g_strndup (line, (gsize) (colon - line))) : NULL;
  g_autofree char *value = colon != NULL ? g_strstrip (g_strdup (colon + 1)) : NULL;

  if (label == NULL || *label == '\0')
    {
      say (info, cut_bag_note, _("a line is no “label: value” pair"));
      info->open = NULL;
      return;
    }
  check_spacing (info, line, colon);
  add_value (info, label, value);
}

static void
read_line (Info *info,
           char *line)
{
  gboolean goes_on = *line == ' ' || *line == '\t';

  if (line[strspn (line, " \t")] == '\0')
    say (info, cut_bag_warn, _("an empty line stands among the labels"));
  else if (goes_on && info->open != NULL)
    g_string_append_printf (info->open, "%s%s", info->open->len > 0 ? " " : "", g_strstrip (line));
  else if (goes_on)
    say (info, cut_bag_note, _("a line goes on with a value that is not there"));
  else
    read_element (info, line);
}

/* The labels the standard gives a meaning. */

static GPtrArray *
values_of (Info       *info,
           const char *label)
{
  return g_hash_table_lookup (info->values, label);
}

static gboolean
parse_oxum (const char *text,
            guint64    *n_bytes,
            guint64    *n_files)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", -1);

  return g_strv_length (parts) == 2 &&
         g_ascii_string_to_unsigned (parts[0], 10, 0, G_MAXUINT64, n_bytes, NULL) &&
         g_ascii_string_to_unsigned (parts[1], 10, 0, G_MAXUINT64, n_files, NULL);
}

static void
check_oxum (Info    *info,
            guint64  n_files,
            guint64  n_bytes)
{
  GPtrArray *values = values_of (info, "payload-oxum");

  if (values != NULL && values->len > 1)
    cut_bag_lapse (info->bag, info->path, _("Payload-Oxum stands in it more than once"));
  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      guint64 bytes = 0;
      guint64 files = 0;

      if (!parse_oxum (((GString *) g_ptr_array_index (values, i))->str, &bytes, &files))
        cut_bag_note (info->bag, info->path, _("Payload-Oxum is no “bytes.files” pair"));
      else if (bytes != n_bytes || files != n_files)
        cut_bag_note (info->bag, info->path, _("Payload-Oxum does not fit the number and size of the files"));
    }
}

static void
check_single (Info *info)
{
  static const char *const single[] = { "bagging-date", "bag-size", "bag-group-identifier", "bag-count" };

  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    {
      GPtrArray *values = values_of (info, single[i]);

      if (values != NULL && values->len > 1)
        {
          g_autofree char *text = g_strdup_printf (
            /* Translators: a label in small letters, such as bagging-date */
            _("%s should not stand in it more than once"), single[i]);

          cut_bag_warn (info->bag, info->path, text);
        }
    }
}

static void
check_date (Info *info)
{
  GPtrArray *values = values_of (info, "bagging-date");

  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      g_autoptr (GDateTime) date = NULL;
      g_autofree char *instant = g_strdup_printf ("%sT00:00:00Z", ((GString *) g_ptr_array_index (values, i))->str);

      date = strlen (instant) == strlen ("2000-01-01T00:00:00Z") ? g_date_time_new_from_iso8601 (instant, NULL) : NULL;
      if (date == NULL)
        cut_bag_warn (info->bag, info->path, _("Bagging-Date is no day written as YYYY-MM-DD"));
    }
}

/* In the first drafts it had another name. */
static const char *
info_name (const CutBag *bag)
{
  return bag->version >= 93 && bag->version <= 95 && cut_archive_find (bag->archive, "bag-info.txt") == NULL
           ? "package-info.txt" : "bag-info.txt";
}

void
cut_bag_check_info (CutBag  *self,
                    guint64  n_files,
                    guint64  n_bytes)
{
  const CutMember *member = cut_archive_find (self->archive, info_name (self));
  g_autofree char *text = member != NULL ? cut_bag_read_text (self, member, self->encoding) : NULL;
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, values_free);
  Info info = { self, member != NULL ? member->path : NULL, 0, values, NULL };
  const char *at = text;
  char *line;

  if (text == NULL)
    return;
  while ((line = cut_bag_next_line (&at)) != NULL)
    {
      info.line++;
      read_line (&info, line);
      g_free (line);
    }
  check_oxum (&info, n_files, n_bytes);
  check_single (&info);
  check_date (&info);
}
