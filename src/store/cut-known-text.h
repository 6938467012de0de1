/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutKnownText:
 * @text: the reader text
 * @sha256: of @text
 * @blocks: (element-type CutBlock): its paragraphs
 * @blocks_json: the same
 * @html: (nullable): the article
 * @against: (nullable): bytes that are stored and that say almost the same: a text that came as text is kept once, not twice
 * @against_sha256: (nullable): of @against
 *
 * What a capture reads as, from who made it just now: valid UTF-8, and each part belongs to the others. Nothing here is owned.
 */
typedef struct
{
  const char *text;
  const char *sha256;
  GPtrArray *blocks;
  const char *blocks_json;
  const char *html;
  GBytes *against;
  const char *against_sha256;
} CutKnownText;

G_END_DECLS
