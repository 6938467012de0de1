/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-command.h"
#include "cut-error.h"
#include "cut-mentions.h"
#include "cut-output.h"

typedef struct
{
  char *clip;
  int at;
  gboolean all;
  gboolean refuse;
} Link;

static void
link_clear (Link *self)
{
  g_free (self->clip);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Link, link_clear)

static void
print_count (CutCli *cli,
             int     n)
{
  g_autoptr (JsonObject) object = NULL;

  if (!cli->json)
    {
      g_print (ngettext ("%d mention linked\n", "%d mentions linked\n", (gulong) n), n);
      return;
    }
  object = json_object_new ();
  json_object_set_int_member (object, "linked", n);
  cut_output_object (object);
}

static gboolean
link_many (CutCli      *cli,
           const char  *entity,
           const char  *clip,
           GError     **error)
{
  int n = cut_notebook_link_mentions (cli->notebook, entity, clip, NULL, error);

  if (n >= 0)
    print_count (cli, n);
  return n >= 0;
}

static CutMention *
find_mention (CutMentions *mentions,
              int          at)
{
  for (guint i = 0; i < mentions->clips->len; i++)
    {
      const CutClipMentions *of_clip = g_ptr_array_index (mentions->clips, i);

      for (guint n = 0; n < of_clip->mentions->len; n++)
        {
          CutMention *mention = g_ptr_array_index (of_clip->mentions, n);

          if ((guint) at >= mention->start && (guint) at < mention->end)
            return mention;
        }
    }
  return NULL;
}

static gboolean
print_annotation (CutCli      *cli,
                  const char  *id,
                  GError     **error)
{
  g_autoptr (CutRecord) record = cut_notebook_get (cli->notebook, id, error);

  if (record != NULL)
    cut_output_record (record, cli->json);
  return record != NULL;
}

static gboolean
link_one (CutCli      *cli,
          const Link  *self,
          const char  *entity,
          const char  *clip,
          GError     **error)
{
  g_autoptr (CutMentions) mentions = cut_notebook_mentions (cli->notebook, entity, clip, CUT_MENTIONS_ALL, 0, 0, NULL, error);
  CutMention *mention = mentions != NULL ? find_mention (mentions, self->at) : NULL;
  g_autofree char *id = NULL;

  if (mentions == NULL)
    return FALSE;
  if (mention == NULL)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("The entity is not mentioned at %d; “cuttings list mentions” says where it is"),
                   self->at);
      return FALSE;
    }
  if (self->refuse)
    return cut_notebook_refuse_mention (cli->notebook, mention, NULL, error);
  id = cut_notebook_link_mention (cli->notebook, mention, NULL, error);
  return id != NULL && print_annotation (cli, id, error);
}

static gboolean
run (CutCli      *cli,
     const Link  *self,
     const char  *name,
     GError     **error)
{
  g_autofree char *entity = cut_cli_resolve (cli, CUT_KIND_ENTITY, name, error);
  g_autofree char *clip = NULL;

  if (entity == NULL)
    return FALSE;
  if (self->clip != NULL && (clip = cut_cli_resolve (cli, CUT_KIND_CLIP, self->clip, error)) == NULL)
    return FALSE;
  return self->at >= 0 ? link_one (cli, self, entity, clip, error) : link_many (cli, entity, clip, error);
}

int
cut_command_link (CutCli  *cli,
                  int      argc,
                  char   **argv)
{
  g_auto (Link) self = { .at = -1 };
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "clip", 0, 0, G_OPTION_ARG_STRING, &self.clip, N_ ("Its mentions in this clip"), N_ ("ID") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &self.all, N_ ("Its mentions in all clips"), NULL },
    { "at", 0, 0, G_OPTION_ARG_INT, &self.at, N_ ("Only the one at this code point of the clip's text"), N_ ("N") },
    { "not", 0, 0, G_OPTION_ARG_NONE, &self.refuse, N_ ("Say that the one at this place is somebody else"), NULL },
    { NULL },
  };

  if (!cut_cli_parse (cli, argc, argv, entries, &words))
    return CUT_EXIT_USAGE;
  if (words[0] == NULL || words[1] != NULL)
    return cut_cli_usage (cli, _("name one entity"));
  if ((self.clip != NULL) == self.all)
    return cut_cli_usage (cli, _("say where: --clip ID or --all"));
  if ((self.at >= 0 && self.clip == NULL) || (self.refuse && self.at < 0))
    return cut_cli_usage (cli, _("one mention is named by --clip ID and --at N"));
  if (cut_cli_open (cli) == NULL)
    return CUT_EXIT_FAULT;
  return run (cli, &self, words[0], &error) ? CUT_EXIT_DONE : cut_cli_fail (cli, error);
}
