/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-out-dossier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-bundle-resources.h"
#include "cut-capture.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-exchange.h"
#include "cut-html.h"
#include "cut-pages.h"
#include "cut-source.h"
#include "cut-story.h"

/* OpenDocument 1.2 (ISO/IEC 26300). What HTML would take for its own XML takes for its own, too, so that all goes through cut-html. */

#define TYPE "application/vnd.oasis.opendocument.text"
#define OFFICE "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define META "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
#define TEXT "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
#define XLINK "http://www.w3.org/1999/xlink"
#define DC "http://purl.org/dc/elements/1.1/"
#define MANIFEST "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define STYLES "/app/cuttings/bundle/dossier-styles.xml"

static const char *
word (CutSite    *site,
      const char *message)
{
  return cut_site_word (site, message);
}

/* Paragraphs. */

static void
add_heading (GString    *out,
             const char *level,
             const char *text)
{
  g_autofree char *style = g_strconcat ("Heading_20_", level, NULL);

  cut_html_element (out, "text:h", text, "text:style-name", style, "text:outline-level", level, NULL);
  g_string_append_c (out, '\n');
}

/* A paragraph for each line that is not empty. */
static void
add_paragraphs (GString    *out,
                const char *style,
                const char *text)
{
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      {
        cut_html_element (out, "text:p", lines[i], "text:style-name", style, NULL);
        g_string_append_c (out, '\n');
      }
}

static void
add_fact (GString    *out,
          const char *label,
          const char *value)
{
  g_autofree char *line = NULL;

  if (value == NULL || *value == '\0')
    return;
  line = g_strdup_printf (g_str_has_suffix (label, ":") ? "%s %s" : "%s: %s", label, value);
  add_paragraphs (out, "Facts", line);
}

static void
add_address (GString    *out,
             const char *url)
{
  if (url == NULL)
    return;
  cut_html_open (out, "text:p", "text:style-name", "Facts", NULL);
  if (cut_html_is_safe_link (url))
    cut_html_element (out, "text:a", url, "xlink:type", "simple", "xlink:href", url, "text:style-name", "Internet_20_link", NULL);
  else
    cut_html_text (out, url);
  cut_html_close (out, "text:p");
  g_string_append_c (out, '\n');
}

/* Objects. */

static char *
name_object (CutSite    *site,
             const char *id)
{
  CutRecord *record = cut_site_find (site, id, CUT_KIND_NONE);

  if (record == NULL)
    return g_strdup (word (site, N_("withheld")));
  return cut_record_get_kind (record) == CUT_KIND_CLIP ? cut_site_clip_title (site, record) : cut_record_get_title (record);
}

static void
add_objects (CutSite           *site,
             GString           *out,
             const char        *label,
             const char *const *ids)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *name = name_object (site, ids[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  add_fact (out, label, names->str);
}

/* Attributions. */

static CutRecord *
find_mark (CutSite   *site,
           CutRecord *attribution)
{
  return cut_site_find (site, cut_attribution_get_annotation (CUT_ATTRIBUTION (attribution)), CUT_KIND_ANNOTATION);
}

/* Source → via → outlet, then stance and terms. */
static void
add_chain (CutSite   *site,
           GString   *out,
           CutRecord *record)
{
  CutAttribution *attribution = CUT_ATTRIBUTION (record);
  CutRecord *mark = find_mark (site, record);
  CutRecord *clip = mark != NULL ? cut_site_find (site, cut_annotation_get_clip (CUT_ANNOTATION (mark)), CUT_KIND_CLIP) : NULL;
  g_autoptr (GPtrArray) manner = cut_site_manner (site, record);
  g_autofree char *source = cut_attribution_get_source (attribution) != NULL ? name_object (site, cut_attribution_get_source (attribution))
                                                                            : g_strdup (word (site, N_("Source not named")));
  g_autoptr (GString) chain = g_string_new (source);

  for (const char *const *via = cut_attribution_get_via (attribution); *via != NULL; via++)
    {
      g_autofree char *through = NULL;

      if (via[1] == NULL && cut_site_is_last_step (site, record, *via))
        break;
      through = name_object (site, *via);
      g_string_append_printf (chain, " → %s", through);
    }
  if (clip != NULL)
    {
      g_autofree char *title = cut_site_clip_title (site, clip);

      g_string_append_printf (chain, " → %s", cut_out_reference_outlet (clip) != NULL ? cut_out_reference_outlet (clip) : title);
    }
  for (guint i = 0; i < manner->len; i++)
    g_string_append_printf (chain, " · %s", (const char *) g_ptr_array_index (manner, i));
  add_paragraphs (out, "Standard", chain->str);
}

/* Those of a claim with the passages, those of a source with the claims. */
static void
add_chains (CutSite   *site,
            GString   *out,
            CutRecord *record)
{
  g_autoptr (GPtrArray) attributions = cut_site_referrers (site, cut_record_get_id (record), CUT_KIND_ATTRIBUTION);
  gboolean source = cut_record_get_kind (record) == CUT_KIND_SOURCE;

  for (guint i = 0; i < attributions->len; i++)
    {
      CutRecord *attribution = g_ptr_array_index (attributions, i);
      CutRecord *mark = find_mark (site, attribution);
      const char *claim[] = { cut_attribution_get_claim (CUT_ATTRIBUTION (attribution)), NULL };
      const CutSelector *selector = mark != NULL ? cut_annotation_get_selectors (CUT_ANNOTATION (mark)) : NULL;

      if (source)
        add_objects (site, out, word (site, N_("Claim:")), claim);
      add_chain (site, out, attribution);
      if (!source && selector != NULL)
        add_paragraphs (out, "Quotations", selector->exact);
    }
}

/* Parts. */

static void
add_claim (CutSite   *site,
           GString   *out,
           CutRecord *record)
{
  CutClaim *claim = CUT_CLAIM (record);
  g_autofree char *date = cut_claim_get_fact_date (claim) != NULL ? cut_words_get_date (site->words, cut_claim_get_fact_date (claim)) : NULL;

  add_heading (out, "2", cut_claim_get_text (claim));
  add_fact (out, word (site, N_("Status")), cut_words_get_vocab (site->words, CUT_VOCAB_CLAIM_STATUS, cut_claim_get_status (claim)));
  add_fact (out, word (site, N_("Date of the fact")), date);
  add_fact (out, word (site, N_("Place")), cut_claim_get_place (claim));
  add_objects (site, out, word (site, N_("Supports:")), cut_claim_get_supports (claim));
  add_objects (site, out, word (site, N_("Contradicts:")), cut_claim_get_contradicts (claim));
  add_objects (site, out, word (site, N_("About:")), cut_claim_get_entities (claim));
  add_chains (site, out, record);
  add_paragraphs (out, "Standard", cut_claim_get_note (claim));
}

static void
add_source (CutSite   *site,
            GString   *out,
            CutRecord *record)
{
  CutSource *source = CUT_SOURCE (record);

  add_heading (out, "2", cut_source_get_label (source));
  add_fact (out, word (site, N_("Kind")), cut_words_get_vocab (site->words, CUT_VOCAB_SOURCE_KIND, cut_source_get_kind (source)));
  add_paragraphs (out, "Standard", cut_source_get_description (source));
  add_chains (site, out, record);
}

static void
add_note (CutSite       *site,
          GString       *out,
          const CutMark *mark)
{
  CutAnnotation *annotation = CUT_ANNOTATION (mark->annotation);
  const char *claim[] = { cut_annotation_get_claim (annotation), NULL };

  add_paragraphs (out, "Quotations", cut_annotation_get_selectors (annotation)->exact);
  add_paragraphs (out, "Standard", cut_annotation_get_body (annotation));
  add_objects (site, out, word (site, N_("Claim:")), claim);
  add_objects (site, out, word (site, N_("About:")), cut_annotation_get_entities (annotation));
  add_objects (site, out, word (site, N_("Tags:")), cut_annotation_get_tags (annotation));
}

static void
add_article (CutSite   *site,
             GString   *out,
             CutRecord *clip)
{
  CutRecord *capture = g_hash_table_lookup (site->shown, cut_record_get_id (clip));
  GPtrArray *marks = cut_site_marks (site, cut_record_get_id (clip));
  gint64 time = capture != NULL ? cut_capture_get_fetched_at (CUT_CAPTURE (capture)) : 0;
  g_autofree char *title = cut_site_clip_title (site, clip);
  g_autofree char *line = cut_site_clip_line (site, clip);
  g_autofree char *url = cut_out_reference_url (clip);
  g_autofree char *captured = time != 0 ? cut_words_get_time (site->words, time) : NULL;

  add_heading (out, "2", title);
  add_paragraphs (out, "Facts", line);
  add_address (out, url);
  add_fact (out, word (site, N_("Captured")), captured);
  add_fact (out, "SHA-256", capture != NULL ? cut_capture_get_sha256 (CUT_CAPTURE (capture)) : NULL);
  add_objects (site, out, word (site, N_("Tags:")), cut_clip_get_tags (CUT_CLIP (clip)));
  add_paragraphs (out, "Standard", cut_clip_get_standfirst (CUT_CLIP (clip)));
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    add_note (site, out, g_ptr_array_index (marks, i));
}

static void
add_all (CutSite     *site,
         GString     *out,
         GPtrArray   *records,
         const char  *title,
         void       (*add) (CutSite *site, GString *out, CutRecord *record))
{
  if (records->len > 0)
    add_heading (out, "1", title);
  for (guint i = 0; i < records->len; i++)
    add (site, out, g_ptr_array_index (records, i));
}

static const char *
get_title (CutSite *site)
{
  const char *title = site->content->title;

  return title != NULL && *title != '\0' ? title : word (site, N_("Bundle"));
}

static void
add_stories (CutSite *site,
             GString *out)
{
  g_autoptr (GPtrArray) stories = cut_site_sorted (site, CUT_KIND_STORY);

  cut_html_element (out, "text:p", get_title (site), "text:style-name", "Title", NULL);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < stories->len; i++)
    {
      CutRecord *story = g_ptr_array_index (stories, i);

      if (g_strcmp0 (cut_story_get_title (CUT_STORY (story)), get_title (site)) != 0)
        add_heading (out, "2", cut_story_get_title (CUT_STORY (story)));
      add_paragraphs (out, "Standard", cut_story_get_summary (CUT_STORY (story)));
    }
}

/* Files. */

static char *
make_content (CutSite *site)
{
  g_autoptr (GPtrArray) claims = cut_site_sorted (site, CUT_KIND_CLAIM);
  g_autoptr (GPtrArray) sources = cut_site_sorted (site, CUT_KIND_SOURCE);
  g_autoptr (GPtrArray) clips = cut_page_index_clips (site);
  GString *out = g_string_new (XML_HEAD);

  cut_html_open (out, "office:document-content", "xmlns:office", OFFICE, "xmlns:text", TEXT, "xmlns:xlink", XLINK, "office:version", "1.2", NULL);
  cut_html_open (out, "office:body", NULL);
  cut_html_open (out, "office:text", NULL);
  g_string_append_c (out, '\n');
  add_stories (site, out);
  add_all (site, out, claims, word (site, N_("Claims")), add_claim);
  add_all (site, out, sources, word (site, N_("Sources")), add_source);
  add_all (site, out, clips, word (site, N_("Articles")), add_article);
  cut_html_close (out, "office:text");
  cut_html_close (out, "office:body");
  cut_html_close (out, "office:document-content");
  return g_string_free (out, FALSE);
}

static char *
make_meta (CutSite *site)
{
  GString *out = g_string_new (XML_HEAD);

  cut_html_open (out, "office:document-meta", "xmlns:office", OFFICE, "xmlns:meta", META, "xmlns:dc", DC, "office:version", "1.2", NULL);
  cut_html_open (out, "office:meta", NULL);
  cut_html_element (out, "meta:generator", "Cuttings", NULL);
  cut_html_element (out, "dc:title", get_title (site), NULL);
  cut_html_element (out, "dc:language", cut_words_get_language (site->words), NULL);
  cut_html_close (out, "office:meta");
  cut_html_close (out, "office:document-meta");
  return g_string_free (out, FALSE);
}

static char *
make_manifest (void)
{
  static const char *const files[] = { "content.xml", "meta.xml", "styles.xml" };
  GString *out = g_string_new (XML_HEAD);

  cut_html_open (out, "manifest:manifest", "xmlns:manifest", MANIFEST, "manifest:version", "1.2", NULL);
  cut_html_open (out, "manifest:file-entry", "manifest:full-path", "/", "manifest:version", "1.2", "manifest:media-type", TYPE, NULL);
  cut_html_close (out, "manifest:file-entry");
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      cut_html_open (out, "manifest:file-entry", "manifest:full-path", files[i], "manifest:media-type", "text/xml", NULL);
      cut_html_close (out, "manifest:file-entry");
    }
  cut_html_close (out, "manifest:manifest");
  return g_string_free (out, FALSE);
}

void
cut_out_dossier (CutSite    *site,
                 CutPackage *package)
{
  g_autoptr (GBytes) styles = g_resource_lookup_data (cut_bundle_get_resource (), STYLES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  cut_package_take_text (package, "mimetype", NULL, g_strdup (TYPE));
  cut_package_take_text (package, "content.xml", NULL, make_content (site));
  cut_package_take_text (package, "meta.xml", NULL, make_meta (site));
  cut_package_add (package, "styles.xml", NULL, styles);
  cut_package_take_text (package, "META-INF/manifest.xml", NULL, make_manifest ());
}
