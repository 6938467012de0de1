/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-arena.h"

/* Each chunk is twice the one before: memory that is not written to costs nothing, and the C
 * library keeps what it was given back by its largest piece, instead of asking the kernel again. */
#define FIRST_CHUNK_BYTES (256 * 1024)
#define MAX_CHUNK_BYTES (8 * 1024 * 1024)
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
  gsize next_chunk;
};

G_STATIC_ASSERT (sizeof (Head) == ALIGNMENT);

CutArena *
cut_arena_new (void)
{
  CutArena *self = g_new0 (CutArena, 1);

  self->large.previous = self->large.next = &self->large;
  self->next_chunk = FIRST_CHUNK_BYTES;
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
      self->at = g_malloc (self->next_chunk);
      self->left = self->next_chunk;
      self->next_chunk = MIN (self->next_chunk * 2, MAX_CHUNK_BYTES);
      g_ptr_array_add (self->chunks, self->at);
    }
  head = (Head *)(gpointer)self->at;
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
