/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-class.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *word;
  guint meaning;
} Word;

/* In alphabetical order: looked up by halving. */
static const Word words[] = {
  { "abo", CUT_CLASS_CALL },
  { "abonnement", CUT_CLASS_CALL },
  { "abonnieren", CUT_CLASS_CALL },
  { "aboutauthor", CUT_CLASS_BIO },
  { "aboutauthors", CUT_CLASS_BIO },
  { "accordion", CUT_CLASS_PANEL },
  { "ad", CUT_CLASS_AD },
  { "adblock", CUT_CLASS_AD },
  { "adbox", CUT_CLASS_AD },
  { "adcontainer", CUT_CLASS_AD },
  { "addthis", CUT_CLASS_SHARE },
  { "addtoany", CUT_CLASS_SHARE },
  { "ads", CUT_CLASS_AD },
  { "adsense", CUT_CLASS_AD },
  { "adslot", CUT_CLASS_AD },
  { "adunit", CUT_CLASS_AD },
  { "advert", CUT_CLASS_AD },
  { "advertise", CUT_CLASS_AD },
  { "advertisement", CUT_CLASS_AD },
  { "advertising", CUT_CLASS_AD },
  { "advertisment", CUT_CLASS_AD },
  { "advertorial", CUT_CLASS_AD },
  { "adverts", CUT_CLASS_AD },
  { "adwrapper", CUT_CLASS_AD },
  { "adzone", CUT_CLASS_AD },
  { "akkordeon", CUT_CLASS_PANEL },
  { "alsolike", CUT_CLASS_RELATED },
  { "alsoread", CUT_CLASS_RELATED },
  { "answer", CUT_CLASS_PANEL },
  { "antetitulo", CUT_CLASS_TAGS },
  { "anzeige", CUT_CLASS_AD },
  { "appdownload", CUT_CLASS_CALL },
  { "argomenti", CUT_CLASS_TAGS },
  { "artboard", CUT_CLASS_SIDE },
  { "article", CUT_CLASS_GOOD },
  { "articleauthor", CUT_CLASS_AUTHOR },
  { "articleauthors", CUT_CLASS_AUTHOR },
  { "articledate", CUT_CLASS_DATE },
  { "articlemeta", CUT_CLASS_BAD },
  { "audioplayer", CUT_CLASS_CALL },
  { "auteur", CUT_CLASS_AUTHOR },
  { "auteurs", CUT_CLASS_AUTHOR },
  { "author", CUT_CLASS_AUTHOR },
  { "authorbio", CUT_CLASS_BIO },
  { "authorbox", CUT_CLASS_BIO },
  { "authordescription", CUT_CLASS_BIO },
  { "authorinfo", CUT_CLASS_BIO },
  { "authorline", CUT_CLASS_AUTHOR },
  { "authorlink", CUT_CLASS_AUTHOR },
  { "authorname", CUT_CLASS_AUTHOR },
  { "authorprofile", CUT_CLASS_BIO },
  { "authors", CUT_CLASS_AUTHOR },
  { "autor", CUT_CLASS_AUTHOR },
  { "autora", CUT_CLASS_AUTHOR },
  { "autore", CUT_CLASS_AUTHOR },
  { "autoren", CUT_CLASS_AUTHOR },
  { "autorenbox", CUT_CLASS_BIO },
  { "autoreninfo", CUT_CLASS_BIO },
  { "autores", CUT_CLASS_AUTHOR },
  { "autorin", CUT_CLASS_AUTHOR },
  { "autorinfo", CUT_CLASS_BIO },
  { "autorname", CUT_CLASS_AUTHOR },
  { "bajada", CUT_CLASS_STANDFIRST },
  { "banner", CUT_CLASS_BAD },
  { "bildnachweis", CUT_CLASS_CREDIT },
  { "bildquelle", CUT_CLASS_CREDIT },
  { "bildtext", CUT_CLASS_CAPTION },
  { "bildunterschrift", CUT_CLASS_CAPTION },
  { "bio", CUT_CLASS_BIO },
  { "biography", CUT_CLASS_BIO },
  { "blog", CUT_CLASS_GOOD },
  { "body", CUT_CLASS_GOOD },
  { "breadcrumb", CUT_CLASS_NAVIGATION },
  { "breadcrumbnav", CUT_CLASS_NAVIGATION },
  { "breadcrumbs", CUT_CLASS_NAVIGATION },
  { "byauthor", CUT_CLASS_AUTHOR },
  { "bydate", CUT_CLASS_DATE },
  { "byline", CUT_CLASS_AUTHOR },
  { "bylinename", CUT_CLASS_AUTHOR },
  { "bylines", CUT_CLASS_AUTHOR },
  { "byphoto", CUT_CLASS_CREDIT },
  { "caption", CUT_CLASS_CAPTION },
  { "captions", CUT_CLASS_CAPTION },
  { "captiontext", CUT_CLASS_CAPTION },
  { "categories", CUT_CLASS_TAGS },
  { "catlinks", CUT_CLASS_NAVIGATION },
  { "chapeau", CUT_CLASS_STANDFIRST },
  { "chapo", CUT_CLASS_STANDFIRST },
  { "collapse", CUT_CLASS_PANEL },
  { "collapsible", CUT_CLASS_PANEL },
  { "comentario", CUT_CLASS_COMMENT },
  { "comentarios", CUT_CLASS_COMMENT },
  { "comment", CUT_CLASS_COMMENT },
  { "commentaire", CUT_CLASS_COMMENT },
  { "commentaires", CUT_CLASS_COMMENT },
  { "commentarea", CUT_CLASS_COMMENT },
  { "commenti", CUT_CLASS_COMMENT },
  { "commentlist", CUT_CLASS_COMMENT },
  { "comments", CUT_CLASS_COMMENT },
  { "commentsection", CUT_CLASS_COMMENT },
  { "compartir", CUT_CLASS_SHARE },
  { "condividi", CUT_CLASS_SHARE },
  { "consent", CUT_CLASS_CALL },
  { "content", CUT_CLASS_GOOD },
  { "contributor", CUT_CLASS_AUTHOR },
  { "contributors", CUT_CLASS_AUTHOR },
  { "cookie", CUT_CLASS_CALL },
  { "cookiebanner", CUT_CLASS_CALL },
  { "cookieconsent", CUT_CLASS_CALL },
  { "cookienotice", CUT_CLASS_CALL },
  { "cookies", CUT_CLASS_CALL },
  { "copete", CUT_CLASS_STANDFIRST },
  { "copyright", CUT_CLASS_CREDIT },
  { "copyrights", CUT_CLASS_CREDIT },
  { "correlati", CUT_CLASS_RELATED },
  { "created", CUT_CLASS_DATE },
  { "credit", CUT_CLASS_CREDIT },
  { "credits", CUT_CLASS_CREDIT },
  { "crumbs", CUT_CLASS_NAVIGATION },
  { "dachzeile", CUT_CLASS_TAGS },
  { "date", CUT_CLASS_DATE },
  { "dateline", CUT_CLASS_DATE },
  { "datepost", CUT_CLASS_DATE },
  { "datepublished", CUT_CLASS_DATE },
  { "datetime", CUT_CLASS_DATE },
  { "dato", CUT_CLASS_DATE },
  { "datum", CUT_CLASS_DATE },
  { "deck", CUT_CLASS_STANDFIRST },
  { "deckline", CUT_CLASS_STANDFIRST },
  { "dek", CUT_CLASS_STANDFIRST },
  { "dfp", CUT_CLASS_AD },
  { "didascalia", CUT_CLASS_CAPTION },
  { "disqus", CUT_CLASS_COMMENT },
  { "donate", CUT_CLASS_CALL },
  { "donation", CUT_CLASS_CALL },
  { "editsection", CUT_CLASS_NAVIGATION },
  { "embed", CUT_CLASS_EMBED },
  { "embedded", CUT_CLASS_EMBED },
  { "embeds", CUT_CLASS_EMBED },
  { "entradilla", CUT_CLASS_STANDFIRST },
  { "entry", CUT_CLASS_GOOD },
  { "etiketler", CUT_CLASS_TAGS },
  { "etiketten", CUT_CLASS_TAGS },
  { "etiquetas", CUT_CLASS_TAGS },
  { "expandable", CUT_CLASS_PANEL },
  { "eyebrow", CUT_CLASS_TAGS },
  { "facebook", CUT_CLASS_BAD },
  { "faq", CUT_CLASS_PANEL },
  { "fecha", CUT_CLASS_DATE },
  { "feedback", CUT_CLASS_CALL },
  { "figcaption", CUT_CLASS_CAPTION },
  { "firma", CUT_CLASS_AUTHOR },
  { "foot", CUT_CLASS_BAD },
  { "footer", CUT_CLASS_BAD },
  { "forfatter", CUT_CLASS_AUTHOR },
  { "fotocredit", CUT_CLASS_CREDIT },
  { "fotograf", CUT_CLASS_CREDIT },
  { "furtherreading", CUT_CLASS_RELATED },
  { "gallerytext", CUT_CLASS_CAPTION },
  { "gdpr", CUT_CLASS_CALL },
  { "googlead", CUT_CLASS_AD },
  { "hashtags", CUT_CLASS_TAGS },
  { "headerlink", CUT_CLASS_NAVIGATION },
  { "hidden", CUT_CLASS_HIDDEN },
  { "imagecaption", CUT_CLASS_CAPTION },
  { "imagecredit", CUT_CLASS_CREDIT },
  { "imgcaption", CUT_CLASS_CAPTION },
  { "ingress", CUT_CLASS_STANDFIRST },
  { "inhaltsverzeichnis", CUT_CLASS_NAVIGATION },
  { "inread", CUT_CLASS_AD },
  { "interstitial", CUT_CLASS_RELATED },
  { "invisible", CUT_CLASS_HIDDEN },
  { "journalist", CUT_CLASS_AUTHOR },
  { "jumplinks", CUT_CLASS_NAVIGATION },
  { "jumpto", CUT_CLASS_NAVIGATION },
  { "kanren", CUT_CLASS_RELATED },
  { "keywordlist", CUT_CLASS_TAGS },
  { "keywords", CUT_CLASS_TAGS },
  { "kicker", CUT_CLASS_TAGS },
  { "komentare", CUT_CLASS_COMMENT },
  { "komentarze", CUT_CLASS_COMMENT },
  { "kommentar", CUT_CLASS_COMMENT },
  { "kommentarbereich", CUT_CLASS_COMMENT },
  { "kommentare", CUT_CLASS_COMMENT },
  { "kommentarer", CUT_CLASS_COMMENT },
  { "lastmod", CUT_CLASS_DATE },
  { "latestnews", CUT_CLASS_RELATED },
  { "leadgen", CUT_CLASS_CALL },
  { "leadtext", CUT_CLASS_STANDFIRST },
  { "leftcol", CUT_CLASS_SIDE },
  { "leftcolumn", CUT_CLASS_SIDE },
  { "legende", CUT_CLASS_CAPTION },
  { "leggianche", CUT_CLASS_RELATED },
  { "leserkommentare", CUT_CLASS_COMMENT },
  { "lireaussi", CUT_CLASS_RELATED },
  { "livefyre", CUT_CLASS_COMMENT },
  { "login", CUT_CLASS_CALL },
  { "mailchimp", CUT_CLASS_CALL },
  { "main", CUT_CLASS_GOOD },
  { "marginalspalte", CUT_CLASS_SIDE },
  { "masthead", CUT_CLASS_NAVIGATION },
  { "mediacaption", CUT_CLASS_CAPTION },
  { "mediaplayer", CUT_CLASS_CALL },
  { "mehrzumthema", CUT_CLASS_RELATED },
  { "menu", CUT_CLASS_NAVIGATION },
  { "meta", CUT_CLASS_BAD },
  { "modal", CUT_CLASS_CALL },
  { "morefrom", CUT_CLASS_RELATED },
  { "moreon", CUT_CLASS_RELATED },
  { "mostpopular", CUT_CLASS_RELATED },
  { "mostread", CUT_CLASS_RELATED },
  { "motscles", CUT_CLASS_TAGS },
  { "nav", CUT_CLASS_NAVIGATION },
  { "navbar", CUT_CLASS_NAVIGATION },
  { "navbox", CUT_CLASS_NAVIGATION },
  { "navigation", CUT_CLASS_NAVIGATION },
  { "newsletter", CUT_CLASS_CALL },
  { "newsletterbox", CUT_CLASS_CALL },
  { "newsletterpromo", CUT_CLASS_CALL },
  { "newsletters", CUT_CLASS_CALL },
  { "nextarticle", CUT_CLASS_RELATED },
  { "nextpost", CUT_CLASS_RELATED },
  { "noprint", CUT_CLASS_BAD },
  { "noscreen", CUT_CLASS_HIDDEN },
  { "notify", CUT_CLASS_CALL },
  { "occhiello", CUT_CLASS_TAGS },
  { "offscreen", CUT_CLASS_HIDDEN },
  { "optin", CUT_CLASS_CALL },
  { "outbrain", CUT_CLASS_AD },
  { "overlay", CUT_CLASS_BAD },
  { "overline", CUT_CLASS_TAGS },
  { "pagenav", CUT_CLASS_NAVIGATION },
  { "pager", CUT_CLASS_NAVIGATION },
  { "pagination", CUT_CLASS_NAVIGATION },
  { "paginator", CUT_CLASS_NAVIGATION },
  { "panel", CUT_CLASS_PANEL },
  { "panels", CUT_CLASS_PANEL },
  { "partager", CUT_CLASS_SHARE },
  { "paywall", CUT_CLASS_CALL },
  { "paywalled", CUT_CLASS_CALL },
  { "photocaption", CUT_CLASS_CAPTION },
  { "photocredit", CUT_CLASS_CREDIT },
  { "photocredits", CUT_CLASS_CREDIT },
  { "piefoto", CUT_CLASS_CAPTION },
  { "popular", CUT_CLASS_RELATED },
  { "popup", CUT_CLASS_CALL },
  { "post", CUT_CLASS_GOOD },
  { "postdate", CUT_CLASS_DATE },
  { "postedby", CUT_CLASS_AUTHOR },
  { "postedon", CUT_CLASS_DATE },
  { "posterinfo", CUT_CLASS_BIO },
  { "postmetadata", CUT_CLASS_TAGS },
  { "postnav", CUT_CLASS_NAVIGATION },
  { "postnavigation", CUT_CLASS_NAVIGATION },
  { "postprofile", CUT_CLASS_BIO },
  { "posttime", CUT_CLASS_DATE },
  { "powiazane", CUT_CLASS_RELATED },
  { "preamble", CUT_CLASS_STANDFIRST },
  { "prevarticle", CUT_CLASS_RELATED },
  { "previouspost", CUT_CLASS_RELATED },
  { "prevnext", CUT_CLASS_NAVIGATION },
  { "printfooter", CUT_CLASS_NAVIGATION },
  { "printonly", CUT_CLASS_HIDDEN },
  { "promo", CUT_CLASS_AD },
  { "promos", CUT_CLASS_AD },
  { "promoted", CUT_CLASS_AD },
  { "promotion", CUT_CLASS_AD },
  { "pubdate", CUT_CLASS_DATE },
  { "publicationdate", CUT_CLASS_DATE },
  { "publicidad", CUT_CLASS_AD },
  { "publicite", CUT_CLASS_AD },
  { "publishdate", CUT_CLASS_DATE },
  { "published", CUT_CLASS_DATE },
  { "publishtime", CUT_CLASS_DATE },
  { "pubtime", CUT_CLASS_DATE },
  { "rail", CUT_CLASS_SIDE },
  { "randspalte", CUT_CLASS_SIDE },
  { "reacties", CUT_CLASS_COMMENT },
  { "readalso", CUT_CLASS_RELATED },
  { "readmore", CUT_CLASS_RELATED },
  { "readnext", CUT_CLASS_RELATED },
  { "recirc", CUT_CLASS_RELATED },
  { "recirculation", CUT_CLASS_RELATED },
  { "recommendation", CUT_CLASS_RELATED },
  { "recommendations", CUT_CLASS_RELATED },
  { "recommended", CUT_CLASS_RELATED },
  { "redacteur", CUT_CLASS_AUTHOR },
  { "registration", CUT_CLASS_CALL },
  { "relacionadas", CUT_CLASS_RELATED },
  { "relacionados", CUT_CLASS_RELATED },
  { "related", CUT_CLASS_RELATED },
  { "relatedarticle", CUT_CLASS_RELATED },
  { "relatedarticles", CUT_CLASS_RELATED },
  { "relatedcontent", CUT_CLASS_RELATED },
  { "relateditems", CUT_CLASS_RELATED },
  { "relatedlinks", CUT_CLASS_RELATED },
  { "relatednews", CUT_CLASS_RELATED },
  { "relatednote", CUT_CLASS_RELATED },
  { "relatedposts", CUT_CLASS_RELATED },
  { "relatedstories", CUT_CLASS_RELATED },
  { "relatedstory", CUT_CLASS_RELATED },
  { "replies", CUT_CLASS_COMMENT },
  { "reply", CUT_CLASS_COMMENT },
  { "respond", CUT_CLASS_COMMENT },
  { "rightcol", CUT_CLASS_SIDE },
  { "rightcolumn", CUT_CLASS_SIDE },
  { "rightrail", CUT_CLASS_SIDE },
  { "roofline", CUT_CLASS_TAGS },
  { "rubrik", CUT_CLASS_TAGS },
  { "schlagwort", CUT_CLASS_TAGS },
  { "schlagworte", CUT_CLASS_TAGS },
  { "screenreader", CUT_CLASS_HIDDEN },
  { "seealso", CUT_CLASS_RELATED },
  { "seitenleiste", CUT_CLASS_SIDE },
  { "share", CUT_CLASS_SHARE },
  { "sharebar", CUT_CLASS_SHARE },
  { "sharebox", CUT_CLASS_SHARE },
  { "sharebutton", CUT_CLASS_SHARE },
  { "sharebuttons", CUT_CLASS_SHARE },
  { "sharedaddy", CUT_CLASS_SHARE },
  { "sharelinks", CUT_CLASS_SHARE },
  { "sharethis", CUT_CLASS_SHARE },
  { "sharetools", CUT_CLASS_SHARE },
  { "shariff", CUT_CLASS_SHARE },
  { "sharing", CUT_CLASS_SHARE },
  { "sidebar", CUT_CLASS_SIDE },
  { "sidebars", CUT_CLASS_SIDE },
  { "sidecolumn", CUT_CLASS_SIDE },
  { "signatur", CUT_CLASS_AUTHOR },
  { "signature", CUT_CLASS_AUTHOR },
  { "signin", CUT_CLASS_CALL },
  { "signup", CUT_CLASS_CALL },
  { "skip", CUT_CLASS_NAVIGATION },
  { "skiplink", CUT_CLASS_NAVIGATION },
  { "skyscraper", CUT_CLASS_AD },
  { "social", CUT_CLASS_SHARE },
  { "socialicons", CUT_CLASS_SHARE },
  { "sociallinks", CUT_CLASS_SHARE },
  { "socialmedia", CUT_CLASS_SHARE },
  { "socialshare", CUT_CLASS_SHARE },
  { "sommario", CUT_CLASS_STANDFIRST },
  { "sottotitolo", CUT_CLASS_STANDFIRST },
  { "soustitre", CUT_CLASS_STANDFIRST },
  { "spitzmarke", CUT_CLASS_TAGS },
  { "spoiler", CUT_CLASS_PANEL },
  { "sponsor", CUT_CLASS_AD },
  { "sponsored", CUT_CLASS_AD },
  { "sponsoring", CUT_CLASS_AD },
  { "sponsors", CUT_CLASS_AD },
  { "sronly", CUT_CLASS_HIDDEN },
  { "standfirst", CUT_CLASS_STANDFIRST },
  { "story", CUT_CLASS_GOOD },
  { "subhead", CUT_CLASS_STANDFIRST },
  { "subheading", CUT_CLASS_STANDFIRST },
  { "subheadline", CUT_CLASS_STANDFIRST },
  { "subhed", CUT_CLASS_STANDFIRST },
  { "subline", CUT_CLASS_STANDFIRST },
  { "submitted", CUT_CLASS_AUTHOR },
  { "subscribe", CUT_CLASS_CALL },
  { "subscription", CUT_CLASS_CALL },
  { "subtitle", CUT_CLASS_STANDFIRST },
  { "subtitulo", CUT_CLASS_STANDFIRST },
  { "tab", CUT_CLASS_PANEL },
  { "tabcontent", CUT_CLASS_PANEL },
  { "tableofcontents", CUT_CLASS_NAVIGATION },
  { "taboola", CUT_CLASS_AD },
  { "tabpane", CUT_CLASS_PANEL },
  { "tabpanel", CUT_CLASS_PANEL },
  { "tabs", CUT_CLASS_PANEL },
  { "tagcloud", CUT_CLASS_TAGS },
  { "tagi", CUT_CLASS_TAGS },
  { "taglist", CUT_CLASS_TAGS },
  { "tags", CUT_CLASS_TAGS },
  { "talkback", CUT_CLASS_COMMENT },
  { "talkbacks", CUT_CLASS_COMMENT },
  { "teaser", CUT_CLASS_RELATED },
  { "teaserlist", CUT_CLASS_RELATED },
  { "teasers", CUT_CLASS_RELATED },
  { "teilen", CUT_CLASS_SHARE },
  { "temas", CUT_CLASS_TAGS },
  { "text", CUT_CLASS_GOOD },
  { "themen", CUT_CLASS_TAGS },
  { "thumbcaption", CUT_CLASS_CAPTION },
  { "ticker", CUT_CLASS_NAVIGATION },
  { "timeago", CUT_CLASS_DATE },
  { "timestamp", CUT_CLASS_DATE },
  { "toc", CUT_CLASS_NAVIGATION },
  { "toggle", CUT_CLASS_PANEL },
  { "toolbar", CUT_CLASS_NAVIGATION },
  { "tools", CUT_CLASS_SHARE },
  { "topics", CUT_CLASS_TAGS },
  { "topline", CUT_CLASS_TAGS },
  { "trackback", CUT_CLASS_COMMENT },
  { "trackbacks", CUT_CLASS_COMMENT },
  { "trending", CUT_CLASS_RELATED },
  { "tweet", CUT_CLASS_BAD },
  { "underrubrik", CUT_CLASS_STANDFIRST },
  { "unsichtbar", CUT_CLASS_HIDDEN },
  { "unterzeile", CUT_CLASS_STANDFIRST },
  { "updated", CUT_CLASS_DATE },
  { "upsell", CUT_CLASS_CALL },
  { "userdetails", CUT_CLASS_BIO },
  { "userinfo", CUT_CLASS_BIO },
  { "verfasser", CUT_CLASS_AUTHOR },
  { "vermas", CUT_CLASS_RELATED },
  { "verwandte", CUT_CLASS_RELATED },
  { "videoplayer", CUT_CLASS_CALL },
  { "vinjett", CUT_CLASS_TAGS },
  { "visuallyhidden", CUT_CLASS_HIDDEN },
  { "volanta", CUT_CLASS_STANDFIRST },
  { "vorspann", CUT_CLASS_STANDFIRST },
  { "weitere", CUT_CLASS_RELATED },
  { "weiterfuehrend", CUT_CLASS_RELATED },
  { "werbung", CUT_CLASS_AD },
  { "widget", CUT_CLASS_BAD },
  { "widgets", CUT_CLASS_BAD },
  { "writer", CUT_CLASS_AUTHOR },
  { "writerbio", CUT_CLASS_BIO },
  { "writtenby", CUT_CLASS_AUTHOR },
  { "yorumlar", CUT_CLASS_COMMENT },
  { "youmightlike", CUT_CLASS_RELATED },
  { "zumthema", CUT_CLASS_RELATED },
};

/* Two words in a row that say what neither says alone; in alphabetical order, too. */
static const Word pairs[] = {
  { "about-author", CUT_CLASS_BIO },
  { "about-autor", CUT_CLASS_BIO },
  { "about-us", CUT_CLASS_CALL },
  { "action-bar", CUT_CLASS_NAVIGATION },
  { "also-like", CUT_CLASS_RELATED },
  { "art-more", CUT_CLASS_RELATED },
  { "article-excerpt", CUT_CLASS_STANDFIRST },
  { "article-summary", CUT_CLASS_STANDFIRST },
  { "audio-player", CUT_CLASS_CALL },
  { "author-bio", CUT_CLASS_BIO },
  { "author-box", CUT_CLASS_BIO },
  { "author-info", CUT_CLASS_BIO },
  { "call-to", CUT_CLASS_CALL },
  { "cat-links", CUT_CLASS_TAGS },
  { "cell-user", CUT_CLASS_BIO },
  { "dont-miss", CUT_CLASS_RELATED },
  { "entry-utility", CUT_CLASS_TAGS },
  { "figure-description", CUT_CLASS_CAPTION },
  { "follow-us", CUT_CLASS_SHARE },
  { "further-reading", CUT_CLASS_RELATED },
  { "image-credit", CUT_CLASS_CREDIT },
  { "image-desc", CUT_CLASS_CAPTION },
  { "image-description", CUT_CLASS_CAPTION },
  { "image-source", CUT_CLASS_CREDIT },
  { "img-desc", CUT_CLASS_CAPTION },
  { "img-descr", CUT_CLASS_CAPTION },
  { "img-description", CUT_CLASS_CAPTION },
  { "inline-teaser", CUT_CLASS_RELATED },
  { "inline-topic", CUT_CLASS_RELATED },
  { "keep-reading", CUT_CLASS_RELATED },
  { "latest-news", CUT_CLASS_RELATED },
  { "lire-aussi", CUT_CLASS_RELATED },
  { "mailing-list", CUT_CLASS_CALL },
  { "media-description", CUT_CLASS_CAPTION },
  { "media-player", CUT_CLASS_CALL },
  { "mehr-zum", CUT_CLASS_RELATED },
  { "message-user", CUT_CLASS_BIO },
  { "more-from", CUT_CLASS_RELATED },
  { "more-info", CUT_CLASS_RELATED },
  { "more-on", CUT_CLASS_RELATED },
  { "more-stories", CUT_CLASS_RELATED },
  { "most-commented", CUT_CLASS_RELATED },
  { "most-popular", CUT_CLASS_RELATED },
  { "most-read", CUT_CLASS_RELATED },
  { "most-viewed", CUT_CLASS_RELATED },
  { "next-article", CUT_CLASS_RELATED },
  { "note-rel", CUT_CLASS_RELATED },
  { "off-screen", CUT_CLASS_HIDDEN },
  { "other-stories", CUT_CLASS_RELATED },
  { "photo-by", CUT_CLASS_CREDIT },
  { "photo-credit", CUT_CLASS_CREDIT },
  { "photo-desc", CUT_CLASS_CAPTION },
  { "photo-description", CUT_CLASS_CAPTION },
  { "pic-desc", CUT_CLASS_CAPTION },
  { "picture-description", CUT_CLASS_CAPTION },
  { "post-excerpt", CUT_CLASS_STANDFIRST },
  { "post-meta", CUT_CLASS_BAD },
  { "posted-by", CUT_CLASS_AUTHOR },
  { "posted-on", CUT_CLASS_DATE },
  { "pub-date", CUT_CLASS_DATE },
  { "read-also", CUT_CLASS_RELATED },
  { "read-more", CUT_CLASS_RELATED },
  { "read-next", CUT_CLASS_RELATED },
  { "read-time", CUT_CLASS_DATE },
  { "reading-time", CUT_CLASS_DATE },
  { "rich-link", CUT_CLASS_RELATED },
  { "screen-reader", CUT_CLASS_HIDDEN },
  { "see-also", CUT_CLASS_RELATED },
  { "sign-up", CUT_CLASS_CALL },
  { "skip-link", CUT_CLASS_NAVIGATION },
  { "sous-titre", CUT_CLASS_STANDFIRST },
  { "sr-only", CUT_CLASS_HIDDEN },
  { "story-summary", CUT_CLASS_STANDFIRST },
  { "sub-title", CUT_CLASS_STANDFIRST },
  { "table-contents", CUT_CLASS_NAVIGATION },
  { "tags-links", CUT_CLASS_TAGS },
  { "up-next", CUT_CLASS_RELATED },
  { "user-details", CUT_CLASS_BIO },
  { "user-extras", CUT_CLASS_BIO },
  { "video-description", CUT_CLASS_CAPTION },
  { "video-player", CUT_CLASS_CALL },
  { "video-title", CUT_CLASS_CAPTION },
  { "visually-hidden", CUT_CLASS_HIDDEN },
  { "whats-next", CUT_CLASS_RELATED },
  { "written-by", CUT_CLASS_AUTHOR },
  { "you-may", CUT_CLASS_RELATED },
  { "zum-thema", CUT_CLASS_RELATED },
};

/* Prefixes of classes that describe the page or its topic, not the element. */
static const char *const unspeaking[]
    = { "tag-",       "category-",      "has-", "no-",   "with-",     "is-",       "postid-",
        "post-type-", "author-archive", "js-",  "type-", "hide-for-", "show-for-",
        "hidden-",    "visible-",       "u-hidden-", "d-none", NULL };

static int
compare_word (const void *key, const void *entry)
{
  return strcmp (key, ((const Word *) entry)->word);
}

static guint
look_up (const char *word)
{
  const Word *found = bsearch (word, words, G_N_ELEMENTS (words), sizeof (Word), compare_word);

  return found ? found->meaning : 0;
}

static guint
look_up_pair (const char *first, const char *second)
{
  char both[64];
  gsize n = strlen (first);
  gsize m = strlen (second);
  const Word *found;

  if (n == 0 || n + m + 2 > sizeof both)
    return 0;
  memcpy (both, first, n);
  both[n] = '-';
  memcpy (both + n + 1, second, m);
  both[n + 1 + m] = '\0';
  found = bsearch (both, pairs, G_N_ELEMENTS (pairs), sizeof (Word), compare_word);
  return found ? found->meaning : 0;
}

static gboolean
is_unspeaking (const char *value)
{
  for (const char *const *prefix = unspeaking; *prefix != NULL; prefix++)
    if (g_str_has_prefix (value, *prefix))
      return TRUE;
  return FALSE;
}

/* An anchor made from a heading ("sharing-with-a-single-developer") says what the section is
 * about, not what the element is for. */
static gboolean
is_slug (const char *value)
{
  guint parts = 1;

  for (; *value != '\0' && !g_ascii_isspace (*value); value++)
    parts += *value == '-' || *value == '_';
  return parts >= 4;
}

/* Reads the words of one space-separated value: runs of letters, broken also where
 * a capital follows a small letter. */
static guint
read_value (const char *at)
{
  char previous[32] = "";
  guint meaning = 0;

  while (*at != '\0' && !g_ascii_isspace (*at))
    {
      char word[32];
      gsize n = 0;
      gboolean small = FALSE;

      while (*at != '\0' && !g_ascii_isspace (*at) && !g_ascii_isalpha (*at))
        at++;
      for (; g_ascii_isalpha (*at) && !(small && g_ascii_isupper (*at)); at++)
        {
          small = g_ascii_islower (*at);
          if (n + 1 < sizeof word)
            word[n++] = g_ascii_tolower (*at);
        }
      word[n] = '\0';
      if (n == 0)
        continue;
      meaning |= look_up (word) | look_up_pair (previous, word);
      g_strlcpy (previous, word, sizeof previous);
    }
  return meaning;
}

static guint
read_attribute (const char *value)
{
  guint meaning = 0;

  while (value != NULL && *value != '\0')
    {
      while (g_ascii_isspace (*value))
        value++;
      if (*value != '\0' && !is_unspeaking (value))
        meaning |= read_value (value);
      while (*value != '\0' && !g_ascii_isspace (*value))
        value++;
    }
  return meaning;
}

static guint
read_node (const CutNode *node)
{
  guint meaning = 0;

  for (guint i = 0; i < node->n_attributes; i++)
    {
      const char *name = node->attributes[i].name;

      if (g_str_equal (name, "id") && is_slug (node->attributes[i].value))
        continue;
      if (g_str_equal (name, "class") || g_str_equal (name, "id")
          || g_str_equal (name, "data-component"))
        meaning |= read_attribute (node->attributes[i].value);
    }
  /* A post quoted in the text is of the text, whatever network it comes from. */
  if (meaning & CUT_CLASS_EMBED)
    meaning &= ~CUT_CLASS_SHARE;
  return meaning;
}

guint
cut_class_read (const CutNode *node)
{
  CutNode *memory = (CutNode *)node;

  if (!node->meaning_read)
    {
      memory->meaning = node->n_attributes > 0 ? read_node (node) : 0;
      memory->meaning_read = TRUE;
    }
  return node->meaning;
}

/* "articleBody", "article_body" and "article-body" are one name. */
static void
normalise (const char *value, char *out, gsize size)
{
  gsize n = 0;

  for (gsize i = 0; value[i] != '\0' && n + 2 < size; i++)
    {
      gboolean breaks = i > 0 && g_ascii_isupper (value[i]) && g_ascii_islower (value[i - 1]);

      if (breaks)
        out[n++] = '-';
      if (g_ascii_isalnum (value[i]))
        out[n++] = g_ascii_tolower (value[i]);
      else if (g_ascii_isspace (value[i]))
        out[n++] = ' ';
      else if (n > 0 && out[n - 1] != '-')
        out[n++] = '-';
    }
  out[n] = '\0';
}

static guint
rank_of_value (const char *value)
{
  static const char *const first[]
      = { "article-body",      "articlebody",  "story-body",    "storybody",
          "entry-content",     "post-content", "post-body",     "article-content",
          "article-text",      "articletext",  "story-content", "story-text",
          "article-main-text", "body-copy",    "bodycopy",      "post-text",
          "article-copy",      "body-text",    "content-body",  "rich-text-body",
          "single-content",    "post-entry",   "blog-content",  "article-page-body",
          "articlecontent",    "content-text", "artikel-text",  NULL };
  static const char *const second[]
      = { "article",      "story",        "post",         "entry",       "hentry",
          "page-content", "main-content", "content-main", "maincontent", NULL };
  char name[256];

  normalise (value, name, sizeof name);
  for (const char *const *word = first; *word != NULL; word++)
    {
      const char *at = strstr (name, *word);
      char after = at ? at[strlen (*word)] : 'x';

      if (at != NULL && (after == '\0' || after == ' ' || after == '-'))
        return 1;
    }
  for (const char *const *word = second; *word != NULL; word++)
    {
      const char *at = strstr (name, *word);
      char after = at ? at[strlen (*word)] : 'x';

      if (at != NULL && (at == name || at[-1] == ' ') && (after == '\0' || after == ' '))
        return 2;
    }
  return 0;
}

guint
cut_class_get_rank (const CutNode *node)
{
  const char *class = cut_node_get (node, "class");
  const char *id = cut_node_get (node, "id");
  guint of_class = class ? rank_of_value (class) : 0;
  guint of_id = id ? rank_of_value (id) : 0;

  if (of_class == 0 || of_id == 0)
    return MAX (of_class, of_id);
  return MIN (of_class, of_id);
}
