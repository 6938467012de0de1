/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-find-bar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-folded.h"
#include "cut-search-hits.h"

#define CHECK_EVERY 65536 /* code points between two looks at the cancellable */

struct _CutFindBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkEditable *entry;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;

  CutReaderText *text;     /* (nullable): outlives the bar's use */
  GCancellable *searching; /* (owned) (nullable) */
  char *search;            /* (owned) (nullable): whose hits are shown, instead of the words of the entry */
  char *languages;         /* (owned) (nullable): in whose forms its words are found */
  char *shown;             /* (owned) (nullable): what the entry was set to for it */
  GArray *found;           /* (owned) (nullable) (element-type CutSearchHit) */
  int current;
  gboolean awaiting;       /* the current one is to come into view once the text is there */
};

enum
{
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutFindBar, cut_find_bar, GTK_TYPE_WIDGET)

static gboolean
stands_at (const CutFolded *hay,
           const CutFolded *needle,
           guint            at)
{
  return hay->chars[at] == needle->chars[0] && memcmp (hay->chars + at, needle->chars, needle->length * sizeof *needle->chars) == 0;
}

GArray *
cut_find_words (const char   *text,
                const char   *words,
                GCancellable *cancellable)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CutSearchHit));
  g_autoptr (CutFolded) hay = cut_folded_new (text);
  g_autoptr (CutFolded) needle = cut_folded_new (words);

  for (guint i = 0; needle->length > 0 && i + needle->length <= hay->length; i++)
    {
      CutSearchHit hit;

      if (i % CHECK_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
        break;
      if (!stands_at (hay, needle, i))
        continue;
      i += needle->length - 1;
      hit = (CutSearchHit) { hay->origins[i + 1 - needle->length], hay->origins[i] + 1 };
      g_array_append_val (found, hit);
    }
  return found;
}

typedef struct
{
  CutPage *page; /* (owned) */
  char *words;   /* (owned) */
  char *languages; /* (owned) (nullable) */
  gboolean hits; /* the words are a search, and what it finds is looked for */
  gboolean hidden;
} Search;

static void
search_free (Search *search)
{
  cut_page_unref (search->page);
  g_free (search->words);
  g_free (search->languages);
  g_free (search);
}

static const CutBlock *
get_block (GPtrArray *blocks,
           guint      index)
{
  return g_ptr_array_index (blocks, index);
}

/* Both lists go upwards, so one walk is enough. */
static void
drop_hidden (GArray        *found,
             const CutPage *page)
{
  GPtrArray *blocks = page->reading->blocks;
  guint block = 0;
  guint kept = 0;

  for (guint i = 0; i < found->len; i++)
    {
      CutSearchHit hit = g_array_index (found, CutSearchHit, i);
      const CutBlock *line = NULL;

      while (block < blocks->len && get_block (blocks, block)->end <= hit.start)
        block++;
      if (block < blocks->len)
        line = get_block (blocks, block);
      if (line == NULL || line->start > hit.start || !cut_page_hides (page, line))
        g_array_index (found, CutSearchHit, kept++) = hit;
    }
  g_array_set_size (found, kept);
}

static void
search_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Search *search = task_data;
  const char *text = search->page->reading->text;
  GArray *found = search->hits ? cut_search_hits (search->words, search->languages, text)
                                : cut_find_words (text, search->words, cancellable);

  if (search->hidden)
    drop_hidden (found, search->page);
  g_task_return_pointer (task, found, (GDestroyNotify) g_array_unref);
}

static void
show_count (CutFindBar *self)
{
  guint n = self->found != NULL ? self->found->len : 0;
  g_autofree char *text = NULL;

  gtk_widget_set_sensitive (self->previous, n > 0);
  gtk_widget_set_sensitive (self->next, n > 0);
  if (self->found == NULL)
    text = g_strdup ("");
  else if (n == 0)
    text = g_strdup (_("Not found"));
  else
    /* Translators: which of how many places found, as "3 of 12" */
    text = g_strdup_printf (_("%d of %u"), self->current + 1, n);
  gtk_label_set_label (self->count, text);
  if (self->found != NULL && n == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
show_current (CutFindBar *self)
{
  show_count (self);
  cut_reader_text_set_found (self->text, self->found, self->current);
  self->awaiting = self->current >= 0;
  cut_find_bar_text_filled (self);
}

/* A long text comes bit by bit. */
void
cut_find_bar_text_filled (CutFindBar *self)
{
  CutSearchHit hit;

  if (!self->awaiting || self->current < 0)
    return;
  hit = g_array_index (self->found, CutSearchHit, self->current);
  if (hit.end > cut_reader_text_get_filled (self->text))
    return;
  self->awaiting = FALSE;
  /* One who comes from the list goes on reading there, with the keys too. */
  cut_reader_text_show_range (self->text, hit.start, hit.end, self->search != NULL);
}

static int
find_first_from (CutFindBar *self,
                 guint       offset)
{
  for (guint i = 0; i < self->found->len; i++)
    if (g_array_index (self->found, CutSearchHit, i).start >= offset)
      return (int) i;
  return self->found->len > 0 ? 0 : -1;
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CutFindBar) self = user_data;
  GTask *task = G_TASK (result);
  Search *search = g_task_get_task_data (task);
  GArray *found = g_task_propagate_pointer (task, NULL);

  if (found == NULL)
    return;
  g_clear_object (&self->searching);
  self->found = found;
  if (search->hits)
    gtk_widget_set_visible (GTK_WIDGET (self), found->len > 0);
  self->current = find_first_from (self, cut_reader_text_get_caret (self->text));
  show_current (self);
}

static void
forget (CutFindBar *self)
{
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->found, g_array_unref);
  self->awaiting = FALSE;
  self->current = -1;
}

static Search *
search_new (CutFindBar *self,
            CutPage    *page,
            const char *words)
{
  Search *search = g_new0 (Search, 1);

  search->page = cut_page_ref (page);
  search->hits = self->search != NULL;
  search->words = search->hits ? g_strdup (self->search) : g_utf8_normalize (words, -1, G_NORMALIZE_NFC);
  search->languages = g_strdup (self->languages);
  search->hidden = page->hidden && !cut_reader_text_get_show_furniture (self->text);
  return search;
}

void
cut_find_bar_refresh (CutFindBar *self)
{
  CutPage *page = self->text != NULL ? cut_reader_text_get_page (self->text) : NULL;
  const char *words = gtk_editable_get_text (self->entry);
  g_autoptr (GTask) task = NULL;

  forget (self);
  if (page == NULL || (self->search == NULL && (*words == '\0' || !cut_find_bar_is_open (self))))
    {
      show_count (self);
      if (self->text != NULL)
        cut_reader_text_set_found (self->text, NULL, -1);
      return;
    }
  self->searching = g_cancellable_new ();
  /* Not the task's source, whose last reference might be given up in the thread. */
  task = g_task_new (NULL, self->searching, searched_cb, g_object_ref (self));
  g_task_set_source_tag (task, cut_find_bar_refresh);
  g_task_set_task_data (task, search_new (self, page, words), (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_thread);
}

void
cut_find_bar_go (CutFindBar *self,
                 int         steps)
{
  int n = self->found != NULL ? (int) self->found->len : 0;

  if (n == 0)
    return;
  self->current = (self->current + steps + n) % n;
  show_current (self);
}

/* Whoever changes the words looks for these, and no longer for what the search found. */
static void
typed_cb (CutFindBar *self)
{
  if (self->shown != NULL && strcmp (gtk_editable_get_text (self->entry), self->shown) == 0)
    return;
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->search, g_free);
  cut_find_bar_refresh (self);
}

static void
next_cb (CutFindBar *self)
{
  cut_find_bar_go (self, 1);
}

static void
previous_cb (CutFindBar *self)
{
  cut_find_bar_go (self, -1);
}

static gboolean
key_cb (CutFindBar      *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  if (keyval == GDK_KEY_Escape)
    cut_find_bar_close (self);
  else if (keyval == GDK_KEY_Return && (state & GDK_SHIFT_MASK) != 0)
    cut_find_bar_go (self, -1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
cut_find_bar_dispose (GObject *object)
{
  CutFindBar *self = CUT_FIND_BAR (object);

  forget (self);
  self->text = NULL;
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->languages, g_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cut_find_bar_parent_class)->dispose (object);
}

static void
cut_find_bar_class_init (CutFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_find_bar_dispose;
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/reader/cut-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CutFindBar, box);
  gtk_widget_class_bind_template_child (widget_class, CutFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, CutFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, CutFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, CutFindBar, next);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cut_find_bar_close);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
}

static void
cut_find_bar_init (CutFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->current = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  show_count (self);
}

GtkWidget *
cut_find_bar_new (void)
{
  return g_object_new (CUT_TYPE_FIND_BAR, NULL);
}

void
cut_find_bar_set_text (CutFindBar    *self,
                       CutReaderText *text)
{
  self->text = text;
}

gboolean
cut_find_bar_is_open (CutFindBar *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

void
cut_find_bar_open (CutFindBar *self,
                   const char *words)
{
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (words != NULL)
    gtk_editable_set_text (self->entry, words);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  if (self->search == NULL)
    cut_find_bar_refresh (self);
}

void
cut_find_bar_set_search (CutFindBar *self,
                         const char *search,
                         const char *languages,
                         const char *words)
{
  gboolean before = self->search != NULL;

  if (g_strcmp0 (self->search, search) == 0 && g_strcmp0 (self->languages, languages) == 0)
    return;
  if (search != NULL || before)
    {
      /* On its way to other words the entry is empty, as if somebody had typed that. */
      gtk_editable_set_text (self->entry, words != NULL ? words : "");
      g_free (self->shown);
      self->shown = g_strdup (words != NULL ? words : "");
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    }
  g_free (self->search);
  self->search = g_strdup (search);
  g_free (self->languages);
  self->languages = g_strdup (languages);
}

/* What was found is selected, as if by hand: it can be marked by a key. */
static void
select_current (CutFindBar *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  CutSearchHit hit = g_array_index (self->found, CutSearchHit, self->current);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) hit.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) hit.end);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

void
cut_find_bar_close (CutFindBar *self)
{
  if (!cut_find_bar_is_open (self))
    return;
  if (self->current >= 0 && cut_reader_text_get_page (self->text) != NULL)
    select_current (self);
  g_clear_pointer (&self->search, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  cut_find_bar_refresh (self);
  g_signal_emit (self, signals[CLOSED], 0);
}
