/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-row-item.h"

struct _CutRowItem
{
  GObject parent_instance;

  CutRow *row; /* (owned) (nullable) */
  gint64 key;
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

CutRowItem *
cut_row_item_new (gint64 key)
{
  CutRowItem *self = g_object_new (CUT_TYPE_ROW_ITEM, NULL);

  self->key = key;
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

  return self->row;
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
