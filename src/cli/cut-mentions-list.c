/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-mentions-list.h"

#include <glib/gi18n-lib.h>

#include "cut-mentions.h"
#include "cut-output.h"

#define CLIPS_AT_ONCE 50

typedef struct
{
  CutCli *cli;
  char *entity; /* (owned) (nullable) */
  char *clip;   /* (owned) (nullable) */
  gboolean unlinked;
  guint left;   /* how many may still be printed */
  guint skip;
} List;

static void
list_clear (List *self)
{
  g_free (self->entity);
  g_free (self->clip);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, list_clear)

static void
print_json (const CutMention *mention)
{
  g_autoptr (JsonObject) object = json_object_new ();

  cut_output_set (object, "entity", mention->entity);
  cut_output_set (object, "clip", mention->clip);
  cut_output_set (object, "capture", mention->capture);
  json_object_set_int_member (object, "start", mention->start);
  json_object_set_int_member (object, "end", mention->end);
  cut_output_set (object, "words", mention->words);
  cut_output_set (object, "snippet", mention->snippet);
  json_object_set_boolean_member (object, "short", mention->is_short);
  json_object_set_boolean_member (object, "ambiguous", mention->ambiguous);
  cut_output_set (object, "annotation", mention->annotation);
  cut_output_object (object);
}

static void
print_text (const CutMention *mention)
{
  const char *state = mention->ambiguous ? C_ ("mention", "ambiguous") : C_ ("mention", "not linked");

  g_print ("%s  %u–%u  %s\n    %s\n", mention->clip, mention->start, mention->end,
           mention->annotation != NULL ? C_ ("mention", "linked") : state, mention->snippet);
}

static void
print_mentions (List      *self,
                GPtrArray *mentions)
{
  for (guint i = 0; i < mentions->len && self->left > 0; i++)
    {
      if (self->skip > 0)
        {
          self->skip--;
          continue;
        }
      if (self->cli->json)
        print_json (g_ptr_array_index (mentions, i));
      else
        print_text (g_ptr_array_index (mentions, i));
      self->left--;
    }
}

static gboolean
print_all (List    *self,
           GError **error)
{
  CutMentionState state = self->unlinked ? CUT_MENTIONS_UNLINKED : CUT_MENTIONS_ALL;

  if (!cut_notebook_find_mentions (self->cli->notebook, NULL, error))
    return FALSE;
  for (guint offset = 0; self->left > 0; offset += CLIPS_AT_ONCE)
    {
      g_autoptr (CutMentions) page = cut_notebook_mentions (self->cli->notebook, self->entity, self->clip, state, offset, CLIPS_AT_ONCE,
                                                            NULL, error);

      if (page == NULL)
        return FALSE;
      for (guint i = 0; i < page->clips->len; i++)
        print_mentions (self, ((const CutClipMentions *) g_ptr_array_index (page->clips, i))->mentions);
      if (page->clips->len < CLIPS_AT_ONCE)
        return TRUE;
    }
  return TRUE;
}

int
cut_mentions_list_print (CutCli     *cli,
                         const char *entity,
                         const char *clip,
                         gboolean    unlinked,
                         guint       limit,
                         guint       offset)
{
  g_auto (List) self = { cli, NULL, NULL, unlinked, limit > 0 ? limit : G_MAXUINT, offset };
  g_autoptr (GError) error = NULL;

  if (entity != NULL && (self.entity = cut_cli_resolve (cli, CUT_KIND_ENTITY, entity, &error)) == NULL)
    return cut_cli_fail (cli, error);
  if (clip != NULL && (self.clip = cut_cli_resolve (cli, CUT_KIND_CLIP, clip, &error)) == NULL)
    return cut_cli_fail (cli, error);
  return print_all (&self, &error) ? CUT_EXIT_DONE : cut_cli_fail (cli, error);
}
