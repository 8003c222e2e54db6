// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/help/help_topics.h"

#include <QFile>
#include <QStringList>

namespace rolecall::ui {

namespace {

const QStringList &names()
{
    static const QStringList list{QStringLiteral("first-steps"), QStringLiteral("posting"),   QStringLiteral("applicants"), QStringLiteral("review"),
                                  QStringLiteral("panel"),       QStringLiteral("shortlist"), QStringLiteral("dates"),      QStringLiteral("people"),
                                  QStringLiteral("search"),      QStringLiteral("files"),     QStringLiteral("keys"),       QStringLiteral("commands")};
    return list;
}

} // namespace

QString helpText(const QString &name)
{
    QFile file(QStringLiteral(":/help/%1.md").arg(name));
    return names().contains(name) && file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<HelpTopic> helpTopics()
{
    QList<HelpTopic> topics;
    for (const QString &name : names()) {
        const QString first = helpText(name).section(u'\n', 0, 0);
        topics.append({name, first.mid(first.indexOf(u' ') + 1)});
    }
    return topics;
}

QString helpTopicOf(PageId page)
{
    switch (page) {
    case PageId::Posting:
        return QStringLiteral("posting");
    case PageId::Applicants:
    case PageId::Import:
        return QStringLiteral("applicants");
    case PageId::Review:
        return QStringLiteral("review");
    case PageId::Matrix:
    case PageId::Agreement:
    case PageId::Compare:
        return QStringLiteral("panel");
    case PageId::Shortlist:
        return QStringLiteral("shortlist");
    case PageId::Schedule:
    case PageId::Calendar:
    case PageId::Today:
        return QStringLiteral("dates");
    case PageId::Search:
        return QStringLiteral("search");
    case PageId::People:
    case PageId::Reports:
        return QStringLiteral("people");
    case PageId::History:
    case PageId::Settings:
        return QStringLiteral("files");
    default:
        return QStringLiteral("first-steps");
    }
}

} // namespace rolecall::ui
