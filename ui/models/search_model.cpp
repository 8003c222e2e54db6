// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/search_model.h"

#include "ui/item_roles.h"
#include "ui/pages/search/search_places.h"

namespace rolecall::ui {

namespace {

/// Ids of five tables, told apart; a document of a person with several applications is one row.
qint64 keyOf(const db::SearchHit &hit)
{
    static const QStringList kinds{QStringLiteral("candidate"), QStringLiteral("note"), QStringLiteral("evidence"), QStringLiteral("document"), QStringLiteral("role")};
    return hit.id * kinds.size() + std::max<qint64>(0, kinds.indexOf(hit.kind));
}

} // namespace

void SearchModel::setFindings(const app::Findings &findings, const QString &typed)
{
    const QList<db::SearchTerm> terms = db::searchTerms(typed);
    QList<SearchRow> rows;
    for (const app::Finding &finding : findings.list)
        rows << SearchRow{keyOf(finding.hit), finding, app::marksIn(finding.hit.title, terms)};
    setRows(rows);
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SearchRow &shown = row(index.row());
    const db::SearchHit &hit = shown.finding.hit;
    switch (role) {
    case Qt::DisplayRole:
        return hit.title;
    case DetailRole: {
        QStringList parts{kindText(hit.kind)};
        if (!hit.person.isEmpty() && hit.person != hit.title)
            parts << hit.person;
        if (!hit.roleTitle.isEmpty() && hit.kind != u"role")
            parts << hit.roleTitle;
        return parts.join(QStringLiteral(" · "));
    }
    case Qt::AccessibleTextRole:
        return QStringList{hit.title, data(index, DetailRole).toString(), shown.finding.snippet.text}.join(QStringLiteral(", "));
    case FindingRow:
        return QVariant::fromValue(static_cast<const void *>(&shown));
    default:
        return {};
    }
}

} // namespace rolecall::ui
