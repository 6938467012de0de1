/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <gio/gunixinputstream.h>
#include <string.h>

#include "cut-anchor.h"
#include "cut-command.h"
#include "cut-error.h"
#include "cut-json.h"
#include "cut-output.h"

/* A line of the input may be as long as memory allows; this is where a slip (a file of another kind) is told from a text. */
#define LONGEST_LINE (1024UL * 1024 * 1024)

typedef struct
{
  CutCli *cli;
  const char *path;
  guint line;
  guint done;
  guint failed;
} Run;

/* What was asked. */

static JsonObject *
as_selector (JsonNode   *node,
             const char *type)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  return object != NULL && g_strcmp0 (cut_json_get_string (object, "type"), type) == 0 ? object : NULL;
}

/* The inner array holds one selector of each type; a lone selector may stand for it. */
static JsonObject *
find_selector (JsonNode   *node,
               const char *type)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonObject *found = as_selector (node, type);

  for (guint i = 0; found == NULL && array != NULL && i < json_array_get_length (array); i++)
    found = as_selector (json_array_get_element (array, i), type);
  return found;
}

static char *
get_words (JsonObject *object,
           const char *name)
{
  const char *words = cut_json_get_string (object, name);

  return g_utf8_make_valid (words != NULL ? words : "", -1);
}

/* What is asked for in one place: words, where they stood, or both. */
typedef struct
{
  JsonObject *quote;    /* (unowned) (nullable) */
  JsonObject *position; /* (unowned) (nullable) */
  gint64 start;
  gint64 end;
} Asked;

static gboolean
read_asked (JsonNode  *node,
            Asked     *asked,
            GError   **error)
{
  asked->quote = find_selector (node, "TextQuoteSelector");
  asked->position = find_selector (node, "TextPositionSelector");
  asked->start = asked->position != NULL ? cut_json_get_int (asked->position, "start", -1) : -1;
  asked->end = asked->position != NULL ? cut_json_get_int (asked->position, "end", -1) : -1;
  if (asked->quote == NULL && asked->position == NULL)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("it is neither a TextQuoteSelector nor a TextPositionSelector"));
  else if (asked->quote != NULL && cut_json_get_string (asked->quote, "exact") == NULL)
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("a TextQuoteSelector needs “exact”, a text"));
  else if (asked->position != NULL && (asked->start < 0 || asked->end < asked->start))
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("a TextPositionSelector needs “start” and “end”, numbers in order"));
  else
    return TRUE;
  return FALSE;
}

/* Returns: (nullable): NULL when no words are quoted */
static CutSelector *
make_selector (const Asked *asked,
               gboolean    *has_position)
{
  JsonObject *quote = asked->quote;
  gint64 start = asked->start;
  gint64 end = asked->end;
  g_autofree char *exact = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;

  if (quote == NULL)
    return NULL;
  exact = get_words (quote, "exact");
  prefix = get_words (quote, "prefix");
  suffix = get_words (quote, "suffix");
  *has_position = start >= 0 && end >= start && end < G_MAXUINT;
  return cut_selector_new (*has_position ? (guint) start : 0, *has_position ? (guint) end : 0, exact, prefix, suffix);
}

/* What is answered. */

/* Without words nothing can say that the place is still the right one: it is given as it is asked for, and no more is said for it. */
static CutAnchor
take_position (const Asked *asked,
               guint        length)
{
  CutAnchor anchor = { CUT_ANCHOR_ORPHAN, 0, 0, 0 };

  if (asked->end > asked->start && asked->end <= length)
    anchor = (CutAnchor){ .status = CUT_ANCHOR_UNSURE, .start = (guint) asked->start, .end = (guint) asked->end };
  return anchor;
}

static void
add_anchor (JsonArray           *anchors,
            const CutAnchorText *text,
            guint                length,
            JsonNode            *node,
            GError             **error)
{
  gboolean has_position = FALSE;
  Asked asked = { NULL, NULL, -1, -1 };
  CutAnchor anchor = { CUT_ANCHOR_ORPHAN, 0, 0, 0 };
  gboolean is_asked = read_asked (node, &asked, error);
  g_autoptr (CutSelector) selector = is_asked ? make_selector (&asked, &has_position) : NULL;
  JsonObject *object;

  if (selector != NULL)
    anchor = cut_anchor_find (text, selector, has_position);
  else if (is_asked)
    anchor = take_position (&asked, length);
  if (!cut_anchor_is_placed (&anchor) && (selector != NULL || anchor.status != CUT_ANCHOR_UNSURE))
    {
      json_array_add_null_element (anchors);
      return;
    }
  object = json_object_new ();
  json_object_set_int_member (object, "start", anchor.start);
  json_object_set_int_member (object, "end", anchor.end);
  json_object_set_double_member (object, "score", anchor.score);
  json_object_set_string_member (object, "status", cut_anchor_status_to_word (anchor.status));
  json_array_add_object_element (anchors, object);
}

static gboolean
anchor_all (JsonObject  *asked,
            JsonObject  *answer,
            GError     **error)
{
  const char *text = cut_json_get_string (asked, "text");
  JsonArray *selectors = cut_json_get_array (asked, "selectors");
  g_autofree char *valid = NULL;
  g_autoptr (CutAnchorText) place = NULL;
  g_autoptr (JsonArray) anchors = json_array_new ();
  guint length;

  if (text == NULL || selectors == NULL)
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("it needs “text” and “selectors”"));
      return FALSE;
    }
  valid = g_utf8_make_valid (text, -1);
  place = cut_anchor_text_new (valid);
  length = (guint) g_utf8_strlen (valid, -1);
  for (guint i = 0; i < json_array_get_length (selectors); i++)
    {
      g_autoptr (GError) failure = NULL;

      add_anchor (anchors, place, length, json_array_get_element (selectors, i), &failure);
      /* The first names what is wrong; the others are answered all the same. */
      if (failure != NULL && *error == NULL)
        g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("selector %u: %s"), i + 1, failure->message);
    }
  json_object_set_array_member (answer, "anchors", g_steal_pointer (&anchors));
  return *error == NULL;
}

/* What is no UTF-8 is replaced, as it is in a clipped page; how often is said, for offsets are counted in what is left. */
static char *
make_valid (Run        *run,
            const char *line)
{
  const char *end;
  guint replaced = 0;

  if (g_utf8_validate (line, -1, NULL))
    return g_strdup (line);
  for (const char *p = line; !g_utf8_validate (p, -1, &end); p = end + 1)
    replaced++;
  g_printerr ("cuttings anchor: %s:%u: ", run->path, run->line);
  g_printerr (ngettext ("%u byte is no UTF-8 and was replaced", "%u bytes are no UTF-8 and were replaced", replaced), replaced);
  g_printerr ("\n");
  return g_utf8_make_valid (line, -1);
}

static void
anchor_line (Run        *run,
             const char *line)
{
  g_autofree char *valid = make_valid (run, line);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = cut_json_parse (valid, -1, &error);
  g_autoptr (JsonObject) answer = json_object_new ();
  JsonObject *asked = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *id = asked != NULL ? json_object_get_member (asked, "id") : NULL;

  json_object_set_member (answer, "id", id != NULL ? json_node_copy (id) : json_node_new (JSON_NODE_NULL));
  if (asked == NULL && error == NULL)
    g_set_error_literal (&error, CUT_ERROR, CUT_ERROR_INPUT, _("it is no JSON object"));
  if (asked != NULL)
    anchor_all (asked, answer, &error);
  if (error != NULL)
    {
      json_object_set_string_member (answer, "error", error->message);
      g_printerr ("cuttings anchor: %s:%u: %s\n", run->path, run->line, error->message);
    }
  run->done += error == NULL;
  run->failed += error != NULL;
  cut_output_object (answer);
}

/* What is asked in it nobody reads; that is said in its place. */
static void
refuse_line (Run *run)
{
  g_autoptr (JsonObject) answer = json_object_new ();

  json_object_set_null_member (answer, "id");
  json_object_set_string_member (answer, "error", _("the line is longer than a gigabyte"));
  g_printerr ("cuttings anchor: %s:%u: %s\n", run->path, run->line, _("the line is longer than a gigabyte"));
  run->failed++;
  cut_output_object (answer);
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t\r")] == '\0';
}

/* A NUL would hide what comes after it: it is made a byte that is no UTF-8 either, which is replaced and counted. */
static void
uncover (char  *line,
         gsize  length)
{
  for (char *nul = memchr (line, '\0', length); nul != NULL; nul = memchr (nul, '\0', (gsize) (line + length - nul)))
    *nul = '\xff';
}

static gboolean
anchor_stream (Run           *run,
               GInputStream  *input,
               GError       **error)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);
  gboolean more = TRUE;

  g_data_input_stream_set_newline_type (lines, G_DATA_STREAM_NEWLINE_TYPE_LF);
  for (run->line = 1; more; run->line++)
    {
      gsize length;
      g_autoptr (GError) failure = NULL;
      g_autofree char *line = g_data_input_stream_read_line (lines, &length, NULL, &failure);

      more = line != NULL;
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (more)
        uncover (line, length);
      if (more && length > LONGEST_LINE)
        refuse_line (run);
      else if (more && !is_blank (line))
        anchor_line (run, line);
    }
  return TRUE;
}

static gboolean
anchor_file (Run        *run,
             const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) input = NULL;

  run->path = path;
  if (strcmp (path, "-") == 0)
    input = g_unix_input_stream_new (0, FALSE);
  else
    input = G_INPUT_STREAM (g_file_read (file, NULL, &error));
  if (input != NULL && anchor_stream (run, input, &error))
    return TRUE;
  cut_cli_report (run->cli, path, error);
  run->failed++;
  return FALSE;
}

int
cut_command_anchor (CutCli  *cli,
                    int      argc,
                    char   **argv)
{
  g_auto (GStrv) files = NULL;
  Run run = { .cli = cli };

  if (!cut_cli_parse (cli, argc, argv, NULL, &files))
    return CUT_EXIT_USAGE;
  if (files[0] == NULL)
    return cut_cli_usage (cli, _("name the files with texts and selectors"));
  for (guint i = 0; files[i] != NULL; i++)
    anchor_file (&run, files[i]);
  if (run.failed == 0)
    return CUT_EXIT_DONE;
  return run.done > 0 ? CUT_EXIT_PARTLY : CUT_EXIT_FAULT;
}
