/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-command.h"

G_BEGIN_DECLS

/** cut_mentions_list_print: @entity, @clip: (nullable): ids or names. Looks through all texts first. @limit: 0 for none. Returns: an exit status */
int cut_mentions_list_print (CutCli *cli, const char *entity, const char *clip, gboolean unlinked, guint limit, guint offset);

G_END_DECLS
