/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-export-format.h"

#include <glib/gi18n-lib.h>

/* A row has room for some twenty letters. */
static const CutExportFormat formats[] = {
  { "bundle", N_("Bundle"), ".cuttings.zip", TRUE },
  { "html", N_("Page to read (HTML)"), ".html", TRUE },
  { "odt", N_("Dossier (ODT)"), ".odt", TRUE },
  { "markdown", N_("Obsidian folder"), ".zip", TRUE },
  { "markdown", N_("Markdown file"), ".md", TRUE },
  { "warc", N_("Web archive (WARC)"), ".warc.gz", FALSE },
  { "csl-json", N_("CSL-JSON references"), ".csl.json", FALSE },
  { "ris", N_("RIS references"), ".ris", FALSE },
  { "bibtex", N_("BibTeX references"), ".bib", FALSE },
  { "csv", N_("CSV tables"), ".zip", FALSE },
  { "annotations", N_("W3C annotations"), ".jsonld", FALSE },
  { "claims", N_("schema.org claims"), ".jsonld", FALSE },
  { "ftm", N_("FollowTheMoney"), ".ftm.ndjson", FALSE },
};

GtkStringList *
cut_export_format_labels (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_string_list_append (labels, _(formats[i].label));
  return labels;
}

const CutExportFormat *
cut_export_format_get (guint position)
{
  return &formats[position < G_N_ELEMENTS (formats) ? position : 0];
}
