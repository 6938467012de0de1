/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-row-item.h"

struct _CutRowAsker
{
  CutRowAsk ask;
  gpointer list; /* (unowned) (nullable) */
};

struct _CutRowItem
{
  GObject parent_instance;

  CutRow *row;        /* (owned) (nullable) */
  CutRowAsker *asker; /* (owned) */
  gint64 key;
  guint position;     /* where it stood last */
  gboolean wanted;
};

enum
{
  PROP_0,
  PROP_ROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CutRowItem, cut_row_item, G_TYPE_OBJECT)

static void
cut_row_item_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  g_value_set_object (value, CUT_ROW_ITEM (object)->row);
}

static void
cut_row_item_finalize (GObject *object)
{
  g_clear_object (&CUT_ROW_ITEM (object)->row);
  g_clear_pointer (&CUT_ROW_ITEM (object)->asker, g_rc_box_release);
  G_OBJECT_CLASS (cut_row_item_parent_class)->finalize (object);
}

static void
cut_row_item_class_init (CutRowItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cut_row_item_get_property;
  object_class->finalize = cut_row_item_finalize;
  properties[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, CUT_TYPE_ROW,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cut_row_item_init (CutRowItem *self)
{
}

CutRowAsker *
cut_row_asker_new (CutRowAsk ask,
                   gpointer  list)
{
  CutRowAsker *self = g_rc_box_new (CutRowAsker);

  self->ask = ask;
  self->list = list;
  return self;
}

void
cut_row_asker_leave (CutRowAsker *self)
{
  self->list = NULL;
  g_rc_box_release (self);
}

CutRowItem *
cut_row_item_new (gint64       key,
                  CutRowAsker *asker)
{
  CutRowItem *self = g_object_new (CUT_TYPE_ROW_ITEM, NULL);

  self->key = key;
  self->asker = g_rc_box_acquire (asker);
  return self;
}

/* A list is read again after each act; a row that says the same must not be laid out again. */
void
cut_row_item_set_row (CutRowItem *self,
                      CutRow     *row)
{
  g_return_if_fail (CUT_IS_ROW_ITEM (self));

  if (self->row != NULL && cut_row_equal (self->row, row))
    return;
  if (g_set_object (&self->row, row))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}

CutRow *
cut_row_item_get_row (CutRowItem *self)
{
  g_return_val_if_fail (CUT_IS_ROW_ITEM (self), NULL);

  if (self->row == NULL && !self->wanted && self->asker->list != NULL)
    {
      self->wanted = TRUE;
      self->asker->ask (self->asker->list, self);
    }
  return self->row;
}

gboolean
cut_row_item_is_wanted (CutRowItem *self)
{
  g_return_val_if_fail (CUT_IS_ROW_ITEM (self), FALSE);

  return self->wanted || self->row != NULL;
}

void
cut_row_item_set_position (CutRowItem *self,
                           guint       position)
{
  g_return_if_fail (CUT_IS_ROW_ITEM (self));

  self->position = position;
}

guint
cut_row_item_get_position (CutRowItem *self)
{
  g_return_val_if_fail (CUT_IS_ROW_ITEM (self), 0);

  return self->position;
}

gint64
cut_row_item_get_key (CutRowItem *self)
{
  g_return_val_if_fail (CUT_IS_ROW_ITEM (self), 0);

  return self->key;
}

const gint64 *
cut_row_item_peek_key (CutRowItem *self)
{
  g_return_val_if_fail (CUT_IS_ROW_ITEM (self), NULL);

  return &self->key;
}
