/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-brought.h"
#include "cut-index.h"
#include "cut-intake.h"
#include "cut-maker.h"

G_BEGIN_DECLS

/* What another program exported, on its way into the notebook. Private to src/notebook.
 *
 * Each item becomes a clip with a capture: of the text that the program kept of it, or else a card, which holds what it says of
 * the page: title, description, words that were marked. The id of the capture follows from what the item is called there, so
 * that an item that came once is known, whatever became of its clip; then only notes that are new come. Undoing an import puts the
 * captures into the Trash, too, from where the next import takes them again. */

/** cut_import_brought: @bytes: (nullable): the file at @path; %NULL where that is a folder of notes; else as cut_notebook_import(). Returns: (transfer full) (nullable) */
CutImportReport *cut_import_brought (CutNotebook *notebook, const char *path, GBytes *bytes, const char *format, gboolean dry_run,
                                     CutProgress *progress, GCancellable *cancellable, GError **error);

/**
 * CutArriving:
 * @item: (unowned)
 * @capture: id of the capture that it becomes, or became
 * @known: whether that is there, outside the Trash
 * @intake: (nullable): what was read in its body
 */
typedef struct
{
  const CutBroughtItem *item;
  char *capture;
  gboolean known;
  CutIntake *intake;
} CutArriving;

/**
 * CutBringing:
 * @space: of ids: the format
 * @headers: (nullable): what captures say of the file they came from, as JSON
 * @n_trashed: clips that came before and lie in the Trash, where they stay
 * @n_purged: clips that came before and were deleted for good
 * @n_other_tags: clips that came before and have not all the tags that the file gives them now
 * @n_other_texts: captures that came before with another text than the file has under the same name now
 *
 * One import while it is written, in the writer's thread.
 */
typedef struct
{
  CutMaker maker;
  CutExtractor *extractor;
  const char *space;
  const char *headers;
  guint n_trashed;
  guint n_purged;
  guint n_other_tags;
  guint n_other_texts;
  GError **error;
} CutBringing;

/** cut_bring_store: writes one item. Returns: %FALSE with the error of @self */
gboolean cut_bring_store (CutBringing *self, CutArriving *arriving);

/* The card. */

/** CutBringCard: @text: so far; @length: of it, in code points; @title_end: of its first block */
typedef struct
{
  CutArticle *article;
  GString *text;
  guint length;
  guint title_end;
} CutBringCard;

/** cut_bring_card_new: Returns: (transfer full): what is known of the page: its title, the first block, and a description */
CutBringCard *cut_bring_card_new (const CutBroughtItem *item);
/** cut_bring_card_add: adds words that were marked, a block for each line. @start, @end: (out): code points. Returns: (transfer full):
 *   the words as they stand there */
char *cut_bring_card_add (CutBringCard *self, const char *quote, guint *start, guint *end);
/** cut_bring_card_finish: Returns: (transfer full): the card as an article; frees @self */
CutArticle *cut_bring_card_finish (CutBringCard *self);

/* Places for notes. */

/** CutBringPage: a text that notes may be about: @title_end: code points of its first block */
typedef struct
{
  char *capture;
  char *text;
  CutIndex *index;
  guint title_end;
} CutBringPage;

/** CutBringPlace: @selector: (nullable): %NULL where none was found */
typedef struct
{
  char *capture;
  CutSelector *selector;
} CutBringPlace;

/** cut_bring_page_new: Returns: (transfer full) (nullable): %NULL where @text is empty */
CutBringPage *cut_bring_page_new (const char *capture, const char *text);
void cut_bring_page_free (CutBringPage *self);
void cut_bring_place_clear (CutBringPlace *self);

/** cut_bring_find_place: @pages: (element-type CutBringPage): the first where the words stand for certain is taken; a note without words
 *   is on the title of the first. Returns: whether there is one */
gboolean cut_bring_find_place (GPtrArray *pages, const CutBroughtNote *note, CutBringPlace *place);
/** cut_bring_place_on_card: @note: gets a place on @card, whose capture is not known yet */
void cut_bring_place_on_card (CutBringCard *card, const CutBroughtNote *note, CutBringPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutBringPage, cut_bring_page_free)

G_END_DECLS
