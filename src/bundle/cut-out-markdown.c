/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-out-markdown.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-capture.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-evidence-files.h"
#include "cut-exchange.h"
#include "cut-markdown-text.h"
#include "cut-markdown.h"
#include "cut-pages.h"
#include "cut-source.h"
#include "cut-story.h"

/* Names of files that others link to. */
#define ARTICLES "Articles"
#define CLAIMS "Claims"
#define SOURCES "Sources"
#define PICTURES "Pictures"
#define INDEX "Index"

typedef struct
{
  CutSite *site;
  GHashTable *names; /* (owned): mark → name of its block */
  GHashTable *files; /* (owned) (nullable): clip id → its file, where each has one */
  GHashTable *taken; /* (owned): names of files */
} Markdown;

static Markdown *
markdown_new (CutSite  *site,
              gboolean  files)
{
  Markdown *self = g_new0 (Markdown, 1);

  self->site = site;
  self->names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (files)
    self->files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  return self;
}

static void
markdown_free (Markdown *self)
{
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->taken);
  g_clear_pointer (&self->files, g_hash_table_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Markdown, markdown_free)

static const char *
word (const Markdown *self,
      const char     *message)
{
  return cut_site_word (self->site, message);
}

static void
add_heading (Markdown   *self,
             GString    *out,
             guint       level,
             const char *text)
{
  g_string_append_printf (out, "%.*s ", (int) CLAMP (level + self->site->deeper, 1, 6), "######");
  cut_markdown_text (out, text);
  g_string_append (out, "\n\n");
}

/* Paragraphs of plain text. */
static void
add_paragraphs (GString    *out,
                const char *text)
{
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      {
        cut_markdown_text (out, lines[i]);
        g_string_append (out, "\n\n");
      }
}

static void
add_fact (GString    *out,
          const char *label,
          const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (out, "- %s: ", label);
  cut_markdown_text (out, value);
  g_string_append_c (out, '\n');
}

/* An empty line behind a list, if there was one. */
static void
end_list (GString *out)
{
  if (!g_str_has_suffix (out->str, "\n\n"))
    g_string_append_c (out, '\n');
}

/* Links. */

static void
link_to_mark (Markdown   *self,
              GString    *out,
              CutRecord  *annotation,
              const char *label)
{
  const CutMark *mark = g_hash_table_lookup (self->site->marks, cut_record_get_id (annotation));
  const char *block = mark != NULL ? g_hash_table_lookup (self->names, mark) : NULL;
  const char *file = mark != NULL && mark->clip != NULL && self->files != NULL
                         ? g_hash_table_lookup (self->files, cut_record_get_id (mark->clip))
                         : "";

  if (block != NULL && file != NULL)
    cut_markdown_link (out, file, block, label);
  else
    cut_markdown_text (out, label);
}

static void
link_to (Markdown   *self,
         GString    *out,
         CutRecord  *record,
         const char *label)
{
  CutKind kind = cut_record_get_kind (record);
  g_autofree char *block = g_strdup_printf ("%s-%s", cut_kind_get_name (kind), cut_record_get_id (record));

  if (kind == CUT_KIND_CLAIM || kind == CUT_KIND_SOURCE)
    cut_markdown_link (out, self->files == NULL ? "" : kind == CUT_KIND_CLAIM ? CLAIMS : SOURCES, block, label);
  else if (kind == CUT_KIND_CLIP && self->files != NULL)
    cut_markdown_link (out, g_hash_table_lookup (self->files, cut_record_get_id (record)), NULL, label);
  else if (kind == CUT_KIND_CLIP)
    cut_markdown_link (out, "", block, label);
  else if (kind == CUT_KIND_ANNOTATION)
    link_to_mark (self, out, record, label);
  else
    cut_markdown_text (out, label);
}

static void
add_object (Markdown   *self,
            GString    *out,
            const char *id)
{
  CutRecord *record = cut_site_find (self->site, id, CUT_KIND_NONE);
  g_autofree char *title = NULL;

  if (record == NULL)
    {
      g_string_append (out, word (self, N_("withheld")));
      return;
    }
  title = cut_record_get_kind (record) == CUT_KIND_CLIP ? cut_site_clip_title (self->site, record) : cut_record_get_title (record);
  link_to (self, out, record, title);
}

static void
add_objects (Markdown          *self,
             GString           *out,
             const char        *label,
             const char *const *ids)
{
  if (ids[0] == NULL)
    return;
  g_string_append_printf (out, "- %s", label);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? ", " : " ");
      add_object (self, out, ids[i]);
    }
  g_string_append_c (out, '\n');
}

/* What a block is called that links lead to, at the end of its line. */
static void
name_record (GString   *out,
             CutRecord *record)
{
  g_string_append_printf (out, " ^%s-%s\n", cut_kind_get_name (cut_record_get_kind (record)), cut_record_get_id (record));
}

/* Attributions. */

/* Source → via → outlet, then stance and terms. */
static void
add_chain (Markdown  *self,
           GString   *out,
           CutRecord *record)
{
  CutAttribution *attribution = CUT_ATTRIBUTION (record);
  const char *const *via = cut_attribution_get_via (attribution);
  CutRecord *mark = cut_site_find (self->site, cut_attribution_get_annotation (attribution), CUT_KIND_ANNOTATION);
  CutRecord *clip = mark != NULL ? cut_site_find (self->site, cut_annotation_get_clip (CUT_ANNOTATION (mark)), CUT_KIND_CLIP) : NULL;
  g_autoptr (GPtrArray) manner = cut_site_manner (self->site, record);

  g_string_append (out, "- ");
  if (cut_attribution_get_source (attribution) != NULL)
    add_object (self, out, cut_attribution_get_source (attribution));
  else
    g_string_append (out, word (self, N_("Source not named")));
  for (guint i = 0; via[i] != NULL; i++)
    {
      g_string_append (out, " → ");
      add_object (self, out, via[i]);
    }
  if (clip != NULL)
    {
      g_autofree char *title = cut_site_clip_title (self->site, clip);

      g_string_append (out, " → ");
      link_to_mark (self, out, mark, cut_out_reference_outlet (clip) != NULL ? cut_out_reference_outlet (clip) : title);
    }
  for (guint i = 0; i < manner->len; i++)
    {
      g_string_append (out, " · ");
      cut_markdown_text (out, g_ptr_array_index (manner, i));
    }
  g_string_append_c (out, '\n');
}

/* The words of the passage, below the chain. */
static void
add_passage (Markdown  *self,
             GString   *out,
             CutRecord *attribution)
{
  CutRecord *mark = cut_site_find (self->site, cut_attribution_get_annotation (CUT_ATTRIBUTION (attribution)), CUT_KIND_ANNOTATION);
  const CutSelector *selector = mark != NULL ? cut_annotation_get_selectors (CUT_ANNOTATION (mark)) : NULL;

  if (selector == NULL)
    return;
  g_string_append_c (out, '\n');
  cut_markdown_quote (out, "    ", selector->exact);
}

/* Those of a claim, a source or a passage. */
static void
add_chains (Markdown  *self,
            GString   *out,
            CutRecord *record)
{
  g_autoptr (GPtrArray) attributions = cut_site_referrers (self->site, cut_record_get_id (record), CUT_KIND_ATTRIBUTION);

  for (guint i = 0; i < attributions->len; i++)
    {
      CutRecord *attribution = g_ptr_array_index (attributions, i);
      const char *claim[] = { cut_attribution_get_claim (CUT_ATTRIBUTION (attribution)), NULL };

      /* With a source it is not said yet which claim it is. */
      if (cut_record_get_kind (record) == CUT_KIND_SOURCE)
        add_objects (self, out, word (self, N_("Claim:")), claim);
      add_chain (self, out, attribution);
      if (cut_record_get_kind (record) == CUT_KIND_CLAIM)
        add_passage (self, out, attribution);
    }
}

/* Notes. */

static void
add_note (Markdown      *self,
          GString       *out,
          const CutMark *mark)
{
  CutAnnotation *annotation = CUT_ANNOTATION (mark->annotation);
  const char *kind = cut_words_get_vocab (self->site->words, CUT_VOCAB_ANNOTATION_KIND, cut_annotation_get_kind (annotation));
  g_autofree char *heading = g_strdup_printf ("%u · %s", mark->number, kind);
  const char *claim[] = { cut_annotation_get_claim (annotation), NULL };

  add_heading (self, out, 3, heading);
  cut_markdown_quote (out, "", cut_annotation_get_selectors (annotation)->exact);
  if (g_hash_table_contains (self->names, mark))
    {
      cut_markdown_link (out, "", g_hash_table_lookup (self->names, mark), word (self, N_("In the text")));
      g_string_append (out, "\n\n");
    }
  /* Notes are written in Markdown. */
  if (cut_annotation_get_body (annotation) != NULL)
    g_string_append_printf (out, "%s\n\n", cut_annotation_get_body (annotation));
  add_objects (self, out, word (self, N_("Claim:")), claim);
  add_objects (self, out, word (self, N_("About:")), cut_annotation_get_entities (annotation));
  add_objects (self, out, word (self, N_("Tags:")), cut_annotation_get_tags (annotation));
  add_chains (self, out, mark->annotation);
  end_list (out);
}

static void
add_notes (Markdown  *self,
           GString   *out,
           CutRecord *clip)
{
  GPtrArray *marks = cut_site_marks (self->site, cut_record_get_id (clip));

  if (marks == NULL)
    return;
  add_heading (self, out, 2, word (self, N_("Notes")));
  for (guint i = 0; i < marks->len; i++)
    add_note (self, out, g_ptr_array_index (marks, i));
}

/* Articles. */

static char **
titles_of (Markdown          *self,
           const char *const *ids)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      CutRecord *record = cut_site_find (self->site, ids[i], CUT_KIND_NONE);
      g_autofree char *title = record != NULL ? cut_record_get_title (record) : NULL;

      if (title != NULL)
        g_strv_builder_add (titles, title);
    }
  return g_strv_builder_end (titles);
}

/* A tag of Obsidian has letters, digits, "_", "-" and "/". */
static char **
tags_of (Markdown          *self,
         const char *const *ids)
{
  char **tags = titles_of (self, ids);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      GString *tag = g_string_new (NULL);

      for (const char *at = tags[i]; *at != '\0'; at = g_utf8_next_char (at))
        {
          gunichar c = g_utf8_get_char (at);

          if (g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '_' || c == '/')
            g_string_append_unichar (tag, c);
          else if (tag->len > 0 && tag->str[tag->len - 1] != '-')
            g_string_append_c (tag, '-');
        }
      g_free (tags[i]);
      tags[i] = g_string_free (tag, FALSE);
    }
  return tags;
}

static char *
capture_time (CutRecord *capture)
{
  gint64 time = capture != NULL ? cut_capture_get_fetched_at (CUT_CAPTURE (capture)) : 0;

  return time != 0 ? cut_time_format (time) : NULL;
}

static void
add_front_matter (Markdown  *self,
                  GString   *out,
                  CutRecord *record)
{
  CutClip *clip = CUT_CLIP (record);
  CutRecord *capture = g_hash_table_lookup (self->site->shown, cut_record_get_id (record));
  const CutDate *published = cut_clip_get_published (clip);
  g_autofree char *urn = cut_out_urn (cut_record_get_id (record));
  g_autofree char *title = cut_site_clip_title (self->site, record);
  g_autofree char *url = cut_out_reference_url (record);
  g_autofree char *captured = capture_time (capture);
  g_auto (GStrv) stories = titles_of (self, cut_clip_get_stories (clip));
  g_auto (GStrv) tags = tags_of (self, cut_clip_get_tags (clip));

  g_string_append (out, "---\n");
  cut_markdown_property (out, "title", title);
  cut_markdown_property (out, "id", urn);
  cut_markdown_property (out, "kind", cut_clip_get_kind (clip));
  cut_markdown_properties (out, "authors", cut_clip_get_authors (clip));
  cut_markdown_property (out, "outlet", cut_out_reference_outlet (record));
  cut_markdown_property (out, "published", published != NULL ? cut_date_get_value (published) : NULL);
  cut_markdown_property (out, "url", url);
  cut_markdown_property (out, "captured", captured);
  cut_markdown_property (out, "sha256", capture != NULL ? cut_capture_get_sha256 (CUT_CAPTURE (capture)) : NULL);
  cut_markdown_property (out, "language", cut_clip_get_language (clip));
  cut_markdown_properties (out, "stories", (const char *const *) stories);
  cut_markdown_properties (out, "tags", (const char *const *) tags);
  g_string_append (out, "---\n\n");
}

/* What the front matter says where the article has a file of its own. */
static void
add_facts (Markdown  *self,
           GString   *out,
           CutRecord *record)
{
  CutRecord *capture = g_hash_table_lookup (self->site->shown, cut_record_get_id (record));
  g_autofree char *line = cut_site_clip_line (self->site, record);
  g_autofree char *url = cut_out_reference_url (record);
  g_autofree char *captured = capture_time (capture);

  cut_markdown_text (out, *line != '\0' ? line : word (self, N_("Untitled article")));
  name_record (out, record);
  g_string_append_c (out, '\n');
  if (url != NULL)
    g_string_append_printf (out, "- <%s>\n", url);
  add_fact (out, word (self, N_("Captured")), captured);
  add_fact (out, "SHA-256", capture != NULL ? cut_capture_get_sha256 (CUT_CAPTURE (capture)) : NULL);
  add_objects (self, out, word (self, N_("Stories:")), cut_clip_get_stories (CUT_CLIP (record)));
  add_objects (self, out, word (self, N_("Tags:")), cut_clip_get_tags (CUT_CLIP (record)));
  g_string_append_c (out, '\n');
}

static void
add_article (Markdown  *self,
             GString   *out,
             CutRecord *clip,
             guint      number)
{
  g_autoptr (CutPageText) text = cut_page_text_new (self->site, clip);
  g_autofree char *title = cut_site_clip_title (self->site, clip);

  add_heading (self, out, 1, title);
  if (number > 0)
    add_facts (self, out, clip);
  add_paragraphs (out, cut_clip_get_standfirst (CUT_CLIP (clip)));
  if (text != NULL)
    {
      text->number = number;
      cut_markdown_article (text, out, self->files != NULL ? "../" PICTURES : NULL, self->names);
    }
  add_notes (self, out, clip);
}

/* Claims and sources. */

static void
add_claim (Markdown  *self,
           GString   *out,
           CutRecord *record)
{
  CutClaim *claim = CUT_CLAIM (record);
  g_autofree char *date = cut_claim_get_fact_date (claim) != NULL ? cut_words_get_date (self->site->words, cut_claim_get_fact_date (claim)) : NULL;

  add_heading (self, out, 2, cut_claim_get_text (claim));
  g_string_append_printf (out, "%s: %s", word (self, N_("Status")),
                          cut_words_get_vocab (self->site->words, CUT_VOCAB_CLAIM_STATUS, cut_claim_get_status (claim)));
  name_record (out, record);
  g_string_append_c (out, '\n');
  add_fact (out, word (self, N_("Date of the fact")), date);
  add_fact (out, word (self, N_("Place")), cut_claim_get_place (claim));
  add_objects (self, out, word (self, N_("Supports:")), cut_claim_get_supports (claim));
  add_objects (self, out, word (self, N_("Contradicts:")), cut_claim_get_contradicts (claim));
  add_objects (self, out, word (self, N_("About:")), cut_claim_get_entities (claim));
  end_list (out);
  add_chains (self, out, record);
  end_list (out);
  add_paragraphs (out, cut_claim_get_note (claim));
}

static void
add_source (Markdown  *self,
            GString   *out,
            CutRecord *record)
{
  CutSource *source = CUT_SOURCE (record);

  add_heading (self, out, 2, cut_source_get_label (source));
  g_string_append_printf (out, "%s: %s", word (self, N_("Kind")),
                          cut_words_get_vocab (self->site->words, CUT_VOCAB_SOURCE_KIND, cut_source_get_kind (source)));
  name_record (out, record);
  g_string_append_c (out, '\n');
  add_paragraphs (out, cut_source_get_description (source));
  add_chains (self, out, record);
  end_list (out);
}

static void
add_all (Markdown    *self,
         GString     *out,
         CutKind      kind,
         const char  *title,
         void       (*add) (Markdown *self, GString *out, CutRecord *record))
{
  g_autoptr (GPtrArray) records = cut_site_sorted (self->site, kind);

  if (records->len == 0)
    return;
  add_heading (self, out, 1, title);
  for (guint i = 0; i < records->len; i++)
    add (self, out, g_ptr_array_index (records, i));
}

/* One file. */

static void
add_stories (Markdown *self,
             GString  *out)
{
  g_autoptr (GPtrArray) stories = cut_site_sorted (self->site, CUT_KIND_STORY);

  for (guint i = 0; i < stories->len; i++)
    {
      add_heading (self, out, 2, cut_story_get_title (g_ptr_array_index (stories, i)));
      add_paragraphs (out, cut_story_get_summary (g_ptr_array_index (stories, i)));
    }
}

static void
add_cover (Markdown *self,
           GString  *out)
{
  const char *title = self->site->content->title;

  add_heading (self, out, 1, title != NULL && *title != '\0' ? title : word (self, N_("Bundle")));
  add_stories (self, out);
}

char *
cut_out_markdown (CutSite *site)
{
  g_autoptr (Markdown) self = markdown_new (site, FALSE);
  g_autoptr (GPtrArray) clips = cut_page_index_clips (site);
  GString *out = g_string_new (NULL);

  if (clips->len == 1)
    add_front_matter (self, out, g_ptr_array_index (clips, 0));
  else
    add_cover (self, out);
  site->deeper = clips->len == 1 ? 0 : 1;
  for (guint i = 0; i < clips->len; i++)
    add_article (self, out, g_ptr_array_index (clips, i), clips->len == 1 ? 0 : i + 1);
  site->deeper = 1;
  add_all (self, out, CUT_KIND_CLAIM, word (self, N_("Claims")), add_claim);
  add_all (self, out, CUT_KIND_SOURCE, word (self, N_("Sources")), add_source);
  return g_string_free (out, FALSE);
}

/* A folder. */

static void
add_file (CutPackage *package,
          const char *name,
          const char *object,
          GString    *out)
{
  g_autofree char *path = g_strconcat (name, ".md", NULL);

  cut_package_take_text (package, path, object, g_string_free (out, FALSE));
}

/* Before anything links to them. */
static void
name_files (Markdown  *self,
            GPtrArray *clips)
{
  for (guint i = 0; i < clips->len; i++)
    {
      CutRecord *clip = g_ptr_array_index (clips, i);
      g_autofree char *title = cut_site_clip_title (self->site, clip);
      g_autofree char *name = cut_markdown_file_name (title, self->taken);

      g_hash_table_insert (self->files, (gpointer) cut_record_get_id (clip), g_strconcat (ARTICLES "/", name, NULL));
    }
}

static void
add_pictures (Markdown   *self,
              CutPackage *package,
              CutRecord  *clip)
{
  CutRecord *capture = g_hash_table_lookup (self->site->shown, cut_record_get_id (clip));
  g_autoptr (GHashTable) images = capture != NULL ? cut_evidence_files_images (capture) : NULL;
  GHashTableIter iter;
  gpointer path;

  if (images == NULL)
    return;
  g_hash_table_iter_init (&iter, images);
  while (g_hash_table_iter_next (&iter, NULL, &path))
    {
      const char *file = strrchr (path, '/') + 1;
      g_autofree char *name = g_strconcat (PICTURES "/", file, NULL);
      g_autofree char *hash = g_strndup (file, strcspn (file, "."));

      cut_package_add_blob (package, name, cut_record_get_id (clip), hash);
    }
}

static void
add_index (Markdown   *self,
           CutPackage *package,
           GPtrArray  *clips)
{
  GString *out = g_string_new (NULL);

  add_cover (self, out);
  add_heading (self, out, 2, word (self, N_("Articles")));
  for (guint i = 0; i < clips->len; i++)
    {
      g_string_append (out, "- ");
      add_object (self, out, cut_record_get_id (g_ptr_array_index (clips, i)));
      g_string_append_c (out, '\n');
    }
  add_file (package, INDEX, NULL, out);
}

void
cut_out_markdown_folder (CutSite    *site,
                         CutPackage *package)
{
  g_autoptr (Markdown) self = markdown_new (site, TRUE);
  g_autoptr (GPtrArray) clips = cut_page_index_clips (site);
  GString *claims = g_string_new (NULL);
  GString *sources = g_string_new (NULL);

  name_files (self, clips);
  for (guint i = 0; i < clips->len; i++)
    {
      CutRecord *clip = g_ptr_array_index (clips, i);
      GString *out = g_string_new (NULL);

      add_front_matter (self, out, clip);
      add_article (self, out, clip, 0);
      add_file (package, g_hash_table_lookup (self->files, cut_record_get_id (clip)), cut_record_get_id (clip), out);
      add_pictures (self, package, clip);
    }
  add_all (self, claims, CUT_KIND_CLAIM, word (self, N_("Claims")), add_claim);
  add_all (self, sources, CUT_KIND_SOURCE, word (self, N_("Sources")), add_source);
  add_file (package, CLAIMS, NULL, claims);
  add_file (package, SOURCES, NULL, sources);
  add_index (self, package, clips);
}
