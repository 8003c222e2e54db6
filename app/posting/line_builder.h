// SPDX-License-Identifier: GPL-3.0-or-later
// Collects the inline text of a paragraph, whatever it is marked up with, into lines.
#pragma once

#include "app/posting/block.h"

namespace rolecall::app {

class LineBuilder
{
public:
    void append(const QString &text, bool strong, bool emphasised, SourceRange source = {});
    void breakLine(bool hard);
    bool isEmpty() const;
    /// The lines so far, empty ones left out; the builder is empty afterwards.
    QList<TextLine> take();

private:
    void finishLine(bool hard);

    QString m_text;
    QByteArray m_styles; // one per character of m_text: 1 strong, 2 emphasised
    SourceRange m_source;
    QList<TextLine> m_lines;
};

/// White space collapsed, zero-width characters and template tags removed.
QString simplifiedText(const QString &text);

} // namespace rolecall::app
