/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-guard.h"

#include "cut-limits.h"

#include <string.h>

/* Formatting elements that may be open at once. Each is copied into every block
 * that follows while it stays open, so their number multiplies the tree. */
#define MAX_FORMATTING 48
#define MAX_FORMATTING_ATTRIBUTES 24
/* Comparing attributes of one tag is quadratic; all tags together may compare so often. */
#define MAX_COMPARES (40 * 1000 * 1000)
#define FEW_ATTRIBUTES 48
/* Of attributes: so short that they cost nothing, and longer than any address of a picture. */
#define FEW_BYTES 48
#define MANY_BYTES 2048
/* A page that is no larger can be a wall: whose script builds it says which. */
#define WALL_BYTES (64 * 1024)

typedef struct
{
  GString *out;
  CutGuardFlags flags;
  guint depth;
  guint dropped;
  guint formatting_weights[MAX_FORMATTING];
  char formatting_names[MAX_FORMATTING][8];
  guint n_formatting;
  gsize weight;
  gsize elements;
  gsize compares;
  gboolean brief;
  guint pres; /* open elements in which white space counts */
  gboolean damaged_drawing; /* one had no end: those behind it are parsed */
  gboolean seen_html;
  gboolean seen_body;
} Guard;

typedef struct
{
  char name[24];
  const char *start;
  const char *attributes;
  const char *end;
  guint n_attributes;
  guint n_useless;
  gboolean closing;
  gboolean keeps_json;
} Tag;

static gboolean
one_of (const char *name, const char *const *list)
{
  for (; *list != NULL; list++)
    if (name[0] == (*list)[0] && strcmp (name, *list) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_formatting (const char *name)
{
  static const char *const list[] = { "a", "b",     "big",    "code",   "em", "font", "i", "nobr",
                                      "s", "small", "strike", "strong", "tt", "u",    NULL };

  return one_of (name, list);
}

/* These never nest in themselves, or have no end: they add to the depth no more than
 * a constant for each element that does. */
static gboolean
is_flat (const char *name)
{
  static const char *const list[]
      = { "area",    "base", "br",    "col",    "embed",  "hr",    "img",      "input",
          "link",    "meta", "param", "wbr",    "source", "track", "p",        "li",
          "dd",      "dt",   "td",    "th",     "tr",     "tbody", "thead",    "tfoot",
          "option",  "html", "head",  "body",   "image",  "path",  "colgroup", "optgroup",
          "caption", "use",  "rect",  "circle", NULL };

  return one_of (name, list);
}

/* Elements whose content is characters up to their own end tag. */
static gboolean
is_raw (const char *name)
{
  static const char *const list[]
      = { "script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp", NULL };

  return one_of (name, list);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Finds where the attribute starting at @at ends (its value included). */
static const char *
skip_attribute (const char *at, const char *end)
{
  if (at < end)
    at++;
  while (at < end && !is_space (*at) && *at != '=' && *at != '>' && *at != '/')
    at++;
  while (at < end && is_space (*at))
    at++;
  if (at == end || *at != '=')
    return at;
  for (at++; at < end && is_space (*at);)
    at++;
  if (at < end && (*at == '"' || *at == '\''))
    {
      const char *quote = memchr (at + 1, *at, end - at - 1);

      return quote ? quote + 1 : end;
    }
  while (at < end && !is_space (*at) && *at != '>')
    at++;
  return at;
}

static gboolean
mentions (const char *start, const char *end, const char *word)
{
  gsize n = strlen (word);

  for (; start + n <= end; start++)
    if (g_ascii_strncasecmp (start, word, n) == 0)
      return TRUE;
  return FALSE;
}

/* Returns: where the value of the attribute from @at to @end begins, without its quote; @end when it has none */
static const char *
value_of (const char *at, const char *end)
{
  const char *equals = memchr (at, '=', end - at);

  if (equals == NULL)
    return end;
  for (equals++; equals < end && (is_space (*equals) || *equals == '"' || *equals == '\'');)
    equals++;
  return equals;
}

static gboolean
begins_with (const char *at, const char *end, const char *word)
{
  gsize n = strlen (word);

  return (gsize) (end - at) >= n && g_ascii_strncasecmp (at, word, n) == 0;
}

/* Scripts and their data make a tenth of many pages, and the parser takes a step for each character. Nobody reads them. */
static gboolean
is_useless (const char *at, const char *end)
{
  const char *value;

  if (end - at <= FEW_BYTES && strchr ("oOtTaA", *at) == NULL)
    return FALSE;
  if (begins_with (at, end, "on") && at + 2 < end && g_ascii_isalpha (at[2]))
    return TRUE;
  if (begins_with (at, end, "target=") || begins_with (at, end, "tabindex=") || begins_with (at, end, "aria-label"))
    return TRUE;
  if (end - at <= FEW_BYTES)
    return FALSE;
  value = value_of (at, end);
  if (begins_with (at, end, "data-"))
    return value < end && (*value == '{' || *value == '[' || begins_with (value, end, "%7b")
                           || (end - at > MANY_BYTES && !mentions (at, value, "srcset")));
  return begins_with (value, end, "data:");
}

static const char *
scan_attributes (Tag *tag, const char *at, const char *end)
{
  tag->n_attributes = tag->n_useless = 0;
  tag->attributes = at;
  while (at < end)
    {
      const char *start;

      while (at < end && (is_space (*at) || *at == '/'))
        at++;
      if (at == end || *at == '>')
        break;
      start = at;
      at = skip_attribute (at, end);
      tag->n_attributes++;
      tag->n_useless += is_useless (start, at);
    }
  return at;
}

/* Returns: one past the tag, or NULL when the bytes at @at are no tag */
static const char *
scan_tag (Tag *tag, const char *at, const char *end)
{
  gsize n = 0;

  tag->start = at++;
  tag->closing = at < end && *at == '/';
  at += tag->closing;
  if (at >= end || !g_ascii_isalpha (*at))
    return NULL;
  for (; at < end && !is_space (*at) && *at != '>' && *at != '/'; at++)
    if (n + 1 < sizeof tag->name)
      tag->name[n++] = g_ascii_tolower (*at);
  tag->name[n] = '\0';
  at = scan_attributes (tag, at, end);
  tag->end = at < end ? at + 1 : end;
  tag->keeps_json
      = g_str_equal (tag->name, "script") && mentions (tag->attributes, tag->end, "ld+json");
  return tag->end;
}

/* Returns: where the raw text of @name ends (at its end tag), or @end */
static const char *
find_raw_end (const char *at, const char *end, const char *name)
{
  gsize n = strlen (name);

  while ((at = memchr (at, '<', end - at)) != NULL)
    {
      if (at + 2 + n < end && at[1] == '/' && g_ascii_strncasecmp (at + 2, name, n) == 0
          && (is_space (at[2 + n]) || at[2 + n] == '>' || at[2 + n] == '/'))
        return at;
      at++;
    }
  return end;
}

/* Indentation is a third of many pages, and the parser takes a step for each of its characters: but
 * for preformatted text, one of them says the same. */
static void
append_text (Guard *self, const char *at, const char *end)
{
  while (self->pres == 0 && at < end)
    {
      const char *stop = at;

      while (stop < end && !(is_space (*stop) && stop + 1 < end && is_space (stop[1])))
        stop++;
      g_string_append_len (self->out, at, stop - at);
      if (stop == end)
        return;
      g_string_append_c (self->out, '\n');
      for (at = stop; at < end && is_space (*at); at++)
        ;
    }
  g_string_append_len (self->out, at, end - at);
}

static void
count_pres (Guard *self, const Tag *tag)
{
  if (!g_str_equal (tag->name, "pre") && !g_str_equal (tag->name, "listing")
      && !g_str_equal (tag->name, "plaintext"))
    return;
  if (!tag->closing)
    self->pres++;
  else if (self->pres > 0)
    self->pres--;
}

/* Finds @text between @at and @end by its rarest character, which ends @offset bytes in. */
static const char *
find_text (const char *at, const char *end, const char *text, gsize offset, char rare)
{
  gsize n = strlen (text);
  const char *start = at;

  while ((at = memchr (at, rare, end - at)) != NULL)
    {
      const char *first = ++at - offset;

      if (first >= start && (gsize)(end - first) >= n && memcmp (first, text, n) == 0)
        return first;
    }
  return NULL;
}

/* Comments, document types and processing instructions. Only the type is kept. */
static const char *
skip_markup (Guard *self, const char *at, const char *end)
{
  const char *close;

  if (end - at >= 4 && memcmp (at, "<!--", 4) == 0)
    {
      if (end - at > 4 && at[4] == '>')
        return at + 5;
      close = find_text (at + 4, end, "-->", 3, '>');
      return close ? close + 3 : end;
    }
  close = memchr (at, '>', end - at);
  close = close ? close + 1 : end;
  if (end - at > 9 && g_ascii_strncasecmp (at, "<!doctype", 9) == 0 && close - at < 1024)
    g_string_append_len (self->out, at, close - at);
  return close;
}

/* Writes the attributes of @tag that somebody reads. */
static void
write_useful (Guard *self, const Tag *tag)
{
  const char *at = tag->attributes;
  gboolean ends = FALSE;

  g_string_append_len (self->out, tag->start, at - tag->start);
  while (at < tag->end)
    {
      const char *start = at;

      while (at < tag->end && (is_space (*at) || *at == '/'))
        at++;
      ends = at > start && at[-1] == '/';
      if (at == tag->end || *at == '>')
        break;
      start = at;
      at = skip_attribute (at, tag->end);
      if (is_useless (start, at))
        continue;
      g_string_append_c (self->out, ' ');
      g_string_append_len (self->out, start, at - start);
    }
  g_string_append (self->out, ends ? " /" : "");
  g_string_append_len (self->out, at, tag->end - at);
}

/* Writes at most @limit attributes of @tag. */
static void
write_tag (Guard *self, const Tag *tag, guint limit)
{
  const char *at = tag->attributes;

  if (tag->n_useless > 0 && tag->n_attributes <= limit)
    {
      write_useful (self, tag);
      return;
    }
  if (tag->n_attributes <= limit)
    {
      g_string_append_len (self->out, tag->start, tag->end - tag->start);
      return;
    }
  /* Formatting and second body tags lose attributes nobody misses. */
  if (tag->n_attributes > CUT_LIMIT_ATTRIBUTES)
    self->flags |= CUT_GUARD_ATTRIBUTES;
  for (guint i = 0; i < limit; i++)
    {
      while (at < tag->end && (is_space (*at) || *at == '/'))
        at++;
      at = skip_attribute (at, tag->end);
    }
  g_string_append_len (self->out, tag->start, at - tag->start);
  g_string_append_c (self->out, '>');
}

static guint
attribute_limit (Guard *self, const Tag *tag)
{
  guint n = MIN (tag->n_attributes, CUT_LIMIT_ATTRIBUTES);

  if (tag->closing)
    return FEW_ATTRIBUTES;
  if (is_formatting (tag->name))
    return MAX_FORMATTING_ATTRIBUTES;
  /* A second html or body tag adds its attributes to the first. */
  if (g_str_equal (tag->name, "html") && self->seen_html)
    return 0;
  if (g_str_equal (tag->name, "body") && self->seen_body)
    return 0;
  self->seen_html |= g_str_equal (tag->name, "html");
  self->seen_body |= g_str_equal (tag->name, "body");
  if (n > FEW_ATTRIBUTES && self->compares + n * n > MAX_COMPARES)
    return FEW_ATTRIBUTES;
  if (n > FEW_ATTRIBUTES)
    self->compares += n * n;
  return CUT_LIMIT_ATTRIBUTES;
}

static int
find_formatting (const Guard *self, const char *name)
{
  for (int i = (int) self->n_formatting - 1; i >= 0; i--)
    if (g_str_equal (self->formatting_names[i], name))
      return i;
  return -1;
}

static void
close_formatting (Guard *self, guint at)
{
  self->weight -= self->formatting_weights[at];
  self->n_formatting--;
  for (guint i = at; i < self->n_formatting; i++)
    {
      self->formatting_weights[i] = self->formatting_weights[i + 1];
      memcpy (self->formatting_names[i], self->formatting_names[i + 1], 8);
    }
}

/* Returns: whether the tag may stand */
static gboolean
count_formatting (Guard *self, const Tag *tag)
{
  int open = find_formatting (self, tag->name);
  gboolean replaces = g_str_equal (tag->name, "a") || g_str_equal (tag->name, "nobr");

  if (open >= 0 && (tag->closing || replaces))
    close_formatting (self, open);
  if (tag->closing)
    return TRUE;
  if (self->n_formatting == MAX_FORMATTING)
    {
      self->flags |= CUT_GUARD_FORMATTING;
      return FALSE;
    }
  self->formatting_weights[self->n_formatting]
      = 1 + MIN (tag->n_attributes, MAX_FORMATTING_ATTRIBUTES);
  g_strlcpy (self->formatting_names[self->n_formatting], tag->name, 8);
  self->weight += self->formatting_weights[self->n_formatting++];
  return TRUE;
}

/* Returns: whether the tag may stand */
static gboolean
count_depth (Guard *self, const Tag *tag)
{
  if (is_flat (tag->name))
    return TRUE;
  if (tag->closing && self->dropped > 0)
    return self->dropped--, FALSE;
  if (tag->closing)
    return self->depth -= self->depth > 0, TRUE;
  if (self->depth >= CUT_LIMIT_DEPTH)
    {
      self->flags |= CUT_GUARD_DEPTH;
      self->dropped++;
      return FALSE;
    }
  self->depth++;
  return TRUE;
}

static void
handle_tag (Guard *self, const Tag *tag)
{
  self->elements += 1 + self->weight;
  count_pres (self, tag);
  if (is_formatting (tag->name) ? count_formatting (self, tag) : count_depth (self, tag))
    write_tag (self, tag, attribute_limit (self, tag));
}

/* Returns: where reading goes on after a tag whose content is raw text */
static const char *
handle_raw (Guard *self, const Tag *tag, const char *end)
{
  const char *stop = find_raw_end (tag->end, end, tag->name);
  const char *close = stop < end ? memchr (stop, '>', end - stop) : NULL;
  gboolean style = g_str_equal (tag->name, "style");
  gboolean script = g_str_equal (tag->name, "script");

  close = close ? close + 1 : end;
  if (script && !tag->keeps_json && self->brief && tag->n_attributes > 0)
    {
      write_tag (self, tag, attribute_limit (self, tag));
      g_string_append (self->out, "</script>");
    }
  if (style || (script && !tag->keeps_json))
    return close;
  write_tag (self, tag, attribute_limit (self, tag));
  g_string_append_len (self->out, tag->end, close - tag->end);
  if (stop == end)
    g_string_append_printf (self->out, "</%s>", tag->name);
  return close;
}

/* What ends a drawing in a browser: HTML in it. */
static gboolean
breaks_out (const char *at, const char *end)
{
  static const char *const names[] = { "p",  "div", "span", "table", "ul", "ol", "h1", "h2", "h3", "body",
                                       "li", "img", "br",   "pre",   "b",  "i",  "em", NULL };
  char name[8] = "";
  gsize n = 0;

  for (; at < end && g_ascii_isalnum (*at) && n + 1 < sizeof name; at++)
    name[n++] = g_ascii_tolower (*at);
  return one_of (name, names);
}

static gboolean
opens_drawing (const char *at, const char *end)
{
  return at + 4 < end && g_ascii_strncasecmp (at, "svg", 3) == 0 && (is_space (at[3]) || at[3] == '>');
}

/* Returns: (nullable): one past the drawing that @tag opens; %NULL when it does not end as drawings do */
static const char *
skip_drawing (const Tag *tag, const char *end)
{
  const char *at = tag->end;
  guint depth = 1;

  if (tag->end - tag->start >= 2 && tag->end[-2] == '/')
    return tag->end;
  while (depth > 0 && (at = memchr (at, '<', end - at)) != NULL)
    {
      const char *close = memchr (at, '>', end - at);

      at++;
      if (close == NULL || breaks_out (at, end))
        return NULL;
      if (*at == '/' && close - at >= 4 && g_ascii_strncasecmp (at + 1, "svg", 3) == 0)
        depth--;
      else if (opens_drawing (at, end) && close[-1] != '/')
        depth++;
      at = close + 1;
    }
  return at;
}

/* Returns: where reading goes on after @tag */
static const char *
handle_drawing (Guard *self, const Tag *tag, const char *end)
{
  const char *next = skip_drawing (tag, end);

  if (next != NULL)
    return next;
  self->damaged_drawing = TRUE;
  handle_tag (self, tag);
  return tag->end;
}

GString *
cut_guard_apply (const char *html, gsize len, CutGuardFlags *flags)
{
  Guard self = { .out = g_string_sized_new (len + 1), .brief = len <= WALL_BYTES };
  const char *end = html + len;
  const char *at = html;

  while (at < end)
    {
      const char *open = memchr (at, '<', end - at);
      const char *next = NULL;
      Tag tag;

      open = open ? open : end;
      append_text (&self, at, open);
      if (open == end)
        break;
      if (self.elements > CUT_LIMIT_ELEMENTS)
        {
          self.flags |= CUT_GUARD_ELEMENTS;
          break;
        }
      if (open + 1 < end && (open[1] == '!' || open[1] == '?'))
        at = skip_markup (&self, open, end);
      else if ((next = scan_tag (&tag, open, end)) == NULL)
        {
          g_string_append_c (self.out, '<');
          at = open + 1;
        }
      else if (!tag.closing && is_raw (tag.name))
        {
          self.elements += 1 + self.weight;
          at = handle_raw (&self, &tag, end);
        }
      /* Looking for the end again and again could take as long as the page's square. */
      else if (!tag.closing && !self.damaged_drawing && g_str_equal (tag.name, "svg"))
        at = handle_drawing (&self, &tag, end);
      else
        {
          handle_tag (&self, &tag);
          at = next;
        }
    }
  *flags = self.flags;
  return self.out;
}

gboolean
cut_guard_is_fragment (const char *html, gsize len)
{
  static const char *const landmarks[] = { "!doctype", "html", "head", "body", "title", NULL };
  const char *end = html + len;
  const char *at = html;

  if (find_text (html, end, "<!--StartFragment", 1, '<') != NULL)
    return TRUE;
  while (at != NULL && at < end && (at = memchr (at, '<', end - at)) != NULL)
    {
      at++;
      for (const char *const *word = landmarks; *word != NULL; word++)
        {
          gsize n = strlen (*word);

          if (at + n < end && g_ascii_strncasecmp (at, *word, n) == 0 && !g_ascii_isalnum (at[n])
              && at[n] != '-')
            return FALSE;
        }
    }
  return TRUE;
}
