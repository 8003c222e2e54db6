// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/deadline_list_model.h"

#include "app/agenda/approximate_date.h"
#include "ui/item_roles.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rolecall::ui {

QString deadlineKindText(const QString &kind)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("DeadlineListModel", text); };
    if (kind == u"applications_close")
        return tr("Applications close");
    if (kind == u"interviews")
        return tr("Interviews");
    if (kind == u"start")
        return tr("Start");
    return tr("Other date");
}

QString deadlineWhen(const db::Deadline &deadline)
{
    if (deadline.date)
        return QLocale().toString(*deadline.date, QLocale::LongFormat);
    return deadline.approx ? app::approximateDateInWords(*deadline.approx) : QCoreApplication::translate("DeadlineListModel", "no date");
}

void DeadlineListModel::setDeadlines(const QList<db::Deadline> &deadlines)
{
    const auto find = [](const QList<db::Deadline> &list, db::DeadlineId id) {
        const auto found = std::find_if(list.begin(), list.end(), [id](const db::Deadline &deadline) { return deadline.id == id; });
        return found == list.end() ? -1 : int(found - list.begin());
    };
    for (int i = int(m_deadlines.size()) - 1; i >= 0; --i) {
        if (find(deadlines, m_deadlines.at(i).id) >= 0)
            continue;
        beginRemoveRows({}, i, i);
        m_deadlines.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < deadlines.size(); ++i) {
        if (i < m_deadlines.size() && m_deadlines.at(i).id == deadlines.at(i).id)
            continue;
        if (const int from = find(m_deadlines, deadlines.at(i).id); from >= 0) {
            beginMoveRows({}, from, from, {}, i);
            m_deadlines.move(from, i);
            endMoveRows();
        } else {
            beginInsertRows({}, i, i);
            m_deadlines.insert(i, deadlines.at(i));
            endInsertRows();
        }
    }
    m_deadlines = deadlines;
    if (!m_deadlines.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_deadlines.size()) - 1));
}

std::optional<db::Deadline> DeadlineListModel::deadlineAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_deadlines.size() ? std::optional(m_deadlines.at(index.row())) : std::nullopt;
}

int DeadlineListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_deadlines.size());
}

QVariant DeadlineListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const db::Deadline &deadline = m_deadlines.at(index.row());
    const QString kind = deadlineKindText(deadline.kind);
    const bool proposed = deadline.state == u"proposed";
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("%1: %2").arg(kind, deadlineWhen(deadline));
    case DetailRole:
        return deadline.sentence.isEmpty() ? deadline.title : deadline.sentence;
    case Qt::ToolTipRole:
        return deadline.sentence.isEmpty() ? QVariant() : QVariant(deadline.sentence);
    case MarkRole:
        return int(proposed ? Mark::Attention : deadline.state == u"done" ? Mark::Quiet : Mark::Good);
    case MarkTextRole:
        return proposed ? tr("to confirm") : deadline.state == u"done" ? tr("done") : tr("confirmed");
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2, %3. %4").arg(kind, deadlineWhen(deadline), proposed ? tr("to confirm") : tr("confirmed"), deadline.sentence);
    case IdRole:
        return deadline.id.number();
    default:
        return {};
    }
}

} // namespace rolecall::ui
