// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/entries.h"

#include "app/posting/heading_vocabulary.h"
#include "app/posting/line_builder.h"

#include <QRegularExpression>

namespace rolecall::app {

namespace {

/// Footnote signs behind an entry: stars, raised figures, what a missing footnote left.
QString withoutMarks(const QString &text)
{
    static const QRegularExpression marks(QStringLiteral("(?:\\s*(?:\\*+|[\u00b9\u00b2\u00b3\u2070-\u2079\u2020\u2021]+|\\[\\^[^\\]\\s]{1,40}\\]))+(?=[.;,]?$)"));
    static const QRegularExpression inner(QStringLiteral("\\[\\^[^\\]\\s]{1,40}\\]"));
    QString bare = simplifiedText(text);
    bare.remove(marks);
    bare.remove(inner);
    return bare.trimmed();
}

/// "Per policy there are no formal requirements", "an equivalent combination may be considered": remarks on the list.
bool isRemark(const QString &text, bool ofParagraph)
{
    static const QRegularExpression none(QStringLiteral(R"(\bno (?:formal |specific |minimum |prior )?(?:education\w*|qualification|experience|degree)s?(?: \w+)? ?(?:requirements?|required|needed|necessary)\b)"),
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression equivalents(QStringLiteral(R"(\bequivalents? (?:combinations?|experience|education|qualifications?)?.{0,60}\b(?:may|will|can) be (?:considered|accepted|substituted)|^any (?:equivalent )?combination of)"),
                                                QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression instruction(
        QStringLiteral("^(?:to apply|please|for (?:more|further|any)|interested\\b|send |apply |contact |questions?\\b|if you |we (?:look forward|are an equal|encourage|welcome|offer)|applications? |bitte |bewerb|haben wir|pour postuler|merci de|envoyez|para (?:aplicar|postular)|"
                       "env[i\u00ed]a|stuur|solliciteer|per candidarsi|inviare|envie |note:|n\\.?b\\.?:?\\s)|https?://|\\w@\\w"),
        QRegularExpression::CaseInsensitiveOption);
    const QString start = text.left(400);
    if (ofParagraph && instruction.match(start).hasMatch())
        return true;
    return none.match(start).hasMatch() || (ofParagraph && equivalents.match(start).hasMatch());
}

/// "Education: a degree" in a section of prose: the subject is a heading of its own.
QString withoutSubject(const QString &text)
{
    static const QRegularExpression label(QStringLiteral(R"(^([^:.,;]{3,40}):\s+(?=\S))"));
    const QRegularExpressionMatch match = label.match(text);
    if (!match.hasMatch() || match.captured(1).count(u' ') > 2)
        return text;
    const VocabularyMatch known = classifyHeading(match.captured(1));
    return known.kind == SectionKind::Skills && known.coverage >= 0.99 ? text.mid(match.capturedLength()) : text;
}

void append(const QString &text, const QString &footnote, SourceRange source, bool ofParagraph, QList<QualityDraft> &to)
{
    const QString bare = withoutMarks(text);
    const bool hasLetter = std::any_of(bare.cbegin(), bare.cend(), [](QChar c) { return c.isLetter(); });
    if (hasLetter && !isRemark(bare, ofParagraph))
        to += QualityDraft{bare, footnote, source};
}

void collect(const ListEntry &entry, QStringList &texts, QStringList &notes, SourceRange &source, int depth)
{
    if (!entry.text.isEmpty())
        texts += withoutMarks(entry.text);
    if (!entry.footnote.isEmpty())
        notes += entry.footnote;
    source = united(source, entry.source);
    for (const ListEntry &child : entry.children) {
        if (depth < 40)
            collect(child, texts, notes, source, depth + 1);
    }
}

void appendEntry(const ListEntry &entry, QList<QualityDraft> &to, int depth)
{
    if (entry.text.endsWith(u':') && !entry.children.isEmpty()) {
        QStringList texts;
        QStringList notes;
        SourceRange source = entry.source;
        for (const ListEntry &child : entry.children)
            collect(child, texts, notes, source, 0);
        texts.removeAll(QString());
        if (!entry.footnote.isEmpty())
            notes.prepend(entry.footnote);
        append(entry.text + u' ' + texts.join(u"; "), notes.join(u' '), source, false, to);
        return;
    }
    append(entry.text, entry.footnote, entry.source, false, to);
    for (const ListEntry &child : entry.children) {
        if (depth < 40)
            appendEntry(child, to, depth + 1);
    }
}

} // namespace

void appendEntries(const QList<ListEntry> &entries, QList<QualityDraft> &to)
{
    for (const ListEntry &entry : entries)
        appendEntry(entry, to, 0);
}

void appendParagraph(const Block &paragraph, QList<QualityDraft> &to)
{
    QString text;
    SourceRange source;
    for (qsizetype i = 0; i < paragraph.lines.size(); ++i) {
        const TextLine &line = paragraph.lines.at(i);
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + line.text;
        source = united(source, line.source);
        if (!line.hardBreak && i + 1 < paragraph.lines.size())
            continue;
        if (!text.endsWith(u':'))
            append(withoutSubject(text), {}, source, true, to);
        text.clear();
        source = {};
    }
}

} // namespace rolecall::app
