/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-act.h"

#include "cut-date.h"

struct _CutAct
{
  char *label;        /* (owned) */
  GPtrArray *records; /* (owned) (element-type CutRecord): each object once */
};

CutAct *
cut_act_new (const char *label)
{
  CutAct *self = g_new0 (CutAct, 1);

  self->label = g_strdup (label);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
cut_act_free (CutAct *self)
{
  g_free (self->label);
  g_ptr_array_unref (self->records);
  g_free (self);
}

/* The last word on an object is the one that counts. */
void
cut_act_take (CutAct    *self,
              CutRecord *record)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      CutRecord *other = g_ptr_array_index (self->records, i);

      if (g_str_equal (cut_record_get_id (other), cut_record_get_id (record)))
        {
          g_object_unref (other);
          self->records->pdata[i] = record;
          return;
        }
    }
  g_ptr_array_add (self->records, record);
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
