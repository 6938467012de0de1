/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-phrase.h"

#include <string.h>

/* Phrases are compared with the first so many characters of a line. */
#define OPENING_CHARS 40
#define MAX_CREDIT_CHARS 140
#define MAX_INVITATION_CHARS 120
#define MAX_TRAIL_CHARS 120
#define MAX_SIGNATURE_CHARS 40
#define MAX_WIDE_SIGNATURE_CHARS 20
#define MAX_INITIALS_CHARS 24
#define MAX_AGENCY_LETTERS 8
#define MIN_NUMBER_FIGURES 6 /* of a telephone */

/* clang-format off */
/* First words of calls and teasers, folded to lower case. */
static const char *const openings[] = {
 
 
 
  "media playback is", "media caption", "your browser does not", "please enable javascript",
  "you need to enable javascript", "this content is not available", "to view this video",
  "your video will play", "image copyright", "updated date:", "click to ", "tap to ",
  "contributed to this", "email the author", "follow @",
  "read more", "read also", "read next", "also read", "more on this", "related:",
  "related topics", "related reading", "related content",
  "related coverage", "see also", "recommended:", "recommended for you", "you may also like", "you may also be interested", "you may also enjoy",
  "you might also like", "you might also be interested", "you might also enjoy", "you may like", "don't miss", "don’t miss", "sign up for", "sign up to",
  "sign up here", "sign up now", "subscribe to", "subscribe now", "subscribe today",
  "subscribe here", "follow us on", "follow us", "share this", "share on", "share your",
  "click here to", "click here for", "download our app", "download the app",
  "get our newsletter", "get the latest", "get the best", "story continues below",
  "article continues below", "continue reading", "view comments", "leave a comment",
  "post a comment", "join the conversation", "read the full", "watch:", "listen:",
  "listen to the podcast", "like us on", "email this", "print this", 
  "editor's picks", "editor’s picks", "trending now", "want to read more",
  "this story originally", "this article originally", "this article was originally",
  "this article first appeared", "this post originally", "this post first appeared",
  "republished from", "have a tip", "got a tip", "send tips", "contact the reporter",
  "contact the author", "if you enjoyed", "like this article", "like what you",
  "support independent", "become a member", "become a subscriber", "already a subscriber",
  "already have an account", "to read this", "thank you for reading", "thanks for reading",
  "all rights reserved", "copyright ©", "© ",
  "© copyright", "tags:", "tagged:", "topics:", "categories:",
  "category:", "keywords:", "labels:", 
  "photo gallery", "view gallery", "scroll to continue", "skip to",
  "back to top", "print article", "save article", "add your comment", "comments are closed",
  "comments on this", "tweet this", "pin it", "lesen sie auch", "lesen sie mehr",
  "lesen sie hier", "lesen sie dazu", "mehr zum thema",
  "das könnte sie", "das könnte dich", "könnte sie auch", "zum newsletter",
  "weiterlesen", "themen:", "schlagworte:",
  "kommentar schreiben", "jetzt abonnieren", "abonnieren sie", "newsletter abonnieren",
  "folgen sie uns", "folge uns", "artikel teilen", "zur startseite",
  "siehe auch", "alle rechte vorbehalten", "lire aussi",
  "à lire aussi", "a lire aussi", "à lire également", "lire également", "lire la suite",
  "à voir aussi", "voir aussi", "sur le même sujet", "sur le même thème", "abonnez-vous",
  "s'abonner", "s’abonner", "inscrivez-vous", "suivez-nous", "article réservé",
  "en savoir plus", "plus d'infos", "plus d’infos", "tous droits réservés", "lee también",
  "lee más", "leer más", "leer también", "lea también", "lea además", "le puede interesar",
  "te puede interesar", "puede interesarte", "también te puede", 
  "ver también", "vea también", "suscríbete", "suscríbase", "síguenos", "siga leyendo",
  "sigue leyendo", "etiquetas:", "todos los derechos", "leggi anche", "leggi tutto", "leggi qui",
  "leggi pure", "potrebbe interessarti", "potrebbero interessarti", "iscriviti", "abbonati",
  "seguici", "continua a leggere", "vedi anche", "leia também", "leia mais", "veja também",
  "saiba mais", "veja mais", "inscreva-se", "siga-nos", "compartilhe", "continue lendo",
  "lees ook", "lees meer", "lees verder", "bekijk ook", "zie ook", "abonneer",
  "schrijf je in", "volg ons", "deel dit", "läs också", "läs även", "läs mer", "följ oss",
  "prenumerera", "dela artikeln", "les også", "les mer", "følg oss", "del artikkelen",
  "læs også", "læs mere", "følg os", "lue myös", "lue lisää", "czytaj także", "czytaj też",
  "czytaj więcej", "zobacz także", "zobacz też", "przeczytaj także", "čtěte také", "čtěte též",
  "přečtěte si", "olvassa el", "citește și", "citeste si", "devamını oku", "devamını okuyun", "devamını okumak için", "ayrıca oku", "ayrıca okuyun", "ayrıca okuyunuz",
  "читайте также", "читайте ещё", "читать далее", "смотрите также", "подписывайтесь",
  "читайте також", "підписуйтесь", "διαβάστε επίσης", "اقرأ أيضا", "إقرأ أيضا",
  "关注我们", "相关阅读", "延伸阅读", "推荐阅读", "责任编辑", "関連記事", "あわせて読みたい", "관련기사", "read our",
  "read:", "more:", "see more", "join our ", "melden sie sich für", "mehr zu diesem",
  "mehr aus dem ressort", "for more on", "for more news",
  "for more stories", "tell us in the comments", "let us know in the comments",
  "what do you think? ", "support our journalism", "watch now:",
  "contact us at", "log in to comment", "log in to continue",
  "users browsing this", "who is online", "you may not post", 
  "jetzt bewerben", "apply now", "edit this page", "last updated on", "mitglieder in diesem forum",
  "wer ist online", "antworten erstellen", "ver más noticias", "read full story", "read full article",
  "text size", "font size", "schriftgröße", "schriftgrösse", "taille du texte", "tamaño de letra", "tamaño del texto",
  "tamanho da letra", "tamanho do texto", "dimensione testo", "lettergrootte", "read or share this", "share or comment",
  "listen to this article", "listen to article", "artikel anhören", "écouter l'article", "écouter cet article",
  "escuchar este artículo", "ouça este", "ascolta l'articolo", "posłuchaj artykułu", "show comments", "hide comments",
  "load comments", "you can now listen", "a version of this article", "this article appears in the", "dalsza część artykułu",
  "dalszy ciąg materiału", "ciąg dalszy artykułu", "dalsza część tekstu", "leé también", "mirá también", "seguí leyendo", "répondre à cet article", "répondre à cette discussion", "répondre à cette annonce", "répondre à ce billet", "répondre à ce message", "responder a este", "etiketler:", "anahtar kelimeler:", "štítky:", "značky:", "címkék:", "etichete:", "ετικέτες:", "原标题", "ⓒ ", "email me when", "get notified", "kommentare anzeigen", "kommentare lesen", "voir les commentaires", "lire les commentaires",
  "ver comentarios", "ver comentários", "leggi i commenti", "mostra commenti", "disclosure: this post contains",
  "this article contains affiliate", "this post may contain affiliate", "dieser artikel enthält affiliate",
  "original print headline", "this material may not be", "reproduction without permission", "nachdruck nur mit", "nachdruck verboten", "reproducción prohibida",
  "riproduzione riservata", "© riproduzione riservata",
  "tiempo de lectura", "tempo de leitura", "tempo di lettura", "bewerten sie diesen", "rate this article",
  "diesen artikel bewerten", "war dieser artikel hilfreich", "was this article helpful", "was this page helpful", "did you find this",
  "bookmark the permalink", "bookmark the", "this entry was posted", "dieser eintrag wurde",
  "esta entrada fue publicada", "ce contenu a été publié", "cette entrée a été publiée", "questa voce è stata pubblicata",
  "esta entrada foi publicada", "dit bericht werd geplaatst", "ten wpis został opublikowany", "запись опубликована",
  "wird geladen", "like this:", "me gusta:", "j’aime ça", "j'aime ça", "teilen mit:", "share this:", "partager :",
  "comparte esto:", "condividi:", "compartilhe isso:", "abgelegt unter", "verschlagwortet mit",
  "kategorien:", "kategorie:", "catégories :", "categorías:",
  "categorie:", "categoría:", "mots-clés", "palabras clave:", "temas:", "tópicos:", "onderwerpen:", "ämnen:", "emner:", "aiheet:",
  "tagi:", "tematy:", "метки:", "теги:", "рубрика:", "标签：", "标签:", "タグ", "カテゴリー", "الوسوم", "كلمات مفتاحية",
  "sigue toda la información", "clique aqui para seguir", 
  "biografia dell'autore",
  "作者简介", "著者について", "筆者紹介", "bunlar da ilginizi", "haberin devamı",
  "ये भी पढ़ें", "यह भी पढ़ें", "इसे भी पढ़ें", "और पढ़ें", "शेयर करें", "टैग्स", "यह भी देखें", "קראו עוד", "קראו גם", "עוד בנושא", "תגיות", "לכתבה המלאה", "עקבו אחרינו",
  "저작권자", "ⓒ", "무단 전재", "무단전재", "제보는", "文章关键词", "关键词：", "责编：", "责编:", "編輯：", "编辑：", "相关新闻", "相关阅读", "热门推荐", "本文来源", "更多精彩", "扫一扫", "原标题：", "延伸閱讀", "更多新聞", "看更多",
  "こちらもおすすめ", "おすすめ記事", "続きを読む", "この記事は有料", "この記事をシェア", "メールでシェア", "印刷する", "اقرأ المزيد", "اقرأ أيضًا", "اقرأ ايضا", "شاهد أيضا", "شاهد أيضاً", "مواضيع ذات صلة", "أخبار ذات صلة", "تابعونا",
  "بیشتر بخوانید", "بیشتر بدانید", "مطالب مرتبط", "baca juga", "simak juga", "lihat juga", "xem thêm", "đọc thêm", "อ่านเพิ่มเติม", "อ่านข่าว",
  "argomenti:", "ti potrebbe interessare", "resta aggiornato", "segui le news", "może cię zainteresować",
  "materiał chroniony", "dalsze rozpowszechnianie", "news provided by", "материалы по теме", "по теме:", "главные новости", "больше новостей", "следите за ", "присоединяйтесь",
  "διαβάστε ακόμα", "διαβάστε περισσότερα", "ακολουθήστε", "fler artiklar", "les mer om", "følg med",
  "skip past", "after newsletter promotion", "views expressed in this",
  "opinions expressed", "letter in response to", "letters in response to", "har du hittat ett fel", "hittat fel i", "hittade du ett fel", "fant du en feil",
  "haben sie einen fehler", "fehler im artikel", "fehler melden", "vous avez repéré une", "signaler une erreur", "corrections policy",
  "conforme a los criterios", "si encontraste un error", "errata?", "encontrou um erro", "hai trovato un errore", "znalazłeś błąd", "нашли ошибку", "заметили ошибку",
  "for media inquiries", "for media enquiries", "press contact:", "contact presse", "contacts presse",
  "contatti stampa", "contacto de prensa", "contato de imprensa", "perscontact", "presskontakt", "kontakt dla mediów", "контакты для сми",
  "jump to comments", "reuse this content", "this article is part of our", "sign in to continue", "create a free account", 
  "hier geht es zum newsletter", "hier geht es zum artikel", "hier geht es zum video", "hier geht es zum podcast",
  "hier geht es zur anmeldung", "hier geht es zur app", "hier geht es zu unserem",
  "hier geht es zu unseren", "hier geht es zu allen", "hier geht's zum newsletter", "hier geht's zur anmeldung",
  "zurück zur startseite", "zurück zur übersicht", "zurück zur liste", "zurück zum artikel",
  "zurück zum seitenanfang", "zurück zum anfang", "zurück nach oben", "dieser beitrag wurde unter",
  "dieser beitrag wurde am", "dieser beitrag wurde veröffentlicht", "toute reproduction interdite",
  "toute reproduction, même", "toute reproduction sans", "toute reproduction totale", "toute reproduction ou",
  "toute reproduction est interdite", "the views expressed in this", "the views expressed here",
  "the views expressed are", "the opinions expressed in this", "the opinions expressed here",
  "the opinions expressed are", NULL
};

/* Likewise, where the word goes on. */
static const char *const stems[] = {
  "related stor", "related article",
  "copyright 2", "lesetipp",
  "bildquelle", "pressekontakt", "media contact", "ilgili haber", "i̇lgili haber", "newyou can now",
  "potrebbe anche interessar", "hier geht es zum live", NULL
};

/* What sentences begin with, too: a line of its own, or what stands before a colon. */
static const char *const labels[] = {
  "l'autore", "l’autore", "weitere themen", "weitere artikel",
  "weitere nachrichten", "mehr dazu", "auch interessant", "most popular", "most read",
  "next up", "up next", "approfondisci", "polecamy", "sull'autore", "sull’autore",
  "nach oben", "our standards", "our journalism",
  "advertisement", "sobre el autor", "sobre la autora", "sobre o autor", "sobre a autora", "à propos de l’auteur",
  "à propos de l'auteur", "à propos de l’autrice", "à propos des auteurs", "a propos de l'auteur", "om författaren",
  "o autorze", "o autorce", "об авторе", "про автора", "yazar hakkında", "sobre la firma", "meet the author",
  "mehr lesen", "se även", "se också", "se også", "поделиться", "fehler gefunden", "want more", "about the author",
  "about the authors", "about the writer", "about the writers", "about the reporter", "about the reporters",
  "über den autor", "über die autorin", "über die autoren", "über die autorinnen", "over de auteur",
  "over de auteurs", "media inquiries", "media enquiries", NULL
};

/* What an address or a number follows. */
static const char *const contacts[] = { "media inquiries", "media enquiries", NULL };

/* What short lines begin with that say where a text stands: no sentences. */
static const char *const places[] = {
  "filed under", "posted in", "sponsored by", "powered by", "publicado en", "publié dans", "pubblicato in",
  "geplaatst in", "veröffentlicht in", "veröffentlicht am", "archivado en", "tagged with", "more from",
  "more stories", "more news", "latest news", "mer om", "meer over", "más sobre", "lesezeit", "leestijd",
  "temps de lecture", "reading time", NULL
};

/* Lines that say no more than this. */
static const char *const whole_lines[] = {
  "advertisement", "advertisement - story continues below", "ad", "ads", "anzeige", "werbung",
  "publicité", "publicidad", "pubblicità", "publicidade", "advertentie", "annons", "annonse",
  "annonce", "reklama", "реклама", "image", "photo", "photos", "video", "audio", "share",
  "teilen", "partager", "compartir", "condividi", "close", "schließen", "loading...", "loading…",
  "play", "print", "drucken", "imprimer", "caption", "hide caption", "toggle caption", "enlarge",
  "enlarge this image", "comments", "kommentare", "comment", "comments (0)", "0 comments",
  "no comments", "share this article", "tweet", "facebook", "twitter", "whatsapp", "email",
  "e-mail", "link", "copy link", "save", "follow", "subscribe", "abonnieren", "menu", "search",
  "top", "next", "previous", "newsletter", "more", "mehr", "tags", "topics", "related",
  "advert", "sponsored", "promoted", "sign in", "log in", "login", "register",
  "view image", "getty images", "reuters", "recommended", "trending",
  "kudos", "likes", "shares", "views", "retweets", "replies", "reposts", "claps", "コメント", "シェア", "ツイート", "shared", "reactions", "like", "reply", "report", "flag", "download", "download pdf", "embed", "transcript", "leave a reply",
  "antworten", "répondre", "responder", "rispondi", "beantwoorden", "svara", "svar", "print this page", "seite drucken", "gefällt mir", "reageer", "reageren",
  "accesses", "citations", "downloads", "answers", "answer", "sorted by", "asked", "viewed", "votes", "points", "upvotes", "vote", "out of 5 stars",
  "read more", "weiterlesen", "back", "zurück", "pfeil nach links", "pfeil nach rechts", NULL
};

/* What stands above readers' comments, without their number. */
static const char *const comment_heads[] = {
  "comments", "reader comments", "readers' comments", "user comments", "comments section", "all comments", "leave a comment", "post a comment",
  "leave a reply", "add a comment", "write a comment", "join the discussion", "join the conversation",
  "discussion about this post", "discussion about this episode",
  "kommentare", "leserkommentare", "kommentar schreiben", "schreibe einen kommentar", "kommentar hinterlassen",
  "schreiben sie einen kommentar", "neuer kommentar", "diskussion zum artikel", "commentaires", "vos commentaires", "vos réactions", "laisser un commentaire",
  "laissez un commentaire", "ajouter un commentaire", "poster un commentaire", "les commentaires", "comentarios", "deja un comentario", "dejar un comentario",
  "deja una respuesta", "escribe un comentario", "opiniones de los lectores", "comentários", "deixe um comentário",
  "deixe uma resposta", "deixe o seu comentário", "lascia un commento", "i commenti dei lettori", "scrivi un commento", "commenti dei lettori", "reageer op dit artikel",
  "geef een reactie", "plaats een reactie", "kommentarer", "lämna ett svar", "lämna en kommentar", "skriv en kommentar", "skriv kommentar", "legg igjen en kommentar",
  "kommentit", "jätä kommentti", "komentarze", "dodaj komentarz", "zostaw komentarz", "napisz komentarz", "komentáře", "přidat komentář",
  "komentáre", "komentari", "hozzászólások", "hozzászólás", "comentarii", "lasă un comentariu", "yorumlar", "yorum yap", "bir yanıt yazın", "комментарии", "комментарий",
  "оставить комментарий", "добавить комментарий", "коментарі", "залишити коментар", "σχόλια", "αφήστε ένα σχόλιο", "التعليقات", "تعليقات", "اترك تعليقا", "أضف تعليق",
  "نظرات", "دیدگاه‌ها", "תגובות", "הוסף תגובה", "כתיבת תגובה", "评论", "網友評論", "网友评论", "評論", "留言", "发表评论", "發佈留言", "发表回复", "最新评论", "コメント", "コメントを残す",
  "コメントする", "댓글", "댓글쓰기", "टिप्पणियाँ", "टिप्पणियां", "एक उत्तर दें", "bình luận", "komentar", "tinggalkan balasan", "ความคิดเห็น", NULL
};

/* Sections of articles are called so, too. */
static const char *const section_heads[] = {
  "réactions", "reacties", "обсуждение", "commenti", "reaktionen", "reacciones", "reazioni", "discussion", "responses", "thoughts", "reactions", NULL
};

/* What follows their number. */
static const char *const comment_openings[] = {
  "thoughts on ", "thought on ", "responses to ", "response to ", "comments on ", "comment on ", "replies to ", "reply to ", "comments to ",
  "gedanken zu ", "gedanke zu ", "kommentare zu ", "kommentar zu ", "antworten auf ", "commentaires sur ", "réponses à ", "réflexions sur ", "réflexion sur ",
  "comentarios en ", "comentario en ", "respuestas a ", "comentários em ", "respostas para ", "commenti su ", "risposte a ", "pensieri su ",
  "reacties op ", "gedachten over ", "svar på ", "kommentarer till ", "kommentarer til ", "komentarze do ", "мыслей о ", "комментариев к ", NULL
};

/* What calls with a link in them say somewhere. */
static const char *const calls[] = {
  "our newsletter", "our free newsletter", "our daily newsletter", "our weekly newsletter",
  "our morning newsletter", "our email newsletter", "our newsletters", "sign up for",
  "sign up here", "sign up to", "subscribe to our", "subscribe here", "follow us on",
  "follow him on", "follow her on", "follow them on", "follow me on", "join our telegram",
  "join our whatsapp", "whatsapp channel", "telegram channel", "our app ", "download the app",
  "our youtube channel", "our facebook page", "our podcast", "unseren newsletter",
  "unserem newsletter", "unser newsletter", "whatsapp-kanal", "telegram-kanal", "unsere app",
  "folgen sie uns", "notre newsletter", "nos newsletters", "notre application", "notre chaîne",
  "suivez-nous", "nuestra newsletter", "nuestro boletín", "nuestro canal", "síguenos en",
  "nostra newsletter", "nostro canale", "nossa newsletter", "nosso canal", "onze nieuwsbrief",
  "vårt nyhetsbrev", "vores nyhedsbrev", "nasz newsletter", "наш канал", "наш telegram",
  "become a member", "support us on", "buy me a coffee", "patreon", NULL
};

/* What they say somewhere, with a link or without. */
static const char *const invitations[] = {
  "is a reader-supported publication", "to receive new posts and support", "consider becoming a free or paid subscriber", NULL
};

/* What an address of the reporter follows. */
static const char *const reaches[] = {
  " can be reached at ", " may be reached at ", "contact the reporter at ", "email the reporter at ", NULL
};

/* What stands below articles with one of the callings; reviews of books say it, too. */
static const char *const writers[] = {
  "the writer is a", "the writer is an", "the writer is the", "the author is a", "the author is an", "the author is the", NULL
};

static const char *const callings[] = {
  "academic", "activist", "adviser", "advisor", "ambassador", "analyst", "anthropologist", "architect", "artist", "associate", "attorney", "author",
  "banker", "barrister", "biologist", "broadcaster", "chair", "chairman", "chairwoman", "chief", "climatologist", "co-founder", "columnist",
  "commentator", "consultant", "contributor", "correspondent", "counsel", "critic", "dean", "deputy", "diplomat", "director", "doctor", "economist",
  "editor", "engineer", "entrepreneur", "essayist", "executive", "farmer", "fellow", "former", "founder", "freelance", "freelancer", "geographer",
  "governor", "head", "historian", "intern", "journalist", "judge", "lawyer", "leader", "lecturer", "manager", "mayor", "member", "minister", "mp",
  "novelist", "nurse", "officer", "partner", "philosopher", "photographer", "physician", "physicist", "playwright", "poet", "politician", "president",
  "principal", "producer", "professor", "psychologist", "reporter", "researcher", "retired", "scholar", "scientist", "secretary", "senator",
  "sociologist", "solicitor", "specialist", "staff", "student", "surgeon", "teacher", "trustee", "writer", NULL
};

/* First words of a picture's credit. */
static const char *const credits[] = {
  "photo:", "photo :", "photos:", "photo by ", "photos by ", "photograph:", "photograph by ",
  "photography by ", "image:", "images:", "image by ", "image credit", "image source",
  "photo credit", "picture:", "pictures:", "credit:", "illustration:", "illustration by ",
  "foto:", "fotos:", "foto di ", "foto von ", "foto © ", "bild:", "bilder:", "bildquelle:",
  "symbolbild", "archivbild", "crédit photo", "crédits photo", "photo d'", "photo d’", "© photo",
  "imagen:", "imagen de ", "fotografía:", "immagine:", "foto de ", "foto: ", "kuva:", "zdjęcie:",
  "fot.", "фото:", "видео:", "图片来源", "getty images", "(getty images", "(photo by", "(photo:",
  "(foto:", "(ap photo", NULL
};
/* clang-format on */

/* Returns: (transfer full): the first characters of @text from its first letter on, in lower case */
static char *
open_line (const char *text)
{
  const char *end;

  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)) && *text != '('
         && !g_str_has_prefix (text, "©") && !g_str_has_prefix (text, "ⓒ"))
    text = g_utf8_next_char (text);
  end = text;
  for (guint i = 0; i < OPENING_CHARS && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return g_utf8_strdown (text, end - text);
}

static gboolean
begins (const char *line, const char *const *phrases)
{
  for (; *phrases != NULL; phrases++)
    if (**phrases == *line && g_str_has_prefix (line, *phrases))
      return TRUE;
  return FALSE;
}

/* Whether words are parted by spaces in the script of @c. */
static gboolean
is_parted (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return g_unichar_isalpha (c) && (script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_CYRILLIC || script == G_UNICODE_SCRIPT_GREEK);
}

/* Likewise, where the last word of the phrase ends with it. Returns: (nullable): what follows */
static const char *
skip_words (const char *line, const char *const *phrases)
{
  for (; *phrases != NULL; phrases++)
    {
      const char *rest = g_str_has_prefix (line, *phrases) ? line + strlen (*phrases) : NULL;

      if (rest != NULL && !(is_parted (g_utf8_get_char (g_utf8_prev_char (rest))) && is_parted (g_utf8_get_char (rest))))
        return rest;
    }
  return NULL;
}

/* Whether a mail address or the number of a telephone stands in @text. */
static gboolean
has_address (const char *text)
{
  guint figures = 0;

  for (const char *c = text; *c != '\0'; c++)
    figures += g_ascii_isdigit (*c);
  return strchr (text, '@') != NULL || figures >= MIN_NUMBER_FIGURES;
}

/* "Weitere Themen", "About the author: Ada Kell" */
static gboolean
is_label (const char *line)
{
  const char *rest = skip_words (line, labels);

  if (rest == NULL)
    return FALSE;
  while (*rest == ' ')
    rest++;
  return *rest == '\0' || g_utf8_strchr (":»›>→…?!|-–—", -1, g_utf8_get_char (rest)) != NULL;
}

/* "Mer om bostäder", "Filed under: Harbour" */
static gboolean
is_place (const char *line)
{
  const char *rest = skip_words (line, places);

  if (rest == NULL)
    return FALSE;
  return *rest == ':' || g_str_has_prefix (rest, " :")
         || (g_utf8_strlen (line, -1) < OPENING_CHARS && strchr (".!?", line[strlen (line) - 1]) == NULL);
}

/* "Il vous reste 70 % de cet article à lire." */
static gboolean
counts_rest (const char *line)
{
  return g_str_has_prefix (line, "il vous reste ") && strchr (line, '%') != NULL;
}

static gboolean
has_any (const char *lower, const char *const *phrases)
{
  for (; *phrases != NULL; phrases++)
    if (strstr (lower, *phrases) != NULL)
      return TRUE;
  return FALSE;
}

/* "Follow Ada Example on Mastodon" */
static gboolean
invites_to_follow (const char *text)
{
  static const char *const verbs[] = { "follow ", "folgen sie ", "folgt ", "suivez ", "sigue a ", "siga ", "segui ", "volg ", "följ ", "читайте ", "следите ", NULL };
  static const char *const networks[] = { "twitter", "facebook", "instagram", "mastodon", "bluesky", "linkedin", "youtube", " on threads", " auf threads", " sur threads", " en threads",
                                          " su threads", " op threads", " på threads", "telegram", "google news", "tiktok", "flipboard", "телеграм", "вконтакте", "яндекс", NULL };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  if (!begins (lower, verbs) || g_utf8_strlen (text, -1) > MAX_INVITATION_CHARS)
    return FALSE;
  return has_any (lower, networks);
}

/* "“Subscribe now” is all that the page says": somebody's words, not the page's. */
static gboolean
opens_quotation (const char *text)
{
  static const char *const marks[] = { "“", "„", "«", "»", "‘", "\"", NULL };

  for (const char *const *mark = marks; *mark != NULL; mark++)
    if (g_str_has_prefix (text, *mark))
      return TRUE;
  return FALSE;
}

gboolean
cut_phrase_opens_furniture (const char *text)
{
  g_autofree char *line = NULL;

  while (g_ascii_isspace (*text))
    text++;
  if (opens_quotation (text))
    return FALSE;
  line = open_line (text);
  return skip_words (line, openings) != NULL || begins (line, stems) || is_label (line) || is_place (line) || counts_rest (line) || invites_to_follow (text)
         || (skip_words (line, contacts) != NULL && has_address (text));
}

gboolean
cut_phrase_is_trail (const char *text)
{
  static const char *const marks[] = { " > ", " › ", " » ", NULL };

  for (const char *const *mark = marks; *mark != NULL; mark++)
    {
      const char *first = strstr (text, *mark);

      if (first != NULL && strstr (first + 1, *mark) != NULL && g_utf8_strlen (text, -1) <= MAX_TRAIL_CHARS)
        return TRUE;
    }
  return FALSE;
}

gboolean
cut_phrase_is_mark (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* "ae/dpa/AFP" */
static gboolean
is_initials (const char *text)
{
  guint letters = 0;

  for (; *text != '\0'; text++)
    {
      letters = g_ascii_isalpha (*text) ? letters + 1 : 0;
      if (letters > MAX_AGENCY_LETTERS || !(g_ascii_isalpha (*text) || *text == '/' || *text == ' '))
        return FALSE;
    }
  return TRUE;
}

gboolean
cut_phrase_is_signature (const char *text)
{
  glong chars = g_utf8_strlen (text, -1);
  gboolean round = g_str_has_prefix (text, "(") && g_str_has_suffix (text, ")");
  gboolean wide = g_str_has_prefix (text, "（") && g_str_has_suffix (text, "）");

  if (round || wide)
    return chars <= (wide ? MAX_WIDE_SIGNATURE_CHARS : MAX_SIGNATURE_CHARS);
  return chars <= MAX_INITIALS_CHARS && strchr (text, '/') != NULL && is_initials (text);
}

/* "5 min read" */
static gboolean
is_reading_time (const char *line)
{
  static const char *const words[] = { "min read", "minute read", "minutes read", "mins read", "min. read", "min lesezeit", "min. lesezeit",
                                       "minuten lesezeit", "min de lecture", "minutes de lecture", "min de lectura", "minutos de lectura",
                                       "minuti di lettura", "min di lettura", "min de leitura", "minutos de leitura", "min leestijd",
                                       "minuten leestijd", "minuten lezen", "min läsning", "min czytania", "минут чтения", NULL };
  gsize figures = strspn (line, "0123456789");

  if (figures == 0 || figures > 3)
    return FALSE;
  line += figures + strspn (line + figures, " -");
  for (const char *const *word = words; *word != NULL; word++)
    if (g_str_has_prefix (line, *word) && strlen (line) <= strlen (*word) + 1)
      return TRUE;
  return FALSE;
}

gboolean
cut_phrase_is_button (const char *text)
{
  g_autofree char *line = open_line (text);
  gsize stripped = strlen (line);
  gsize figures = strspn (line, "0123456789., ");

  while (stripped > 0 && strchr (" :.»>›→|", line[stripped - 1]) != NULL)
    stripped--;
  line[stripped] = '\0';
  /* "12 likes" */
  return g_strv_contains (whole_lines, line) || is_reading_time (line)
         || (figures > 0 && figures < stripped && g_strv_contains (whole_lines, line + figures));
}

/* "3. " numbers a section, "3 " counts. */
static gboolean
is_numbered (const char *lower)
{
  gsize figures = strspn (lower, "0123456789");

  return figures > 0 && (lower[figures] == '.' || lower[figures] == ')') && !g_ascii_isdigit (lower[figures + 1]);
}

/* "2 thoughts on “New pier”" */
static gboolean
is_quoting (const char *start)
{
  for (const char *const *opening = comment_openings; *opening != NULL; opening++)
    if (g_str_has_prefix (start, *opening))
      return opens_quotation (start + strlen (*opening));
  return FALSE;
}

CutCommentsHead
cut_phrase_heads_comments (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autofree char *word = NULL;
  char *start = lower;
  gsize n;

  if (is_numbered (lower))
    return CUT_COMMENTS_NONE;
  while (*start != '\0' && strchr ("0123456789.,()[]#|: \t", *start) != NULL)
    start++;
  n = strlen (start);
  while (n > 0 && strchr ("0123456789.,()[]#|:↓ \t", start[n - 1]) != NULL)
    n--;
  word = g_strndup (start, n);
  if (g_strv_contains (comment_heads, word) || (start > lower && is_quoting (start)))
    return CUT_COMMENTS_SURELY;
  return g_strv_contains (section_heads, word) || (start > lower && begins (start, comment_openings)) ? CUT_COMMENTS_PERHAPS : CUT_COMMENTS_NONE;
}

gboolean
cut_phrase_calls (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return has_any (lower, calls);
}

gboolean
cut_phrase_invites (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return has_any (lower, invitations);
}

/* "The writer is a lawyer in Norrvik.", but not "The author is a master of suspense." */
static gboolean
tells_calling (const char *lower)
{
  const char *rest = skip_words (lower, writers);
  g_auto (GStrv) words = rest != NULL ? g_strsplit_set (rest, " ,.;()", -1) : NULL;

  for (char **word = words; word != NULL && *word != NULL; word++)
    if (g_strv_contains (callings, *word))
      return TRUE;
  return FALSE;
}

gboolean
cut_phrase_ends_article (const char *text)
{
  g_autofree char *line = open_line (text);
  g_autofree char *lower = g_utf8_strdown (text, -1);

  if (is_label (line) || tells_calling (lower))
    return TRUE;
  for (const char *const *phrase = reaches; *phrase != NULL; phrase++)
    {
      const char *at = strstr (lower, *phrase);

      if (at != NULL && has_address (at))
        return TRUE;
    }
  return FALSE;
}

gboolean
cut_phrase_is_credit (const char *text)
{
  g_autofree char *line = open_line (text);

  return g_utf8_strlen (text, -1) <= MAX_CREDIT_CHARS && begins (line, credits);
}
