/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-imports.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-in.h"

/* The first that takes a file reads it: what is told for certain comes before what is told by less. */
static const CutInFormat *const formats[] = {
  &cut_in_bookmarks, &cut_in_firefox,   &cut_in_hypothesis, &cut_in_pocket_csv,    &cut_in_instapaper,  &cut_in_raindrop,
  &cut_in_readwise,  &cut_in_reader,    &cut_in_readwise_json, &cut_in_readability, &cut_in_omnivore,   &cut_in_elcurator,
  &cut_in_wallabag,  &cut_in_csl,       &cut_in_ris,        &cut_in_zotero,        &cut_in_enex,        &cut_in_joplin,
  &cut_in_omnivore_zip, &cut_in_wacz,  &cut_in_refi,   &cut_in_notes,      &cut_in_warc,          &cut_in_markdown,    &cut_in_document,
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

  for (guint i = 0; i < brought->items->len;)
    {
      CutBroughtItem *item = g_ptr_array_index (brought->items, i);
      CutBroughtItem *known = item->text[CUT_BROUGHT_KEY] != NULL ? g_hash_table_lookup (keys, item->text[CUT_BROUGHT_KEY]) : NULL;

      if (known != NULL)
        unite (known, item);
      if (known != NULL || item->text[CUT_BROUGHT_KEY] == NULL)
        {
          g_ptr_array_remove_index (brought->items, i);
          continue;
        }
      g_hash_table_insert (keys, item->text[CUT_BROUGHT_KEY], item);
      i++;
    }
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
