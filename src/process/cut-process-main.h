/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CutExtractFunc:
 * @content_type: (nullable)
 * @url: (nullable)
 *
 * What a reader does with bytes.
 *
 * Returns: (transfer full) (nullable): %NULL with an error of %CUT_ERROR
 */
typedef CutArticle *(*CutExtractFunc) (GBytes *bytes, const char *content_type, const char *url, GError **error);

/**
 * cut_process_main:
 * @argv: the program's: seconds of processor time for one lot, and bytes of memory, as cut_process_new() writes them
 *
 * The main function of a reader: answers on standard output what comes on standard input, until that is closed or
 * nothing has come for a while. Standard output belongs to the answers: a reader prints nothing there.
 *
 * Returns: the process's exit status
 */
int cut_process_main (int argc, char **argv, CutExtractFunc extract);

/**
 * CutFindFunc:
 * @content_type, @url: (nullable): as cut_extractor_ask() was given them
 *
 * What a reader does that finds something else than an article.
 *
 * Returns: (transfer floating) (nullable): `a{sv}`; %NULL with an error of %CUT_ERROR
 */
typedef GVariant *(*CutFindFunc) (GBytes *bytes, const char *content_type, const char *url, GError **error);

/** cut_process_main_find: as cut_process_main() */
int cut_process_main_find (int argc, char **argv, CutFindFunc find);

G_END_DECLS
