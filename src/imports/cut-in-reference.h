/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-brought.h"

G_BEGIN_DECLS

/* What reference managers say of a work. Private to src/imports. */

/** cut_in_reference_add_author: @name: "Quell, Mara" is written as she is called, "Mara Quell" */
void cut_in_reference_add_author (CutBroughtItem *item, const char *name);

/** cut_in_reference_set_kind: @type: of CSL, RIS, BibTeX or Zotero; none of ours where it is unknown */
void cut_in_reference_set_kind (CutBroughtItem *item, const char *type);

/** cut_in_reference_set_date: @date: `2016/03/22/`, `2016-3-2` and the like, only as exact as it is. Returns: whether it is a date */
gboolean cut_in_reference_set_date (CutBroughtItem *item, const char *date);

/** cut_in_reference_set_url: @url: also without a scheme; not over another. Returns: whether it is one */
gboolean cut_in_reference_set_url (CutBroughtItem *item, const char *url);
/** cut_in_reference_set_doi: the address of a DOI, where there is no other */
void cut_in_reference_set_doi (CutBroughtItem *item, const char *doi);

/** cut_in_reference_add_note: @html: with markup or without */
void cut_in_reference_add_note (CutBroughtItem *item, const char *html);

/** cut_in_reference_finish: gives @item its key: @id, which is not that of another work unless it is an
 *   address; else the address, else title and date */
void cut_in_reference_finish (CutBroughtItem *item, const char *id);

G_END_DECLS
