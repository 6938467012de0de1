/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"

G_BEGIN_DECLS

/* Table `word`: the words of the notebook's texts, folded; see cut-search-words.h. */

/** cut_word_table_add_gathered: within an act: those of the texts that were indexed since the last call */
gboolean cut_word_table_add_gathered (CutDb *db, GError **error);

/** cut_word_table_renew: within an act: forgets words that the index does not hold any more. Reads the whole index. */
gboolean cut_word_table_renew (CutDb *db, GError **error);

/** CutWordFunc: Returns: whether to go on */
typedef gboolean (*CutWordFunc) (const char *word, gpointer data);

/** cut_word_table_foreach: those that begin with @prefix, which may be empty, in the order of their bytes */
gboolean cut_word_table_foreach (CutDb *db, const char *prefix, CutWordFunc func, gpointer data, GError **error);

/** cut_word_table_count_texts: @prefix: whether what begins with @word is meant. @most: where counting may stop. Returns: how many texts of the index have @word; -1 on error */
gint64 cut_word_table_count_texts (CutDb *db, const char *word, gboolean prefix, gint64 most, GError **error);

G_END_DECLS
