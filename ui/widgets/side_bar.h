// SPDX-License-Identifier: GPL-3.0-or-later
// Where one can go: pages and, beneath "Roles", each role, with counts. A list like any other to the keyboard.
#pragma once

#include "ui/theme/icons.h"

#include <QAbstractListModel>
#include <QListView>

#include <optional>

namespace rolecall::ui {

struct SideBarEntry
{
    enum class Kind { Page, Child, Heading };

    Kind kind = Kind::Page;
    QString text;
    QVariant target;          ///< handed back when chosen; none for a heading
    std::optional<int> count; ///< shown at the right
    Icon icon = Icon::None;
    bool attention = false;   ///< the count is in the colour of what needs attention: overdue
};

class SideBarModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// Keeps the view's rows where only counts and texts changed, so that nothing jumps.
    void setEntries(const QList<SideBarEntry> &entries);
    const SideBarEntry &entry(int row) const { return m_entries.at(row); }
    int rowOf(const QVariant &target) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<SideBarEntry> m_entries;
};

class SideBar : public QListView
{
    Q_OBJECT
public:
    explicit SideBar(QWidget *parent = nullptr);

    void setEntries(const QList<SideBarEntry> &entries);
    /// Marks where we are, without telling.
    void setCurrentTarget(const QVariant &target);
    QVariant currentTarget() const { return m_current; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QVariant &target);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QModelIndex &index);

    SideBarModel m_model;
    QVariant m_current;
};

} // namespace rolecall::ui
