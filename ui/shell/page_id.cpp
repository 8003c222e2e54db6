// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_id.h"

#include <QCoreApplication>

namespace rolecall::ui {

QList<PageId> rolePages()
{
    return {PageId::Posting, PageId::Applicants, PageId::Review, PageId::Matrix, PageId::Agreement, PageId::Shortlist, PageId::Schedule, PageId::History};
}

bool isRolePage(PageId page)
{
    return page >= PageId::Posting && page <= PageId::Compare;
}

QString pageName(PageId page)
{
    const auto name = [](const char *text) { return QCoreApplication::translate("PageName", text); };
    switch (page) {
    case PageId::Today:
        return name(QT_TRANSLATE_NOOP("PageName", "Today"));
    case PageId::Posting:
        return name(QT_TRANSLATE_NOOP("PageName", "Posting"));
    case PageId::Applicants:
    case PageId::People:
        return name(QT_TRANSLATE_NOOP("PageName", "Applicants"));
    case PageId::Review:
        return name(QT_TRANSLATE_NOOP("PageName", "Review"));
    case PageId::Matrix:
        return name(QT_TRANSLATE_NOOP("PageName", "Matrix"));
    case PageId::Agreement:
        return name(QT_TRANSLATE_NOOP("PageName", "Agreement"));
    case PageId::Compare:
        return name(QT_TRANSLATE_NOOP("PageName", "Compare"));
    case PageId::Shortlist:
        return name(QT_TRANSLATE_NOOP("PageName", "Shortlist"));
    case PageId::Schedule:
        return name(QT_TRANSLATE_NOOP("PageName", "Schedule"));
    case PageId::History:
        return name(QT_TRANSLATE_NOOP("PageName", "History"));
    case PageId::Search:
        return name(QT_TRANSLATE_NOOP("PageName", "Search"));
    case PageId::Calendar:
        return name(QT_TRANSLATE_NOOP("PageName", "Calendar"));
    case PageId::Reports:
        return name(QT_TRANSLATE_NOOP("PageName", "Reports"));
    case PageId::Import:
        return name(QT_TRANSLATE_NOOP("PageName", "Import"));
    case PageId::Settings:
        return name(QT_TRANSLATE_NOOP("PageName", "Settings"));
    case PageId::Help:
        return name(QT_TRANSLATE_NOOP("PageName", "Help"));
    case PageId::Welcome:
        return name(QT_TRANSLATE_NOOP("PageName", "Welcome"));
    }
    return {};
}

} // namespace rolecall::ui
