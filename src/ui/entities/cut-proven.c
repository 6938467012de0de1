/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-proven.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-date-text.h"
#include "cut-entity.h"
#include "cut-fact.h"
#include "cut-relation-label.h"
#include "cut-relation.h"
#include "cut-schemata.h"

void
cut_proven_free (CutProven *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->record);
  g_clear_object (&self->about);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->opens);
  g_ptr_array_unref (self->evidence);
  g_free (self);
}

static gboolean
same_evidence (GPtrArray *a,
               GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = cut_passage_same (g_ptr_array_index (a, i), g_ptr_array_index (b, i));
  return same;
}

gboolean
cut_proven_same (const CutProven *a,
                 const CutProven *b)
{
  return cut_record_equal (a->record, b->record) && strcmp (a->title, b->title) == 0 && strcmp (a->subtitle, b->subtitle) == 0
         && g_strcmp0 (a->opens, b->opens) == 0 && same_evidence (a->evidence, b->evidence);
}

static GPtrArray *
read_where (CutNotebook   *notebook,
            CutKind        kind,
            const char    *field,
            const char    *id,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);

  cut_query_where (query, field, id);
  return cut_notebook_list (notebook, query, cancellable, error);
}

static GPtrArray *
read_evidence (CutPassageFinder  *finder,
               const char *const *ids)
{
  GPtrArray *evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_passage_free);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      CutPassage *passage = cut_passage_finder_find (finder, ids[i]);

      if (passage != NULL)
        g_ptr_array_add (evidence, passage);
    }
  return evidence;
}

/* Returns: (transfer full) (nullable): the entity, unless it is gone or in the Trash */
static CutRecord *
read_entity (CutNotebook *notebook,
             const char  *id)
{
  g_autoptr (CutRecord) record = id != NULL ? cut_notebook_get (notebook, id, NULL) : NULL;

  return record != NULL && CUT_IS_ENTITY (record) && !cut_record_is_deleted (record) ? g_steal_pointer (&record) : NULL;
}

static CutProven *
proven_new (CutRecord *record,
            char      *title,
            char      *subtitle,
            CutRecord *opens,
            GPtrArray *evidence)
{
  CutProven *self = g_new0 (CutProven, 1);

  self->record = g_object_ref (record);
  self->title = title;
  self->subtitle = subtitle;
  self->opens = opens != NULL ? g_strdup (cut_record_get_id (opens)) : NULL;
  self->evidence = evidence;
  return self;
}

/* Facts. */

static char *
show_value (const CutProperty *property,
            CutFact           *fact,
            CutRecord         *entity)
{
  const char *value = cut_fact_get_value (fact);

  if (entity != NULL)
    return cut_record_get_title (entity);
  if (property != NULL && property->type == CUT_VALUE_DATE && value != NULL)
    {
      g_autoptr (CutDate) date = cut_date_new (value, CUT_DATE_UNKNOWN, NULL, NULL);
      char *text = cut_date_to_text (date);

      return text != NULL ? text : g_strdup (value);
    }
  if (property != NULL && value != NULL)
    return cut_property_show_value (property, value);
  return g_strdup (value != NULL ? value : "…");
}

static char *
describe_fact (const CutProperty *property,
               CutFact           *fact)
{
  g_autofree char *date = cut_date_to_text (cut_fact_get_date (fact));
  const char *label = property != NULL ? cut_property_get_label (property) : cut_fact_get_property (fact);

  return date != NULL ? g_strdup_printf ("%s · %s", label, date) : g_strdup (label);
}

static CutProven *
make_fact (CutNotebook      *notebook,
           CutPassageFinder *finder,
           CutFact          *fact,
           const char       *schema)
{
  const CutProperty *property = cut_schemata_find_property (schema, cut_fact_get_property (fact));
  g_autoptr (CutRecord) entity = read_entity (notebook, cut_fact_get_entity (fact));

  return proven_new (CUT_RECORD (fact), show_value (property, fact, entity), describe_fact (property, fact), entity,
                     read_evidence (finder, cut_fact_get_evidence (fact)));
}

typedef struct
{
  GPtrArray *properties;
} Order;

static guint
find_place (const Order     *order,
            const CutProven *fact)
{
  const char *name = cut_fact_get_property (CUT_FACT (fact->record));
  guint place = 0;

  while (place < order->properties->len
         && strcmp (((const CutProperty *) g_ptr_array_index (order->properties, place))->name, name) != 0)
    place++;
  return place;
}

static int
compare_facts (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const CutProven *left = *(const CutProven *const *) a;
  const CutProven *right = *(const CutProven *const *) b;
  guint left_place = find_place (user_data, left);
  guint right_place = find_place (user_data, right);

  if (left_place != right_place)
    return left_place < right_place ? -1 : 1;
  return strcmp (cut_record_get_id (left->record), cut_record_get_id (right->record));
}

GPtrArray *
cut_proven_read_facts (CutNotebook       *notebook,
                       CutPassageFinder  *finder,
                       CutRecord         *about,
                       GCancellable      *cancellable,
                       GError           **error)
{
  const char *schema = cut_fact_get_schema_of (about);
  g_autoptr (GPtrArray) properties = cut_schemata_list_properties (schema);
  g_autoptr (GPtrArray) facts = read_where (notebook, CUT_KIND_FACT, "about", cut_record_get_id (about), cancellable, error);
  Order order = { properties };
  GPtrArray *list;

  if (facts == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_proven_free);
  for (guint i = 0; i < facts->len && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (list, make_fact (notebook, finder, g_ptr_array_index (facts, i), schema));
  g_ptr_array_sort_with_data (list, compare_facts, &order);
  return list;
}

/* Relations. */

/* What ties an entity to itself is seen from where it leads from. */
static gboolean
is_back (CutRelation *relation,
         const char  *entity)
{
  return g_strcmp0 (cut_relation_get_from (relation), entity) != 0;
}

static char *
describe_dates (CutRelation *relation)
{
  g_autofree char *start = cut_date_to_text (cut_relation_get_start (relation));
  g_autofree char *end = cut_date_to_text (cut_relation_get_end (relation));

  if (start != NULL && end != NULL)
    /* Translators: from a date to a date */
    return g_strdup_printf (C_("dates", "%s – %s"), start, end);
  if (start != NULL)
    /* Translators: %s is a date */
    return g_strdup_printf (C_("dates", "since %s"), start);
  /* Translators: %s is a date */
  return end != NULL ? g_strdup_printf (C_("dates", "until %s"), end) : NULL;
}

static char *
describe_relation (CutRelation *relation,
                   gboolean     back)
{
  const char *role = cut_relation_get_role (relation);
  g_autofree char *dates = describe_dates (relation);
  g_autoptr (GString) text = g_string_new (cut_relation_get_label (cut_relation_get_schema (relation), back));

  if (role != NULL)
    g_string_append_printf (text, " · %s", role);
  if (dates != NULL)
    g_string_append_printf (text, " · %s", dates);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static CutProven *
make_relation (CutNotebook      *notebook,
               CutPassageFinder *finder,
               CutRelation      *relation,
               const char       *entity)
{
  gboolean back = is_back (relation, entity);
  g_autoptr (CutRecord) other = read_entity (notebook, back ? cut_relation_get_from (relation) : cut_relation_get_to (relation));

  if (other == NULL)
    return NULL;
  return proven_new (CUT_RECORD (relation), cut_record_get_title (other), describe_relation (relation, back), other,
                     read_evidence (finder, cut_relation_get_evidence (relation)));
}

static guint
get_relation_place (const CutProven *tie,
                    const char      *entity)
{
  CutRelation *relation = CUT_RELATION (tie->record);
  const char *schema = cut_relation_get_schema (relation);
  gboolean second = is_back (relation, entity) && cut_relation_has_direction (schema);

  return 2 * cut_vocab_get_place (CUT_VOCAB_RELATION_SCHEMA, schema) + (second ? 1 : 0);
}

static int
compare_relations (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  const CutProven *left = *(const CutProven *const *) a;
  const CutProven *right = *(const CutProven *const *) b;
  guint left_place = get_relation_place (left, user_data);
  guint right_place = get_relation_place (right, user_data);
  int order;

  if (left_place != right_place)
    return left_place < right_place ? -1 : 1;
  order = g_utf8_collate (left->title, right->title);
  return order != 0 ? order : strcmp (cut_record_get_id (left->record), cut_record_get_id (right->record));
}

static gboolean
add_relations (GPtrArray         *list,
               CutNotebook       *notebook,
               CutPassageFinder  *finder,
               const char        *entity,
               gboolean           back,
               GCancellable      *cancellable,
               GError           **error)
{
  g_autoptr (GPtrArray) relations = read_where (notebook, CUT_KIND_RELATION, back ? "to" : "from", entity, cancellable, error);

  for (guint i = 0; relations != NULL && i < relations->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      CutRelation *relation = g_ptr_array_index (relations, i);
      CutProven *tie = is_back (relation, entity) == back ? make_relation (notebook, finder, relation, entity) : NULL;

      if (tie != NULL)
        g_ptr_array_add (list, tie);
    }
  return relations != NULL;
}

/* What else is known of a relation, an amount or a share, stands below it. */
static GPtrArray *
with_facts (CutNotebook       *notebook,
            CutPassageFinder  *finder,
            GPtrArray         *relations,
            GCancellable      *cancellable,
            GError           **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_proven_free);

  for (guint i = 0; i < relations->len; i++)
    {
      CutProven *relation = g_ptr_array_index (relations, i);
      GPtrArray *facts = cut_proven_read_facts (notebook, finder, relation->record, cancellable, error);

      if (facts == NULL)
        return NULL;
      g_ptr_array_add (all, g_steal_pointer (&g_ptr_array_index (relations, i)));
      for (guint k = 0; k < facts->len; k++)
        ((CutProven *) g_ptr_array_index (facts, k))->about = g_object_ref (relation->record);
      g_ptr_array_extend_and_steal (all, facts);
    }
  return g_steal_pointer (&all);
}

GPtrArray *
cut_proven_read_relations (CutNotebook       *notebook,
                           CutPassageFinder  *finder,
                           CutRecord         *entity,
                           GCancellable      *cancellable,
                           GError           **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_proven_free);
  const char *id = cut_record_get_id (entity);

  if (!add_relations (list, notebook, finder, id, FALSE, cancellable, error)
      || !add_relations (list, notebook, finder, id, TRUE, cancellable, error))
    return NULL;
  g_ptr_array_sort_with_data (list, compare_relations, (gpointer) id);
  return with_facts (notebook, finder, list, cancellable, error);
}
