/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-in-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "cut-error.h"

/* Where the first element begins, behind the declaration, the document type and comments. */
static const char *
find_root (const char *text)
{
  for (const char *at = strchr (text, '<'); at != NULL; at = strchr (at + 1, '<'))
    if (g_ascii_isalpha (at[1]))
      return at;
  return NULL;
}

gboolean
cut_in_xml_root_is (const char *text,
                    const char *name)
{
  const char *root = *text == '<' || g_ascii_isspace (*text) ? find_root (text) : NULL;
  gsize length = strlen (name);

  return root != NULL && strncmp (root + 1, name, length) == 0 && !g_ascii_isalnum (root[1 + length]) && root[1 + length] != '-';
}

/* An error of the parser is told by the result; nothing is to be printed. */
static void
be_silent (void       *data,
           const char *message,
           ...)
{
}

/* The parser is stopped where an entity is declared: nothing can have named it yet. */
static void
refuse_entity (void          *data,
               const xmlChar *name,
               int            type,
               const xmlChar *public_id,
               const xmlChar *system_id,
               xmlChar       *content)
{
  xmlParserCtxt *parser = data;

  *(gboolean *) parser->_private = TRUE;
  xmlStopParser (parser);
}

/* Pictures stand in notes as text of any length; without entities that is the only thing that may be huge. */
static xmlDoc *
parse (const char *text,
       gboolean   *declares)
{
  const int options = XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
  gsize length = strlen (text);
  xmlParserCtxt *parser = length <= G_MAXINT ? xmlNewParserCtxt () : NULL;
  xmlDoc *doc;

  if (parser == NULL)
    return NULL;
  parser->_private = declares;
  parser->sax->entityDecl = refuse_entity;
  doc = xmlCtxtReadMemory (parser, text, (int) length, NULL, "UTF-8", options);
  xmlFreeParserCtxt (parser);
  return doc;
}

xmlDoc *
cut_in_xml_parse (const char  *text,
                  GError     **error)
{
  gboolean declares = FALSE;
  xmlDoc *doc;

  xmlSetGenericErrorFunc (NULL, be_silent);
  doc = parse (text, &declares);
  if (doc != NULL && !declares && xmlDocGetRootElement (doc) != NULL)
    return doc;
  g_clear_pointer (&doc, xmlFreeDoc);
  if (declares)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_REFUSED, _("The file defines abbreviations of its own (XML entities), which no honest export does"));
  else
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("The file is broken: its XML does not end as it began"));
  return NULL;
}

void
cut_in_xml_free (CutXmlDoc *doc)
{
  xmlFreeDoc (doc);
}

CutXml *
cut_in_xml_root (CutXmlDoc *doc)
{
  return xmlDocGetRootElement (doc);
}

const char *
cut_in_xml_name (const CutXml *node)
{
  return (const char *) node->name;
}

gboolean
cut_in_xml_is (const xmlNode *node,
               const char    *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static xmlNode *
skip_to_element (xmlNode *node)
{
  while (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->next;
  return node;
}

xmlNode *
cut_in_xml_first (xmlNode *node)
{
  return node != NULL && node->type == XML_ELEMENT_NODE ? skip_to_element (node->children) : NULL;
}

xmlNode *
cut_in_xml_next (xmlNode    *node,
                 const char *name)
{
  do
    node = skip_to_element (node->next);
  while (node != NULL && name != NULL && !cut_in_xml_is (node, name));
  return node;
}

xmlNode *
cut_in_xml_child (xmlNode    *node,
                  const char *name)
{
  xmlNode *child = cut_in_xml_first (node);

  return child == NULL || cut_in_xml_is (child, name) ? child : cut_in_xml_next (child, name);
}

xmlNode *
cut_in_xml_after (xmlNode  *root,
                  xmlNode  *node,
                  gboolean  skip)
{
  xmlNode *next = skip ? NULL : cut_in_xml_first (node);

  while (next == NULL && node != NULL && node != root)
    {
      next = cut_in_xml_next (node, NULL);
      node = node->parent;
    }
  return next;
}

static char *
take (xmlChar *text)
{
  char *copy = text != NULL ? g_strdup ((const char *) text) : NULL;

  xmlFree (text);
  return copy;
}

char *
cut_in_xml_text (xmlNode *node)
{
  return node != NULL ? take (xmlNodeGetContent (node)) : NULL;
}

char *
cut_in_xml_attribute (xmlNode    *node,
                      const char *name)
{
  for (xmlAttr *attribute = node != NULL ? node->properties : NULL; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0)
      return take (xmlNodeListGetString (node->doc, attribute->children, 1));
  return NULL;
}
