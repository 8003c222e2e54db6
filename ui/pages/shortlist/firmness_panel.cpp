// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/shortlist/firmness_panel.h"

#include "ui/session/session.h"
#include "ui/theme/colours.h"
#include "ui/theme/looks.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTextEdit>

namespace rolecall::ui {

namespace {

constexpr int flipsShown = 40;
constexpr int pollMilliseconds = 100;

QString paragraph(const QString &html, const QString &style = {})
{
    return QStringLiteral("<p style=\"margin-top:0;margin-bottom:8px;%1\">%2</p>").arg(style, html);
}

QString heading(const QString &text)
{
    return QStringLiteral("<p style=\"margin-top:14px;margin-bottom:8px;font-size:large;font-weight:500;\">%1</p>").arg(text.toHtmlEscaped());
}

} // namespace

FirmnessPanel::FirmnessPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_worker(session.path(), db::Access::ReadOnly)
    , m_sentence(new TextLabel(tr("Other weights, drawn at random: who stays on the list in nearly all of them stands firm."), TextSize::Small, Tone::Quiet))
    , m_seed(new QSpinBox)
    , m_again(new QPushButton(tr("Draw anew")))
    , m_strip(new ProgressStrip)
    , m_text(new QTextEdit)
{
    m_sentence->setWordWrap(true);
    m_seed->setRange(1, 999'999);
    m_seed->setPrefix(tr("seed "));
    m_seed->setKeyboardTracking(false);
    m_seed->setAccessibleName(tr("Seed of the weightings"));
    m_seed->setToolTip(tr("The same seed gives the same figures on every machine"));
    setLook(m_again, ButtonLook::Quiet);
    m_again->setToolTip(tr("With the next seed"));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->document()->setDocumentMargin(16);
    m_text->setAccessibleName(tr("How firm the list is"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_seed);
    row->addWidget(m_again);
    row->addStretch();
    auto *top = new QVBoxLayout;
    top->setContentsMargins(16, 16, 16, 8);
    top->setSpacing(8);
    top->addWidget(m_sentence);
    top->addLayout(row);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_strip);
    column->addWidget(m_text, 1);
    m_strip->finish();
    m_poll.setInterval(pollMilliseconds);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (m_progress)
            m_strip->setFraction(m_progress->fraction());
    });
    connect(m_strip, &ProgressStrip::cancelled, this, &FirmnessPanel::cancel);
    connect(m_seed, &QSpinBox::valueChanged, this, &FirmnessPanel::refresh);
    connect(m_again, &QPushButton::clicked, this, [this] { m_seed->setValue(m_seed->value() + 1); });
}

FirmnessPanel::~FirmnessPanel()
{
    cancel();
}

void FirmnessPanel::setRole(db::RoleId role)
{
    if (role == m_role)
        return;
    m_role = role;
    m_report.reset();
    m_failure.clear();
    build();
    Q_EMIT sharesFound({});
}

void FirmnessPanel::refresh()
{
    m_stale = true;
    cancel();
    if (isVisible())
        work();
    else
        Q_EMIT sharesFound({});
}

void FirmnessPanel::cancel()
{
    ++m_question;
    if (m_progress)
        m_progress->cancel();
    m_progress.reset();
    m_poll.stop();
    m_strip->finish();
}

void FirmnessPanel::work()
{
    if (!m_role.isValid())
        return;
    m_stale = false;
    const quint64 question = ++m_question;
    m_progress = std::make_shared<app::Progress>();
    m_strip->start(tr("Trying other weights"));
    m_poll.start();
    m_worker.setReviewer(m_session.reviewer());
    app::FirmnessRequest request;
    request.seed = quint64(m_seed->value());
    m_worker.ask<app::FirmnessReport>(
        this, [role = m_role, request, progress = m_progress](db::Connection &connection) { return app::firmnessReport(connection, role, request, flipsShown, progress.get()); },
        [this, question](const Result<app::FirmnessReport> &report) {
            if (question != m_question)
                return;
            cancel();
            take(report);
        });
}

void FirmnessPanel::take(const Result<app::FirmnessReport> &report)
{
    m_failure = report ? QString() : report.error().text();
    m_report = report ? std::optional(*report) : std::nullopt;
    QHash<db::ApplicationId, double> shares;
    if (m_report && m_report->firmness.weightings.weightings > 0) {
        for (const app::FirmnessShare &share : m_report->firmness.weightings.shares)
            shares.insert(share.application, double(share.stays) / m_report->firmness.weightings.weightings);
    }
    build();
    Q_EMIT sharesFound(shares);
}

QString FirmnessPanel::flipsText() const
{
    const auto name = [this](db::ApplicationId id) { return m_report->people.value(id).toHtmlEscaped(); };
    QString html;
    for (const app::PairFlip &flip : m_report->firmness.flips) {
        const QString line = tr("%1 stands before %2 with weight %3 instead of %4 on “%5”")
                                 .arg(QStringLiteral("<b>%1</b>").arg(name(flip.below)), QStringLiteral("<b>%1</b>").arg(name(flip.above)), QString::number(flip.flippingWeight), QString::number(flip.weight),
                                      m_report->qualities.value(flip.quality).toHtmlEscaped());
        html += paragraph(flip.crossesLine ? tr("%1: this changes who is on the list.").arg(line) : line + u'.');
    }
    return html.isEmpty() ? paragraph(tr("No single weight turns two neighbours round.")) : html;
}

QString FirmnessPanel::reviewersText() const
{
    if (m_report->reviewersHidden)
        return paragraph(tr("What the list owes to each reviewer is shown once you have submitted your own review of everybody who was reviewed."));
    QString html;
    const auto names = [this](const std::vector<db::ApplicationId> &people) {
        QStringList list;
        for (const db::ApplicationId id : people)
            list << m_report->people.value(id).toHtmlEscaped();
        return list.join(QStringLiteral(", "));
    };
    for (const app::ReviewerEffect &effect : m_report->firmness.reviewers) {
        QStringList parts;
        if (!effect.entering.empty())
            parts << tr("%1 would come in").arg(names(effect.entering));
        if (!effect.leaving.empty())
            parts << tr("%1 would leave").arg(names(effect.leaving));
        if (parts.isEmpty())
            parts << tr("the same people");
        html += paragraph(QStringLiteral("<b>%1</b><br>%2").arg(tr("Without %1").arg(m_report->reviewers.value(effect.reviewer).toHtmlEscaped()), parts.join(QStringLiteral("; "))));
    }
    return html;
}

void FirmnessPanel::build()
{
    if (!m_report) {
        m_text->setHtml(paragraph(m_failure.toHtmlEscaped()));
        return;
    }
    const app::Firmness &found = m_report->firmness;
    const QLocale locale;
    int always = 0;
    int within = 0;
    for (const app::FirmnessShare &share : found.weightings.shares) {
        within += share.isInNow ? 1 : 0;
        always += share.isInNow && share.stays == found.weightings.weightings ? 1 : 0;
    }
    QString html = paragraph(within == 0 ? tr("%1 weightings, seed %2. The rule puts nobody on the list, so nobody can stay on it.").arg(locale.toString(found.weightings.weightings), locale.toString(found.seed))
                                         : tr("%1 weightings, seed %2: %3 of the %4 whom the rule puts on the list stay on it in every one.")
                                 .arg(locale.toString(found.weightings.weightings), locale.toString(found.seed), locale.toString(always), locale.toString(within)));
    html += heading(tr("Pairs that flip")) + flipsText();
    if (m_report->reviewersHidden || found.reviewers.size() > 1)
        html += heading(tr("One reviewer fewer")) + reviewersText();
    m_text->setHtml(html);
}

void FirmnessPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        work();
}

void FirmnessPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_progress) {
        cancel();
        m_stale = true;
    }
}

void FirmnessPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        build();
}

} // namespace rolecall::ui
