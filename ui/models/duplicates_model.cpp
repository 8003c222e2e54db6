// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/duplicates_model.h"

#include "db/connection.h"
#include "ui/item_roles.h"

#include <QCoreApplication>
#include <QLocale>

namespace rolecall::ui {

namespace {

constexpr int likely = 75;

QString inWords(const char *text)
{
    return QCoreApplication::translate("Duplicates", text);
}

} // namespace

Result<QList<DuplicateRow>> DuplicatesModel::read(db::Connection &connection)
{
    const auto pairs = app::findDuplicates(connection);
    if (!pairs)
        return tl::unexpected(pairs.error());
    QList<db::CandidateId> ids;
    for (const app::DuplicatePair &pair : *pairs)
        ids << pair.first << pair.second;
    const auto people = db::personRows(connection, ids);
    if (!people)
        return tl::unexpected(people.error());
    QHash<db::CandidateId, QString> names;
    for (const db::PersonRow &person : *people)
        names.insert(person.id, person.name.isEmpty() ? person.email : person.name);
    QList<DuplicateRow> rows;
    for (const app::DuplicatePair &pair : *pairs)
        rows << DuplicateRow{pair.first.number() * 10'000'019 + pair.second.number(), pair, names.value(pair.first), names.value(pair.second)};
    return rows;
}

QVariant DuplicatesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DuplicateRow &one = row(index.row());
    const QString names = one.first == one.second ? inWords("%1, twice").arg(one.first) : inWords("%1 and %2").arg(one.first, one.second);
    const QString score = QLocale().toString(one.pair.score) + u'%';
    switch (role) {
    case Qt::DisplayRole:
        return names;
    case DetailRole:
        return app::reasonsInWords(one.pair.reasons).join(QStringLiteral(", "));
    case MarkRole:
        return int(one.pair.score >= likely ? Mark::Attention : Mark::Quiet);
    case MarkTextRole:
        return score;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return inWords("%1, %2: %3").arg(names, score, app::reasonsInWords(one.pair.reasons).join(QStringLiteral(", ")));
    default:
        return {};
    }
}

} // namespace rolecall::ui
