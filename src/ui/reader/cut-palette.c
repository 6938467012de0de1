/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-palette.h"

#include <adwaita.h>

#include "cut-reader-resources.h"
#include "cut-vocab.h"

#define RESOURCE_PATH "/app/cuttings/Cuttings/reader/"

struct _CutPalette
{
  GObject parent_instance;

  GdkDisplay *display;      /* outlives the palette, which hangs on it */
  GtkCssProvider *sheet;    /* (owned): how the reader and margin look */
  GtkCssProvider *colours;  /* (owned): the named colours of the present style */
};

G_DEFINE_FINAL_TYPE (CutPalette, cut_palette, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_sheet_name (AdwStyleManager *style)
{
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return dark ? RESOURCE_PATH "palette-hc-dark.css" : RESOURCE_PATH "palette-hc.css";
  return dark ? RESOURCE_PATH "palette-dark.css" : RESOURCE_PATH "palette.css";
}

static void
style_changed_cb (CutPalette *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (self->display);

  gtk_css_provider_load_from_resource (self->colours, get_sheet_name (style));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
cut_palette_finalize (GObject *object)
{
  CutPalette *self = CUT_PALETTE (object);

  g_clear_object (&self->sheet);
  g_clear_object (&self->colours);
  G_OBJECT_CLASS (cut_palette_parent_class)->finalize (object);
}

static void
cut_palette_class_init (CutPaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_palette_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cut_palette_init (CutPalette *self)
{
  /* A static library's resources are dropped by the linker unless somebody names them. */
  g_resources_register (cut_reader_get_resource ());
  self->sheet = gtk_css_provider_new ();
  self->colours = gtk_css_provider_new ();
}

static CutPalette *
palette_new (GdkDisplay *display)
{
  CutPalette *self = g_object_new (CUT_TYPE_PALETTE, NULL);
  AdwStyleManager *style = adw_style_manager_get_for_display (display);

  self->display = display;
  gtk_css_provider_load_from_resource (self->sheet, RESOURCE_PATH "reader.css");
  style_changed_cb (self);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->colours),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->sheet),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

CutPalette *
cut_palette_get (GdkDisplay *display)
{
  static const char key[] = "cut-palette";
  CutPalette *self = g_object_get_data (G_OBJECT (display), key);

  if (self == NULL)
    {
      self = palette_new (display);
      g_object_set_data_full (G_OBJECT (display), key, self, g_object_unref);
    }
  return self;
}

void
cut_palette_lookup_name (CutPalette *self,
                         GtkWidget  *widget,
                         const char *name,
                         GdkRGBA    *rgba)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (!gtk_style_context_lookup_color (context, name, rgba))
    gtk_style_context_get_color (context, rgba);
}

void
cut_palette_lookup (CutPalette *self,
                    GtkWidget  *widget,
                    const char *colour,
                    gboolean    line,
                    GdkRGBA    *rgba)
{
  const char *word = cut_vocab_has (CUT_VOCAB_COLOUR, colour) ? colour : "yellow";
  g_autofree char *name = g_strdup_printf ("mark_%s_%s_color", word, line ? "line" : "ground");

  cut_palette_lookup_name (self, widget, name, rgba);
}
