/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-gap.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
cut_gap_free (CutGap *self)
{
  g_free (self->claim);
  g_free (self->words);
  g_free (self->object);
  g_free (self->other);
  g_free (self->whom);
  g_free (self->url);
  g_free (self->search);
  g_free (self);
}

const char *
cut_gap_kind_to_word (CutGapKind kind)
{
  static const char *const words[] = {
    "unattributed",      "one-anonymous-origin", "only-hedged",  "original-not-clipped", "speaker-unnamed", "subject-not-asked",
    "enquiry-overdue",   "date-missing",         "contradiction", "headline",            "reprint-unsettled", "not-checked",
  };

  return words[kind];
}

const char *
cut_gap_act_to_word (CutGapAct act)
{
  static const char *const words[] = {
    "attribute", "second-source", "clip-original", "name-source",    "ask",   "follow-up",
    "set-date",  "settle",        "read",          "settle-reprint", "check",
  };

  return words[act];
}

const char *
cut_urgency_to_word (CutUrgency urgency)
{
  static const char *const words[] = { "none", "low", "normal", "high" };

  return words[urgency];
}

const char *
cut_gap_act_get_label (CutGapAct act)
{
  static const char *const labels[] = {
    NC_ ("gap", "Say Who…"),    NC_ ("gap", "Second Source…"), NC_ ("gap", "Clip Original…"), NC_ ("gap", "Name Source…"),
    NC_ ("gap", "Ask…"),        NC_ ("gap", "Follow Up…"),     NC_ ("gap", "Set Date…"),      NC_ ("gap", "Settle…"),
    NC_ ("gap", "Read"),        NC_ ("gap", "Compare…"),       NC_ ("gap", "Add Check…"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "gap", labels[act]);
}

const char *
cut_urgency_get_label (CutUrgency urgency)
{
  static const char *const labels[] = {
    NC_ ("urgency", "None"), NC_ ("urgency", "When there is time"), NC_ ("urgency", "Before publication"), NC_ ("urgency", "Now"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "urgency", labels[urgency]);
}

int
cut_gap_compare (gconstpointer a,
                 gconstpointer b)
{
  const CutGap *left = *(const CutGap *const *) a;
  const CutGap *right = *(const CutGap *const *) b;

  if (left->urgency != right->urgency)
    return left->urgency > right->urgency ? -1 : 1;
  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  if (strcmp (left->claim, right->claim) != 0)
    return strcmp (left->claim, right->claim);
  return g_strcmp0 (left->object, right->object);
}

gboolean
cut_gap_is_same (const CutGap *a,
                 const CutGap *b)
{
  gboolean of_clip = a->kind == CUT_GAP_DATE_MISSING || a->kind == CUT_GAP_HEADLINE || a->kind == CUT_GAP_REPRINT_UNSETTLED;

  return a->kind == b->kind && g_strcmp0 (a->object, b->object) == 0 && g_strcmp0 (a->other, b->other) == 0 &&
         (of_clip || g_str_equal (a->claim, b->claim));
}

static void
set (JsonObject *object,
     const char *name,
     const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

JsonObject *
cut_gap_to_json (const CutGap *self)
{
  JsonObject *object = json_object_new ();

  set (object, "claim", self->claim);
  set (object, "kind", cut_gap_kind_to_word (self->kind));
  set (object, "urgency", cut_urgency_to_word (self->urgency));
  set (object, "words", self->words);
  set (object, "act", cut_gap_act_to_word (self->act));
  set (object, "object", self->object);
  set (object, "other", self->other);
  set (object, "whom", self->whom);
  set (object, "url", self->url);
  set (object, "search", self->search);
  return object;
}
