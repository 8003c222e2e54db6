// SPDX-License-Identifier: GPL-3.0-or-later
// The guide: one Markdown file per topic, in the program's resources.
#pragma once

#include "ui/shell/page_id.h"

#include <QList>
#include <QString>

namespace rolecall::ui {

struct HelpTopic
{
    QString name;  ///< of the file, without ending: what links between topics say
    QString title; ///< its first heading
};

/// In the order in which they are listed.
QList<HelpTopic> helpTopics();
/// The topic's Markdown; empty where there is none of this name.
QString helpText(const QString &name);
/// The topic that explains a page.
QString helpTopicOf(PageId page);

} // namespace rolecall::ui
