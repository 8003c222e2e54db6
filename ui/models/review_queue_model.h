// SPDX-License-Identifier: GPL-3.0-or-later
// The reviewer's queue: all keys at once, the rows in blocks as they come into view, read by the session's reader.
#pragma once

#include "db/new_qualities.h"
#include "db/quality_passes.h"
#include "db/review_queue.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>
#include <QTimer>

namespace rolecall::ui {

class Session;

class ReviewQueueModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { SubmittedRole = Qt::UserRole + 100, BegunRole, RatedRole, QualitiesRole, ToConfirmRole };

    explicit ReviewQueueModel(Session &session, QObject *parent = nullptr);

    /// What the queue is about; reload() asks for it. A pass gives the order; without one it is that of applying, which says
    /// nothing of how somebody stands.
    void setRole(db::RoleId role, int qualities);
    void setNotSubmittedByMe(bool only);
    void setToConfirm(bool only); ///< those with a level of mine on an earlier wording
    /// Those with a submitted review of mine that lacks one of these; none: everybody.
    void setLacking(const QList<db::NewQuality> &qualities);
    void setPass(const std::optional<db::QualityPass> &pass);
    void reload();
    /// One row's state, or all rows' where the id is not valid; the order stays, so that nothing jumps while one works.
    void refresh(db::ApplicationId application = {});

    db::ApplicationId applicationAt(int row) const;
    int rowOf(db::ApplicationId application) const { return m_rowOf.value(application, -1); }
    bool isLoading() const { return m_loading; }
    bool isFiltered() const { return m_notSubmittedByMe || m_toConfirm || isLacking(); }
    bool isToConfirm() const { return m_toConfirm; }
    bool isPass() const { return m_pass.has_value(); }
    bool isLacking() const { return !m_lacking.isEmpty(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void loaded();
    void failed(const QString &message);

private:
    void setKeys(const QList<db::ApplicationId> &keys);
    void fetch();
    QString stateText(const db::ReviewQueueRow &row) const;

    Session &m_session;
    db::RoleId m_role;
    int m_qualities = 0;
    bool m_notSubmittedByMe = false;
    bool m_toConfirm = false;
    QList<db::NewQuality> m_lacking;
    std::optional<db::QualityPass> m_pass;
    bool m_loading = false;
    int m_generation = 0; ///< answers to an earlier question are dropped
    QList<db::ApplicationId> m_keys;
    QHash<db::ApplicationId, int> m_rowOf;
    QHash<int, QList<db::ReviewQueueRow>> m_blocks;
    mutable QSet<int> m_wanted;
    QSet<int> m_asked;
    mutable QTimer m_fetch;
};

} // namespace rolecall::ui
