/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-claim-filter.h"

G_BEGIN_DECLS

#define CUT_TYPE_CLAIM_FILTER_POPOVER (cut_claim_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (CutClaimFilterPopover, cut_claim_filter_popover, CUT, CLAIM_FILTER_POPOVER, GtkPopover)

/**
 * CutClaimFilterPopover:
 *
 * Sets what a #CutClaimFilter leaves, and the story whose claims are listed.
 *
 * Signals: `story-chosen` (const char *id, nullable); `changed`: after any choice.
 */
GtkWidget *cut_claim_filter_popover_new (CutNotebook *notebook, CutClaimFilter *filter);

/** cut_claim_filter_popover_clear: nothing is left out; the story is every one again */
void cut_claim_filter_popover_clear (CutClaimFilterPopover *self);
/** cut_claim_filter_popover_show_story: @id: (nullable): as if it had been chosen; no signal */
void cut_claim_filter_popover_show_story (CutClaimFilterPopover *self, const char *id);

G_END_DECLS
