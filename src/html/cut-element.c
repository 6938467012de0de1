/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-element.h"

typedef struct
{
  const char *name;
  guint class;
} TagInfo;

static const TagInfo infos[CUT_ELEMENT_LAST] = { [CUT_ELEMENT_TEXT] = { "", 0 },
                                                 [CUT_ELEMENT_UNKNOWN] = { "", 0 },
#define X(id, tag_name, tag_class) [CUT_ELEMENT_##id] = { tag_name, tag_class },
                                                 CUT_ELEMENT_LIST (X)
#undef X
};

const char *
cut_element_get_name (CutElement tag)
{
  return infos[tag].name;
}

guint
cut_element_get_class (CutElement tag)
{
  return infos[tag].class;
}
