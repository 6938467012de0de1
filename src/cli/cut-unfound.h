/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/** cut_unfound_describe: Returns: (transfer full): the sentence that the notebook holds nothing of @kind (%CUT_KIND_NONE: of any) by @name */
char *cut_unfound_describe (CutKind kind, const char *name);

G_END_DECLS
