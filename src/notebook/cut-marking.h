/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-act.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

/* Acts on a reading, as pure builders: each returns an act to commit. Offsets are code points of the reader text. */

/** cut_marking_annotate: Returns: (transfer full) (nullable): a new annotation of @kind on [start, end), widened to grapheme
 *   borders; %CUT_ERROR_INPUT when empty or out of the text. @annotation: (out) (optional): the record */
CutAct *cut_marking_annotate (CutReading *reading, const char *kind, guint start, guint end, const char *colour, CutRecord **annotation, GError **error);

/** cut_marking_claim: an annotation of kind claim, a claim with @text (NULL: the marked words) and its attribution.
 *   @source: (nullable): id of a source */
CutAct *cut_marking_claim (CutReading *reading, guint start, guint end, const char *text, const char *source, CutRecord **annotation, CutRecord **claim, CutRecord **attribution, GError **error);

/** cut_marking_entity: an annotation of kind entity on the words, tied to @entity (record, possibly new: it is put too), or when %NULL to a new one named by the words */
CutAct *cut_marking_entity (CutReading *reading, guint start, guint end, CutRecord *entity, const char *schema, CutRecord **annotation, GError **error);

/** cut_marking_attach: the person's word that @annotation stands at [start, end) of the capture read; over an earlier word. Its
 *   selectors stay as made. */
CutAct *cut_marking_attach (CutReading *reading, CutRecord *annotation, guint start, guint end, GError **error);

/** cut_marking_keep_orphan: the person's word that @annotation stands nowhere in the capture read */
CutAct *cut_marking_keep_orphan (CutReading *reading, CutRecord *annotation, GError **error);

/** cut_marking_release: takes the person's word about the capture read back, so that what the program finds counts again;
 *   %CUT_ERROR_NOT_FOUND when there is none */
CutAct *cut_marking_release (CutReading *reading, CutRecord *annotation, GError **error);

/** cut_marking_set_ends: moves the ends of @annotation: in the capture that it was made on its selectors (a person made them, the
 *   earlier ones stay in its history); in another capture its selectors stay as made, and the new ends are the person's word on
 *   where it stands there, as of cut_marking_attach() */
CutAct *cut_marking_set_ends (CutReading *reading, CutRecord *annotation, guint start, guint end, GError **error);

/** cut_marking_set_counts: the user's word on whether the block at @offset counts; undoes an earlier one by itself */
CutAct *cut_marking_set_counts (CutReading *reading, guint offset, gboolean counts, GError **error);

G_END_DECLS
