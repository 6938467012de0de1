/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-capture.h"

G_BEGIN_DECLS

/** What a capture holds that came out of another program's file has its program's format in a header of this name. */
#define CUT_IMPORTED_HEADER "Import-Format"

/**
 * cut_imported_find:
 * @capture: any
 * @program: (out) (transfer none) (nullable): the translated name of the program or format, where it is known
 *
 * What another program's file said of a page is no capture of the page itself. Pure; any thread.
 *
 * Returns: whether @capture came out of such a file
 */
gboolean cut_imported_find (CutCapture *capture, const char **program);

G_END_DECLS
