// SPDX-License-Identifier: GPL-3.0-or-later
// The YAML that site generators put before a page: facts about the role, and sometimes its lists as escaped text.
#pragma once

#include "app/posting/block.h"

namespace rolecall::app {

struct FrontMatterField
{
    QString key;
    QString value; ///< as YAML decodes it
    SourceRange source = {};
};

struct FrontMatter
{
    qsizetype bodyStart = 0;        ///< where the text after it begins; 0 where there is none
    QList<FrontMatterField> fields; ///< the single values, in the order of the file
    QList<Block> blocks;            ///< the values that hold lists or paragraphs, each under its key as heading
    bool damaged = false;           ///< it is there but is not YAML
};

FrontMatter readFrontMatter(const QString &text);

} // namespace rolecall::app
