/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_name_is_named:
 * @name: what somebody calls a source, in any language there is a data file for
 *
 * Whether that is a name ("Maja Holm", "The Harbour Gazette") and not what nameless people or papers are called ("Unnamed
 * officials", "a report"). A guess, for a new source: a person can say otherwise.
 */
gboolean cut_name_is_named (const char *name);

G_END_DECLS
