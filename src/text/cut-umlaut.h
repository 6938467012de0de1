/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Wires, addresses and foreign keyboards write Müller as Mueller. All functions are pure; any thread. */

/** cut_umlaut_join: @word: folded. Returns: (transfer full): "mueller" as "muller", which is what "Müller" folds to; behind a vowel and q these letters
 *   are none: "neue", "frauen", "quelle" */
char *cut_umlaut_join (const char *word);

/** cut_umlaut_spell: Returns: (transfer full): @text, in NFC, with "ue" for "ü" */
char *cut_umlaut_spell (const char *text);

G_END_DECLS
