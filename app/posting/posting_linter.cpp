// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/posting_linter.h"

#include "app/posting/lint_rules.h"
#include "app/posting/text_similarity.h"

#include <QCoreApplication>
#include <algorithm>
#include <tuple>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PostingLinter", text);
}

constexpr qsizetype mostRead = 2'000; ///< characters of a text
constexpr qsizetype mostCompared = 1'000; ///< texts that are compared each with each
constexpr int duplicateFrom = 7'500; ///< likeness of two texts

/// One finding of a kind for one stretch: a text that is vague in the same place twice is vague once.
bool overlaps(const QList<LintFinding> &findings, qsizetype item, LintKind kind, qsizetype start, qsizetype length)
{
    return std::any_of(findings.cbegin(), findings.cend(), [&](const LintFinding &finding) {
        return finding.item == item && finding.kind == kind && finding.start < start + length && start < finding.start + finding.length;
    });
}

void lintWording(const QString &whole, qsizetype item, QList<LintFinding> &findings)
{
    const QString text = whole.left(mostRead);
    for (const LintRule &rule : lintRules()) {
        const QRegularExpressionMatch match = rule.pattern.match(text);
        if (!match.hasMatch())
            continue;
        const int group = match.lastCapturedIndex() > 0 && match.capturedLength(1) > 0 ? 1 : 0;
        const qsizetype start = match.capturedStart(group);
        const qsizetype length = match.capturedLength(group);
        if (!overlaps(findings, item, rule.kind, start, length))
            findings.append({item, rule.kind, start, length, tr(rule.reason), QString::fromUtf8(rule.source), {}});
    }
}

void lintDuplicates(const QStringList &texts, QList<LintFinding> &findings)
{
    std::vector<Stems> stems;
    for (const QString &text : texts.first(std::min(mostCompared, texts.size())))
        stems.push_back(stemsOf(text.left(mostRead)));
    for (size_t later = 1; later < stems.size(); ++later) {
        for (size_t earlier = 0; earlier < later; ++earlier) {
            const int likeness = similarity(stems[later], stems[earlier]);
            if (likeness < duplicateFrom)
                continue;
            const QString reason = likeness == 10'000 ? tr("The same as the quality “%1”: whoever meets it is counted twice.") : tr("Nearly the same as the quality “%1”: whoever meets it is counted twice.");
            const QString other = texts[qsizetype(earlier)];
            findings.append({qsizetype(later), LintKind::Duplicate, 0, texts[qsizetype(later)].size(), reason.arg(other.size() > 80 ? other.left(79) + QChar(0x2026) : other),
                             tr("The shortlist rule: every quality counts by its own weight"), qsizetype(earlier)});
            break;
        }
    }
}

} // namespace

QList<LintFinding> lint(const QStringList &texts)
{
    QList<LintFinding> findings;
    for (qsizetype item = 0; item < texts.size(); ++item)
        lintWording(texts[item], item, findings);
    lintDuplicates(texts, findings);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const LintFinding &a, const LintFinding &b) { return std::tuple(a.item, a.start, a.kind) < std::tuple(b.item, b.start, b.kind); });
    return findings;
}

QList<LintFinding> lint(const QList<db::Quality> &qualities)
{
    QStringList texts;
    for (const db::Quality &quality : qualities)
        texts << quality.text;
    return lint(texts);
}

QString lintKindLabel(LintKind kind)
{
    switch (kind) {
    case LintKind::DoubleBarrelled:
        return tr("two in one");
    case LintKind::Vague:
        return tr("vague");
    case LintKind::Duplicate:
        return tr("said twice");
    case LintKind::Untestable:
        return tr("cannot be shown");
    case LintKind::Exclusionary:
        return tr("may exclude");
    }
    return {};
}

} // namespace rolecall::app
