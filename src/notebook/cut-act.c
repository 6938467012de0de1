/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-act.h"

#include "cut-date.h"

struct _CutAct
{
  char *label;        /* (owned) */
  GPtrArray *records; /* (owned) (element-type CutRecord): each object once */
  GHashTable *places; /* (owned): id → place among them + 1 */
};

CutAct *
cut_act_new (const char *label)
{
  CutAct *self = g_new0 (CutAct, 1);

  self->label = g_strdup (label);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
cut_act_free (CutAct *self)
{
  g_free (self->label);
  g_ptr_array_unref (self->records);
  g_hash_table_unref (self->places);
  g_free (self);
}

/* The last word on an object is the one that counts. */
void
cut_act_take (CutAct    *self,
              CutRecord *record)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, cut_record_get_id (record)));

  if (place > 0)
    {
      g_object_unref (g_ptr_array_index (self->records, place - 1));
      self->records->pdata[place - 1] = record;
      return;
    }
  g_ptr_array_add (self->records, record);
  g_hash_table_insert (self->places, g_strdup (cut_record_get_id (record)), GUINT_TO_POINTER (self->records->len));
}

void
cut_act_put (CutAct    *self,
             CutRecord *record)
{
  cut_act_take (self, g_object_ref (record));
}

void
cut_act_trash (CutAct    *self,
               CutRecord *record)
{
  cut_act_take (self, cut_record_with (record, "deleted", cut_time_now (), NULL));
}

void
cut_act_restore (CutAct    *self,
                 CutRecord *record)
{
  cut_act_take (self, cut_record_with (record, "deleted", (gint64) 0, NULL));
}

const char *
cut_act_get_label (CutAct *self)
{
  return self->label;
}

GPtrArray *
cut_act_get_records (CutAct *self)
{
  return self->records;
}
