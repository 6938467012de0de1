/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writing single records of a WARC file (ISO 28500:2017), each as a gzip member of its own. */

/**
 * cut_warc_record_begin:
 * @id: a UUID without `urn:uuid:`
 * @uri: (nullable)
 * @time: ms since 1970 UTC
 *
 * Returns: (transfer full): a head, to which fields can be added
 */
GString *cut_warc_record_begin (const char *type, const char *id, const char *uri, gint64 time);

/** cut_warc_record_add: a line of a head, or of a block of fields; a line end in @value becomes a space */
void cut_warc_record_add (GString *head, const char *name, const char *value);
/** cut_warc_record_add_digest: the SHA-256 (base16) of @data */
void cut_warc_record_add_digest (GString *head, const char *name, const guint8 *data, gsize length);
/** cut_warc_record_add_id: @id as `<urn:uuid:…>` */
void cut_warc_record_add_id (GString *head, const char *name, const char *id);

/** cut_warc_record_end: appends the whole record to @out; takes @head, to which it adds digest and length of the block.
 *   @content_type: (nullable): where the head has it already */
void cut_warc_record_end (GByteArray *out, GString *head, const char *content_type, const guint8 *block, gsize length);

G_END_DECLS
