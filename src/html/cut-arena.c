/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-arena.h"

#define CHUNK_BYTES (64 * 1024)
#define LARGE_BYTES (8 * 1024)
#define ALIGNMENT 16

/* Stands before each piece: a large one is a block of its own, in a ring of them; of a small one
 * both are %NULL. */
typedef struct _Head Head;
struct _Head
{
  Head *previous;
  Head *next;
};

struct _CutArena
{
  Head large; /* a ring */
  GPtrArray *chunks;
  char *at;
  gsize left;
};

G_STATIC_ASSERT (sizeof (Head) == ALIGNMENT);

CutArena *
cut_arena_new (void)
{
  CutArena *self = g_new0 (CutArena, 1);

  self->large.previous = self->large.next = &self->large;
  self->chunks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
cut_arena_free (CutArena *self)
{
  while (self->large.next != &self->large)
    cut_arena_release (self, self->large.next + 1);
  g_ptr_array_unref (self->chunks);
  g_free (self);
}

static void *
allocate_large (CutArena *self, gsize size)
{
  Head *head = g_malloc (sizeof (Head) + size);

  head->previous = &self->large;
  head->next = self->large.next;
  head->next->previous = head;
  self->large.next = head;
  return head + 1;
}

void *
cut_arena_allocate (CutArena *self, gsize size)
{
  gsize whole = sizeof (Head) + ((size + ALIGNMENT - 1) & ~(gsize)(ALIGNMENT - 1));
  Head *head;

  if (size > LARGE_BYTES)
    return allocate_large (self, size);
  if (whole > self->left)
    {
      self->at = g_malloc (CHUNK_BYTES);
      self->left = CHUNK_BYTES;
      g_ptr_array_add (self->chunks, self->at);
    }
  head = (Head *)self->at;
  head->previous = NULL;
  self->at += whole;
  self->left -= whole;
  return head + 1;
}

void
cut_arena_release (CutArena *self, void *memory)
{
  Head *head = memory ? (Head *)memory - 1 : NULL;

  (void)self;
  if (head == NULL || head->previous == NULL)
    return;
  head->previous->next = head->next;
  head->next->previous = head->previous;
  g_free (head);
}
