/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"

G_BEGIN_DECLS

/**
 * Table `custody`: what was done with which evidence and when, each entry sealed with the hash of the
 * one before. The hash is SHA-256 over the lines sequence number, time (ms), action, object id, object
 * hash and previous hash, joined by LF; the previous hash of the first entry is "".
 */

gboolean cut_custody_append (CutDb *db, const char *action, const char *object, const char *object_sha256, GError **error);

/** cut_custody_head: (transfer full) (nullable): %NULL without error when there is no entry yet */
char *cut_custody_head (CutDb *db, GError **error);

/** cut_custody_verify: @problems: (element-type utf8): lines are added */
gboolean cut_custody_verify (CutDb *db, GPtrArray *problems, GError **error);

G_END_DECLS
