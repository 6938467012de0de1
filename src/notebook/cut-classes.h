/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutClasses:
 *
 * Ids that mean the same, in classes: a disjoint-set forest (Galler and Fisher 1964), each class named after its smallest id, so that it
 * does not depend on the order in which they came. Private to src/notebook; one thread at a time.
 */
typedef struct _CutClasses CutClasses;

CutClasses *cut_classes_new (void);
void cut_classes_free (CutClasses *self);
/** cut_classes_join: says that @a and @b mean the same; both are copied */
void cut_classes_join (CutClasses *self, const char *a, const char *b);
/** cut_classes_find: Returns: (transfer none): the smallest id of the class of @id; @id itself where nothing was said of it */
const char *cut_classes_find (CutClasses *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutClasses, cut_classes_free)

G_END_DECLS
