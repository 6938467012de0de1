/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook-entities.h"

G_BEGIN_DECLS

/**
 * CutMergeLine:
 * @title: what it is about: "Also known as"
 * @words: what there will be
 */
typedef struct
{
  char *title;
  char *words;
} CutMergeLine;

/** cut_merge_preview: Returns: (transfer full) (element-type CutMergeLine): what comes together when @other is merged into @kept; never empty */
GPtrArray *cut_merge_preview (CutEntityDetail *kept, CutEntityDetail *other);

G_END_DECLS
