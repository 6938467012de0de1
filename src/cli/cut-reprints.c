/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-reprints.h"

#include <glib/gi18n-lib.h>

#include "cut-notebook-standing.h"
#include "cut-output.h"

static const char *
state_of (const CutReprint *reprint)
{
  if (reprint->accepted)
    return "accepted";
  return reprint->dismissed ? "dismissed" : "proposed";
}

static const char *
label_of (const CutReprint *reprint)
{
  if (reprint->accepted)
    return C_ ("reprint", "accepted");
  return reprint->dismissed ? C_ ("reprint", "dismissed") : C_ ("reprint", "proposed");
}

static void
print_reprint (CutCli           *cli,
               const CutReprint *reprint)
{
  g_autofree char *title = cut_record_get_title (reprint->clip);
  g_autofree char *original = cut_record_get_title (reprint->original);
  g_autoptr (JsonObject) object = NULL;

  if (!cli->json)
    {
      g_print ("%s  %s  %3.0f %%  %s\n", cut_record_get_id (reprint->clip), cut_record_get_id (reprint->original),
               reprint->containment * 100, label_of (reprint));
      g_print ("    %s ← %s\n", title, original);
      return;
    }
  object = json_object_new ();
  cut_output_set (object, "clip", cut_record_get_id (reprint->clip));
  cut_output_set (object, "original", cut_record_get_id (reprint->original));
  json_object_set_double_member (object, "resemblance", reprint->resemblance);
  json_object_set_double_member (object, "containment", reprint->containment);
  cut_output_set (object, "state", state_of (reprint));
  cut_output_set (object, "title", title);
  cut_output_set (object, "original_title", original);
  cut_output_object (object);
}

int
cut_reprints_print (CutCli     *cli,
                    const char *clip,
                    const char *word)
{
  const char *wanted = word != NULL ? word : clip;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = wanted != NULL ? cut_cli_resolve (cli, CUT_KIND_CLIP, wanted, &error) : NULL;
  g_autoptr (GPtrArray) reprints = NULL;

  if (error == NULL)
    reprints = cut_notebook_reprints (cli->notebook, id, NULL, &error);
  if (reprints == NULL)
    return cut_cli_fail (cli, error);
  for (guint i = 0; i < reprints->len; i++)
    print_reprint (cli, g_ptr_array_index (reprints, i));
  return CUT_EXIT_DONE;
}
