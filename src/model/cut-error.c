/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-error.h"

G_DEFINE_QUARK (cut-error-quark, cut_error)
