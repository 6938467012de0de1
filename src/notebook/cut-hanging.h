/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/* What hangs on what, where an object is deleted for good. */

/**
 * CutTie:
 * @CUT_TIE_HANGS: the one that names goes along: it says something about the other and nothing without it
 * @CUT_TIE_FIXED: whoever names it stays and is never changed, so the other stays, too
 * @CUT_TIE_RESTS: the one that names rests on the other as its evidence, its source or its original: as long as it is in use, the other stays
 * @CUT_TIE_LOOSE: the one that names stays without it
 */
typedef enum
{
  CUT_TIE_HANGS,
  CUT_TIE_FIXED,
  CUT_TIE_RESTS,
  CUT_TIE_LOOSE,
} CutTie;

/** cut_hanging_get_tie: what it means that an object of @kind names another one in @field */
CutTie cut_hanging_get_tie (CutKind kind, const CutField *field);
/** cut_hanging_find_tie: likewise, @field: its name */
CutTie cut_hanging_find_tie (CutKind kind, const char *field);

/** cut_hanging_hangs: whether @record hangs on one of @ids (element-type utf8) */
gboolean cut_hanging_hangs (CutRecord *record, GHashTable *ids);
/** cut_hanging_line_hangs: likewise, of a line of the journal; what cannot be read does */
gboolean cut_hanging_line_hangs (CutKind kind, const char *line, GHashTable *ids);

/** cut_hanging_strip: Returns: (transfer full): @record, naming none of @ids (element-type utf8) any more where it can do without; itself where it
 *   names none */
CutRecord *cut_hanging_strip (CutRecord *record, GHashTable *ids);

G_END_DECLS
