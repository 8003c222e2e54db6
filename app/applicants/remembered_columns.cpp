// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/applicants/remembered_columns.h"

#include "db/import_mappings.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <algorithm>

namespace rolecall::app {

namespace {

bool sameTarget(const ColumnTarget &one, const ColumnTarget &other)
{
    return one.kind == other.kind && (one.kind != ColumnTarget::Field || one.field == other.field) && one.quality == other.quality;
}

/// FIELD for --map; a quality by its text, as its number is another one in the next role. Empty where there is no such word.
QString keyOf(const ColumnMapping &mapping, const ColumnTarget &target)
{
    switch (target.kind) {
    case ColumnTarget::Field:
        return fieldKey(target.field);
    case ColumnTarget::Rating: {
        const QString text = mapping.qualityTexts.value(target.quality);
        return text.contains(u'=') ? QString() : text;
    }
    case ColumnTarget::Ignored:
        return QStringLiteral("ignore");
    default:
        return {};
    }
}

} // namespace

QString columnsKey(const QStringList &header)
{
    if (header.isEmpty())
        return {};
    QStringList names;
    for (const QString &name : header)
        names << foldedName(name);
    std::sort(names.begin(), names.end());
    return QString::fromLatin1(QCryptographicHash::hash(names.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex());
}

Outcome applyRememberedColumns(db::Connection &connection, ColumnMapping &mapping, const QStringList &header)
{
    if (header.isEmpty())
        return {};
    const auto remembered = db::importMapping(connection, columnsKey(header));
    if (!remembered)
        return tl::unexpected(remembered.error());
    const ColumnMapping before = mapping;
    for (const QString &assignment : *remembered)
        static_cast<void>(applyOverrides(mapping, header, {assignment})); // one that does not fit this role changes nothing
    if (!std::equal(before.columns.begin(), before.columns.end(), mapping.columns.begin(), mapping.columns.end(), sameTarget))
        mapping.warnings.prepend(QCoreApplication::translate("ImportPlan", "The columns are read as they were the last time a table had these"));
    return {};
}

Outcome rememberColumns(db::Connection &connection, const ColumnMapping &recognised, const ColumnMapping &chosen, const QStringList &header)
{
    QStringList assignments;
    for (qsizetype column = 0; column < chosen.columns.size() && column < header.size(); ++column) {
        const ColumnTarget &target = chosen.columns.at(column);
        const QString name = header.at(column).trimmed();
        const QString key = keyOf(chosen, target);
        if (!name.isEmpty() && !key.isEmpty() && column < recognised.columns.size() && !sameTarget(recognised.columns.at(column), target))
            assignments << key + u'=' + name;
    }
    return header.isEmpty() ? Outcome() : db::storeImportMapping(connection, columnsKey(header), assignments);
}

} // namespace rolecall::app
