/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-saved-letter.h"

#include <gmime/gmime.h>
#include <string.h>

#include "cut-normal.h"
#include "cut-plain.h"

#define ORIGIN "mail"

/* Returns: (transfer full) (nullable): decoded, in one line */
static char *
dup_line (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  g_autofree char *line = valid != NULL ? cut_normal_line (valid, -1) : NULL;

  return line != NULL && *line != '\0' ? g_steal_pointer (&line) : NULL;
}

/* Returns: (transfer full) (nullable): the sender's name, or the address where there is none */
static char *
dup_sender (GMimeMessage *message)
{
  InternetAddressList *from = g_mime_message_get_from (message);
  InternetAddress *address = from != NULL && internet_address_list_length (from) > 0 ? internet_address_list_get_address (from, 0) : NULL;
  const char *name = address != NULL ? internet_address_get_name (address) : NULL;

  if ((name == NULL || *name == '\0') && INTERNET_ADDRESS_IS_MAILBOX (address))
    name = internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (address));
  return dup_line (name);
}

static char *
dup_day (GMimeMessage *message)
{
  GDateTime *date = g_mime_message_get_date (message);

  return date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%S%:z") : NULL;
}

gboolean
cut_saved_letter_is (GMimeMessage *message)
{
  const char *from = g_mime_object_get_header (GMIME_OBJECT (message), "From");
  const char *place = g_mime_object_get_header (GMIME_OBJECT (message), "Snapshot-Content-Location");

  if (from == NULL || place != NULL)
    return FALSE;
  /* "<Saved by Blink>", "\"Saved by Windows Internet Explorer 8\"" */
  return !g_str_has_prefix (from + strspn (from, " <\""), "Saved by ");
}

static void
set_sender (CutArticle *article,
            char       *sender)
{
  g_strfreev (article->authors);
  g_free (article->byline);
  article->authors = g_new0 (char *, 2);
  article->authors[0] = sender;
  article->byline = g_strdup (sender);
  cut_article_set_origin (article, "authors", ORIGIN);
  cut_article_set_origin (article, "byline", ORIGIN);
}

void
cut_saved_letter_write (GMimeMessage *message,
                        CutArticle   *article)
{
  char *subject = dup_line (g_mime_message_get_subject (message));
  char *sender = dup_sender (message);
  g_autofree char *day = dup_day (message);
  CutDate *date = day != NULL ? cut_date_new (day, CUT_DATE_UNKNOWN, ORIGIN, NULL) : NULL;

  if (subject != NULL)
    {
      g_free (article->title);
      article->title = subject;
      cut_article_set_origin (article, "title", ORIGIN);
    }
  if (sender != NULL)
    set_sender (article, sender);
  if (date != NULL)
    {
      g_clear_pointer (&article->published, cut_date_unref);
      article->published = date;
      cut_article_set_origin (article, "published", ORIGIN);
    }
}

CutArticle *
cut_saved_letter_read (GMimeMessage  *message,
                       const char    *words,
                       GError       **error)
{
  g_autofree char *subject = dup_line (g_mime_message_get_subject (message));
  g_autofree char *sender = dup_sender (message);
  g_autofree char *day = dup_day (message);
  g_autofree char *whole = g_strdup_printf ("From: %s\nDate: %.10s\nSubject: %s\n\n%s", sender != NULL ? sender : "", day != NULL ? day : "",
                                            subject != NULL ? subject : "", words);
  /* Its head alone is no text. */
  gboolean any = words[strspn (words, " \t\r\n\f\v")] != '\0';
  CutArticle *article = cut_plain_read (any ? whole : "", error);

  if (article != NULL)
    cut_saved_letter_write (message, article);
  return article;
}
