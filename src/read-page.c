/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-charset.h"
#include "cut-extract.h"
#include "cut-plain.h"
#include "cut-process-main.h"

/* The program cuttings-read-page: it alone sees web pages and plain text, and the window and the command line start it. */

static CutArticle *
read_text (GBytes      *bytes,
           const char  *content_type,
           GError     **error)
{
  gsize length, decoded_length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *charset = NULL;
  g_autofree char *text = cut_charset_decode (data, length, content_type, &decoded_length, &charset);
  CutArticle *article = cut_plain_read (text, error);

  if (article != NULL && article->charset == NULL)
    article->charset = g_steal_pointer (&charset);
  return article;
}

static CutArticle *
read_page (GBytes      *bytes,
           const char  *content_type,
           const char  *url,
           GError     **error)
{
  if (content_type != NULL && g_ascii_strncasecmp (content_type, "text/plain", 10) == 0)
    return read_text (bytes, content_type, error);
  return cut_extract_html (bytes, content_type, url, NULL, error);
}

int
main (int    argc,
      char **argv)
{
  return cut_process_main (argc, argv, read_page);
}
