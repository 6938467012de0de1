/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutTopic:
 * @name: one line, not empty
 * @type: (nullable): what it is in the words of schema.org (`Person`); %NULL where the page does not say more than "a thing"
 * @same_as: (nullable): address of a page that says who or what is meant, where one is given in Wikidata that one
 *
 * Somebody or something that a page says of itself that it is about, or that it mentions (schema.org about, mentions). A claim of
 * whoever made the page, kept with its capture: no entity comes of it unless a person accepts one.
 */
typedef struct
{
  char *name;
  char *type;
  char *same_as;
} CutTopic;

/** cut_topic_new: the strings are copied */
CutTopic *cut_topic_new (const char *name, const char *type, const char *same_as);
void cut_topic_free (CutTopic *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutTopic, cut_topic_free)

/** cut_topic_get_schema: Returns: (nullable): the word of %CUT_VOCAB_ENTITY_SCHEMA that its type amounts to; %NULL where it has none, or one
 *   that no entity is of (a product, a work) */
const char *cut_topic_get_schema (const CutTopic *self);

/** cut_topics_new: Returns: (transfer full) (element-type CutTopic): an empty list, as all lists of topics are */
GPtrArray *cut_topics_new (void);

/** cut_topics_to_json: Returns: (transfer full) (nullable): an array of objects with name, type and same_as, as a capture keeps it; %NULL for an
 *   empty list */
char *cut_topics_to_json (GPtrArray *topics);

/** cut_topics_from_json: @json: (nullable): whatever a notebook came to hold; what is no topic in it is left out
 *
 * Returns: (transfer full) (element-type CutTopic) */
GPtrArray *cut_topics_from_json (const char *json);

G_END_DECLS
