// SPDX-License-Identifier: GPL-3.0-or-later
// How far the panel agrees, and what it has to talk about: each cell where two reviewers stand far apart, to be settled
// here with a level and its reason.
#pragma once

#include "app/agreement/agreement.h"
#include "ui/models/agenda_model.h"
#include "ui/pages/role_page.h"

class QListView;
class QStackedWidget;
class QTableView;

namespace rolecall::ui {

class EmptyState;
class SettlePanel;
class SpreadModel;
class TextLabel;

class AgreementPage : public RolePage
{
    Q_OBJECT
public:
    explicit AgreementPage(Session &session, QWidget *parent = nullptr);

    QString subtitle() const override;

    QListView *agenda() const { return m_view; }
    SettlePanel *settling() const { return m_settle; }
    QTableView *spread() const { return m_spread; }

protected:
    void refresh(app::Areas changed) override;
    void roleChanged() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeAgenda();
    QWidget *makeSpread();
    void show(const AgreementSheet &sheet);
    void showItem();
    void settle(int level, const QString &reason);
    void takeBack();
    void openReview();

    QStackedWidget *m_whole;
    EmptyState *m_instead;
    QAction *m_toReview;
    QAction *m_toImport;
    TextLabel *m_alpha;
    TextLabel *m_warning;
    TextLabel *m_hidden;
    TextLabel *m_nothing;
    AgendaModel *m_model;
    QListView *m_view;
    SettlePanel *m_settle;
    SpreadModel *m_spreadModel;
    QTableView *m_spread;
    bool m_isRead = false;
    int m_open = 0; ///< agenda rows that are not settled
    quint64 m_question = 0;
};

} // namespace rolecall::ui
