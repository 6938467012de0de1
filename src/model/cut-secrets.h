/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/* What of an object is a secret, and the object without it.
 *
 * In a protected notebook contacts and code names (%CUT_FIELD_CONTACT) are always sealed. Of a source that is confidential or
 * never to be exported everything is that could tell who it is (%CUT_FIELD_COVERED): its name, the entity it stands for, how it is
 * known, its interest and description; of an enquiry that is confidential itself, goes to such a source, or names one: whom it
 * asked, the question and the answer. What stays readable while locked: the kind, whether it is named, the rating, what it
 * is said to have said and on which terms; a source without its name goes by “Confidential source A”, always the same.
 *
 * What a reporter writes elsewhere (a note, a claim, a tag) is not sealed: a name typed there stands there in the clear.
 *
 * A *locked* record has its secrets in the field `sealed`, none in their own fields, and the stand-in where one must be
 * filled. It can be edited, moved to the Trash, undone and journalled like any other, and takes its secrets along unread. All
 * functions are pure; any thread. */

/**
 * CutCover:
 * @CUT_COVER_NONE: nothing is sealed
 * @CUT_COVER_CONTACTS: contact and code name
 * @CUT_COVER_NAMES: those and all that tells who it is
 */
typedef enum
{
  CUT_COVER_NONE,
  CUT_COVER_CONTACTS,
  CUT_COVER_NAMES,
} CutCover;

/** cut_secrets_has_kind: whether objects of @kind can have secrets */
gboolean cut_secrets_has_kind (CutKind kind);

/** cut_secrets_need: what of @self, which is not locked, has to be sealed by what it says itself; of one that is locked what its sensitivity asks for */
CutCover cut_secrets_need (CutRecord *self);

/** cut_record_is_locked: whether its secrets are sealed */
gboolean cut_record_is_locked (CutRecord *self);

/** cut_secrets_get_cover: what of a locked record is sealed; %CUT_COVER_NONE of any other */
CutCover cut_secrets_get_cover (CutRecord *self);

/** cut_secrets_hides: whether the value of @field is not to be seen, because it is sealed */
gboolean cut_secrets_hides (CutRecord *self, guint field);

/** cut_secrets_is_covered: whether @field is among what @cover seals */
gboolean cut_secrets_is_covered (const CutField *field, CutCover cover);

/** cut_secrets_about: Returns: (transfer full): what the sealed text of the object is bound to: its kind, id, field and form */
char *cut_secrets_about (CutRecord *self, CutCover cover);

/** cut_secrets_take: Returns: (transfer full): the values that @cover seals, as canonical JSON */
char *cut_secrets_take (CutRecord *self, CutCover cover);

/**
 * cut_secrets_cover:
 * @stand_in: what stands in fields that must be filled
 * @key: name of the key
 * @sealed: the sealed text of cut_secrets_take()
 *
 * Returns: (transfer full): the locked record; `modified` and revision are those of @self
 */
CutRecord *cut_secrets_cover (CutRecord *self, CutCover cover, const char *stand_in, const char *key, const char *sealed);

/** cut_secrets_get_sealed: the parts of `sealed`. @key, @sealed: (out) (transfer full). Returns: %FALSE when @self is not locked, or not in a
 *   form known here */
gboolean cut_secrets_get_sealed (CutRecord *self, char **key, char **sealed);

/** cut_secrets_uncover: @json: as cut_secrets_take() made it. Returns: (transfer full) (nullable): the whole record, not locked; %NULL with
 *   %CUT_ERROR_INPUT */
CutRecord *cut_secrets_uncover (CutRecord *self, const char *json, GError **error);

/** cut_secrets_strip: Returns: (transfer full): @self without `sealed`, which only its own notebook can open */
CutRecord *cut_secrets_strip (CutRecord *self);

/** cut_record_is_hidden: whether who it is must not be shown unasked: a source that is not of normal sensitivity */
gboolean cut_record_is_hidden (CutRecord *self);

/** cut_secrets_letters: Returns: (transfer full): A, B, … Z, AA, AB … for 0, 1, … */
char *cut_secrets_letters (guint n);

G_END_DECLS
