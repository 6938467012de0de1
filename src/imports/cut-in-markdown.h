/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-brought.h"

G_BEGIN_DECLS

/** cut_in_markdown_take: @markdown: the text of a note without its front matter; becomes the body of @item. Private to src/imports */
void cut_in_markdown_take (CutBroughtItem *item, const char *markdown);

/** cut_in_markdown_take_file: @text: of a whole file; @name: its name, which is its title where it says none */
void cut_in_markdown_take_file (CutBrought *brought, const char *text, const char *name);

G_END_DECLS
