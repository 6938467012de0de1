/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-catalogue-item.h"

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_KIND,
  PROP_SAYS,
  PROP_ORIGINS,
  PROP_OUTLETS,
  PROP_SORT_STATUS,
  PROP_N_FIRST,
  PROP_N_SECOND,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CutCatalogueItem, cut_catalogue_item, G_TYPE_OBJECT)

static void
passage_free (gpointer data)
{
  CutPassage *self = data;

  g_free (self->clip);
  g_free (self->annotation);
  g_free (self->other);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}

static void
cut_catalogue_item_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  CutCatalogueItem *self = CUT_CATALOGUE_ITEM (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_SAYS:
      g_value_set_string (value, self->says);
      break;
    case PROP_ORIGINS:
      g_value_set_string (value, self->origins);
      break;
    case PROP_OUTLETS:
      g_value_set_string (value, self->outlets);
      break;
    case PROP_SORT_STATUS:
      g_value_set_uint (value, self->sort_status);
      break;
    case PROP_N_FIRST:
      g_value_set_uint (value, self->n_first);
      break;
    case PROP_N_SECOND:
      g_value_set_uint (value, self->n_second);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
cut_catalogue_item_finalize (GObject *object)
{
  CutCatalogueItem *self = CUT_CATALOGUE_ITEM (object);

  g_clear_object (&self->record);
  g_free (self->word);
  g_free (self->title);
  g_free (self->kind);
  g_free (self->says);
  g_free (self->origins);
  g_free (self->outlets);
  g_free (self->folded);
  g_ptr_array_unref (self->passages);
  g_ptr_array_unref (self->attributions);
  G_OBJECT_CLASS (cut_catalogue_item_parent_class)->finalize (object);
}

static void
cut_catalogue_item_class_init (CutCatalogueItemClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cut_catalogue_item_get_property;
  object_class->finalize = cut_catalogue_item_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_SAYS] = g_param_spec_string ("says", NULL, NULL, NULL, flags);
  properties[PROP_ORIGINS] = g_param_spec_string ("origins", NULL, NULL, NULL, flags);
  properties[PROP_OUTLETS] = g_param_spec_string ("outlets", NULL, NULL, NULL, flags);
  properties[PROP_SORT_STATUS] = g_param_spec_uint ("sort-status", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_FIRST] = g_param_spec_uint ("n-first", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_SECOND] = g_param_spec_uint ("n-second", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cut_catalogue_item_init (CutCatalogueItem *self)
{
  self->passages = g_ptr_array_new_with_free_func (passage_free);
  self->attributions = g_ptr_array_new_with_free_func (g_object_unref);
}

CutCatalogueItem *
cut_catalogue_item_new (CutRecord *record)
{
  CutCatalogueItem *self = g_object_new (CUT_TYPE_CATALOGUE_ITEM, NULL);

  self->record = g_object_ref (record);
  self->title = cut_record_get_title (record);
  return self;
}

static gboolean
same_passages (CutCatalogueItem *a,
               CutCatalogueItem *b)
{
  if (a->passages->len != b->passages->len || a->attributions->len != b->attributions->len)
    return FALSE;
  for (guint i = 0; i < a->passages->len; i++)
    {
      const CutPassage *left = g_ptr_array_index (a->passages, i);
      const CutPassage *right = g_ptr_array_index (b->passages, i);

      if (g_strcmp0 (left->annotation, right->annotation) != 0 || g_strcmp0 (left->other, right->other) != 0 ||
          g_strcmp0 (left->title, right->title) != 0 || g_strcmp0 (left->subtitle, right->subtitle) != 0)
        return FALSE;
    }
  for (guint i = 0; i < a->attributions->len; i++)
    if (!cut_record_equal (g_ptr_array_index (a->attributions, i), g_ptr_array_index (b->attributions, i)))
      return FALSE;
  return TRUE;
}

gboolean
cut_catalogue_item_same (CutCatalogueItem *a,
                         CutCatalogueItem *b)
{
  return cut_record_equal (a->record, b->record) && g_strcmp0 (a->says, b->says) == 0 &&
         g_strcmp0 (a->origins, b->origins) == 0 && g_strcmp0 (a->outlets, b->outlets) == 0 &&
         g_strcmp0 (a->kind, b->kind) == 0 && a->n_first == b->n_first && a->n_second == b->n_second &&
         same_passages (a, b);
}

void
cut_catalogue_item_add_passage (CutCatalogueItem *self,
                                const char       *clip,
                                const char       *annotation,
                                const char       *other,
                                const char       *title,
                                const char       *subtitle)
{
  CutPassage *passage = g_new0 (CutPassage, 1);

  passage->clip = g_strdup (clip);
  passage->annotation = g_strdup (annotation);
  passage->other = g_strdup (other);
  passage->title = g_strdup (title);
  passage->subtitle = g_strdup (subtitle);
  g_ptr_array_add (self->passages, passage);
}
