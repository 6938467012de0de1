/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-entity.h"
#include "cut-exchange.h"
#include "cut-relation.h"

/* FollowTheMoney: every value is a list of strings; an edge has both its ends, of the types its schema asks for. */

typedef enum
{
  END_THING = 0,
  END_PERSON = 1 << 0,
  END_ORGANIZATION = 1 << 1,
  END_COMPANY = 1 << 2, /* the only one of ours that can be owned */
} End;

#define END_LEGAL (END_PERSON | END_ORGANIZATION | END_COMPANY)
#define END_BODY (END_ORGANIZATION | END_COMPANY)

typedef struct
{
  const char *schema;
  const char *from;
  const char *to;
  End from_end;
  End to_end;
  const char *role;
} Edge;

static const Edge edges[] = {
  { "UnknownLink", "subject", "object", END_THING, END_THING, "role" },
  { "Ownership", "owner", "asset", END_LEGAL, END_COMPANY, "role" },
  { "Directorship", "director", "organization", END_LEGAL, END_BODY, "role" },
  { "Membership", "member", "organization", END_LEGAL, END_BODY, "role" },
  { "Employment", "employee", "employer", END_PERSON, END_BODY, "role" },
  { "Family", "person", "relative", END_PERSON, END_PERSON, "relationship" },
  { "Associate", "person", "associate", END_PERSON, END_PERSON, "relationship" },
  { "Representation", "agent", "client", END_LEGAL, END_LEGAL, "role" },
  { "Payment", "payer", "beneficiary", END_LEGAL, END_LEGAL, "purpose" },
};

static void
set (JsonObject *properties,
     const char *name,
     const char *value)
{
  const char *const values[] = { value, NULL };

  if (value != NULL && *value != '\0')
    cut_out_set_strings (properties, name, values);
}

/* Dates have no zone there: of an instant the day. */
static void
set_date (JsonObject    *properties,
          const char    *name,
          const CutDate *date)
{
  g_autofree char *day = date != NULL ? g_strndup (cut_date_get_value (date), 10) : NULL;

  set (properties, name, day);
}

static char *
finish (const char *id,
        const char *schema,
        JsonObject *properties)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "schema", schema);
  json_object_set_object_member (object, "properties", properties);
  return cut_out_finish (object);
}

static End
end_of (CutRecord *entity)
{
  const char *schema = cut_entity_get_schema (CUT_ENTITY (entity));

  if (g_strcmp0 (schema, "Person") == 0)
    return END_PERSON;
  if (g_strcmp0 (schema, "Company") == 0)
    return END_COMPANY;
  return g_strcmp0 (schema, "Organization") == 0 || g_strcmp0 (schema, "PublicBody") == 0 ? END_ORGANIZATION : END_THING;
}

static gboolean
is_made_of (const char *text,
            const char *letters)
{
  return *text != '\0' && text[strspn (text, letters)] == '\0';
}

/* Identifiers are written as "wikidata:Q42" or as the bare number of the two kinds that tell themselves. */
static void
set_identifier (JsonObject *properties,
                const char *identifier,
                End         end)
{
  const char *colon = strchr (identifier, ':');
  const char *value = colon != NULL ? colon + 1 : identifier;

  while (*value == ' ')
    value++;
  if (*value == 'Q' && is_made_of (value + 1, "0123456789"))
    set (properties, "wikidataId", value);
  else if (end != END_THING && strlen (value) == 20 && is_made_of (value, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    set (properties, "leiCode", value);
  else if (end != END_THING && value[0] != '\0')
    set (properties, "idNumber", value);
}

static char *
entity_line (CutRecord *record)
{
  CutEntity *entity = CUT_ENTITY (record);
  const char *schema = cut_entity_get_schema (entity);
  JsonObject *properties = json_object_new ();
  g_autofree char *country = cut_entity_get_country (entity) != NULL
                                 ? g_ascii_strdown (cut_entity_get_country (entity), -1)
                                 : NULL;

  set (properties, "name", cut_entity_get_name (entity));
  cut_out_set_strings (properties, "alias", cut_entity_get_aliases (entity));
  cut_out_set_strings (properties, "previousName", cut_entity_get_previous_names (entity));
  set (properties, "summary", cut_entity_get_summary (entity));
  if (country != NULL && strlen (country) == 2)
    set (properties, "country", country);
  for (const char *const *id = cut_entity_get_identifiers (entity); *id != NULL; id++)
    set_identifier (properties, *id, end_of (record));
  /* There is no schema for a country: it is a place. */
  if (g_strcmp0 (schema, "Country") == 0 || g_strcmp0 (schema, "Address") == 0)
    {
      set (properties, "full", cut_entity_get_name (entity));
      schema = "Address";
    }
  return finish (cut_record_get_id (record), schema, properties);
}

static const Edge *
edge_for (const char *schema,
          CutRecord  *from,
          CutRecord  *to)
{
  for (guint i = 1; i < G_N_ELEMENTS (edges); i++)
    if (g_strcmp0 (edges[i].schema, schema) == 0 && (edges[i].from_end & end_of (from)) &&
        (edges[i].to_end & end_of (to)))
      return &edges[i];
  return &edges[0];
}

static char *
relation_line (CutSite   *site,
               CutRecord *record)
{
  CutRelation *relation = CUT_RELATION (record);
  CutRecord *from = cut_site_find (site, cut_relation_get_from (relation), CUT_KIND_ENTITY);
  CutRecord *to = cut_site_find (site, cut_relation_get_to (relation), CUT_KIND_ENTITY);
  const Edge *edge;
  JsonObject *properties;

  if (from == NULL || to == NULL)
    return NULL;
  edge = edge_for (cut_relation_get_schema (relation), from, to);
  properties = json_object_new ();
  set (properties, edge->from, cut_record_get_id (from));
  set (properties, edge->to, cut_record_get_id (to));
  set (properties, edge->role, cut_relation_get_role (relation));
  set_date (properties, "startDate", cut_relation_get_start (relation));
  set_date (properties, "endDate", cut_relation_get_end (relation));
  return finish (cut_record_get_id (record), edge->schema, properties);
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

  set (properties, "title", cut_clip_get_title (clip));
  cut_out_set_strings (properties, "author", cut_clip_get_authors (clip));
  set (properties, "publisher", publisher);
  set_date (properties, "publishedAt", cut_clip_get_published (clip));
  set (properties, "summary", cut_clip_get_standfirst (clip));
  set (properties, "language", long_language (cut_clip_get_language (clip)));
  if (url != NULL && g_uri_is_valid (url, G_URI_FLAGS_NONE, NULL))
    set (properties, "sourceUrl", url);
  if (retrieved != NULL)
    {
      /* Seconds, and no zone. */
      retrieved[19] = '\0';
      set (properties, "retrievedAt", retrieved);
    }
  return finish (cut_record_get_id (record), "Article", properties);
}

static void
take_line (GString *text,
           char    *line)
{
  if (line != NULL)
    g_string_append (text, line);
  g_free (line);
}

char *
cut_out_entities (CutSite *site)
{
  g_autoptr (GPtrArray) entities = cut_site_sorted (site, CUT_KIND_ENTITY);
  g_autoptr (GPtrArray) relations = cut_site_sorted (site, CUT_KIND_RELATION);
  g_autoptr (GPtrArray) clips = cut_site_sorted (site, CUT_KIND_CLIP);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entities->len; i++)
    take_line (text, entity_line (g_ptr_array_index (entities, i)));
  for (guint i = 0; i < relations->len; i++)
    take_line (text, relation_line (site, g_ptr_array_index (relations, i)));
  for (guint i = 0; i < clips->len; i++)
    take_line (text, clip_line (site, g_ptr_array_index (clips, i)));
  return g_string_free (text, FALSE);
}
