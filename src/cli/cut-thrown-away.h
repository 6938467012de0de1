/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"

G_BEGIN_DECLS

/**
 * cut_thrown_away_drop:
 * @records: (element-type CutRecord): those outside the Trash
 *
 * Takes out of a list what cannot stand without something that lies in the Trash: the captures and marks of a clip, the attributions of a claim.
 * They were not deleted themselves, so that they are back as soon as it is restored; until then no bundle holds them either.
 */
void cut_thrown_away_drop (CutNotebook *notebook, GPtrArray *records);

G_END_DECLS
