/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search-save.h"

#include <glib/gi18n-lib.h>

#include "cut-field-label.h"
#include "cut-saved-search.h"
#include "cut-search-chip.h"
#include "cut-toast.h"

typedef struct
{
  GtkWidget *widget; /* (owned) */
  char *name;        /* (owned) */
  char *words;       /* (owned) */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->widget);
  g_free (saving->name);
  g_free (saving->words);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static CutRecord *
make_search (const Saving *saving,
             CutRecord    *within)
{
  CutKind kind = within != NULL ? cut_record_get_kind (within) : CUT_KIND_NONE;
  g_autofree char *title = within != NULL ? cut_record_get_title (within) : NULL;
  g_autofree char *scope = NULL;
  g_autofree char *words = NULL;

  if (kind == CUT_KIND_SAVED_SEARCH && strcmp (title, saving->name) == 0)
    return cut_record_with (within, "query", saving->words, NULL);
  if (kind == CUT_KIND_STORY || kind == CUT_KIND_TAG)
    scope = cut_search_filter_write (kind == CUT_KIND_STORY ? CUT_FILTER_STORY : CUT_FILTER_TAG, FALSE, title);
  words = scope != NULL ? g_strconcat (scope, " ", saving->words, NULL) : g_strdup (saving->words);
  return cut_record_new (CUT_KIND_SAVED_SEARCH, "title", saving->name, "query", words, NULL);
}

static void
save (const Saving *saving,
      CutNotebook  *notebook,
      CutRecord    *within)
{
  CutAct *act = cut_act_new (cut_kind_get_new_label (CUT_KIND_SAVED_SEARCH));

  cut_act_take (act, make_search (saving, within));
  cut_toast_commit (saving->widget, notebook, act, _("Search saved"));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) within = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, &error);

  if (within == NULL)
    cut_toast_error (saving->widget, error);
  else
    save (saving, CUT_NOTEBOOK (source), within);
}

void
cut_search_save (GtkWidget   *widget,
                 CutNotebook *notebook,
                 const char  *within,
                 const char  *name,
                 const char  *words)
{
  g_autoptr (Saving) saving = g_new0 (Saving, 1);

  saving->widget = g_object_ref (widget);
  saving->name = g_strdup (name);
  saving->words = g_strdup (words);
  if (within == NULL)
    save (saving, notebook, NULL);
  else
    cut_notebook_get_async (notebook, within, NULL, read_cb, g_steal_pointer (&saving));
}
