/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-claim.h"
#include "cut-conflict-words.h"
#include "cut-conflicts-view.h"
#include "cut-test-notebook.h"
#include "cut-test-widgets.h"

/* Two colleagues who wrote different things, and the view that settles it. */
typedef struct
{
  CutTestNotebook here;
  CutTestNotebook there;
  char *bundle;
  char *id;
  GtkWidget *window;
} Desk;

static void
set_up (Desk          *self,
        gconstpointer  data)
{
  cut_test_notebook_set_up (&self->here, data);
  cut_test_notebook_set_up (&self->there, data);
  self->bundle = g_build_filename (self->here.folder, "over.cuttings.zip", NULL);
}

static void
tear_down (Desk          *self,
           gconstpointer  data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  cut_test_iterate ();
  g_free (self->bundle);
  g_free (self->id);
  cut_test_notebook_tear_down (&self->here, data);
  cut_test_notebook_tear_down (&self->there, data);
}

static void
hand_over (Desk            *self,
           CutTestNotebook *from,
           CutTestNotebook *to)
{
  g_autoptr (CutExportRequest) request = cut_export_request_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CutExportReport) out = NULL;
  g_autoptr (CutImportReport) in = NULL;

  request->path = g_strdup (self->bundle);
  request->all = TRUE;
  out = cut_notebook_export (from->notebook, request, NULL, &error);
  g_assert_no_error (error);
  in = cut_notebook_import (to->notebook, self->bundle, "bundle", FALSE, NULL, &error);
  g_assert_no_error (error);
}

static CutRecord *
get_claim (Desk            *self,
           CutTestNotebook *side)
{
  g_autoptr (GError) error = NULL;
  CutRecord *claim = cut_notebook_get (side->notebook, self->id, &error);

  g_assert_no_error (error);
  return claim;
}

static void
edit (Desk            *self,
      CutTestNotebook *side,
      const char      *status,
      const char      *place)
{
  g_autoptr (CutRecord) claim = get_claim (self, side);

  cut_test_commit_one (side->notebook, "Edit", cut_record_with (claim, "status", status, "place", place, NULL));
}

static void
disagree (Desk *self)
{
  CutRecord *claim = cut_record_new (CUT_KIND_CLAIM, "text", "The tank leaked twice", NULL);

  self->id = g_strdup (cut_record_get_id (claim));
  cut_test_commit_one (self->here.notebook, "New Claim", claim);
  hand_over (self, &self->here, &self->there);
  edit (self, &self->here, "verified", "Norrvik");
  edit (self, &self->there, "false", "Sundvik");
  hand_over (self, &self->there, &self->here);
}

static void
show (Desk *self)
{
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), cut_conflicts_view_new (self->here.notebook));
  gtk_window_present (GTK_WINDOW (self->window));
}

/* Returns: (transfer none): the button that stands for that value, as soon as there is one */
static GtkWidget *
wait_for_button (Desk       *self,
                 const char *name)
{
  GtkWidget *found = NULL;

  while ((found = cut_test_find (self->window, GTK_TYPE_BUTTON, name)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return found;
}

static GtkWidget *
find_labelled (GtkWidget  *root,
               const char *label)
{
  g_autoptr (GQueue) queue = g_queue_new ();
  GtkWidget *widget;

  g_queue_push_tail (queue, root);
  while ((widget = g_queue_pop_head (queue)) != NULL)
    {
      if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
        return widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (queue, child);
    }
  return NULL;
}

static void
wait_until_settled (Desk *self,
                    guint n_open)
{
  guint open = G_MAXUINT;

  while (open != n_open)
    {
      g_autoptr (GPtrArray) conflicts = cut_notebook_conflicts (self->here.notebook, NULL, NULL);

      open = conflicts->len;
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
test_who (Desk          *self,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  gint64 start = g_get_real_time () / 1000;

  disagree (self);
  conflicts = cut_notebook_conflicts (self->here.notebook, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (conflicts->len, ==, 2);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const CutConflict *conflict = g_ptr_array_index (conflicts, i);
      int mine = cut_conflict_find (conflict, CUT_WRITER_HERE);
      int theirs = cut_conflict_find (conflict, CUT_WRITER_ELSEWHERE);
      const CutWording *ours;

      g_assert_cmpint (mine + theirs, ==, 1);
      ours = g_ptr_array_index (conflict->wordings, (guint) mine);
      g_assert_true (g_str_equal (ours->words, "Verified") || g_str_equal (ours->words, "Norrvik"));
      g_assert_cmpint (ours->when, >=, start);
    }
}

static void
test_one_by_one (Desk          *self,
                 gconstpointer  data)
{
  g_autoptr (CutRecord) first = NULL;
  g_autoptr (CutRecord) both = NULL;

  if (!cut_test_have_display ())
    return;
  disagree (self);
  show (self);
  g_signal_emit_by_name (wait_for_button (self, "Take “Sundvik”"), "clicked");
  wait_until_settled (self, 1);
  first = get_claim (self, &self->here);
  g_assert_cmpstr (cut_claim_get_place (CUT_CLAIM (first)), ==, "Sundvik");
  g_signal_emit_by_name (wait_for_button (self, "Take “Verified”"), "clicked");
  wait_until_settled (self, 0);
  both = get_claim (self, &self->here);
  g_assert_cmpstr (cut_claim_get_status (CUT_CLAIM (both)), ==, "verified");
}

static void
test_all_of_one_side (Desk          *self,
                      gconstpointer  data)
{
  g_autoptr (CutRecord) settled = NULL;
  g_autofree char *undone = NULL;

  if (!cut_test_have_display ())
    return;
  disagree (self);
  show (self);
  wait_for_button (self, "Take “Sundvik”");
  g_signal_emit_by_name (find_labelled (self->window, "Take All of _Theirs"), "clicked");
  wait_until_settled (self, 0);
  settled = get_claim (self, &self->here);
  g_assert_cmpstr (cut_claim_get_place (CUT_CLAIM (settled)), ==, "Sundvik");
  g_assert_cmpstr (cut_claim_get_status (CUT_CLAIM (settled)), ==, "false");
  undone = cut_notebook_undo (self->here.notebook, NULL);
  g_assert_nonnull (undone);
  wait_until_settled (self, 2);
}

#define TEST(name, func) g_test_add ("/ui/conflicts/" name, Desk, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("who", test_who);
  TEST ("one-by-one", test_one_by_one);
  TEST ("all-of-one-side", test_all_of_one_side);
  return g_test_run ();
}
