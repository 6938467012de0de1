/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-margin-order.h"

struct _CutMarginOrder
{
  CutReading *reading;  /* (owned) */
  GPtrArray *proposals; /* (owned) (nullable) */
  CutMarginItem *held;  /* (owned) (nullable): the next annotation, while proposals stand before it */
  guint annotation;     /* the first that was not looked at */
  guint proposal;
};

CutMarginOrder *
cut_margin_order_new (CutReading *reading,
                      GPtrArray  *proposals)
{
  CutMarginOrder *self = g_new0 (CutMarginOrder, 1);

  self->reading = cut_reading_ref (reading);
  self->proposals = proposals != NULL ? g_ptr_array_ref (proposals) : NULL;
  return self;
}

void
cut_margin_order_free (CutMarginOrder *self)
{
  g_clear_object (&self->held);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  cut_reading_unref (self->reading);
  g_free (self);
}

/* What waits for a person is in the trays instead. */
static gboolean
is_in_tray (CutReading    *reading,
            CutAnnotation *annotation)
{
  const CutStanding *standing = cut_reading_get_standing (reading, cut_record_get_id (CUT_RECORD (annotation)));

  return standing != NULL && cut_standing_needs_person (standing);
}

static gboolean
has_card (CutReading    *reading,
          CutAnnotation *annotation)
{
  return g_strcmp0 (cut_annotation_get_kind (annotation), "furniture") != 0 && !cut_record_is_deleted (CUT_RECORD (annotation))
         && !is_in_tray (reading, annotation);
}

/* Returns: (nullable): the next annotation, which stays the next */
static CutMarginItem *
peek_annotation (CutMarginOrder *self)
{
  GPtrArray *annotations = self->reading->annotations;

  while (self->held == NULL && self->annotation < annotations->len)
    {
      CutAnnotation *annotation = g_ptr_array_index (annotations, self->annotation++);

      if (has_card (self->reading, annotation))
        self->held = cut_margin_item_new (self->reading, annotation);
    }
  return self->held;
}

CutMarginItem *
cut_margin_order_next (CutMarginOrder *self)
{
  CutMarginItem *annotation = peek_annotation (self);
  guint n = self->proposals != NULL ? self->proposals->len : 0;
  const CutProposal *proposal = self->proposal < n ? g_ptr_array_index (self->proposals, self->proposal) : NULL;

  if (proposal == NULL || (annotation != NULL && cut_margin_item_get_start (annotation) <= proposal->start))
    return g_steal_pointer (&self->held);
  self->proposal++;
  return cut_margin_item_new_proposal (self->reading, proposal);
}
