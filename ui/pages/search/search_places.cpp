// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/search/search_places.h"

#include <QCoreApplication>

namespace rolecall::ui {

QList<Place> placesOf(const app::Finding &finding, const QString &typed)
{
    const db::SearchHit &hit = finding.hit;
    QVariantMap arguments{{roleArgument, hit.role.number()}};
    if (hit.application.isValid())
        arguments.insert(QStringLiteral("application"), hit.application.number());
    if (hit.kind == u"role")
        return {{PageId::Posting, arguments}, {PageId::Applicants, arguments}};
    if (!hit.role.isValid())
        return {{PageId::People, {{QStringLiteral("candidate"), hit.candidate.number()}}}};
    if (hit.kind == u"document") {
        QVariantMap inside = arguments;
        inside.insert(QStringLiteral("document"), hit.id);
        inside.insert(QStringLiteral("words"), typed);
        if (finding.length > 0) {
            inside.insert(QStringLiteral("start"), finding.start);
            inside.insert(QStringLiteral("length"), finding.length);
        }
        return {{PageId::Review, inside}, {PageId::Applicants, arguments}};
    }
    if (hit.kind == u"candidate")
        return {{PageId::Applicants, arguments}, {PageId::Review, arguments}};
    return {{PageId::Review, arguments}, {PageId::Applicants, arguments}};
}

Icon iconOf(const app::Finding &finding)
{
    if (finding.hit.kind == u"document")
        return Icon::Document;
    if (finding.hit.kind == u"role")
        return Icon::Roles;
    return finding.hit.kind == u"candidate" ? Icon::People : Icon::Edit;
}

QString kindText(const QString &kind)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("Search", source); };
    if (kind == u"candidate")
        return text(QT_TRANSLATE_NOOP("Search", "Person"));
    if (kind == u"note")
        return text(QT_TRANSLATE_NOOP("Search", "Note"));
    if (kind == u"evidence")
        return text(QT_TRANSLATE_NOOP("Search", "Evidence"));
    if (kind == u"document")
        return text(QT_TRANSLATE_NOOP("Search", "Document"));
    return text(QT_TRANSLATE_NOOP("Search", "Role"));
}

} // namespace rolecall::ui
