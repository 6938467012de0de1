/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-settings.h"

G_BEGIN_DECLS

/**
 * cut_search_forms_get_languages:
 *
 * Returns: (transfer full) (nullable): in which languages a search finds the other forms of its words, as #CutQuery takes them: those of the
 *   preferences, else English and those of the interface; %NULL where words are found only as they are typed
 */
char *cut_search_forms_get_languages (CutSettings *settings);

G_END_DECLS
