/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-words.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-bundle-resources.h"

/* The head of a compiled catalogue (GNU gettext manual, "The Format of GNU MO Files"). */
#define MO_MAGIC 0x950412deu
#define MO_COUNT 8
#define MO_MESSAGES 12
#define MO_TRANSLATIONS 16

struct _CutWords
{
  GBytes *catalogue; /* (nullable) */
  char *language;
};

static GBytes *
find_catalogue (const char *language)
{
  g_autofree char *path = g_strdup_printf ("/app/cuttings/bundle/%s.mo", language);

  return g_resource_lookup_data (cut_bundle_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

CutWords *
cut_words_new (const char *language)
{
  CutWords *self = g_new0 (CutWords, 1);
  gsize length = language != NULL ? strcspn (language, "-_.@") : 0;

  self->language = length > 0 ? g_ascii_strdown (language, (gssize) length) : g_strdup ("en");
  self->catalogue = find_catalogue (self->language);
  if (self->catalogue == NULL)
    {
      g_free (self->language);
      self->language = g_strdup ("en");
    }
  return self;
}

void
cut_words_free (CutWords *self)
{
  g_clear_pointer (&self->catalogue, g_bytes_unref);
  g_free (self->language);
  g_free (self);
}

const char *
cut_words_get_language (const CutWords *self)
{
  return self->language;
}

static guint32
number_at (GBytes *catalogue,
           gsize   offset)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (catalogue, &size);
  guint32 number = 0;

  if (offset + sizeof number <= size)
    memcpy (&number, data + offset, sizeof number);
  return GUINT32_FROM_LE (number);
}

/* Entry @i of the table at @table: length and offset of a text that ends in NUL. */
static const char *
text_at (GBytes  *catalogue,
         guint32  table,
         guint32  i)
{
  gsize size;
  const char *data = g_bytes_get_data (catalogue, &size);
  guint32 length = number_at (catalogue, table + i * 8);
  guint32 offset = number_at (catalogue, table + i * 8 + 4);

  return (gsize) offset + length < size ? data + offset : "";
}

static const char *
look_up (GBytes     *catalogue,
         const char *key)
{
  guint32 low = 0;
  guint32 high = number_at (catalogue, MO_COUNT);

  if (number_at (catalogue, 0) != MO_MAGIC)
    return NULL;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      int order = strcmp (key, text_at (catalogue, number_at (catalogue, MO_MESSAGES), middle));

      if (order == 0)
        return text_at (catalogue, number_at (catalogue, MO_TRANSLATIONS), middle);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

const char *
cut_words_get (const CutWords *self,
               const char     *message)
{
  const char *translation = self->catalogue != NULL ? look_up (self->catalogue, message) : NULL;

  return translation != NULL && *translation != '\0' ? translation : message;
}

static const char *
get_in_context (const CutWords *self,
                const char     *context,
                const char     *message)
{
  g_autofree char *key = g_strconcat (context, "\004", message, NULL);
  const char *translation = self->catalogue != NULL ? look_up (self->catalogue, key) : NULL;

  return translation != NULL && *translation != '\0' ? translation : message;
}

const char *
cut_words_get_property (const CutWords    *self,
                        const CutProperty *property)
{
  return get_in_context (self, "property", property->label);
}

const char *
cut_words_get_vocab (const CutWords *self,
                     CutVocab        vocab,
                     const char     *word)
{
  const char *context = NULL;
  const char *message = word != NULL ? cut_vocab_get_message (vocab, word, &context) : NULL;

  if (message == NULL)
    return word != NULL ? word : "";
  return get_in_context (self, context, message);
}

char *
cut_words_fill (const char *template,
                const char *first_name,
                ...)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *at = template;

  while (*at != '\0')
    {
      const char *open = strchr (at, '{');
      const char *close = open != NULL ? strchr (open, '}') : NULL;
      const char *value = NULL;
      va_list arguments;

      if (close == NULL)
        break;
      va_start (arguments, first_name);
      for (const char *name = first_name; name != NULL && value == NULL; name = va_arg (arguments, const char *))
        {
          const char *candidate = va_arg (arguments, const char *);

          if (strlen (name) == (gsize) (close - open - 1) && strncmp (open + 1, name, strlen (name)) == 0)
            value = candidate;
        }
      va_end (arguments);
      g_string_append_len (text, at, open - at);
      g_string_append (text, value != NULL ? value : "");
      at = close + 1;
    }
  g_string_append (text, at);
  return g_strdup (text->str);
}

/* Dates. */

static const char *const months[] = {
  N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
  N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
};

static char *
day_to_text (const CutWords *self,
             const char     *value)
{
  gsize length = strlen (value);
  int month = length >= 7 ? (value[5] - '0') * 10 + value[6] - '0' : 0;
  g_autofree char *year = g_strndup (value, 4);
  g_autofree char *day = length >= 10 ? g_strdup_printf ("%d", (value[8] - '0') * 10 + value[9] - '0') : NULL;
  const char *name = month >= 1 && month <= 12 ? cut_words_get (self, months[month - 1]) : "";

  if (day != NULL)
    /* Translators: a date: 23 November 2018 */
    return cut_words_fill (cut_words_get (self, N_("{day} {month} {year}")), "day", day, "month", name, "year", year,
                           NULL);
  if (month > 0)
    return g_strdup_printf ("%s %s", name, year);
  return g_steal_pointer (&year);
}

char *
cut_words_get_time (const CutWords *self,
                    gint64          ms)
{
  g_autofree char *iso = cut_time_format (ms);
  g_autofree char *clock = g_strndup (iso + 11, 5);
  g_autofree char *day = NULL;

  iso[10] = '\0';
  day = day_to_text (self, iso);
  /* Translators: a moment: 23 November 2018, 09:12 UTC */
  return cut_words_fill (cut_words_get (self, N_("{day}, {time} UTC")), "day", day, "time", clock, NULL);
}

char *
cut_words_get_date (const CutWords *self,
                    const CutDate  *date)
{
  const char *value = cut_date_get_value (date);
  g_autofree char *day = day_to_text (self, value);

  switch (cut_date_get_precision (date))
    {
    case CUT_DATE_INSTANT:
      return cut_words_get_time (self, cut_date_get_sort_key (date));
    case CUT_DATE_BEFORE:
      return cut_words_fill (cut_words_get (self, N_("before {date}")), "date", day, NULL);
    case CUT_DATE_AFTER:
      return cut_words_fill (cut_words_get (self, N_("after {date}")), "date", day, NULL);
    case CUT_DATE_ABOUT:
      return cut_words_fill (cut_words_get (self, N_("about {date}")), "date", day, NULL);
    case CUT_DATE_UNKNOWN:
    case CUT_DATE_DAY:
    case CUT_DATE_MONTH:
    case CUT_DATE_YEAR:
    default:
      return g_steal_pointer (&day);
    }
}
