// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/review_queue_model.h"

#include "app/reviews/quality_pass.h"
#include "db/application_lists.h"
#include "ui/item_roles.h"
#include "ui/session/session.h"

namespace rolecall::ui {

namespace {

constexpr int blockSize = 64;
constexpr int mostBlocks = 64;

} // namespace

ReviewQueueModel::ReviewQueueModel(Session &session, QObject *parent)
    : QAbstractListModel(parent)
    , m_session(session)
{
    m_fetch.setSingleShot(true);
    m_fetch.setInterval(0);
    connect(&m_fetch, &QTimer::timeout, this, &ReviewQueueModel::fetch);
}

void ReviewQueueModel::setRole(db::RoleId role, int qualities)
{
    m_role = role;
    m_qualities = qualities;
}

void ReviewQueueModel::setNotSubmittedByMe(bool only)
{
    m_notSubmittedByMe = only;
}

void ReviewQueueModel::setToConfirm(bool only)
{
    m_toConfirm = only;
}

void ReviewQueueModel::setLacking(const QList<db::NewQuality> &qualities)
{
    m_lacking = qualities;
}

void ReviewQueueModel::setPass(const std::optional<db::QualityPass> &pass)
{
    m_pass = pass;
}

void ReviewQueueModel::reload()
{
    const int generation = ++m_generation;
    m_loading = true;
    m_session.reader().ask<QList<db::ApplicationId>>(
        this,
        [role = m_role, only = isFiltered(), notSubmitted = m_notSubmittedByMe, toConfirm = m_toConfirm, lacking = m_lacking, pass = m_pass](db::Connection &connection) -> Result<QList<db::ApplicationId>> {
            db::ApplicationFilter filter;
            filter.notSubmittedByMe = notSubmitted;
            filter.toConfirmByMe = toConfirm;
            filter.lackingByMe = lacking;
            auto keys = db::applicationIds(connection, role, filter, db::ApplicationOrder::AppliedOn);
            if (!keys || !pass)
                return keys;
            auto order = app::qualityPassOrder(connection, *pass);
            if (!order || !only)
                return order;
            const QSet<db::ApplicationId> kept(keys->cbegin(), keys->cend());
            order->removeIf([&kept](db::ApplicationId id) { return !kept.contains(id); });
            return order;
        },
        [this, generation](Result<QList<db::ApplicationId>> keys) {
            if (generation != m_generation)
                return;
            m_loading = false;
            if (keys)
                setKeys(*keys);
            else
                Q_EMIT failed(keys.error().text());
            Q_EMIT loaded();
        });
}

void ReviewQueueModel::setKeys(const QList<db::ApplicationId> &keys)
{
    if (keys == m_keys) {
        refresh();
        return;
    }
    beginResetModel();
    m_keys = keys;
    m_rowOf.clear();
    m_rowOf.reserve(keys.size());
    for (int row = 0; row < int(keys.size()); ++row)
        m_rowOf.insert(keys.at(row), row);
    m_blocks.clear();
    m_wanted.clear();
    m_asked.clear();
    endResetModel();
}

void ReviewQueueModel::refresh(db::ApplicationId application)
{
    // The rows known so far stay on screen until the new ones are there.
    if (application.isValid()) {
        if (const int row = rowOf(application); row >= 0 && m_blocks.contains(row / blockSize))
            m_wanted << row / blockSize;
    } else {
        for (auto block = m_blocks.cbegin(); block != m_blocks.cend(); ++block)
            m_wanted << block.key();
    }
    if (!m_wanted.isEmpty())
        m_fetch.start();
}

void ReviewQueueModel::fetch()
{
    const QSet<int> wanted = std::exchange(m_wanted, {});
    if (m_blocks.size() > mostBlocks) {
        for (const int block : m_blocks.keys()) {
            if (!wanted.contains(block))
                m_blocks.remove(block);
        }
    }
    for (const int block : wanted) {
        const int first = block * blockSize;
        const QList<db::ApplicationId> ids = m_keys.mid(first, blockSize);
        if (ids.isEmpty())
            continue;
        m_asked << block;
        const db::QualityId quality = m_pass ? m_pass->quality : db::QualityId();
        m_session.reader().ask<QList<db::ReviewQueueRow>>(
            this, [ids, quality, reviewer = m_session.reviewer()](db::Connection &connection) { return db::reviewQueueRows(connection, ids, reviewer, quality); },
            [this, block, first, ids, generation = m_generation](Result<QList<db::ReviewQueueRow>> rows) {
                m_asked.remove(block);
                if (generation != m_generation || m_keys.mid(first, blockSize) != ids)
                    return;
                if (!rows) {
                    Q_EMIT failed(rows.error().text());
                    return;
                }
                // An applicant who is gone keeps an empty row until the keys are read again.
                QHash<db::ApplicationId, db::ReviewQueueRow> byId;
                for (const db::ReviewQueueRow &row : std::as_const(*rows))
                    byId.insert(row.id, row);
                QList<db::ReviewQueueRow> complete;
                for (const db::ApplicationId id : ids)
                    complete << byId.value(id);
                m_blocks.insert(block, complete);
                Q_EMIT dataChanged(index(first), index(first + int(ids.size()) - 1));
            });
    }
}

db::ApplicationId ReviewQueueModel::applicationAt(int row) const
{
    return row >= 0 && row < int(m_keys.size()) ? m_keys.at(row) : db::ApplicationId();
}

int ReviewQueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

QVariant ReviewQueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_keys.size()))
        return {};
    if (role == IdRole)
        return m_keys.at(index.row()).number();
    const int block = index.row() / blockSize;
    const auto found = m_blocks.constFind(block);
    if (found == m_blocks.cend()) {
        if (!m_asked.contains(block)) {
            m_wanted << block;
            m_fetch.start();
        }
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
    }
    const db::ReviewQueueRow &row = found->at(index.row() % blockSize);
    switch (role) {
    case Qt::DisplayRole:
        return row.shownName;
    case Qt::ToolTipRole:
        return row.shownName;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(row.shownName, stateText(row));
    case DetailRole:
        return stateText(row);
    case SubmittedRole:
        return row.submitted;
    case BegunRole:
        return row.begun;
    case RatedRole:
        return row.rated;
    case QualitiesRole:
        return m_qualities;
    case ToConfirmRole:
        return row.toConfirm;
    case LevelRole:
        return row.level && m_pass ? QVariant(double(*row.level)) : QVariant();
    case AskRole:
        return row.ask && m_pass;
    default:
        return {};
    }
}

QString ReviewQueueModel::stateText(const db::ReviewQueueRow &row) const
{
    if (row.toConfirm > 0)
        return row.submitted ? tr("submitted, %1 to confirm").arg(row.toConfirm) : tr("draft, %1 to confirm").arg(row.toConfirm);
    if (row.submitted)
        return tr("submitted");
    if (m_pass)
        return row.level ? tr("rated %1").arg(*row.level) : row.ask ? tr("ask at interview") : tr("not rated");
    if (!row.begun || row.rated == 0)
        return row.begun ? tr("draft, none of %1").arg(m_qualities) : tr("not begun");
    return tr("draft, %1 of %2").arg(row.rated).arg(m_qualities);
}

} // namespace rolecall::ui
