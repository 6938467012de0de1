/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-attribute.h"

G_BEGIN_DECLS

/**
 * CutProposedName:
 * @span: code points of the text, without a title ("Mr.") before it and a possessive behind
 * @type: "person", "organization", "place" or "other" (nationalities, creeds, events, works, products)
 * @group: the number of its #CutNameGroup
 */
typedef struct
{
  CutStretch span;
  const char *type;
  guint group;
} CutProposedName;

/**
 * CutNameGroup:
 * @name: the fullest form of it in the text, on one line
 * @type: as of #CutProposedName; that of the full form
 * @schema: (nullable): a word of %CUT_VOCAB_ENTITY_SCHEMA that suits it; %NULL where it is nothing that a notebook keeps as an entity: a
 *   nationality, a creed, the title of a work
 * @n: how often it stands in the text
 *
 * All that the text calls by one name: "Donald Trump", "Trump" and "Mr. Trump".
 */
typedef struct
{
  char *name;
  const char *type;
  const char *schema;
  guint n;
} CutNameGroup;

/**
 * CutNames:
 * @names: (element-type CutProposedName): in the order of the text, none overlapping
 * @groups: (element-type CutNameGroup): in the order in which they first stand there
 */
typedef struct
{
  GArray *names;
  GPtrArray *groups;
} CutNames;

/** cut_name_group_new: of a name that stands nowhere yet; @name is copied, @type and @schema are static */
CutNameGroup *cut_name_group_new (const char *name, const char *type, const char *schema);

void cut_names_free (CutNames *self);

/**
 * cut_names_find:
 * @text: valid UTF-8; reader text, or any text with paragraphs in lines, or with lines of one length
 * @language: (nullable): a BCP 47 tag; see cut_name_lists_get()
 * @cancellable: (nullable)
 *
 * Proposes the names in a text: runs of capitals, less the openings of sentences, titles and headlines, told apart into kinds by
 * word lists and by the words around them. Pure: the same text gives the same answer. Linear in the text's length (some
 * 20 MB a second); off the main thread for more than a page or two.
 *
 * Returns: (transfer full) (nullable): %NULL only when cancelled
 */
CutNames *cut_names_find (const char *text, const char *language, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutNames, cut_names_free)

G_END_DECLS
