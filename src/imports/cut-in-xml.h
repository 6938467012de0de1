/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* XML of other programs, read with libxml2. Private to the readers in src/imports.
 *
 * No entity is ever replaced, no other file looked at and nothing fetched; a file that declares entities of its own is
 * refused where it declares the first, as none of the programs writes any. */

/** CutXmlDoc, CutXml: a document and an element of it: libxml2's own, whose headers stay in cut-in-xml.c */
typedef struct _xmlDoc CutXmlDoc;
typedef struct _xmlNode CutXml;

/** cut_in_xml_root_is: whether the first element of @text is called @name, prefix included; without parsing */
gboolean cut_in_xml_root_is (const char *text, const char *name);

/** cut_in_xml_parse: @text: UTF-8. Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_INPUT or %CUT_ERROR_REFUSED */
CutXmlDoc *cut_in_xml_parse (const char *text, GError **error);

void cut_in_xml_free (CutXmlDoc *doc);
/** cut_in_xml_root: Returns: (transfer none): the element that all others are below */
CutXml *cut_in_xml_root (CutXmlDoc *doc);

/** cut_in_xml_child: Returns: (transfer none) (nullable): the first child element of @node with the local @name */
CutXml *cut_in_xml_child (CutXml *node, const char *name);
/** cut_in_xml_next: Returns: (transfer none) (nullable): the next element beside @node with the local @name (any where %NULL) */
CutXml *cut_in_xml_next (CutXml *node, const char *name);
/** cut_in_xml_first: Returns: (transfer none) (nullable): the first child element */
CutXml *cut_in_xml_first (CutXml *node);
/** cut_in_xml_name: the local name of an element */
const char *cut_in_xml_name (const CutXml *node);
/** cut_in_xml_is: @node: (nullable): whether it is an element with the local @name */
gboolean cut_in_xml_is (const CutXml *node, const char *name);

/** cut_in_xml_text: Returns: (transfer full) (nullable): all text in @node; %NULL for no node */
char *cut_in_xml_text (CutXml *node);
/** cut_in_xml_attribute: Returns: (transfer full) (nullable): by its local @name */
char *cut_in_xml_attribute (CutXml *node, const char *name);
/** cut_in_xml_after: Returns: (transfer none) (nullable): the element that follows @node in the order of the document, below @root; with
 *   @skip, not one below @node */
CutXml *cut_in_xml_after (CutXml *root, CutXml *node, gboolean skip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutXmlDoc, cut_in_xml_free)

G_END_DECLS
