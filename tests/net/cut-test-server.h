/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CutTestServer:
 *
 * A web server on this computer, in a thread of its own, for tests. Every function may be called
 * from any thread. A path that was not set up is looked for in the folder, if one was set, else
 * answered with 404.
 */
typedef struct _CutTestServer CutTestServer;

/**
 * CutTestEnding:
 * @CUT_TEST_CLOSE: send everything, then close the connection
 * @CUT_TEST_HOLD: send everything, then stay silent with the connection open
 * @CUT_TEST_DRIP: send a byte every 10 ms
 */
typedef enum
{
  CUT_TEST_CLOSE,
  CUT_TEST_HOLD,
  CUT_TEST_DRIP,
} CutTestEnding;

/** cut_test_server_new: @ip: (nullable): a loopback address; @certificate: (nullable): speaks https with it */
CutTestServer *cut_test_server_new (const char *ip, GTlsCertificate *certificate);
void cut_test_server_free (CutTestServer *self);

/** cut_test_server_get_host_port: Returns: (transfer none): `127.0.0.1:40123` */
const char *cut_test_server_get_host_port (CutTestServer *self);
/** cut_test_server_get_url: Returns: (transfer full): the address of @path, which begins with a slash */
char *cut_test_server_get_url (CutTestServer *self, const char *path);

/** cut_test_server_set_folder: serves the files of @folder, their type by their name */
void cut_test_server_set_folder (CutTestServer *self, const char *folder);

/** cut_test_server_serve: @length: -1 where @body is text; @content_type: (nullable) */
void cut_test_server_serve (CutTestServer *self, const char *path, unsigned status, const char *content_type,
                            const void *body, gssize length);
/** cut_test_server_add_header: to the answer of a path set up before; may come several times */
void cut_test_server_add_header (CutTestServer *self, const char *path, const char *name, const char *value);
/** cut_test_server_redirect: @location goes into the header as it is */
void cut_test_server_redirect (CutTestServer *self, const char *path, unsigned status, const char *location);
/** cut_test_server_raw: the whole answer, head and all, byte for byte; @length: -1 for text */
void cut_test_server_raw (CutTestServer *self, const char *path, const void *answer, gssize length, CutTestEnding ending);

/** cut_test_server_count: how many requests came; @path: (nullable): %NULL for all paths */
unsigned cut_test_server_count (CutTestServer *self, const char *path);
/** cut_test_server_wait: waits until @path was asked for @count times */
void cut_test_server_wait (CutTestServer *self, const char *path, unsigned count);
/** cut_test_server_get_request_header: Returns: (transfer full) (nullable): of the last request for @path */
char *cut_test_server_get_request_header (CutTestServer *self, const char *path, const char *name);
/** cut_test_server_get_most_at_once: the most requests that were being answered at one time */
unsigned cut_test_server_get_most_at_once (CutTestServer *self);

/** cut_test_gzip: Returns: (transfer full): @data packed */
GBytes *cut_test_gzip (const void *data, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutTestServer, cut_test_server_free)

/**
 * CutTestTrap:
 *
 * A port that nobody may connect to. cut_test_trap_assert_untouched() fails when anybody did,
 * even without sending a byte.
 */
typedef struct _CutTestTrap CutTestTrap;

CutTestTrap *cut_test_trap_new (const char *ip);
void cut_test_trap_free (CutTestTrap *self);
unsigned cut_test_trap_get_port (CutTestTrap *self);
void cut_test_trap_assert_untouched (CutTestTrap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutTestTrap, cut_test_trap_free)

G_END_DECLS
