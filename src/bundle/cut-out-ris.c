/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-exchange.h"
#include "cut-shown.h"

/* RIS as its makers described it in 2011: a tag of two letters, two spaces, a hyphen, a space, the value; lines end in CR LF. */

static const char *
type_of (CutRecord *clip)
{
  static const struct { const char *csl; const char *ris; } types[] = {
    { "article-newspaper", "NEWS" }, { "report", "RPRT" }, { "post", "ELEC" }, { "post-weblog", "BLOG" },
    { "broadcast", "MULTI" }, { "interview", "PCOMM" }, { "personal_communication", "PCOMM" }, { "webpage", "ELEC" },
  };
  const char *csl = cut_out_reference_type (clip);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].csl, csl))
      return types[i].ris;
  return "GEN";
}

/* A value is one line. */
static void
add (GString    *text,
     const char *tag,
     const char *value)
{
  g_autofree char *line = value != NULL ? g_strstrip (cut_shown_line (value)) : NULL;

  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s  - %s\r\n", tag, line);
}

/* 2018/11/23/ of what is known: three slashes, whatever is missing between them. */
static void
add_date (GString    *text,
          const char *tag,
          const char *value)
{
  gsize length = strlen (value);

  g_string_append_printf (text, "%s  - %.4s/%.2s/%.2s/\r\n", tag, value, length >= 7 ? value + 5 : "",
                          length >= 10 ? value + 8 : "");
}

static void
add_author (GString    *text,
            CutRecord  *clip,
            const char *name)
{
  g_autofree char *family = NULL;
  g_autofree char *given = NULL;
  g_autofree char *sorted = cut_out_reference_person (clip, name, &family, &given) ? g_strdup_printf ("%s, %s", family, given) : NULL;

  add (text, "AU", sorted != NULL ? sorted : name);
}

static void
add_clip (CutSite   *site,
          GString   *text,
          CutRecord *record)
{
  CutClip *clip = CUT_CLIP (record);
  const CutDate *published = cut_clip_get_published (clip);
  g_auto (GStrv) authors = cut_out_reference_authors (record);
  g_autofree char *url = cut_out_reference_url (record);
  g_autofree char *accessed = cut_out_reference_accessed (site, record);
  g_autofree char *year = published != NULL ? g_strndup (cut_date_get_value (published), 4) : NULL;

  add (text, "TY", type_of (record));
  add (text, "ID", cut_record_get_id (record));
  add (text, "TI", cut_clip_get_title (clip));
  for (guint i = 0; authors[i] != NULL; i++)
    add_author (text, record, authors[i]);
  add (text, "T2", cut_out_reference_outlet (record));
  add (text, "PB", cut_clip_get_publisher (clip));
  add (text, "PY", year);
  if (published != NULL)
    add_date (text, "DA", cut_date_get_value (published));
  if (accessed != NULL)
    add_date (text, "Y2", accessed);
  add (text, "AB", cut_clip_get_standfirst (clip));
  add (text, "LA", cut_clip_get_language (clip));
  add (text, "UR", url);
  g_string_append (text, "ER  - \r\n\r\n");
}

char *
cut_out_ris (CutSite *site)
{
  g_autoptr (GPtrArray) clips = cut_site_sorted (site, CUT_KIND_CLIP);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < clips->len; i++)
    add_clip (site, text, g_ptr_array_index (clips, i));
  return g_string_free (text, FALSE);
}
