/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cut-exchange.h"
void
cut_exchange_write (CutPackage *package)
{
}
void
cut_exchange_write_crate (CutPackage *package)
{
}
