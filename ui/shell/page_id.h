// SPDX-License-Identifier: GPL-3.0-or-later
// The places of the program. A place is a page and what it is about, such as the role.
#pragma once

#include <QList>
#include <QVariantMap>

namespace rolecall::ui {

enum class PageId {
    Today, Posting, Applicants, Review, Matrix, Agreement, Shortlist, Schedule, History, Compare, // all but the first belong to one role
    Search, People, Calendar, Reports, Import, Settings, Help, Welcome,
};

/// Key of the role in a place's arguments (qint64).
inline const QString roleArgument = QStringLiteral("role");

struct Place
{
    PageId page = PageId::Today;
    QVariantMap arguments;

    friend bool operator==(const Place &, const Place &) = default;
};

/// Shown as tabs under the role's title, in this order. Compare is none: it is come to from a selection.
QList<PageId> rolePages();
bool isRolePage(PageId page);
/// "Today", "Posting": translated.
QString pageName(PageId page);

} // namespace rolecall::ui

Q_DECLARE_METATYPE(rolecall::ui::Place)
