/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-name-text.h"

G_BEGIN_DECLS

/** cut_name_lines_are_wrapped: whether the lines of @text are those of a typewriter: most end within a sentence, and none is much longer */
gboolean cut_name_lines_are_wrapped (const char *text);

/** cut_name_lines_judge: marks the words of headlines, whose capitals mean nothing, and counts in what case each word stands elsewhere */
void cut_name_lines_judge (CutNameText *words);

G_END_DECLS
