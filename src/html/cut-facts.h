/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-topic.h"
#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * CutFacts: what one place of a page (its JSON-LD, its meta elements, its markup) says
 *   about the article; each field is %NULL where that place is silent
 * @authors: (element-type utf8) (nullable): names as written
 */
typedef struct
{
  char *title;
  char *standfirst;
  GPtrArray *authors;
  char *publisher;
  char *site_name;
  char *published;
  char *updated;
  char *language;
  char *canonical;
  char *description;
  char *image;
  char *kind;
  char *body;
  char *wire_credit;
  char *licence;
  char *organisation; /* an author that is no person */
  GPtrArray *keywords;
  GPtrArray *about; /* (element-type CutTopic) */
} CutFacts;

void cut_facts_clear (CutFacts *self);

/** cut_facts_take: sets *@field to @value where it is empty and @value is not; frees it else */
void cut_facts_take (char **field, char *value);

/** cut_facts_add: appends to a list field what is not in it yet; white space is folded */
void cut_facts_add (GPtrArray **list, const char *value);

/** cut_facts_add_topic: appends to @about a topic of that name, where there is none yet; white space is folded. @name: (nullable) */
void cut_facts_add_topic (CutFacts *self, const char *name, const char *type, const char *same_as);

G_END_DECLS
