/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "cut-brought.h"

G_BEGIN_DECLS

/* What the fields of flat lists mean: tables of columns, and JSON objects in an array. Private to src/imports. */

/** CutInMeaning: of one field; what is not said is a text of the item */
typedef enum
{
  CUT_IN_LEFT,    /* not carried over: counted */
  CUT_IN_NOTHING, /* says nothing that is not said elsewhere */
  CUT_IN_TEXT,
  CUT_IN_ADDED,
  CUT_IN_MODIFIED,
  CUT_IN_AUTHORS,
  CUT_IN_TAGS,
  CUT_IN_HTML,
  CUT_IN_NOTE,         /* on the whole */
  CUT_IN_QUOTE,        /* of the row's own note */
  CUT_IN_BODY,
  CUT_IN_COLOUR,
  CUT_IN_NOTE_TAGS,
  CUT_IN_NOTE_CREATED,
  CUT_IN_NOTES,        /* a list of notes, each an object */
  CUT_IN_HIGHLIGHTS,   /* "Highlight:…" and "Note:…" in lines */
} CutInMeaning;

/**
 * CutInField:
 * @name: of the column or member
 * @text: with %CUT_IN_TEXT
 * @separators: (nullable): between the entries of a list
 */
typedef struct
{
  const char *name;
  CutInMeaning meaning;
  CutBroughtText text;
  const char *separators;
} CutInField;

/**
 * CutInRow:
 * @note: (nullable): the row's own note, made when a field speaks of it
 *
 * One row on its way to an item.
 */
typedef struct
{
  CutBrought *brought;
  CutBroughtItem *item;
  CutBroughtNote *note;
} CutInRow;

/** cut_in_row_take: @value: of a cell */
void cut_in_row_take (CutInRow *self, const CutInField *field, const char *value);
/** cut_in_row_take_json: likewise of a member: a list as well as one value */
void cut_in_row_take_json (CutInRow *self, const CutInField *field, JsonNode *node);

/** cut_in_json_text: Returns: (transfer full) (nullable): a string, number or truth as text; of an object its label */
char *cut_in_json_text (JsonNode *node);

G_END_DECLS
