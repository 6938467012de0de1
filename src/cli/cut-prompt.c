/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _DEFAULT_SOURCE /* explicit_bzero() */
#include "config.h"

#include "cut-prompt.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "cut-error.h"

#define CTRL_C '\003'

/* Ctrl+C is read like any other key, so that the terminal never stays without echo. */
static gboolean
hush (int             fd,
      struct termios *before)
{
  struct termios quiet;

  if (tcgetattr (fd, before) != 0)
    return FALSE;
  quiet = *before;
  quiet.c_lflag &= ~(tcflag_t) (ECHO | ISIG);
  quiet.c_cc[VEOL] = CTRL_C;
  return tcsetattr (fd, TCSAFLUSH, &quiet) == 0;
}

static void
say (int         fd,
     const char *text)
{
  gsize length = strlen (text);

  while (length > 0)
    {
      gssize n = write (fd, text, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return;
      text += n;
      length -= (gsize) n;
    }
}

static gssize
read_line (int   fd,
           char *buffer,
           gsize room)
{
  gssize n;

  do
    n = read (fd, buffer, room);
  while (n < 0 && errno == EINTR);
  return n;
}

static CutPassphrase *
ask (int          fd,
     GError     **error)
{
  char buffer[CUT_PASSPHRASE_LONGEST + 2];
  gssize n = read_line (fd, buffer, sizeof buffer);
  CutPassphrase *passphrase = NULL;

  if (n <= 0 || memchr (buffer, CTRL_C, (gsize) n) != NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped"));
  else
    {
      if (buffer[n - 1] == '\n')
        n--;
      passphrase = cut_passphrase_new (buffer, n, error);
    }
  explicit_bzero (buffer, sizeof buffer);
  return passphrase;
}

CutPassphrase *
cut_prompt_passphrase (const char  *question,
                       GError     **error)
{
  int fd = open ("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
  struct termios before;
  CutPassphrase *passphrase = NULL;

  if (fd < 0 || !hush (fd, &before))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_USAGE,
                           _("There is no terminal to ask for the passphrase at; give --passphrase-file FILE"));
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  say (fd, question);
  say (fd, ": ");
  passphrase = ask (fd, error);
  tcsetattr (fd, TCSAFLUSH, &before);
  say (fd, "\n");
  close (fd);
  return passphrase;
}
