/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-sanitise.h"

#include "cut-page-url.h"
#include "cut-page-picture.h"

#include <string.h>

/* So many posts of so many characters, each with its time, make a live blog. */
#define MIN_POSTS 3
#define MIN_POST_CHARS 40

typedef struct
{
  const CutNode *node;
  const char *name; /* (nullable): to close; NULL when the element is not written */
  gboolean holds_text;
} Frame;

typedef struct
{
  CutTree *tree;
  const char *base;
  GString *out;
  GArray *frames;
  guint paragraph_at; /* frames open when a paragraph of ours was begun; 0 for none */
  guint pres;
  gboolean live; /* the times of posts are a part of the text */
  const CutNode *byline; /* (nullable): that was looked at last: what is in it is looked at node by node */
  gboolean byline_has_time;
} Sanitiser;

static void
append_escaped (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      default:
        if ((guchar) *text >= 0x20 || *text == '\n' || *text == '\t')
          g_string_append_c (out, *text);
      }
}

static void
append_attribute (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, " %s=\"", name);
  append_escaped (out, value);
  g_string_append_c (out, '"');
}

static gboolean
is_number (const char *value)
{
  gsize n = value ? strspn (value, "0123456789") : 0;

  return n > 0 && n < 6 && value[n] == '\0';
}

static gboolean
is_word (const char *value)
{
  gsize n = value ? strspn (value,
                            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:+.TZ ")
                  : 0;

  return n > 0 && n < 64 && value[n] == '\0';
}

static void
append_number (GString *out, const CutNode *node, const char *name)
{
  const char *value = cut_node_get (node, name);

  if (is_number (value))
    append_attribute (out, name, value);
}

static void
append_word (GString *out, const CutNode *node, const char *name)
{
  const char *value = cut_node_get (node, name);

  if (is_word (value))
    append_attribute (out, name, value);
}

static void
append_address (Sanitiser *self, const CutNode *node, const char *name)
{
  g_autofree char *url = cut_page_url_resolve (self->base, cut_node_get (node, name));

  append_attribute (self->out, name, url);
}

static void
append_attributes (Sanitiser *self, const CutNode *node)
{
  append_word (self->out, node, "lang");
  append_word (self->out, node, "dir");
  switch ((int) node->tag)
    {
    case CUT_ELEMENT_A:
      append_address (self, node, "href");
      break;
    case CUT_ELEMENT_BLOCKQUOTE:
    case CUT_ELEMENT_Q:
      append_address (self, node, "cite");
      break;
    case CUT_ELEMENT_OL:
      append_number (self->out, node, "start");
      break;
    case CUT_ELEMENT_TD:
    case CUT_ELEMENT_TH:
      append_number (self->out, node, "colspan");
      append_number (self->out, node, "rowspan");
      append_word (self->out, node, "scope");
      break;
    case CUT_ELEMENT_TIME:
      append_word (self->out, node, "datetime");
      break;
    default:
      break;
    }
}

static void
write_image (Sanitiser *self, const CutNode *image)
{
  g_autofree char *url = image->tag == CUT_ELEMENT_FIGURE
                             ? cut_page_picture_from_figure (self->tree, image, self->base)
                             : cut_page_picture_get_url (self->tree, image, self->base);
  const char *alt = cut_node_get (image, "alt");

  if (url == NULL)
    return;
  g_string_append (self->out, "<img");
  append_attribute (self->out, "src", url);
  append_attribute (self->out, "alt", alt ? alt : "");
  append_number (self->out, image, "width");
  append_number (self->out, image, "height");
  g_string_append_c (self->out, '>');
}

static void
end_paragraph (Sanitiser *self)
{
  if (self->paragraph_at == 0)
    return;
  g_string_append (self->out, "</p>\n");
  self->paragraph_at = 0;
}

/* Text that stands in no element of the list gets a paragraph. */
static void
need_paragraph (Sanitiser *self)
{
  if (self->paragraph_at > 0)
    return;
  for (guint i = 0; i < self->frames->len; i++)
    if (g_array_index (self->frames, Frame, i).holds_text)
      return;
  g_string_append (self->out, "<p>");
  self->paragraph_at = self->frames->len + 1;
}

static gboolean
holds_text (const CutNode *node)
{
  switch ((int) node->tag)
    {
    case CUT_ELEMENT_UL:
    case CUT_ELEMENT_OL:
    case CUT_ELEMENT_DL:
    case CUT_ELEMENT_TABLE:
    case CUT_ELEMENT_TBODY:
    case CUT_ELEMENT_THEAD:
    case CUT_ELEMENT_TFOOT:
    case CUT_ELEMENT_TR:
    case CUT_ELEMENT_FIGURE:
    case CUT_ELEMENT_BLOCKQUOTE:
      return FALSE;
    default:
      return cut_node_is (node, CUT_ELEMENT_IS_BLOCK) && cut_node_is (node, CUT_ELEMENT_IS_ALLOWED);
    }
}

static void
write_text (Sanitiser *self, const CutNode *node)
{
  g_autofree char *folded = NULL;
  GString *out;

  if (self->pres > 0)
    {
      append_escaped (self->out, node->text);
      return;
    }
  out = g_string_new (NULL);
  for (const char *at = node->text; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (out, *at);
    else if (out->len == 0 || out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  folded = g_string_free (out, FALSE);
  if (!g_str_equal (folded, " "))
    need_paragraph (self);
  else if (self->paragraph_at == 0 && (node->block == NULL || !holds_text (node->block)))
    return;
  append_escaped (self->out, folded);
}

/* An inline element around blocks (a linked card) cannot be closed and opened again at each
 * of them; it is left out. */
static gboolean
holds_block (const Sanitiser *self, const CutNode *node)
{
  for (guint i = node->index + 1; i < node->end; i++)
    if (cut_node_is (cut_tree_get_node (self->tree, i), CUT_ELEMENT_IS_BLOCK))
      return TRUE;
  return FALSE;
}

static gboolean
holds_time (const CutTree *tree, const CutNode *node)
{
  for (guint i = node->index; i < node->end; i++)
    if (cut_tree_get_node ((CutTree *) tree, i)->tag == CUT_ELEMENT_TIME)
      return TRUE;
  return FALSE;
}

static void
enter (Sanitiser *self, const CutNode *node)
{
  Frame frame = { node, NULL, holds_text (node) };
  gboolean block = cut_node_is (node, CUT_ELEMENT_IS_BLOCK);

  if (block)
    end_paragraph (self);
  if (node->tag == CUT_ELEMENT_IMG)
    write_image (self, node);
  else if (node->tag == CUT_ELEMENT_BR || node->tag == CUT_ELEMENT_HR)
    g_string_append_printf (self->out, "<%s>", cut_element_get_name (node->tag));
  else if (cut_node_is (node, CUT_ELEMENT_IS_ALLOWED) && (block || !holds_block (self, node)))
    {
      if (!block && (node->chars > 0 || (self->live && holds_time (self->tree, node))))
        need_paragraph (self);
      frame.name = cut_element_get_name (node->tag);
      g_string_append_printf (self->out, "<%s", frame.name);
      append_attributes (self, node);
      g_string_append_c (self->out, '>');
      self->pres += node->tag == CUT_ELEMENT_PRE;
      if (node->tag == CUT_ELEMENT_FIGURE)
        write_image (self, node);
    }
  g_array_append_val (self->frames, frame);
}

static void
leave_until (Sanitiser *self, guint index)
{
  while (self->frames->len > 0)
    {
      Frame frame = g_array_index (self->frames, Frame, self->frames->len - 1);

      if (frame.node->end > index)
        return;
      g_array_set_size (self->frames, self->frames->len - 1);
      if (self->paragraph_at > self->frames->len + 1)
        end_paragraph (self);
      self->pres -= frame.node->tag == CUT_ELEMENT_PRE;
      if (frame.name != NULL)
        g_string_append_printf (self->out, "</%s>", frame.name);
      if (frame.name != NULL && cut_node_is (frame.node, CUT_ELEMENT_IS_BLOCK))
        g_string_append_c (self->out, '\n');
    }
}

/* The time of a post in a live blog. */
static gboolean
is_post_time (Sanitiser *self, const CutNode *node)
{
  if (!self->live || node->seen_role != CUT_NODE_BYLINE)
    return FALSE;
  while (node != NULL && node->role != CUT_NODE_BYLINE)
    node = node->parent;
  if (node != NULL && node != self->byline)
    {
      self->byline = node;
      self->byline_has_time = holds_time (self->tree, node);
    }
  return node != NULL && self->byline_has_time;
}

/* Whether times stand between the paragraphs, again and again. */
static gboolean
is_live (CutTree *tree, GPtrArray *roots)
{
  gboolean text = FALSE;
  guint times = 0;

  for (guint r = 0; r < roots->len; r++)
    {
      const CutNode *root = g_ptr_array_index (roots, r);

      for (guint i = root->index; i < root->end; i++)
        {
          const CutNode *node = cut_tree_get_node (tree, i);
          gboolean time = node->role == CUT_NODE_BYLINE && holds_time (tree, node);

          /* The first of them may stand above the first paragraph. */
          times += time && (text || times == 0);
          text = time ? FALSE : text || (node->text == NULL && node->own_chars >= MIN_POST_CHARS);
          if (node->role != CUT_NODE_BODY)
            i = MAX (node->end, i + 1) - 1;
        }
    }
  return times >= MIN_POSTS;
}

static gboolean
is_written (Sanitiser *self, const CutNode *node)
{
  return node->seen_role == CUT_NODE_BODY || node->seen_role == CUT_NODE_CAPTION
         || node->seen_role == CUT_NODE_CREDIT || is_post_time (self, node);
}

/* Elements left empty by what was taken out say nothing. */
static gboolean
is_empty (Sanitiser *self, const CutNode *node)
{
  if ((!cut_node_is (node, CUT_ELEMENT_IS_BLOCK) && node->tag != CUT_ELEMENT_A) || node->chars > 0
      || node->tag == CUT_ELEMENT_HR || node->tag == CUT_ELEMENT_TD || node->tag == CUT_ELEMENT_TH)
    return FALSE;
  for (guint i = node->index + 1; i < node->end; i++)
    {
      const CutNode *inner = cut_tree_get_node (self->tree, i);

      if (inner->tag == CUT_ELEMENT_IMG || inner->tag == CUT_ELEMENT_TD
          || (inner->tag == CUT_ELEMENT_NOSCRIPT && node->tag == CUT_ELEMENT_A)
          || (inner->text != NULL && is_written (self, inner)
              && inner->text[strspn (inner->text, " \t\r\n")]))
        return FALSE;
    }
  return TRUE;
}

static void
write_root (Sanitiser *self, const CutNode *root)
{
  for (guint i = root->index; i < root->end; i++)
    {
      const CutNode *node = cut_tree_get_node (self->tree, i);

      leave_until (self, i);
      if ((!is_written (self, node) && node != root) || (node->text == NULL && is_empty (self, node)))
        {
          const CutNode *image = NULL;

          if (node->tag == CUT_ELEMENT_NOSCRIPT && is_written (self, node->parent))
            image = cut_page_picture_in_noscript (self->tree, node, self->base);
          if (image != NULL)
            write_image (self, image);
          i = node->end - 1;
        }
      else if (node->text != NULL)
        write_text (self, node);
      else
        enter (self, node);
    }
  leave_until (self, G_MAXUINT);
  end_paragraph (self);
}

char *
cut_sanitise_write (CutTree *tree, GPtrArray *roots, const char *base)
{
  Sanitiser self = { .tree = tree, .base = base, .out = g_string_new (NULL) };

  self.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  self.live = is_live (tree, roots);
  for (guint i = 0; i < roots->len; i++)
    write_root (&self, g_ptr_array_index (roots, i));
  g_array_unref (self.frames);
  return g_string_free (self.out, FALSE);
}
