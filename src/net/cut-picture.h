/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CutPictureKind:
 *
 * The kinds of picture that are kept, told by their first bytes, never by what the server says.
 * SVG is not among them: it is a document that can hold scripts and links to other servers, and
 * a page would show it in a browser with both.
 */
typedef enum
{
  CUT_PICTURE_NONE,
  CUT_PICTURE_PNG,
  CUT_PICTURE_JPEG,
  CUT_PICTURE_GIF,
  CUT_PICTURE_WEBP,
  CUT_PICTURE_AVIF,
} CutPictureKind;

/**
 * cut_picture_inspect:
 * @width: (out): pixels as the header promises, 0 where it does not tell cheaply (AVIF)
 * @height: (out): likewise
 *
 * Reads the header only; nothing is decoded.
 *
 * Returns: %CUT_PICTURE_NONE when @bytes are no picture that is kept
 */
CutPictureKind cut_picture_inspect (GBytes *bytes, unsigned *width, unsigned *height);

/** cut_picture_kind_get_type: Returns: (transfer none): `image/png` and the like */
const char *cut_picture_kind_get_type (CutPictureKind kind);

G_END_DECLS
