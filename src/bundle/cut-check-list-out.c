/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-check-list-out.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-html.h"
#include "cut-markdown.h"

/* Written as the text of an element: no quotes, no ampersands. */
#define STYLE \
  "body{font:1rem/1.45 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}" \
  "h2{margin:1.6rem 0 .4rem;font-size:1.1rem}ul{list-style:none;padding:0}" \
  "li{break-inside:avoid;margin:.7rem 0;padding-inline-start:1.8rem;text-indent:-1.8rem}" \
  "p{margin:0}li p+p{text-indent:0;opacity:.75}"
#define BOX "\342\230\220 " /* an empty box to tick */

/* BCP 47, of the language that the labels are in. */
static char *
get_language (void)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *language = g_strndup (name, strcspn (name, ".@"));

  return strcmp (language, "C") == 0 || strcmp (language, "POSIX") == 0 ? g_strdup ("en") : g_strdelimit (g_steal_pointer (&language), "_", '-');
}

char *
cut_check_list_describe_day (GPtrArray *items)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%x");

  /* Translators: a date, and how many gaps there are */
  return g_strdup_printf (ngettext ("As of %s: %u gap", "As of %s: %u gaps", items->len), day, items->len);
}

/* Whether the item is the first of its urgency. */
static gboolean
starts_group (GPtrArray *items,
              guint      i)
{
  const CutCheckItem *item = g_ptr_array_index (items, i);
  const CutCheckItem *before = i > 0 ? g_ptr_array_index (items, i - 1) : NULL;

  return before == NULL || before->gap->urgency != item->gap->urgency;
}

/* HTML. */

static void
write_item (GString            *page,
            const CutCheckItem *item)
{
  g_autofree char *words = g_strconcat (BOX, item->gap->words, NULL);

  cut_html_open (page, "li", NULL);
  cut_html_element (page, "p", words, "dir", "auto", NULL);
  cut_html_element (page, "p", item->standing->text, "dir", "auto", NULL);
  if (item->gap->url != NULL)
    {
      cut_html_open (page, "p", NULL);
      cut_html_link (page, item->gap->url, item->gap->url);
      cut_html_close (page, "p");
    }
  cut_html_close (page, "li");
}

static void
write_head (GString    *page,
            const char *title)
{
  g_autofree char *language = get_language ();

  g_string_append (page, "<!DOCTYPE html>\n");
  cut_html_open (page, "html", "lang", language, NULL);
  cut_html_open (page, "head", NULL);
  cut_html_open (page, "meta", "charset", "utf-8", NULL);
  cut_html_element (page, "title", title, NULL);
  cut_html_element (page, "style", STYLE, NULL);
  cut_html_close (page, "head");
  cut_html_open (page, "body", NULL);
}

char *
cut_check_list_to_html (GPtrArray  *items,
                        const char *title)
{
  GString *page = g_string_new (NULL);
  g_autofree char *day = cut_check_list_describe_day (items);

  write_head (page, title);
  cut_html_element (page, "h1", title, NULL);
  cut_html_element (page, "p", day, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      const CutCheckItem *item = g_ptr_array_index (items, i);

      if (starts_group (items, i))
        {
          if (i > 0)
            cut_html_close (page, "ul");
          cut_html_element (page, "h2", cut_urgency_get_label (item->gap->urgency), NULL);
          cut_html_open (page, "ul", NULL);
        }
      write_item (page, item);
    }
  if (items->len > 0)
    cut_html_close (page, "ul");
  cut_html_close (page, "body");
  cut_html_close (page, "html");
  g_string_append_c (page, '\n');
  return g_string_free (page, FALSE);
}

/* Markdown. */

char *
cut_check_list_to_markdown (GPtrArray  *items,
                            const char *title)
{
  GString *out = g_string_new ("# ");
  g_autofree char *day = cut_check_list_describe_day (items);

  cut_markdown_text (out, title);
  g_string_append (out, "\n\n");
  cut_markdown_text (out, day);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < items->len; i++)
    {
      const CutCheckItem *item = g_ptr_array_index (items, i);

      if (starts_group (items, i))
        g_string_append_printf (out, "\n## %s\n\n", cut_urgency_get_label (item->gap->urgency));
      g_string_append (out, "- [ ] ");
      cut_markdown_text (out, item->gap->words);
      g_string_append (out, "  \n      ");
      cut_markdown_text (out, item->standing->text);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
