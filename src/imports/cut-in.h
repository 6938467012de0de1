/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "cut-brought.h"

G_BEGIN_DECLS

/* Private to src/imports: what all formats are read with. */

/**
 * CutIn:
 * @bytes: the file
 * @name: its name, without the folder
 * @text: its text as UTF-8; "" of what is none
 * @json: (nullable): where its text is JSON
 * @entries: (nullable) (element-type CutInEntry): where it is a ZIP or tar
 * @failure: (nullable): why it has none, being one
 *
 * One file as it comes in.
 */
typedef struct
{
  GBytes *bytes;
  char *name;
  char *text;
  JsonNode *json;
  GPtrArray *entries;
  GError *failure;
} CutIn;

/** cut_in_new: @name: copied. Returns: (transfer full) */
CutIn *cut_in_new (GBytes *bytes, const char *name);
void cut_in_free (CutIn *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutIn, cut_in_free)

/**
 * CutInFormat:
 * @word: for `--format`
 * @label: for people: the program's name
 * @is: whether the file is one of these; quick and certain
 * @read: adds what is in the file to @brought; %FALSE with %CUT_ERROR where it cannot be read at all
 */
typedef struct
{
  const char *word;
  const char *label;
  gboolean (*is) (CutIn *in);
  gboolean (*read) (CutIn *in, CutBrought *brought, GError **error);
} CutInFormat;

/** cut_in_has_members: whether @node is an object with members of all these @names (%NULL at the end) */
gboolean cut_in_has_members (JsonNode *node, const char *const *names);
/** cut_in_first: Returns: (transfer none) (nullable): the first element of an array, or of the array @member of an object (@member is %NULL
 *   for the array itself) */
JsonNode *cut_in_first (JsonNode *node, const char *member);
/** cut_in_array: Returns: (transfer none) (nullable): likewise the array itself */
JsonArray *cut_in_array (JsonNode *node, const char *member);

/** cut_in_is_web: whether @url is http or https */
gboolean cut_in_is_web (const char *url);

/** cut_in_time: @text: a time as programs write it: Unix seconds (milli-, micro-) or ISO 8601, a time without zone being UTC.
 *   Returns: milliseconds since 1970 UTC, 0 for what is no time */
gint64 cut_in_time (const char *text);

/** cut_in_plain: Returns: (transfer full): @html without its markup, in lines */
char *cut_in_plain (const char *html);

/* The formats. */
extern const CutInFormat cut_in_bibtex;
extern const CutInFormat cut_in_bookmarks;
extern const CutInFormat cut_in_csl;
extern const CutInFormat cut_in_document;
extern const CutInFormat cut_in_elcurator;
extern const CutInFormat cut_in_enex;
extern const CutInFormat cut_in_firefox;
extern const CutInFormat cut_in_hypothesis;
extern const CutInFormat cut_in_instapaper;
extern const CutInFormat cut_in_joplin;
extern const CutInFormat cut_in_markdown;
extern const CutInFormat cut_in_notes;
extern const CutInFormat cut_in_omnivore;
extern const CutInFormat cut_in_omnivore_zip;
extern const CutInFormat cut_in_pocket_csv;
extern const CutInFormat cut_in_raindrop;
extern const CutInFormat cut_in_readability;
extern const CutInFormat cut_in_reader;
extern const CutInFormat cut_in_readwise;
extern const CutInFormat cut_in_readwise_json;
extern const CutInFormat cut_in_refi;
extern const CutInFormat cut_in_ris;
extern const CutInFormat cut_in_table;
extern const CutInFormat cut_in_taguette;
extern const CutInFormat cut_in_taguette_csv;
extern const CutInFormat cut_in_wacz;
extern const CutInFormat cut_in_wallabag;
extern const CutInFormat cut_in_warc;
extern const CutInFormat cut_in_zotero;

G_END_DECLS
