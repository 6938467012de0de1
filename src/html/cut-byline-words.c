/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-byline-words.h"

#include <string.h>

/* clang-format off */
/* "By" in the languages pages are likely to be in, with the space that follows; in lower case. */
static const char *const openings[] = {
  "by ", "von ", "par ", "por ", "di ", "door ", "av ", "af ", "da ", "de ", "by: ", "von: ", "par : ", "por: ",
  "text: ", "text by ", "text von ", "texte : ", "texte de ", "texto: ", "words by ", "author: ", "authors: ",
  "author ", "written by ", "posted by ", "story by ", "reported by ", "reporting by ", "published by ",
  "submitted by ", "contributed by ", "article by ", "a post by ", "autor: ", "autorin: ", "autoren: ", "autor ",
  "autora: ", "autore: ", "auteur: ", "auteur : ", "auteurs : ", "verfasst von ", "geschrieben von ",
  "ein beitrag von ", "ein artikel von ", "eine analyse von ", "ein kommentar von ", "veröffentlicht von ",
  "erstellt von ", "eingestellt von ", "publié par ", "écrit par ", "rédigé par ", "publicado por ", "escrito por ",
  "scritto da ", "pubblicato da ", "a cura di ", "geschreven door ", "geplaatst door ", "tekst: ", "tekst av ",
  "skrevet av ", "skrivet av ", "skrevet af ", "teksti: ", "kirjoittanut ", "interview: ", "interview : ",
  "das interview führte ", "das gespräch führte ", "die fragen stellte ", "propos recueillis par ",
  "aufgezeichnet von ", "protokoll: ", "entrevista de ", "intervista di ", "story: ", "words: ", "from the desk of ",
  "napisał ", "autor wpisu: ", "από ", "автор: ", "автор ", "текст: ", "作者：", "作者:", "作者 ", "文：", "文／", "文/", "著者：",
  "執筆：", "글 ", "von : ", "por : ", "di: ", "opinion by ", "analysis by ", "review by ", "interview by ",
  "commentary by ", "column by ", "guest post by ", "guest article by ", "essay by ", "reported and written by ",
  "story and photos by ", "text and photos by ", "authored by ", "author(s): ", "author - ", "byline: ", "autoren ",
  "von unserem korrespondenten ", "von unserer korrespondentin ", "von unserem redakteur ",
  "von unserer redakteurin ", "ein gastbeitrag von ", "gastbeitrag von ", "gastkommentar von ", "ein interview von ",
  "interview von ", "eine reportage von ", "reportage von ", "eine kolumne von ", "kolumne von ", "kommentar von ",
  "analyse von ", "ein essay von ", "essay von ", "eine rezension von ", "rezension von ", "bericht von ",
  "beitrag von ", "text und fotos: ", "texte: ", "une enquête de ", "enquête de ", "reportage de ",
  "un reportage de ", "chronique de ", "la chronique de ", "tribune de ", "une tribune de ", "analyse de ",
  "billet de ", "entretien réalisé par ", "article de ", "article par ", "un article de ", "par notre correspondant ",
  "par notre correspondante ", "signé par ", "texto de ", "texto por ", "una crónica de ", "crónica de ",
  "firmado por ", "elaborado por ", "redactado por ", "reportaje de ", "un reportaje de ", "análisis de ",
  "opinión de ", "columna de ", "testo di ", "articolo di ", "un articolo di ", "scritto da: ", "reportagem de ",
  "reportagem: ", "uma reportagem de ", "artigo de ", "coluna de ", "opinião de ", "een artikel van ",
  "geschreven door: ", "verslag van ", "text av ", "reportage av ", "text & foto: ", "text och foto: ",
  "tekst og foto: ", "kirjoittaja: ", "napisał: ", "napisała ", "napisała: ", "oprac. ", "opracowanie: ",
  "opracował ", "opracowała ", "rozmawiał ", "rozmawiała ", "rozmawiał: ", "rozmawiała: ", "autorka: ", "autorzy: ",
  "autoři: ", "autorka ", "napsal ", "napsala ", "írta: ", "szerző: ", "scris de ", "scris de: ", "autor articol: ",
  "yazan: ", "yazar: ", "haber: ", "γράφει ο ", "γράφει η ", "συντάκτης: ", "συντάκτρια: ", "автор статьи: ",
  "автор текста: ", "авторы: ", "беседовал ", "беседовала ", "автор тексту: ", "автори: ", "بقلم: ", "بقلم ", "كتب: ",
  "كتبت: ", "كتب ", "كتبت ", "إعداد: ", "تقرير: ", "الكاتب: ", "نویسنده: ", "מאת: ", "מאת ", "文＝", "文・", "取材・文：",
  "取材・文/", "取材・文=", "取材：", "ライター：", "撰文：", "撰文/", "文|", "文｜", "记者：", "記者：", "记者 ", "記者 ", "本报记者 ", "本報記者 ", "新华社记者 ",
  "napisane przez ", "napisano przez ", "автор записи ", "написано автором ", "執筆者 ", "geschreven door ",
  "글: ", "글·", "लेखक: ", "tác giả: ", "tác giả ", "oleh: ", "oleh ", "penulis: ", NULL
};

/* What comes behind a name and is none. Letters are ASCII, or compared as they are. */
static const char *const endings[] = {
  " foto:", " fotos:", " photo:", " photos:", " bild:", " bilder:", " illustration", " grafik:", " video:",
  " updated", " published", " posted", " last updated", " staff writer", " staff reporter", " is a ",
  " correspondent", " contributor", " reporter", " senior ", " writer", " columnist", " | ", " • ", " · ", " — ",
  " – ", " for ", " in ", " at ", " on ", " um ", " am ", "@", "http", " editor", " editorial ", " chief ",
  " executive ", " bureau ", " special to ", " photograph", " photos by", " photo by", " - ", " envoyé",
  " correspondant", " journaliste", " avec ", " redakteur", " redaktor", " korrespondent", " corresponsal",
  " enviado ", " enviada ", " corrispondente", " inviato", " inviata", " redactor", " redactie", " correspondente",
  " repórter", " reporteros", " 기자", " 특파원", "記者", "记者", "／", "//", " mit dpa", " con información ", " con agencias", NULL
};

/* What says in the middle of a line that a name follows: "Posted on 4 March by A. Example". */
static const char *const inside[] = {
  " by ", " von ", " par ", " por ", " door ", " av ", " af ", "作者：", "作者:", "記者：", "记者：", NULL
};

/* What stands where names do. */
static const char *const not_names[] = {
  "admin", "administrator", "editor", "staff", "guest", "user", "author", "unknown", "null", "undefined", "none",
  "redaktion", "share", "facebook", "twitter", "email", "comments", "follow", "contributor", "reporter",
  "correspondent", "last", "updated", "published", "posted", "by", "ph.d.", "phd", "md", "m.d.", "jr.", "jr",
  "anonymous", "dpa", "reuters", "afp", "ap", "sid", "apa", "ansa", "efe", "tass", "the author", "about the author",
  "read more", "more", "view all posts", "view profile", "website", "profile", "redaction", "redacción", "rédaction",
  "la rédaction", "redazione", "redactie", "редакция", "agencies", "agenturen", "newsroom", "news desk", "web desk",
  "staff reporter", "staff writer", "admins", "webmaster", "root", "default", "test", "posts", "post", "article",
  "home", "contact", "subscribe", "written", "comment", "reply", "kommentare", "autor", "author:", "authors",
  "redação", "redacao", "da redação", "redaktionen", "redakcja", "redakce", "toimitus", "szerkesztőség", "editorial",
  "editorial board", "the editorial board", "editorial staff", "editorial team", "the editors", "editors",
  "staff reporters", "our correspondent", "our reporter", "staff and agencies", "agencies and staff", "news agencies",
  "wire services", "agencias", "agencia", "agências", "agences", "agenzie", "agentur", "associated press",
  "the associated press", "reuters staff", "press association", "agence france-presse", "europa press", "xinhua",
  "pti", "ani", "ians", "upi", "pa media", "newsdesk", "online desk", "digital team", "news team", "press release",
  "pressemitteilung", "communiqué", "gastautor", "gastbeitrag", "guest contributor", "guest author", "guest post",
  "super user", "siteadmin", "administrador", "administrateur", "amministratore", "moderator", "autore", "auteur",
  "auteurs", "autoren", "автор", "редактор", "админ", "admin2", "user1", "von", "par", "por", "various",
  "various authors", "several authors", "anonym", "anonyme", "anónimo", "print", "pdf", "bio", "rss", "download",
  "news", "aktuell", NULL
};

/* What a person is, not who. */
static const char *const offices[] = {
  "foto:", "fotos:", "fotos ", "photos:", "photo:", "photos :", "bild:", "bilder:", "illustration", "grafik", "graphics", "video:", "kamera:",
  "office of ", "department", "communications", "pressestelle", "press office", "newsroom", "desk",
  "staff", "correspondent", "editor", "reporter", "writer", "technologist", "director", "fellow", "analyst",
  "columnist", "contributor", "professor", "senior ", "special to", "associate", "chief ", "redakteur", "journalist",
  "university", "bureau", "news service", " news", " times", " press", " post", " media", " radio", " journal",
  "agency", "magazine", "reportage", "photograph", "korrespondent", "autor", "volontär", "redaktor", "rédact",
  "rédac", "corresponsal", "periodista", "redactor", "giornalista", "repórter", "jornalista", "docent", "dozent",
  "chercheu", "professeur", "economist", "lecturer", "phd", "m.d.", "photos by", "photo by", NULL
};

/* Agencies whose name stands for the byline. */
static const char *const agencies[] = {
  "ap", "afp", "dpa", "reuters", "sid", "apa", "ansa", "efe", "tass", "upi", "pa", "pti", "ani", "ians", "epd", "kna",
  "belga", "anp", "ntb", "tt", "ritzau", "xinhua", "kyodo", "yonhap", "associated press", "the associated press",
  "agence france-presse", "press association", "pa media", "europa press", "reuters staff", "adnkronos", "pap", "čtk",
  "mti", "lusa", "agência lusa", "interfax", "риа новости", "тасс", "интерфакс", "新华社", "共同社", "時事通信", "共同通信", "연합뉴스", NULL
};
/* clang-format on */

static const char *const *const lists[] = {
  [CUT_BYLINE_ENDINGS] = endings, [CUT_BYLINE_INSIDE] = inside,     [CUT_BYLINE_NOT_NAMES] = not_names,
  [CUT_BYLINE_OFFICES] = offices, [CUT_BYLINE_AGENCIES] = agencies,
};

const char *const *
cut_byline_words (CutBylineWords words)
{
  return lists[words];
}

/* Returns: what stands in @text behind @opening, %NULL where it does not begin with it */
static const char *
skip (const char *text, const char *opening)
{
  while (*opening != '\0')
    {
      if (*text == '\0' || g_unichar_tolower (g_utf8_get_char (text)) != g_utf8_get_char (opening))
        return NULL;
      text = g_utf8_next_char (text);
      opening = g_utf8_next_char (opening);
    }
  return text;
}

const char *
cut_byline_skip_opening (const char *text)
{
  gunichar first = g_unichar_tolower (g_utf8_get_char (text));

  for (const char *const *opening = openings; *opening != NULL; opening++)
    {
      const char *rest = g_utf8_get_char (*opening) == first ? skip (text, *opening) : NULL;

      if (rest != NULL)
        return rest;
    }
  return text;
}

gboolean
cut_byline_is_agency (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_strv_contains (agencies, folded);
}
