/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-command.h"

G_BEGIN_DECLS

/**
 * CutFields:
 *
 * One option for each field of a kind, made from the field table: `--status disputed`, `--entity NAME`
 * again and again for a list. Ids may be given by name.
 */
typedef struct _CutFields CutFields;

CutFields *cut_fields_new (CutKind kind);
void cut_fields_free (CutFields *self);
/** cut_fields_get_entries: (transfer none): to be handed to cut_cli_parse() with more entries of one's own appended by @extra (nullable) */
const GOptionEntry *cut_fields_get_entries (CutFields *self, const GOptionEntry *extra);
/** cut_fields_is_set: whether an option for @name was given */
gboolean cut_fields_is_set (CutFields *self, const char *name);
/** cut_fields_leave_out: @names: %NULL-terminated: fields that get no option: the command fills them by itself */
void cut_fields_leave_out (CutFields *self, const char *const *names);
/** cut_fields_with_text: as cut_record_with_text(), but %CUT_ERROR_USAGE: what a field cannot be is a word of the call that is off */
CutRecord *cut_fields_with_text (CutRecord *record, const char *name, const char *text, GError **error);
/** cut_fields_apply: Returns: (transfer full) (nullable): @record with what was given */
CutRecord *cut_fields_apply (CutFields *self, CutCli *cli, CutRecord *record, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutFields, cut_fields_free)

G_END_DECLS
