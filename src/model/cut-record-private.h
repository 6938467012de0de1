/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * cut_record_with_values:
 * @values: (element-type GValue): one a field; %NULL keeps what @self has
 *
 * Returns: (transfer full): the copy; `modified` is as given
 */
CutRecord *cut_record_with_values (CutRecord *self, const GPtrArray *values);

G_END_DECLS
