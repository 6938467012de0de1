/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-intake.h"

G_BEGIN_DECLS

/* From what was gathered to the objects of the notebook. Pure functions, private to src/notebook. */

/** cut_evidence_make_clip: Returns: (transfer full): a new clip with what the article says of itself */
CutRecord *cut_evidence_make_clip (const CutIntake *intake, const CutClipRequest *request);

/** cut_evidence_complete_clip: Returns: (transfer full): @clip with the fields it lacks, from a newer capture */
CutRecord *cut_evidence_complete_clip (CutRecord *clip, const CutIntake *intake);

/** cut_evidence_apply_request: Returns: (transfer full): @clip with the title, date and story the user says */
CutRecord *cut_evidence_apply_request (CutRecord *clip, const CutClipRequest *request);

/**
 * cut_evidence_make_capture:
 * @previous: (nullable): id of the capture before
 * @warc: (out) (transfer full): the bytes of its evidence, to be stored
 *
 * Returns: (transfer full): the capture
 */
CutRecord *cut_evidence_make_capture (const CutIntake *intake, const CutClipRequest *request, const char *clip,
                                      const char *previous, GBytes **warc);

G_END_DECLS
