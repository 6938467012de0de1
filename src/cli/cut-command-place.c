/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-command.h"
#include "cut-error.h"
#include "cut-index.h"
#include "cut-marking.h"
#include "cut-output.h"
#include "cut-quote.h"
#include "cut-versions.h"

typedef struct
{
  char *capture;
  char *quote;
  int start;
  int end;
  gboolean orphan;
  gboolean release;
} Place;

static void
place_clear (Place *self)
{
  g_free (self->capture);
  g_free (self->quote);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static gboolean
find_words (const Place  *self,
            CutReading   *reading,
            guint        *start,
            guint        *end,
            GError      **error)
{
  g_autoptr (CutIndex) index = cut_index_new (reading->text);
  g_autoptr (CutSelector) selector = cut_selector_new (0, 0, self->quote, NULL, NULL);

  if (cut_quote_find (reading->text, index, selector, FALSE, start, end))
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("“%.60s” does not stand in that capture exactly once; say --start and --end"), self->quote);
  return FALSE;
}

/* Without words or offsets what was found, and is unsure, is meant. */
static gboolean
find_place (const Place  *self,
            CutReading   *reading,
            CutRecord    *annotation,
            guint        *start,
            guint        *end,
            GError      **error)
{
  const CutStanding *standing = cut_reading_get_standing (reading, cut_record_get_id (annotation));

  if (self->quote != NULL)
    return find_words (self, reading, start, end, error);
  *start = self->start >= 0 ? (guint) self->start : standing != NULL ? standing->start : 0;
  *end = self->end >= 0 ? (guint) self->end : standing != NULL ? standing->end : 0;
  if (*start < *end)
    return TRUE;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_USAGE,
                       _("Say where: --quote WORDS, or --start N and --end N in code points; or --orphan"));
  return FALSE;
}

static CutAct *
make_act (const Place  *self,
          CutReading   *reading,
          CutRecord    *annotation,
          GError      **error)
{
  guint start, end;

  if (self->orphan)
    return cut_marking_keep_orphan (reading, annotation, error);
  if (self->release)
    return cut_marking_release (reading, annotation, error);
  if (!find_place (self, reading, annotation, &start, &end, error))
    return NULL;
  return cut_marking_attach (reading, annotation, start, end, error);
}

static gboolean
print_place (CutCli      *cli,
             CutRecord   *annotation,
             const char  *capture,
             GError     **error)
{
  g_autoptr (CutReading) reading = cut_notebook_read (cli->notebook, capture, error);
  const CutStanding *standing = reading != NULL ? cut_reading_get_standing (reading, cut_record_get_id (annotation)) : NULL;
  g_autoptr (JsonObject) object = NULL;

  if (standing == NULL)
    return FALSE;
  if (!cli->json)
    {
      g_print ("%s  %u–%u  %s\n", standing->capture, standing->start, standing->end,
               cut_vocab_get_label (CUT_VOCAB_PLACE_STATUS, standing->status));
      return TRUE;
    }
  object = cut_versions_standing_to_json (standing);
  cut_output_object (object);
  return TRUE;
}

static gboolean
place (CutCli       *cli,
       const Place  *self,
       const char   *id,
       GError      **error)
{
  g_autoptr (CutRecord) annotation = cut_notebook_get (cli->notebook, id, error);
  g_autoptr (CutRecord) capture = NULL;
  g_autoptr (CutReading) reading = NULL;
  CutAct *act;

  if (annotation == NULL)
    return FALSE;
  if (!CUT_IS_ANNOTATION (annotation))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("Only annotations stand somewhere; name one"));
      return FALSE;
    }
  if (self->capture != NULL && (capture = cut_notebook_get (cli->notebook, self->capture, error)) == NULL)
    return FALSE;
  reading = cut_notebook_read (cli->notebook, capture != NULL ? cut_record_get_id (capture)
                                                              : cut_annotation_get_clip (CUT_ANNOTATION (annotation)), error);
  act = reading != NULL ? make_act (self, reading, annotation, error) : NULL;
  return act != NULL && cut_notebook_commit (cli->notebook, act, NULL, error) &&
         print_place (cli, annotation, cut_record_get_id (reading->capture), error);
}

int
cut_command_place (CutCli  *cli,
                   int      argc,
                   char   **argv)
{
  g_auto (Place) self = { .start = -1, .end = -1 };
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "capture", 0, 0, G_OPTION_ARG_STRING, &self.capture, N_ ("In which capture; the one the clip shows unless said"), N_ ("ID") },
    { "quote", 0, 0, G_OPTION_ARG_STRING, &self.quote, N_ ("On these words"), N_ ("WORDS") },
    { "start", 0, 0, G_OPTION_ARG_INT, &self.start, N_ ("From here, in code points of the capture's reader text"), N_ ("N") },
    { "end", 0, 0, G_OPTION_ARG_INT, &self.end, N_ ("To here"), N_ ("N") },
    { "orphan", 0, 0, G_OPTION_ARG_NONE, &self.orphan, N_ ("It stands nowhere in that capture: keep it as an orphan"), NULL },
    { "release", 0, 0, G_OPTION_ARG_NONE, &self.release, N_ ("Take back what was said: what the program finds counts again"), NULL },
    { NULL },
  };

  if (!cut_cli_parse (cli, argc, argv, entries, &words))
    return CUT_EXIT_USAGE;
  if (words[0] == NULL || words[1] != NULL)
    return cut_cli_usage (cli, _("name one annotation by its id"));
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  return place (cli, &self, words[0], &error) ? CUT_EXIT_DONE : cut_cli_fail (cli, error);
}
