/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "cut-schemata.h"
#include "cut-site.h"

G_BEGIN_DECLS

/* The same content in the formats of others: `exchange/` and the RO-Crate metadata. */

/** cut_exchange_write: W3C annotations, schema.org claims, FollowTheMoney entities, CSL-JSON references */
void cut_exchange_write (CutPackage *package);
/** cut_exchange_write_crate: `ro-crate-metadata.json`: every file of the payload so far, which is hashed */
void cut_exchange_write_crate (CutPackage *package);

/* One file each: the text of the whole file. (transfer full) */
char *cut_out_bibtex (CutSite *site);
char *cut_out_ris (CutSite *site);
/** cut_out_table: RFC 4180; a row for each object of @kind, with the names of others in place of their ids */
char *cut_out_table (CutSite *site, CutKind kind);
char *cut_out_annotations (CutSite *site);
char *cut_out_claims (CutSite *site);
char *cut_out_entities (CutSite *site);
/** cut_out_entities_whole: likewise, with the records under `cuttings`, for a file that stands alone */
char *cut_out_entities_whole (CutSite *site);
char *cut_out_references (CutSite *site);
char *cut_out_crate (CutPackage *package);

/* What reference managers want of a clip. All (nullable) (transfer none). */

/** cut_out_reference_type: a type of CSL 1.0.2 */
const char *cut_out_reference_type (CutRecord *clip);
const char *cut_out_reference_outlet (CutRecord *clip);
/** cut_out_reference_url: (transfer full): as an IRI where it can be one */
char *cut_out_reference_url (CutRecord *clip);
/** cut_out_reference_authors: the names, or the outlet of an unsigned piece. (transfer full): never %NULL */
char **cut_out_reference_authors (CutRecord *clip);
/**
 * cut_out_reference_person:
 * @name: one of cut_out_reference_authors()
 * @family: (out) (transfer full): "van der Berg"
 * @given: (out) (transfer full): "Ludwig"
 *
 * Returns: whether @name is plainly that of a person and which part of it the family's; else neither is set
 */
gboolean cut_out_reference_person (CutRecord *clip, const char *name, char **family, char **given);
/** cut_out_reference_accessed: (transfer full) (nullable): the day of the capture that is shown, YYYY-MM-DD */
char *cut_out_reference_accessed (CutSite *site, CutRecord *clip);

/* What of a FollowTheMoney line is ours alone: the records it was made of. */
#define CUT_OUT_OWN_MEMBER "cuttings"

/** cut_out_value: Returns: (transfer full) (nullable): @value as FollowTheMoney has it; %NULL when it does not fit @property */
char *cut_out_value (const CutProperty *property, const char *value);

/* Small parts. */

/** cut_out_urn: Returns: (transfer full): `urn:uuid:ID` */
char *cut_out_urn (const char *id);
/** cut_out_derived_urn: Returns: (transfer full): the urn of something that has no id of its own, always the same for @seed and @role */
char *cut_out_derived_urn (const char *seed, const char *role);
/** cut_out_iri: Returns: (transfer full) (nullable): @address as an absolute IRI (RFC 3987), what may not stand in one escaped */
char *cut_out_iri (const char *address);
/** cut_out_set: nothing for %NULL or "" */
void cut_out_set (JsonObject *object, const char *name, const char *value);
/** cut_out_set_reference: a member that names another object: `{"NAME": {"KEY": "urn:uuid:ID"}}` */
void cut_out_set_reference (JsonObject *object, const char *name, const char *key, const char *id);
/** cut_out_set_array: takes @array; nothing when it is empty */
void cut_out_set_array (JsonObject *object, const char *name, JsonArray *array);
/** cut_out_set_time: @ms as an instant that ends in Z; nothing for 0 */
void cut_out_set_time (JsonObject *object, const char *name, gint64 ms);
/** cut_out_set_strings: a list of strings; nothing for an empty one */
void cut_out_set_strings (JsonObject *object, const char *name, const char *const *strings);
/** cut_out_finish: Returns: (transfer full): one line with its end; takes @object */
char *cut_out_finish (JsonObject *object);

G_END_DECLS
