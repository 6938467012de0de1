/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_ROOM_GROUP (cut_room_group_get_type ())
G_DECLARE_FINAL_TYPE (CutRoomGroup, cut_room_group, CUT, ROOM_GROUP, AdwPreferencesGroup)

/** CutRoomGroup: how large the open notebook is, what takes the room, and a button that gives back what is unused */
GtkWidget *cut_room_group_new (CutNotebook *notebook);

G_END_DECLS
