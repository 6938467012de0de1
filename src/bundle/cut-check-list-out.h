/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-check-list.h"

G_BEGIN_DECLS

/* A check list as a document, in the user's language. Anybody may read what is printed: it holds the texts of claims and the
 * names that the gaps say, nothing else of the notebook. */

/**
 * cut_check_list_to_html:
 * @items: (element-type CutCheckItem)
 * @title: of the story, or of the notebook
 *
 * Returns: (transfer full): a page of its own, without scripts and without anything to be fetched
 */
char *cut_check_list_to_html (GPtrArray *items, const char *title);
/** cut_check_list_to_markdown: Returns: (transfer full): a heading for each urgency, a task for each gap */
char *cut_check_list_to_markdown (GPtrArray *items, const char *title);

/** cut_check_list_describe_day: Returns: (transfer full): such as "As of 12 March 2026: 3 gaps", for the head of the document */
char *cut_check_list_describe_day (GPtrArray *items);

G_END_DECLS
