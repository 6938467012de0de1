/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-in-reference.h"
#include "cut-in.h"

/* RIS: a line for each field, "TI  - A title"; a work goes from TY to ER. A line without a tag goes on with the one before. */

typedef struct
{
  CutBrought *brought;
  CutBroughtItem *item; /* (nullable): between TY and ER */
  char *id;             /* (owned) (nullable) */
} Reading;

/* Whether a line has a tag: two letters or digits, two spaces, a hyphen. */
static gboolean
has_tag (const char *line)
{
  return g_ascii_isupper (line[0]) && (g_ascii_isupper (line[1]) || g_ascii_isdigit (line[1])) && line[2] == ' ' && line[3] == ' ' &&
         line[4] == '-';
}

static gboolean
is_ris (CutIn *in)
{
  const char *text = in->text;

  while (g_ascii_isspace (*text))
    text++;
  return g_str_has_prefix (text, "TY  -");
}

static gboolean
is_one_of (const char *tag,
           const char *tags)
{
  const char *at = strstr (tags, tag);

  return at != NULL && (at - tags) % 3 == 0;
}

static void
begin (Reading    *self,
       const char *type)
{
  self->item = cut_brought_add (self->brought);
  cut_in_reference_set_kind (self->item, type);
}

static void
end (Reading *self)
{
  if (self->item != NULL)
    cut_in_reference_finish (self->item, self->id);
  g_clear_pointer (&self->id, g_free);
  self->item = NULL;
}

static void
set_once (CutBroughtItem *item,
          CutBroughtText  text,
          const char     *value)
{
  if (item->text[text] == NULL)
    cut_brought_item_set (item, text, value);
}

/* The first file that lies beside the export is the work itself; others are said to be left. */
static void
take_file (Reading    *self,
           const char *path)
{
  if (self->item->text[CUT_BROUGHT_FILE] == NULL && strstr (path, "://") == NULL)
    cut_brought_item_set (self->item, CUT_BROUGHT_FILE, path);
  else
    cut_brought_leave (self->brought, "L1");
}

/* The year often stands before the date: what says more counts. */
static void
take_date (Reading    *self,
           const char *tag,
           const char *value)
{
  g_autofree char *known = g_strdup (self->item->text[CUT_BROUGHT_PUBLISHED]);

  if (!cut_in_reference_set_date (self->item, value))
    cut_brought_leave (self->brought, tag);
  else if (known != NULL && strlen (known) >= strlen (self->item->text[CUT_BROUGHT_PUBLISHED]))
    cut_brought_item_set (self->item, CUT_BROUGHT_PUBLISHED, known);
}

static void
take_field (Reading    *self,
            const char *tag,
            const char *value)
{
  CutBroughtItem *item = self->item;

  if (is_one_of (tag, "TI T1 CT"))
    set_once (item, CUT_BROUGHT_TITLE, value);
  else if (is_one_of (tag, "T2 JO JF JA PB"))
    set_once (item, CUT_BROUGHT_OUTLET, value);
  else if (is_one_of (tag, "AU A1"))
    cut_in_reference_add_author (item, value);
  else if (is_one_of (tag, "DA PY Y1"))
    take_date (self, tag, value);
  else if (is_one_of (tag, "UR L2"))
    {
      if (!cut_in_reference_set_url (item, value))
        cut_brought_leave (self->brought, tag);
    }
  else if (is_one_of (tag, "AB N2"))
    set_once (item, CUT_BROUGHT_EXCERPT, value);
  else if (is_one_of (tag, "KW"))
    cut_brought_list_add (item->tags, value);
  else if (is_one_of (tag, "N1"))
    cut_in_reference_add_note (item, value);
  else if (is_one_of (tag, "LA"))
    set_once (item, CUT_BROUGHT_LANGUAGE, value);
  else if (is_one_of (tag, "DO"))
    cut_in_reference_set_doi (item, value);
  else if (is_one_of (tag, "L1"))
    take_file (self, value);
  else if (is_one_of (tag, "ID"))
    self->id = self->id != NULL ? self->id : g_strdup (value);
  else
    cut_brought_leave (self->brought, tag);
}

static void
take (Reading    *self,
      const char *tag,
      const char *value)
{
  if (g_str_equal (tag, "TY"))
    {
      end (self);
      begin (self, value);
    }
  else if (g_str_equal (tag, "ER"))
    end (self);
  else if (self->item != NULL && *value != '\0')
    take_field (self, tag, value);
}

static gboolean
read_ris (CutIn       *in,
          CutBrought  *brought,
          GError     **error)
{
  g_auto (GStrv) lines = g_strsplit (in->text, "\n", -1);
  Reading self = { brought, NULL, NULL };
  g_autoptr (GString) value = g_string_new (NULL);
  char tag[3] = "";

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strchomp (lines[i]);
      if (strlen (lines[i]) >= 5 && has_tag (lines[i]))
        {
          take (&self, tag, value->str);
          memcpy (tag, lines[i], 2);
          g_string_assign (value, lines[i] + 5 + strspn (lines[i] + 5, " "));
        }
      else if (lines[i][0] != '\0')
        g_string_append_printf (value, "\n%s", lines[i]);
    }
  take (&self, tag, value->str);
  end (&self);
  return TRUE;
}

const CutInFormat cut_in_ris = { "ris", N_ ("references (RIS)"), is_ris, read_ris };
