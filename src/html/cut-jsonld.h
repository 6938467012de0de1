/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"
#include "cut-facts.h"

G_BEGIN_DECLS

/**
 * cut_jsonld_read:
 * @reviews: (element-type CutReview): the page's ClaimReview objects are added to it
 *
 * Fills @facts from the page's JSON-LD (schema.org), also where it is slightly broken.
 */
void cut_jsonld_read (CutTree *tree, CutFacts *facts, GPtrArray *reviews);

G_END_DECLS
