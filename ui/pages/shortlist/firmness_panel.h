// SPDX-License-Identifier: GPL-3.0-or-later
// How firm the list is: the share of weightings, pairs that flip, and what it owes to each single reviewer.
#pragma once

#include "app/shortlist/firmness_report.h"
#include "ui/session/worker.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QSpinBox;
class QTextEdit;

namespace rolecall::ui {

class ProgressStrip;
class Session;
class TextLabel;

class FirmnessPanel : public QWidget
{
    Q_OBJECT
public:
    explicit FirmnessPanel(Session &session, QWidget *parent = nullptr);
    ~FirmnessPanel() override;

    void setRole(db::RoleId role);
    /// What is shown is out of date; it is worked out anew when it can be seen.
    void refresh();
    QSpinBox &seed() { return *m_seed; }
    QTextEdit &text() { return *m_text; }

Q_SIGNALS:
    /// Share of the weightings in which each stays in, 0 to 1; empty: not known.
    void sharesFound(const QHash<rolecall::db::ApplicationId, double> &shares);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void work();
    void cancel();
    void take(const Result<app::FirmnessReport> &report);
    void build();
    QString flipsText() const;
    QString reviewersText() const;

    Session &m_session;
    Worker m_worker; ///< of its own: a second of arithmetic must not keep the page's reading waiting
    db::RoleId m_role;
    TextLabel *m_sentence;
    QSpinBox *m_seed;
    QPushButton *m_again;
    ProgressStrip *m_strip;
    QTextEdit *m_text;
    QTimer m_poll;
    std::shared_ptr<app::Progress> m_progress;
    std::optional<app::FirmnessReport> m_report;
    QString m_failure;
    quint64 m_question = 0;
    bool m_stale = true;
};

} // namespace rolecall::ui
