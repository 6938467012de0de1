/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-wrap.h"

CutWrap *
cut_wrap_copy (const CutWrap *self)
{
  CutWrap *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->kdf = g_strdup (self->kdf);
  copy->salt = g_strdup (self->salt);
  copy->key = g_strdup (self->key);
  return copy;
}

void
cut_wrap_free (CutWrap *self)
{
  g_free (self->id);
  g_free (self->kdf);
  g_free (self->salt);
  g_free (self->key);
  g_free (self);
}
