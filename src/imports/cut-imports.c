/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-imports.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-in.h"
#include "cut-limits.h"
#include "cut-normal.h"
#include "cut-sha256.h"

#define LONGEST_LEVEL 1000 /* of a folder's name, in bytes, as of a tag */

/* The first that takes a file reads it: what is told for certain comes before what is told by less. */
static const CutInFormat *const formats[] = {
  &cut_in_bookmarks, &cut_in_firefox,   &cut_in_hypothesis, &cut_in_pocket_csv,    &cut_in_instapaper,  &cut_in_raindrop,
  &cut_in_readwise,  &cut_in_reader,    &cut_in_readwise_json, &cut_in_readability, &cut_in_omnivore,   &cut_in_elcurator,
  &cut_in_wallabag,  &cut_in_csl,       &cut_in_ris,        &cut_in_bibtex, &cut_in_zotero,        &cut_in_enex,        &cut_in_joplin,
  &cut_in_omnivore_zip, &cut_in_wacz,  &cut_in_refi,   &cut_in_taguette,
  &cut_in_taguette_csv, &cut_in_notes,      &cut_in_warc,          &cut_in_markdown,    &cut_in_document,
  &cut_in_table,
};

static const CutInFormat *
find_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i]->word, word) == 0)
      return formats[i];
  return NULL;
}

static const CutInFormat *
find_for (CutIn *in)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i]->is (in))
      return formats[i];
  return NULL;
}

static const CutInFormat *
choose (CutIn       *in,
        const char  *word,
        GError     **error)
{
  const CutInFormat *format = word != NULL ? find_word (word) : find_for (in);

  if (in->failure != NULL)
    {
      g_propagate_error (error, g_error_copy (in->failure));
      return NULL;
    }
  if (format == NULL)
    g_set_error (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED,
                 _("“%s” is of no kind that Cuttings imports; “cuttings help import” names them"), in->name);
  else if (word != NULL && !format->is (in))
    {
      /* Translators: a file and the name of a program */
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” is no file of %s"), in->name, _(format->label));
      return NULL;
    }
  return format;
}

/* One odd entry does not keep the others back: what no record can hold is taken out. */

static gboolean
is_blank (const char *text)
{
  g_autofree char *line = cut_normal_line (text, -1);

  return *line == '\0';
}

static void
fit_text (CutBrought  *brought,
          char       **text)
{
  if (*text == NULL || strlen (*text) <= CUT_LIMIT_FIELD)
    return;
  g_clear_pointer (text, g_free);
  cut_brought_leave (brought, _("texts of more than a megabyte"));
}

static void
fit_list (CutBrought *brought,
          GPtrArray  *list)
{
  if (list->len < CUT_LIMIT_LIST)
    return;
  g_ptr_array_set_size (list, CUT_LIMIT_LIST - 1);
  cut_brought_leave (brought, _("lists that are too long"));
}

/* Levels without a name are none. */
static void
fit_folder (CutBroughtItem *item)
{
  g_auto (GStrv) levels = g_strsplit (item->text[CUT_BROUGHT_FOLDER] != NULL ? item->text[CUT_BROUGHT_FOLDER] : "", "\n", -1);
  g_autoptr (GString) path = g_string_new (NULL);

  for (guint i = 0; levels[i] != NULL; i++)
    {
      g_autofree char *level = cut_normal_line (levels[i], -1);

      if (*level != '\0' && strlen (level) <= LONGEST_LEVEL)
        g_string_append_printf (path, "%s%s", path->len > 0 ? "\n" : "", level);
    }
  cut_brought_item_set (item, CUT_BROUGHT_FOLDER, path->str);
}

/* A key only tells items apart. */
static void
fit_key (CutBroughtItem *item)
{
  char *key = item->text[CUT_BROUGHT_KEY];

  if (key != NULL && strlen (key) > CUT_LIMIT_FIELD)
    item->text[CUT_BROUGHT_KEY] = cut_sha256_of_text (key, -1);
  else if (key != NULL && is_blank (key))
    item->text[CUT_BROUGHT_KEY] = NULL;
  else
    return;
  g_free (key);
}

static void
fit_item (CutBrought     *brought,
          CutBroughtItem *item)
{
  fit_key (item);
  fit_folder (item);
  for (guint i = 0; i < CUT_BROUGHT_N_TEXTS; i++)
    fit_text (brought, &item->text[i]);
  if (item->text[CUT_BROUGHT_TITLE] != NULL && is_blank (item->text[CUT_BROUGHT_TITLE]))
    cut_brought_item_set (item, CUT_BROUGHT_TITLE, NULL);
  fit_list (brought, item->authors);
  fit_list (brought, item->tags);
  for (guint i = 0; i < item->notes->len; i++)
    {
      CutBroughtNote *note = g_ptr_array_index (item->notes, i);

      fit_list (brought, note->tags);
      for (guint j = 0; j < CUT_BROUGHT_NOTE_N_TEXTS; j++)
        fit_text (brought, &note->text[j]);
    }
}

/* What is there under one key a second time: its notes and tags come to the first, also the folder. */
static void
unite (CutBroughtItem *known,
       CutBroughtItem *again)
{
  const char *folder = again->text[CUT_BROUGHT_FOLDER];

  for (guint i = 0; i < again->tags->len; i++)
    cut_brought_list_add (known->tags, g_ptr_array_index (again->tags, i));
  if (folder != NULL && g_strcmp0 (folder, known->text[CUT_BROUGHT_FOLDER]) != 0)
    cut_brought_list_add (known->tags, strrchr (folder, '\n') != NULL ? strrchr (folder, '\n') + 1 : folder);
  g_ptr_array_extend_and_steal (known->notes, g_steal_pointer (&again->notes));
  again->notes = g_ptr_array_new ();
}

/* Also takes out what has neither a name nor an address. */
static void
unite_same (CutBrought *brought)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *items = brought->items;
  guint n_kept = 0;

  for (guint i = 0; i < items->len; i++)
    {
      CutBroughtItem *item = g_ptr_array_index (items, i);
      CutBroughtItem *known = item->text[CUT_BROUGHT_KEY] != NULL ? g_hash_table_lookup (keys, item->text[CUT_BROUGHT_KEY]) : NULL;

      if (known != NULL)
        unite (known, item);
      if (known != NULL || item->text[CUT_BROUGHT_KEY] == NULL)
        continue;
      g_hash_table_insert (keys, item->text[CUT_BROUGHT_KEY], item);
      items->pdata[i] = items->pdata[n_kept];
      items->pdata[n_kept++] = item;
    }
  g_ptr_array_set_size (items, (int) n_kept);
}

static CutBrought *
refuse_empty (const char  *name,
              GError     **error)
{
  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("There is nothing in “%s”"), name);
  return NULL;
}

CutBrought *
cut_imports_read (GBytes      *bytes,
                  const char  *name,
                  const char  *word,
                  GError     **error)
{
  g_autoptr (CutIn) in = NULL;
  g_autoptr (CutBrought) brought = cut_brought_new ();
  const CutInFormat *format;

  if (g_bytes_get_size (bytes) == 0)
    return refuse_empty (name, error);
  in = cut_in_new (bytes, name);
  format = choose (in, word, error);
  if (format == NULL || !format->read (in, brought, error))
    return NULL;
  if (brought->items->len == 0 && brought->failed->len == 0 && g_hash_table_size (brought->left) == 0)
    return refuse_empty (name, error);
  for (guint i = 0; i < brought->items->len; i++)
    fit_item (brought, g_ptr_array_index (brought->items, i));
  unite_same (brought);
  brought->format = g_strdup (format->word);
  return g_steal_pointer (&brought);
}

const char **
cut_imports_get_formats (void)
{
  const char **words = g_new0 (const char *, G_N_ELEMENTS (formats) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    words[i] = formats[i]->word;
  return words;
}

const char *
cut_imports_get_label (const char *word)
{
  const CutInFormat *format = find_word (word);

  return format != NULL ? _(format->label) : NULL;
}
