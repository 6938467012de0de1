/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-schemata.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"
#include "cut-schemata-private.h"

/* Schemata. */

const CutSchema *
cut_schemata_find (const char *name)
{
  for (guint i = 0; name != NULL && i < cut_n_schemata; i++)
    if (g_str_equal (cut_schemata[i].name, name))
      return &cut_schemata[i];
  return NULL;
}

/* @name and all it extends, nearest first, each once; the table knows no circle. */
static GPtrArray *
list_line (const char *name)
{
  GPtrArray *line = g_ptr_array_new ();
  const CutSchema *schema = cut_schemata_find (name);

  if (schema != NULL)
    g_ptr_array_add (line, (gpointer) schema);
  for (guint i = 0; i < line->len; i++)
    for (const char *const *parent = ((const CutSchema *) g_ptr_array_index (line, i))->extends; *parent != NULL; parent++)
      {
        gpointer next = (gpointer) cut_schemata_find (*parent);

        if (next != NULL && !g_ptr_array_find (line, next, NULL))
          g_ptr_array_add (line, next);
      }
  return line;
}

gboolean
cut_schemata_is_a (const char *name,
                   const char *ancestor)
{
  g_autoptr (GPtrArray) line = list_line (name);
  gpointer schema = (gpointer) cut_schemata_find (ancestor);

  return schema != NULL && g_ptr_array_find (line, schema, NULL);
}

gboolean
cut_schemata_is_relation (const char *schema)
{
  const CutSchema *found = cut_schemata_find (schema);

  return found != NULL && found->from != NULL;
}

const char *
cut_schemata_get_label (const char *name)
{
  if (g_strcmp0 (name, "Thing") == 0)
    return C_("entity-schema", "Anything");
  return cut_vocab_get_label (cut_schemata_is_relation (name) ? CUT_VOCAB_RELATION_SCHEMA : CUT_VOCAB_ENTITY_SCHEMA, name);
}

/* Properties. */

static const CutProperty *
find_own (const CutSchema *schema,
          const char      *name)
{
  for (guint i = 0; i < schema->n_properties; i++)
    if (g_str_equal (schema->properties[i].name, name))
      return &schema->properties[i];
  return NULL;
}

const CutProperty *
cut_schemata_find_property (const char *schema,
                            const char *name)
{
  g_autoptr (GPtrArray) line = list_line (schema);
  const CutProperty *property = NULL;

  for (guint i = 0; name != NULL && property == NULL && i < line->len; i++)
    property = find_own (g_ptr_array_index (line, i), name);
  return property;
}

static gboolean
has_property (GPtrArray  *list,
              const char *name)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((const CutProperty *) g_ptr_array_index (list, i))->name, name))
      return TRUE;
  return FALSE;
}

static gboolean
is_end (const CutSchema *schema,
        const char      *name)
{
  return g_strcmp0 (schema->from, name) == 0 || g_strcmp0 (schema->to, name) == 0;
}

static void
add_own (GPtrArray       *list,
         const CutSchema *schema,
         const CutSchema *whose)
{
  for (guint i = 0; i < schema->n_properties; i++)
    if (!is_end (whose, schema->properties[i].name) && !has_property (list, schema->properties[i].name))
      g_ptr_array_add (list, (gpointer) &schema->properties[i]);
}

GPtrArray *
cut_schemata_list_properties (const char *schema)
{
  g_autoptr (GPtrArray) line = list_line (schema);
  const CutSchema *own = line->len > 0 ? g_ptr_array_index (line, 0) : NULL;
  GPtrArray *list = g_ptr_array_new ();

  if (own == NULL)
    return list;
  for (const char *const *name = own->featured; *name != NULL; name++)
    g_ptr_array_add (list, (gpointer) cut_schemata_find_property (schema, *name));
  for (guint i = 0; i < line->len; i++)
    add_own (list, g_ptr_array_index (line, i), own);
  return list;
}

const CutProperty *
cut_schemata_need_property (const char  *schema,
                            const char  *name,
                            GError     **error)
{
  const CutProperty *property = cut_schemata_find_property (schema, name);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GString) names = NULL;

  if (property != NULL && !is_end (cut_schemata_find (schema), name))
    return property;
  all = cut_schemata_list_properties (schema);
  names = g_string_new (NULL);
  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((const CutProperty *) g_ptr_array_index (all, i))->name);
  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT,
               /* Translators: the first is a kind of entity or relation such as “Person”, then a word and a list of words */
               _("%s: “%.60s” is not one of its properties: %s"), cut_schemata_get_label (schema), name, names->str);
  return NULL;
}

const char *
cut_property_get_label (const CutProperty *property)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "property", property->label);
}

typedef struct
{
  const char *property;
  const char *field;
} Own;

static const Own entity_fields[] = {
  { "name", "name" },       { "alias", "aliases" },   { "previousName", "previous_names" },
  { "country", "country" }, { "summary", "summary" },
};

const char *
cut_property_get_field (const CutProperty *property,
                        const char        *schema)
{
  const CutSchema *found = cut_schemata_find (schema);

  if (found == NULL)
    return NULL;
  if (found->from == NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (entity_fields); i++)
        if (g_str_equal (entity_fields[i].property, property->name))
          return entity_fields[i].field;
      return NULL;
    }
  if (g_str_equal (property->name, found->role))
    return "role";
  if (g_str_equal (property->name, "startDate"))
    return "start";
  return g_str_equal (property->name, "endDate") ? "end" : NULL;
}

gboolean
cut_property_is_single (const CutProperty *property)
{
  static const char *const single[] = {
    "birthDate",  "deathDate", "birthPlace", "birthCountry", "gender",    "incorporationDate", "dissolutionDate", "wikidataId",
    "leiCode",    "dunsCode",  "imoNumber",  "isin",         "isinCode",  "iban",              "mmsi",            "caseNumber",
    "latitude",   "longitude", "fileDate",   "inceptionDate", "buildDate", "socialSecurityNumber", "innCode", "ogrnCode", NULL,
  };

  return g_strv_contains (single, property->name);
}

/* Relations. */

const CutProperty *
cut_schemata_get_end (const char *schema,
                      gboolean    to)
{
  const CutSchema *found = cut_schemata_find (schema);

  if (found == NULL || found->from == NULL)
    return NULL;
  return find_own (found, to ? found->to : found->from);
}

gboolean
cut_schemata_fits (const char *schema,
                   gboolean    to,
                   const char *entity)
{
  const CutProperty *end = cut_schemata_get_end (schema, to);

  return end != NULL && cut_schemata_is_a (entity, end->range);
}

static gboolean
refuse_end (const char  *schema,
            gboolean     to,
            const char  *entity,
            gboolean     turned,
            GError     **error)
{
  const CutProperty *end = cut_schemata_get_end (schema, to);

  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT,
               turned
                   /* Translators: a kind of relation, what stands at its end, the kind that it must be, and the kind that it is */
                   ? _("%s: the %s must be of the kind %s, not %s; the other way round it would fit")
                   /* Translators: a kind of relation, what stands at its end, the kind that it must be, and the kind that it is */
                   : _("%s: the %s must be of the kind %s, not %s"),
               cut_schemata_get_label (schema), cut_property_get_label (end), cut_schemata_get_label (end->range),
               cut_schemata_get_label (entity));
  return FALSE;
}

gboolean
cut_schemata_check_ends (const char  *schema,
                         const char  *from,
                         const char  *to,
                         GError     **error)
{
  gboolean turned = cut_schemata_fits (schema, FALSE, to) && cut_schemata_fits (schema, TRUE, from);

  if (!cut_schemata_is_relation (schema))
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%.60s” is not a kind of relation"), schema != NULL ? schema : "");
      return FALSE;
    }
  if (!cut_schemata_fits (schema, FALSE, from))
    return refuse_end (schema, FALSE, from, turned, error);
  return cut_schemata_fits (schema, TRUE, to) || refuse_end (schema, TRUE, to, turned, error);
}

GPtrArray *
cut_schemata_list_relations (const char *from,
                             const char *to)
{
  GPtrArray *list = g_ptr_array_new ();
  const char *const *words = cut_vocab_get_words (CUT_VOCAB_RELATION_SCHEMA);

  for (guint i = 0; words[i] != NULL; i++)
    if ((from == NULL || cut_schemata_fits (words[i], FALSE, from)) && (to == NULL || cut_schemata_fits (words[i], TRUE, to)))
      g_ptr_array_add (list, (gpointer) words[i]);
  return list;
}
