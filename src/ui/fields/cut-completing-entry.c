/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-completing-entry.h"

#include <glib/gi18n-lib.h>

#include "cut-mark-search.h"

#define MAX_OFFERS 8
#define FRAMES_TO_VIEW 60

struct _CutCompletingEntry
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  GtkWidget *popover;
  guint waiting;             /* tick callback: for the entry to come into view */
  guint frames_left;
  GtkWidget *offers;

  CutNotebook *notebook;     /* (owned) */
  CutKind kind;
  char *shown;               /* (owned) (nullable): the name that stands for what is set */
  char *typed;               /* (owned) (nullable): what a person typed last; the entry may show more than that */
  char *left_out;            /* (owned) (nullable): id of what is not offered */
  gboolean taking;           /* what stands there is being looked up, to be taken */
  gboolean keeps_typed;      /* what stands there when the focus goes on is taken */
  gboolean several;          /* names parted by semicolons; the last one is completed */
  gboolean extends;          /* the last edit added letters, so that the rest of the name may be put behind them */
  GCancellable *completing;  /* (owned) (nullable): of the offers on their way */
  GCancellable *naming;      /* (owned) (nullable): of the look-up of a name */
  gboolean setting;          /* the text is being set by the program */
};

enum
{
  PICKED,
  CREATED,
  CLEARED,
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutCompletingEntry, cut_completing_entry, GTK_TYPE_WIDGET)

static void
stop (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static const char *
get_text (CutCompletingEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* The name that is being typed: all of the text, or of several names the last one. */
static const char *
get_part (CutCompletingEntry *self)
{
  const char *text = get_text (self);
  const char *last = self->several ? strrchr (text, ';') : NULL;

  if (last == NULL)
    return text;
  return last + 1 + strspn (last + 1, " ");
}

/* Returns: (transfer full): the text with another name in the place of the one that is being typed */
static char *
with_part (CutCompletingEntry *self,
           const char         *name)
{
  const char *text = get_text (self);
  g_autofree char *before = g_strndup (text, (gsize) (get_part (self) - text));

  return g_strconcat (before, name, NULL);
}

static glong
count_before_part (CutCompletingEntry *self)
{
  const char *text = get_text (self);

  return g_utf8_strlen (text, get_part (self) - text);
}

static void
show_text (CutCompletingEntry *self,
           const char         *text)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  self->setting = FALSE;
}

static void
set_text (CutCompletingEntry *self,
          const char         *text)
{
  show_text (self, text);
  g_clear_pointer (&self->typed, g_free);
  self->extends = FALSE;
  g_free (self->shown);
  self->shown = g_strdup (text);
}

/* Claims, clips and marks have no names; they are found by their words. */
static gboolean
is_searched (CutCompletingEntry *self)
{
  return self->kind == CUT_KIND_CLAIM || self->kind == CUT_KIND_CLIP || self->kind == CUT_KIND_ANNOTATION;
}

static void
close_offers (CutCompletingEntry *self)
{
  stop (&self->completing);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* A word that tells it from others: the kind of a source or entity, the status of a claim. */
static const char *
get_detail (CutRow *row)
{
  switch ((int) cut_row_get_kind (row))
    {
    case CUT_KIND_ENTITY:
      return cut_vocab_get_label (CUT_VOCAB_ENTITY_SCHEMA, cut_row_get_detail (row));
    case CUT_KIND_CLAIM:
      return cut_vocab_get_label (CUT_VOCAB_CLAIM_STATUS, cut_row_get_status (row));
    case CUT_KIND_CLIP:
    case CUT_KIND_ANNOTATION:
      return cut_row_get_site_name (row);
    default:
      return cut_vocab_get_label (CUT_VOCAB_SOURCE_KIND, cut_row_get_detail (row));
    }
}

static GtkWidget *
make_offer (CutRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (cut_row_get_title (row));
  GtkWidget *item = gtk_list_box_row_new ();
  const char *detail = get_detail (row);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  if (detail != NULL && *detail != '\0')
    {
      GtkWidget *kind = gtk_label_new (detail);

      gtk_widget_add_css_class (kind, "dim-label");
      gtk_box_append (GTK_BOX (box), kind);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (item), box);
  /* The popover never takes the focus from the entry. */
  gtk_widget_set_focusable (item, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cut_row_get_title (row), -1);
  g_object_set_data_full (G_OBJECT (item), "cut-row", g_object_ref (row), g_object_unref);
  return item;
}

/* Letters of @name that @typed covers, whatever their case; 0 where it does not start with it. */
static glong
covers (const char *name,
        const char *typed)
{
  glong n = g_utf8_strlen (typed, -1);
  g_autofree char *start = NULL;
  g_autofree char *start_folded = NULL;
  g_autofree char *typed_folded = g_utf8_casefold (typed, -1);

  if (n == 0 || g_utf8_strlen (name, -1) < n)
    return 0;
  start = g_utf8_substring (name, 0, n);
  start_folded = g_utf8_casefold (start, -1);
  return strcmp (start_folded, typed_folded) == 0 ? n : 0;
}

/* Among the names that start with what was typed, the one that is it. */
static CutRow *
find_exact (GPtrArray  *rows,
            const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < rows->len; i++)
    {
      CutRow *row = g_ptr_array_index (rows, i);
      g_autofree char *title = g_utf8_casefold (cut_row_get_title (row), -1);

      if (strcmp (title, wanted) == 0)
        return row;
    }
  return NULL;
}

/* The first name that goes on from what was typed; NULL where nothing may be put behind it. */
static CutRow *
find_extension (CutCompletingEntry *self,
                GPtrArray          *rows)
{
  if (!self->extends || self->typed == NULL || find_exact (rows, self->typed) != NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (cut_row_get_id (g_ptr_array_index (rows, i)), self->left_out) != 0
        && covers (cut_row_get_title (g_ptr_array_index (rows, i)), self->typed) > 0)
      return g_ptr_array_index (rows, i);
  return NULL;
}

static void
extend (CutCompletingEntry *self,
        const char         *name)
{
  glong n = covers (name, self->typed);
  g_autofree char *whole = g_strconcat (self->typed, g_utf8_offset_to_pointer (name, n), NULL);
  g_autofree char *text = with_part (self, whole);

  show_text (self, text);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), (int) (count_before_part (self) + n), -1);
}

static void
fill_offers (CutCompletingEntry *self,
             GPtrArray          *rows)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->offers)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->offers), child);
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (cut_row_get_id (g_ptr_array_index (rows, i)), self->left_out) != 0)
      gtk_list_box_append (GTK_LIST_BOX (self->offers), make_offer (g_ptr_array_index (rows, i)));
}

static gboolean
is_in_view (CutCompletingEntry *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  graphene_rect_t bounds;

  return root != NULL && gtk_widget_compute_bounds (GTK_WIDGET (self), root, &bounds) && bounds.size.width > 0
         && bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < (float) gtk_widget_get_height (root);
}

static gboolean
wait_for_view_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  CutCompletingEntry *self = CUT_COMPLETING_ENTRY (widget);

  if (!is_in_view (self) && --self->frames_left > 0)
    return G_SOURCE_CONTINUE;
  self->waiting = 0;
  if (is_in_view (self) && gtk_widget_get_first_child (self->offers) != NULL)
    gtk_popover_popup (GTK_POPOVER (self->popover));
  return G_SOURCE_REMOVE;
}

/* An entry that got the focus may still be on its way into view, and a popover beside the screen belongs to no monitor, which
 * GDK does not expect. */
static void
open_offers (CutCompletingEntry *self)
{
  if (is_in_view (self))
    {
      gtk_popover_popup (GTK_POPOVER (self->popover));
      return;
    }
  self->frames_left = FRAMES_TO_VIEW;
  if (self->waiting == 0)
    self->waiting = gtk_widget_add_tick_callback (GTK_WIDGET (self), wait_for_view_cb, NULL, NULL);
}

static void
show_offers (CutCompletingEntry *self,
             GPtrArray          *rows)
{
  CutRow *extension = find_extension (self, rows);

  fill_offers (self, rows);
  if (is_searched (self))
    gtk_list_box_select_row (GTK_LIST_BOX (self->offers), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->offers), 0));
  if (extension != NULL)
    extend (self, cut_row_get_title (extension));
  if (gtk_widget_get_first_child (self->offers) != NULL)
    open_offers (self);
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* Those with all these words, the last of which may go on. */
static CutQuery *
make_query (CutKind     kind,
            const char *text)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);
  g_autofree char *joined = g_strjoinv (" ", words);
  g_autofree char *match = *joined != '\0' ? g_strconcat (joined, "*", NULL) : NULL;
  CutQuery *query = cut_query_new (kind);

  cut_query_set_match (query, match);
  query->limit = MAX_OFFERS + 1;
  return query;
}

static void
ask (CutCompletingEntry  *self,
     const char          *text,
     guint                limit,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback)
{
  if (self->kind == CUT_KIND_ANNOTATION)
    {
      cut_mark_search_async (self->notebook, text, MAX_OFFERS + 1, cancellable, callback, g_object_ref (self));
      return;
    }
  if (is_searched (self))
    {
      g_autoptr (CutQuery) query = make_query (self->kind, text);

      cut_notebook_rows_async (self->notebook, query, cancellable, callback, g_object_ref (self));
      return;
    }
  cut_notebook_complete_async (self->notebook, self->kind, text, limit, cancellable, callback, g_object_ref (self));
}

static GPtrArray *
ask_finish (CutCompletingEntry *self,
            GObject            *source,
            GAsyncResult       *result)
{
  if (self->kind == CUT_KIND_ANNOTATION)
    return cut_mark_search_finish (result, NULL);
  return is_searched (self) ? cut_notebook_rows_finish (CUT_NOTEBOOK (source), result, NULL)
                                      : cut_notebook_complete_finish (CUT_NOTEBOOK (source), result, NULL);
}

static void
completed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CutCompletingEntry) self = user_data;
  g_autoptr (GPtrArray) rows = ask_finish (self, source, result);

  if (rows != NULL && self->notebook != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_offers (self, rows);
}

static void
changed_cb (CutCompletingEntry *self)
{
  const char *text = get_part (self);
  const char *before = self->typed != NULL ? self->typed : self->shown != NULL ? self->shown : "";

  if (self->setting)
    return;
  self->extends = !is_searched (self) && strlen (text) > strlen (before);
  g_free (self->typed);
  self->typed = g_strdup (text);
  stop (&self->naming);
  stop (&self->completing);
  if (*text == '\0')
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return;
    }
  self->completing = g_cancellable_new ();
  ask (self, text, MAX_OFFERS, self->completing, completed_cb);
}

static void
pick (CutCompletingEntry *self,
      CutRow             *row)
{
  g_autofree char *id = g_strdup (cut_row_get_id (row));
  g_autofree char *text = with_part (self, cut_row_get_title (row));

  close_offers (self);
  set_text (self, text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  g_signal_emit (self, signals[PICKED], 0, id);
}

static void
offer_activated_cb (CutCompletingEntry *self,
                    GtkListBoxRow      *item)
{
  g_autoptr (CutRow) row = g_object_ref (g_object_get_data (G_OBJECT (item), "cut-row"));

  pick (self, row);
}

/* What Enter means: the name that is exactly this one, else the one that was completed, else a new one. */
static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CutCompletingEntry) self = user_data;
  g_autoptr (GPtrArray) rows = ask_finish (self, source, result);
  g_autofree char *name = g_strstrip (g_strdup (get_text (self)));
  CutRow *row = rows != NULL ? find_exact (rows, name) : NULL;

  self->taking = FALSE;
  if (self->notebook == NULL || *name == '\0' || g_strcmp0 (name, self->shown) == 0)
    return;
  if (row == NULL && rows != NULL)
    row = is_searched (self) && rows->len > 0 ? g_ptr_array_index (rows, 0) : find_extension (self, rows);
  if (row != NULL && g_strcmp0 (cut_row_get_id (row), self->left_out) != 0)
    {
      pick (self, row);
      return;
    }
  close_offers (self);
  if (is_searched (self))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  set_text (self, name);
  g_signal_emit (self, signals[CREATED], 0, name);
}

/* Whether the entry shows more than was typed. */
static gboolean
is_extended (CutCompletingEntry *self)
{
  return self->extends && self->typed != NULL && strlen (get_part (self)) > strlen (self->typed);
}

/* What stands there is what a person means. */
static void
finish_several (CutCompletingEntry *self)
{
  g_autofree char *names = g_strstrip (g_strdup (get_text (self)));

  set_text (self, names);
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
several_taken_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (CutCompletingEntry) self = user_data;
  g_autoptr (GPtrArray) rows = ask_finish (self, source, result);
  CutRow *row = self->notebook != NULL && rows != NULL ? find_extension (self, rows) : NULL;

  if (row != NULL)
    extend (self, cut_row_get_title (row));
  if (self->notebook != NULL)
    finish_several (self);
}

/* The rest of the last name may still be on its way. */
static void
take_several (CutCompletingEntry *self)
{
  if (self->extends && !is_extended (self))
    ask (self, self->typed, MAX_OFFERS, NULL, several_taken_cb);
  else
    finish_several (self);
}

static void
take (CutCompletingEntry *self)
{
  GtkListBoxRow *item = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->offers));
  g_autofree char *name = g_strstrip (g_strdup (get_text (self)));

  if (item != NULL && gtk_widget_get_mapped (self->popover))
    {
      offer_activated_cb (self, item);
      return;
    }
  close_offers (self);
  if (self->several)
    {
      take_several (self);
      return;
    }
  if (g_strcmp0 (name, self->shown) == 0 || (*name == '\0' && self->shown == NULL))
    return;
  if (*name == '\0')
    {
      set_text (self, NULL);
      g_signal_emit (self, signals[CLEARED], 0);
      return;
    }
  self->taking = TRUE;
  ask (self, name, 64, NULL, taken_cb);
}

static void
move_choice (CutCompletingEntry *self,
             int                 step)
{
  GtkListBox *offers = GTK_LIST_BOX (self->offers);
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (offers);
  int next = chosen != NULL ? gtk_list_box_row_get_index (chosen) + step : (step > 0 ? 0 : -1);
  GtkListBoxRow *row = next >= 0 ? gtk_list_box_get_row_at_index (offers, next) : NULL;

  if (row != NULL || next < 0)
    gtk_list_box_select_row (offers, row);
}

static gboolean
moves_caret (guint keyval)
{
  static const guint keys[] = { GDK_KEY_Left,    GDK_KEY_Right,    GDK_KEY_Home,    GDK_KEY_End,
                                GDK_KEY_KP_Left, GDK_KEY_KP_Right, GDK_KEY_KP_Home, GDK_KEY_KP_End };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i] == keyval)
      return TRUE;
  return FALSE;
}

/* A text view unselects what it has selected when something else becomes the primary selection, and with X11 also when an
 * earlier release of its own is answered late. The ending is to be typed over all the same; whoever walks into it keeps it. */
static void
hold_ending (CutCompletingEntry *self,
             guint               keyval)
{
  GtkEditable *editable = GTK_EDITABLE (self->entry);
  int n = (int) (count_before_part (self) + g_utf8_strlen (self->typed, -1));

  if (moves_caret (keyval))
    self->extends = FALSE;
  else if (!gtk_editable_get_selection_bounds (editable, NULL, NULL) && gtk_editable_get_position (editable) == n)
    gtk_editable_select_region (editable, n, -1);
}

/* Of several names one is only text until the person is done. */
static void
keep_ending (CutCompletingEntry *self)
{
  g_autofree char *text = g_strdup (get_text (self));

  if (self->several)
    set_text (self, text);
  else
    take (self);
}

static gboolean
key_pressed_cb (CutCompletingEntry *self,
                guint               keyval)
{
  gboolean open = gtk_widget_get_mapped (self->popover);

  if (is_extended (self))
    hold_ending (self, keyval);
  if (keyval == GDK_KEY_Tab && is_extended (self))
    {
      keep_ending (self);
      return GDK_EVENT_PROPAGATE;
    }
  if (keyval == GDK_KEY_Down && !open && *get_text (self) == '\0')
    return GDK_EVENT_PROPAGATE;
  if (open && (keyval == GDK_KEY_Down || keyval == GDK_KEY_Up))
    {
      move_choice (self, keyval == GDK_KEY_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  if (open)
    close_offers (self);
  else if (g_strcmp0 (get_text (self), self->shown != NULL ? self->shown : "") != 0)
    {
      g_autofree char *shown = g_strdup (self->shown);

      set_text (self, shown);
    }
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* The keyboard went to something else in the window, not to another program, from where somebody may come back with the rest. */
static gboolean
has_lost_focus (CutCompletingEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* The ending that nobody took is not left there as if it were so. */
static void
focus_left_cb (CutCompletingEntry *self)
{
  if (is_extended (self) && !self->taking)
    {
      g_autofree char *typed = with_part (self, self->typed);

      show_text (self, typed);
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    }
  if (!self->keeps_typed || self->taking || !has_lost_focus (self))
    {
      close_offers (self);
      return;
    }
  self->extends = FALSE;
  take (self);
}

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CutCompletingEntry) self = user_data;
  g_autoptr (CutRecord) record = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, NULL);
  g_autofree char *title = NULL;

  if (record == NULL)
    return;
  title = cut_record_get_title (record);
  set_text (self, title);
}

static void
cut_completing_entry_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  gtk_widget_measure (CUT_COMPLETING_ENTRY (widget)->entry, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
cut_completing_entry_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  CutCompletingEntry *self = CUT_COMPLETING_ENTRY (widget);

  gtk_widget_size_allocate (self->entry, &(GtkAllocation) { 0, 0, width, height }, baseline);
  gtk_widget_set_size_request (self->popover, width, -1);
  if (is_in_view (self))
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static gboolean
cut_completing_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CUT_COMPLETING_ENTRY (widget)->entry);
}

static void
cut_completing_entry_dispose (GObject *object)
{
  CutCompletingEntry *self = CUT_COMPLETING_ENTRY (object);

  stop (&self->completing);
  stop (&self->naming);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->typed, g_free);
  g_clear_pointer (&self->left_out, g_free);
  G_OBJECT_CLASS (cut_completing_entry_parent_class)->dispose (object);
}

static void
cut_completing_entry_class_init (CutCompletingEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_completing_entry_dispose;
  widget_class->measure = cut_completing_entry_measure;
  widget_class->size_allocate = cut_completing_entry_size_allocate;
  widget_class->grab_focus = cut_completing_entry_grab_focus;
  signals[PICKED] = g_signal_new ("picked", CUT_TYPE_COMPLETING_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CREATED] = g_signal_new ("created", CUT_TYPE_COMPLETING_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CLEARED] = g_signal_new ("cleared", CUT_TYPE_COMPLETING_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", CUT_TYPE_COMPLETING_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "completing-entry");
}

static void
make_popover (CutCompletingEntry *self)
{
  self->popover = gtk_popover_new ();
  self->offers = gtk_list_box_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_offset (GTK_POPOVER (self->popover), 0, 6);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->offers);
  gtk_widget_add_css_class (self->popover, "completion");
  gtk_widget_add_css_class (self->offers, "navigation-sidebar");
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->offers), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Known names"), -1);
  g_signal_connect_swapped (self->offers, "row-activated", G_CALLBACK (offer_activated_cb), self);
}

static void
cut_completing_entry_init (CutCompletingEntry *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  make_popover (self);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (take), self);
}

GtkWidget *
cut_completing_entry_new (CutNotebook *notebook,
                          CutKind      kind)
{
  CutCompletingEntry *self = g_object_new (CUT_TYPE_COMPLETING_ENTRY, NULL);

  self->notebook = g_object_ref (notebook);
  self->kind = kind;
  return GTK_WIDGET (self);
}

GtkWidget *
cut_completing_entry_new_several (CutNotebook *notebook,
                                  CutKind      kind,
                                  const char  *names)
{
  GtkWidget *entry = cut_completing_entry_new (notebook, kind);

  CUT_COMPLETING_ENTRY (entry)->several = TRUE;
  set_text (CUT_COMPLETING_ENTRY (entry), names);
  return entry;
}

const char *
cut_completing_entry_get_names (CutCompletingEntry *self)
{
  g_return_val_if_fail (CUT_IS_COMPLETING_ENTRY (self), NULL);

  return get_text (self);
}

void
cut_completing_entry_show_id (CutCompletingEntry *self,
                              const char         *id)
{
  g_return_if_fail (CUT_IS_COMPLETING_ENTRY (self));

  stop (&self->naming);
  if (id == NULL)
    {
      set_text (self, NULL);
      return;
    }
  self->naming = g_cancellable_new ();
  cut_notebook_get_async (self->notebook, id, self->naming, named_cb, g_object_ref (self));
}

void
cut_completing_entry_set_left_out (CutCompletingEntry *self,
                                   const char         *id)
{
  g_return_if_fail (CUT_IS_COMPLETING_ENTRY (self));

  g_free (self->left_out);
  self->left_out = g_strdup (id);
}

void
cut_completing_entry_set_label (CutCompletingEntry *self,
                                const char         *label)
{
  g_return_if_fail (CUT_IS_COMPLETING_ENTRY (self));

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
cut_completing_entry_keep_typed (CutCompletingEntry *self)
{
  g_return_if_fail (CUT_IS_COMPLETING_ENTRY (self));

  self->keeps_typed = !is_searched (self);
}

gboolean
cut_completing_entry_is_taking (CutCompletingEntry *self)
{
  g_return_val_if_fail (CUT_IS_COMPLETING_ENTRY (self), FALSE);

  return self->taking;
}
