/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-in-table.h"

#include <csv.h>
#include <string.h>

/* The first line is looked for in so many bytes: no program names more columns. */
#define LONGEST_HEAD 8192

static GPtrArray *
row_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

typedef struct
{
  CutInTable *table;
  GPtrArray *row; /* (owned) */
} Reading;

static void
cell_cb (void  *data,
         size_t length,
         void  *user_data)
{
  Reading *self = user_data;

  g_ptr_array_add (self->row, data != NULL ? g_strndup (data, length) : g_strdup (""));
}

static void
row_cb (int   end,
        void *user_data)
{
  Reading *self = user_data;

  g_ptr_array_add (self->table->rows, self->row);
  self->row = row_new ();
}

static char
find_delimiter (const char *text)
{
  gsize length = strcspn (text, "\r\n");
  static const char delimiters[] = { ',', ';', '\t' };

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (memchr (text, delimiters[i], length) != NULL)
      return delimiters[i];
  return ',';
}

static int
is_no_space (unsigned char c)
{
  return 0;
}

static void
parse (CutInTable *self,
       const char *text,
       gsize       length)
{
  Reading reading = { self, row_new () };
  struct csv_parser parser;
  char delimiter = find_delimiter (text);

  if (csv_init (&parser, 0) == 0)
    {
      csv_set_delim (&parser, (unsigned char) delimiter);
      if (delimiter == '\t')
        csv_set_space_func (&parser, is_no_space);
      csv_parse (&parser, text, length, cell_cb, row_cb, &reading);
      csv_fini (&parser, cell_cb, row_cb, &reading);
      csv_free (&parser);
    }
  g_ptr_array_unref (reading.row);
}

CutInTable *
cut_in_table_new (const char *text,
                  gboolean    head_only)
{
  CutInTable *self = g_new0 (CutInTable, 1);
  gsize length = head_only ? strnlen (text, LONGEST_HEAD) : strlen (text);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  parse (self, text, length);
  self->names = self->rows->len > 0 ? g_ptr_array_ref (g_ptr_array_index (self->rows, 0)) : row_new ();
  if (self->rows->len > 0)
    g_ptr_array_remove_index (self->rows, 0);
  for (guint i = 0; i < self->names->len; i++)
    g_strstrip (g_ptr_array_index (self->names, i));
  return self;
}

void
cut_in_table_free (CutInTable *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

int
cut_in_table_find (const CutInTable *self,
                   const char       *name)
{
  for (guint i = 0; i < self->names->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (self->names, i), name) == 0)
      return (int) i;
  return -1;
}

const char *
cut_in_table_get (const CutInTable *self,
                  guint             row,
                  int               column)
{
  GPtrArray *cells = g_ptr_array_index (self->rows, row);
  const char *cell = column >= 0 && (guint) column < cells->len ? g_ptr_array_index (cells, column) : NULL;

  return cell != NULL && *cell != '\0' ? cell : NULL;
}
