/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** cut_extract_warc: of cut_extract_saved(), for WARC. Returns: (transfer full) (nullable) */
CutArticle *cut_extract_warc (GBytes *bytes, const char *url, GError **error);

G_END_DECLS
