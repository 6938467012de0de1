/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-likely-same.h"
#include "cut-name-parts.h"

#define CUT_PORTRAIT_MOST_TRAITS 256

G_BEGIN_DECLS

/* An entity made ready for comparing. */
typedef struct
{
  const CutPortrait *portrait; /* (unowned) */
  gboolean person;
  GPtrArray *names;            /* (owned) (element-type CutNameParts): its own first */
} CutPrepared;

CutPrepared *cut_prepared_new (const CutPortrait *portrait);
void cut_prepared_free (CutPrepared *self);
gboolean cut_prepared_compare (const CutPrepared *a, const CutPrepared *b, CutLikelySame *pair);

/** cut_names_compare: how much alike two names are, from 0 on; @reasons: gets the bit of why */
double cut_names_compare (const CutNameParts *a, const CutNameParts *b, gboolean person, guint *reasons);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPrepared, cut_prepared_free)

G_END_DECLS
