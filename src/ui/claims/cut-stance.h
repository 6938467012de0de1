/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CutStanceSide: what an attribution is evidence for. Silence, and an answer that says neither, is never a denial. */
typedef enum
{
  CUT_STANCE_FOR,
  CUT_STANCE_AGAINST,
  CUT_STANCE_ANSWER,
  CUT_N_STANCE_SIDES,
} CutStanceSide;

/** cut_stance_get_side: @stance: (nullable): a word of %CUT_VOCAB_STANCE */
CutStanceSide cut_stance_get_side (const char *stance);
/** cut_stance_side_get_title: Returns: (transfer none): heading of that evidence, translated */
const char *cut_stance_side_get_title (CutStanceSide side);
/** cut_stance_show: @image: shows the sign of @stance; the word must stand beside it, the colour alone says nothing */
void cut_stance_show (GtkImage *image, const char *stance);

G_END_DECLS
