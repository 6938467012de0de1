/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-extract.h"

/* What rules about furniture, heads and walls must take, and what of an article looks like it and must stay. */

#define ONE "The council of the small harbour town voted on Tuesday, after a long debate, to rebuild the old pier before the winter storms."
#define TWO "Fishermen, who had asked for the repair for years, said they were relieved; others, among them two members, called the price too high."
#define THREE "The work is to begin in May, the mayor said, and should be finished, weather permitting, before the first boats return in autumn."
#define FOUR "Three firms have offered to do it, and the cheapest of them, which also built the light at the end of the mole, is to be asked first."
#define BODY "<p>" ONE "</p><p>" TWO "</p><p>" THREE "</p><p>" FOUR "</p>"
#define PAGE(inner) "<html><head><title>Council rebuilds the old pier</title></head><body><article><h1>Council rebuilds the old pier</h1>" inner "</article></body></html>"

typedef struct
{
  const char *name;
  const char *html;
  const char *has;   /* lines of the counted text, parted by "|" */
  const char *lacks; /* pieces of it */
} Case;

static CutArticle *
extract (const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr (GError) error = NULL;
  CutArticle *article = cut_extract_html (bytes, "text/html; charset=utf-8", "https://news.example/2024/harbour/old-pier-is-rebuilt.html", NULL, &error);

  g_assert_no_error (error);
  return article;
}

static void
check_case (const Case *c)
{
  g_autoptr (CutArticle) article = extract (c->html);
  g_autofree char *text = cut_blocks_get_counted_text (article->blocks, article->text);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) has = g_strsplit (c->has != NULL ? c->has : "", "|", -1);
  g_auto (GStrv) lacks = g_strsplit (c->lacks != NULL ? c->lacks : "", "|", -1);

  for (char **line = has; *line != NULL; line++)
    if (!g_strv_contains ((const char *const *) lines, *line))
      {
        g_test_message ("%s: no line “%s” in:\n%s", c->name, *line, text);
        g_test_fail ();
        return;
      }
  for (char **piece = lacks; *piece != NULL; piece++)
    if (strstr (text, *piece) != NULL)
      {
        g_test_message ("%s: there is “%s” in:\n%s", c->name, *piece, text);
        g_test_fail ();
        return;
      }
}

static void
check_cases (const Case *cases,
             guint       n)
{
  for (guint i = 0; i < n; i++)
    check_case (&cases[i]);
}

#define SECTION(heading) PAGE (BODY "<h2>" heading "</h2><p>" TWO " So it was.</p>")
#define COMMENT "<p>Ada Kell <time datetime=2024-03-12>12 March</time></p><p>At last they do it.</p><a href=#reply>Reply</a>"

/* A heading of readers' comments, and one of a section. */
static void
test_comments (void)
{
  static const Case cases[] = {
    { "reactions", SECTION ("Réactions"), "Réactions|" TWO " So it was.", NULL },
    { "numbered discussion", SECTION ("4. Обсуждение"), "4. Обсуждение|" TWO " So it was.", NULL },
    { "numbered answers", SECTION ("3. Antworten auf häufige Fragen"), "3. Antworten auf häufige Fragen|" TWO " So it was.", NULL },
    { "numbered response", SECTION ("2. Response to the crisis"), "2. Response to the crisis|" TWO " So it was.", NULL },
    { "section with a decimal", PAGE (BODY "<h2>Reactions</h2><p>Shares fell to 2.35 euros.</p><p>" TWO " So it was.</p>"), "Reactions|" TWO " So it was.", NULL },
    { "section with an hour", PAGE (BODY "<h2>Reactions</h2><p>It began at 14:30.</p><p>" TWO " So it was.</p>"), "Reactions|" TWO " So it was.", NULL },
    { "Dutch section", SECTION ("Reacties"), "Reacties|" TWO " So it was.", NULL },
    { "comments", PAGE (BODY "<h3>Comments (3)</h3><div>" COMMENT "</div>"), FOUR, "At last|Comments" },
    { "reactions of readers", PAGE (BODY "<h3>Réactions (2)</h3><div>" COMMENT "</div>"), FOUR, "At last|Réactions" },
    { "reactions with the hour", PAGE (BODY "<h2>Reacties</h2><p><b>Ada Kell</b> schreef op 12 maart om 20:14:</p><p>At last they do it, and not too soon, " TWO "</p>"), FOUR, "At last|Reacties" },
    { "section that is longer", PAGE (BODY "<h2>Comments</h2><p>" ONE " So.</p><p>" TWO " So.</p><p>" THREE " So.</p><p>" FOUR " So.</p><p>" ONE " Then.</p>"), "Comments|" ONE " Then.", NULL },
    { "comments that nothing marks", PAGE (BODY "<h2>Comments</h2><p>At last they do it.</p><p>And not too soon.</p>"), FOUR, "At last|Comments" },
    { "thoughts", PAGE (BODY "<h3>2 thoughts on “Old pier”</h3><div>" COMMENT "</div>"), FOUR, "At last|thoughts" },
    { "answers to the title", PAGE (BODY "<h3>2 Antworten auf „Alte Mole“</h3><div>" COMMENT "</div>"), FOUR, "At last|Antworten" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

#define STAYS(line) { line, PAGE ("<p>" ONE "</p><p>" line "</p><p>" TWO "</p><p>" THREE "</p>"), line, NULL }
#define LAST_STAYS(line) { line, PAGE (BODY "<p>" line "</p>"), line, NULL }
#define GOES(line) { line, PAGE ("<p>" ONE "</p><p>" TWO "</p><p>" line "</p><p>" THREE "</p>"), THREE, line }

/* First words of calls, and sentences that begin like them. */
static void
test_openings (void)
{
  static const Case cases[] = {
    STAYS ("L'autore dell'attentato è stato arrestato nella notte dalla polizia di Norrvik."),
    STAYS ("L’autore del libro non ha voluto parlare con i giornalisti."),
    STAYS ("Potrebbe anche slittare il voto del consiglio, atteso per martedì sera."),
    STAYS ("Mer omfattande åtgärder krävs, säger kommunen."),
    STAYS ("Publicado en 1605, el libro fue leído en todo el puerto."),
    STAYS ("Weitere Themen der Sitzung waren die Rente und der Haushalt."),
    STAYS ("Auch interessant ist, dass niemand davon wusste."),
    STAYS ("The chapel can be reached at low tide on foot."),
    STAYS ("Nobody can be reached at the office before noon."),
    STAYS ("The author is a master of suspense, and knows that it shows."),
    STAYS ("Über den Autor des Anschlags ist nichts bekannt, sagte die Polizei."),
    STAYS ("Sobre el autor del ataque no se sabe nada todavía."),
    STAYS ("Filed under seal in March, the suit names the board of the harbour."),
    STAYS ("Sponsored by three members, the bill went through on Tuesday."),
    STAYS ("Advertisement spending fell by three percent in the harbour towns."),
    STAYS ("Our standards have slipped, the mayor said."),
    STAYS ("Dieser Beitrag wurde von allen Mitgliedern des Vereins gezahlt."),
    STAYS ("Zurück zur Natur, so lautete der Ruf der Stadt."),
    STAYS ("Hier geht es zu wie im Taubenschlag, sagt der Hafenmeister."),
    STAYS ("Il vous reste une semaine pour déposer un dossier."),
    STAYS ("Поделиться своими впечатлениями пришли все жители порта."),
    STAYS ("Members only may vote on this."),
    STAYS ("“I want to keep reading,” she said."),
    GOES ("Subscribe to continue reading."),
    GOES ("Register to read this article for free."),
    GOES ("Il vous reste 70 % de cet article à lire."),
    GOES ("Filed under: Harbour, Council"),
    GOES ("Mer om bostäder i Norrvik"),
    GOES ("Advertisement - story continues"),
    GOES ("Zurück zur Startseite"),
    GOES ("About the authors"),
    { "writer at the end", PAGE (BODY "<p>The writer is a lawyer in Norrvik.</p>"), FOUR, "The writer" },
    LAST_STAYS ("The author is a master of suspense, and knows that it shows."),
    LAST_STAYS ("Über den Autor des Anschlags ist nichts bekannt, sagte die Polizei."),
    LAST_STAYS ("Sobre el autor del ataque no se sabe nada todavía."),
    { "writer quoted at the end", PAGE (BODY "<blockquote><p>The writer is a lawyer in Norrvik.</p></blockquote>"), "The writer is a lawyer in Norrvik.", NULL },
    { "label at the end", PAGE (BODY "<p>Über den Autor: Bo Lind lebt am Hafen.</p>"), FOUR, "Über den" },
    STAYS ("Media inquiries to the ministry went unanswered on Monday."),
    STAYS ("Ayrıca okullar da fırtına nedeniyle kapatıldı."),
    STAYS ("Répondre à cet appel est difficile, dit le maire du port."),
    STAYS ("Répondre à cette question est difficile, dit le maire du port."),
    STAYS ("Follow the threads of the affair and they lead to the harbour board."),
    GOES ("Media inquiries: Ada Kell"),
    GOES ("Media inquiries Ada Kell press@harbour.example"),
    GOES ("Media Enquiries"),
    GOES ("Ayrıca oku: Liman"),
    GOES ("Ayrıca okuyun: Liman"),
    GOES ("Devamını okumak için"),
    GOES ("Devamını oku"),
    GOES ("Répondre à cet article"),
    GOES ("Répondre à cette discussion"),
    GOES ("Hier geht es zum Livestream"),
    GOES ("Hier geht es zum Live-Ticker"),
    GOES ("Follow Ada Kell on Threads"),
    GOES ("L'autore"),
    GOES ("Mer om: bostäder"),
    GOES ("Potrebbe anche interessarti"),
    GOES ("Related stories: the light at the end"),
    GOES ("Weitere Themen"),
    GOES ("Read more: the light at the end of the mole"),
    { "address", PAGE (BODY "<p>Ada can be reached at ada@news.example.</p>"), FOUR, "Ada can" },
    { "telephone", PAGE (BODY "<p>The newsroom can be reached at 555-0123-456.</p>"), FOUR, "The newsroom" },
    { "address inside", PAGE ("<p>" ONE "</p><p>She can be reached at ada@harbour.example, says the letter.</p><p>" TWO "</p><p>" THREE "</p><p>" FOUR "</p><p>" ONE " Then.</p>"),
      "She can be reached at ada@harbour.example, says the letter.", NULL },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

#define TEASER "<div class=related><a href=/other.html>Storm breaks the light at the end of the mole</a> <time datetime=2023-01-02>2 January 2023</time></div>"

/* What stands between the headline and the text. */
static void
test_head (void)
{
  static const Case cases[] = {
    { "teaser below the first paragraph", PAGE ("<p>" ONE "</p>" TEASER "<p>" TWO "</p><p>" THREE "</p><p>" FOUR "</p><p>" TWO " Then.</p>"), ONE "|" TWO, "Storm breaks" },
    { "day below the standfirst",
      "<html><head><title>Council rebuilds the old pier</title><meta property=article:published_time content=2024-03-12></head><body><article><h1>Council rebuilds the old pier</h1>"
      "<p>" ONE "</p><div><a href=/a>Share by mail</a> <a href=/b>Print this page</a> <time datetime=2024-03-12>12 March 2024</time></div><p>" TWO "</p><p>" THREE "</p><p>" FOUR "</p><p>" TWO " Then.</p>"
      "</article></body></html>", TWO, ONE },
    { "sentence about the author",
      "<html><head><title>Council rebuilds the old pier</title><meta name=author content='Ada Kell'></head><body><article><h1>Council rebuilds the old pier</h1>"
      "<p>Ada Kell resigned on Monday.</p>" BODY "</article></body></html>",
      "Ada Kell resigned on Monday.", NULL },
    { "name of the author",
      "<html><head><title>Council rebuilds the old pier</title><meta name=author content='Ada Kell'></head><body><article><h1>Council rebuilds the old pier</h1>"
      "<p>Ada Kell, Norrvik</p>" BODY "</article></body></html>",
      ONE, "Ada Kell" },
    { "heading of the first section", PAGE ("<h2>How the town came to rebuild its pier after thirty years</h2>" BODY "<h3>What it costs</h3><p>" FOUR " Then.</p>"),
      "How the town came to rebuild its pier after thirty years", NULL },
    { "heading beside a description",
      "<html><head><title>Council rebuilds the old pier</title><meta name=description content='A harbour town decides after a debate that lasted for thirty years of storms.'>"
      "</head><body><article><h1>Council rebuilds the old pier</h1><h2>How the town came to rebuild its pier after thirty years</h2>" BODY "</article></body></html>",
      "How the town came to rebuild its pier after thirty years", NULL },
    { "subtitle", PAGE ("<h2>A harbour town decides after a debate that lasted for thirty years</h2>" BODY), ONE, "A harbour town decides" },
    { "years", PAGE ("<p>1914–1918</p>" BODY), "1914–1918", NULL },
    { "open years", PAGE ("<p>1914 - 18</p>" BODY), "1914 - 18", NULL },
    { "length of a recording", PAGE ("<p>00:00 / 41:12</p>" BODY), ONE, "41:12" },
    { "counts", PAGE ("<p>123–456</p>" BODY), ONE, "123" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Fields that ask for something, and what stands around them. */
static void
test_forms (void)
{
  static const Case cases[] = {
    { "hidden form", PAGE ("<header><p>A harbour town decides.</p><form hidden><input name=email></form></header>" BODY), "A harbour town decides.", NULL },
    { "hidden field", PAGE ("<div><p>Why now, and who is to pay?</p><form><input type=hidden name=email></form></div>" BODY), "Why now, and who is to pay?", NULL },
    { "stars", PAGE ("<div><p>Why now, and who is to pay?</p><div class=rating-stars><input type=radio name=stars value=1><input type=radio name=stars value=2></div></div>" BODY),
      "Why now, and who is to pay?", NULL },
    { "sub-heading in the box", PAGE ("<section><h2>What it costs</h2><p>A million, says the mayor.</p><div><input type=email name=x></div></section>" BODY),
      "What it costs|A million, says the mayor.", NULL },
    { "letter", PAGE ("<p>" ONE "</p><div><p>Our letter comes on each morning.</p><form><input type=email name=email></form></div><p>" TWO "</p><p>" THREE "</p>"),
      TWO, "Our letter" },
    { "stars with words", PAGE ("<p>" ONE "</p><div><p>Why now, and who is to pay?</p><p class=rating><label><input type=radio name=stars>1 star</label><label><input type=radio name=stars>2 stars</label></p></div><p>" TWO "</p><p>" THREE "</p>"),
      "Why now, and who is to pay?|" TWO, "1 star" },
    { "poll", PAGE ("<p>" ONE "</p><div><p>Is the pier too dear?</p><label><input type=radio name=p>Yes</label><label><input type=radio name=p>No</label></div><p>" TWO "</p><p>" THREE "</p>"),
      TWO, "too dear" },
    { "crosshead of members", PAGE ("<p>" ONE "</p><h2>Members only: inside the club</h2><p>" TWO "</p><p>" THREE "</p>"), "Members only: inside the club", NULL },
    { "crosshead of testing", PAGE ("<p>" ONE "</p><h2>Jetzt testen Ärzte die Impfung</h2><p>" TWO "</p><p>" THREE "</p>"), "Jetzt testen Ärzte die Impfung", NULL },
    { "call to members", PAGE ("<p>" ONE "</p><p>" TWO "</p><p>" THREE "</p><h2>Already a subscriber? Sign in</h2>"), THREE, "Already" },
    { "call to test", PAGE ("<p>" ONE "</p><p>" TWO "</p><p>" THREE "</p><div><h3>Jetzt testen</h3></div>"), THREE, "Jetzt testen" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

#define BRIEF(title, text) "<html><head><title>" title " - Norrvik Post</title></head><body><h1>" title "</h1><p>" text "</p></body></html>"
#define WITH(title, text, more) "<html><head><title>" title " - Norrvik Post</title></head><body><h1>" title "</h1><p>" text "</p>" more "</body></html>"

/* Briefs without a name or a day, and pages that are none. */
static void
test_walls (void)
{
  static const struct
  {
    const char *html;
    const char *verdict;
  } cases[] = {
    { BRIEF ("Wartungsarbeiten im Elbtunnel ab Montag", "Der Tunnel wird von Montag an nachts gesperrt. Die Stadt rät, die Fähre zu nehmen."), NULL },
    { BRIEF ("Onderhoud aan brug bij Norrvik", "De brug gaat maandag dicht. Wie naar de haven wil, neemt de pont bij de oude toren."), NULL },
    { BRIEF ("Puente en mantenimiento", "El puente queda cerrado desde el lunes. La ciudad recomienda tomar el barco."), NULL },
    { BRIEF ("Missing girl not found", "Divers looked for her in the harbour until the evening. They go on in the morning, the police said."), NULL },
    { BRIEF ("Vermisste Taucher nicht gefunden", "Die Suche im Hafen wird am Morgen fortgesetzt, sagte die Polizei in Norrvik am Abend."), NULL },
    { BRIEF ("Ferry temporarily unavailable", "The ferry to the island does not run until Friday. Its engine is being mended in the yard."), NULL },
    { BRIEF ("Search for girl goes on", "The girl could not be found on Monday. Divers go on in the morning, the police said."), NULL },
    { BRIEF ("Ferry stays in the yard", "The ferry to the island is temporarily unavailable. Its engine is being mended."), NULL },
    { BRIEF ("Norrvik", "Something went wrong on our side. Try again later, or look at our front page."), "error-page" },
    { BRIEF ("Residents see pier from afar", "Residents were unable to access the pier on Monday, as a storm had broken its gate."), NULL },
    { WITH ("One more step for the bridge", ONE " " TWO, "<form class=comment><div class=g-recaptcha></div></form>"), NULL },
    { WITH ("Judges: not acceptable", ONE " " TWO, "<form class=comment><div class=g-recaptcha></div></form>"), NULL },
    { BRIEF ("One more step for the bridge", "The council voted for it on Tuesday."), NULL },
    { BRIEF ("Missing girl: not found", "Divers looked for her in the harbour until the evening. They go on in the morning."), NULL },
    { BRIEF ("警方無法找到失蹤女童", "警方在港口搜索到傍晚,明早繼續。"), NULL },
    { BRIEF ("개표 시스템 오류가 발생했다", "선거관리위원회는 월요일 저녁 항구 투표소에서 개표를 다시 시작했다고 밝혔다."), NULL },
    { BRIEF ("Norrvik", "Algo salió mal. Inténtalo de nuevo más tarde."), "error-page" },
    { BRIEF ("Norrvik", "Noget gik galt. Prøv igen senere."), "error-page" },
    { BRIEF ("Norrvik", "Что-то пошло не так. Попробуйте ещё раз."), "error-page" },
    { BRIEF ("Page not found", "Look at our front page, or write to us."), "error-page" },
    { BRIEF ("Not found", "There is nothing at this address. Look at our front page."), "error-page" },
    { BRIEF ("404: nicht gefunden", "Hier ist nichts. Zur ersten Seite geht es oben."), "error-page" },
    { BRIEF ("Oops! Something went wrong", "Try again later, or look at our front page."), "error-page" },
    { BRIEF ("Sorry, this service is temporarily unavailable", "The page you requested cannot be shown. We will be back soon."), "error-page" },
    { WITH ("One more step", "Complete the security check, and confirm that you are human.", "<div class=g-recaptcha></div>"), "bot-wall" },
    { WITH ("Not acceptable!", "An appropriate page could not be shown. This error was generated by Mod_Security.", ""), "bot-wall" },
    /* Classes that only speak of margins hold the article all the same. */
    { "<html><head><title>Council rebuilds the old pier</title></head><body><div id=page class=has-footer-widgets><article class='post comments-open'><h1>Council rebuilds the old pier</h1><p>"
      ONE "</p><p>Subscribe to continue reading.</p><p>Already a subscriber? Sign in to read the rest.</p></article></div></body></html>", "paywall" },
    { "<html><head><title>Council rebuilds the old pier</title></head><body><article><h1>Council rebuilds the old pier</h1><p>"
      ONE "</p></article><div class=newsletterbox><p>Subscribe to continue reading.</p><p>Already a subscriber? Sign in to read the rest.</p></div></body></html>", NULL },
    { "<html><head><title>Council rebuilds the old pier</title></head><body><article><h1>Council rebuilds the old pier</h1><p>"
      ONE "</p></article><div class=newsletter-box><p>Subscribe to continue reading.</p><p>Already a subscriber? Sign in to read the rest.</p></div></body></html>", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CutArticle) article = extract (cases[i].html);

      if (g_strcmp0 (article->verdict, cases[i].verdict) != 0)
        {
          g_test_message ("%s instead of %s: %s", article->verdict, cases[i].verdict, cases[i].html);
          g_test_fail ();
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/rules/comments", test_comments);
  g_test_add_func ("/html/rules/openings", test_openings);
  g_test_add_func ("/html/rules/head", test_head);
  g_test_add_func ("/html/rules/forms", test_forms);
  g_test_add_func ("/html/rules/walls", test_walls);
  return g_test_run ();
}
