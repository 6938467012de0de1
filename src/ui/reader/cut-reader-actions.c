/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-date-text.h"
#include "cut-marking.h"
#include "cut-reader-keys.h"
#include "cut-reader-link.h"
#include "cut-reader-view-private.h"
#include "cut-toast.h"

/* Acts. */

static void
say (CutReaderView *self,
     const char    *sentence)
{
  cut_toast (GTK_WIDGET (self), sentence, FALSE);
}

/* @act: (transfer full) (nullable): NULL where @error tells why there is none */
static gboolean
commit (CutReaderView *self,
        CutAct        *act,
        const GError  *error)
{
  if (act == NULL)
    {
      if (error != NULL)
        say (self, error->message);
      return FALSE;
    }
  cut_notebook_commit_async (self->notebook, act, NULL, cut_toast_committed_cb, g_object_ref (self));
  return TRUE;
}

static void
unselect (CutReaderView *self,
          guint          caret)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) caret);
  self->moving = TRUE;
  gtk_text_buffer_place_cursor (buffer, &iter);
  self->moving = FALSE;
}

static gboolean
wants_words (const char *kind)
{
  return strcmp (kind, "highlight") != 0 && strcmp (kind, "quote") != 0;
}

static void
commit_mark (CutReaderView *self,
             CutAct        *act,
             CutRecord     *annotation,
             guint          caret,
             GError        *error)
{
  if (!commit (self, act, error))
    return;
  unselect (self, caret);
  cut_reader_view_await (self, cut_record_get_id (annotation),
                         wants_words (cut_annotation_get_kind (CUT_ANNOTATION (annotation))), TRUE);
}

/* Entities: words that name a known one are tied to it. */

typedef struct
{
  CutReaderView *self; /* (owned) */
  CutReading *reading; /* (owned) */
  char *name;          /* (owned) */
  guint start;
  guint end;
} Naming;

static void
naming_free (Naming *naming)
{
  g_object_unref (naming->self);
  cut_reading_unref (naming->reading);
  g_free (naming->name);
  g_free (naming);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Naming, naming_free)

static void
mark_entity (Naming    *naming,
             CutRecord *entity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) annotation = NULL;
  CutAct *act = cut_marking_entity (naming->reading, naming->start, naming->end, entity, NULL, &annotation, &error);

  commit_mark (naming->self, act, annotation, naming->end, error);
}

static void
got_entity_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Naming) naming = user_data;
  g_autoptr (CutRecord) entity = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, NULL);

  mark_entity (naming, entity);
}

static const char *
find_named (GPtrArray  *names,
            const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *other = cut_row_get_title (g_ptr_array_index (names, i));
      g_autofree char *other_folded = g_utf8_casefold (other != NULL ? other : "", -1);

      if (strcmp (other_folded, folded) == 0)
        return cut_row_get_id (g_ptr_array_index (names, i));
    }
  return NULL;
}

static void
completed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Naming) naming = user_data;
  g_autoptr (GPtrArray) rows = cut_notebook_complete_finish (CUT_NOTEBOOK (source), result, NULL);
  const char *id = find_named (rows, naming->name);

  if (id == NULL)
    mark_entity (naming, NULL);
  else
    cut_notebook_get_async (CUT_NOTEBOOK (source), id, NULL, got_entity_cb, g_steal_pointer (&naming));
}

static char *
get_words (CutReaderView *self,
           guint          start,
           guint          end)
{
  return g_utf8_substring (self->page->reading->text, (glong) start, (glong) end);
}

static void
start_entity (CutReaderView *self,
              guint          start,
              guint          end)
{
  Naming *naming = g_new0 (Naming, 1);

  naming->self = g_object_ref (self);
  naming->reading = cut_reading_ref (self->page->reading);
  naming->start = start;
  naming->end = end;
  naming->name = g_strstrip (get_words (self, start, end));
  cut_notebook_complete_async (self->notebook, CUT_KIND_ENTITY, naming->name, 8, NULL, completed_cb, naming);
}

void
cut_reader_view_mark (CutReaderView *self,
                      const char    *kind,
                      const char    *colour)
{
  g_autoptr (CutRecord) annotation = NULL;
  g_autoptr (GError) error = NULL;
  CutAct *act;
  guint start, end;

  if (!cut_reader_view_get_selection (self, &start, &end))
    {
      start = end = cut_reader_text_get_caret (self->text);
      if (strcmp (kind, "entity") == 0 && self->page != NULL)
        cut_reader_view_link_mention (self, start, end, NULL);
      return;
    }
  if (strcmp (kind, "entity") == 0)
    {
      cut_reader_view_link_mention (self, start, end, start_entity);
      return;
    }
  if (strcmp (kind, "claim") == 0)
    act = cut_marking_claim (self->page->reading, start, end, NULL, NULL, &annotation, NULL, NULL, &error);
  else
    act = cut_marking_annotate (self->page->reading, kind, start, end, colour, &annotation, &error);
  commit_mark (self, act, annotation, end, error);
}

/* The caret stands behind a mark that was just made. */
static const CutMark *
find_mark_at_caret (CutReaderView *self)
{
  guint caret = cut_reader_text_get_caret (self->text);
  const CutMark *mark = NULL;

  if (self->page != NULL)
    mark = cut_page_find_mark_at (self->page, caret);
  if (mark == NULL && self->page != NULL && caret > 0)
    mark = cut_page_find_mark_at (self->page, caret - 1);
  return mark;
}

static void
recolour (CutReaderView *self,
          const char    *colour)
{
  const CutMark *mark = find_mark_at_caret (self);
  CutAct *act;

  if (mark == NULL || g_strcmp0 (colour, cut_annotation_get_colour (mark->annotation)) == 0)
    return;
  act = cut_act_new (_("Change Colour"));
  cut_act_take (act, cut_record_with (CUT_RECORD (mark->annotation), "colour", colour, NULL));
  commit (self, act, NULL);
}

static void
set_counts (CutReaderView *self,
            guint          offset,
            gboolean       counts)
{
  g_autoptr (GError) error = NULL;
  CutAct *act;

  if (self->page == NULL)
    return;
  act = cut_marking_set_counts (self->page->reading, offset, counts, &error);
  commit (self, act, error);
}

void
cut_reader_view_set_published (CutReaderView *self,
                               CutDate       *date)
{
  CutAct *act;

  if (self->page == NULL)
    return;
  act = cut_act_new (_("Set Publication Date"));
  cut_act_take (act, cut_record_with (self->page->reading->clip, "published", date, NULL));
  commit (self, act, NULL);
}

/* Quoting. */

static char *
get_origin (CutReaderView *self)
{
  CutClip *clip = CUT_CLIP (self->page->reading->clip);
  g_autofree char *title = cut_record_get_title (self->page->reading->clip);
  g_autofree char *date = cut_date_to_text (cut_clip_get_published (clip));
  const char *parts[5] = { NULL };
  guint n = 0;

  parts[n++] = title;
  if (cut_clip_get_site_name (clip) != NULL)
    parts[n++] = cut_clip_get_site_name (clip);
  if (date != NULL)
    parts[n++] = date;
  if (cut_clip_get_canonical_url (clip) != NULL)
    parts[n++] = cut_clip_get_canonical_url (clip);
  else if (cut_clip_get_url (clip) != NULL)
    parts[n++] = cut_clip_get_url (clip);
  return g_strjoinv (", ", (char **) parts);
}

static void
copy_quote (CutReaderView *self)
{
  GdkContentProvider *forms[2];
  g_autoptr (GdkContentProvider) both = NULL;
  g_autofree char *words = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *text = NULL;
  char *html;
  guint start, end;

  if (!cut_reader_view_get_selection (self, &start, &end))
    return;
  words = get_words (self, start, end);
  origin = get_origin (self);
  /* Translators: quoted words, and where they are from */
  text = g_strdup_printf (_("“%s” (%s)"), words, origin);
  html = g_markup_printf_escaped ("<blockquote>%s</blockquote><p>%s</p>", words, origin);
  forms[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  forms[1] = gdk_content_provider_new_for_bytes ("text/html", g_bytes_new_take (html, strlen (html)));
  both = gdk_content_provider_new_union (forms, 2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
}

/* Actions. */

static void
mark_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  cut_reader_view_mark (CUT_READER_VIEW (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
colour_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CutReaderView *self = CUT_READER_VIEW (widget);
  const char *colour = g_variant_get_string (parameter, NULL);

  if (cut_reader_view_get_selection (self, NULL, NULL))
    cut_reader_view_mark (self, "highlight", colour);
  else
    recolour (self, colour);
}

static void
toggle_counts_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  CutReaderView *self = CUT_READER_VIEW (widget);
  guint caret = cut_reader_text_get_caret (self->text);
  const CutBlock *block = self->page != NULL ? cut_page_get_block (self->page, caret) : NULL;

  if (block != NULL && cut_block_can_count (block))
    set_counts (self, block->start, !cut_block_counts (block));
}

static void
set_counts_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  CutReaderView *self = CUT_READER_VIEW (widget);
  gboolean counts;
  guint offset;

  g_variant_get (parameter, "(ub)", &offset, &counts);
  set_counts (self, offset, counts);
}

static void
activate_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  CutReaderView *self = CUT_READER_VIEW (widget);
  guint caret = cut_reader_text_get_caret (self->text);
  const CutMark *mark;

  if (self->page == NULL || cut_reader_link_open (self->text, caret))
    return;
  mark = cut_page_find_mark_at (self->page, caret);
  if (mark != NULL)
    cut_reader_view_activate (self, cut_record_get_id (CUT_RECORD (mark->annotation)), TRUE);
}

static void
next_proposal_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  CutReaderView *self = CUT_READER_VIEW (widget);

  if (self->page != NULL && !cut_reader_view_next_proposal (self))
    say (self, _("Nothing is proposed for this text"));
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CutReaderView *self = CUT_READER_VIEW (widget);
  g_autofree char *words = NULL;
  guint start, end;

  if (cut_reader_view_get_selection (self, &start, &end) && end - start < 100)
    words = get_words (self, start, end);
  cut_find_bar_open (self->find_bar, words != NULL && strchr (words, '\n') == NULL ? words : NULL);
}

static void
find_step_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  cut_find_bar_go (CUT_READER_VIEW (widget)->find_bar, strcmp (name, "reader.find-next") == 0 ? 1 : -1);
}

static void
scale_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CutReaderView *self = CUT_READER_VIEW (widget);
  double scale = 1.0;

  if (strcmp (name, "reader.text-larger") == 0)
    scale = cut_reader_text_step_scale (self->text_scale, 1);
  else if (strcmp (name, "reader.text-smaller") == 0)
    scale = cut_reader_text_step_scale (self->text_scale, -1);
  g_object_set (self, "text-scale", scale, NULL);
}

static void
copy_quote_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  copy_quote (CUT_READER_VIEW (widget));
}

static void
bind (GtkWidgetClass  *widget_class,
      guint            keyval,
      GdkModifierType  state,
      const char      *action)
{
  gtk_widget_class_add_binding_action (widget_class, keyval, state, action, NULL);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  bind (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "reader.find");
  bind (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "reader.find-next");
  bind (widget_class, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reader.find-previous");
  bind (widget_class, GDK_KEY_F3, 0, "reader.find-next");
  bind (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK, "reader.find-previous");
  bind (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "reader.text-larger");
  bind (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "reader.text-larger");
  bind (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "reader.text-larger");
  bind (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "reader.text-smaller");
  bind (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "reader.text-smaller");
  bind (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "reader.text-normal");
  bind (widget_class, GDK_KEY_KP_0, GDK_CONTROL_MASK, "reader.text-normal");
  bind (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "reader.copy-quote");
}

void
cut_reader_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.mark", "s", mark_action);
  gtk_widget_class_install_action (widget_class, "reader.colour", "s", colour_action);
  gtk_widget_class_install_action (widget_class, "reader.toggle-counts", NULL, toggle_counts_action);
  gtk_widget_class_install_action (widget_class, "reader.set-counts", "(ub)", set_counts_action);
  gtk_widget_class_install_action (widget_class, "reader.activate", NULL, activate_action);
  gtk_widget_class_install_action (widget_class, "reader.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "reader.find-next", NULL, find_step_action);
  gtk_widget_class_install_action (widget_class, "reader.find-previous", NULL, find_step_action);
  gtk_widget_class_install_action (widget_class, "reader.text-larger", NULL, scale_action);
  gtk_widget_class_install_action (widget_class, "reader.text-smaller", NULL, scale_action);
  gtk_widget_class_install_action (widget_class, "reader.text-normal", NULL, scale_action);
  gtk_widget_class_install_action (widget_class, "reader.copy-quote", NULL, copy_quote_action);
  gtk_widget_class_install_property_action (widget_class, "reader.show-furniture", "show-furniture");
  gtk_widget_class_install_property_action (widget_class, "reader.show-proposals", "show-proposals");
  gtk_widget_class_install_action (widget_class, "reader.next-proposal", NULL, next_proposal_action);
  install_keys (widget_class);
}

void
cut_reader_view_forbid_changes (CutReaderView *self)
{
  static const char *const actions[] = { "reader.mark", "reader.colour", "reader.toggle-counts", "reader.set-counts" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], FALSE);
}

GMenuModel *
cut_reader_view_new_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) marks = g_menu_new ();
  g_autoptr (GMenu) lines = g_menu_new ();
  guint n;
  const CutMarkKey *keys = cut_mark_keys_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (cut_vocab_get_label (CUT_VOCAB_ANNOTATION_KIND, keys[i].kind), NULL);

      g_menu_item_set_action_and_target (item, "reader.mark", "s", keys[i].kind);
      g_menu_append_item (marks, item);
    }
  g_menu_append (lines, _("_Copy as Quote"), "reader.copy-quote");
  g_menu_append (lines, _("Count or Set _Aside This Line"), "reader.toggle-counts");
  g_menu_append (lines, _("_Show Lines That Do Not Count"), "reader.show-furniture");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (marks));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (lines));
  return G_MENU_MODEL (menu);
}
