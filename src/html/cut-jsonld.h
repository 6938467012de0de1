/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-facts.h"

G_BEGIN_DECLS

/** cut_jsonld_read: fills @facts from the page's JSON-LD (schema.org), also where it is slightly
 * broken */
void cut_jsonld_read (CutTree *tree, CutFacts *facts);

/**
 * cut_jsonld_is_shallow:
 *
 * Returns: whether nothing in @text nests deeper than %CUT_LIMIT_JSON_DEPTH. To be asked before
 *   a parser that recurses sees it; reads every byte once.
 */
gboolean cut_jsonld_is_shallow (const char *text);

/**
 * cut_jsonld_repair:
 *
 * Returns: (transfer full): @text without the faults pages make: comment and CDATA marks
 *   around it, line ends inside strings, commas before a closing bracket, a semicolon behind
 */
char *cut_jsonld_repair (const char *text);

G_END_DECLS
