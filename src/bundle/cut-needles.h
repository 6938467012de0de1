/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-package.h"

G_BEGIN_DECLS

/**
 * CutNeedles:
 *
 * The names, aliases, e-mails, telephone numbers and accounts that must not leave: those of the sources and
 * persons that the profile protects, and every source's contact. Immutable.
 */
typedef struct _CutNeedles CutNeedles;

/** cut_needles_new: @content: as the notebook has it, unprotected; only read here */
CutNeedles *cut_needles_new (CutBundleContent *content);
void cut_needles_free (CutNeedles *self);

/** cut_needles_check: the name and the @bytes of @entry; %CUT_ERROR_PROTECTED names the file and the object */
gboolean cut_needles_check (const CutNeedles *self, const CutEntry *entry, GBytes *bytes, GCancellable *cancellable, GError **error);

/** cut_needles_check_name: the last part of @path, a file to be written */
gboolean cut_needles_check_name (const CutNeedles *self, const char *path, GError **error);
/** cut_needles_check_package: sorts the entries; hashes and checks those that were not hashed before. @progress: (nullable) */
gboolean cut_needles_check_package (const CutNeedles *self, CutPackage *package, GCancellable *cancellable, CutBundleProgress progress,
                                    gpointer progress_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutNeedles, cut_needles_free)

G_END_DECLS
