/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/** cut_field_get_label: Returns: (transfer none): what people call the field @name of @kind, translated */
const char *cut_field_get_label (CutKind kind, const char *name);

/** cut_kind_get_edit_label: Returns: (transfer none): the name of an act that edits one @kind, such as "Edit Claim" */
const char *cut_kind_get_edit_label (CutKind kind);
/** cut_kind_get_new_label: Returns: (transfer none): such as "New Claim" */
const char *cut_kind_get_new_label (CutKind kind);
/** cut_kind_get_delete_label: Returns: (transfer none): such as "Delete Claim" */
const char *cut_kind_get_delete_label (CutKind kind);

/**
 * cut_record_new_named:
 * @kind: story, tag, source or entity
 *
 * Returns: (transfer full): a new object with nothing but @name
 */
CutRecord *cut_record_new_named (CutKind kind, const char *name);

G_END_DECLS
