// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/history_model.h"

#include "app/agenda/zoned_time.h"
#include "ui/item_roles.h"
#include "ui/session/session.h"

#include <QCoreApplication>
#include <QLocale>

namespace rolecall::ui {

namespace {

constexpr int pageSize = 100;

} // namespace

QString changeKindText(const QString &kind)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("HistoryModel", text); };
    static const QHash<QString, const char *> words{
        {QStringLiteral("rating"), QT_TRANSLATE_NOOP("HistoryModel", "Ratings")},
        {QStringLiteral("review"), QT_TRANSLATE_NOOP("HistoryModel", "Reviews")},
        {QStringLiteral("evidence"), QT_TRANSLATE_NOOP("HistoryModel", "Evidence")},
        {QStringLiteral("quality"), QT_TRANSLATE_NOOP("HistoryModel", "Qualities")},
        {QStringLiteral("posting"), QT_TRANSLATE_NOOP("HistoryModel", "Postings")},
        {QStringLiteral("role"), QT_TRANSLATE_NOOP("HistoryModel", "Roles")},
        {QStringLiteral("date"), QT_TRANSLATE_NOOP("HistoryModel", "Dates")},
        {QStringLiteral("interview"), QT_TRANSLATE_NOOP("HistoryModel", "Interviews")},
        {QStringLiteral("closing"), QT_TRANSLATE_NOOP("HistoryModel", "Closings")},
        {QStringLiteral("import"), QT_TRANSLATE_NOOP("HistoryModel", "Imports")},
        {QStringLiteral("stage"), QT_TRANSLATE_NOOP("HistoryModel", "Stages")},
        {QStringLiteral("message"), QT_TRANSLATE_NOOP("HistoryModel", "Messages")},
        {QStringLiteral("template"), QT_TRANSLATE_NOOP("HistoryModel", "Templates")},
        {QStringLiteral("outcome"), QT_TRANSLATE_NOOP("HistoryModel", "Outcomes")},
        {QStringLiteral("tag"), QT_TRANSLATE_NOOP("HistoryModel", "Tags")},
        {QStringLiteral("note"), QT_TRANSLATE_NOOP("HistoryModel", "Notes")},
        {QStringLiteral("applicant"), QT_TRANSLATE_NOOP("HistoryModel", "Applicants")},
        {QStringLiteral("application"), QT_TRANSLATE_NOOP("HistoryModel", "Applications")},
        {QStringLiteral("document"), QT_TRANSLATE_NOOP("HistoryModel", "Documents")},
        {QStringLiteral("shortlist"), QT_TRANSLATE_NOOP("HistoryModel", "Shortlist")},
        {QStringLiteral("reviewer"), QT_TRANSLATE_NOOP("HistoryModel", "Reviewers")},
        {QStringLiteral("reveal"), QT_TRANSLATE_NOOP("HistoryModel", "Reveals")},
        {QStringLiteral("remark"), QT_TRANSLATE_NOOP("HistoryModel", "Remarks set aside")},
        {QStringLiteral("remark-back"), QT_TRANSLATE_NOOP("HistoryModel", "Remarks taken up")},
        {QStringLiteral("undo"), QT_TRANSLATE_NOOP("HistoryModel", "Undone")},
        {QStringLiteral("redo"), QT_TRANSLATE_NOOP("HistoryModel", "Done again")}};
    const char *text = words.value(kind, nullptr);
    return text ? tr(text) : kind;
}

HistoryModel::HistoryModel(Session &session, QObject *parent)
    : KeyedRowsModel(parent)
    , m_session(session)
{}

void HistoryModel::setFilter(const db::ChangeFilter &filter)
{
    m_filter = filter;
    m_complete = false;
    read(pageSize, {});
}

void HistoryModel::reload()
{
    read(std::max(pageSize, rowCount() + 1), {});
}

void HistoryModel::read(int limit, db::ChangeId before)
{
    m_reading = true;
    const quint64 question = ++m_question;
    m_session.reader().ask<QList<app::HistoryEntry>>(
        this, [filter = m_filter, limit, before](db::Connection &connection) { return app::history(connection, filter, limit, before); },
        [this, question, limit, before](const Result<QList<app::HistoryEntry>> &entries) {
            if (question != m_question)
                return;
            if (!entries) {
                m_reading = false;
                m_complete = true;
                Q_EMIT failed(entries.error());
                return;
            }
            m_complete = entries->size() < limit;
            QList<HistoryRow> rows;
            if (before.isValid()) {
                for (int i = 0; i < rowCount(); ++i)
                    rows << row(i);
            }
            for (const app::HistoryEntry &entry : *entries)
                rows << HistoryRow{entry.change.id.number(), entry};
            setRows(rows);
            m_reading = false; // not before: who hears of new rows may ask for more at once
            Q_EMIT wasRead();
        });
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_reading && rowCount() > 0;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        read(pageSize, db::ChangeId(row(rowCount() - 1).key));
}

std::optional<app::HistoryEntry> HistoryModel::entryAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < rowCount() ? std::optional(row(index.row()).entry) : std::nullopt;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryRow &line = row(index.row());
    const db::Change &change = line.entry.change;
    const QDateTime local = change.madeAt.toLocalTime();
    switch (role) {
    case Qt::DisplayRole:
        return line.entry.title;
    case DetailRole: {
        const QString detail = line.entry.detail.section(u'\n', 0, 0);
        return change.undone ? (detail.isEmpty() ? tr("taken back since") : tr("taken back since · %1").arg(detail)) : detail;
    }
    case TimeRole:
        return app::clockText(local.time());
    case PersonRole: // what nobody did, such as closing a role, the program did
        return change.reviewerName.isEmpty() && change.kind == u"closing" ? QStringLiteral("Rolecall") : change.reviewerName;
    case DayRole: {
        // The day is said once, above its first row.
        const QDate day = local.date();
        if (index.row() > 0 && row(index.row() - 1).entry.change.madeAt.toLocalTime().date() == day)
            return {};
        return QLocale().toString(day, QLocale::LongFormat);
    }
    case UndoneRole:
        return change.undone;
    case IdRole:
        return line.key;
    case Qt::AccessibleTextRole:
        return QStringList{app::momentText(local), change.reviewerName, line.entry.title, change.undone ? tr("taken back since") : QString(), line.entry.detail}.join(QStringLiteral(", "));
    default:
        return {};
    }
}

} // namespace rolecall::ui
