/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-saved-search.h"
#include "cut-search-chip.h"
#include "cut-search-forms.h"
#include "cut-view.h"
#include "cut-window-private.h"

static void
search_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CutWindow) self = user_data;
  g_autoptr (CutRecord) record = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, NULL);
  CutSavedSearch *search;

  if (self->notebook == NULL || cut_view_get_search (self->view) == NULL)
    return;
  if (record == NULL || !CUT_IS_SAVED_SEARCH (record) || cut_record_is_deleted (record))
    {
      cut_window_set_view (self, "all");
      return;
    }
  search = CUT_SAVED_SEARCH (record);
  if (strcmp (cut_record_get_id (record), cut_view_get_search (self->view)) != 0)
    return;
  adw_window_title_set_title (self->list_title, cut_saved_search_get_title (search));
  cut_clip_list_show_saved (self->clips, cut_saved_search_get_title (search), cut_saved_search_get_query (search));
}

void
cut_window_show_search (CutWindow  *self,
                        const char *id)
{
  cut_notebook_get_async (self->notebook, id, NULL, search_read_cb, g_object_ref (self));
}

void
cut_window_show_hits (CutWindow *self)
{
  const char *search = cut_clip_list_get_match (self->clips);
  const char *typed = cut_clip_list_get_search (self->clips);
  g_autoptr (GPtrArray) chips = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_search_chip_free);
  int caret = -1;
  g_autofree char *words = cut_search_split (typed, &caret, chips);
  g_autofree char *languages = cut_search_forms_get_languages (self->settings);

  cut_reader_view_set_search (self->reader, *words != '\0' ? search : NULL, languages, words);
}

static void
forms_cb (CutWindow *self)
{
  g_autofree char *languages = cut_search_forms_get_languages (self->settings);

  cut_clip_list_set_languages (self->clips, languages);
  cut_library_set_languages (self->library, languages);
  if (self->reader != NULL && cut_window_get_open_clip (self) != NULL)
    cut_window_show_hits (self);
}

static void
order_cb (CutWindow *self)
{
  cut_settings_set_string (self->settings, "search-order", cut_clip_list_get_search_order (self->clips));
}

void
cut_window_init_searching (CutWindow *self)
{
  g_autofree char *order = cut_settings_get_string (self->settings, "search-order");

  forms_cb (self);
  cut_clip_list_set_search_order (self->clips, order);
  g_signal_connect_object (self->clips, "search-order-changed", G_CALLBACK (order_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::find-forms", G_CALLBACK (forms_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::forms-languages", G_CALLBACK (forms_cb), self, G_CONNECT_SWAPPED);
}
