/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_month_from_name:
 * @name: @len bytes of UTF-8: one word, without a full stop
 *
 * Returns: the month a date in one of about thirty languages means by it, from 1; 0 for none
 */
int cut_month_from_name (const char *name, gsize len);

G_END_DECLS
