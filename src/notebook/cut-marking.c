/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-marking.h"

#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-error.h"
#include "cut-index.h"
#include "cut-placement.h"
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

/* Where a mark stands. */

/* The decision in force about just this capture; one about another that reads the same is left alone. */
static CutRecord *
own_placement (CutReading *reading,
               CutRecord  *annotation)
{
  const CutStanding *standing = cut_reading_get_standing (reading, cut_record_get_id (annotation));
  CutRecord *placement = standing != NULL ? standing->placement : NULL;

  if (placement == NULL || g_strcmp0 (cut_placement_get_capture (CUT_PLACEMENT (placement)),
                                      cut_record_get_id (reading->capture)) != 0)
    return NULL;
  return placement;
}

/* A new decision is a new revision of the one there is, whoever made that; how it came about stays in its history. */
static CutRecord *
decide (CutReading *reading,
        CutRecord  *annotation,
        guint       start,
        guint       end,
        const char *status)
{
  CutRecord *present = own_placement (reading, annotation);

  if (present != NULL)
    return cut_record_with (present, "start", (gint64) start, "end", (gint64) end, "status", status, NULL);
  return cut_record_new (CUT_KIND_PLACEMENT, "annotation", cut_record_get_id (annotation), "capture",
                         cut_record_get_id (reading->capture), "start", (gint64) start, "end", (gint64) end, "status", status, NULL);
}

static const char *
status_at (CutRecord         *annotation,
           const CutSelector *here)
{
  const CutSelector *made = cut_annotation_get_selectors (CUT_ANNOTATION (annotation));

  if (made == NULL || !g_str_equal (made->exact, here->exact))
    return "changed";
  return made->start == here->start ? "exact" : "moved";
}

static gboolean
belongs_here (CutReading  *reading,
              CutRecord   *annotation,
              GError     **error)
{
  if (CUT_IS_ANNOTATION (annotation) &&
      cut_reading_get_standing (reading, cut_record_get_id (annotation)) != NULL)
    return TRUE;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("This is no annotation of the clip that the capture belongs to"));
  return FALSE;
}

CutAct *
cut_marking_attach (CutReading  *reading,
                    CutRecord   *annotation,
                    guint        start,
                    guint        end,
                    GError     **error)
{
  g_autoptr (CutSelector) selector = NULL;
  CutAct *act;

  if (!belongs_here (reading, annotation, error))
    return NULL;
  selector = select_words (reading, start, end, error);
  if (selector == NULL)
    return NULL;
  act = cut_act_new (_("Attach Here"));
  cut_act_take (act, decide (reading, annotation, selector->start, selector->end, status_at (annotation, selector)));
  return act;
}

CutAct *
cut_marking_keep_orphan (CutReading  *reading,
                         CutRecord   *annotation,
                         GError     **error)
{
  CutAct *act;

  if (!belongs_here (reading, annotation, error))
    return NULL;
  act = cut_act_new (_("Keep as Orphan"));
  cut_act_take (act, decide (reading, annotation, 0, 0, "orphan"));
  return act;
}

CutAct *
cut_marking_release (CutReading  *reading,
                     CutRecord   *annotation,
                     GError     **error)
{
  CutRecord *placement = belongs_here (reading, annotation, error) ? own_placement (reading, annotation) : NULL;
  CutAct *act;

  if (placement == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("Nobody has said where this annotation stands in this capture"));
      return NULL;
    }
  act = cut_act_new (_("Find Place Again"));
  cut_act_trash (act, placement);
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
  CutRecord *placement = own_placement (reading, annotation);
  CutAct *act;

  if (selector == NULL)
    return NULL;
  act = cut_act_new (_("Change Ends"));
  if (g_strcmp0 (cut_annotation_get_capture (CUT_ANNOTATION (annotation)), cut_record_get_id (reading->capture)) != 0)
    {
      cut_act_take (act, decide (reading, annotation, selector->start, selector->end, status_at (annotation, selector)));
      return act;
    }
  cut_act_take (act, cut_record_with (annotation, "selectors", selector, NULL));
  if (placement != NULL)
    cut_act_trash (act, placement);
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
