/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Every limit of the program, with its reason. Sizes in bytes unless the name says otherwise. */

/* Fetching. */
#define CUT_LIMIT_IDLE_SECONDS 30                      /* a slow server is worth this much silence */
#define CUT_LIMIT_TOTAL_SECONDS 180                    /* a server that drips bytes must end too */
#define CUT_LIMIT_BODY (32 * 1024 * 1024)              /* the largest news page measured is 9 MiB */
#define CUT_LIMIT_REDIRECTS 10                         /* what browsers' users meet is under 6 */
#define CUT_LIMIT_ADDRESS 8192                         /* longest address servers accept */
#define CUT_LIMIT_IMAGES 100                           /* pictures kept of one article */
#define CUT_LIMIT_IMAGE_BYTES (12 * 1024 * 1024)       /* one picture */
#define CUT_LIMIT_IMAGES_BYTES (64 * 1024 * 1024)      /* all pictures of one article */

#define CUT_LIMIT_ARTICLE_PAGES 20                      /* of one article; the longest galleries have as many */

/* Parsing a page. */
#define CUT_LIMIT_DEPTH 512                            /* browsers cap the tree's depth here */
#define CUT_LIMIT_ELEMENTS 1000000                     /* beyond it the tree takes over 1 GiB */
#define CUT_LIMIT_ATTRIBUTES 512                       /* per tag; the parser is quadratic in it */

#define CUT_LIMIT_EXTRACT_SECONDS 20                   /* of processor time; the slowest real page takes 0.2 */
#define CUT_LIMIT_EXTRACT_PATIENCE 6                   /* times as long by the clock, on a machine that does other things */
#define CUT_LIMIT_EXTRACT_MEMORY (2048UL * 1024 * 1024) /* of address space: the libraries alone map 200 MiB */
#define CUT_LIMIT_ANSWER (256 * 1024 * 1024)           /* what a reader may send: the largest page, six-fold marked up */

/* Reading a document. */
#define CUT_LIMIT_UNPACKED (256UL * 1024 * 1024)       /* of a web archive: eight times the largest file */
#define CUT_LIMIT_PARTS 5000                           /* of a saved page; the largest have some hundreds */
#define CUT_LIMIT_PAGES 2000                           /* of a PDF; the longest reports have about 1,000 */

/* What other programs exported. */
#define CUT_LIMIT_IMPORT (128 * 1024 * 1024)           /* a file, read whole: twice the largest mail of notes with pictures */
#define CUT_LIMIT_IMPORT_ITEMS 100000                  /* of a file; the oldest collections of bookmarks have some ten thousand */

/* Objects. */
#define CUT_LIMIT_FIELD (1024 * 1024)                  /* one text field typed by a person */
#define CUT_LIMIT_LIST 10000                           /* entries of one list field */
#define CUT_LIMIT_VALUE_STRING 1024                    /* characters; these are what FollowTheMoney accepts */
#define CUT_LIMIT_VALUE_TEXT 65000                     /* characters */
#define CUT_LIMIT_VALUE_NAME 384                       /* characters */
#define CUT_LIMIT_VALUE_NUMBER 250                     /* of a number or an e-mail address */
#define CUT_LIMIT_VALUE_IDENTIFIER 64                  /* characters */
#define CUT_LIMIT_VALUE_KEY 128                        /* characters of a public key */
#define CUT_LIMIT_VALUE_URL 4096                       /* an address */
#define CUT_LIMIT_JSON_DEPTH 64                        /* json-glib recurses */
#define CUT_LIMIT_CONTEXT 32                           /* code points of prefix and suffix, at least */

/* A picture is decoded only when its header promises at most this many pixels. */
#define CUT_LIMIT_PIXELS (50 * 1000 * 1000)

/* Bundles. */
#define CUT_LIMIT_BUNDLE_ENTRIES 200000                /* a 10,000-clip notebook has 60,000 */
#define CUT_LIMIT_ENTITIES_BYTES (512LL * 1024 * 1024)  /* of a FollowTheMoney file, which is read whole */
#define CUT_LIMIT_PATH 1024                            /* of a file in it; systems take 4,096 with the folder's own */
#define CUT_LIMIT_BUNDLE_BYTES (8LL * 1024 * 1024 * 1024)
#define CUT_LIMIT_BUNDLE_RATIO 1100                    /* deflate cannot exceed 1032 honestly */
#define CUT_LIMIT_BUNDLE_LARGE (64 * 1024 * 1024)      /* what unpacks to more is held to the next, too */
#define CUT_LIMIT_BUNDLE_LARGE_RATIO 200               /* the tightest texts and tables come to some 50 */
