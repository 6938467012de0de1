/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* close_range */
#include "config.h"

#include "cut-process-main.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include "cut-answer.h"
#include "cut-channel.h"
#include "cut-error.h"
#include "cut-limits.h"

#define IDLE_SECONDS 60 /* a window that stands open keeps no process that has nothing to do */

/* The sanitizers and valgrind map terabytes that they never touch. */
static gboolean
memory_can_be_limited (void)
{
#if defined(__SANITIZE_ADDRESS__)
  return FALSE;
#else
  return TRUE;
#endif
}

/* A process that reads hostile bytes opens no file to write and leaves no image of its memory behind. */
static void
limit_process (gsize memory)
{
  const struct rlimit none = { 0, 0 };
  const struct rlimit most = { memory, memory };

  /* The window comes first: a page that is read in the background must not make it wait. */
  setpriority (PRIO_PROCESS, 0, 10);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  setrlimit (RLIMIT_CORE, &none);
  setrlimit (RLIMIT_FSIZE, &none);
  if (memory_can_be_limited ())
    setrlimit (RLIMIT_AS, &most);
}

/* Its end raises SIGPROF, whose default is to end the process: no handler has to get a turn. */
static void
set_time_left (guint seconds)
{
  const struct itimerval time = { .it_value = { .tv_sec = seconds } };

  setitimer (ITIMER_PROF, &time, NULL);
}

static char *
bytes_to_string (GBytes *bytes)
{
  gsize length;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return data != NULL ? g_strndup (data, length) : NULL;
}

static gboolean
receive_string (CutChannel  *channel,
                char       **string)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!cut_channel_receive (channel, CUT_LIMIT_ADDRESS * 4, &bytes, NULL))
    return FALSE;
  *string = bytes_to_string (bytes);
  return TRUE;
}

/* One of the two is set. */
typedef struct
{
  CutExtractFunc extract;
  CutFindFunc find;
} Reader;

static GBytes *
answer_with (const Reader *reader,
             GBytes       *bytes,
             const char   *content_type,
             const char   *url)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutArticle) article = reader->extract != NULL ? reader->extract (bytes, content_type, url, &error) : NULL;
  GVariant *found = reader->find != NULL ? reader->find (bytes, content_type, url, &error) : NULL;

  return reader->find != NULL ? cut_answer_write_found (found, error) : cut_answer_write (article, error);
}

static gboolean
answer_one (CutChannel   *channel,
            guint         seconds,
            const Reader *reader)
{
  g_autofree char *content_type = NULL;
  g_autofree char *url = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) answer = NULL;

  channel->deadline = g_get_monotonic_time () + IDLE_SECONDS * G_USEC_PER_SEC;
  if (!receive_string (channel, &content_type))
    return FALSE;
  channel->deadline = 0;
  if (!receive_string (channel, &url) || !cut_channel_receive (channel, G_MAXUINT32 - 1, &bytes, NULL))
    return FALSE;
  set_time_left (seconds);
  answer = answer_with (reader, bytes, content_type, url);
  set_time_left (0);
  return cut_channel_send (channel, answer, NULL);
}

/* What a library prints on standard output must not get between the answers. */
static int
take_output (void)
{
  int output = fcntl (STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);

  dup2 (STDERR_FILENO, STDOUT_FILENO);
  return output;
}

static int
serve (int           argc,
       char        **argv,
       const Reader *reader)
{
  const char *locale_dir = g_getenv ("CUTTINGS_LOCALEDIR");
  CutChannel channel = { .input = STDIN_FILENO };
  guint64 seconds, memory;

  if (argc != 3 || !g_ascii_string_to_unsigned (argv[1], 10, 1, 3600, &seconds, NULL) ||
      !g_ascii_string_to_unsigned (argv[2], 10, 1, G_MAXSSIZE, &memory, NULL))
    {
      g_printerr ("This program is a part of Cuttings and is started by it.\n");
      return 2;
    }
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL && *locale_dir != '\0' ? locale_dir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  close_range (STDERR_FILENO + 1, ~0U, 0);
  limit_process ((gsize) memory);
  channel.output = take_output ();
  while (answer_one (&channel, (guint) seconds, reader))
    ;
  return 0;
}

int
cut_process_main (int             argc,
                  char          **argv,
                  CutExtractFunc  extract)
{
  return serve (argc, argv, &(const Reader) { .extract = extract });
}

int
cut_process_main_find (int           argc,
                       char        **argv,
                       CutFindFunc   find)
{
  return serve (argc, argv, &(const Reader) { .find = find });
}
