// SPDX-License-Identifier: GPL-3.0-or-later
// The shortlist as one list: who is on it, the near misses beneath, and who was taken off by hand.
#pragma once

#include "app/shortlist/shortlist.h"
#include "ui/models/keyed_rows_model.h"

namespace rolecall::ui {

enum class ShortlistSection { On, NearMiss, TakenOff, AfterReview };

struct ShortlistRow
{
    qint64 key = 0; ///< the application's, or negative: a heading
    ShortlistSection section = ShortlistSection::On;
    app::ShortlistEntry entry;
    QString heading;
    QString misses; ///< the quality a near miss is below on
};

class ShortlistModel : public KeyedRowsModel<ShortlistRow>
{
    Q_OBJECT
public:
    enum Role { HeadingRole = Qt::UserRole + 100, SectionRole, ByHandRole, HasSharesRole, ShareRole };

    using KeyedRowsModel::KeyedRowsModel;

    /// `total`: how many are on the list, which may be more than are given.
    void setView(const app::ShortlistView &view, int total);
    void clear();
    /// What the rows are called: name, or code in a blind role; and the stage.
    struct Label
    {
        QString name;
        QString stage;
    };
    void addLabels(const QHash<db::ApplicationId, Label> &labels);
    void forgetLabels() { m_labels.clear(); }
    /// In which share of other weightings each stays in, 0 to 1; empty: not known, and no room is made for it.
    void setShares(const QHash<rolecall::db::ApplicationId, double> &shares);
    QList<db::ApplicationId> unlabelled() const;
    QString nameOf(db::ApplicationId application) const { return m_labels.value(application).name; }

    std::optional<ShortlistRow> personAt(const QModelIndex &index) const;
    /// How many rows of the list itself are here.
    int shown() const { return m_shown; }
    int total() const { return m_total; }

    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QVariant headingData(const ShortlistRow &row, int role) const;
    QString detailOf(const ShortlistRow &row) const;

    QHash<db::ApplicationId, Label> m_labels;
    QHash<db::ApplicationId, double> m_shares;
    int m_shown = 0;
    int m_total = 0;
};

} // namespace rolecall::ui
