/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Compiled once for all of src/ui, because reading it costs as much as compiling one of our own files.
 * No file may rely on it: each includes what it needs, and builds with -Db_pch=false too.
 * It has a guard, because gcc warns of “pragma once” in what it compiles by itself. */
#ifndef CUT_PCH_ADWAITA_H
#define CUT_PCH_ADWAITA_H

#include <adwaita.h>

#endif
