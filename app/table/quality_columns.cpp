// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/quality_columns.h"

#include "app/table/column_vocabulary.h"

#include <QRegularExpression>

namespace rolecall::app {

namespace {

/// A header cut off by a program that bounds its length still tells qualities apart from here on.
constexpr qsizetype leastPrefix = 20;

} // namespace

QualityNames::QualityNames(const QStringList &texts, int necessaryCount)
    : m_necessaryCount(necessaryCount)
{
    for (const QString &text : texts)
        m_folded.append(foldedName(text));
}

QualityNames::Match QualityNames::match(const QString &header) const
{
    static const QRegularExpression prefix(QStringLiteral(
        "^\\s*(?:(?<evidence>evidence|beleg|nachweis|preuve)|(?<necessary>necessary|required|must[- ]have|notwendig|erforderlich)|(?<useful>useful|nice[- ]to[- ]have|desirable|n\u00fctzlich|w\u00fcnschenswert))"
        "(?:\\s+(?:quality|qualities))?\\s*\\d*\\s*[:\u2013\u2014-]\\s*"),
        QRegularExpression::CaseInsensitiveOption);
    Match match;
    QString text = header;
    int tier = -1;
    for (int strips = 0; strips < 2; ++strips) { // "Evidence: Necessary: TEXT"
        const auto found = prefix.match(text);
        // A quality may begin with such a word itself.
        if (!found.hasMatch() || m_folded.contains(foldedName(text)))
            break;
        if (found.hasCaptured(u"evidence"))
            match.evidence = true;
        else
            tier = found.hasCaptured(u"necessary") ? 0 : 1;
        text = text.sliced(found.capturedEnd());
    }
    const QString folded = foldedName(text);
    if (folded.isEmpty())
        return match;
    const auto collect = [&](auto &&fits) {
        for (int i = 0; i < m_folded.size(); ++i) {
            const bool otherTier = tier >= 0 && m_necessaryCount >= 0 && (i < m_necessaryCount) != (tier == 0);
            if (!otherTier && fits(m_folded.at(i)))
                match.qualities.append(i);
        }
    };
    collect([&](const QString &quality) { return quality == folded; });
    if (match.qualities.isEmpty() && folded.size() >= leastPrefix) {
        collect([&](const QString &quality) { return quality.startsWith(folded); });
        match.cut = !match.qualities.isEmpty();
    }
    if (match.qualities.isEmpty()) {
        if (const int index = ordinal(text); index >= 0)
            match.qualities.append(index);
    }
    return match;
}

int QualityNames::ordinal(QStringView name) const
{
    static const QRegularExpression form(QStringLiteral("^\\s*(?:(?<n>n|necessary)|(?:u|useful))[ _#.-]*(?<number>\\d{1,3})\\s*$"), QRegularExpression::CaseInsensitiveOption);
    const auto found = form.match(name.toString());
    if (!found.hasMatch() || m_necessaryCount < 0)
        return -1;
    const int number = found.captured(u"number").toInt();
    const bool necessary = found.hasCaptured(u"n") && !found.captured(u"n").isEmpty();
    const int index = necessary ? number - 1 : m_necessaryCount + number - 1;
    const int end = necessary ? m_necessaryCount : int(m_folded.size());
    return number >= 1 && index < end ? index : -1;
}

} // namespace rolecall::app
