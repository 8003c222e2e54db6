// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/posting/remark_panel.h"

#include "ui/theme/looks.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace rolecall::ui {

using app::LintKind;

RemarkPanel::RemarkPanel(QWidget *parent)
    : QWidget(parent)
    , m_summary(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_next(new QPushButton(tr("Next remark")))
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Remarks on the wording"));
    setLook(m_next, ButtonLook::Quiet);
    m_next->setToolTip(tr("To the next quality with a remark (F8)"));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, 2, 4, 2);
    line->addWidget(m_summary, 1);
    line->addWidget(m_next);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(new Rule);
    m_column->addLayout(line);
    connect(m_next, &QPushButton::clicked, this, &RemarkPanel::nextRequested);
    hide();
}

int RemarkPanel::openCount() const
{
    return int(std::count_if(m_remarks.cbegin(), m_remarks.cend(), [](const app::Remark &remark) { return !remark.dismissed; }));
}

void RemarkPanel::setRemarks(const QList<app::Remark> &remarks, bool writable)
{
    m_remarks = remarks;
    m_writable = writable;
    rebuild();
}

void RemarkPanel::setQuality(const std::optional<db::Quality> &quality)
{
    m_quality = quality;
    rebuild();
}

void RemarkPanel::rebuild()
{
    setVisible(!m_remarks.isEmpty());
    const int open = openCount();
    const int aside = int(m_remarks.size()) - open;
    QStringList parts;
    parts << (open == 0 ? tr("No open remark on the wording") : open == 1 ? tr("1 remark on the wording") : tr("%1 remarks on the wording").arg(open));
    if (aside > 0)
        parts << tr("%1 set aside").arg(aside);
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_next->setEnabled(open > 0);
    delete m_items;
    m_items = nullptr;
    QList<app::Remark> own;
    for (const app::Remark &remark : std::as_const(m_remarks)) {
        if (m_quality && remark.quality == m_quality->id)
            own << remark;
    }
    if (own.isEmpty())
        return;
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 0, 4, 4);
    column->setSpacing(8);
    for (const app::Remark &remark : std::as_const(own))
        column->addWidget(makeItem(remark));
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    // As high as two remarks are; more are scrolled, so that the list above keeps its place.
    const int line = fontMetrics().lineSpacing();
    scroll->setFixedHeight(own.size() == 1 ? 6 * line : 9 * line);
    m_items = scroll;
    m_column->addWidget(scroll);
}

QWidget *RemarkPanel::makeItem(const app::Remark &remark)
{
    auto *item = new QWidget;
    const app::LintFinding &finding = remark.finding;
    const QString words = m_quality->text.mid(finding.start, finding.length).simplified();
    QString title = app::lintKindLabel(finding.kind);
    title[0] = title.at(0).toUpper();
    if (finding.kind != LintKind::Duplicate && !words.isEmpty())
        title += QStringLiteral(": “%1”").arg(words.size() > 80 ? words.left(79) + QChar(0x2026) : words);
    if (remark.dismissed)
        title += QStringLiteral(" · ") + tr("set aside");
    auto *heading = new TextLabel(title, TextSize::Body, remark.dismissed ? Tone::Quiet : Tone::Normal);
    auto *reason = new TextLabel(finding.reason, TextSize::Small, remark.dismissed ? Tone::Quiet : Tone::Normal);
    auto *source = new TextLabel(tr("Source: %1").arg(finding.source), TextSize::Small, Tone::Quiet);
    for (TextLabel *label : {heading, reason, source}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(0);
    const auto add = [&](const QString &text, const QString &tip, auto act) {
        auto *button = new QPushButton(text);
        setLook(button, ButtonLook::Quiet);
        button->setToolTip(tip);
        button->setEnabled(m_writable);
        button->setAccessibleName(QStringLiteral("%1 (%2)").arg(text, title));
        buttons->addWidget(button);
        // The click ends in a list of remarks that is made anew, and the button goes with the old one.
        connect(button, &QPushButton::clicked, this, act, Qt::QueuedConnection);
    };
    if (remark.dismissed) {
        add(tr("Take up again"), tr("Show this remark again"), [this, remark] { Q_EMIT takenUp(remark); });
    } else {
        if (finding.kind == LintKind::DoubleBarrelled)
            add(tr("Split…"), tr("Make two qualities of it: a proposal to look over"), [this] { Q_EMIT splitRequested(); });
        else if (finding.kind == LintKind::Duplicate)
            add(tr("Merge…"), tr("Make one quality of the two: a proposal to look over"), [this, remark] { Q_EMIT mergeRequested(remark.other); });
        else
            add(tr("Reword…"), tr("Change the wording where it stands"), [this] { Q_EMIT rewordRequested(); });
        add(tr("Set aside"), tr("It is meant as it stands; kept, and not shown again while the words stay"), [this, remark] { Q_EMIT dismissed(remark); });
    }
    buttons->addStretch();
    auto *column = new QVBoxLayout(item);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(2);
    column->addWidget(heading);
    column->addWidget(reason);
    column->addWidget(source);
    buttons->setContentsMargins(0, 2, 0, 0);
    column->addLayout(buttons);
    return item;
}

} // namespace rolecall::ui
