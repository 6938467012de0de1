/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-merge-preview.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-entity.h"
#include "cut-field-label.h"

static void
line_free (gpointer data)
{
  CutMergeLine *self = data;

  g_free (self->title);
  g_free (self->words);
  g_free (self);
}

/* @words: (transfer full) */
static void
add_line (GPtrArray  *lines,
          const char *title,
          char       *words)
{
  CutMergeLine *line = g_new0 (CutMergeLine, 1);

  line->title = g_strdup (title);
  line->words = words;
  g_ptr_array_add (lines, line);
}

static void
add_once (GPtrArray  *words,
          const char *word,
          const char *but)
{
  if (word == NULL || g_strcmp0 (word, but) == 0 || g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
    return;
  g_ptr_array_add (words, (gpointer) word);
}

static void
add_all_once (GPtrArray         *words,
              const char *const *more,
              const char        *but)
{
  for (guint i = 0; more[i] != NULL; i++)
    add_once (words, more[i], but);
}

static void
add_list (GPtrArray  *lines,
          const char *field,
          GPtrArray  *words)
{
  if (words->len == 0)
    return;
  g_ptr_array_add (words, NULL);
  add_line (lines, cut_field_get_label (CUT_KIND_ENTITY, field), g_strjoinv ("; ", (char **) words->pdata));
}

static void
add_names (GPtrArray *lines,
           CutEntity *kept,
           CutEntity *other)
{
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  g_autoptr (GPtrArray) former = g_ptr_array_new ();
  g_autoptr (GPtrArray) identifiers = g_ptr_array_new ();
  const char *name = cut_entity_get_name (kept);

  add_all_once (aliases, cut_entity_get_aliases (kept), name);
  add_once (aliases, cut_entity_get_name (other), name);
  add_all_once (aliases, cut_entity_get_aliases (other), name);
  add_all_once (former, cut_entity_get_previous_names (kept), NULL);
  add_all_once (former, cut_entity_get_previous_names (other), NULL);
  add_all_once (identifiers, cut_entity_get_identifiers (kept), NULL);
  add_all_once (identifiers, cut_entity_get_identifiers (other), NULL);
  add_line (lines, cut_field_get_label (CUT_KIND_ENTITY, "name"), g_strdup (name));
  add_list (lines, "aliases", aliases);
  add_list (lines, "previous_names", former);
  add_list (lines, "identifiers", identifiers);
}

/* What both say differently. */
static void
add_differing (GPtrArray  *lines,
               CutEntity  *kept,
               CutEntity  *other,
               guint       field,
               const char *name)
{
  const char *ours = cut_record_get_string (CUT_RECORD (kept), field);
  const char *theirs = cut_record_get_string (CUT_RECORD (other), field);

  if (theirs == NULL || g_strcmp0 (ours, theirs) == 0)
    return;
  if (ours == NULL)
    add_line (lines, cut_field_get_label (CUT_KIND_ENTITY, name), g_strdup (theirs));
  else
    /* Translators: a value that stays; another one, which is kept beside it as a fact */
    add_line (lines, cut_field_get_label (CUT_KIND_ENTITY, name), g_strdup_printf (_("%s; and as a fact: %s"), ours, theirs));
}

static void
append_count (GString    *text,
              guint       n,
              const char *words)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
}

/* What names the other one names the kept one from then on. */
static void
add_moved (GPtrArray       *lines,
           CutEntityDetail *other)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *facts = g_strdup_printf (ngettext ("%u fact", "%u facts", other->facts->len), other->facts->len);
  g_autofree char *relations = g_strdup_printf (ngettext ("%u relation", "%u relations", other->relations->len),
                                                other->relations->len);
  g_autofree char *passages = g_strdup_printf (ngettext ("%u passage", "%u passages", other->passages->len), other->passages->len);
  g_autofree char *claims = g_strdup_printf (ngettext ("%u claim", "%u claims", other->claims->len), other->claims->len);

  append_count (text, other->facts->len, facts);
  append_count (text, other->relations->len, relations);
  append_count (text, other->passages->len, passages);
  append_count (text, other->claims->len, claims);
  if (text->len > 0)
    add_line (lines, _("Moves to It"), g_string_free (g_steal_pointer (&text), FALSE));
}

GPtrArray *
cut_merge_preview (CutEntityDetail *kept,
                   CutEntityDetail *other)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  CutEntity *ours = CUT_ENTITY (kept->entity);
  CutEntity *theirs = CUT_ENTITY (other->entity);

  add_names (lines, ours, theirs);
  add_differing (lines, ours, theirs, CUT_ENTITY_SUMMARY, "summary");
  add_differing (lines, ours, theirs, CUT_ENTITY_COUNTRY, "country");
  add_moved (lines, other);
  return lines;
}
