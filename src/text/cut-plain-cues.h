/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-date.h"

G_BEGIN_DECLS

/* What single lines of a pasted page give away by their words. English first; German, French, Spanish
 * for the commonest page furniture. All take a normalised line. */

/** cut_cue_is_furniture: "See all photos", "Watch this: …", "2 min read", "Advertisement" … */
gboolean cut_cue_is_furniture (const char *line);
/** cut_cue_is_menu: "Politics", over the title */
gboolean cut_cue_is_menu (const char *line);
/** cut_cue_is_byline: "By A B", where words say that it is one */
gboolean cut_cue_is_byline (const char *line);
/** cut_cue_leads_away: "Read also", and nothing else: the title of another article follows */
gboolean cut_cue_leads_away (const char *line);
/** cut_cue_closes: "Related topics", "Notes to editors": what follows is no longer the article's */
gboolean cut_cue_closes (const char *line);
/** cut_cue_is_credit: a picture's: "SOPA Images", "Photo: …", "Getty Images/…", "© …" */
gboolean cut_cue_is_credit (const char *line);
/** cut_cue_is_caption: words and, at the end of the same line, the picture's credit: "The old mill. Photo: …" */
gboolean cut_cue_is_caption (const char *line);
/** cut_cue_is_job: "Business correspondent", "Senior reporter, Lowfield" */
gboolean cut_cue_is_job (const char *line);
/** cut_cue_is_bio: a sentence about the author: has an author's first name (or "the author") and a bio word */
gboolean cut_cue_is_bio (const char *line, const char *const *authors);
/** cut_cue_get_authors: Returns: (transfer full) (nullable): names of a byline ("By A B and C D", or "A B Senior Writer"), at least one */
char **cut_cue_get_authors (const char *line);
/** cut_cue_is_name: two to four capitalised words and nothing else */
gboolean cut_cue_is_name (const char *line);
/** cut_cue_get_date: Returns: (transfer full) (nullable): the full date that a short line states */
CutDate *cut_cue_get_date (const char *line);
/** cut_cue_get_month: Returns: (transfer full) (nullable): the month of a line that says nothing else: "March 2024" */
CutDate *cut_cue_get_month (const char *line);
/** cut_cue_ends_sentence: whether the line ends as prose does */
gboolean cut_cue_ends_sentence (const char *line);

G_END_DECLS
