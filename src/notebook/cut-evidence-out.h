/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-bundle.h"

G_BEGIN_DECLS

/** cut_evidence_out_warc: a #CutBundleWarcFunc: the page as it was captured, without cookies and credentials, then its pictures as
 *   `resource` records. Private to src/notebook */
GBytes *cut_evidence_out_warc (CutBundleContent *content, CutRecord *capture, GError **error);

G_END_DECLS
