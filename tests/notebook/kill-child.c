/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What test-kill kills: clips, annotates and deletes for ever, and prints what is done once it is reported done. */

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cut-annotation.h"
#include "cut-marking.h"
#include "cut-notebook.h"

G_GNUC_NORETURN static void
die (GError *error)
{
  g_printerr ("%s\n", error->message);
  exit (1);
}

/* One write, so that a line is whole or not there. */
static void
say (const char *word,
     CutRecord  *record)
{
  g_autofree char *line = g_strdup_printf ("%s %s\n", word, cut_record_get_id (record));

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (1);
}

static void
commit (CutNotebook *notebook,
        CutAct      *act)
{
  g_autoptr (GError) error = NULL;

  if (act == NULL || !cut_notebook_commit (notebook, act, NULL, &error))
    die (error);
}

static CutRecord *
clip (CutNotebook *notebook,
      guint        number)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autofree char *text = g_strdup_printf ("Report number %u of process %d\n\nThe harbour board met for the %uth time and decided "
                                           "nothing, according to those who were in the room and left it late.\n",
                                           number, (int) getpid (), number);
  g_autoptr (CutClipResult) result = NULL;
  g_autoptr (GError) error = NULL;

  request->bytes = g_bytes_new (text, strlen (text));
  result = cut_notebook_clip (notebook, request, NULL, &error);
  if (result == NULL)
    die (error);
  say ("clip", result->clip);
  say ("capture", result->capture);
  return g_object_ref (result->clip);
}

static void
annotate_and_delete (CutNotebook *notebook,
                     CutRecord   *clipped,
                     guint        number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutReading) reading = cut_notebook_read (notebook, cut_record_get_id (clipped), &error);
  g_autoptr (CutRecord) mark = NULL;
  CutAct *act;

  if (reading == NULL)
    die (error);
  commit (notebook, cut_marking_annotate (reading, "highlight", 2, 12, NULL, &mark, &error));
  say ("annotation", mark);
  if (number % 3 != 0)
    return;
  act = cut_act_new ("Delete");
  cut_act_trash (act, number % 2 == 0 ? mark : clipped);
  commit (notebook, act);
  say ("deleted", number % 2 == 0 ? mark : clipped);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutNotebook) notebook = NULL;

  if (argc != 2)
    return 2;
  notebook = cut_notebook_open (argv[1], NULL, &error);
  if (notebook == NULL)
    die (error);
  for (guint number = 1;; number++)
    {
      g_autoptr (CutRecord) clipped = clip (notebook, number);

      annotate_and_delete (notebook, clipped, number);
    }
}
