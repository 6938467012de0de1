/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** bench_pages_make: @number: tells one page from another. Returns: (transfer full): a page of some 30 KB, as of a newspaper */
GBytes *bench_pages_make (guint number);

/**
 * bench_pages_load:
 * @from_corpus: (out): how many are real pages; the others are made
 *
 * Returns: (transfer full) (element-type GBytes): at least @number pages, the real ones first
 */
GPtrArray *bench_pages_load (guint number, guint *from_corpus);

/** bench_pages_count_bytes: of all @pages */
gsize bench_pages_count_bytes (GPtrArray *pages);

G_END_DECLS
