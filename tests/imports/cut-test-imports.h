/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-imports.h"

G_BEGIN_DECLS

/* Reading the files in tests/data/imports, most of which tell of one article. */

#define TANK "https://norrvik.example/news/tank"
#define MARCH_5 G_GINT64_CONSTANT (1709625600000) /* 2024-03-05T08:00:00Z */
#define MARCH_6 G_GINT64_CONSTANT (1709712000000)

/** cut_test_read: the file is found out to be of @format, and comes as from the other process. Returns: (transfer full) */
CutBrought *cut_test_read (const char *name, const char *format);
/** cut_test_read_text: likewise a file that holds @text. Returns: (transfer full) */
CutBrought *cut_test_read_text (const char *text, const char *format);
CutBroughtItem *cut_test_item (CutBrought *brought, guint i);
CutBroughtNote *cut_test_note (CutBroughtItem *item, guint i);
/** cut_test_assert_list: @expected: joined by "|" */
void cut_test_assert_list (GPtrArray *list, const char *expected);
guint cut_test_left (CutBrought *brought, const char *what);
/** cut_test_assert_tank: @tags: as of cut_test_assert_list() */
void cut_test_assert_tank (CutBroughtItem *item, const char *title, gint64 added, const char *tags);
void cut_test_assert_refused (const char *text, gsize length, const char *format, int code);

G_END_DECLS
