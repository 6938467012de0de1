/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-claim-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-claim-item.h"
#include "cut-compat.h"
#include "cut-date-text.h"
#include "cut-vocab.h"

typedef struct
{
  const char *title;
  char *(*format) (CutClaimItem *item); /* Returns: (transfer full) (nullable) */
  int (*compare) (CutClaimItem *a, CutClaimItem *b);
  guint letters;                        /* its natural width; 0: takes what is left */
  gboolean always;                      /* also where there is little room */
  CutVocab vocab;                       /* whose words it shows */
} Column;

/* Words. */

static char *
format_text (CutClaimItem *item)
{
  return g_strdup (item->standing->text);
}

static char *
format_status (CutClaimItem *item)
{
  return g_strdup (cut_vocab_get_label (CUT_VOCAB_CLAIM_STATUS, item->standing->status));
}

static char *
format_importance (CutClaimItem *item)
{
  return g_strdup (cut_vocab_get_label (CUT_VOCAB_IMPORTANCE, item->standing->importance));
}

static char *
format_date (CutClaimItem *item)
{
  return cut_date_to_text (item->standing->fact_date);
}

static char *
format_check (CutClaimItem *item)
{
  return cut_date_to_text (item->standing->last_check);
}

/* Orders. */

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_text (CutClaimItem *a,
              CutClaimItem *b)
{
  return strcmp (cut_claim_item_get_key (a), cut_claim_item_get_key (b));
}

static int
compare_status (CutClaimItem *a,
                CutClaimItem *b)
{
  return compare_numbers (cut_vocab_get_place (CUT_VOCAB_CLAIM_STATUS, a->standing->status), cut_vocab_get_place (CUT_VOCAB_CLAIM_STATUS, b->standing->status));
}

static int
compare_importance (CutClaimItem *a,
                    CutClaimItem *b)
{
  return compare_numbers (cut_vocab_get_place (CUT_VOCAB_IMPORTANCE, a->standing->importance), cut_vocab_get_place (CUT_VOCAB_IMPORTANCE, b->standing->importance));
}

static int
compare_lists (char **a,
               char **b)
{
  for (; *a != NULL && *b != NULL; a++, b++)
    if (strcmp (*a, *b) != 0)
      return strcmp (*a, *b);
  return (*a != NULL) - (*b != NULL);
}

/* In the order of the vocabulary: what is asserted first, then what is denied. */
static int
compare_stances (CutClaimItem *a,
                 CutClaimItem *b)
{
  char **left = a->standing->stances;
  char **right = b->standing->stances;

  for (; *left != NULL && *right != NULL; left++, right++)
    if (strcmp (*left, *right) != 0)
      return compare_numbers (cut_vocab_get_place (CUT_VOCAB_STANCE, *left), cut_vocab_get_place (CUT_VOCAB_STANCE, *right));
  return (*left != NULL) - (*right != NULL);
}

static int
compare_origins (CutClaimItem *a,
                 CutClaimItem *b)
{
  int order = compare_numbers (a->standing->low, b->standing->low);

  if (order == 0)
    order = compare_numbers (a->standing->high, b->standing->high);
  return order != 0 ? order : compare_numbers (a->standing->denials, b->standing->denials);
}

/* The urgent ones last, so that one more click has them first. */
static int
compare_gaps (CutClaimItem *a,
              CutClaimItem *b)
{
  int order = compare_numbers (a->standing->urgency, b->standing->urgency);

  return order != 0 ? order : compare_numbers (a->standing->gaps->len, b->standing->gaps->len);
}

/* Claims without a date come last, whatever the order of the others is. */
static int
compare_dates (CutClaimItem *a,
               CutClaimItem *b)
{
  return compare_numbers (a->standing->fact_date != NULL ? cut_date_get_sort_key (a->standing->fact_date) : G_MAXINT64,
                          b->standing->fact_date != NULL ? cut_date_get_sort_key (b->standing->fact_date) : G_MAXINT64);
}

static int
compare_stories (CutClaimItem *a,
                 CutClaimItem *b)
{
  return compare_lists (a->standing->all_stories, b->standing->all_stories);
}

static int
compare_checks (CutClaimItem *a,
                CutClaimItem *b)
{
  return compare_numbers (a->standing->last_check != NULL ? cut_date_get_sort_key (a->standing->last_check) : G_MININT64,
                          b->standing->last_check != NULL ? cut_date_get_sort_key (b->standing->last_check) : G_MININT64);
}

static const Column columns[] = {
  { NC_ ("column", "Claim"), format_text, compare_text, 0, TRUE },
  { NC_ ("column", "Status"), format_status, compare_status, 12, TRUE, CUT_VOCAB_CLAIM_STATUS },
  { NC_ ("column", "Origins"), cut_claim_item_format_origins, compare_origins, 12, FALSE },
  { NC_ ("column", "Gaps"), cut_claim_item_format_gaps, compare_gaps, 12, FALSE },
  { NC_ ("column", "Stances"), cut_claim_item_format_stances, compare_stances, 12, FALSE },
  { NC_ ("column", "Importance"), format_importance, compare_importance, 8, FALSE, CUT_VOCAB_IMPORTANCE },
  { NC_ ("column", "Date"), format_date, compare_dates, 11, FALSE },
  { NC_ ("column", "Story"), cut_claim_item_format_stories, compare_stories, 12, FALSE },
  { NC_ ("column", "Last Check"), format_check, compare_checks, 12, FALSE },
};

#define CLAIM_LETTERS 24 /* a claim in two lines of these can be told from another */
#define LEAST_LETTERS 15 /* to which a claim is cut for its origins, and for nothing else */
#define CELL_LETTERS 2   /* the room between two columns */

/* The longest word of a column and its title stand in one line, in every language. */
static guint
get_letters (const Column *column)
{
  CutVocab vocab = column->vocab;
  const char *const *words = vocab != CUT_VOCAB_NONE ? cut_vocab_get_words (vocab) : NULL;
  glong letters = MAX ((glong) column->letters, g_utf8_strlen (g_dpgettext2 (GETTEXT_PACKAGE, "column", column->title), -1) + 2);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    letters = MAX (letters, g_utf8_strlen (cut_vocab_get_label (vocab, words[i]), -1) + 1);
  return (guint) letters;
}

/* Asked for, not set: setting one asks the display where the pointer is, for each row. */
static gboolean
tooltip_cb (GtkWidget   *cell,
            int          x,
            int          y,
            gboolean     keyboard,
            GtkTooltip  *tooltip,
            GtkListItem *list_item)
{
  CutClaimItem *item = gtk_list_item_get_item (list_item);

  if (item == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, item->standing->text);
  return TRUE;
}

/* Cells: their size does not hang on what is in them, so that a row costs little. */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  user_data)
{
  const Column *column = user_data;
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), column->letters > 0 ? MIN (column->letters, 7) : 14);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), column->letters > 0 ? get_letters (column) : 40);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (cell), 2);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (cell), 2);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (cell), PANGO_WRAP_WORD_CHAR);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (cell), 0.5f);
  if (column->letters == 0)
    {
      gtk_widget_set_has_tooltip (cell, TRUE);
      g_signal_connect (cell, "query-tooltip", G_CALLBACK (tooltip_cb), list_item);
    }
  gtk_list_item_set_child (list_item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  user_data)
{
  const Column *column = user_data;
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  g_autofree char *text = column->format (gtk_list_item_get_item (list_item));

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "", -1);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const Column *column = user_data;

  return column->compare ((CutClaimItem *) a, (CutClaimItem *) b);
}

static void
add_column (GtkColumnView *table,
            const Column  *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = NULL;
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, (gpointer) column, NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) column);
  added = gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "column", column->title), factory);
  gtk_column_view_column_set_expand (added, column->letters == 0);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_sorter (added, sorter);
  gtk_column_view_append_column (table, added);
}

void
cut_claim_table_fill (GtkColumnView *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (table, &columns[i]);
  cut_table_start_at_beginning (table);
}

void
cut_claim_table_fit (GtkColumnView *table,
                     guint          letters)
{
  GListModel *shown = gtk_column_view_get_columns (table);
  guint used = CLAIM_LETTERS;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    used += columns[i].always && columns[i].letters > 0 ? get_letters (&columns[i]) + CELL_LETTERS : 0;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);
      guint more = columns[i].always ? 0 : get_letters (&columns[i]) + CELL_LETTERS;
      guint spare = columns[i].format == cut_claim_item_format_origins ? CLAIM_LETTERS - LEAST_LETTERS : 0;

      /* What comes behind the first that finds no room is less important than that one. */
      used += more;
      gtk_column_view_column_set_visible (column, more == 0 || used <= letters + spare);
    }
}
