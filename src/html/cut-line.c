/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-line.h"

#include <string.h>

#include "cut-compose.h"
#include "cut-mark-run.h"

/* All characters below this one are in NFC wherever they stand. */
#define FIRST_COMBINING 0x300
#define MAX_MOVED_SPANS 200
#define TAB_SPACES 4
/* Text views keep widgets under this character; a page's own one must not pass for theirs. */
#define OBJECT_MARK 0xFFFC

void
cut_line_init (CutLine *self)
{
  self->text = g_string_new (NULL);
  self->chars = 0;
  self->indent = 0;
  self->marks = 0;
  self->space_due = FALSE;
  self->open = g_array_new (FALSE, TRUE, sizeof (CutSpan));
  self->spans = g_array_new (FALSE, TRUE, sizeof (CutSpan));
}

void
cut_line_clear (CutLine *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->open);
  g_array_unref (self->spans);
}

/* The no-break spaces are letters here: they stay as published. */
static gboolean
is_space (gunichar c)
{
  if (c < 0x80)
    return c == ' ' || (c >= 0x09 && c <= 0x0D);
  if (c == 0xA0 || c == 0x2007 || c == 0x202F)
    return FALSE;
  return c == 0x85 || g_unichar_isspace (c);
}

/* Controls, soft hyphens, byte order marks and what Unicode calls no character. */
static gboolean
is_nothing (gunichar c)
{
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0xFEFF || (c & 0xFFFE) == 0xFFFE
         || (c >= 0xFDD0 && c <= 0xFDEF);
}

static void
append_char (CutLine *self, const char *at, gsize len)
{
  if (self->space_due)
    {
      g_string_append_c (self->text, ' ');
      self->chars++;
      self->space_due = FALSE;
    }
  g_string_append_len (self->text, at, len);
  self->chars++;
}

static void
part_marks (CutLine *self, gunichar c)
{
  if (self->space_due)
    self->marks = 0;
  if (cut_mark_run_add (&self->marks, c))
    append_char (self, "\xCD\x8F", 2); /* CUT_MARK_RUN_JOINER */
}

void
cut_line_append (CutLine *self, const char *text, gsize len)
{
  const char *end = text + len;

  while (text < end)
    {
      const char *next = g_utf8_next_char (text);
      gunichar c = (guchar) *text < 0x80 ? (guchar) *text : g_utf8_get_char (text);

      if (is_space (c))
        cut_line_break (self);
      else if (c == 0xA0 && self->chars == 0)
        ; /* a line does not begin with any space */
      else if (!is_nothing (c))
        {
          part_marks (self, c);
          if (c == OBJECT_MARK)
            append_char (self, "\xEF\xBF\xBD", 3);
          else
            append_char (self, text, next - text);
        }
      text = next;
    }
}

void
cut_line_append_verbatim (CutLine *self, const char *text, gsize len)
{
  const char *end = text + len;

  while (text < end)
    {
      const char *next = g_utf8_next_char (text);
      guint spaces = *text == '\t' ? TAB_SPACES : *text == ' ';
      gboolean leading = self->chars == self->indent;

      for (guint i = 0; i < spaces; i++)
        append_char (self, leading ? "\xC2\xA0" : " ", leading ? 2 : 1);
      self->indent = leading && spaces > 0 ? self->chars : self->indent;
      self->marks = spaces > 0 ? 0 : self->marks;
      if (spaces == 0)
        cut_line_append (self, text, next - text);
      text = next;
    }
}

void
cut_line_break (CutLine *self)
{
  self->space_due = self->chars > 0;
}

void
cut_line_open_span (CutLine *self, CutSpanKind kind, const char *target)
{
  CutSpan span = { kind, self->chars + self->space_due, 0, (char *) target };

  g_array_append_val (self->open, span);
}

static void
keep_span (CutLine *self, CutSpan span)
{
  guint at = self->spans->len;

  span.end = self->chars;
  if (span.end <= span.start)
    return;
  /* Spans close inside out; the table wants them by start. */
  while (at > 0 && g_array_index (self->spans, CutSpan, at - 1).start >= span.start)
    at--;
  g_array_insert_val (self->spans, at, span);
}

void
cut_line_close_span (CutLine *self)
{
  g_return_if_fail (self->open->len > 0);
  keep_span (self, g_array_index (self->open, CutSpan, self->open->len - 1));
  g_array_set_size (self->open, self->open->len - 1);
}

static void
trim_end (CutLine *self)
{
  while (g_str_has_suffix (self->text->str, "\xC2\xA0") || g_str_has_suffix (self->text->str, " "))
    {
      g_string_truncate (self->text,
                         self->text->len - (self->text->str[self->text->len - 1] == ' ' ? 1 : 2));
      self->chars--;
    }
}

static guint
composed_offset (const char *text, guint offset)
{
  const char *end = g_utf8_offset_to_pointer (text, offset);
  g_autofree char *prefix = cut_compose (text, end - text);

  return g_utf8_strlen (prefix, -1);
}

/* Composing characters shortens the line, so the spans move with them. */
static char *
compose (CutLine *self)
{
  const char *text = self->text->str;
  gboolean plain = TRUE;
  g_autofree char *composed = NULL;

  for (const char *at = text; *at != '\0' && plain; at = g_utf8_next_char (at))
    plain = (guchar) *at < 0xCC || g_utf8_get_char (at) < FIRST_COMBINING;
  if (!plain)
    composed = cut_compose (text, -1);
  if (composed == NULL || g_str_equal (composed, text))
    return g_strdup (text);
  /* Each look-up walks the line; a line with that many spans was not written by people. */
  if (self->spans->len > MAX_MOVED_SPANS)
    g_array_set_size (self->spans, 0);
  for (guint i = 0; i < self->spans->len; i++)
    {
      CutSpan *span = &g_array_index (self->spans, CutSpan, i);

      span->start = composed_offset (text, span->start);
      span->end = composed_offset (text, span->end);
    }
  return g_steal_pointer (&composed);
}

static void
restart (CutLine *self)
{
  g_string_truncate (self->text, 0);
  self->chars = 0;
  self->indent = 0;
  self->marks = 0;
  self->space_due = FALSE;
  g_array_set_size (self->spans, 0);
  for (guint i = 0; i < self->open->len; i++)
    g_array_index (self->open, CutSpan, i).start = 0;
}

char *
cut_line_finish (CutLine *self, CutBlock *block, guint offset)
{
  guint length;
  char *line;

  trim_end (self);
  for (guint i = self->open->len; i-- > 0;)
    keep_span (self, g_array_index (self->open, CutSpan, i));
  line = compose (self);
  length = g_utf8_strlen (line, -1);
  for (guint i = 0; block != NULL && i < self->spans->len; i++)
    {
      const CutSpan *span = &g_array_index (self->spans, CutSpan, i);
      guint end = MIN (span->end, length);

      if (span->start < end)
        cut_block_add_span (block, span->kind, offset + span->start, offset + end, span->target);
    }
  restart (self);
  return line;
}
