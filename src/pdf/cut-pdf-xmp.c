/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-pdf-xmp.h"

#include <string.h>

#define LARGEST_PACKET (1024 * 1024)
#define MOST_CREATORS 50
#define NO_PROPERTY -1

typedef enum
{
  TITLE,
  CREATOR,
  PUBLISHER,
  DESCRIPTION,
  LANGUAGE,
  CREATED,
  MODIFIED,
} Property;

/* By the prefixes that the specification prescribes for its schemas, which every writer uses. */
static const struct
{
  const char *name;
  Property property;
} names[] = {
  { "dc:title", TITLE },       { "dc:creator", CREATOR },      { "dc:publisher", PUBLISHER },  { "dc:description", DESCRIPTION },
  { "dc:language", LANGUAGE }, { "xmp:CreateDate", CREATED },  { "xap:CreateDate", CREATED },  { "xmp:ModifyDate", MODIFIED },
  { "xap:ModifyDate", MODIFIED },
};

typedef struct
{
  CutPdfXmp *xmp;
  int property;
  GString *text; /* of the element that is open */
} Reading;

static int
find_property (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, name))
      return (int) names[i].property;
  return NO_PROPERTY;
}

static void
set_first (char      **place,
           const char *value)
{
  if (*place == NULL)
    *place = g_strdup (value);
}

static void
take (CutPdfXmp  *self,
      int         property,
      const char *text)
{
  g_autofree char *value = g_strstrip (g_strdup (text));
  char **const places[] = { &self->title, NULL, &self->publisher, &self->description, &self->language, &self->created, &self->modified };

  if (*value == '\0' || property == NO_PROPERTY)
    return;
  if (property != CREATOR)
    set_first (places[property], value);
  else if (self->creators->len < MOST_CREATORS)
    g_ptr_array_add (self->creators, g_steal_pointer (&value));
}

/* Simple properties may be written as attributes of rdf:Description. */
static void
start_element (GMarkupParseContext  *context,
               const char           *element,
               const char          **attributes,
               const char          **values,
               gpointer              data,
               GError              **error)
{
  Reading *self = data;

  for (guint i = 0; attributes[i] != NULL; i++)
    take (self->xmp, find_property (attributes[i]), values[i]);
  if (find_property (element) != NO_PROPERTY)
    self->property = find_property (element);
  g_string_truncate (self->text, 0);
}

static void
end_element (GMarkupParseContext  *context,
             const char           *element,
             gpointer              data,
             GError              **error)
{
  Reading *self = data;

  take (self->xmp, self->property, self->text->str);
  g_string_truncate (self->text, 0);
  if (find_property (element) != NO_PROPERTY)
    self->property = NO_PROPERTY;
}

static void
text (GMarkupParseContext  *context,
      const char           *words,
      gsize                 length,
      gpointer              data,
      GError              **error)
{
  Reading *self = data;

  if (self->property != NO_PROPERTY)
    g_string_append_len (self->text, words, (gssize) length);
}

CutPdfXmp *
cut_pdf_xmp_read (const char *packet)
{
  const GMarkupParser parser = { start_element, end_element, text, NULL, NULL };
  CutPdfXmp *self = g_new0 (CutPdfXmp, 1);
  g_autoptr (GString) words = g_string_new (NULL);
  Reading reading = { self, NO_PROPERTY, words };
  g_autoptr (GMarkupParseContext) context = NULL;

  self->creators = g_ptr_array_new_with_free_func (g_free);
  if (packet == NULL || strlen (packet) > LARGEST_PACKET)
    return self;
  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reading, NULL);
  if (g_markup_parse_context_parse (context, packet, (gssize) strlen (packet), NULL))
    g_markup_parse_context_end_parse (context, NULL);
  return self;
}

void
cut_pdf_xmp_free (CutPdfXmp *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->creators);
  g_free (self->publisher);
  g_free (self->description);
  g_free (self->language);
  g_free (self->created);
  g_free (self->modified);
  g_free (self);
}
