/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-guard.h"
#include "cut-in-table.h"
#include "cut-in.h"
#include "cut-limits.h"
#include "cut-normal.h"
#include "cut-taguette.h"
#include "cut-tree.h"

/* Taguette: a project as a database, with documents and all; or its marked passages as a table, each as often as it has tags. */

#define CONTEXT 32 /* code points around a mark by which it is found again */

/* The database. */

typedef struct
{
  CutBrought *brought;
  CutBroughtItem *item; /* (nullable): the document at hand */
  GString *text;        /* (owned) (nullable): all of it, in whose bytes marks count */
} Reading;

static GString *
text_of_page (const char *html)
{
  CutGuardFlags flags;
  g_autoptr (CutTree) tree = cut_tree_parse (cut_guard_apply (html, strlen (html), &flags), NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; tree != NULL && i < cut_tree_get_length (tree); i++)
    if (cut_tree_get_node (tree, i)->text != NULL)
      g_string_append (text, cut_tree_get_node (tree, i)->text);
  return text;
}

static void
take_document (const CutTaguetteDocument *document,
               gpointer                   data)
{
  Reading *self = data;
  const char *name = document->name != NULL && *document->name != '\0' ? document->name : document->filename;
  g_autofree char *key = g_strdup_printf ("%s\n%s\n%s", document->project != NULL ? document->project : "",
                                          document->filename != NULL ? document->filename : "", document->created != NULL ? document->created : "");

  self->item = cut_brought_add (self->brought);
  cut_brought_item_set (self->item, CUT_BROUGHT_KEY, key);
  cut_brought_item_set (self->item, CUT_BROUGHT_TITLE, name);
  cut_brought_item_set (self->item, CUT_BROUGHT_EXCERPT, document->description);
  cut_brought_item_set (self->item, CUT_BROUGHT_FOLDER, document->project);
  self->item->added = cut_in_time (document->created);
  cut_brought_item_take_html (self->item, document->contents);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = text_of_page (document->contents != NULL ? document->contents : "");
}

/* Whether the words of @note stand at [start, end). */
static gboolean
stands_there (const CutBroughtNote *note,
              const GString        *text,
              gint64                start,
              gint64                end)
{
  gboolean inside = start >= 0 && start < end && end <= (gint64) text->len && g_utf8_validate_len (text->str + start, (gsize) (end - start), NULL);
  g_autofree char *there = inside ? cut_normal_line (text->str + start, (gssize) (end - start)) : NULL;
  g_autofree char *quoted = cut_normal_line (note->text[CUT_BROUGHT_NOTE_QUOTE], -1);

  return there != NULL && g_str_equal (there, quoted);
}

static void
take_context (CutBroughtNote *note,
              const GString  *text,
              gint64          start,
              gint64          end)
{
  const char *from = text->str + start;
  const char *to = text->str + end;
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;

  for (guint i = 0; i < CONTEXT && from > text->str; i++)
    from = g_utf8_prev_char (from);
  for (guint i = 0; i < CONTEXT && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  prefix = g_strndup (from, (gsize) (text->str + start - from));
  suffix = g_strndup (text->str + end, (gsize) (to - text->str - end));
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_PREFIX, prefix);
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_SUFFIX, suffix);
}

/* (transfer none): the note at these places, which several may have marked. */
static CutBroughtNote *
find_note (CutBroughtItem *item,
           const char     *key)
{
  CutBroughtNote *last = item->notes->len > 0 ? g_ptr_array_index (item->notes, item->notes->len - 1) : NULL;

  if (last == NULL || key == NULL || g_strcmp0 (last->text[CUT_BROUGHT_NOTE_KEY], key) != 0)
    {
      last = cut_brought_item_add_note (item);
      cut_brought_note_set (last, CUT_BROUGHT_NOTE_KEY, key);
    }
  return last;
}

static void
take_tags (CutBroughtNote *note,
           const char     *tags)
{
  g_auto (GStrv) names = tags != NULL ? g_strsplit (tags, "\n", -1) : NULL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    cut_brought_list_add (note->tags, names[i]);
}

static void
take_mark (const CutTaguetteMark *mark,
           gpointer               data)
{
  Reading *self = data;
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, mark->start, mark->end);
  g_autofree char *words = cut_in_plain (mark->snippet != NULL ? mark->snippet : "");
  CutBroughtNote *note;

  if (*words == '\0')
    {
      g_ptr_array_add (self->brought->failed, g_strdup_printf (_("%s: a mark is not inside the text"), self->item->text[CUT_BROUGHT_TITLE]));
      return;
    }
  note = find_note (self->item, key);
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_QUOTE, words);
  if (stands_there (note, self->text, mark->start, mark->end))
    take_context (note, self->text, mark->start, mark->end);
  note->created = cut_in_time (mark->created);
  note->modified = cut_in_time (mark->modified);
  take_tags (note, mark->tags);
}

static void
take_described (gint64   n_tags,
                gpointer data)
{
  Reading *self = data;

  for (gint64 i = 0; i < MIN (n_tags, CUT_LIMIT_LIST); i++)
    cut_brought_leave (self->brought, _("descriptions of tags"));
}

static gboolean
is_taguette (CutIn *in)
{
  return cut_taguette_is (in->bytes);
}

static gboolean
read_taguette (CutIn       *in,
               CutBrought  *brought,
               GError     **error)
{
  static const CutTaguetteVisitor visitor = { take_document, take_mark, take_described };
  Reading self = { brought, NULL, NULL };
  gboolean sound = cut_taguette_visit (in->bytes, &visitor, &self, error);

  if (self.text != NULL)
    g_string_free (self.text, TRUE);
  return sound;
}

const CutInFormat cut_in_taguette = { "taguette", "Taguette", is_taguette, read_taguette };

/* The table. */

static gboolean
is_passages (CutIn *in)
{
  static const char *const columns[] = { "id", "document", "tag", "content" };
  g_autoptr (CutInTable) table = in->json == NULL && *in->text != '\0' ? cut_in_table_new (in->text, TRUE) : NULL;

  if (table == NULL || table->names->len != G_N_ELEMENTS (columns))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (cut_in_table_find (table, columns[i]) != (int) i)
      return FALSE;
  return TRUE;
}

static void
take_passage (CutBrought *brought,
              const char *id,
              const char *document,
              const char *tag,
              const char *content)
{
  CutBroughtItem *item = brought->items->len > 0 ? g_ptr_array_index (brought->items, brought->items->len - 1) : NULL;
  CutBroughtNote *note;

  if (item == NULL || g_strcmp0 (item->text[CUT_BROUGHT_TITLE], document) != 0)
    {
      item = cut_brought_add (brought);
      cut_brought_item_set (item, CUT_BROUGHT_KEY, document);
      cut_brought_item_set (item, CUT_BROUGHT_TITLE, document);
    }
  note = find_note (item, id);
  cut_brought_note_set (note, CUT_BROUGHT_NOTE_QUOTE, content);
  if (tag != NULL)
    cut_brought_list_add (note->tags, tag);
}

static gboolean
read_passages (CutIn       *in,
               CutBrought  *brought,
               GError     **error)
{
  g_autoptr (CutInTable) table = cut_in_table_new (in->text, FALSE);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const char *document = cut_in_table_get (table, i, 1);
      const char *content = cut_in_table_get (table, i, 3);

      if (document != NULL && content != NULL)
        take_passage (brought, cut_in_table_get (table, i, 0), document, cut_in_table_get (table, i, 2), content);
    }
  return TRUE;
}

const CutInFormat cut_in_taguette_csv = { "taguette-csv", N_ ("Taguette (table of highlights)"), is_passages, read_passages };
