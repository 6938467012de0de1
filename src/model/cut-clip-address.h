/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_clip_check_address:
 * @address: what a person says that a clip's address is
 *
 * It becomes a link in what leaves the notebook, so it has to be one that leads to a page or a file and carries nothing that runs.
 *
 * Returns: whether it may; else @error is %CUT_ERROR_INPUT
 */
gboolean cut_clip_check_address (const char *address, GError **error);

G_END_DECLS
