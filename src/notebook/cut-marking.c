/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-marking.h"

#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-error.h"
#include "cut-index.h"
#include "cut-quote.h"

/* The colour a mark of each kind starts with; their meanings are in cut-vocab.c. */
static const struct
{
  const char *kind;
  const char *colour;
} colours[] = {
  { "claim", "orange" },   { "entity", "purple" },  { "date", "teal" },
  { "furniture", "grey" }, { "question", "orange" },
};

static const char *
colour_of (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    if (g_strcmp0 (colours[i].kind, kind) == 0)
      return colours[i].colour;
  return "yellow";
}

static CutSelector *
select_words (CutReading  *reading,
              guint        start,
              guint        end,
              GError     **error)
{
  g_autoptr (CutIndex) index = cut_index_new (reading->text);

  return cut_quote_make (reading->text, index, start, end, error);
}

/* Words over several blocks become one line. */
static char *
words_of (const CutSelector *selector)
{
  return g_strstrip (g_strdelimit (g_strdup (selector->exact), "\n", ' '));
}

static CutRecord *
annotation_new (CutReading  *reading,
                const char  *kind,
                CutSelector *selector,
                const char  *colour,
                const char  *claim)
{
  return cut_record_new (CUT_KIND_ANNOTATION, "clip", cut_record_get_id (reading->clip), "capture",
                         cut_record_get_id (reading->capture), "kind", kind, "selectors", selector,
                         "colour", colour != NULL ? colour : colour_of (kind), "claim", claim, NULL);
}

/* Gives the caller a reference where she wants one, and the rest to the act. */
static void
hand_over (CutAct     *act,
           CutRecord  *record,
           CutRecord **out)
{
  if (out != NULL)
    *out = g_object_ref (record);
  cut_act_take (act, record);
}

CutAct *
cut_marking_annotate (CutReading  *reading,
                      const char  *kind,
                      guint        start,
                      guint        end,
                      const char  *colour,
                      CutRecord  **annotation,
                      GError     **error)
{
  g_autoptr (CutSelector) selector = NULL;
  CutAct *act;

  if (!cut_vocab_has (CUT_VOCAB_ANNOTATION_KIND, kind))
    {
      g_autofree char *kinds = cut_vocab_list (CUT_VOCAB_ANNOTATION_KIND);

      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” is no kind of mark; there are %s"), kind, kinds);
      return NULL;
    }
  selector = select_words (reading, start, end, error);
  if (selector == NULL)
    return NULL;
  act = cut_act_new (cut_vocab_get_label (CUT_VOCAB_ANNOTATION_KIND, kind));
  hand_over (act, annotation_new (reading, kind, selector, colour, NULL), annotation);
  return act;
}

CutAct *
cut_marking_claim (CutReading  *reading,
                   guint        start,
                   guint        end,
                   const char  *text,
                   const char  *source,
                   CutRecord  **annotation,
                   CutRecord  **claim,
                   CutRecord  **attribution,
                   GError     **error)
{
  g_autoptr (CutSelector) selector = select_words (reading, start, end, error);
  g_autofree char *words = NULL;
  CutRecord *made_claim, *mark;
  CutAct *act;

  if (selector == NULL)
    return NULL;
  words = words_of (selector);
  if ((text == NULL || *text == '\0') && *words == '\0')
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("A claim needs words; there are only spaces here"));
      return NULL;
    }
  act = cut_act_new (cut_vocab_get_label (CUT_VOCAB_ANNOTATION_KIND, "claim"));
  made_claim = cut_record_new (CUT_KIND_CLAIM, "text", text != NULL && *text != '\0' ? text : words,
                               "checkable", TRUE, NULL);
  hand_over (act, made_claim, claim);
  mark = annotation_new (reading, "claim", selector, NULL, cut_record_get_id (made_claim));
  hand_over (act, mark, annotation);
  hand_over (act, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", cut_record_get_id (made_claim), "annotation",
                                  cut_record_get_id (mark), "source", source, NULL),
             attribution);
  return act;
}

CutAct *
cut_marking_entity (CutReading  *reading,
                    guint        start,
                    guint        end,
                    CutRecord   *entity,
                    const char  *schema,
                    CutRecord  **annotation,
                    GError     **error)
{
  g_autoptr (CutSelector) selector = select_words (reading, start, end, error);
  g_autoptr (CutRecord) named = NULL;
  g_autoptr (CutRecord) plain = NULL;
  g_autofree char *words = NULL;
  const char *ids[] = { NULL, NULL };
  CutAct *act;

  if (selector == NULL)
    return NULL;
  words = words_of (selector);
  if (entity == NULL && *words == '\0')
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("A name needs words; there are only spaces here"));
      return NULL;
    }
  if (entity != NULL)
    named = g_object_ref (entity);
  else
    named = cut_record_new (CUT_KIND_ENTITY, "name", words, "schema",
                            schema != NULL ? schema : cut_vocab_get_default (CUT_VOCAB_ENTITY_SCHEMA), NULL);
  act = cut_act_new (cut_vocab_get_label (CUT_VOCAB_ANNOTATION_KIND, "entity"));
  cut_act_put (act, named);
  ids[0] = cut_record_get_id (named);
  plain = annotation_new (reading, "entity", selector, NULL, NULL);
  hand_over (act, cut_record_with (plain, "entities", ids, NULL), annotation);
  return act;
}

CutAct *
cut_marking_set_ends (CutReading  *reading,
                      CutRecord   *annotation,
                      guint        start,
                      guint        end,
                      GError     **error)
{
  g_autoptr (CutSelector) selector = select_words (reading, start, end, error);
  CutAct *act;

  if (selector == NULL)
    return NULL;
  act = cut_act_new (_("Change Ends"));
  cut_act_take (act, cut_record_with (annotation, "selectors", selector, "capture",
                                      cut_record_get_id (reading->capture), NULL));
  return act;
}

/* What counts. */

static const CutBlock *
block_at (CutReading *reading,
          guint       offset)
{
  const CutBlock *last = NULL;

  for (guint i = 0; i < reading->blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (reading->blocks, i);

      /* A cursor behind the last character of a line is still in it. */
      if (block->end > block->start && offset >= block->start && offset <= block->end)
        last = block;
    }
  return last;
}

/* Trashes the decisions on just this block; whether there was one. */
static gboolean
take_back (CutReading     *reading,
           const CutBlock *block,
           CutAct         *act)
{
  gboolean any = FALSE;

  for (guint i = 0; i < reading->annotations->len; i++)
    {
      CutRecord *annotation = g_ptr_array_index (reading->annotations, i);
      guint start, end;

      if (g_strcmp0 (cut_annotation_get_kind (CUT_ANNOTATION (annotation)), "furniture") != 0 ||
          !cut_reading_find_place (reading, cut_record_get_id (annotation), &start, &end) ||
          start >= block->end || end <= block->start)
        continue;
      cut_act_trash (act, annotation);
      any = TRUE;
    }
  return any;
}

CutAct *
cut_marking_set_counts (CutReading  *reading,
                        guint        offset,
                        gboolean     counts,
                        GError     **error)
{
  const CutBlock *block = block_at (reading, offset);
  g_autoptr (CutAct) act = cut_act_new (counts ? _("Count as Text") : _("Set Aside"));
  g_autoptr (CutSelector) selector = NULL;
  g_autoptr (CutRecord) plain = NULL;

  if (block == NULL)
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("There is no paragraph at this place"));
      return NULL;
    }
  if (cut_block_counts (block) == counts || take_back (reading, block, act))
    return g_steal_pointer (&act);
  selector = select_words (reading, block->start, block->end, error);
  if (selector == NULL)
    return NULL;
  plain = annotation_new (reading, "furniture", selector, NULL, NULL);
  cut_act_take (act, cut_record_with (plain, "body", counts ? "in" : "out", NULL));
  return g_steal_pointer (&act);
}
