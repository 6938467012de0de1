/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an element is to the extraction; a set of these stands with each tag. */
typedef enum
{
  CUT_ELEMENT_IS_BLOCK = 1 << 0,   /* its text never joins the text beside it */
  CUT_ELEMENT_IS_VOID = 1 << 1,    /* written without an end tag */
  CUT_ELEMENT_IS_NEVER = 1 << 2,   /* holds nothing a reader reads */
  CUT_ELEMENT_IS_ALLOWED = 1 << 3, /* may stand in sanitised HTML */
  CUT_ELEMENT_IS_HEADING = 1 << 4,
  CUT_ELEMENT_IS_SCORED = 1 << 5, /* a paragraph-like block that speaks for its parents */
} CutElementClass;

#define CUT_B CUT_ELEMENT_IS_BLOCK
#define CUT_V CUT_ELEMENT_IS_VOID
#define CUT_N CUT_ELEMENT_IS_NEVER
#define CUT_A CUT_ELEMENT_IS_ALLOWED
#define CUT_H (CUT_ELEMENT_IS_HEADING | CUT_ELEMENT_IS_BLOCK | CUT_ELEMENT_IS_ALLOWED)
#define CUT_S CUT_ELEMENT_IS_SCORED

/* Every element that has a meaning of its own here; the others are UNKNOWN and inline. */
#define CUT_ELEMENT_LIST(X)                                                                            \
  X (HTML, "html", CUT_B)                                                                          \
  X (HEAD, "head", CUT_B | CUT_N)                                                                  \
  X (TITLE, "title", CUT_B | CUT_N)                                                                \
  X (BASE, "base", CUT_N)                                                                          \
  X (LINK, "link", CUT_N)                                                                          \
  X (META, "meta", CUT_N)                                                                          \
  X (STYLE, "style", CUT_N)                                                                        \
  X (SCRIPT, "script", CUT_N)                                                                      \
  X (NOSCRIPT, "noscript", CUT_N)                                                                  \
  X (TEMPLATE, "template", CUT_N)                                                                  \
  X (BODY, "body", CUT_B | CUT_S)                                                                     \
  X (ARTICLE, "article", CUT_B | CUT_S)                                                               \
  X (SECTION, "section", CUT_B | CUT_S)                                                               \
  X (NAV, "nav", CUT_B)                                                                            \
  X (ASIDE, "aside", CUT_B)                                                                        \
  X (H1, "h1", CUT_H)                                                                             \
  X (H2, "h2", CUT_H)                                                                             \
  X (H3, "h3", CUT_H)                                                                             \
  X (H4, "h4", CUT_H)                                                                             \
  X (H5, "h5", CUT_H)                                                                             \
  X (H6, "h6", CUT_H)                                                                             \
  X (HGROUP, "hgroup", CUT_B)                                                                      \
  X (HEADER, "header", CUT_B)                                                                      \
  X (FOOTER, "footer", CUT_B)                                                                      \
  X (ADDRESS, "address", CUT_B)                                                                    \
  X (MAIN, "main", CUT_B | CUT_S)                                                                     \
  X (DIV, "div", CUT_B | CUT_S)                                                                    \
  X (CENTER, "center", CUT_B | CUT_S)                                                              \
  X (P, "p", CUT_B | CUT_A | CUT_S)                                                                \
  X (PRE, "pre", CUT_B | CUT_A | CUT_S)                                                            \
  X (LISTING, "listing", CUT_B | CUT_S)                                                            \
  X (XMP, "xmp", CUT_B | CUT_S)                                                                    \
  X (PLAINTEXT, "plaintext", CUT_B | CUT_S)                                                        \
  X (BLOCKQUOTE, "blockquote", CUT_B | CUT_A | CUT_S)                                              \
  X (OL, "ol", CUT_B | CUT_A)                                                                      \
  X (UL, "ul", CUT_B | CUT_A)                                                                      \
  X (MENU, "menu", CUT_B)                                                                          \
  X (LI, "li", CUT_B | CUT_A)                                                                      \
  X (DL, "dl", CUT_B | CUT_A)                                                                      \
  X (DT, "dt", CUT_B | CUT_A)                                                                      \
  X (DD, "dd", CUT_B | CUT_A)                                                                      \
  X (FIGURE, "figure", CUT_B | CUT_A)                                                              \
  X (FIGCAPTION, "figcaption", CUT_B | CUT_A)                                                      \
  X (TABLE, "table", CUT_B | CUT_A)                                                                \
  X (CAPTION, "caption", CUT_B | CUT_A)                                                            \
  X (COLGROUP, "colgroup", CUT_B | CUT_N)                                                          \
  X (TBODY, "tbody", CUT_B | CUT_A)                                                                \
  X (THEAD, "thead", CUT_B | CUT_A)                                                                \
  X (TFOOT, "tfoot", CUT_B | CUT_A)                                                                \
  X (TR, "tr", CUT_B | CUT_A)                                                                      \
  X (TD, "td", CUT_B | CUT_A | CUT_S)                                                              \
  X (TH, "th", CUT_B | CUT_A)                                                                      \
  X (HR, "hr", CUT_B | CUT_V | CUT_A)                                                              \
  X (DETAILS, "details", CUT_B)                                                                    \
  X (SUMMARY, "summary", CUT_B)                                                                    \
  X (FORM, "form", CUT_B)                                                                          \
  X (FIELDSET, "fieldset", CUT_B)                                                                  \
  X (LEGEND, "legend", CUT_B)                                                                      \
  X (LABEL, "label", 0)                                                                            \
  X (INPUT, "input", CUT_N)                                                                        \
  X (BUTTON, "button", CUT_N)                                                                      \
  X (SELECT, "select", CUT_N)                                                                      \
  X (TEXTAREA, "textarea", CUT_N)                                                                  \
  X (DATALIST, "datalist", CUT_N)                                                                  \
  X (PROGRESS, "progress", CUT_N)                                                                  \
  X (METER, "meter", CUT_N)                                                                        \
  X (IFRAME, "iframe", CUT_N)                                                                      \
  X (FRAMESET, "frameset", CUT_B | CUT_N)                                                          \
  X (EMBED, "embed", CUT_N)                                                                        \
  X (OBJECT, "object", CUT_B)                                                                      \
  X (APPLET, "applet", CUT_N)                                                                      \
  X (CANVAS, "canvas", CUT_N)                                                                      \
  X (SVG, "svg", CUT_N)                                                                            \
  X (MATH, "math", 0)                                                                              \
  X (ANNOTATION_XML, "annotation-xml", CUT_N)                                                      \
  X (ANNOTATION, "annotation", CUT_N)                                                              \
  X (VIDEO, "video", CUT_B | CUT_N)                                                                \
  X (AUDIO, "audio", CUT_B | CUT_N)                                                                \
  X (DIALOG, "dialog", CUT_B | CUT_N)                                                              \
  X (MAP, "map", CUT_N)                                                                            \
  X (PICTURE, "picture", 0)                                                                        \
  X (SOURCE, "source", CUT_N)                                                                      \
  X (IMG, "img", CUT_V | CUT_A)                                                                    \
  X (BR, "br", CUT_V | CUT_A)                                                                      \
  X (WBR, "wbr", CUT_V)                                                                            \
  X (A, "a", CUT_A)                                                                                \
  X (EM, "em", CUT_A)                                                                              \
  X (STRONG, "strong", CUT_A)                                                                      \
  X (I, "i", CUT_A)                                                                                \
  X (B, "b", CUT_A)                                                                                \
  X (U, "u", CUT_A)                                                                                \
  X (S, "s", CUT_A)                                                                                \
  X (SMALL, "small", CUT_A)                                                                         \
  X (MARK, "mark", CUT_A)                                                                          \
  X (DEL, "del", CUT_A)                                                                            \
  X (INS, "ins", CUT_A)                                                                            \
  X (SUB, "sub", CUT_A)                                                                            \
  X (SUP, "sup", CUT_A)                                                                            \
  X (CODE, "code", CUT_A)                                                                          \
  X (KBD, "kbd", CUT_A)                                                                            \
  X (SAMP, "samp", CUT_A)                                                                          \
  X (VAR, "var", CUT_A)                                                                            \
  X (TT, "tt", 0)                                                                                  \
  X (Q, "q", CUT_A)                                                                                \
  X (CITE, "cite", CUT_A)                                                                          \
  X (ABBR, "abbr", CUT_A)                                                                          \
  X (DFN, "dfn", CUT_A)                                                                            \
  X (TIME, "time", CUT_A)                                                                          \
  X (BDI, "bdi", CUT_A)                                                                            \
  X (BDO, "bdo", CUT_A)                                                                            \
  X (RUBY, "ruby", CUT_A)                                                                          \
  X (RT, "rt", CUT_A)                                                                              \
  X (RP, "rp", CUT_A)                                                                              \
  X (SPAN, "span", 0)                                                                              \
  X (FONT, "font", 0)

typedef enum
{
  CUT_ELEMENT_TEXT, /* no element: characters */
  CUT_ELEMENT_UNKNOWN,
#define X(id, name, class) CUT_ELEMENT_##id,
  CUT_ELEMENT_LIST (X)
#undef X
      CUT_ELEMENT_LAST,
} CutElement;

/** cut_element_get_name: Returns: lower case; "" for text and unknown elements */
const char *cut_element_get_name (CutElement tag);
guint cut_element_get_class (CutElement tag);

G_END_DECLS
