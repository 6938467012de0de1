/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-test-widgets.h"

gboolean
cut_test_have_display (void)
{
  if (gtk_init_check ())
    {
      adw_init ();
      return TRUE;
    }
  g_test_skip ("There is no display");
  return FALSE;
}

static gboolean
has_name (GtkWidget  *widget,
          const char *name)
{
  g_autofree char *mismatch = NULL;

  if (name == NULL)
    return TRUE;
  mismatch = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  return mismatch == NULL;
}

GtkWidget *
cut_test_find (GtkWidget  *root,
               GType       type,
               const char *name)
{
  g_autoptr (GQueue) queue = g_queue_new ();

  g_queue_push_tail (queue, root);
  while (!g_queue_is_empty (queue))
    {
      GtkWidget *widget = g_queue_pop_head (queue);

      if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && has_name (widget, name))
        return widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (queue, child);
    }
  return NULL;
}

void
cut_test_iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
