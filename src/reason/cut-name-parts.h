/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A name in its parts, for comparing. Pure functions; any thread. */

#define CUT_NAME_MOST_PARTS 16 /* of a name; what comes behind is left out */

/**
 * CutNameParts:
 * @parts: (element-type utf8): its words, in order: small letters of the Latin script without marks, Cyrillic and Greek transliterated; without
 *   articles, forms of address and legal forms
 * @skeletons: (element-type utf8): the same words as many spellings have them in common: `sergei` for Sergej, Sergey and Serguei
 * @form: (nullable) (transfer none): its legal form, the same word for all its spellings: `ltd`
 * @whole: the parts, parted by a space
 * @acronym: (nullable): where it is written in capitals alone and may be one
 */
typedef struct
{
  GPtrArray *parts;
  GPtrArray *skeletons;
  const char *form;
  char *whole;
  char *acronym;
} CutNameParts;

/** cut_name_parts_new: @person: forms of address are left out, legal forms are not */
CutNameParts *cut_name_parts_new (const char *name, gboolean person);
void cut_name_parts_free (CutNameParts *self);

/** cut_name_parts_get_initials: Returns: (transfer full): the first letter of each part */
char *cut_name_parts_get_initials (const CutNameParts *self);

/** cut_name_part_is_near: whether the two words, of five letters or more, differ by one letter, or by two changed places */
gboolean cut_name_part_is_near (const char *a, const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutNameParts, cut_name_parts_free)

G_END_DECLS
