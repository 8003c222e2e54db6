// SPDX-License-Identifier: GPL-3.0-or-later
// One rating: the levels 0 1 2 3 and "ask" side by side, with the chosen one's label beside them.
#pragma once

#include <QStringList>
#include <QWidget>

#include <optional>

namespace rolecall::ui {

class LevelButton;
class TextLabel;

/// What a person chose: a level from 0 to 3, or to ask at the interview; neither: not rated.
struct LevelChoice
{
    std::optional<int> level;
    bool ask = false;

    friend bool operator==(const LevelChoice &, const LevelChoice &) = default;
};

/// Keys: 0 to 3 and ? choose, Backspace and Delete clear, Left and Right move, Space chooses. One tab stop.
class LevelButtons : public QWidget
{
    Q_OBJECT
public:
    explicit LevelButtons(QWidget *parent = nullptr);

    LevelChoice choice() const { return m_choice; }
    /// Shows a choice without telling.
    void setChoice(const LevelChoice &choice);
    /// Four names, level 0 first. They are "No evidence", "Partly", "Meets", "Exceeds" unless set.
    void setLabels(const QStringList &labels);
    void setLabelVisible(bool visible);
    /// What is rated, for screen readers.
    void setSubject(const QString &quality);

Q_SIGNALS:
    /// A person chose; not emitted by setChoice().
    void chosen(const rolecall::ui::LevelChoice &choice);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(int index);
    void refresh();
    QString nameOf(int index) const;

    static constexpr int askIndex = 4;
    LevelButton *m_buttons[5];
    TextLabel *m_label;
    QStringList m_labels;
    QString m_subject;
    LevelChoice m_choice;
};

} // namespace rolecall::ui
