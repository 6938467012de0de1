/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-entity-item.h"

#include "cut-entity.h"

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_KIND,
  PROP_ALIASES,
  PROP_SORT_KIND,
  PROP_N_PASSAGES,
  PROP_N_CLAIMS,
  PROP_N_UNLINKED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CutEntityItem, cut_entity_item, G_TYPE_OBJECT)

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
    case PROP_N_UNLINKED:
      g_value_set_uint (value, self->n_unlinked);
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
  properties[PROP_N_UNLINKED] = g_param_spec_uint ("n-unlinked", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cut_entity_item_init (CutEntityItem *self)
{
}

static char *
fold (CutEntityItem *self)
{
  g_autofree char *former = g_strjoinv (" ", (char **) cut_entity_get_previous_names (CUT_ENTITY (self->record)));
  g_autofree char *identifiers = g_strjoinv (" ", (char **) cut_entity_get_identifiers (CUT_ENTITY (self->record)));
  g_autofree char *all = g_strjoin (" ", self->title, self->kind, self->aliases, former, identifiers, NULL);

  return g_utf8_casefold (all, -1);
}

CutEntityItem *
cut_entity_item_new (CutRecord *record)
{
  CutEntityItem *self = g_object_new (CUT_TYPE_ENTITY_ITEM, NULL);
  const char *schema = cut_entity_get_schema (CUT_ENTITY (record));
  const char *kind = cut_vocab_get_label (CUT_VOCAB_ENTITY_SCHEMA, schema);

  self->record = g_object_ref (record);
  self->title = cut_record_get_title (record);
  self->word = g_strdup (schema);
  self->kind = g_strdup (kind != NULL ? kind : "");
  self->sort_kind = cut_vocab_get_place (CUT_VOCAB_ENTITY_SCHEMA, schema);
  self->aliases = g_strjoinv (", ", (char **) cut_entity_get_aliases (CUT_ENTITY (record)));
  self->folded = fold (self);
  return self;
}

gboolean
cut_entity_item_same (gconstpointer one,
                      gconstpointer other)
{
  const CutEntityItem *a = one;
  const CutEntityItem *b = other;

  return cut_record_equal (a->record, b->record) && a->n_passages == b->n_passages && a->n_claims == b->n_claims
         && a->n_unlinked == b->n_unlinked;
}
