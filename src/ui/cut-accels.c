/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-accels.h"

static const CutAccel accels[] = {
  { "app.quit", { "<Control>q" } },
  { "app.help", { "F1" } },
  { "window.close", { "<Control>w" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.clip-link", { "<Control>l" } },
  { "win.clip-file", { "<Control>o" } },
  { "win.search", { "<Control>k" } },
  { "win.export", { "<Control>e" } },
  { "win.import", { "<Control>i" } },
  { "win.lock", { "<Control><Shift>l" } },
  { "win.new-story", { "<Control><Shift>n" } },
  { "win.changes", { "<Control>d" } },
  { "win.fetch-again-open", { "<Control>r" } },
  { "win.back", { "<Alt>Left" } },
  { "win.next-column", { "F6" } },
  { "win.previous-column", { "<Shift>F6" } },
  { "win.toggle-margin", { "F9" } },
  { "win.view::inbox", { "<Control>1" } },
  { "win.view::all", { "<Control>2" } },
  { "win.view::claims", { "<Control>3" } },
  { "win.view::sources", { "<Control>4" } },
  { "win.view::entities", { "<Control>5" } },
  { "win.view::trash", { "<Control>6" } },
  { "win.view::check-list", { "<Control>7" } },
  { "win.view::timeline", { "<Control>8" } },
};

/* Of these, typing has its own undo and paste. */
static const CutAccel keys[] = {
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z" } },
  { "win.paste", { "<Control>v" } },
  { "win.back", { "Escape" } },
  { "reader.find", { "<Control>f" } },
  { "reader.find-next", { "F3", "<Control>g" } },
  { "reader.find-previous", { "<Shift>F3", "<Control><Shift>g" } },
};

const CutAccel *
cut_accels_get_keys (guint *n)
{
  *n = G_N_ELEMENTS (keys);
  return keys;
}

const CutAccel *
cut_accels_get (guint *n)
{
  *n = G_N_ELEMENTS (accels);
  return accels;
}

void
cut_accels_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, (const char *const *) accels[i].keys);
}
