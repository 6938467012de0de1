/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What GTK and libadwaita have newer calls for than the oldest versions we run on. The functions
 * here are shaped like those successors, so that one day only their names change. */

/** cut_file_dialog_open: @mime_types: (nullable). A cancelled dialog fails with %G_IO_ERROR_CANCELLED. */
void cut_file_dialog_open (GtkWindow *parent, const char *title, const char *const *mime_types, const char *filter_name,
                           GAsyncReadyCallback callback, gpointer user_data);
/** cut_file_dialog_open_finish: Returns: (transfer full) (nullable): a model of #GFile */
GListModel *cut_file_dialog_open_finish (GAsyncResult *result, GError **error);
/** cut_file_dialog_save: @folder: (nullable) */
void cut_file_dialog_save (GtkWindow *parent, const char *title, GFile *folder, const char *name,
                           GAsyncReadyCallback callback, gpointer user_data);
GFile *cut_file_dialog_save_finish (GAsyncResult *result, GError **error);
/** cut_file_launcher_open_containing_folder: shows @file in the file manager, selected where that can be done */
void cut_file_launcher_open_containing_folder (GtkWindow *parent, GFile *file);

/** cut_list_view_leave_on_tab: Tab leads out of @list instead of on to its next row, which the arrows go to */
void cut_list_view_leave_on_tab (GtkWidget *list);
/** cut_list_view_leave: moves the focus out of @list, as Tab does from its end; @back: as Shift+Tab from its start */
void cut_list_view_leave (GtkWidget *list, gboolean back);
/** cut_table_start_at_beginning: a table that is wider than its place shows its first column first, from right to left, too */
void cut_table_start_at_beginning (GtkColumnView *table);
/** cut_list_view_scroll_to: brings the item at @position into view */
void cut_list_view_scroll_to (GtkWidget *list, guint position);

/** cut_popover_menu_popup: shows it with all its entries: GTK 4.8 cuts off as many at its end as it hid by their actions */
void cut_popover_menu_popup (GtkPopoverMenu *menu);

/** cut_drop_down_search_by_typing: of a drop-down with a search entry: letters typed while its list is open go there */
void cut_drop_down_search_by_typing (GtkDropDown *drop_down);

/** cut_button_set_label: a label with a mnemonic, whose line a screen reader does not read out */
void cut_button_set_label (GtkButton *button, const char *label);

/** cut_show_about: the window that tells what this program is */
void cut_show_about (GtkWindow *parent);

G_END_DECLS
