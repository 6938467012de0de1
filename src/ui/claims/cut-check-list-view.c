/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-check-list-view.h"

#include <glib/gi18n-lib.h>

#include "cut-check-list-item.h"
#include "cut-check-list-page.h"
#include "cut-check-list-save.h"
#include "cut-compat.h"
#include "cut-failure.h"
#include "cut-gap-act.h"
#include "cut-notebook-standing.h"
#include "cut-toast.h"

#define SETTLE_MS 60 /* several acts at once cost one reading */

struct _CutCheckListView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *count;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *failed_page;

  CutNotebook *notebook;     /* (owned) */
  GListStore *items;         /* (owned) (element-type CutCheckListItem) */
  GPtrArray *standings;      /* (owned) (nullable): as read last */
  char *story;               /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  guint settle_id;
  gboolean entering;         /* the list takes the focus once its rows are there */
};

G_DEFINE_FINAL_TYPE (CutCheckListView, cut_check_list_view, GTK_TYPE_WIDGET)

/* Rows. */

static void
act_cb (GtkWidget   *button,
        GtkListItem *list_item)
{
  CutCheckListItem *item = gtk_list_item_get_item (list_item);
  CutCheckListView *self = CUT_CHECK_LIST_VIEW (gtk_widget_get_ancestor (button, CUT_TYPE_CHECK_LIST_VIEW));

  if (item != NULL && item->gap != NULL && self != NULL)
    cut_gap_act_run (button, self->notebook, item->gap);
}

static GtkWidget *
make_label (GtkWidget  *box,
            const char *class,
            int         lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  if (lines > 0)
    {
      gtk_label_set_lines (GTK_LABEL (label), lines);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (row, "check-list-row");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), button);
  g_object_set_data (G_OBJECT (row), "icon", icon);
  g_object_set_data (G_OBJECT (row), "words", make_label (text, NULL, 0));
  g_object_set_data (G_OBJECT (row), "claim", make_label (text, "dim-label", 2));
  g_object_set_data (G_OBJECT (row), "button", button);
  g_signal_connect (button, "clicked", G_CALLBACK (act_cb), list_item);
  gtk_list_item_set_child (list_item, row);
}

static void
show_heading (GtkWidget        *row,
              CutCheckListItem *item)
{
  GtkLabel *words = g_object_get_data (G_OBJECT (row), "words");
  /* Translators: how urgent the gaps below are, and how many there are: "Before publication (3)" */
  g_autofree char *text = g_strdup_printf (_("%s (%u)"), cut_urgency_get_label (item->urgency), item->n);

  gtk_label_set_label (words, text);
  gtk_widget_add_css_class (GTK_WIDGET (words), "heading");
}

/* The list's own row is what a screen reader reads, and has no name of itself. */
static void
name_row (GtkWidget        *row,
          CutCheckListItem *item)
{
  GtkWidget *holder = gtk_widget_get_parent (row);
  const char *words = gtk_label_get_label (g_object_get_data (G_OBJECT (row), "words"));
  const char *claim = gtk_label_get_label (g_object_get_data (G_OBJECT (row), "claim"));
  /* Translators: what is missing, and of which claim */
  g_autofree char *name = item->gap != NULL ? g_strdup_printf (_("%s: %s"), words, claim) : g_strdup (words);

  if (holder != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_gap (GtkWidget        *row,
          CutCheckListItem *item)
{
  GtkLabel *words = g_object_get_data (G_OBJECT (row), "words");
  GtkLabel *claim = g_object_get_data (G_OBJECT (row), "claim");
  GtkWidget *button = g_object_get_data (G_OBJECT (row), "button");
  /* Translators: how many claims something is missing of */
  g_autofree char *several = g_strdup_printf (ngettext ("%u claim", "%u claims", item->n), item->n);

  gtk_widget_remove_css_class (GTK_WIDGET (words), "heading");
  gtk_label_set_label (words, item->gap->words);
  gtk_label_set_label (claim, item->n > 1 ? several : item->standing->text);
  gtk_button_set_label (GTK_BUTTON (button), cut_gap_act_get_label (item->gap->act));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, item->gap->words, -1);
  gtk_image_set_from_icon_name (g_object_get_data (G_OBJECT (row), "icon"), cut_gap_get_icon (item->gap));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  user_data)
{
  CutCheckListItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  gboolean gap = item->gap != NULL;

  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "icon"), gap);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "claim"), gap);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "button"), gap);
  /* Selectable are headings, too: a row that is not lets no key pass it. */
  gtk_list_item_set_activatable (list_item, gap);
  if (gap)
    show_gap (row, item);
  else
    show_heading (row, item);
  name_row (row, item);
}

static void
activated_cb (CutCheckListView *self,
              guint             position)
{
  g_autoptr (CutCheckListItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL && item->gap != NULL)
    cut_gap_act_run (GTK_WIDGET (self), self->notebook, item->gap);
}

/* Reading. */

static guint
count_urgency (GPtrArray *checks,
               guint      from)
{
  const CutCheckItem *first = g_ptr_array_index (checks, from);
  guint n = 0;

  while (from + n < checks->len && ((const CutCheckItem *) g_ptr_array_index (checks, from + n))->gap->urgency == first->gap->urgency)
    n++;
  return n;
}

static GPtrArray *
make_items (GPtrArray *checks)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < checks->len;)
    {
      guint n = count_urgency (checks, i);

      g_ptr_array_add (items, cut_check_list_item_new_heading (((const CutCheckItem *) g_ptr_array_index (checks, i))->gap->urgency, n));
      for (guint end = i + n; i < end; i++)
        g_ptr_array_add (items, cut_check_list_item_new (g_ptr_array_index (checks, i)));
    }
  return items;
}

static gboolean
is_same (CutCheckListView *self,
         guint             position,
         gpointer          other)
{
  g_autoptr (CutCheckListItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return cut_check_list_item_is_same (item, other);
}

/* Only what differs is replaced, so that the list stays where it is. */
static void
take_items (CutCheckListView *self,
            GPtrArray        *fresh)
{
  guint old = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint head = 0;
  guint tail = 0;

  while (head < MIN (old, fresh->len) && is_same (self, head, g_ptr_array_index (fresh, head)))
    head++;
  while (head + tail < MIN (old, fresh->len) && is_same (self, old - tail - 1, g_ptr_array_index (fresh, fresh->len - tail - 1)))
    tail++;
  if (old - head - tail > 0 || fresh->len - head - tail > 0)
    g_list_store_splice (self->items, head, old - head - tail, fresh->pdata + head, fresh->len - head - tail);
}

static void
enter_list (CutCheckListView *self)
{
  self->entering = FALSE;
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
take_standings (CutCheckListView *self)
{
  g_autoptr (GPtrArray) checks = cut_check_list_make (self->standings);
  g_autoptr (GPtrArray) items = make_items (checks);
  g_autofree char *count = g_strdup_printf (ngettext ("%u gap", "%u gaps", checks->len), checks->len);

  take_items (self, items);
  gtk_label_set_label (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, checks->len > 0 ? "list" : self->standings->len > 0 ? "complete" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check-list.print", self->standings->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check-list.save", self->standings->len > 0);
  if (self->entering && checks->len > 0)
    enter_list (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CutCheckListView) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *standings = cut_notebook_claim_standings_finish (CUT_NOTEBOOK (source), result, &error);

  if (standings == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->notebook != NULL)
    {
      cut_failure_describe (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  if (standings == NULL)
    return;
  g_clear_pointer (&self->standings, g_ptr_array_unref);
  self->standings = standings;
  if (self->notebook != NULL)
    take_standings (self);
}

static void
stop_reading (CutCheckListView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_list (CutCheckListView *self)
{
  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  cut_notebook_claim_standings_async (self->notebook, self->story, self->cancellable, read_cb, g_object_ref (self));
}

static gboolean
settled_cb (gpointer user_data)
{
  CutCheckListView *self = user_data;

  self->settle_id = 0;
  read_list (self);
  return G_SOURCE_REMOVE;
}

/* What is not on the screen is read when it comes there. */
static void
changed_cb (CutCheckListView *self)
{
  if (self->settle_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
cut_check_list_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cut_check_list_view_parent_class)->map (widget);
  read_list (CUT_CHECK_LIST_VIEW (widget));
}

static void
cut_check_list_view_unmap (GtkWidget *widget)
{
  CUT_CHECK_LIST_VIEW (widget)->entering = FALSE;
  GTK_WIDGET_CLASS (cut_check_list_view_parent_class)->unmap (widget);
}

static gboolean
cut_check_list_view_grab_focus (GtkWidget *widget)
{
  CutCheckListView *self = CUT_CHECK_LIST_VIEW (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0)
    enter_list (self);
  else
    self->entering = TRUE;
  return TRUE;
}

/* Documents. */

static char *
get_document_title (CutCheckListView *self)
{
  /* Translators: %s is the name of a story */
  return g_strdup_printf (_("Check List: %s"), gtk_label_get_label (self->title));
}

static gboolean
is_mirrored (CutCheckListView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

typedef struct
{
  CutCheckListView *view; /* (owned) */
  CutCheckListFormat format;
  char *name;             /* (owned) (nullable) */
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->view);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  /* Translators: %s is the name of a file */
  g_autofree char *sentence = g_strdup_printf (_("Check list saved as %s"), saving->name);

  if (!cut_check_list_save_finish (result, &error))
    cut_toast_error (GTK_WIDGET (saving->view), error);
  else
    cut_toast (GTK_WIDGET (saving->view), sentence, FALSE);
}

static GFile *
with_suffix (GFile      *file,
             const char *suffix)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *longer = g_strconcat (uri, suffix, NULL);

  return g_str_has_suffix (uri, suffix) ? g_object_ref (file) : g_file_new_for_uri (longer);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GFile) chosen = cut_file_dialog_save_finish (result, NULL);
  g_autoptr (GFile) file = NULL;
  g_autofree char *title = NULL;
  CutCheckListView *self = saving->view;
  CutCheckListFormat format = saving->format;

  if (chosen == NULL || self->standings == NULL)
    return;
  file = with_suffix (chosen, cut_check_list_format_get_suffix (saving->format));
  saving->name = g_file_get_basename (file);
  title = get_document_title (self);
  cut_check_list_save_async (self->standings, title, format, is_mirrored (self), file, NULL, saved_cb, g_steal_pointer (&saving));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CutCheckListView *self = CUT_CHECK_LIST_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *title = get_document_title (self);
  g_autofree char *name = NULL;
  CutCheckListFormat format;
  Saving *saving;

  if (!GTK_IS_WINDOW (root) || !cut_check_list_format_from_word (g_variant_get_string (parameter, NULL), &format))
    return;
  saving = g_new0 (Saving, 1);
  saving->view = g_object_ref (self);
  saving->format = format;
  name = g_strconcat (g_strdelimit (title, "/:", '-'), cut_check_list_format_get_suffix (format), NULL);
  cut_file_dialog_save (GTK_WINDOW (root), _("Save the Check List"), NULL, name, file_chosen_cb, saving);
}

/* Printing. */

typedef struct
{
  GPtrArray *items;         /* (owned) */
  char *title;              /* (owned) */
  CutCheckListPages *pages; /* (owned) (nullable) */
  gboolean mirrored;
} Printing;

static void
printing_free (gpointer data)
{
  Printing *self = data;

  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->pages, cut_check_list_pages_free);
  g_free (self->title);
  g_free (self);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Printing          *printing)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);

  printing->pages = cut_check_list_pages_new (printing->items, printing->title, pango, gtk_print_context_get_width (context),
                                              gtk_print_context_get_height (context), printing->mirrored);
  g_object_unref (pango);
  gtk_print_operation_set_n_pages (operation, (int) cut_check_list_pages_count (printing->pages));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Printing          *printing)
{
  cut_check_list_pages_draw (printing->pages, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  CutCheckListView *self = CUT_CHECK_LIST_VIEW (widget);
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);
  Printing *printing;

  if (self->standings == NULL || !GTK_IS_WINDOW (root))
    return;
  printing = g_new0 (Printing, 1);
  printing->items = cut_check_list_make (self->standings);
  printing->title = get_document_title (self);
  printing->mirrored = is_mirrored (self);
  g_object_set_data_full (G_OBJECT (operation), "printing", printing, printing_free);
  gtk_print_operation_set_job_name (operation, printing->title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), printing);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (root), &error) ==
      GTK_PRINT_OPERATION_RESULT_ERROR)
    cut_toast_error (widget, error);
}

/* The widget. */

static void
cut_check_list_view_dispose (GObject *object)
{
  CutCheckListView *self = CUT_CHECK_LIST_VIEW (object);

  stop_reading (self);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_check_list_view_parent_class)->dispose (object);
}

static void
cut_check_list_view_finalize (GObject *object)
{
  CutCheckListView *self = CUT_CHECK_LIST_VIEW (object);

  g_clear_pointer (&self->standings, g_ptr_array_unref);
  g_free (self->story);
  G_OBJECT_CLASS (cut_check_list_view_parent_class)->finalize (object);
}

static void
cut_check_list_view_class_init (CutCheckListViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_check_list_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cut_check_list_view_finalize;
  widget_class->map = cut_check_list_view_map;
  widget_class->unmap = cut_check_list_view_unmap;
  widget_class->grab_focus = cut_check_list_view_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/claims/cut-check-list-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CutCheckListView, box);
  gtk_widget_class_bind_template_child (widget_class, CutCheckListView, title);
  gtk_widget_class_bind_template_child (widget_class, CutCheckListView, count);
  gtk_widget_class_bind_template_child (widget_class, CutCheckListView, stack);
  gtk_widget_class_bind_template_child (widget_class, CutCheckListView, list);
  gtk_widget_class_bind_template_child (widget_class, CutCheckListView, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_list);
  gtk_widget_class_install_action (widget_class, "check-list.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "check-list.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "check-list.print", NULL);
}

static void
cut_check_list_view_init (CutCheckListView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (CUT_TYPE_CHECK_LIST_ITEM);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (factory);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check-list.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check-list.save", FALSE);
}

GtkWidget *
cut_check_list_view_new (CutNotebook *notebook)
{
  CutCheckListView *self = g_object_new (CUT_TYPE_CHECK_LIST_VIEW, NULL);

  self->notebook = g_object_ref (notebook);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
cut_check_list_view_set_story (CutCheckListView *self,
                               const char       *story,
                               const char       *title)
{
  g_return_if_fail (CUT_IS_CHECK_LIST_VIEW (self));

  gtk_label_set_label (self->title, title);
  if (g_strcmp0 (self->story, story) == 0 && self->standings != NULL)
    return;
  g_free (self->story);
  self->story = g_strdup (story);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_list (self);
}
