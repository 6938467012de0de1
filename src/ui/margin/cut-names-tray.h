/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-reader-view.h"

G_BEGIN_DECLS

#define CUT_TYPE_NAMES_TRAY (cut_names_tray_get_type ())
G_DECLARE_FINAL_TYPE (CutNamesTray, cut_names_tray, CUT, NAMES_TRAY, GtkWidget)

/**
 * CutNamesTray:
 *
 * A tray above the cards: the names in the text that are no entities yet, or are not linked to the entity they are known as. In a row
 * Tab goes to the next, Enter accepts the name, E chooses its kind first, and Delete dismisses it for good; each is one act, that can be
 * undone. Rows are made when the tray is open. Not there when no name is proposed.
 */
GtkWidget *cut_names_tray_new (CutNotebook *notebook);
/** cut_names_tray_set_reader: @reader: (nullable): the view that shows where a name stands */
void cut_names_tray_set_reader (CutNamesTray *self, CutReaderView *reader);
/** cut_names_tray_set_reading: @reading: (nullable): whose names are proposed; to be called again when something changed */
void cut_names_tray_set_reading (CutNamesTray *self, CutReading *reading);

G_END_DECLS
