/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_CLIP_DETAILS (cut_clip_details_get_type ())
G_DECLARE_FINAL_TYPE (CutClipDetails, cut_clip_details, CUT, CLIP_DETAILS, AdwWindow)

/** CutClipDetails: what is known of a clip, each field to be corrected in place. Not modal; Escape closes it. */
GtkWidget *cut_clip_details_new (CutNotebook *notebook, CutRecord *clip);
/** cut_clip_details_focus: the focus goes to @field */
void cut_clip_details_focus (CutClipDetails *self, const char *field);

G_END_DECLS
