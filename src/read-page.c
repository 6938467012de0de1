/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-extract.h"
#include "cut-process-main.h"

/* The program cuttings-read-page: it alone sees web pages, and the window and the command line start it. */

static CutArticle *
read_page (GBytes      *bytes,
           const char  *content_type,
           const char  *url,
           GError     **error)
{
  return cut_extract_html (bytes, content_type, url, NULL, error);
}

int
main (int    argc,
      char **argv)
{
  return cut_process_main (argc, argv, read_page);
}
