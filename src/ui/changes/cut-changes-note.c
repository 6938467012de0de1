/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-changes-note.h"

#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-capture.h"
#include "cut-date-text.h"
#include "cut-marking.h"

#define LONGEST_QUOTE 300 /* code points of the other wording in a note */

static const struct
{
  const char *word;
  const char *label; /* in the menu */
  const char *note;
} notes[] = {
  { "claim-removed", N_("Claim _Removed"), N_("Claim removed") },
  { "figure-changed", N_("_Figure Changed"), N_("Figure changed") },
  { "words-changed", N_("_Words Changed"), N_("Words changed") },
  { "words-added", N_("Words _Added"), N_("Words added") },
};

/* Returns: (transfer full): the words of [start, end), and their ends without the spaces around them */
static char *
get_words (const char *text,
           guint      *start,
           guint      *end)
{
  char *words = g_utf8_substring (text, (glong) *start, (glong) *end);
  const char *p = words;

  while (*start < *end && g_unichar_isspace (g_utf8_get_char (p)))
    {
      p = g_utf8_next_char (p);
      (*start)++;
    }
  g_strstrip (words);
  *end = *start + (guint) g_utf8_strlen (words, -1);
  return words;
}

typedef struct
{
  char *was;
  char *is;
  guint old_start, old_end;
  guint new_start, new_end;
} Ends;

static void
ends_clear (Ends *ends)
{
  g_free (ends->was);
  g_free (ends->is);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ends, ends_clear)

static void
find_ends (CutComparing *comparing,
           guint         change,
           Ends         *ends)
{
  cut_difference_get_ranges (comparing->difference, change, &ends->old_start, &ends->old_end, &ends->new_start, &ends->new_end);
  ends->was = get_words (comparing->before->text, &ends->old_start, &ends->old_end);
  ends->is = get_words (comparing->after->text, &ends->new_start, &ends->new_end);
}

static gboolean
fits (const char *word,
      const Ends *ends,
      gboolean    figure)
{
  if (g_str_equal (word, "claim-removed"))
    return *ends->was != '\0';
  if (g_str_equal (word, "figure-changed"))
    return figure;
  if (g_str_equal (word, "words-added"))
    return *ends->is != '\0' && *ends->was == '\0';
  return TRUE;
}

gboolean
cut_changes_note_is_possible (CutComparing *comparing,
                              guint         change)
{
  g_auto (Ends) ends = { 0 };

  find_ends (comparing, change, &ends);
  return *ends.was != '\0' || *ends.is != '\0';
}

GMenuModel *
cut_changes_note_menu (CutComparing *comparing,
                       guint         change)
{
  gboolean figure = g_array_index (comparing->difference->alterations, CutAlteration, change).figure;
  g_auto (Ends) ends = { 0 };
  GMenu *menu = g_menu_new ();

  find_ends (comparing, change, &ends);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!fits (notes[i].word, &ends, figure))
        continue;
      item = g_menu_item_new (_(notes[i].label), NULL);
      g_menu_item_set_action_and_target (item, "changes.annotate", "s", notes[i].word);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static char *
shorten (const char *words)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (words, -1) <= LONGEST_QUOTE)
    return g_strdup (words);
  start = g_utf8_substring (words, 0, LONGEST_QUOTE);
  return g_strconcat (start, "…", NULL);
}

/* The note says what cannot be seen where it stands: the other wording, and when it was captured. */
static char *
make_body (CutComparing *comparing,
           const char   *note,
           const Ends   *ends,
           gboolean      on_newer)
{
  CutReading *other = on_newer ? comparing->before : comparing->after;
  g_autofree char *when = cut_time_to_text (cut_capture_get_fetched_at (CUT_CAPTURE (other->capture)));
  g_autofree char *words = shorten (on_newer ? ends->was : ends->is);

  if (on_newer && *words != '\0')
    /* Translators: such as "Figure changed": in the capture of date and time it was “words” */
    return g_strdup_printf (_("%s: in the capture of %s it was “%s”"), note, when, words);
  if (on_newer)
    /* Translators: such as "Words added": not in the capture of date and time */
    return g_strdup_printf (_("%s: not in the capture of %s"), note, when);
  /* Translators: such as "Claim removed": no longer in the capture of date and time */
  return g_strdup_printf (_("%s: no longer in the capture of %s"), note, when);
}

CutAct *
cut_changes_note_new (CutComparing *comparing,
                      guint         change,
                      const char   *word,
                      CutRecord   **annotation,
                      GError      **error)
{
  g_auto (Ends) ends = { 0 };
  g_autoptr (CutAct) act = NULL;
  g_autoptr (CutRecord) record = NULL;
  g_autofree char *body = NULL;
  const char *note = _("Words changed");
  gboolean on_newer;
  CutAct *noted;

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (g_str_equal (notes[i].word, word))
      note = _(notes[i].note);
  find_ends (comparing, change, &ends);
  on_newer = *ends.is != '\0';
  act = on_newer ? cut_marking_annotate (comparing->after, "note", ends.new_start, ends.new_end, NULL, &record, error)
                 : cut_marking_annotate (comparing->before, "note", ends.old_start, ends.old_end, NULL, &record, error);
  if (act == NULL)
    return NULL;
  body = make_body (comparing, note, &ends, on_newer);
  *annotation = cut_record_with (record, "body", body, NULL);
  noted = cut_act_new (cut_act_get_label (act));
  cut_act_put (noted, *annotation);
  return noted;
}
