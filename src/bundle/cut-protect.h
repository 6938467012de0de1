/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-bundle.h"

G_BEGIN_DECLS

/* Which objects stay in the notebook, and which sources leave without their names. */

/**
 * CutStaying:
 * @gone: (element-type utf8): ids of objects that do not leave
 * @masked: (element-type utf8 utf8): id of a confidential source → its id in this bundle
 * @present: (element-type utf8): ids of all objects in the content
 * @counts: by kind, how many stay by the rules
 */
typedef struct
{
  CutBundleContent *content; /* borrowed */
  GHashTable *gone;
  GHashTable *masked;
  GHashTable *present;
  guint counts[CUT_N_KINDS];
  guint off_record;
} CutStaying;

CutStaying *cut_staying_new (CutBundleContent *content);
void cut_staying_free (CutStaying *self);
gboolean cut_staying_has (const CutStaying *self, const char *id);

/** cut_protect_is_masked: whether @source leaves without its name under the content's profile */
gboolean cut_protect_is_masked (const CutBundleContent *content, CutRecord *source);
/** cut_protect_is_off_record: an attribution on those terms */
gboolean cut_protect_is_off_record (CutRecord *attribution);

/** CutReferenceFunc: @id: one id that @field of a record names */
typedef void (*CutReferenceFunc) (CutRecord *record, const CutField *field, const char *id, gpointer data);
/** cut_protect_each_reference: calls @func for every id in every field of @record */
void cut_protect_each_reference (CutRecord *record, CutReferenceFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutStaying, cut_staying_free)

G_END_DECLS
