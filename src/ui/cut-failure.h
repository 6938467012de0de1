/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** cut_failure_describe: @page says @sentence as it is: what failed may name a file with an ampersand, and a description is markup */
void cut_failure_describe (AdwStatusPage *page, const char *sentence);

G_END_DECLS
