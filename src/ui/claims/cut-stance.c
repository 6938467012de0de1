/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-stance.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *word;
  const char *icon;
  const char *style;
  CutStanceSide side;
} stances[] = {
  { "asserts", "cut-claim-symbolic", "dim-label", CUT_STANCE_FOR },
  { "alleges", "cut-alleges-symbolic", "dim-label", CUT_STANCE_FOR },
  { "reports", "cut-all-symbolic", "dim-label", CUT_STANCE_FOR },
  { "confirms", "cut-confirms-symbolic", "success", CUT_STANCE_FOR },
  { "denies", "cut-denies-symbolic", "error", CUT_STANCE_AGAINST },
  { "disputes", "cut-disputes-symbolic", "warning", CUT_STANCE_AGAINST },
  { "responds", "cut-claim-symbolic", "dim-label", CUT_STANCE_ANSWER },
  { "declines-to-comment", "cut-silent-symbolic", "dim-label", CUT_STANCE_ANSWER },
  { "did-not-respond", "cut-silent-symbolic", "dim-label", CUT_STANCE_ANSWER },
};

static guint
find (const char *stance)
{
  for (guint i = 0; i < G_N_ELEMENTS (stances); i++)
    if (g_strcmp0 (stances[i].word, stance) == 0)
      return i;
  return 0;
}

CutStanceSide
cut_stance_get_side (const char *stance)
{
  return stances[find (stance)].side;
}

const char *
cut_stance_side_get_title (CutStanceSide side)
{
  switch (side)
    {
    case CUT_STANCE_AGAINST:
      return _("Against");
    case CUT_STANCE_ANSWER:
      return _("Answers");
    case CUT_STANCE_FOR:
    case CUT_N_STANCE_SIDES:
    default:
      return _("Who Says So");
    }
}

void
cut_stance_show (GtkImage   *image,
                 const char *stance)
{
  guint place = find (stance);

  for (guint i = 0; i < G_N_ELEMENTS (stances); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (image), stances[i].style);
  gtk_image_set_from_icon_name (image, stances[place].icon);
  gtk_widget_add_css_class (GTK_WIDGET (image), stances[place].style);
}
