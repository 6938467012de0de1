/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-bundle.h"

G_BEGIN_DECLS

/* A small notebook for the tests: two articles about a ferry, with all that a reporter adds to them.
 * Ids and times are fixed, so that two samples are the same content. */

typedef struct
{
  CutBundleContent *content;
  GHashTable *blobs; /* SHA-256 → GBytes */
  char *folder;      /* a temporary folder, emptied at the end */
} CutSample;

CutSample *cut_sample_new (void);
void cut_sample_free (CutSample *self);

/** cut_sample_id: (transfer full): the fixed id with number @n */
char *cut_sample_id (unsigned n);
/** cut_sample_find: (transfer none): the record with number @n */
CutRecord *cut_sample_find (CutSample *self, unsigned n);
/** cut_sample_change: @name: a field; @text: as a person types it. The record with number @n gets it. */
void cut_sample_change (CutSample *self, unsigned n, const char *name, const char *text);
/** cut_sample_add: @record: (transfer full): gets the id with number @n and fixed times */
void cut_sample_add (CutSample *self, unsigned n, CutRecord *record);
/** cut_sample_set_text: the reader text of capture @n, one paragraph a line */
void cut_sample_set_text (CutSample *self, unsigned n, const char *text);
/** cut_sample_keep: (transfer full): stores @data as a blob; Returns: its SHA-256 */
char *cut_sample_keep (CutSample *self, const void *data, gssize length);
/** cut_sample_warc: (transfer full): evidence around @body, as .warc.gz */
GBytes *cut_sample_warc (const char *body);
/** cut_sample_path: (transfer full): of @name in the temporary folder */
char *cut_sample_path (CutSample *self, const char *name);
/** cut_sample_write: asserts that the bundle is written to @name; (transfer full): its path */
char *cut_sample_write (CutSample *self, const char *name);
/** cut_sample_unzip: (transfer full): text of the entry whose path ends in @suffix, or NULL */
char *cut_sample_unzip (const char *path, const char *suffix);
/** cut_sample_search: (nullable) (transfer none): where @needle first stands among @length bytes, NULs and all */
char *cut_sample_search (char *bytes, gsize length, const char *needle);
/** cut_sample_remove: deletes a folder with all in it */
void cut_sample_remove (const char *folder);

enum
{
  SAMPLE_STORY = 1,
  SAMPLE_PERSON,
  SAMPLE_TAG,
  SAMPLE_CLIP,
  SAMPLE_CAPTURE,
  SAMPLE_CLIP_RTL,
  SAMPLE_CAPTURE_RTL,
  SAMPLE_OPERATOR,
  SAMPLE_MINISTER,
  SAMPLE_SOURCE,
  SAMPLE_SOURCE_HIDDEN,
  SAMPLE_OUTLET,
  SAMPLE_CLAIM,
  SAMPLE_CLAIM_OFF,
  SAMPLE_MARK,
  SAMPLE_MARK_OVERLAP,
  SAMPLE_NOTE,
  SAMPLE_MARK_RTL,
  SAMPLE_ATTRIBUTION,
  SAMPLE_ATTRIBUTION_HIDDEN,
  SAMPLE_ATTRIBUTION_OFF,
  SAMPLE_RELATION,
  SAMPLE_CHECK,
  SAMPLE_N_IDS,
};

#define SAMPLE_TEXT \
  "Ferry ran without inspection\n" \
  "The Brightwater ferry ran for two years without an inspection, documents show.\n" \
  "“We knew,” said the operator’s spokeswoman on Tuesday.\n" \
  "The minister denied that anybody had told him about it."

G_END_DECLS
