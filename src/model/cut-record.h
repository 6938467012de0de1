/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

#include "cut-date.h"
#include "cut-selector.h"
#include "cut-vocab.h"

G_BEGIN_DECLS

/* The objects of `domain.md`. Each kind is a final GObject class with a table of fields; the
 * table alone says what there is: GObject properties, JSON members, database columns, the
 * revision hash and the undo journal all follow from it, so that one word serves everywhere. */

typedef enum
{
  CUT_KIND_NONE,
  CUT_KIND_STORY,
  CUT_KIND_CONTRIBUTOR,
  CUT_KIND_CLIP,
  CUT_KIND_CAPTURE,
  CUT_KIND_ANNOTATION,
  CUT_KIND_CLAIM,
  CUT_KIND_ATTRIBUTION,
  CUT_KIND_SOURCE,
  CUT_KIND_ENTITY,
  CUT_KIND_RELATION,
  CUT_KIND_TAG,
  CUT_KIND_CHECK,
  CUT_KIND_EVENT,
  CUT_KIND_ENQUIRY,
  CUT_KIND_PLACEMENT,
  CUT_KIND_DISMISSAL,
  CUT_KIND_FACT,
  CUT_KIND_SAVED_SEARCH,
  CUT_N_KINDS,
} CutKind;

/**
 * CutFieldType:
 * @CUT_FIELD_STRING: UTF-8, nullable ("" is stored as %NULL)
 * @CUT_FIELD_WORD: a word of a vocabulary
 * @CUT_FIELD_ID: the id of another object
 * @CUT_FIELD_STRINGS: a list of strings (empty is stored as %NULL)
 * @CUT_FIELD_IDS: a list of ids
 * @CUT_FIELD_INT: 64 bits
 * @CUT_FIELD_TIME: milliseconds since 1970 UTC, 0 for none; an ISO string in JSON
 * @CUT_FIELD_BOOLEAN: true or false
 * @CUT_FIELD_DATE: a #CutDate; in JSON an object of value, precision and from
 * @CUT_FIELD_SELECTOR: a #CutSelector; in JSON a list of W3C selectors
 * @CUT_FIELD_JSON: canonical JSON text (lists of headers, redirects, resources, spans)
 */
typedef enum
{
  CUT_FIELD_STRING,
  CUT_FIELD_WORD,
  CUT_FIELD_ID,
  CUT_FIELD_STRINGS,
  CUT_FIELD_IDS,
  CUT_FIELD_INT,
  CUT_FIELD_TIME,
  CUT_FIELD_BOOLEAN,
  CUT_FIELD_DATE,
  CUT_FIELD_SELECTOR,
  CUT_FIELD_JSON,
} CutFieldType;

/**
 * CutFieldFlags:
 * @CUT_FIELD_REQUIRED: an object without it is refused
 * @CUT_FIELD_SEARCHED: its words are found by the full-text search
 * @CUT_FIELD_CONTACT: never leaves the notebook; sealed wherever the notebook is protected
 * @CUT_FIELD_COVERED: tells who a confidential source is; sealed with the object where it is confidential, see cut-secrets.h
 * @CUT_FIELD_SEALED: holds the sealed ones; no person sees or types it
 * @CUT_FIELD_ORDERED: a list whose order says something, so that two versions of it are not brought together entry by entry
 */
typedef enum
{
  CUT_FIELD_PLAIN = 0,
  CUT_FIELD_REQUIRED = 1 << 0,
  CUT_FIELD_SEARCHED = 1 << 1,
  CUT_FIELD_CONTACT = 1 << 2,
  CUT_FIELD_COVERED = 1 << 3,
  CUT_FIELD_SEALED = 1 << 4,
  CUT_FIELD_ORDERED = 1 << 5,
} CutFieldFlags;

typedef struct
{
  const char *name;      /* as in JSON and the database: `final_url`; the property is `final-url` */
  CutFieldType type;
  CutVocab vocab;        /* of a word */
  CutKind target;        /* of an id: the kind it names, or CUT_KIND_NONE for any */
  CutFieldFlags flags;
} CutField;

/* The fields that every object has; a kind's own ones follow from CUT_RECORD_N_FIELDS on. */
enum
{
  CUT_RECORD_ID,
  CUT_RECORD_CREATED,
  CUT_RECORD_MODIFIED,
  CUT_RECORD_CONTRIBUTOR,
  CUT_RECORD_SENSITIVITY,
  CUT_RECORD_DELETED,
  CUT_RECORD_REV,
  CUT_RECORD_PARENTS,
  CUT_RECORD_WRITTEN,
  CUT_RECORD_CONFLICTS,
  CUT_RECORD_N_FIELDS,
};

#define CUT_TYPE_RECORD (cut_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (CutRecord, cut_record, CUT, RECORD, GObject)

/**
 * CutRecordClass:
 *
 * A kind's class: set by %CUT_DEFINE_RECORD. Records are immutable: a change makes another
 * record with the same id (cut_record_with()). Safe to share between threads.
 */
struct _CutRecordClass
{
  GObjectClass parent_class;
  CutKind kind;
  const CutField *fields;
  guint n_fields;
  const guint *by_name; /* (array length=n_fields): the fields in the order of their names, as canonical JSON has them */
};

/* Kinds. */

/** cut_kind_get_name: Returns: (transfer none): `clip`, the table's and JSON's word */
const char *cut_kind_get_name (CutKind kind);
/** cut_kind_get_plural: Returns: (transfer none): `clips`, the command line's and the bundle's word */
const char *cut_kind_get_plural (CutKind kind);
/** cut_kind_get_label: Returns: (transfer none): the translated word for people */
const char *cut_kind_get_label (CutKind kind);
/** cut_kind_from_name: singular or plural; Returns: %CUT_KIND_NONE for another word */
CutKind cut_kind_from_name (const char *name);
GType cut_kind_get_gtype (CutKind kind);

/** cut_kind_get_fields: Returns: (transfer none) (array length=n_fields): common fields first */
const CutField *cut_kind_get_fields (CutKind kind, guint *n_fields);
/** cut_kind_find_field: Returns: index, or -1; @name with `_` or `-` */
int cut_kind_find_field (CutKind kind, const char *name);

/* Making records. */

/**
 * cut_record_new: (skip)
 * @first_property: property names and values as for g_object_new(), closed with %NULL
 *
 * A record with a new id, the present time as created and modified, and each word field not
 * named set to its vocabulary's first choice.
 *
 * Returns: (transfer full)
 */
CutRecord *cut_record_new (CutKind kind, const char *first_property, ...) G_GNUC_NULL_TERMINATED;

/** cut_record_new_blank: Returns: (transfer full): a record with nothing set but a new id, no vocabulary's word and no time either */
CutRecord *cut_record_new_blank (CutKind kind);

/**
 * CutRecordFillFunc:
 * @value: holds nothing yet, of the type of the field
 *
 * Returns: whether there was something sound to fill it with, and be it nothing
 */
typedef gboolean (*CutRecordFillFunc) (guint field, CutFieldType type, GValue *value, gpointer data);

/**
 * cut_record_new_filled:
 * @fill: (scope call): called for each field in their order, until it returns %FALSE
 * @damaged: (out): the field where it did
 *
 * Returns: (transfer full) (nullable): a record with what @fill says, and nothing else
 */
CutRecord *cut_record_new_filled (CutKind kind, CutRecordFillFunc fill, gpointer data, guint *damaged);

/**
 * cut_record_with: (skip)
 *
 * Returns: (transfer full): a copy with the named properties replaced and `modified` set to now
 */
CutRecord *cut_record_with (CutRecord *self, const char *first_property, ...) G_GNUC_NULL_TERMINATED;

/** cut_record_with_value: as cut_record_with(), for one field by index; %NULL clears it */
CutRecord *cut_record_with_value (CutRecord *self, guint field, const GValue *value);

/**
 * cut_record_with_text:
 * @name: field name, with `_` or `-`
 * @text: (nullable): as a person would type it: a word, a date, `yes`/`no`, ids or strings
 *   separated by commas (names may not hold one; use several calls or JSON for those), JSON; %NULL or "" clears
 *
 * Returns: (transfer full) (nullable): the changed copy, or %NULL with %CUT_ERROR_INPUT
 */
CutRecord *cut_record_with_text (CutRecord *self, const char *name, const char *text, GError **error);

/** cut_record_with_revision: the copy that follows @parents: their revs as parents, its own rev computed. (transfer full) */
CutRecord *cut_record_with_revision (CutRecord *self, const char *const *parents);

/** cut_record_with_revision_and_line: likewise. @line: (out) (transfer full) (nullable): gets the copy's %CUT_JSON_CANONICAL line, for
 *   much less than it takes to make it again */
CutRecord *cut_record_with_revision_and_line (CutRecord *self, const char *const *parents, char **line);

/** cut_record_compute_rev: Returns: (transfer full): SHA-256 (hex) over the canonical JSON without `rev` */
char *cut_record_compute_rev (CutRecord *self);

/**
 * cut_record_validate:
 *
 * Returns: whether required fields are there, words are of their vocabulary, ids are ids, and
 *   sizes are in the limits; else %CUT_ERROR_INPUT names the field and what it may be
 */
gboolean cut_record_validate (CutRecord *self, GError **error);

/* Reading records. */
CutKind cut_record_get_kind (CutRecord *self);
const CutField *cut_record_get_fields (CutRecord *self, guint *n_fields);
const GValue *cut_record_get_value (CutRecord *self, guint field);
/** cut_record_get_string: of a string, word, id or JSON field. (nullable) (transfer none) */
const char *cut_record_get_string (CutRecord *self, guint field);
/** cut_record_get_int: of an int, time or boolean field */
gint64 cut_record_get_int (CutRecord *self, guint field);
/** cut_record_get_strv: of a list field; never %NULL. (transfer none) */
const char *const *cut_record_get_strv (CutRecord *self, guint field);
CutDate *cut_record_get_date (CutRecord *self, guint field);
CutSelector *cut_record_get_selector (CutRecord *self, guint field);
gboolean cut_record_has_value (CutRecord *self, guint field);

const char *cut_record_get_id (CutRecord *self);
const char *cut_record_get_rev (CutRecord *self);
gboolean cut_record_is_deleted (CutRecord *self);

/**
 * cut_record_get_title:
 *
 * Returns: (transfer full): the one line a list shows it by: title, name, text, label or quote. No control characters are in it
 */
char *cut_record_get_title (CutRecord *self);

/** cut_record_same_value: whether both, of one kind, have the same in @field */
gboolean cut_record_same_value (CutRecord *a, CutRecord *b, guint field);
/** cut_record_equal: same kind and the same value in every field (rev and parents included) */
gboolean cut_record_equal (CutRecord *a, CutRecord *b);

/* JSON. */
typedef enum
{
  CUT_JSON_PLAIN = 0,       /* bare ids, every key, null where nothing is set: the command line */
  CUT_JSON_CANONICAL = 1,   /* `urn:uuid:` ids, keys without a value left out: bundle and revision */
} CutJsonForm;

/** cut_record_to_json: Returns: (transfer full) */
JsonObject *cut_record_to_json (CutRecord *self, CutJsonForm form);
/** cut_record_to_line: Returns: (transfer full): its canonical JSON text in @form, without newline */
char *cut_record_to_line (CutRecord *self, CutJsonForm form);

/**
 * cut_record_from_json:
 *
 * Reads either form. Unknown members are ignored; one of the wrong type is an error.
 *
 * Returns: (transfer full) (nullable): not yet validated; %NULL with %CUT_ERROR_INPUT
 */
CutRecord *cut_record_from_json (CutKind kind, JsonObject *object, GError **error);
CutRecord *cut_record_from_line (CutKind kind, const char *line, GError **error);

/* Defining kinds; see cut-claim.c. */
void cut_record_class_set_fields (CutRecordClass *klass, CutKind kind, const CutField *own, guint n_own);
void cut_record_init_fields (CutRecord *self);

#define CUT_DEFINE_RECORD(TypeName, type_name, KIND, own_fields)                                   \
  struct _##TypeName                                                                               \
  {                                                                                                \
    CutRecord parent_instance;                                                                     \
  };                                                                                               \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, CUT_TYPE_RECORD)                                       \
  static void type_name##_class_init (TypeName##Class *klass)                                      \
  {                                                                                                \
    cut_record_class_set_fields (CUT_RECORD_CLASS (klass), KIND, own_fields, G_N_ELEMENTS (own_fields)); \
  }                                                                                                \
  static void type_name##_init (TypeName *self) { cut_record_init_fields (CUT_RECORD (self)); }

G_END_DECLS
