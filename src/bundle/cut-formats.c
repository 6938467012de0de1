/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-bundle.h"
#include "cut-error.h"
#include "cut-evidence-files.h"
#include "cut-exchange.h"
#include "cut-lines.h"
#include "cut-needles.h"
#include "cut-target.h"
#include "cut-zip-writer.h"

#define BIT(kind) (1u << (kind))

/* A format: what is in it, and how its files come about. */
typedef struct
{
  const char *word;
  guint kinds;
  const char *name; /* of the one file, for messages; NULL where there are several */
  char *(*make) (CutSite *site);
} Format;

static const Format formats[] = {
  { "annotations", BIT (CUT_KIND_ANNOTATION), "annotations.jsonld", cut_out_annotations },
  { "bibtex", BIT (CUT_KIND_CLIP), "references.bib", cut_out_bibtex },
  { "claims", BIT (CUT_KIND_CLAIM) | BIT (CUT_KIND_CLIP) | BIT (CUT_KIND_SOURCE) | BIT (CUT_KIND_ENTITY) | BIT (CUT_KIND_ATTRIBUTION),
    "claims.jsonld", cut_out_claims },
  { "csl-json", BIT (CUT_KIND_CLIP), "references.csl.json", cut_out_references },
  { "csv", BIT (CUT_KIND_CLAIM) | BIT (CUT_KIND_SOURCE) | BIT (CUT_KIND_ENTITY), NULL, NULL },
  { "ftm", BIT (CUT_KIND_ENTITY) | BIT (CUT_KIND_RELATION) | BIT (CUT_KIND_FACT), "entities.ftm.ndjson",
    cut_out_entities_whole },
  { "ris", BIT (CUT_KIND_CLIP), "references.ris", cut_out_ris },
};

typedef struct
{
  CutPackage *package;
  const Format *format;
  GCancellable *cancellable;
} Writing;

const char *const *
cut_bundle_get_formats (void)
{
  static const char *const words[] = { "annotations", "bibtex", "claims", "csl-json", "csv", "ftm", "ris", NULL };

  G_STATIC_ASSERT (G_N_ELEMENTS (words) == G_N_ELEMENTS (formats) + 1);
  return words;
}

static const Format *
find_format (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].word, word))
      return &formats[i];
  return NULL;
}

gboolean
cut_bundle_format_holds (const char *word,
                         CutKind     kind)
{
  const Format *format = find_format (word);

  return format != NULL && (format->kinds & BIT (kind)) != 0;
}

static void
fill (CutPackage   *package,
      const Format *format)
{
  static const CutKind tables[] = { CUT_KIND_CLAIM, CUT_KIND_SOURCE, CUT_KIND_ENTITY };
  g_autoptr (CutSite) site = cut_site_new (package);

  if (format->make != NULL)
    {
      cut_package_take_text (package, format->name, NULL, format->make (site));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *name = g_strconcat (cut_kind_get_plural (tables[i]), ".csv", NULL);

      cut_package_take_text (package, name, NULL, cut_out_table (site, tables[i]));
    }
}

/* A reference to an article says, to those who can look it up, all that stands in it: what would stop a bundle of the same
 * objects stops every format, whether it has the words or not. */
static gboolean
search_all (CutBundleContent  *leaving,
            const CutNeedles  *needles,
            GCancellable      *cancellable,
            GError           **error)
{
  g_autoptr (CutPackage) whole = cut_package_new (leaving);

  cut_lines_write (whole);
  cut_package_take_text (whole, "data/bundle.json", NULL, cut_lines_describe (leaving));
  cut_evidence_files_add (whole);
  return cut_needles_check_package (needles, whole, cancellable, NULL, NULL, error);
}

static gboolean
write_part (const char *part,
            gpointer    data,
            GError    **error)
{
  const Writing *writing = data;
  CutEntry *only = g_ptr_array_index (writing->package->entries, 0);
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *text;

  if (writing->format->make == NULL)
    return cut_zip_writer_write (writing->package, "cuttings", part, writing->cancellable, NULL, NULL, error);
  bytes = cut_package_load (writing->package, only, error);
  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &size);
  return g_file_set_contents (part, text, (gssize) size, error);
}

gboolean
cut_bundle_write_as (CutBundleContent   *content,
                     const char         *word,
                     const char         *path,
                     GCancellable       *cancellable,
                     CutBundleProgress   progress,
                     gpointer            progress_data,
                     char              **sha256,
                     GError            **error)
{
  const Format *format = find_format (word);
  g_autoptr (CutBundleContent) leaving = cut_bundle_protect (content);
  g_autoptr (CutPackage) package = cut_package_new (leaving);
  g_autoptr (CutNeedles) needles = cut_needles_new (content);
  Writing writing = { package, format, cancellable };
  g_autofree char *hash = NULL;

  if (format == NULL)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED, _("“%s” is no format that Cuttings writes"), word);
      return FALSE;
    }
  if (!cut_target_check (path, error) || !cut_needles_check_name (needles, path, error))
    return FALSE;
  fill (package, format);
  if (!search_all (leaving, needles, cancellable, error) ||
      !cut_needles_check_package (needles, package, cancellable, progress, progress_data, error) ||
      !cut_target_write (path, write_part, &writing, cancellable, &hash, error))
    return FALSE;
  if (sha256 != NULL)
    *sha256 = g_steal_pointer (&hash);
  return TRUE;
}
