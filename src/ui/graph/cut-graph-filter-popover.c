/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-graph-filter-popover.h"

#include <glib/gi18n-lib.h>

#include "cut-date-typed.h"
#include "cut-graph-sign.h"
#include "cut-graph-words.h"
#include "cut-parts.h"
#include "cut-time-span.h"
#include "cut-vocab.h"

struct _CutGraphFilterPopover
{
  GtkPopover parent_instance;

  CutGraphFilter *filter;            /* (owned) */
  GtkWidget *depth;                  /* of the widget tree, as the rest */
  GtkWidget *kinds[CUT_N_TIE_KINDS];
  GtkWidget *schemas;
  GtkWidget *relations_heading;
  GtkWidget *relations;
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *undated;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutGraphFilterPopover, cut_graph_filter_popover, GTK_TYPE_POPOVER)

#define MOST_HEIGHT 460

static void
emit_changed (CutGraphFilterPopover *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_active (GtkWidget *check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

/* What is chosen. */

static void
depth_cb (CutGraphFilterPopover *self)
{
  self->filter->depth = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->depth));
  emit_changed (self);
}

static void
kinds_cb (CutGraphFilterPopover *self)
{
  self->filter->kinds = 0;
  for (guint i = 0; i < CUT_N_TIE_KINDS; i++)
    if (is_active (self->kinds[i]))
      self->filter->kinds |= 1u << i;
  emit_changed (self);
}

static GPtrArray *
words_of (char **words)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    g_ptr_array_add (list, g_strdup (words[i]));
  return list;
}

/* Sorted, so that the same choice is the same filter. */
static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
hide_word (char       ***words,
           const char   *word,
           gboolean      hidden)
{
  g_autoptr (GPtrArray) list = words_of (*words);
  guint place;
  gboolean there = g_ptr_array_find_with_equal_func (list, word, g_str_equal, &place);

  if (there && !hidden)
    g_ptr_array_remove_index (list, place);
  if (!there && hidden)
    g_ptr_array_add (list, g_strdup (word));
  g_ptr_array_sort (list, compare_words);
  g_strfreev (*words);
  *words = NULL;
  if (list->len == 0)
    return;
  g_ptr_array_add (list, NULL);
  g_ptr_array_set_free_func (list, NULL);
  *words = (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
}

static const char *
word_of (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "word");
}

static void
schema_cb (CutGraphFilterPopover *self,
           GtkWidget             *check)
{
  hide_word (&self->filter->hidden_schemas, word_of (check), !is_active (check));
  emit_changed (self);
}

static void
relation_cb (CutGraphFilterPopover *self,
             GtkWidget             *check)
{
  hide_word (&self->filter->hidden_relations, word_of (check), !is_active (check));
  emit_changed (self);
}

static void
undated_cb (CutGraphFilterPopover *self)
{
  self->filter->undated = is_active (self->undated);
  emit_changed (self);
}

/* Returns: whether the text is a date, or none at all; @end: of all that it can mean */
static gboolean
read_time (GtkWidget *entry,
           gboolean   end,
           gint64    *time)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autoptr (CutDate) date = *text != '\0' ? cut_date_from_text (text, NULL) : NULL;
  gboolean right = *text == '\0' || date != NULL;
  CutTimeSpan span;

  *time = end ? G_MAXINT64 : G_MININT64;
  if (date != NULL)
    {
      span = cut_time_span_of_date (date);
      *time = end ? MAX (span.end, span.start + 1) : span.start;
    }
  if (right)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               right ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  return right;
}

static void
times_cb (CutGraphFilterPopover *self)
{
  gint64 from, to;
  gboolean right = read_time (self->from, FALSE, &from);

  right = read_time (self->to, TRUE, &to) && right;
  gtk_widget_set_sensitive (self->undated, from != G_MININT64 || to != G_MAXINT64);
  if (!right || (from == self->filter->from && to == self->filter->to))
    return;
  self->filter->from = from;
  self->filter->to = to;
  emit_changed (self);
}

/* Building. */

static GtkWidget *
make_check (const char *label,
            GtkWidget  *sign)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_label_new (label);

  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), words);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return check;
}

static void
add_heading (GtkWidget  *box,
             const char *text)
{
  GtkWidget *heading = cut_heading_new (text);

  gtk_widget_set_margin_top (heading, 6);
  gtk_box_append (GTK_BOX (box), heading);
}

static void
add_line (GtkWidget  *grid,
          int         line,
          const char *name,
          GtkWidget  *editor)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), editor);
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, line, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), editor, 1, line, 1, 1);
}

static GtkWidget *
make_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  return grid;
}

static GtkWidget *
make_time_entry (CutGraphFilterPopover *self)
{
  GtkWidget *entry = gtk_entry_new ();

  /* Translators: how a date may be typed: a year, a month or a day */
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("2015, 2015-06 or 2015-06-30"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (times_cb), self);
  return entry;
}

static void
add_kinds (CutGraphFilterPopover *self,
           GtkWidget             *box)
{
  for (guint i = 0; i < CUT_N_TIE_KINDS; i++)
    {
      self->kinds[i] = make_check (cut_tie_kind_get_label ((CutTieKind) i), cut_graph_sign_new_for_tie ((CutTieKind) i));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->kinds[i]), (self->filter->kinds & 1u << i) != 0);
      g_signal_connect_swapped (self->kinds[i], "toggled", G_CALLBACK (kinds_cb), self);
      gtk_box_append (GTK_BOX (box), self->kinds[i]);
    }
}

static GtkWidget *
make_times (CutGraphFilterPopover *self)
{
  GtkWidget *grid = make_grid ();

  self->from = make_time_entry (self);
  self->to = make_time_entry (self);
  self->undated = gtk_check_button_new_with_mnemonic (_("_Undated, too"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->undated), TRUE);
  gtk_widget_set_sensitive (self->undated, FALSE);
  g_signal_connect_swapped (self->undated, "toggled", G_CALLBACK (undated_cb), self);
  add_line (grid, 0, C_ ("time", "_From"), self->from);
  add_line (grid, 1, C_ ("time", "Un_til"), self->to);
  gtk_grid_attach (GTK_GRID (grid), self->undated, 0, 2, 2, 1);
  return grid;
}

static GtkWidget *
make_depth (CutGraphFilterPopover *self)
{
  GtkWidget *grid = make_grid ();

  self->depth = gtk_spin_button_new_with_range (1, CUT_GRAPH_MOST_DEPTH, 1);
  g_signal_connect_swapped (self->depth, "value-changed", G_CALLBACK (depth_cb), self);
  add_line (grid, 0, _("_Steps from the centre"), self->depth);
  return grid;
}

static void
build (CutGraphFilterPopover *self,
       GtkWidget             *box)
{
  GtkWidget *clear = gtk_button_new_with_mnemonic (_("_Clear Filter"));

  gtk_box_append (GTK_BOX (box), make_depth (self));
  add_heading (box, _("Ties"));
  add_kinds (self, box);
  add_heading (box, _("Entities"));
  self->schemas = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (box), self->schemas);
  self->relations_heading = cut_heading_new (_("Relations"));
  gtk_widget_set_margin_top (self->relations_heading, 6);
  gtk_box_append (GTK_BOX (box), self->relations_heading);
  self->relations = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (box), self->relations);
  add_heading (box, _("Time"));
  gtk_box_append (GTK_BOX (box), make_times (self));
  gtk_widget_set_margin_top (clear, 6);
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (cut_graph_filter_popover_clear), self);
  gtk_box_append (GTK_BOX (box), clear);
}

static void
cut_graph_filter_popover_finalize (GObject *object)
{
  cut_graph_filter_free (CUT_GRAPH_FILTER_POPOVER (object)->filter);
  G_OBJECT_CLASS (cut_graph_filter_popover_parent_class)->finalize (object);
}

static void
cut_graph_filter_popover_class_init (CutGraphFilterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_graph_filter_popover_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cut_graph_filter_popover_init (CutGraphFilterPopover *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->filter = cut_graph_filter_new ();
  build (self, box);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
}

GtkWidget *
cut_graph_filter_popover_new (void)
{
  return g_object_new (CUT_TYPE_GRAPH_FILTER_POPOVER, NULL);
}

const CutGraphFilter *
cut_graph_filter_popover_get_filter (CutGraphFilterPopover *self)
{
  return self->filter;
}

/* The kinds that there are. */

static gboolean
has_word (char       **words,
          const char  *word)
{
  return words != NULL && g_strv_contains ((const char *const *) words, word);
}

/* Those that are hidden are no longer met on the way to the hidden ones: they stay in the list. */
static GPtrArray *
all_words (GPtrArray  *there,
           char      **hidden)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < there->len; i++)
    g_ptr_array_add (words, g_strdup (g_ptr_array_index (there, i)));
  for (guint i = 0; hidden != NULL && hidden[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (words, hidden[i], g_str_equal, NULL))
      g_ptr_array_add (words, g_strdup (hidden[i]));
  g_ptr_array_sort (words, compare_words);
  return words;
}

static gboolean
shows (GtkWidget *box,
       GPtrArray *words)
{
  GtkWidget *child = gtk_widget_get_first_child (box);

  for (guint i = 0; i < words->len; i++, child = gtk_widget_get_next_sibling (child))
    if (child == NULL || !g_str_equal (word_of (child), g_ptr_array_index (words, i)))
      return FALSE;
  return child == NULL;
}

/* As long as there are the same kinds the buttons stay, and the focus on them. */
static void
fill_words (CutGraphFilterPopover *self,
            GtkWidget             *box,
            GPtrArray             *there,
            char                 **hidden,
            CutVocab               vocab,
            GCallback              callback)
{
  g_autoptr (GPtrArray) words = all_words (there, hidden);
  GtkWidget *child;

  if (shows (box, words))
    return;
  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      const char *label = cut_vocab_get_label (vocab, word);
      GtkWidget *check = vocab == CUT_VOCAB_ENTITY_SCHEMA ? make_check (label, cut_graph_sign_new_for_schema (word))
                                                          : gtk_check_button_new_with_label (label);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !has_word (hidden, word));
      g_object_set_data_full (G_OBJECT (check), "word", g_strdup (word), g_free);
      g_signal_connect_swapped (check, "toggled", callback, self);
      gtk_box_append (GTK_BOX (box), check);
    }
}

void
cut_graph_filter_popover_set_graph (CutGraphFilterPopover *self,
                                    CutGraph              *graph)
{
  g_return_if_fail (CUT_IS_GRAPH_FILTER_POPOVER (self));

  fill_words (self, self->schemas, graph->schemas, self->filter->hidden_schemas, CUT_VOCAB_ENTITY_SCHEMA, G_CALLBACK (schema_cb));
  fill_words (self, self->relations, graph->relations, self->filter->hidden_relations, CUT_VOCAB_RELATION_SCHEMA, G_CALLBACK (relation_cb));
  gtk_widget_set_visible (self->relations_heading, gtk_widget_get_first_child (self->relations) != NULL);
}

static void
activate_all (GtkWidget *box)
{
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child), TRUE);
}

void
cut_graph_filter_popover_clear (CutGraphFilterPopover *self)
{
  g_autoptr (CutGraphFilter) filter = cut_graph_filter_new ();

  self->filling = TRUE;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->depth), filter->depth);
  for (guint i = 0; i < CUT_N_TIE_KINDS; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->kinds[i]), (filter->kinds & 1u << i) != 0);
  activate_all (self->schemas);
  activate_all (self->relations);
  gtk_editable_set_text (GTK_EDITABLE (self->from), "");
  gtk_editable_set_text (GTK_EDITABLE (self->to), "");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->undated), filter->undated);
  self->filling = FALSE;
  emit_changed (self);
}

void
cut_graph_filter_popover_show_clips (CutGraphFilterPopover *self)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->kinds[CUT_TIE_CLIP]), TRUE);
}

guint
cut_graph_filter_popover_count (CutGraphFilterPopover *self)
{
  g_autoptr (CutGraphFilter) first = cut_graph_filter_new ();
  const CutGraphFilter *filter = self->filter;

  return (guint) (filter->depth != first->depth) + (guint) (filter->kinds != first->kinds) + (guint) (filter->hidden_schemas != NULL) +
         (guint) (filter->hidden_relations != NULL) + (guint) (filter->from != first->from || filter->to != first->to);
}
