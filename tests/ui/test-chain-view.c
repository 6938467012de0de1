/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-chain-view.h"
#include "cut-test-widgets.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  guint activated;
} Shown;

static CutChain *
make_chain (gboolean more)
{
  CutChain *chain = cut_chain_new ();
  guint officials = cut_chain_add_node (chain, "officials", "Two officials", CUT_CHAIN_UNNAMED, CUT_KIND_NONE, NULL);
  guint courier = cut_chain_add_node (chain, "courier", "The Courier", CUT_CHAIN_PLAIN, CUT_KIND_NONE, NULL);
  guint post = cut_chain_add_node (chain, "post", "Evening Post", CUT_CHAIN_CLIP, CUT_KIND_NONE, NULL);
  guint company = cut_chain_add_node (chain, "company", "The company", CUT_CHAIN_PLAIN, CUT_KIND_NONE, NULL);

  cut_chain_set_detail (chain, officials, "alleges");
  cut_chain_set_detail (chain, company, "denies");
  cut_chain_add_path (chain, (guint[]) { officials, courier, post }, 3, "alleges");
  cut_chain_add_path (chain, (guint[]) { company, post }, 2, "denies");
  if (more)
    {
      guint echo = cut_chain_add_node (chain, "echo", "Echo", CUT_CHAIN_CLIP, CUT_KIND_NONE, NULL);

      cut_chain_add_path (chain, (guint[]) { company, echo }, 2, "denies");
    }
  cut_chain_arrange (chain);
  return chain;
}

static void
activated_cb (Shown *shown,
              guint  node)
{
  shown->activated = node;
}

static void
show (Shown *shown,
      int    width)
{
  g_autoptr (CutChain) chain = make_chain (FALSE);

  shown->window = gtk_window_new ();
  shown->view = cut_chain_view_new ();
  shown->activated = G_MAXUINT;
  g_signal_connect_swapped (shown->view, "node-activated", G_CALLBACK (activated_cb), shown);
  cut_chain_view_set_chain (CUT_CHAIN_VIEW (shown->view), chain);
  gtk_window_set_default_size (GTK_WINDOW (shown->window), width, 400);
  gtk_window_set_child (GTK_WINDOW (shown->window), shown->view);
  gtk_window_present (GTK_WINDOW (shown->window));
  cut_test_iterate ();
  gtk_window_set_focus (GTK_WINDOW (shown->window), NULL);
}

static GtkWidget *
find (Shown      *shown,
      const char *name)
{
  GtkWidget *node = cut_test_find (shown->view, GTK_TYPE_BUTTON, name);

  g_assert_nonnull (node);
  return node;
}

static void
assert_focus (Shown      *shown,
              const char *name)
{
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (shown->window)) == find (shown, name));
}

static void
test_keyboard (void)
{
  Shown shown;

  if (!cut_test_have_display ())
    return;
  show (&shown, 700);
  g_assert_true (gtk_widget_child_focus (shown.view, GTK_DIR_TAB_FORWARD));
  assert_focus (&shown, "Two officials, alleges");
  gtk_widget_child_focus (shown.view, GTK_DIR_RIGHT);
  assert_focus (&shown, "The Courier");
  gtk_widget_child_focus (shown.view, GTK_DIR_RIGHT);
  assert_focus (&shown, "Evening Post");
  gtk_widget_child_focus (shown.view, GTK_DIR_LEFT);
  gtk_widget_child_focus (shown.view, GTK_DIR_LEFT);
  gtk_widget_child_focus (shown.view, GTK_DIR_DOWN);
  assert_focus (&shown, "The company, denies");
  g_signal_emit_by_name (find (&shown, "The company, denies"), "clicked");
  g_assert_cmpuint (shown.activated, ==, 3);
  /* One stop: Tab leaves. */
  g_assert_false (gtk_widget_child_focus (shown.view, GTK_DIR_TAB_FORWARD));
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

static void
test_keyboard_right_to_left (void)
{
  Shown shown;

  if (!cut_test_have_display ())
    return;
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  show (&shown, 700);
  gtk_widget_child_focus (shown.view, GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (shown.view, GTK_DIR_LEFT);
  assert_focus (&shown, "The Courier");
  gtk_widget_child_focus (shown.view, GTK_DIR_RIGHT);
  assert_focus (&shown, "Two officials, alleges");
  gtk_window_destroy (GTK_WINDOW (shown.window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Below each other, up and down go through all. */
static void
test_keyboard_stacked (void)
{
  Shown shown;

  if (!cut_test_have_display ())
    return;
  show (&shown, 200);
  gtk_widget_child_focus (shown.view, GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (shown.view, GTK_DIR_DOWN);
  assert_focus (&shown, "The company, denies");
  gtk_widget_child_focus (shown.view, GTK_DIR_DOWN);
  assert_focus (&shown, "The Courier");
  gtk_widget_child_focus (shown.view, GTK_DIR_DOWN);
  assert_focus (&shown, "Evening Post");
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

/* A change of the claim draws anew; who was on a node stays on it. */
static void
test_focus_stays (void)
{
  Shown shown;
  g_autoptr (CutChain) more = make_chain (TRUE);

  if (!cut_test_have_display ())
    return;
  show (&shown, 700);
  gtk_widget_grab_focus (find (&shown, "The company, denies"));
  cut_chain_view_set_chain (CUT_CHAIN_VIEW (shown.view), more);
  cut_test_iterate ();
  assert_focus (&shown, "The company, denies");
  cut_chain_view_set_chain (CUT_CHAIN_VIEW (shown.view), NULL);
  cut_test_iterate ();
  g_assert_null (gtk_widget_get_first_child (shown.view));
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

static void
test_description (void)
{
  Shown shown;
  g_autofree char *mismatch = NULL;

  if (!cut_test_have_display ())
    return;
  show (&shown, 700);
  mismatch = gtk_test_accessible_check_property (GTK_ACCESSIBLE (shown.view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                 "Two officials: alleges, through The Courier, in Evening Post.\n"
                                                 "The company: denies, in Evening Post.");
  g_assert_null (mismatch);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (shown.view)), ==, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/chain-view/keyboard", test_keyboard);
  g_test_add_func ("/ui/chain-view/keyboard-right-to-left", test_keyboard_right_to_left);
  g_test_add_func ("/ui/chain-view/keyboard-stacked", test_keyboard_stacked);
  g_test_add_func ("/ui/chain-view/focus-stays", test_focus_stays);
  g_test_add_func ("/ui/chain-view/description", test_description);
  return g_test_run ();
}
