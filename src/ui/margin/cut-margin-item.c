/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-margin-item.h"

#include "cut-attribution.h"
#include "cut-margin-words.h"

struct _CutMarginItem
{
  GObject parent_instance;

  CutReading *reading;       /* (owned) */
  CutAnnotation *annotation; /* (owned) (nullable): of a proposal there is none */
  CutProposal *proposal;     /* (owned) (nullable) */
  char *proposal_id;         /* (owned) (nullable) */
  gboolean editing;
  GObject *laid_up;          /* (owned) (nullable): the editor between two rows; it holds the item, too */
  GObject *focus;            /* (owned) (nullable): what in it had the focus */
};

enum
{
  PROP_0,
  PROP_EDITING,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutMarginItem, cut_margin_item, G_TYPE_OBJECT)

static void
cut_margin_item_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  g_value_set_boolean (value, CUT_MARGIN_ITEM (object)->editing);
}

static void
cut_margin_item_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CutMarginItem *self = CUT_MARGIN_ITEM (object);

  if (self->editing == g_value_get_boolean (value))
    return;
  self->editing = g_value_get_boolean (value);
  if (!self->editing)
    cut_margin_item_lay_up (self, NULL, NULL);
  g_object_notify_by_pspec (object, properties[PROP_EDITING]);
}

static void
cut_margin_item_finalize (GObject *object)
{
  CutMarginItem *self = CUT_MARGIN_ITEM (object);

  g_clear_pointer (&self->reading, cut_reading_unref);
  g_clear_object (&self->annotation);
  g_clear_pointer (&self->proposal, cut_proposal_free);
  g_clear_pointer (&self->proposal_id, g_free);
  G_OBJECT_CLASS (cut_margin_item_parent_class)->finalize (object);
}

static void
cut_margin_item_class_init (CutMarginItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cut_margin_item_get_property;
  object_class->set_property = cut_margin_item_set_property;
  object_class->finalize = cut_margin_item_finalize;
  properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
cut_margin_item_init (CutMarginItem *self)
{
}

CutMarginItem *
cut_margin_item_new (CutReading    *reading,
                     CutAnnotation *annotation)
{
  CutMarginItem *self = g_object_new (CUT_TYPE_MARGIN_ITEM, NULL);

  self->reading = cut_reading_ref (reading);
  self->annotation = g_object_ref (annotation);
  return self;
}

CutMarginItem *
cut_margin_item_new_proposal (CutReading        *reading,
                              const CutProposal *proposal)
{
  CutMarginItem *self = g_object_new (CUT_TYPE_MARGIN_ITEM, NULL);

  self->reading = cut_reading_ref (reading);
  self->proposal = cut_proposal_copy (proposal);
  /* Two claims may have the same words, and so the same date. */
  self->proposal_id = g_strdup_printf ("proposal %s %u %u %s", proposal->kind, proposal->start, proposal->end,
                                       proposal->about != NULL ? proposal->about : "");
  return self;
}

static gboolean
is_same_record (CutRecord *a,
                CutRecord *b)
{
  return a == b || (a != NULL && b != NULL && cut_record_equal (a, b));
}

/* Whether the objects that @ids name are the same in both readings. */
static gboolean
are_same_objects (CutReading        *before,
                  CutReading        *after,
                  const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (!is_same_record (cut_reading_find (before, ids[i]), cut_reading_find (after, ids[i])))
      return FALSE;
  return TRUE;
}

static gboolean
are_same_attributions (CutReading *before,
                       GPtrArray  *old,
                       CutReading *after,
                       GPtrArray  *new)
{
  if (old->len != new->len)
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    {
      CutAttribution *attribution = g_ptr_array_index (new, i);
      const char *source[] = { cut_attribution_get_source (attribution), NULL };

      if (!is_same_record (g_ptr_array_index (old, i), g_ptr_array_index (new, i))
          || !are_same_objects (before, after, source)
          || !are_same_objects (before, after, cut_attribution_get_via (attribution)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_same (CutMarginItem *self,
         CutMarginItem *other)
{
  CutReading *reading = other->reading;
  CutAnnotation *annotation = other->annotation;
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GPtrArray) new = NULL;

  if (self->proposal != NULL)
    return cut_proposal_equal (self->proposal, other->proposal);
  if (!is_same_record (CUT_RECORD (self->annotation), CUT_RECORD (annotation))
      || g_strcmp0 (cut_margin_get_badge (self), cut_margin_get_badge (other)) != 0
      || !is_same_record (cut_margin_item_get_claim (self), cut_margin_item_get_claim (other))
      || !are_same_objects (self->reading, reading, cut_annotation_get_tags (annotation))
      || !are_same_objects (self->reading, reading, cut_annotation_get_entities (annotation)))
    return FALSE;
  if (cut_annotation_get_claim (annotation) == NULL)
    return TRUE;
  old = cut_margin_item_get_attributions (self);
  new = cut_margin_item_get_attributions (other);
  return are_same_attributions (self->reading, old, reading, new);
}

void
cut_margin_item_update (CutMarginItem *self,
                        CutMarginItem *fresh)
{
  gboolean same;

  if (self == fresh)
    return;
  same = is_same (self, fresh);
  cut_reading_unref (self->reading);
  self->reading = cut_reading_ref (fresh->reading);
  g_set_object (&self->annotation, fresh->annotation);
  g_clear_pointer (&self->proposal, cut_proposal_free);
  self->proposal = fresh->proposal != NULL ? cut_proposal_copy (fresh->proposal) : NULL;
  if (!same)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
cut_margin_item_lay_up (CutMarginItem *self,
                        GObject       *editor,
                        GObject       *focus)
{
  g_set_object (&self->focus, focus);
  g_set_object (&self->laid_up, editor);
}

GObject *
cut_margin_item_take_up (CutMarginItem  *self,
                         GObject       **focus)
{
  *focus = g_steal_pointer (&self->focus);
  return g_steal_pointer (&self->laid_up);
}

const char *
cut_margin_item_get_id (CutMarginItem *self)
{
  return self->proposal != NULL ? self->proposal_id : cut_record_get_id (CUT_RECORD (self->annotation));
}

const CutProposal *
cut_margin_item_get_proposal (CutMarginItem *self)
{
  return self->proposal;
}

guint
cut_margin_item_get_start (CutMarginItem *self)
{
  guint start, end;

  if (self->proposal != NULL)
    return self->proposal->start;
  return cut_reading_find_place (self->reading, cut_margin_item_get_id (self), &start, &end) ? start : G_MAXUINT;
}

CutAnnotation *
cut_margin_item_get_annotation (CutMarginItem *self)
{
  return self->annotation;
}

CutReading *
cut_margin_item_get_reading (CutMarginItem *self)
{
  return self->reading;
}

CutRecord *
cut_margin_item_get_claim (CutMarginItem *self)
{
  const char *id = cut_annotation_get_claim (self->annotation);

  return id != NULL ? cut_reading_find (self->reading, id) : NULL;
}

GPtrArray *
cut_margin_item_get_attributions (CutMarginItem *self)
{
  GPtrArray *own = g_ptr_array_new ();
  GPtrArray *all = self->reading->attributions;
  const char *claim = cut_annotation_get_claim (self->annotation);

  for (guint i = 0; claim != NULL && all != NULL && i < all->len; i++)
    {
      CutAttribution *attribution = g_ptr_array_index (all, i);

      if (g_strcmp0 (cut_attribution_get_claim (attribution), claim) == 0
          && !cut_record_is_deleted (CUT_RECORD (attribution)))
        g_ptr_array_add (own, attribution);
    }
  return own;
}
