/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-exchange.h"
#include "cut-shown.h"

/* BibTeX in UTF-8, with the fields that BibLaTeX and reference managers know on top: url, urldate, abstract. */

static gboolean
is_newspaper (CutRecord *clip)
{
  return g_str_equal (cut_out_reference_type (clip), "article-newspaper");
}

static const char *
type_of (CutRecord *clip)
{
  const char *csl = cut_out_reference_type (clip);

  if (is_newspaper (clip) || g_str_equal (csl, "post-weblog"))
    return "article";
  return g_str_equal (csl, "report") ? "techreport" : "misc";
}

/* What TeX would take for orders. */
static void
append_tex (GString    *text,
            const char *value)
{
  g_autofree char *line = cut_shown_line (value);

  for (const char *at = line; *at != '\0'; at++)
    {
      if (strchr ("#$%&_{}", *at) != NULL)
        g_string_append_printf (text, "\\%c", *at);
      else if (*at == '\\')
        g_string_append (text, "\\textbackslash{}");
      else if (*at == '~')
        g_string_append (text, "\\textasciitilde{}");
      else if (*at == '^')
        g_string_append (text, "\\textasciicircum{}");
      else
        g_string_append_c (text, *at);
    }
}

static void
add (GString    *text,
     const char *name,
     const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (text, ",\n  %s = {", name);
  append_tex (text, value);
  g_string_append_c (text, '}');
}

/* Inner braces: styles make small letters of a title's capitals, which are names more often than not. */
static void
add_title (GString    *text,
           const char *title)
{
  if (title == NULL || *title == '\0')
    return;
  g_string_append (text, ",\n  title = {{");
  append_tex (text, title);
  g_string_append (text, "}}");
}

/* Addresses are read as they stand. A brace or backslash in one is escaped already by cut_out_iri(). */
static void
add_url (GString    *text,
         const char *address)
{
  g_autofree char *iri = cut_out_iri (address);

  if (iri != NULL)
    g_string_append_printf (text, ",\n  url = {%s}", iri);
}

/* Inner braces: each part of a name stays as it is written, and a comma or an "and" in it means nothing. */
static void
append_author (GString    *text,
               CutRecord  *clip,
               const char *name)
{
  g_autofree char *family = NULL;
  g_autofree char *given = NULL;
  gboolean parted = cut_out_reference_person (clip, name, &family, &given);

  g_string_append_c (text, '{');
  append_tex (text, parted ? family : name);
  if (parted)
    {
      g_string_append (text, "}, {");
      append_tex (text, given);
    }
  g_string_append_c (text, '}');
}

static void
add_authors (GString   *text,
             CutRecord *clip)
{
  g_auto (GStrv) authors = cut_out_reference_authors (clip);

  for (guint i = 0; authors[i] != NULL; i++)
    {
      g_string_append (text, i == 0 ? ",\n  author = {" : " and ");
      append_author (text, clip, authors[i]);
    }
  if (authors[0] != NULL)
    g_string_append_c (text, '}');
}

static void
add_date (GString    *text,
          const char *value)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
  gsize length = strlen (value);
  int month = length >= 7 ? atoi (value + 5) : 0;

  g_string_append_printf (text, ",\n  year = {%.4s}", value);
  if (month >= 1 && month <= 12)
    g_string_append_printf (text, ",\n  month = %s", months[month - 1]);
  if (length >= 10)
    g_string_append_printf (text, ",\n  day = {%d}", atoi (value + 8));
}

/* The outlet, the year, and the end of the id: a person can type it, and it stays the same. */
static char *
make_key (CutRecord *clip)
{
  const char *outlet = cut_out_reference_outlet (clip);
  const CutDate *published = cut_clip_get_published (CUT_CLIP (clip));
  const char *id = cut_record_get_id (clip);
  g_autofree char *ascii = g_str_to_ascii (outlet != NULL ? outlet : "", "C");
  g_autoptr (GString) key = g_string_new (NULL);

  for (const char *at = ascii; *at != '\0' && key->len < 20; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (key, g_ascii_tolower (*at));
  if (key->len == 0)
    g_string_append (key, "clip");
  if (published != NULL)
    g_string_append_printf (key, "%.4s", cut_date_get_value (published));
  return g_strdup_printf ("%s-%s", key->str, id + strlen (id) - 12);
}

static void
add_clip (CutSite   *site,
          GString   *text,
          CutRecord *record)
{
  CutClip *clip = CUT_CLIP (record);
  const char *type = type_of (record);
  const char *outlet = cut_out_reference_outlet (record);
  const char *publisher = cut_clip_get_publisher (clip);
  const CutDate *published = cut_clip_get_published (clip);
  g_autofree char *key = make_key (record);
  g_autofree char *url = cut_out_reference_url (record);
  g_autofree char *accessed = cut_out_reference_accessed (site, record);

  g_string_append_printf (text, "@%s{%s", type, key);
  add_title (text, cut_clip_get_title (clip));
  if (is_newspaper (record))
    add (text, "entrysubtype", "newspaper");
  add_authors (text, record);
  if (g_str_equal (type, "techreport"))
    add (text, "institution", publisher != NULL ? publisher : outlet);
  else
    add (text, g_str_equal (type, "article") ? "journal" : "howpublished", outlet);
  if (!g_str_equal (type, "techreport"))
    add (text, "publisher", publisher);
  if (published != NULL)
    add_date (text, cut_date_get_value (published));
  add_url (text, url);
  add (text, "urldate", accessed);
  add (text, "language", cut_clip_get_language (clip));
  add (text, "abstract", cut_clip_get_standfirst (clip));
  g_string_append (text, "\n}\n\n");
}

char *
cut_out_bibtex (CutSite *site)
{
  g_autoptr (GPtrArray) clips = cut_site_sorted (site, CUT_KIND_CLIP);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < clips->len; i++)
    add_clip (site, text, g_ptr_array_index (clips, i));
  return g_string_free (text, FALSE);
}
