/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cut-annotation.h"
#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-entity.h"
#include "cut-exchange.h"
#include "cut-fact.h"
#include "cut-relation.h"
#include "cut-schemata.h"

/* FollowTheMoney: every value is a list of strings; an edge has both its ends, of the types its schema asks for. What no property
 * holds rides along under `cuttings`, which its tools keep and do not read: so nothing is lost on the way back. */

/* Values. */

/* To the values there are; each once. */
static void
add_value (JsonObject *properties,
           const char *name,
           const char *value)
{
  JsonArray *array = json_object_has_member (properties, name) ? json_object_get_array_member (properties, name) : NULL;

  if (value == NULL || *value == '\0')
    return;
  if (array == NULL)
    {
      array = json_array_new ();
      json_object_set_array_member (properties, name, array);
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_str_equal (json_array_get_string_element (array, i), value))
      return;
  json_array_add_string_element (array, value);
}

static void
add_values (JsonObject        *properties,
            const char        *name,
            const char *const *values)
{
  for (; *values != NULL; values++)
    add_value (properties, name, *values);
}

/* Dates have no zone there: of an instant the day. */
static void
add_date (JsonObject *properties,
          const char *name,
          const char *value)
{
  g_autofree char *day = value != NULL ? g_strndup (value, 10) : NULL;

  add_value (properties, name, day);
}

static void
add_moment (JsonObject    *properties,
            const char    *name,
            const CutDate *date)
{
  if (date != NULL)
    add_date (properties, name, cut_date_get_value (date));
}

/* Digits and the plus of the country alone. */
static char *
bare_phone (const char *value)
{
  GString *bare = g_string_new (*value == '+' ? "+" : "");

  for (const char *p = value; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (bare, *p);
  return g_string_free (bare, FALSE);
}

char *
cut_out_value (const CutProperty *property,
               const char        *value)
{
  g_autofree char *checked = value != NULL ? cut_property_check_value (property, value, NULL) : NULL;

  /* What an old notebook holds and no tool would take rides along only. */
  if (checked == NULL)
    return NULL;
  if (property->type == CUT_VALUE_DATE)
    return g_strndup (checked, 10);
  return property->type == CUT_VALUE_PHONE ? bare_phone (checked) : g_steal_pointer (&checked);
}

static void
add_typed (JsonObject        *properties,
           const CutProperty *property,
           const char        *value)
{
  g_autofree char *out = cut_out_value (property, value);

  add_value (properties, property->name, out);
}

static void
add_named (JsonObject *properties,
           const char *schema,
           const char *name,
           const char *value)
{
  const CutProperty *property = cut_schemata_find_property (schema, name);

  if (property != NULL && value != NULL)
    add_typed (properties, property, value);
}

/* Facts. */

static CutRecord *
find_entity (CutSite    *site,
             const char *id)
{
  return id != NULL ? cut_site_find (site, id, CUT_KIND_ENTITY) : NULL;
}

/* The articles that prove it; only a thing has such a property. */
static void
add_proof (CutSite           *site,
           JsonObject        *properties,
           const char        *schema,
           const char *const *evidence)
{
  for (; *evidence != NULL && cut_schemata_is_a (schema, "Thing"); evidence++)
    {
      CutRecord *annotation = cut_site_find (site, *evidence, CUT_KIND_ANNOTATION);
      const char *clip = annotation != NULL ? cut_annotation_get_clip (CUT_ANNOTATION (annotation)) : NULL;

      if (clip != NULL && cut_site_find (site, clip, CUT_KIND_CLIP) != NULL)
        add_value (properties, "proof", clip);
    }
}

static void
add_fact (CutSite    *site,
          JsonObject *properties,
          const char *schema,
          CutFact    *fact)
{
  const CutProperty *property = cut_schemata_find_property (schema, cut_fact_get_property (fact));
  CutRecord *entity = find_entity (site, cut_fact_get_entity (fact));

  if (property == NULL)
    return;
  if (property->type != CUT_VALUE_ENTITY)
    add_typed (properties, property, cut_fact_get_value (fact));
  else if (entity != NULL && cut_schemata_is_a (cut_entity_get_schema (CUT_ENTITY (entity)), property->range))
    add_value (properties, property->name, cut_record_get_id (entity));
  add_proof (site, properties, schema, cut_fact_get_evidence (fact));
}

/* The facts about @id, oldest first. */
static GPtrArray *
list_facts (CutSite    *site,
            const char *id)
{
  GPtrArray *list = cut_site_referrers (site, id, CUT_KIND_FACT);

  for (guint i = list->len; i-- > 0;)
    if (g_strcmp0 (cut_fact_get_about (g_ptr_array_index (list, i)), id) != 0)
      g_ptr_array_remove_index (list, i);
  return list;
}

static void
add_facts (CutSite    *site,
           JsonObject *properties,
           const char *schema,
           GPtrArray  *facts)
{
  for (guint i = 0; i < facts->len; i++)
    add_fact (site, properties, schema, g_ptr_array_index (facts, i));
}

/* Lines. */

static JsonArray *
records_to_json (GPtrArray *records)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < records->len; i++)
    json_array_add_object_element (array, cut_record_to_json (g_ptr_array_index (records, i), CUT_JSON_CANONICAL));
  return array;
}

/* The entities that were merged into the one with @id. */
static GPtrArray *
list_merged (CutSite    *site,
             const char *id)
{
  GPtrArray *list = cut_site_referrers (site, id, CUT_KIND_ENTITY);

  for (guint i = list->len; i-- > 0;)
    if (g_strcmp0 (cut_entity_get_merged_into (g_ptr_array_index (list, i)), id) != 0)
      g_ptr_array_remove_index (list, i);
  return list;
}

static void
set_own (CutSite    *site,
         JsonObject *object,
         CutRecord  *record,
         GPtrArray  *facts)
{
  g_autoptr (GPtrArray) merged = list_merged (site, cut_record_get_id (record));
  JsonObject *own = json_object_new ();

  json_object_set_object_member (own, "record", cut_record_to_json (record, CUT_JSON_CANONICAL));
  json_object_set_array_member (own, "facts", records_to_json (facts));
  json_object_set_array_member (own, "merged", records_to_json (merged));
  json_object_set_object_member (object, CUT_OUT_OWN_MEMBER, own);
}

static char *
finish (CutSite    *site,
        const char *id,
        const char *schema,
        JsonObject *properties,
        CutRecord  *record,
        GPtrArray  *facts)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "schema", schema);
  json_object_set_object_member (object, "properties", properties);
  if (record != NULL)
    set_own (site, object, record, facts);
  return cut_out_finish (object);
}

/* Identifiers are written as "wikidata:Q42" or as the bare number of the two kinds that tell themselves. */
static void
add_identifier (JsonObject *properties,
                const char *schema,
                const char *identifier)
{
  const char *colon = strchr (identifier, ':');
  const char *value = colon != NULL ? colon + 1 : identifier;
  static const char *const telling[] = { "wikidataId", "leiCode" };

  for (guint i = 0; i < G_N_ELEMENTS (telling); i++)
    {
      const CutProperty *property = cut_schemata_find_property (schema, telling[i]);
      g_autofree char *checked = property != NULL ? cut_property_check_value (property, value, NULL) : NULL;

      if (checked != NULL)
        {
          add_value (properties, telling[i], checked);
          return;
        }
    }
  add_named (properties, schema, "idNumber", value);
}

/* There is no schema for a country there: it is a place. */
static const char *
foreign_schema (const char *schema)
{
  return g_strcmp0 (schema, "Country") == 0 ? "Address" : schema;
}

static char *
entity_line (CutSite   *site,
             CutRecord *record,
             gboolean   whole)
{
  CutEntity *entity = CUT_ENTITY (record);
  const char *schema = foreign_schema (cut_entity_get_schema (entity));
  g_autoptr (GPtrArray) facts = list_facts (site, cut_record_get_id (record));
  JsonObject *properties = json_object_new ();

  add_value (properties, "name", cut_entity_get_name (entity));
  add_values (properties, "alias", cut_entity_get_aliases (entity));
  add_values (properties, "previousName", cut_entity_get_previous_names (entity));
  add_value (properties, "summary", cut_entity_get_summary (entity));
  add_named (properties, schema, "country", cut_entity_get_country (entity));
  for (const char *const *id = cut_entity_get_identifiers (entity); *id != NULL; id++)
    add_identifier (properties, schema, *id);
  if (g_strcmp0 (schema, "Address") == 0)
    add_value (properties, "full", cut_entity_get_name (entity));
  add_facts (site, properties, schema, facts);
  return finish (site, cut_record_get_id (record), schema, properties, whole ? record : NULL, facts);
}

static char *
relation_line (CutSite   *site,
               CutRecord *record,
               gboolean   whole)
{
  CutRelation *relation = CUT_RELATION (record);
  CutRecord *from = find_entity (site, cut_relation_get_from (relation));
  CutRecord *to = find_entity (site, cut_relation_get_to (relation));
  const char *schema = cut_relation_get_schema (relation);
  g_autoptr (GPtrArray) facts = NULL;
  const CutSchema *edge;
  JsonObject *properties;

  if (from == NULL || to == NULL)
    return NULL;
  /* What an old notebook ties together and no schema fits is a link. */
  if (!cut_schemata_check_ends (schema, cut_entity_get_schema (CUT_ENTITY (from)), cut_entity_get_schema (CUT_ENTITY (to)), NULL))
    schema = "UnknownLink";
  edge = cut_schemata_find (schema);
  facts = list_facts (site, cut_record_get_id (record));
  properties = json_object_new ();
  add_value (properties, edge->from, cut_record_get_id (from));
  add_value (properties, edge->to, cut_record_get_id (to));
  add_named (properties, schema, edge->role, cut_relation_get_role (relation));
  add_moment (properties, "startDate", cut_relation_get_start (relation));
  add_moment (properties, "endDate", cut_relation_get_end (relation));
  add_facts (site, properties, schema, facts);
  return finish (site, cut_record_get_id (record), schema, properties, whole ? record : NULL, facts);
}

/* ISO 639-3 of the languages most clips are in; others stay without. */
static const char *
long_language (const char *tag)
{
  static const char *const pairs[] = {
    "areara", "bgbul", "bnben", "cacat", "csces", "dadan", "dedeu", "elell", "eneng", "esspa", "etest", "eueus",
    "fafas", "fifin", "frfra", "gagle", "glglg", "heheb", "hihin", "hrhrv", "huhun", "hyhye", "idind", "isisl",
    "itita", "jajpn", "kakat", "kokor", "ltlit", "lvlav", "mkmkd", "msmsa", "nbnob", "nlnld", "nonor", "plpol",
    "ptpor", "roron", "rurus", "skslk", "slslv", "sqsqi", "srsrp", "svswe", "swswa", "tatam", "ththa", "trtur",
    "ukukr", "ururd", "vivie", "zhzho",
  };

  for (guint i = 0; tag != NULL && i < G_N_ELEMENTS (pairs); i++)
    if (g_ascii_strncasecmp (tag, pairs[i], 2) == 0 && !g_ascii_isalnum (tag[2]))
      return pairs[i] + 2;
  return NULL;
}

static char *
clip_line (CutSite   *site,
           CutRecord *record)
{
  CutClip *clip = CUT_CLIP (record);
  CutRecord *capture = g_hash_table_lookup (site->shown, cut_record_get_id (record));
  const char *url = cut_clip_get_canonical_url (clip) != NULL ? cut_clip_get_canonical_url (clip) : cut_clip_get_url (clip);
  const char *publisher = cut_clip_get_publisher (clip) != NULL ? cut_clip_get_publisher (clip) : cut_clip_get_site_name (clip);
  JsonObject *properties = json_object_new ();
  g_autofree char *retrieved = capture != NULL ? cut_time_format (cut_capture_get_fetched_at (CUT_CAPTURE (capture))) : NULL;

  add_value (properties, "title", cut_clip_get_title (clip));
  add_values (properties, "author", cut_clip_get_authors (clip));
  add_value (properties, "publisher", publisher);
  add_moment (properties, "publishedAt", cut_clip_get_published (clip));
  add_value (properties, "summary", cut_clip_get_standfirst (clip));
  add_value (properties, "language", long_language (cut_clip_get_language (clip)));
  if (url != NULL && g_uri_is_valid (url, G_URI_FLAGS_NONE, NULL))
    add_value (properties, "sourceUrl", url);
  if (retrieved != NULL)
    {
      /* Seconds, and no zone. */
      retrieved[19] = '\0';
      add_value (properties, "retrievedAt", retrieved);
    }
  return finish (site, cut_record_get_id (record), "Article", properties, NULL, NULL);
}

static void
take_line (GString *text,
           char    *line)
{
  if (line != NULL)
    g_string_append (text, line);
  g_free (line);
}

/* One that was merged is the other, which has its names and facts. */
static gboolean
is_merged (CutSite   *site,
           CutRecord *entity)
{
  return find_entity (site, cut_entity_get_merged_into (CUT_ENTITY (entity))) != NULL;
}

static char *
write_all (CutSite  *site,
           gboolean  whole)
{
  g_autoptr (GPtrArray) entities = cut_site_sorted (site, CUT_KIND_ENTITY);
  g_autoptr (GPtrArray) relations = cut_site_sorted (site, CUT_KIND_RELATION);
  g_autoptr (GPtrArray) clips = cut_site_sorted (site, CUT_KIND_CLIP);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entities->len; i++)
    if (!is_merged (site, g_ptr_array_index (entities, i)))
      take_line (text, entity_line (site, g_ptr_array_index (entities, i), whole));
  for (guint i = 0; i < relations->len; i++)
    take_line (text, relation_line (site, g_ptr_array_index (relations, i), whole));
  for (guint i = 0; i < clips->len; i++)
    take_line (text, clip_line (site, g_ptr_array_index (clips, i)));
  return g_string_free (text, FALSE);
}

char *
cut_out_entities (CutSite *site)
{
  return write_all (site, FALSE);
}

char *
cut_out_entities_whole (CutSite *site)
{
  return write_all (site, TRUE);
}
