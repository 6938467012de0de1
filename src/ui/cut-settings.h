/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CUT_TYPE_SETTINGS (cut_settings_get_type ())
G_DECLARE_FINAL_TYPE (CutSettings, cut_settings, CUT, SETTINGS, GObject)

/**
 * CutSettings:
 *
 * The preferences and the window's geometry, by the keys of the GSettings schema. GSettings aborts
 * a program whose schema is not installed; here such a program says so once and goes on with
 * the defaults, kept for as long as it runs.
 *
 * Signal `changed` (key, detailed by it). Main thread only.
 */
CutSettings *cut_settings_new (void);
/** cut_settings_is_stored: whether there is a schema, so that what is set survives the program */
gboolean cut_settings_is_stored (CutSettings *self);

int cut_settings_get_int (CutSettings *self, const char *key);
gboolean cut_settings_get_boolean (CutSettings *self, const char *key);
double cut_settings_get_double (CutSettings *self, const char *key);
/** cut_settings_get_string: Returns: (transfer full): never %NULL */
char *cut_settings_get_string (CutSettings *self, const char *key);
void cut_settings_set_int (CutSettings *self, const char *key, int value);
void cut_settings_set_boolean (CutSettings *self, const char *key, gboolean value);
void cut_settings_set_double (CutSettings *self, const char *key, double value);
void cut_settings_set_string (CutSettings *self, const char *key, const char *value);

/** cut_settings_flush: hands on at once what was set; else it waits a moment, as the clip last opened changes often */
void cut_settings_flush (CutSettings *self);

G_END_DECLS
