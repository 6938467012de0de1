/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-imports.h"
#include "cut-process-main.h"

/* The program cuttings-read-import: it alone sees what other programs exported. In the place of a media type it is given the
 * word of a format, and the file's name in that of an address. */

static GVariant *
read_import (GBytes      *bytes,
             const char  *format,
             const char  *name,
             GError     **error)
{
  g_autoptr (CutBrought) brought = cut_imports_read (bytes, name != NULL ? name : "", format, error);

  return brought != NULL ? cut_brought_to_variant (brought) : NULL;
}

int
main (int    argc,
      char **argv)
{
  return cut_process_main_find (argc, argv, read_import);
}
