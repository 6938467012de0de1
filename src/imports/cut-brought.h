/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a file of another program holds, in one form for all of them. Plain structures, owned by whoever made them. All
 * strings are UTF-8; all times are milliseconds since 1970 UTC, 0 where the file does not say. */

/**
 * CutBroughtText:
 * @CUT_BROUGHT_KEY: what the item is called in that program: always the same one in the next file it writes
 * @CUT_BROUGHT_URL: on the web: http or https
 * @CUT_BROUGHT_KIND: as of a clip
 * @CUT_BROUGHT_OUTLET: where it was published
 * @CUT_BROUGHT_PUBLISHED: as cut_date_new() reads it
 * @CUT_BROUGHT_EXCERPT: a description, plain text
 * @CUT_BROUGHT_LANGUAGE: BCP 47
 * @CUT_BROUGHT_FOLDER: where it lay, levels parted by LF
 * @CUT_BROUGHT_TYPE: media type of the body
 * @CUT_BROUGHT_FILE: of a body that lies beside the file: its path from there
 */
typedef enum
{
  CUT_BROUGHT_KEY,
  CUT_BROUGHT_URL,
  CUT_BROUGHT_TITLE,
  CUT_BROUGHT_KIND,
  CUT_BROUGHT_OUTLET,
  CUT_BROUGHT_PUBLISHED,
  CUT_BROUGHT_EXCERPT,
  CUT_BROUGHT_LANGUAGE,
  CUT_BROUGHT_FOLDER,
  CUT_BROUGHT_TYPE,
  CUT_BROUGHT_FILE,
  CUT_BROUGHT_N_TEXTS,
} CutBroughtText;

/**
 * CutBroughtNoteText:
 * @CUT_BROUGHT_NOTE_KEY: as of an item, within it
 * @CUT_BROUGHT_NOTE_REPLY: the key of the note that this one answers
 * @CUT_BROUGHT_NOTE_QUOTE: the words it marks; none where it is on the whole
 * @CUT_BROUGHT_NOTE_PREFIX, @CUT_BROUGHT_NOTE_SUFFIX: what stands before and behind them
 * @CUT_BROUGHT_NOTE_BODY: what somebody wrote, Markdown
 * @CUT_BROUGHT_NOTE_COLOUR: in that program's words
 * @CUT_BROUGHT_NOTE_AUTHOR: who wrote it
 */
typedef enum
{
  CUT_BROUGHT_NOTE_KEY,
  CUT_BROUGHT_NOTE_REPLY,
  CUT_BROUGHT_NOTE_QUOTE,
  CUT_BROUGHT_NOTE_PREFIX,
  CUT_BROUGHT_NOTE_SUFFIX,
  CUT_BROUGHT_NOTE_BODY,
  CUT_BROUGHT_NOTE_COLOUR,
  CUT_BROUGHT_NOTE_AUTHOR,
  CUT_BROUGHT_NOTE_N_TEXTS,
} CutBroughtNoteText;

/** CutBroughtNote: @text: (nullable) each; @tags: (element-type utf8) */
typedef struct
{
  char *text[CUT_BROUGHT_NOTE_N_TEXTS];
  GPtrArray *tags;
  gint64 created;
  gint64 modified;
} CutBroughtNote;

/**
 * CutBroughtItem:
 * @text: (nullable) each
 * @authors, @tags: (element-type utf8)
 * @added, @modified: when it came into that program, and was last changed there
 * @body: (nullable): the page or document itself
 * @notes: (element-type CutBroughtNote)
 */
typedef struct
{
  char *text[CUT_BROUGHT_N_TEXTS];
  GPtrArray *authors;
  GPtrArray *tags;
  gint64 added;
  gint64 modified;
  GBytes *body;
  GPtrArray *notes;
} CutBroughtItem;

/**
 * CutBrought:
 * @format: (nullable): the word of the format it was read as
 * @items: (element-type CutBroughtItem)
 * @left: what is not carried over, in that program's words → how many (GUINT_TO_POINTER)
 * @failed: (element-type utf8): what could not be read, a sentence each
 */
typedef struct
{
  char *format;
  GPtrArray *items;
  GHashTable *left;
  GPtrArray *failed;
} CutBrought;

CutBrought *cut_brought_new (void);
void cut_brought_free (CutBrought *self);

/** cut_brought_add: Returns: (transfer none): a new item at the end */
CutBroughtItem *cut_brought_add (CutBrought *self);
/** cut_brought_find: Returns: (transfer none) (nullable): the item with @key; looks from the end */
CutBroughtItem *cut_brought_find (CutBrought *self, const char *key);
/** cut_brought_leave: one more of @what is not carried over */
void cut_brought_leave (CutBrought *self, const char *what);

/** cut_brought_take: moves what @other has to the end of @self; the format too, where @self has none */
void cut_brought_take (CutBrought *self, CutBrought *other);

/** cut_brought_item_set: @value: (nullable): copied, made valid and trimmed; an empty one is none */
void cut_brought_item_set (CutBroughtItem *self, CutBroughtText text, const char *value);
/** cut_brought_item_add_note: Returns: (transfer none): a new note at the end */
CutBroughtNote *cut_brought_item_add_note (CutBroughtItem *self);
/** cut_brought_item_take_html: @html: the page as that program kept it, or a piece of one; %NULL or "" is none */
void cut_brought_item_take_html (CutBroughtItem *self, const char *html);

/** cut_brought_note_set: as cut_brought_item_set() */
void cut_brought_note_set (CutBroughtNote *self, CutBroughtNoteText text, const char *value);

/** cut_brought_list_add: @list: authors or tags; each once, empty ones not at all */
void cut_brought_list_add (GPtrArray *list, const char *value);

/** cut_brought_to_variant: Returns: (transfer floating): `a{sv}` */
GVariant *cut_brought_to_variant (const CutBrought *self);

/**
 * cut_brought_from_variant:
 * @variant: `a{sv}` in normal form, but not trusted otherwise
 *
 * Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_CORRUPT
 */
CutBrought *cut_brought_from_variant (GVariant *variant, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutBrought, cut_brought_free)

G_END_DECLS
