/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-entity-item.h"

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_KIND,
  PROP_ALIASES,
  PROP_SORT_KIND,
  PROP_N_PASSAGES,
  PROP_N_CLAIMS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CutEntityItem, cut_entity_item, G_TYPE_OBJECT)

static void
passage_free (gpointer data)
{
  CutPassage *self = data;

  g_free (self->clip);
  g_free (self->annotation);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}

static void
cut_entity_item_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  CutEntityItem *self = CUT_ENTITY_ITEM (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_ALIASES:
      g_value_set_string (value, self->aliases);
      break;
    case PROP_SORT_KIND:
      g_value_set_uint (value, self->sort_kind);
      break;
    case PROP_N_PASSAGES:
      g_value_set_uint (value, self->n_passages);
      break;
    case PROP_N_CLAIMS:
      g_value_set_uint (value, self->n_claims);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
cut_entity_item_finalize (GObject *object)
{
  CutEntityItem *self = CUT_ENTITY_ITEM (object);

  g_clear_object (&self->record);
  g_free (self->word);
  g_free (self->title);
  g_free (self->kind);
  g_free (self->aliases);
  g_free (self->folded);
  g_ptr_array_unref (self->passages);
  G_OBJECT_CLASS (cut_entity_item_parent_class)->finalize (object);
}

static void
cut_entity_item_class_init (CutEntityItemClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cut_entity_item_get_property;
  object_class->finalize = cut_entity_item_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_ALIASES] = g_param_spec_string ("aliases", NULL, NULL, NULL, flags);
  properties[PROP_SORT_KIND] = g_param_spec_uint ("sort-kind", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_PASSAGES] = g_param_spec_uint ("n-passages", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_CLAIMS] = g_param_spec_uint ("n-claims", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cut_entity_item_init (CutEntityItem *self)
{
  self->passages = g_ptr_array_new_with_free_func (passage_free);
}

CutEntityItem *
cut_entity_item_new (CutRecord *record)
{
  CutEntityItem *self = g_object_new (CUT_TYPE_ENTITY_ITEM, NULL);

  self->record = g_object_ref (record);
  self->title = cut_record_get_title (record);
  return self;
}

static gboolean
same_passages (const CutEntityItem *a,
               const CutEntityItem *b)
{
  if (a->passages->len != b->passages->len)
    return FALSE;
  for (guint i = 0; i < a->passages->len; i++)
    {
      const CutPassage *left = g_ptr_array_index (a->passages, i);
      const CutPassage *right = g_ptr_array_index (b->passages, i);

      if (g_strcmp0 (left->clip, right->clip) != 0 || g_strcmp0 (left->annotation, right->annotation) != 0 ||
          g_strcmp0 (left->title, right->title) != 0 || g_strcmp0 (left->subtitle, right->subtitle) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
cut_entity_item_same (gconstpointer one,
                         gconstpointer other)
{
  const CutEntityItem *a = one;
  const CutEntityItem *b = other;

  return cut_record_equal (a->record, b->record) && g_strcmp0 (a->aliases, b->aliases) == 0 &&
         g_strcmp0 (a->kind, b->kind) == 0 && a->n_passages == b->n_passages && a->n_claims == b->n_claims &&
         same_passages (a, b);
}

void
cut_entity_item_add_passage (CutEntityItem *self,
                                const char       *clip,
                                const char       *annotation,
                                const char       *title,
                                const char       *subtitle)
{
  CutPassage *passage = g_new0 (CutPassage, 1);

  passage->clip = g_strdup (clip);
  passage->annotation = g_strdup (annotation);
  passage->title = g_strdup (title);
  passage->subtitle = g_strdup (subtitle);
  g_ptr_array_add (self->passages, passage);
}
