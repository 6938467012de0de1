/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-search-words.h"

G_BEGIN_DECLS

struct fts5_api;
struct sqlite3;

/** CUT_TOKENIZER_OR: in an expression, between two words: the second is as good as the first, at the same place */
#define CUT_TOKENIZER_OR "\037"

/**
 * CutTokenizer:
 *
 * The tokenizer `cuttings` of FTS5 on one connection: what cut-search-words says is a word. It also gathers which words of
 * letters there are, for the table `word`.
 */
typedef struct _CutTokenizer CutTokenizer;

/** cut_tokenizer_get_api: Returns: (nullable) (transfer none): %NULL when this SQLite has no FTS5 */
struct fts5_api *cut_tokenizer_get_api (struct sqlite3 *handle);

/** cut_tokenizer_new: gives @handle the tokenizer. Returns: (nullable) (transfer none): of the connection, which frees it; %NULL when
 *   this SQLite has no FTS5 */
CutTokenizer *cut_tokenizer_new (struct sqlite3 *handle);

CutSearchWords *cut_tokenizer_get_words (CutTokenizer *self);

/** cut_tokenizer_set_gathering: whether the texts that are indexed from now on say which words there are */
void cut_tokenizer_set_gathering (CutTokenizer *self, gboolean gathering);
/** cut_tokenizer_take_gathered: Returns: (transfer full) (element-type utf8): folded words that were not gathered lately */
GPtrArray *cut_tokenizer_take_gathered (CutTokenizer *self);
/** cut_tokenizer_forget_gathered: they were not kept: each is gathered again when it comes */
void cut_tokenizer_forget_gathered (CutTokenizer *self);

G_END_DECLS
