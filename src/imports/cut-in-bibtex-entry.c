/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-in-bibtex.h"

#include <string.h>

#include "cut-in-reference.h"
#include "cut-in-tex.h"
#include "cut-in.h"

typedef struct
{
  CutBrought *brought;
  CutBroughtItem *item;
  GHashTable *fields; /* (element-type utf8 utf8): name in small letters → value as it stands; what is read is taken out */
} Reading;

/* (transfer full) (nullable): what stands there; it is not left out then */
static char *
take_raw (Reading    *self,
          const char *name)
{
  char *key, *value;

  if (!g_hash_table_steal_extended (self->fields, name, (gpointer *) &key, (gpointer *) &value))
    return NULL;
  g_free (key);
  return value;
}

static char *
take_plain (Reading    *self,
            const char *name)
{
  g_autofree char *raw = take_raw (self, name);

  return raw != NULL ? cut_in_tex_plain (raw) : NULL;
}

/* The first of @names (%NULL at the end) that is there; those behind it stay and are said to be left out. */
static void
take_first (Reading           *self,
            CutBroughtText     text,
            const char *const *names)
{
  for (; *names != NULL; names++)
    {
      g_autofree char *value = take_plain (self, *names);

      if (value != NULL && *value != '\0')
        {
          cut_brought_item_set (self->item, text, value);
          return;
        }
    }
}

static void
take_title (Reading *self)
{
  g_autofree char *title = take_plain (self, "title");
  g_autofree char *subtitle = take_plain (self, "subtitle");
  g_autofree char *both = title != NULL && subtitle != NULL ? g_strdup_printf ("%s: %s", title, subtitle) : NULL;

  cut_brought_item_set (self->item, CUT_BROUGHT_TITLE, both != NULL ? both : title != NULL ? title : subtitle);
}

/* Names. */

/* Where the next comma stands that no brace protects; else the end. */
static char *
find_comma (char *name)
{
  int depth = 0;

  while (*name != '\0' && (*name != ',' || depth > 0))
    {
      depth += *name == '{' ? 1 : *name == '}' ? -1 : 0;
      name++;
    }
  return name;
}

/* "Quell, Mara", "Quell, Jr, Mara", "Mara Quell" or "{Harbour Office}": what stands behind the last comma comes first. */
static void
add_author (CutBroughtItem *item,
            char           *written)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *plain = NULL;
  char *part = written;

  for (char *comma = find_comma (part); *comma != '\0'; comma = find_comma (part))
    {
      *comma = '\0';
      g_string_append_printf (name, " %s", part);
      part = comma + 1;
    }
  g_string_prepend (name, part);
  plain = cut_in_tex_plain (name->str);
  if (!g_str_equal (plain, "others"))
    cut_brought_list_add (item->authors, plain);
}

/* Where the next "and" begins that no brace protects, with the space before it; else the end. */
static char *
find_and (char *names)
{
  int depth = 0;

  for (; *names != '\0'; names++)
    {
      depth += *names == '{' ? 1 : *names == '}' ? -1 : 0;
      if (depth <= 0 && g_ascii_isspace (names[0]) && g_ascii_strncasecmp (names + 1, "and", 3) == 0 && g_ascii_isspace (names[4]))
        break;
    }
  return names;
}

static void
take_authors (Reading *self)
{
  g_autofree char *authors = take_raw (self, "author");
  char *name = authors;

  while (name != NULL && *name != '\0')
    {
      char *end = find_and (name);
      char *next = *end != '\0' ? end + strlen (" and") : end;

      *end = '\0';
      add_author (self->item, name);
      name = next;
    }
}

/* Dates. */

/* 0 for what is no month; "jan" has become a number already. */
static int
month_of (const char *text)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
  gint64 number;

  if (g_ascii_string_to_signed (text, 10, 1, 12, &number, NULL))
    return (int) number;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (text, months[i], 3) == 0)
      return (int) i + 1;
  return 0;
}

static void
take_date (Reading *self)
{
  g_autofree char *date = take_plain (self, "date");
  g_autofree char *year = take_plain (self, "year");
  g_autofree char *month = take_plain (self, "month");
  g_autofree char *day = take_plain (self, "day");
  int number = month != NULL ? month_of (month) : 0;
  g_autofree char *parts = year == NULL ? NULL
                           : number == 0 ? g_strdup (year)
                                         : g_strdup_printf ("%s-%02d-%s", year, number, day != NULL ? day : "");

  if (date != NULL && cut_in_reference_set_date (self->item, date))
    return;
  if (parts != NULL && cut_in_reference_set_date (self->item, parts))
    return;
  if (date != NULL || parts != NULL)
    cut_brought_leave (self->brought, date != NULL ? "date" : "year");
}

/* "2024-03-05 08:00:00 +0000" of BibDesk is ISO 8601 but for the space before the zone. */
static gint64
take_time (Reading           *self,
           const char *const *names)
{
  gint64 time = 0;

  for (; *names != NULL; names++)
    {
      g_autofree char *value = take_plain (self, *names);
      char *zone = value != NULL ? strstr (value, " +") : NULL;

      zone = value != NULL && zone == NULL ? strstr (value, " -") : zone;
      if (zone != NULL)
        memmove (zone, zone + 1, strlen (zone));
      time = time != 0 ? time : cut_in_time (value);
    }
  return time;
}

/* Lists and notes. */

static void
take_tags (Reading    *self,
           const char *name)
{
  g_autofree char *words = take_plain (self, name);
  g_auto (GStrv) tags = words != NULL ? g_strsplit_set (words, ",;", -1) : NULL;

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    cut_brought_list_add (self->item->tags, tags[i]);
}

static void
take_note (Reading    *self,
           const char *name)
{
  g_autofree char *note = take_plain (self, name);

  if (note != NULL)
    cut_in_reference_add_note (self->item, note);
}

/* "Label:files/tank.pdf:application/pdf" or a path alone; several are parted by ";". */
static char *
path_of (const char *file)
{
  g_auto (GStrv) parts = g_regex_split_simple ("(?<!\\\\):", file, G_REGEX_RAW, 0);
  guint n = g_strv_length (parts);

  return cut_in_tex_address (n >= 3 ? parts[n - 2] : parts[0] != NULL ? parts[n - 1] : "");
}

static void
take_files (Reading *self)
{
  g_autofree char *value = take_raw (self, "file");
  g_auto (GStrv) files = value != NULL ? g_regex_split_simple ("(?<!\\\\);", value, G_REGEX_RAW, 0) : NULL;

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autofree char *path = path_of (files[i]);

      if (*path != '\0' && self->item->text[CUT_BROUGHT_FILE] == NULL)
        cut_brought_item_set (self->item, CUT_BROUGHT_FILE, path);
      else if (*path != '\0')
        cut_brought_leave (self->brought, "file");
    }
}

/* Addresses. */

static void
take_address (Reading    *self,
              const char *name)
{
  g_autofree char *raw = take_raw (self, name);
  g_autofree char *address = raw != NULL ? cut_in_tex_address (raw) : NULL;

  if (address != NULL && !cut_in_reference_set_url (self->item, address))
    cut_brought_leave (self->brought, name);
}

/* How a page was published was often said by its address, before there was a field for that. */
static void
take_addresses (Reading *self)
{
  const char *how = g_hash_table_lookup (self->fields, "howpublished");
  g_autofree char *doi = NULL;

  take_address (self, "url");
  if (how != NULL && (g_str_has_prefix (how, "\\url") || cut_in_is_web (how)))
    take_address (self, "howpublished");
  doi = take_raw (self, "doi");
  if (doi != NULL)
    cut_in_reference_set_doi (self->item, doi);
}

/* BibLaTeX names languages in words as well, which no article's language is. */
static void
take_language (Reading *self)
{
  g_autofree char *language = take_plain (self, "language");
  g_autofree char *id = take_plain (self, "langid");

  if (language == NULL)
    language = g_steal_pointer (&id);
  if (language != NULL && g_regex_match_simple ("^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$", language, G_REGEX_RAW, 0))
    cut_brought_item_set (self->item, CUT_BROUGHT_LANGUAGE, language);
  else if (language != NULL)
    cut_brought_leave (self->brought, "language");
}

static void
leave_rest (Reading *self)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_remove (self->fields, "entrysubtype");
  g_hash_table_remove (self->fields, "urldate");
  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    cut_brought_leave (self->brought, name);
}

static void
take_fields (Reading *self)
{
  static const char *const outlets[] = { "journal",   "journaltitle", "howpublished", "institution", "publisher", "organization",
                                         "school", "booktitle",    NULL };
  static const char *const excerpts[] = { "abstract", NULL };
  static const char *const added[] = { "date-added", "creationdate", "timestamp", NULL };
  static const char *const modified[] = { "date-modified", "modificationdate", NULL };
  static const char *const tags[] = { "keywords", "keyword", "groups", "mendeley-tags" };
  static const char *const notes[] = { "note", "annote", "annotation", "comment", "review" };

  take_title (self);
  take_authors (self);
  take_addresses (self);
  take_first (self, CUT_BROUGHT_OUTLET, outlets);
  take_first (self, CUT_BROUGHT_EXCERPT, excerpts);
  take_date (self);
  take_language (self);
  take_files (self);
  self->item->added = take_time (self, added);
  self->item->modified = take_time (self, modified);
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    take_tags (self, tags[i]);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    take_note (self, notes[i]);
}

/* When a page was looked at, if nothing says when it was kept. */
static void
take_seen (Reading *self)
{
  const char *seen = g_hash_table_lookup (self->fields, "urldate");

  if (self->item->added == 0 && seen != NULL)
    self->item->added = cut_in_time (seen);
}

static void
set_kind (CutBroughtItem *item,
          const char     *type)
{
  g_autofree char *small = g_ascii_strdown (type, -1);

  cut_in_reference_set_kind (item, small);
}

void
cut_in_bibtex_take (CutBrought *brought,
                    const char *type,
                    const char *key,
                    GHashTable *fields)
{
  Reading self = { brought, cut_brought_add (brought), fields };

  set_kind (self.item, type);
  take_fields (&self);
  take_seen (&self);
  leave_rest (&self);
  cut_in_reference_finish (self.item, key);
}
