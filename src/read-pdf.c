/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-pdf-extract.h"
#include "cut-process-main.h"

/* The program cuttings-read-pdf: it alone sees PDFs, so that pages pay nothing for poppler. */

static CutArticle *
read_pdf (GBytes      *bytes,
          const char  *content_type,
          const char  *url,
          GError     **error)
{
  return cut_extract_pdf (bytes, error);
}

/* What poppler does not like about a file is of no use to whoever clips it. */
static void
ignore (const char     *domain,
        GLogLevelFlags  level,
        const char     *message,
        gpointer        data)
{
}

int
main (int    argc,
      char **argv)
{
  g_log_set_handler ("Poppler", G_LOG_LEVEL_MASK, ignore, NULL);
  return cut_process_main (argc, argv, read_pdf);
}
