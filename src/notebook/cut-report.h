/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"

G_BEGIN_DECLS

/* Private to src/notebook: making what cut-notebook.h describes. */

CutExportReport *cut_export_report_new (void);
CutImportReport *cut_import_report_new (void);

/** cut_report_count: adds to the count of @kind's plural; none are left out */
void cut_report_count (GHashTable *counts, CutKind kind, guint more);

/** cut_report_add: adds the counts of @other to those of @self */
void cut_report_add (CutImportReport *self, CutImportReport *other);

G_END_DECLS
