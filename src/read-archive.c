/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-process-main.h"
#include "cut-saved-extract.h"

/* The program cuttings-read-archive: it alone sees saved pages with what belongs to them. */

static CutArticle *
read_archive (GBytes      *bytes,
              const char  *content_type,
              const char  *url,
              GError     **error)
{
  return cut_extract_saved (bytes, url, error);
}

int
main (int    argc,
      char **argv)
{
  return cut_process_main (argc, argv, read_archive);
}
