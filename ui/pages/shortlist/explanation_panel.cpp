// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/shortlist/explanation_panel.h"

#include "app/shortlist/rule.h"
#include "ui/theme/colours.h"
#include "ui/theme/typography.h"

#include <QEvent>
#include <QLocale>
#include <QScrollBar>

namespace rolecall::ui {

namespace {

QString numberOf(qint32 level)
{
    return QLocale().toString(double(level) / db::levelUnit, 'g', 3);
}

QString paragraph(const QString &html, const QString &style = {})
{
    return QStringLiteral("<p style=\"margin-top:0;margin-bottom:6px;%1\">%2</p>").arg(style, html);
}

} // namespace

ExplanationPanel::ExplanationPanel(QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(16);
    setAccessibleName(tr("Why this place"));
    build();
}

void ExplanationPanel::showNothing()
{
    m_explanation.reset();
    m_failure.clear();
    build();
}

void ExplanationPanel::showFailure(const Error &error)
{
    m_explanation.reset();
    m_failure = error.text();
    build();
}

void ExplanationPanel::showExplanation(const QString &name, const QString &place, const app::ShortlistExplanation &explanation)
{
    const bool same = m_explanation && m_explanation->application == explanation.application;
    const int scroll = verticalScrollBar()->value();
    m_name = name;
    m_place = place;
    m_explanation = explanation;
    m_failure.clear();
    build();
    if (same)
        verticalScrollBar()->setValue(scroll);
}

QString ExplanationPanel::lineOf(const app::ExplainedQuality &line) const
{
    const Colours &colours = coloursOf(palette());
    const bool necessary = line.quality.tier == db::Tier::Necessary;
    QString level = tr("not rated");
    QColor colour = colours.quietText;
    if (line.panelLevel != db::unratedLevel) {
        const bool met = line.panelLevel >= line.quality.threshold * db::levelUnit;
        level = !necessary ? numberOf(line.panelLevel) : met ? tr("%1, meets %2").arg(numberOf(line.panelLevel)).arg(line.quality.threshold) : tr("%1, below %2").arg(numberOf(line.panelLevel)).arg(line.quality.threshold);
        colour = !necessary ? colours.text : met ? colours.met : colours.notMet;
    }
    QStringList from;
    for (const app::ReviewedLevel &review : line.levels) {
        QString one = review.level ? QString::number(*review.level) : review.ask ? tr("ask at interview") : tr("not rated");
        if (review.reconfirm)
            one += tr(" (on an earlier wording)");
        from << QStringLiteral("%1: %2").arg(review.reviewer.toHtmlEscaped(), one);
    }
    if (line.agreed)
        from << tr("agreed: %1, because %2").arg(*line.agreed).arg(line.agreedReason.toHtmlEscaped());
    if (!necessary)
        from << tr("weight %1").arg(line.quality.weight);
    from << (line.postingRevision ? tr("posting revision %1").arg(*line.postingRevision) : tr("added by hand"));
    return paragraph(QStringLiteral("%1<br><span style=\"color:%2\"><b>%3</b></span> <span style=\"color:%4\">%5</span>")
                         .arg(line.quality.text.toHtmlEscaped(), colour.name(), level, colours.quietText.name(), QStringLiteral("· ") + from.join(QStringLiteral(" · "))),
                     QStringLiteral("margin-bottom:10px;"));
}

void ExplanationPanel::build()
{
    const Colours &colours = coloursOf(palette());
    const QString quiet = QStringLiteral("color:%1;").arg(colours.quietText.name());
    if (!m_explanation) {
        setHtml(paragraph(m_failure.isEmpty() ? tr("Choose somebody in the list to see why they stand where they stand.") : m_failure.toHtmlEscaped(), quiet));
        return;
    }
    const app::ShortlistExplanation &e = *m_explanation;
    const auto title = [](const QString &text) { return QStringLiteral("<p style=\"margin-top:14px;margin-bottom:8px;font-size:large;font-weight:500;\">%1</p>").arg(text.toHtmlEscaped()); };
    QString html = QStringLiteral("<p style=\"margin-top:0;margin-bottom:4px;font-size:large;font-weight:600;\">%1</p>").arg(m_name.toHtmlEscaped());
    html += paragraph(m_place.toHtmlEscaped());
    QStringList facts;
    if (!e.panelHidden)
        facts << tr("%1 of %2 necessary qualities met").arg(e.standing.necessaryMet).arg(e.standing.necessaryMet + e.standing.necessaryBelow + e.standing.necessaryUnrated);
    if (e.standing.usefulScore)
        facts << tr("useful score %1").arg(QLocale().toString(app::scorePercent(*e.standing.usefulScore), 'f', 1));
    facts << tr("%n submitted review(s)", nullptr, e.reviews);
    html += paragraph(facts.join(QStringLiteral(" · ")).toHtmlEscaped(), quiet);
    if (e.byHand)
        html += paragraph((e.byHand->on ? tr("Put on by hand by %1: %2") : tr("Taken off by hand by %1: %2")).arg(e.byHand->reviewerName, e.byHand->reason).toHtmlEscaped());
    if (e.panelHidden)
        html += paragraph(tr("The levels are shown once you have submitted your own review: %n review(s) by others wait.", nullptr, e.hiddenReviews).toHtmlEscaped(), quiet);
    for (const db::Tier tier : {db::Tier::Necessary, db::Tier::Useful}) {
        QString lines;
        for (const app::ExplainedQuality &line : e.qualities) {
            if (line.quality.tier == tier)
                lines += e.panelHidden ? paragraph(line.quality.text.toHtmlEscaped()) : lineOf(line);
        }
        if (!lines.isEmpty())
            html += title(tier == db::Tier::Necessary ? tr("Necessary") : tr("Useful")) + lines;
    }
    if (!e.postingSha256.isEmpty())
        html += title(tr("Posting in force")) + paragraph(tr("%1, revision %2, SHA-256 %3…").arg(e.postingFile).arg(e.postingRevision).arg(e.postingSha256.left(16)).toHtmlEscaped(), quiet);
    setHtml(html);
}

void ExplanationPanel::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        build();
}

} // namespace rolecall::ui
