// SPDX-License-Identifier: GPL-3.0-or-later
// The one question that stops everything: what goes with these people, where others name them, and the word that lets it
// happen. There is no undo for it.
#pragma once

#include "app/people/erasure.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace rolecall::ui {

class EraseDialog : public QDialog
{
    Q_OBJECT
public:
    EraseDialog(const app::ErasurePlan &plan, app::ErasureReason reason, QWidget *parent);

    /// As it was decided: which mentions are replaced.
    app::ErasurePlan plan() const;
    app::ErasureReason reason() const;

    QLineEdit &word() { return *m_word; }
    QPushButton &eraseButton() { return *m_erase; }
    /// What has to be typed.
    static QString wordToType();

private:
    void addRows(QVBoxLayout &column);
    void addMentions(QVBoxLayout &column);
    void addUnreached(QVBoxLayout &column);

    app::ErasurePlan m_plan;
    QList<QCheckBox *> m_decisions; ///< one for each mention
    QComboBox *m_reason;
    QLineEdit *m_word;
    QPushButton *m_erase;
};

} // namespace rolecall::ui
