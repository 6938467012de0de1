/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-reader-text.h"

G_BEGIN_DECLS

/** cut_link_is_safe: whether an article may send its reader there: http, https and mailto only */
gboolean cut_link_is_safe (const char *address);

/** cut_reader_link_open: opens the link at @offset; Returns: whether there is one */
gboolean cut_reader_link_open (CutReaderText *text, guint offset);

/** cut_reader_link_add: links of @text open by a click, show the hand and their real address */
void cut_reader_link_add (CutReaderText *text);

G_END_DECLS
