/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-in-field.h"
#include "cut-in.h"

G_BEGIN_DECLS

/**
 * CutInList:
 * @is_table: comma-separated values; else JSON
 * @member: (nullable): of JSON, where the array is: a member of the root, or the root itself
 * @needed: what fields the first row must have to be of this format (%NULL at the end)
 * @fields: what they mean, in the order in which they count; closed by one without a name. Columns that are not among them are
 *   counted as left out.
 *
 * A format that is one flat list. Private to src/imports.
 */
typedef struct
{
  gboolean is_table;
  const char *member;
  const char *const *needed;
  const CutInField *fields;
} CutInList;

gboolean cut_in_list_is (const CutInList *list, CutIn *in);
/** cut_in_list_read: Returns: %TRUE */
gboolean cut_in_list_read (const CutInList *list, CutIn *in, CutBrought *brought);

/** CUT_IN_LIST: defines the format cut_in_NAME of the lists @LIST */
#define CUT_IN_LIST(NAME, WORD, LABEL, LIST)                                                                     \
  static gboolean is_##NAME (CutIn *in) { return cut_in_list_is (&(LIST), in); }                                 \
  static gboolean read_##NAME (CutIn *in, CutBrought *brought, GError **error) { return cut_in_list_read (&(LIST), in, brought); } \
  const CutInFormat cut_in_##NAME = { WORD, LABEL, is_##NAME, read_##NAME }

G_END_DECLS
