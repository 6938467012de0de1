/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-terminal.h"

#include <errno.h>
#include <stdio.h>

#include "cut-shown.h"

static void
put (FILE       *file,
     const char *text,
     CutShown    how)
{
  g_autofree char *shown = cut_shown (text, how);

  fputs (shown != NULL ? shown : text, file);
  fflush (file);
}

/* A terminal of another character set gets what it can show. */
static void
put_text (FILE       *file,
          const char *text)
{
  g_autofree char *shown = cut_shown (text, CUT_SHOWN_TEXT);
  g_autofree char *local = NULL;
  const char *charset;

  if (!g_get_console_charset (&charset))
    local = g_convert_with_fallback (shown != NULL ? shown : text, -1, charset, "UTF-8", "?", NULL, NULL, NULL);
  if (local == NULL)
    {
      put (file, text, CUT_SHOWN_TEXT);
      return;
    }
  fputs (local, file);
  fflush (file);
}

static void
print_text (const char *text)
{
  put_text (stdout, text);
}

static void
print_json (const char *text)
{
  put (stdout, text, CUT_SHOWN_JSON);
}

static void
print_message (const char *text)
{
  put_text (stderr, text);
}

void
cut_terminal_begin (gboolean json)
{
  g_set_print_handler (json ? print_json : print_text);
  g_set_printerr_handler (print_message);
}

gboolean
cut_terminal_end (int *reason)
{
  errno = 0;
  /* What did not fit the disk before is told by ferror() alone. */
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  *reason = errno;
  return FALSE;
}
