/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The data of cut-country-table.c: codes with their names, and other names with the codes they mean. */
typedef struct
{
  const char *code;
  const char *name;
} CutCountryRow;

extern const CutCountryRow cut_countries[];
extern const guint cut_n_countries;
extern const CutCountryRow cut_country_names[];
extern const guint cut_n_country_names;

G_END_DECLS
