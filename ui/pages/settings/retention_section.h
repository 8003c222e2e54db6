// SPDX-License-Identifier: GPL-3.0-or-later
// How long data are kept after an outcome, for all roles and for one. What is due is shown on Today and among the
// applicants; nothing is erased by itself.
#pragma once

#include "ui/session/session.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace rolecall::ui {

class RetentionSection : public QWidget
{
    Q_OBJECT
public:
    explicit RetentionSection(Session &session, QWidget *parent = nullptr);

    /// Reads roles and rules again.
    void refresh();
    QSpinBox *period(const QString &outcome) const { return m_periods.value(outcome); }
    QComboBox &role() const { return *m_role; }

private:
    void readRules();
    void keep(const QString &outcome);

    Session &m_session;
    QComboBox *m_role;
    QHash<QString, QSpinBox *> m_periods;
};

} // namespace rolecall::ui
