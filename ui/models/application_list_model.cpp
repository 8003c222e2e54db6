// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/application_list_model.h"

#include "app/blind/veil.h"
#include "app/shortlist/rule.h"
#include "ui/delegates/gate_painter.h"
#include "ui/item_roles.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace rolecall::ui {

namespace {

constexpr int nearDays = 14;

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("ApplicationList", text, nullptr, count);
}

QString outcomeWord(const QString &outcome)
{
    if (outcome == QLatin1String("hired"))
        return tr("Hired");
    return outcome == QLatin1String("rejected") ? tr("Rejected") : tr("Withdrawn");
}

/// The date as the person writes dates, and how long ago where that is near.
QString dateWords(const QString &stored, const QDate &today)
{
    const QDate date = QDate::fromString(stored, Qt::ISODate);
    if (!date.isValid())
        return stored;
    const QString written = QLocale().toString(date, QLocale::ShortFormat);
    if (!today.isValid())
        return written;
    const qint64 days = date.daysTo(today);
    if (days < 0 || days > nearDays)
        return written;
    return QStringLiteral("%1 · %2").arg(written, days == 0 ? tr("today") : days == 1 ? tr("yesterday") : tr("%n days ago", int(days)));
}

db::ApplicationOrder orderOf(int column, bool blind)
{
    switch (column) {
    case ApplicationListModel::NameColumn: // an order by hidden names would tell them
        return blind ? db::ApplicationOrder::Rule : db::ApplicationOrder::Name;
    case ApplicationListModel::GateColumn:
        return db::ApplicationOrder::Gate;
    case ApplicationListModel::ScoreColumn:
        return db::ApplicationOrder::UsefulScore;
    case ApplicationListModel::StageColumn:
        return db::ApplicationOrder::Stage;
    case ApplicationListModel::AppliedOnColumn:
        return db::ApplicationOrder::AppliedOn;
    case ApplicationListModel::LocationColumn:
        return blind ? db::ApplicationOrder::Rule : db::ApplicationOrder::Location;
    case ApplicationListModel::SourceColumn:
        return db::ApplicationOrder::Source;
    case ApplicationListModel::TagsColumn:
        return db::ApplicationOrder::Tags;
    case ApplicationListModel::OwnReviewColumn:
        return db::ApplicationOrder::OwnReview;
    case ApplicationListModel::EmailColumn:
        return blind ? db::ApplicationOrder::Rule : db::ApplicationOrder::Email;
    default:
        return db::ApplicationOrder::Rule;
    }
}

} // namespace

int gateCount(const db::Standing &standing)
{
    return standing.gate == db::Gate::Open ? standing.necessaryUnrated : standing.necessaryBelow;
}

QString gateWords(const db::Standing &standing)
{
    return gateText({Gate(int(standing.gate)), gateCount(standing)});
}

QString hiddenWords()
{
    return tr("after your review");
}

QVariant standingData(const db::ApplicationRow &row, int role)
{
    if (role == HiddenRole)
        return row.panelHidden;
    if (row.panelHidden)
        return {};
    const db::Standing &standing = row.standing;
    switch (role) {
    case GateRole:
        return int(standing.gate);
    case GateCountRole:
        return gateCount(standing);
    case ScoreRole:
        return standing.usefulScore ? QVariant(app::scorePercent(*standing.usefulScore)) : QVariant();
    case CoverageRole:
        return app::coverageShare(standing.coverage);
    default:
        return {};
    }
}

QString applicantName(const db::ApplicationRow &row, bool blind)
{
    return blind || row.name.isEmpty() ? row.code : row.name;
}

int ApplicationListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ApplicationListModel::columnName(int column)
{
    switch (column) {
    case NameColumn:
        return tr("Name");
    case GateColumn:
        return tr("Gate");
    case ScoreColumn:
        return tr("Useful score");
    case StageColumn:
        return tr("Stage");
    case AppliedOnColumn:
        return tr("Applied on");
    case LocationColumn:
        return tr("Location");
    case SourceColumn:
        return tr("Source");
    case TagsColumn:
        return tr("Tags");
    case OwnReviewColumn:
        return tr("My review");
    case EmailColumn:
        return tr("E-mail");
    default:
        return {};
    }
}

QString ApplicationListModel::cellText(const db::ApplicationRow &row, int column, bool blind, const QDate &today)
{
    switch (column) {
    case NameColumn:
        return applicantName(row, blind);
    case GateColumn:
        return row.panelHidden ? hiddenWords() : gateWords(row.standing);
    case ScoreColumn:
        return row.standing.usefulScore ? QLocale().toString(std::round(app::scorePercent(*row.standing.usefulScore)), 'f', 0) : QString();
    case StageColumn:
        return row.outcome.isEmpty() ? row.stageName : QStringLiteral("%1 · %2").arg(outcomeWord(row.outcome), row.stageName);
    case AppliedOnColumn:
        return dateWords(row.appliedOn, today);
    case LocationColumn:
        return blind ? QString() : row.location;
    case SourceColumn:
        return row.source;
    case TagsColumn:
        return row.tags.join(QStringLiteral(", "));
    case OwnReviewColumn:
        return row.reviewSubmitted ? tr("Submitted") : row.reviewDraft ? tr("Draft") : QString();
    case EmailColumn:
        return blind ? QString() : row.email;
    default:
        return {};
    }
}

QVariant ApplicationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == IdRole)
        return applicationAt(index.row()).number();
    if (role == Qt::TextAlignmentRole)
        return index.column() == ScoreColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole && role != HiddenRole && (role < GateRole || role > CoverageRole))
        return {};
    const db::MatrixRow *found = rowAt(index.row());
    if (!found)
        return role == Qt::DisplayRole && index.column() == NameColumn ? QVariant(QStringLiteral("…")) : QVariant();
    const db::ApplicationRow &row = found->application;
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, index.column(), isBlind(), m_today);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(columnName(index.column()), cellText(row, index.column(), isBlind(), m_today));
    case Qt::ToolTipRole:
        if (index.column() == StageColumn && !row.outcome.isEmpty())
            return tr("%1: %2").arg(outcomeWord(row.outcome), row.outcomeReason);
        if (index.column() == StageColumn)
            return tr("In %1 since %2").arg(row.stageName, dateWords(row.stageSince.left(10), m_today));
        if (row.panelHidden && (index.column() == GateColumn || index.column() == ScoreColumn))
            return tr("Rated by others; shown once your own review is submitted");
        if (index.column() == ScoreColumn)
            return tr("%1% of the useful qualities' weight is rated").arg(QLocale().toString(app::coverageShare(row.standing.coverage) * 100, 'f', 0));
        return cellText(row, index.column(), isBlind(), m_today);
    default:
        return standingData(row, role);
    }
}

QVariant ApplicationListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return columnName(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::InitialSortOrderRole)
        return section == ScoreColumn || section == AppliedOnColumn ? Qt::DescendingOrder : Qt::AscendingOrder;
    return {};
}

std::function<Result<ApplicationPagesModel::Keys>(db::Connection &)> ApplicationListModel::keyQuestion(int column, bool descending) const
{
    return [role = this->role(), filter = filter(), order = orderOf(column, isBlind()), descending](db::Connection &connection) {
        return db::applicationIds(connection, role, filter, order, descending);
    };
}

Result<QList<db::MatrixRow>> ApplicationListModel::readPage(db::Connection &connection, const Keys &keys) const
{
    auto read = db::applicationRows(connection, keys, session().reviewer());
    if (!read)
        return tl::unexpected(read.error());
    app::coverRows(connection, role(), *read);
    QList<db::MatrixRow> rows;
    rows.reserve(read->size());
    for (db::ApplicationRow &row : *read)
        rows.emplaceBack().application = std::move(row);
    return rows;
}

void ApplicationListModel::roleRead()
{
    m_today = QDateTime::fromString(session().connection().now(), Qt::ISODateWithMs).toLocalTime().date();
}

} // namespace rolecall::ui
