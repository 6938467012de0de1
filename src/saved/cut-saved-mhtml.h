/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** cut_extract_mhtml: of cut_extract_saved(), for MHTML. Returns: (transfer full) (nullable) */
CutArticle *cut_extract_mhtml (GBytes *bytes, const char *url, GError **error);

G_END_DECLS
