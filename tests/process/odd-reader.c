/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cut-error.h"
#include "cut-process-main.h"

/* A reader that does what it is told by the bytes, as hostile pages make a real one do. */

static CutArticle *
refuse (GError **error)
{
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, "There is nothing in it.");
  return NULL;
}

static G_NORETURN void
eat (void)
{
  volatile char *bytes;

  while ((bytes = malloc (1 << 24)) != NULL)
    memset ((char *) bytes, 1, 1 << 24);
  abort ();
}

static G_NORETURN void
spin (void)
{
  for (volatile unsigned i = 0;; i++)
    ;
}

static CutArticle *
make_article (const char *word,
              const char *content_type,
              const char *url)
{
  CutArticle *article = cut_article_new ();

  g_free (article->text);
  article->text = g_strdup (word);
  article->title = g_strdup (content_type);
  article->canonical_url = g_strdup (url);
  article->kind = g_strdup_printf ("%d", (int) getpid ());
  g_ptr_array_add (article->blocks, cut_block_new (CUT_BLOCK_PARAGRAPH, CUT_ROLE_BODY, 0, (guint) g_utf8_strlen (word, -1)));
  return article;
}

static CutArticle *
read_word (GBytes      *bytes,
           const char  *content_type,
           const char  *url,
           GError     **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *word = g_strndup (data, length);

  if (g_str_equal (word, "refuse"))
    return refuse (error);
  if (g_str_equal (word, "eat"))
    eat ();
  if (g_str_equal (word, "spin"))
    spin ();
  if (g_str_equal (word, "sleep"))
    pause ();
  if (g_str_equal (word, "die"))
    raise (SIGSEGV);
  if (g_str_equal (word, "chatter"))
    g_assert_cmpint (write (STDOUT_FILENO, "chatter\n", 8), ==, 8);
  return make_article (word, content_type, url);
}

int
main (int    argc,
      char **argv)
{
  return cut_process_main (argc, argv, read_word);
}
