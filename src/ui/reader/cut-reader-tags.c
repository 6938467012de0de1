/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-reader-tags.h"

#include "cut-vocab.h"

#define MAX_LEVEL 4
#define GRID_SCALE 0.95

static const double heading_scales[] = { 1.5, 1.3, 1.15, 1.05, 1.0, 1.0 };

static const char *const span_names[] = {
  [CUT_SPAN_LINK] = "link",           [CUT_SPAN_EMPHASIS] = "emphasis",       [CUT_SPAN_STRONG] = "strong",
  [CUT_SPAN_CODE] = "code",           [CUT_SPAN_SUPERSCRIPT] = "superscript", [CUT_SPAN_SUBSCRIPT] = "subscript",
};

static void
add_tag (GtkTextTagTable *tags,
         const char      *name,
         const char      *first_property,
         ...)
{
  g_autoptr (GtkTextTag) tag = gtk_text_tag_new (name);
  va_list args;

  if (first_property != NULL)
    {
      va_start (args, first_property);
      g_object_set_valist (G_OBJECT (tag), first_property, args);
      va_end (args);
    }
  gtk_text_tag_table_add (tags, tag);
}

static void
add_level_tags (GtkTextTagTable *tags,
                const char      *kind)
{
  for (guint level = 1; level <= MAX_LEVEL; level++)
    {
      g_autofree char *ltr = g_strdup_printf ("%s-%u", kind, level);
      g_autofree char *rtl = g_strdup_printf ("%s-%u-rtl", kind, level);

      add_tag (tags, ltr, "accumulative-margin", TRUE, NULL);
      add_tag (tags, rtl, "accumulative-margin", TRUE, NULL);
    }
}

static void
add_block_tags (GtkTextTagTable *tags)
{
  for (guint i = 0; i < G_N_ELEMENTS (heading_scales); i++)
    {
      g_autofree char *name = g_strdup_printf ("heading-%u", i + 1);

      add_tag (tags, name, "scale", heading_scales[i], "weight", PANGO_WEIGHT_BOLD, NULL);
    }
  add_level_tags (tags, "list");
  add_level_tags (tags, "quote");
  add_tag (tags, "preformatted", "family", "monospace", "scale", 0.9, "accumulative-margin", TRUE, NULL);
  add_tag (tags, "cell", "accumulative-margin", TRUE, "scale", 0.95, NULL);
  add_tag (tags, "cell-rtl", "accumulative-margin", TRUE, "scale", 0.95, NULL);
  add_tag (tags, "cell-header", "weight", PANGO_WEIGHT_BOLD, NULL);
  add_tag (tags, "grid-cell", "scale", GRID_SCALE, NULL);
  add_tag (tags, "caption", "scale", 0.85, NULL);
  add_tag (tags, "compact", NULL);
}

static void
add_span_tags (GtkTextTagTable *tags)
{
  add_tag (tags, "link", "underline", PANGO_UNDERLINE_LOW, NULL);
  add_tag (tags, "emphasis", "style", PANGO_STYLE_ITALIC, NULL);
  add_tag (tags, "strong", "weight", PANGO_WEIGHT_BOLD, NULL);
  add_tag (tags, "code", "family", "monospace", "scale", 0.9, NULL);
  add_tag (tags, "superscript", "scale", 0.75, NULL);
  add_tag (tags, "subscript", "scale", 0.75, NULL);
}

GtkTextTagTable *
cut_reader_tags_new (void)
{
  GtkTextTagTable *tags = gtk_text_tag_table_new ();
  const char *const *colours = cut_vocab_get_words (CUT_VOCAB_COLOUR);

  add_tag (tags, "text", NULL);
  add_tag (tags, "turn", NULL);
  add_block_tags (tags);
  add_span_tags (tags);
  add_tag (tags, "aside", NULL);
  add_tag (tags, "furniture", NULL);
  for (guint i = 0; colours[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("mark-", colours[i], NULL);

      add_tag (tags, name, NULL);
    }
  return tags;
}

static void
update_level_tags (GtkTextTagTable *tags,
                   const char      *kind,
                   int              em)
{
  for (guint level = 1; level <= MAX_LEVEL; level++)
    {
      g_autofree char *ltr = g_strdup_printf ("%s-%u", kind, level);
      g_autofree char *rtl = g_strdup_printf ("%s-%u-rtl", kind, level);
      int indent = (int) level * em * 3 / 2;

      g_object_set (gtk_text_tag_table_lookup (tags, ltr), "left-margin", indent, NULL);
      g_object_set (gtk_text_tag_table_lookup (tags, rtl), "right-margin", indent, NULL);
    }
}

static void
update_sizes (GtkTextTagTable *tags,
              int              em)
{
  update_level_tags (tags, "list", em);
  update_level_tags (tags, "quote", em);
  for (guint i = 0; i < G_N_ELEMENTS (heading_scales); i++)
    {
      g_autofree char *name = g_strdup_printf ("heading-%u", i + 1);

      g_object_set (gtk_text_tag_table_lookup (tags, name), "pixels-above-lines", em * 3 / 4, NULL);
    }
  g_object_set (gtk_text_tag_table_lookup (tags, "preformatted"), "left-margin", em, NULL);
  g_object_set (gtk_text_tag_table_lookup (tags, "compact"), "pixels-below-lines", em / 6, NULL);
  g_object_set (gtk_text_tag_table_lookup (tags, "cell"), "left-margin", em * 8, NULL);
  g_object_set (gtk_text_tag_table_lookup (tags, "cell-rtl"), "right-margin", em * 8, NULL);
  g_object_set (gtk_text_tag_table_lookup (tags, "superscript"), "rise", em * PANGO_SCALE / 4, NULL);
  g_object_set (gtk_text_tag_table_lookup (tags, "subscript"), "rise", -em * PANGO_SCALE / 8, NULL);
}

static void
set_colour (GtkTextTagTable *tags,
            const char      *name,
            const char      *property,
            const GdkRGBA   *rgba)
{
  g_object_set (gtk_text_tag_table_lookup (tags, name), property, rgba, NULL);
}

static void
update_colours (GtkTextTagTable *tags,
                CutPalette      *palette,
                GtkWidget       *widget)
{
  const char *const *colours = cut_vocab_get_words (CUT_VOCAB_COLOUR);
  GdkRGBA rgba;

  cut_palette_lookup_name (palette, widget, "reader_link_color", &rgba);
  set_colour (tags, "link", "foreground-rgba", &rgba);
  cut_palette_lookup_name (palette, widget, "reader_aside_color", &rgba);
  set_colour (tags, "aside", "foreground-rgba", &rgba);
  set_colour (tags, "furniture", "foreground-rgba", &rgba);
  for (guint i = 0; colours[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("mark-", colours[i], NULL);

      cut_palette_lookup (palette, widget, colours[i], FALSE, &rgba);
      set_colour (tags, name, "background-rgba", &rgba);
    }
}

void
cut_reader_tags_update (GtkTextTagTable *tags,
                        CutPalette      *palette,
                        GtkWidget       *widget,
                        int              em)
{
  update_sizes (tags, em);
  update_colours (tags, palette, widget);
}

void
cut_reader_tags_set_hidden (GtkTextTagTable *tags,
                            gboolean         hidden)
{
  g_object_set (gtk_text_tag_table_lookup (tags, "furniture"), "invisible", hidden, NULL);
}

void
cut_reader_tags_set_language (GtkTextTagTable *tags,
                              const char      *language)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (tags, "text");

  if (language != NULL)
    g_object_set (tag, "language", language, NULL);
  g_object_set (tag, "language-set", language != NULL, NULL);
}

/* Rows of tables: the tag of a row stands at its first letter and says where the columns are. */

static char *
get_row_tag (guint table,
             guint mask)
{
  return g_strdup_printf ("row-%u-%x", table, mask);
}

static int
measure_column (const CutTableColumn *column,
                GtkWidget            *widget)
{
  g_autofree char *words = g_strndup (column->widest != NULL ? column->widest : "", column->n_bytes);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, words);
  PangoAttrList *attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_scale_new (GRID_SCALE));
  if (column->bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_get_pixel_size (layout, &width, NULL);
  pango_attr_list_unref (attributes);
  return width;
}

/* Numbers stand under each other by their last digit. */
static void
set_row_tag (GtkTextTag     *tag,
             const CutTable *table,
             guint           mask,
             const int      *starts,
             const int      *widths)
{
  PangoTabArray *tabs = pango_tab_array_new (0, TRUE);
  int base = -1;
  int n = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const CutTableColumn *column = &table->columns[i];
      gboolean numbers = column->n_numbers > column->n_others;

      if ((mask & (1u << i)) == 0)
        continue;
      if (base >= 0)
        pango_tab_array_set_tab (tabs, n++, numbers ? PANGO_TAB_RIGHT : PANGO_TAB_LEFT,
                                 starts[i] + (numbers ? widths[i] : 0) - base);
      else
        base = starts[i];
    }
  g_object_set (tag, "tabs", tabs, "left-margin", MAX (base, 0), NULL);
  pango_tab_array_free (tabs);
}

static void
set_table (GtkTextTagTable *tags,
           const CutTable  *table,
           guint            number,
           GtkWidget       *widget,
           int              em)
{
  int starts[CUT_TABLE_COLUMNS];
  int widths[CUT_TABLE_COLUMNS];
  int x = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      starts[i] = x;
      widths[i] = measure_column (&table->columns[i], widget);
      x += widths[i] + em * 3 / 2;
    }
  for (guint i = 0; i < table->masks->len; i++)
    {
      guint mask = g_array_index (table->masks, guint, i);
      g_autofree char *name = get_row_tag (number, mask);

      if (gtk_text_tag_table_lookup (tags, name) == NULL)
        add_tag (tags, name, "accumulative-margin", TRUE, NULL);
      set_row_tag (gtk_text_tag_table_lookup (tags, name), table, mask, starts, widths);
    }
}

void
cut_reader_tags_set_tables (GtkTextTagTable *tags,
                            const CutPage   *page,
                            GtkWidget       *widget,
                            int              em)
{
  for (guint i = 0; i < page->tables->len; i++)
    {
      const CutTable *table = g_ptr_array_index (page->tables, i);

      if (table->grid)
        set_table (tags, table, i + 1, widget, em);
    }
}

static void
apply (GtkTextBuffer *buffer,
       const char    *name,
       guint          start,
       guint          end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) end);
  gtk_text_buffer_apply_tag_by_name (buffer, name, &from, &to);
}

static char *
get_level_name (const char *kind,
                guint       level,
                gboolean    rtl)
{
  return g_strdup_printf ("%s-%u%s", kind, CLAMP (level, 1, MAX_LEVEL), rtl ? "-rtl" : "");
}

static char *
get_block_tag (const CutBlock *block,
               gboolean        grid,
               gboolean        rtl)
{
  switch (block->kind)
    {
    case CUT_BLOCK_HEADING:
      return g_strdup_printf ("heading-%u", CLAMP (block->level, 1, (guint) G_N_ELEMENTS (heading_scales)));
    case CUT_BLOCK_LIST_ITEM:
      return get_level_name ("list", block->level, rtl);
    case CUT_BLOCK_QUOTE:
      return get_level_name ("quote", block->level, rtl);
    case CUT_BLOCK_PREFORMATTED:
      return g_strdup ("preformatted");
    case CUT_BLOCK_CELL:
      return g_strdup (grid ? "grid-cell" : rtl ? "cell-rtl" : "cell");
    case CUT_BLOCK_CAPTION:
      return g_strdup ("caption");
    case CUT_BLOCK_PARAGRAPH:
    default:
      return NULL;
    }
}

static void
apply_spans (GtkTextBuffer  *buffer,
             const CutBlock *block)
{
  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    {
      const CutSpan *span = &g_array_index (block->spans, CutSpan, i);

      apply (buffer, span_names[span->kind], span->start, span->end);
    }
}

/* Captions and credits belong to the article though they do not count; see cut_page_hides() for what can be hidden. */
static const char *
get_role_tag (const CutPage  *page,
              const CutBlock *block)
{
  if (block->role == CUT_ROLE_FURNITURE || block->role == CUT_ROLE_TITLE || cut_page_repeats (page, block))
    return "furniture";
  return cut_block_counts (block) && block->kind != CUT_BLOCK_CAPTION ? NULL : "aside";
}

void
cut_reader_tags_set_role (GtkTextBuffer  *buffer,
                          const CutPage  *page,
                          const CutBlock *block,
                          guint           line_end)
{
  const char *role = get_role_tag (page, block);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) block->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) line_end);
  gtk_text_buffer_remove_tag_by_name (buffer, "aside", &from, &to);
  gtk_text_buffer_remove_tag_by_name (buffer, "furniture", &from, &to);
  if (role != NULL)
    gtk_text_buffer_apply_tag_by_name (buffer, role, &from, &to);
}

void
cut_reader_tags_apply_turn (GtkTextBuffer  *buffer,
                            const CutBlock *block,
                            guint           line_end)
{
  apply (buffer, "turn", block->start, line_end);
}

void
cut_reader_tags_apply_block (GtkTextBuffer  *buffer,
                             const CutPage  *page,
                             const CutBlock *block,
                             gboolean        rtl,
                             gboolean        more,
                             guint           line_end)
{
  gboolean grid = cut_page_tables_get_grid (page->tables, block) != NULL;
  g_autofree char *kind = get_block_tag (block, grid, rtl);
  const char *role = get_role_tag (page, block);

  if (kind != NULL)
    apply (buffer, kind, block->start, line_end);
  if (block->kind == CUT_BLOCK_CELL && block->header)
    apply (buffer, "cell-header", block->start, line_end);
  if (more)
    apply (buffer, "compact", block->start, line_end);
  apply_spans (buffer, block);
  if (role != NULL)
    apply (buffer, role, block->start, line_end);
}

void
cut_reader_tags_apply_row (GtkTextBuffer *buffer,
                           const CutPage *page,
                           guint          index,
                           guint          line_end)
{
  const CutBlock *cell = g_ptr_array_index (page->reading->blocks, index);
  g_autofree char *name = get_row_tag (cell->table, cut_page_tables_get_mask (page->reading->blocks, index));

  apply (buffer, name, cell->start, line_end);
}

void
cut_reader_tags_apply_marks (GtkTextBuffer *buffer,
                             const CutPage *page,
                             guint          start,
                             guint          end)
{
  for (guint i = 0; i < page->marks->len; i++)
    {
      const CutMark *mark = &g_array_index (page->marks, CutMark, i);
      const char *colour = cut_annotation_get_colour (mark->annotation);
      g_autofree char *name = NULL;

      if (mark->start >= end)
        break;
      if (mark->end <= start)
        continue;
      name = g_strconcat ("mark-", cut_vocab_has (CUT_VOCAB_COLOUR, colour) ? colour : "yellow", NULL);
      apply (buffer, name, MAX (mark->start, start), MIN (mark->end, end));
    }
}

void
cut_reader_tags_clear_marks (GtkTextBuffer *buffer,
                             guint          start,
                             guint          end)
{
  const char *const *colours = cut_vocab_get_words (CUT_VOCAB_COLOUR);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) end);
  for (guint i = 0; colours[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("mark-", colours[i], NULL);

      gtk_text_buffer_remove_tag_by_name (buffer, name, &from, &to);
    }
}
