// SPDX-License-Identifier: GPL-3.0-or-later
// A document's text in comfortable lines, to be read, selected and searched, never changed.
#pragma once

#include <QPlainTextEdit>

namespace rolecall::ui {

class TextView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit TextView(QWidget *parent = nullptr);

    void setShownText(const QString &text);
    /// Marks all places of the words and goes to the first; returns how many there are.
    int search(const QString &words);
    int goToMatch(int step);
    /// To the place that holds this offset; -1: there is none.
    int goToMatchAt(qsizetype start);
    /// UTF-16 offsets in the text as it was set.
    void showRange(qsizetype start, qsizetype length);
    void scrollByPage(int direction);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showMarks();
    void setReadingWidth();

    QList<QTextCursor> m_matches;
    int m_match = -1;
};

} // namespace rolecall::ui
