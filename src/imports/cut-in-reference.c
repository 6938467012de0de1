/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-in-reference.h"

#include <stdio.h>
#include <string.h>

#include "cut-in.h"

void
cut_in_reference_add_author (CutBroughtItem *item,
                             const char     *name)
{
  const char *comma = strchr (name, ',');
  g_autofree char *family = comma != NULL ? g_strndup (name, (gsize) (comma - name)) : NULL;
  g_autofree char *given = comma != NULL ? g_strstrip (g_strdup (comma + 1)) : NULL;
  g_autofree char *called = comma != NULL && *given != '\0' ? g_strdup_printf ("%s %s", given, g_strstrip (family)) : g_strdup (name);

  if (called[0] != '\0' && g_str_has_suffix (called, ","))
    called[strlen (called) - 1] = '\0';
  cut_brought_list_add (item->authors, called);
}

void
cut_in_reference_set_kind (CutBroughtItem *item,
                           const char     *type)
{
  static const struct
  {
    const char *type;
    const char *kind;
  } kinds[] = {
    { "NEWS", "article" },      { "MGZN", "article" },      { "JOUR", "article" },          { "article", "article" },
    { "article-newspaper", "article" }, { "article-magazine", "article" }, { "article-journal", "article" },
    { "newspaperArticle", "article" }, { "magazineArticle", "article" }, { "journalArticle", "article" },
    { "RPRT", "report" },       { "report", "report" },     { "techreport", "report" },     { "GOVDOC", "report" },
    { "BLOG", "blog" },         { "post-weblog", "blog" },  { "blogPost", "blog" },         { "post", "post" },
    { "forumPost", "post" },    { "broadcast", "broadcast" }, { "tvBroadcast", "broadcast" }, { "radioBroadcast", "broadcast" },
    { "podcast", "broadcast" }, { "interview", "interview" }, { "INTV", "interview" },      { "personal_communication", "note" },
    { "PCOMM", "note" },        { "note", "note" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (type, kinds[i].type) == 0)
      cut_brought_item_set (item, CUT_BROUGHT_KIND, kinds[i].kind);
}

gboolean
cut_in_reference_set_date (CutBroughtItem *item,
                           const char     *date)
{
  int year = 0, month = 0, day = 0;
  char separator;
  g_autofree char *text = NULL;

  if (sscanf (date, "%4d%c%2d%*c%2d", &year, &separator, &month, &day) < 1 || year < 1000)
    return FALSE;
  /* A year in front of something that is no month. */
  if (month < 1 || month > 12)
    text = g_strdup_printf ("%04d", year);
  else if (day < 1 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    text = g_strdup_printf ("%04d-%02d", year, month);
  else
    text = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  cut_brought_item_set (item, CUT_BROUGHT_PUBLISHED, text);
  return TRUE;
}

gboolean
cut_in_reference_set_url (CutBroughtItem *item,
                          const char     *url)
{
  g_autofree char *full = g_str_has_prefix (url, "www.") ? g_strconcat ("https://", url, NULL) : g_strdup (url);

  if (!cut_in_is_web (full))
    return FALSE;
  if (item->text[CUT_BROUGHT_URL] == NULL)
    cut_brought_item_set (item, CUT_BROUGHT_URL, full);
  return TRUE;
}

void
cut_in_reference_set_doi (CutBroughtItem *item,
                          const char     *doi)
{
  const char *bare = strstr (doi, "10.");
  g_autofree char *url = bare != NULL ? g_strconcat ("https://doi.org/", bare, NULL) : NULL;

  if (url != NULL)
    cut_in_reference_set_url (item, url);
}

void
cut_in_reference_add_note (CutBroughtItem *item,
                           const char     *html)
{
  g_autofree char *plain = strpbrk (html, "<&") != NULL ? cut_in_plain (html) : NULL;
  CutBroughtNote *note;

  if (html[strspn (html, " \t\r\n")] == '\0')
    return;
  note = cut_brought_item_add_note (item);
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_BODY, plain != NULL ? plain : html);
}

void
cut_in_reference_finish (CutBroughtItem *item,
                         const char     *id)
{
  const char *title = item->text[CUT_BROUGHT_TITLE];
  const char *date = item->text[CUT_BROUGHT_PUBLISHED];
  const char *url = item->text[CUT_BROUGHT_URL];
  g_autofree char *named = title != NULL ? g_strjoin ("\n", title, date, NULL) : NULL;
  g_autofree char *key = NULL;

  /* "1" or "smith2020" is another work in another file; an address is the same one everywhere. */
  if (id != NULL && strstr (id, ":/") == NULL)
    key = g_strjoin ("\n", id, url != NULL ? url : title, NULL);
  cut_brought_item_set (item, CUT_BROUGHT_KEY, key != NULL ? key : id != NULL ? id : url != NULL ? url : named);
}
