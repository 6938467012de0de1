/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CutPdfXmp:
 * @creators: (element-type utf8)
 *
 * What an XMP packet (ISO 16684-1) says in the properties that a clip has; each of the others is nullable.
 */
typedef struct
{
  char *title;
  GPtrArray *creators;
  char *publisher;
  char *description;
  char *language;
  char *created;
  char *modified;
} CutPdfXmp;

/**
 * cut_pdf_xmp_read:
 * @packet: (nullable): XML, not trusted
 *
 * Returns: (transfer full): empty where there is no packet; what came before the place where one breaks
 */
CutPdfXmp *cut_pdf_xmp_read (const char *packet);
void cut_pdf_xmp_free (CutPdfXmp *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPdfXmp, cut_pdf_xmp_free)

G_END_DECLS
