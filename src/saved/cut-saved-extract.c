/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-saved-extract.h"

#include <string.h>

#include "cut-saved-mhtml.h"
#include "cut-saved-warc.h"

CutArticle *
cut_extract_saved (GBytes      *bytes,
                   const char  *url,
                   GError     **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if ((length >= 2 && memcmp (data, "\037\213", 2) == 0) || (length >= 5 && memcmp (data, "WARC/", 5) == 0))
    return cut_extract_warc (bytes, url, error);
  return cut_extract_mhtml (bytes, url, error);
}
