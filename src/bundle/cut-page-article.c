/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-capture.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-evidence-files.h"
#include "cut-html.h"
#include "cut-page-text.h"
#include "cut-pages.h"

#define ROOT "../"

/* What a page says of its language and direction goes into ours only if it is a language tag, or a direction. */
static const char *
language_of (CutClip *clip)
{
  const char *tag = cut_clip_get_language (clip);

  return tag != NULL && g_regex_match_simple ("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", tag, 0, 0) ? tag : NULL;
}

static const char *
direction_of (CutClip    *clip,
              const char *fallback)
{
  const char *dir = cut_clip_get_dir (clip);

  return g_strcmp0 (dir, "rtl") == 0 || g_strcmp0 (dir, "ltr") == 0 ? dir : fallback;
}

/* Head. */

static void
write_head (CutSite   *site,
            GString   *page,
            CutRecord *record)
{
  CutClip *clip = CUT_CLIP (record);
  g_autofree char *title = cut_site_clip_title (site, record);
  g_autofree char *line = cut_site_clip_line (site, record);
  const char *url = cut_clip_get_canonical_url (clip) != NULL ? cut_clip_get_canonical_url (clip) : cut_clip_get_url (clip);

  cut_html_open (page, "header", "class", "article", "dir", direction_of (clip, NULL), NULL);
  cut_html_element (page, cut_site_level (site, 1), title, "dir", "auto", "lang", language_of (clip), NULL);
  cut_html_element (page, "p", cut_clip_get_standfirst (clip), "class", "standfirst", "dir", "auto", NULL);
  cut_html_element (page, "p", line, "class", "byline", "dir", "auto", NULL);
  if (url != NULL)
    {
      cut_html_open (page, "p", "class", "address", NULL);
      cut_html_link (page, url, url);
      cut_html_close (page, "p");
    }
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("Stories:")), cut_clip_get_stories (clip));
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("Tags:")), cut_clip_get_tags (clip));
  cut_html_close (page, "header");
}

/* Notes. */

static void
write_claim (CutSite   *site,
             GString   *page,
             CutRecord *record)
{
  g_autofree char *href = cut_site_href (site, ROOT, record);
  const char *status = cut_claim_get_status (CUT_CLAIM (record));

  cut_html_open (page, "p", "class", "claim", "dir", "auto", NULL);
  cut_html_element (page, "a", cut_claim_get_text (CUT_CLAIM (record)), "href", href, NULL);
  cut_html_close (page, "p");
  cut_html_element (page, "p", cut_words_get_vocab (site->words, CUT_VOCAB_CLAIM_STATUS, status), "class", "status", NULL);
}

static void
write_attributions (CutSite   *site,
                    GString   *page,
                    CutRecord *annotation)
{
  g_autoptr (GPtrArray) list = cut_site_referrers (site, cut_record_get_id (annotation), CUT_KIND_ATTRIBUTION);

  for (guint i = 0; i < list->len; i++)
    cut_site_chain (site, page, ROOT, g_ptr_array_index (list, i));
}

/* The number leads back to the words; where they are not in the text shown, they stand here. */
static void
write_note_head (CutSite       *site,
                 GString       *page,
                 const CutMark *mark,
                 const char    *number)
{
  CutAnnotation *annotation = CUT_ANNOTATION (mark->annotation);
  g_autofree char *back = g_strdup_printf ("#mark-%s", number);
  g_autofree char *label = cut_words_fill (cut_site_word (site, N_("Back to passage {number}")), "number", number, NULL);

  cut_html_open (page, "p", "class", "note-head", NULL);
  cut_html_element (page, mark->placed ? "a" : "span", number, "class", "number", "href", mark->placed ? back : NULL,
                    "aria-label", mark->placed ? label : NULL, NULL);
  g_string_append_c (page, ' ');
  cut_html_element (page, "span", cut_words_get_vocab (site->words, CUT_VOCAB_ANNOTATION_KIND,
                                                       cut_annotation_get_kind (annotation)), "class", "kind", NULL);
  cut_html_close (page, "p");
  if (!mark->placed)
    {
      cut_html_open (page, "blockquote", "dir", "auto", NULL);
      cut_html_element (page, "p", cut_annotation_get_selectors (annotation)->exact, NULL);
      cut_html_close (page, "blockquote");
    }
}

static void
write_note (GString       *page,
            const CutMark *mark,
            gpointer       data)
{
  CutSite *site = data;
  CutAnnotation *annotation = CUT_ANNOTATION (mark->annotation);
  CutRecord *claim = cut_site_find (site, cut_annotation_get_claim (annotation), CUT_KIND_CLAIM);
  const char *colour = cut_annotation_get_colour (annotation);
  g_autofree char *number = g_strdup_printf ("%u", mark->number);
  g_autofree char *id = g_strdup_printf ("note-%u", mark->number);
  g_autofree char *class = g_strdup_printf ("note %s %s", cut_annotation_get_kind (annotation), colour != NULL ? colour : "");
  g_autofree char *label = cut_words_fill (cut_site_word (site, N_("Note {number}")), "number", number, NULL);

  cut_html_open (page, "aside", "id", id, "class", class, "lang",
                 cut_words_get_language (site->words), "dir", "ltr", "aria-label", label, NULL);
  write_note_head (site, page, mark, number);
  cut_site_paragraphs (page, cut_annotation_get_body (annotation));
  if (claim != NULL)
    write_claim (site, page, claim);
  write_attributions (site, page, mark->annotation);
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("About:")), cut_annotation_get_entities (annotation));
  cut_site_objects (site, page, ROOT, cut_site_word (site, N_("Tags:")), cut_annotation_get_tags (annotation));
  cut_html_close (page, "aside");
}

static void
write_unplaced (CutSite   *site,
                GString   *page,
                GPtrArray *marks)
{
  gboolean open = FALSE;

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const CutMark *mark = g_ptr_array_index (marks, i);

      if (mark->placed)
        continue;
      if (!open)
        {
          cut_html_open (page, "section", "class", "unplaced", NULL);
          cut_html_element (page, cut_site_level (site, 2), cut_site_word (site, N_("Passages of earlier captures")), NULL);
        }
      open = TRUE;
      write_note (page, mark, site);
    }
  if (open)
    cut_html_close (page, "section");
}

/* Evidence. */

static void
write_file_link (CutSite    *site,
                 GString    *page,
                 const char *path,
                 const char *label,
                 gboolean    first)
{
  g_autofree char *entry = g_strconcat ("data/", path, NULL);
  g_autofree char *href = g_strconcat (ROOT, path, NULL);

  if (!cut_package_has (site->package, entry))
    return;
  if (!first)
    g_string_append (page, " · ");
  cut_html_element (page, "a", label, "href", href, NULL);
}

static void
write_capture (CutSite   *site,
               GString   *page,
               CutRecord *record)
{
  CutCapture *capture = CUT_CAPTURE (record);
  const char *from = cut_capture_get_final_url (capture) != NULL ? cut_capture_get_final_url (capture)
                                                                 : cut_capture_get_url (capture);
  g_autofree char *when = cut_words_get_time (site->words, cut_capture_get_fetched_at (capture));
  g_autofree char *evidence = cut_evidence_files_path (record);
  g_autofree char *text = g_strdup_printf ("text/%s.txt", cut_record_get_id (record));

  cut_html_open (page, "dl", NULL);
  cut_site_fact (page, cut_site_word (site, N_("Captured")), when);
  cut_site_fact (page, cut_site_word (site, N_("How")),
                 cut_words_get_vocab (site->words, CUT_VOCAB_HOW, cut_capture_get_how (capture)));
  cut_site_fact (page, cut_site_word (site, N_("From")), from);
  cut_html_open (page, "div", NULL);
  cut_html_element (page, "dt", "SHA-256", NULL);
  cut_html_open (page, "dd", NULL);
  cut_html_element (page, "code", cut_capture_get_sha256 (capture), NULL);
  cut_html_close (page, "dd");
  cut_html_close (page, "div");
  cut_html_close (page, "dl");
  /* Nothing lies beside a page that stands alone. */
  if (site->alone)
    return;
  cut_html_open (page, "p", NULL);
  write_file_link (site, page, evidence, cut_site_word (site, N_("The untouched capture")), TRUE);
  write_file_link (site, page, text, cut_site_word (site, N_("Plain text")), FALSE);
  cut_html_close (page, "p");
}

static void
write_evidence (CutSite   *site,
                GString   *page,
                CutRecord *clip)
{
  g_autoptr (GPtrArray) captures = cut_site_referrers (site, cut_record_get_id (clip), CUT_KIND_CAPTURE);

  if (captures->len == 0)
    return;
  cut_html_open (page, "section", "class", "evidence", "aria-label", cut_site_word (site, N_("Evidence")), NULL);
  cut_html_element (page, cut_site_level (site, 2), cut_site_word (site, N_("Evidence")), NULL);
  /* Newest first, as the text above is the newest's. */
  for (guint i = captures->len; i > 0; i--)
    write_capture (site, page, g_ptr_array_index (captures, i - 1));
  cut_html_close (page, "section");
}

/* Text. */

static void
write_text (CutSite   *site,
            GString   *page,
            CutRecord *record)
{
  CutClip *clip = CUT_CLIP (record);
  g_autoptr (CutPageText) text = cut_page_text_new (site, record);

  if (text == NULL)
    return;
  text->note = write_note;
  text->note_data = site;
  cut_html_open (page, "div", "class", "text", "lang", language_of (clip), "dir",
                 direction_of (clip, "auto"), NULL);
  cut_page_text_write (text, page);
  cut_html_close (page, "div");
}

void
cut_page_article_part (CutSite   *site,
                       GString   *page,
                       CutRecord *clip)
{
  const char *id = cut_record_get_id (clip);
  GPtrArray *marks = cut_site_marks (site, id);

  cut_html_open (page, "article", "id", site->alone ? id : NULL, NULL);
  write_head (site, page, clip);
  write_text (site, page, clip);
  cut_html_close (page, "article");
  write_unplaced (site, page, marks);
  write_evidence (site, page, clip);
}

void
cut_page_article_write (CutSite   *site,
                        CutRecord *clip)
{
  const char *id = cut_record_get_id (clip);
  g_autofree char *title = cut_site_clip_title (site, clip);
  g_autofree char *name = g_strdup_printf ("articles/%s.html", id);
  GString *page = cut_site_begin (site, title, ROOT, NULL);

  cut_page_article_part (site, page, clip);
  cut_site_end (site, page, name, id);
}
