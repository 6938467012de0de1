/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "cut-date.h"
#include "cut-record.h"

G_BEGIN_DECLS

/* What the command line prints. Thread-safe: each call prints one whole line. */

/** cut_output_object: prints one JSON object as one line, members in the order set */
void cut_output_object (JsonObject *object);
/** cut_output_to_json: Returns: (transfer full): all fields; in place of what is sealed `locked`: whether it is */
JsonObject *cut_output_to_json (CutRecord *record);
/** cut_output_record: with @json its object (`object` names its kind), else id and title */
void cut_output_record (CutRecord *record, gboolean json);
/** cut_output_set: sets a member to @text, or null */
void cut_output_set (JsonObject *object, const char *name, const char *text);
void cut_output_set_date (JsonObject *object, const char *name, CutDate *date);
/** cut_output_set_list: (nullable) (element-type utf8) */
void cut_output_set_list (JsonObject *object, const char *name, GPtrArray *list);
/** cut_output_set_counts: @counts: (nullable) (element-type utf8 guint), printed sorted by name */
void cut_output_set_counts (JsonObject *object, const char *name, GHashTable *counts);
/** cut_output_print_counts: "New: 3 clips · 5 claims"; nothing when there is nothing to count */
void cut_output_print_counts (const char *heading, GHashTable *counts);

G_END_DECLS
