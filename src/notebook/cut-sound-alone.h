/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * cut_sound_alone:
 * @before: (nullable): the object as it was; what it said already is left alone
 *
 * What can be judged of an object without looking at others: that its text is more than blanks, that it does not refer to itself, that it
 * does not end before it begins, that a rating and an address are what they are called. Pure; any thread. Private to src/notebook.
 *
 * Returns: (transfer full) (nullable): @record as it is to be stored; %NULL with %CUT_ERROR_INPUT
 */
CutRecord *cut_sound_alone (CutRecord *record, CutRecord *before, GError **error);

G_END_DECLS
