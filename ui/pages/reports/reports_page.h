// SPDX-License-Identifier: GPL-3.0-or-later
// How the search for a role goes, in numbers and bars, one report at a time; and adverse-impact figures over groups whose
// answers were taken with consent.
#pragma once

#include "app/clock.h"
#include "app/reports/role_reports.h"
#include "ui/session/session.h"
#include "ui/shell/page.h"

#include <optional>

class QComboBox;
class QStackedWidget;

namespace rolecall::ui {

class ChipBar;
class EmptyState;
class ReportView;
class TextLabel;

class ReportsPage : public Page
{
    Q_OBJECT
public:
    /// `now` is UTC.
    ReportsPage(Session &session, app::Clock now, QWidget *parent = nullptr);

    QString title() const override { return tr("Reports"); }
    QString subtitle() const override { return m_subtitle; }
    QList<QAction *> actions() const override;
    void activate() override;
    /// `role` and `report` (the table's key) to begin with.
    void navigateTo(const QVariantMap &arguments) override;

private:
    struct Read
    {
        app::RoleReports reports;
        Result<QList<app::ReportTable>> impact;
    };
    db::RoleId role() const;
    void read();
    void show(const Read &read);
    void showReport();
    void takeAnswers(const QString &path);
    void save(const app::ReportTable &table);

    Session &m_session;
    app::Clock m_now;
    QComboBox *m_role;
    ChipBar *m_chips;
    TextLabel *m_note;
    ReportView *m_view;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QAction *m_save;
    QAction *m_takeAnswers;
    QAction *m_removeAnswers;
    QAction *m_begin;
    QList<app::ReportTable> m_tables;
    QString m_chosen = QStringLiteral("pipeline");
    QString m_subtitle;
    bool m_hasAnswers = false;
    bool m_stale = true;
    quint64 m_question = 0;
};

} // namespace rolecall::ui
