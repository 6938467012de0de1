/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "cut-vocab.h"

G_BEGIN_DECLS

/* The schemata of entities and relations: which properties each has, of which types, and which entities a relation may tie.
 * Names and types are those of FollowTheMoney (version 3.8), so that what is typed here loads there; `Country` is ours and leaves
 * as an Address. All of it is data, in cut-schemata-table.c; everything here is pure, for any thread.
 *
 * What most entities have is a field of the entity itself (name, aliases, previous names, country, summary), as are role, start
 * and end of a relation: see cut_property_get_field(). Every other value is a #CutFact. */

/**
 * CutValueType:
 * @CUT_VALUE_STRING: words, at most 1,024 code points
 * @CUT_VALUE_TEXT: a longer text
 * @CUT_VALUE_NAME: a name
 * @CUT_VALUE_DATE: `2018-11-23`, `2018-11`, `2018` or an instant
 * @CUT_VALUE_COUNTRY: code of a country, see cut-country.h; a name is understood
 * @CUT_VALUE_IDENTIFIER: a number in a register; those with check digits are checked
 * @CUT_VALUE_URL: address on the web
 * @CUT_VALUE_EMAIL: e-mail address
 * @CUT_VALUE_PHONE: phone number
 * @CUT_VALUE_NUMBER: a number, with a point for decimals
 * @CUT_VALUE_GENDER: `female`, `male` or `other`
 * @CUT_VALUE_ADDRESS: a postal address in one line
 * @CUT_VALUE_ENTITY: another entity
 */
typedef enum
{
  CUT_VALUE_STRING,
  CUT_VALUE_TEXT,
  CUT_VALUE_NAME,
  CUT_VALUE_DATE,
  CUT_VALUE_COUNTRY,
  CUT_VALUE_IDENTIFIER,
  CUT_VALUE_URL,
  CUT_VALUE_EMAIL,
  CUT_VALUE_PHONE,
  CUT_VALUE_NUMBER,
  CUT_VALUE_GENDER,
  CUT_VALUE_ADDRESS,
  CUT_VALUE_ENTITY,
} CutValueType;

/**
 * CutProperty:
 * @name: `birthDate`
 * @type: of its values
 * @range: (nullable): of an entity: the schema it has to be of
 * @label: untranslated; see cut_property_get_label()
 */
typedef struct
{
  const char *name;
  CutValueType type;
  const char *range;
  const char *label;
} CutProperty;

#define CUT_SCHEMA_MOST_PARENTS 3
#define CUT_SCHEMA_MOST_FEATURED 6

/**
 * CutSchema:
 * @name: `Company`, as records have it
 * @extends: the schemata it takes properties from, %NULL behind the last
 * @properties: (array length=n_properties): its own ones
 * @featured: names of the properties to show first, %NULL behind the last
 * @from, @to: (nullable): of a relation: the properties that its ends are
 * @role: (nullable): of a relation: the property that its role is
 * @directed: of a relation: whether it matters which end is which
 */
typedef struct
{
  const char *name;
  const char *extends[CUT_SCHEMA_MOST_PARENTS + 1];
  const CutProperty *properties;
  guint n_properties;
  const char *featured[CUT_SCHEMA_MOST_FEATURED + 1];
  const char *from;
  const char *to;
  const char *role;
  gboolean directed;
} CutSchema;

/** cut_schemata_find: Returns: (transfer none) (nullable): the schema of an entity or relation called @name, or one that such extend */
const CutSchema *cut_schemata_find (const char *name);

/** cut_schemata_is_a: whether @name is @ancestor or extends it, directly or not; both (nullable) */
gboolean cut_schemata_is_a (const char *name, const char *ancestor);

/** cut_schemata_get_label: Returns: (transfer none): translated: "Public body"; @name itself when unknown */
const char *cut_schemata_get_label (const char *name);

/** cut_schemata_list_properties: Returns: (transfer container) (element-type CutProperty): all of @schema, those inherited too, the
 *   featured first, then by the order of the table; each name once; the ends of a relation are not among them. Empty when unknown. */
GPtrArray *cut_schemata_list_properties (const char *schema);

/** cut_schemata_find_property: Returns: (transfer none) (nullable): the property of @schema called @name, inherited or not */
const CutProperty *cut_schemata_find_property (const char *schema, const char *name);

/** cut_schemata_need_property: as cut_schemata_find_property(); %NULL with %CUT_ERROR_INPUT, which names what @schema has */
const CutProperty *cut_schemata_need_property (const char *schema, const char *name, GError **error);

/** cut_property_get_label: Returns: (transfer none): translated: "Birth date" */
const char *cut_property_get_label (const CutProperty *property);

/** cut_property_get_field: @schema: of the entity or relation. Returns: (transfer none) (nullable): the field of the record itself that
 *   holds the property (`aliases`, `start`); %NULL where its values are facts */
const char *cut_property_get_field (const CutProperty *property, const char *schema);

/** cut_property_is_single: whether an entity has at most one value of it that holds at a time (a birth date, a company number), so that two
 *   values speak against each other */
gboolean cut_property_is_single (const CutProperty *property);

/**
 * cut_property_check_value:
 * @text: as a person types it
 *
 * Returns: (transfer full) (nullable): the value as it is stored: trimmed, a country as its code, a number plain; %NULL with
 *   %CUT_ERROR_INPUT, which says what is wrong with @text. Not for properties of the type %CUT_VALUE_ENTITY.
 */
char *cut_property_check_value (const CutProperty *property, const char *text, GError **error);

/** cut_schemata_check_value: cut_schemata_need_property() and cut_property_check_value() in one */
char *cut_schemata_check_value (const char *schema, const char *property, const char *text, GError **error);

/** cut_property_show_value: Returns: (transfer full): @value, as stored, for people: a country by its name */
char *cut_property_show_value (const CutProperty *property, const char *value);

/** cut_schemata_is_relation: whether @schema is one of a relation */
gboolean cut_schemata_is_relation (const char *schema);

/** cut_schemata_get_end: @to: the end. Returns: (transfer none) (nullable): the property that is the end of the relation: its label says what
 *   stands there ("Owner"), its range of which schema that must be; %NULL for another schema */
const CutProperty *cut_schemata_get_end (const char *schema, gboolean to);

/** cut_schemata_fits: whether an entity of @entity may stand at that end of a relation of @schema */
gboolean cut_schemata_fits (const char *schema, gboolean to, const char *entity);

/** cut_schemata_check_ends: @from, @to: schemata of the entities. Returns: %FALSE with %CUT_ERROR_INPUT that says which end does not fit,
 *   what would, and that the other way round it would fit where it does */
gboolean cut_schemata_check_ends (const char *schema, const char *from, const char *to, GError **error);

/** cut_schemata_list_relations: Returns: (transfer container) (element-type utf8): the schemata of relations that may lead from an entity of
 *   @from to one of @to, in the order to show; both (nullable): any */
GPtrArray *cut_schemata_list_relations (const char *from, const char *to);

G_END_DECLS
