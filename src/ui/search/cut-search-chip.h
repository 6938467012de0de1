/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"
#include "cut-search-term.h"

G_BEGIN_DECLS

/**
 * CutSearchChip:
 * @filter: what it restricts
 * @negative: must not hold
 * @value: as it is written, without quotes
 * @text: the chip as a person would type it
 *
 * A filter of a search that is shown apart from its words.
 */
typedef struct
{
  CutFilter filter;
  gboolean negative;
  char *value;
  char *text;
} CutSearchChip;

void cut_search_chip_free (CutSearchChip *self);

/** cut_search_chip_describe: Returns: (transfer full): what it says to people, such as "Outlet: BBC News" */
char *cut_search_chip_describe (const CutSearchChip *self);

/** cut_search_filter_get_label: Returns: (transfer none): the translated name of the filter, such as "Outlet" */
const char *cut_search_filter_get_label (CutFilter filter);

/** cut_search_filter_write: Returns: (transfer full): `word:value` as a person would type it, quoted where it must be; @value: "" for the beginning */
char *cut_search_filter_write (CutFilter filter, gboolean negative, const char *value);

/**
 * cut_search_split:
 * @text: what was typed
 * @caret: (inout): code point at which somebody is typing: the filter there is not finished yet, and stays; -1: all are finished
 * @chips: (element-type CutSearchChip): gets the filters
 *
 * Takes out of a search the filters that hold for themselves. One that is joined to others by OR stays, since it means
 * something only where it stands.
 *
 * Returns: (transfer full): what is left, in NFC
 */
char *cut_search_split (const char *text, int *caret, GPtrArray *chips);

/** cut_search_join: @words: what cut_search_split() left. Returns: (transfer full): the whole search, without a filter at its end that has no value yet */
char *cut_search_join (GPtrArray *chips, const char *words);

/** cut_search_get_kind: Returns: the kind of objects that @text asks for by one `kind:`; %CUT_KIND_NONE where it does not */
CutKind cut_search_get_kind (const char *text);

G_END_DECLS
