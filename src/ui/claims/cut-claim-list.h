/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cut-claim-item.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_CLAIM_LIST (cut_claim_list_get_type ())
G_DECLARE_FINAL_TYPE (CutClaimList, cut_claim_list, CUT, CLAIM_LIST, GObject)

/**
 * CutClaimList:
 *
 * The claims of a story or of the whole notebook, as a #GListModel of #CutClaimItem, newest first. Follows the notebook by
 * itself while it is awake: a change replaces the rows it is about, each in its place and by the same object, and no other.
 *
 * Signals: `loaded`: after the first load of what it lists now; `failed` (const char *sentence).
 */
CutClaimList *cut_claim_list_new (CutNotebook *notebook);

/** cut_claim_list_set_story: @story: (nullable): id; loads anew where that is another one */
void cut_claim_list_set_story (CutClaimList *self, const char *story);
const char *cut_claim_list_get_story (CutClaimList *self);
/** cut_claim_list_set_awake: asleep, nothing is read: what nobody sees is brought up to date when it wakes up */
void cut_claim_list_set_awake (CutClaimList *self, gboolean awake);
/** cut_claim_list_read_again: after a failure */
void cut_claim_list_read_again (CutClaimList *self);
/** cut_claim_list_is_loaded: whether what it lists now has been read */
gboolean cut_claim_list_is_loaded (CutClaimList *self);
/** cut_claim_list_find: Returns: (transfer none) (nullable): the row of that claim */
CutClaimItem *cut_claim_list_find (CutClaimList *self, const char *id);

G_END_DECLS
