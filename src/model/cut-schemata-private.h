/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-schemata.h"

G_BEGIN_DECLS

/* All of them, those first that others extend. */
extern const CutSchema cut_schemata[];
extern const guint cut_n_schemata;

G_END_DECLS
