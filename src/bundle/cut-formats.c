/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-bundle.h"
#include "cut-error.h"
#include "cut-evidence-files.h"
#include "cut-exchange.h"
#include "cut-lines.h"
#include "cut-needles.h"
#include "cut-out-dossier.h"
#include "cut-out-markdown.h"
#include "cut-pages.h"
#include "cut-target.h"
#include "cut-zip-writer.h"

#define BIT(kind) (1u << (kind))

/* How many files a format has. */
typedef enum
{
  SHAPE_FILE,
  SHAPE_ZIP,
  SHAPE_DOCUMENT, /* a ZIP as programs for texts write it, without a folder around its files */
  SHAPE_BY_NAME, /* a ZIP where the file's name says so */
} Shape;

/* A format: what is in it, and how its files come about. */
typedef struct
{
  const char *word;
  guint kinds;
  Shape shape;
  const char *name;              /* of the one file, for messages */
  char *(*make) (CutSite *site); /* its text */
  /* adds the files of a ZIP, or the parts of one file */
  gboolean (*fill) (CutSite *site, CutPackage *package, GError **error);
} Format;

static gboolean fill_tables (CutSite *site, CutPackage *package, GError **error);
static gboolean fill_notes (CutSite *site, CutPackage *package, GError **error);
static gboolean fill_evidence (CutSite *site, CutPackage *package, GError **error);
static gboolean fill_dossier (CutSite *site, CutPackage *package, GError **error);

#define READ_KINDS (BIT (CUT_KIND_STORY) | BIT (CUT_KIND_CLIP) | BIT (CUT_KIND_ANNOTATION) | BIT (CUT_KIND_CLAIM) | \
                    BIT (CUT_KIND_ATTRIBUTION) | BIT (CUT_KIND_SOURCE))

static const Format formats[] = {
  { "annotations", BIT (CUT_KIND_ANNOTATION), SHAPE_FILE, "annotations.jsonld", cut_out_annotations, NULL },
  { "bibtex", BIT (CUT_KIND_CLIP), SHAPE_FILE, "references.bib", cut_out_bibtex, NULL },
  { "claims", BIT (CUT_KIND_CLAIM) | BIT (CUT_KIND_CLIP) | BIT (CUT_KIND_SOURCE) | BIT (CUT_KIND_ENTITY) | BIT (CUT_KIND_ATTRIBUTION),
    SHAPE_FILE, "claims.jsonld", cut_out_claims, NULL },
  { "csl-json", BIT (CUT_KIND_CLIP), SHAPE_FILE, "references.csl.json", cut_out_references, NULL },
  { "csv", BIT (CUT_KIND_CLAIM) | BIT (CUT_KIND_SOURCE) | BIT (CUT_KIND_ENTITY), SHAPE_ZIP, NULL, NULL, fill_tables },
  { "ftm", BIT (CUT_KIND_ENTITY) | BIT (CUT_KIND_RELATION) | BIT (CUT_KIND_FACT), SHAPE_FILE, "entities.ftm.ndjson",
    cut_out_entities_whole, NULL },
  { "html", READ_KINDS | BIT (CUT_KIND_CHECK), SHAPE_FILE, "page.html", cut_out_page, NULL },
  { "markdown", READ_KINDS, SHAPE_BY_NAME, "notes.md", cut_out_markdown, fill_notes },
  { "odt", READ_KINDS, SHAPE_DOCUMENT, NULL, NULL, fill_dossier },
  { "ris", BIT (CUT_KIND_CLIP), SHAPE_FILE, "references.ris", cut_out_ris, NULL },
  { "warc", BIT (CUT_KIND_CAPTURE), SHAPE_FILE, NULL, NULL, fill_evidence },
};

typedef struct
{
  CutPackage *package;
  gboolean zip;
  const char *folder; /* (nullable): in the ZIP */
  GCancellable *cancellable;
} Writing;

const char *const *
cut_bundle_get_formats (void)
{
  static const char *const words[] = { "annotations", "bibtex", "claims", "csl-json", "csv", "ftm", "html", "markdown", "odt", "ris", "warc", NULL };

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

static gboolean
fill_tables (CutSite     *site,
             CutPackage  *package,
             GError     **error)
{
  static const CutKind tables[] = { CUT_KIND_CLAIM, CUT_KIND_SOURCE, CUT_KIND_ENTITY };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *name = g_strconcat (cut_kind_get_plural (tables[i]), ".csv", NULL);

      cut_package_take_text (package, name, NULL, cut_out_table (site, tables[i]));
    }
  return TRUE;
}

static gboolean
fill_notes (CutSite     *site,
            CutPackage  *package,
            GError     **error)
{
  cut_out_markdown_folder (site, package);
  return TRUE;
}

static gboolean
fill_dossier (CutSite     *site,
              CutPackage  *package,
              GError     **error)
{
  cut_out_dossier (site, package);
  return TRUE;
}

/* One after the other they are a file of many captures. The first by name says so. */
static gboolean
fill_evidence (CutSite     *site,
               CutPackage  *package,
               GError     **error)
{
  g_autoptr (GPtrArray) captures = cut_site_sorted (site, CUT_KIND_CAPTURE);
  g_autoptr (GBytes) info = NULL;

  g_return_val_if_fail (site->content->warc != NULL, FALSE);

  info = site->content->warc (site->content, NULL, error);
  if (info == NULL)
    return FALSE;
  cut_package_add (package, "evidence.warc.gz", NULL, info);
  for (guint i = 0; i < captures->len; i++)
    {
      CutRecord *capture = g_ptr_array_index (captures, i);
      g_autofree char *name = g_strdup_printf ("evidence/%s.warc.gz", cut_record_get_id (capture));

      cut_package_add_warc (package, name, capture);
    }
  return TRUE;
}

static gboolean
is_zip (const Format *format,
        const char   *path)
{
  gsize length = strlen (path);

  return format->shape == SHAPE_ZIP || format->shape == SHAPE_DOCUMENT ||
         (format->shape == SHAPE_BY_NAME && length > 4 && g_ascii_strcasecmp (path + length - 4, ".zip") == 0);
}

static gboolean
fill (CutPackage    *package,
      const Format  *format,
      gboolean       zip,
      GError       **error)
{
  g_autoptr (CutSite) site = cut_site_new (package);

  if (zip || format->make == NULL)
    return format->fill (site, package, error);
  cut_package_take_text (package, format->name, NULL, format->make (site));
  return TRUE;
}

/* A reference to an article says, to those who can look it up, all that stands in it: what would stop a bundle of the same
 * objects stops every format, whether it has the words or not. */
static gboolean
search_all (CutBundleContent   *leaving,
            const CutNeedles   *needles,
            GCancellable       *cancellable,
            CutBundleProgress   progress,
            gpointer            progress_data,
            GError            **error)
{
  g_autoptr (CutPackage) whole = cut_package_new (leaving);

  cut_lines_write (whole);
  cut_package_take_text (whole, "data/bundle.json", NULL, cut_lines_describe (leaving));
  cut_evidence_files_add (whole);
  return cut_needles_check_package (needles, whole, cancellable, progress, progress_data, error);
}

/* The evidence was searched with all the rest, as it lies in the notebook: what leaves of it is no more than that. */
static gboolean
search_made (CutPackage       *package,
             const Format     *format,
             const CutNeedles *needles,
             GCancellable     *cancellable,
             GError          **error)
{
  return format->fill == fill_evidence || cut_needles_check_package (needles, package, cancellable, NULL, NULL, error);
}

/* One file: its parts one after the other. */
static gboolean
write_parts (const char  *part,
             Writing     *writing,
             GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (part);
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, writing->cancellable, error);
  GPtrArray *entries = writing->package->entries;

  for (guint i = 0; stream != NULL && i < entries->len; i++)
    {
      g_autoptr (GBytes) bytes = cut_package_load (writing->package, g_ptr_array_index (entries, i), error);

      if (bytes == NULL || !g_output_stream_write_all (G_OUTPUT_STREAM (stream), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                                       writing->cancellable, error))
        return FALSE;
    }
  return stream != NULL && g_output_stream_close (G_OUTPUT_STREAM (stream), writing->cancellable, error);
}

static gboolean
write_part (const char *part,
            gpointer    data,
            GError    **error)
{
  Writing *writing = data;

  if (!writing->zip)
    return write_parts (part, writing, error);
  return cut_zip_writer_write (writing->package, writing->folder, part, writing->cancellable, NULL, NULL, error);
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
  Writing writing = { package, FALSE, NULL, cancellable };
  g_autofree char *hash = NULL;

  if (format == NULL)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED, _("“%s” is no format that Cuttings writes"), word);
      return FALSE;
    }
  writing.zip = is_zip (format, path);
  writing.folder = format->shape == SHAPE_DOCUMENT ? NULL : "cuttings";
  if (!cut_target_check (path, !writing.zip, error) || !cut_needles_check_name (needles, path, error))
    return FALSE;
  if (!fill (package, format, writing.zip, error) ||
      !search_all (leaving, needles, cancellable, progress, progress_data, error) ||
      !search_made (package, format, needles, cancellable, error))
    return FALSE;
  /* Programs know a document by what stands first in it. */
  if (format->shape == SHAPE_DOCUMENT)
    cut_package_put_first (package, "mimetype");
  if (!cut_target_write (path, write_part, &writing, cancellable, &hash, error))
    return FALSE;
  if (sha256 != NULL)
    *sha256 = g_steal_pointer (&hash);
  return TRUE;
}
