// SPDX-License-Identifier: GPL-3.0-or-later
// One cell of the agenda: who gave what, and the level the panel settles on, which needs its reason.
#pragma once

#include "app/reviews/comparison.h"
#include "ui/models/agenda_model.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace rolecall::ui {

class ChipBar;
class TextLabel;

class SettlePanel : public QWidget
{
    Q_OBJECT
public:
    explicit SettlePanel(QWidget *parent = nullptr);

    /// `cell`: the levels and the evidence to talk about; none while it cannot be read. What is half typed for the same line stays.
    void show(const AgendaLine &line, const std::optional<app::ComparedCell> &cell, bool readOnly);
    void showNothing();
    /// Chooses a level and goes to its reason.
    void choose(int level);
    QLineEdit &reason() { return *m_reason; }

Q_SIGNALS:
    void settled(int level, const QString &reason);
    void takenBack();
    void reviewWanted();
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showEvidence(const AgendaLine &line, const std::optional<app::ComparedCell> &cell);
    int chosen() const;
    void enable();
    void settle();

    qint64 m_key = 0;
    bool m_readOnly = false;
    QWidget *m_body;
    TextLabel *m_name;
    TextLabel *m_quality;
    TextLabel *m_words;
    ChipBar *m_levels;
    QLineEdit *m_reason;
    QPushButton *m_settle;
    QPushButton *m_back;
};

} // namespace rolecall::ui
