/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CutTestResolver:
 *
 * Answers for names in a test, so that nothing is asked of the network. Each name has a list of
 * answers, one for each time it is looked up (the last one stays): a name that changes its
 * meaning in between. Names not set up do not exist; the name `slow.example` never answers.
 */
#define CUT_TYPE_TEST_RESOLVER (cut_test_resolver_get_type ())
G_DECLARE_FINAL_TYPE (CutTestResolver, cut_test_resolver, CUT, TEST_RESOLVER, GResolver)

/** cut_test_resolver_install: Returns: (transfer full): the resolver of this program from now on */
CutTestResolver *cut_test_resolver_install (void);

/** cut_test_resolver_add: one more answer for @name: addresses separated by spaces */
void cut_test_resolver_add (CutTestResolver *self, const char *name, const char *addresses);

/** cut_test_resolver_wait: waits until any name has been looked up */
void cut_test_resolver_wait (CutTestResolver *self);

G_END_DECLS
