/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutArena:
 *
 * Memory that is given back all at once: a parser asks for it in hundreds of thousands of small
 * pieces, and giving each back costs more than parsing some pages. Large pieces can be given back
 * singly, so that buffers which grow do not keep all their former selves.
 */
typedef struct _CutArena CutArena;

CutArena *cut_arena_new (void);
void cut_arena_free (CutArena *self);

/** cut_arena_allocate: Returns: (transfer none): @size bytes, aligned for anything */
void *cut_arena_allocate (CutArena *self, gsize size);

/** cut_arena_release: gives @memory back if it is large, else does nothing */
void cut_arena_release (CutArena *self, void *memory);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutArena, cut_arena_free)

G_END_DECLS
