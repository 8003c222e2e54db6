// SPDX-License-Identifier: GPL-3.0-or-later
// The published text to read, with the stretch marked that the selected line was read from.
#pragma once

#include "app/posting/readable_text.h"

#include <QTextEdit>

namespace rolecall::ui {

class PostingText : public QTextEdit
{
    Q_OBJECT
public:
    explicit PostingText(QWidget *parent = nullptr);

    /// The role's own part of the source stands out where the file holds several; a length of 0: to the end.
    void setSource(const app::ReadableText &text, qsizetype partStart, qsizetype partLength);
    void clearSource();

    /// Marks a stretch of the source and brings it into sight; where the place is not known (a start of -1) the words
    /// are looked for. Returns whether there is something to see.
    bool mark(qsizetype sourceStart, qsizetype sourceLength, const QString &words);
    void unmark();
    /// What is marked.
    QString markedText() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showMark();

    app::ReadableText m_text;
    qsizetype m_partStart = 0;
    qsizetype m_partLength = 0;
    qsizetype m_markStart = 0;
    qsizetype m_markLength = 0;
};

} // namespace rolecall::ui
