// SPDX-License-Identifier: GPL-3.0-or-later
// Two to five applicants side by side. The cells are walked with the arrows; Enter opens the applicant in Review.
#pragma once

#include "ui/pages/role_page.h"

class QAction;
class QStackedLayout;
class QTableView;

namespace rolecall::ui {

class ComparisonModel;
class EmptyState;

class ComparePage : public RolePage
{
    Q_OBJECT
public:
    explicit ComparePage(Session &session, QWidget *parent = nullptr);

    QString subtitle() const override;
    QList<QAction *> actions() const override { return {m_copy}; }
    void navigateTo(const QVariantMap &arguments) override;

    /// Key in a place's arguments: the applications (a QVariantList of qint64) in the order of their columns.
    inline static const QString applicationsArgument = QStringLiteral("applications");
    /// The place that compares these; nothing where they are too few or too many.
    static std::optional<Place> placeFor(db::RoleId role, const QList<db::ApplicationId> &applications);

    QTableView *table() const { return m_table; }

protected:
    void refresh(app::Areas changed) override;
    void roleChanged() override { m_applications.clear(); }
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void copy();

    QList<db::ApplicationId> m_applications;
    ComparisonModel *m_model;
    QTableView *m_table;
    EmptyState *m_instead;
    QStackedLayout *m_stack;
    QAction *m_copy;
    QAction *m_choose;
    int m_laidOut = 0; ///< width the columns were made for
};

} // namespace rolecall::ui
