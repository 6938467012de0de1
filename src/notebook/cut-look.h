/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What bytes are that somebody wants to clip, by what is said of them and by the look of their first. Private to
 * src/notebook. */

typedef enum
{
  CUT_LOOK_UNREAD, /* nothing that Cuttings reads */
  CUT_LOOK_BLANK,
  CUT_LOOK_PAGE,
  CUT_LOOK_TEXT,
  CUT_LOOK_PDF,
  CUT_LOOK_MHTML,
  CUT_LOOK_WARC,
} CutLook;

/**
 * cut_look_at:
 * @content_type: (nullable): as the server or clipboard said
 * @name: (out) (optional) (nullable): of what is not read: what it is, for people
 */
CutLook cut_look_at (GBytes *bytes, const char *content_type, const char **name);

/** cut_look_get_type: Returns: (nullable): the media type that is recorded of such bytes whatever was said; %NULL where what was said counts */
const char *cut_look_get_type (CutLook look);

G_END_DECLS
