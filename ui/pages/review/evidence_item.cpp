// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/evidence_item.h"

#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QPainter>
#include <QToolButton>

namespace rolecall::ui {

namespace {

constexpr int edge = 10;    // from the bar to the text
constexpr int padding = 3;
constexpr int buttonSide = 22;
constexpr int longestShown = 400;

QString shortened(const QString &text)
{
    return text.size() <= longestShown ? text : text.left(longestShown - 1) + QChar(0x2026);
}

} // namespace

EvidenceItem::EvidenceItem(const db::Evidence &evidence, const QString &shown, bool editable, QWidget *parent)
    : QAbstractButton(parent)
    , m_evidence(evidence)
    , m_shown(shortened(shown))
{
    const bool quote = !evidence.quote.isEmpty();
    setCursor(quote || editable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setFont(textFont(TextSize::Small, font()));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(quote ? tr("Quote: %1").arg(m_shown) : tr("Note: %1").arg(m_shown));
    if (quote)
        setToolTip(evidence.page ? tr("Go to the place on page %1").arg(*evidence.page) : tr("Go to the place in the document"));
    else if (editable)
        setToolTip(tr("Change this note"));
    if (editable) {
        m_remove = new QToolButton(this);
        m_remove->setIcon(lineIcon(Icon::Close));
        m_remove->setAutoRaise(true);
        m_remove->setIconSize({12, 12});
        m_remove->setFocusPolicy(Qt::TabFocus);
        m_remove->setToolTip(tr("Remove this evidence"));
        m_remove->setAccessibleName(tr("Remove evidence: %1").arg(m_shown.left(60)));
        connect(m_remove, &QToolButton::clicked, this, &EvidenceItem::removeRequested);
    }
}

QRect EvidenceItem::textRect(int width) const
{
    const int free = std::max(40, width - edge - (m_remove ? buttonSide + 4 : 0));
    return fontMetrics().boundingRect(QRect(edge, padding, free, 10000), Qt::TextWordWrap, m_shown);
}

QSize EvidenceItem::sizeHint() const
{
    return {240, heightForWidth(240)};
}

int EvidenceItem::heightForWidth(int width) const
{
    return std::max(textRect(width).height() + 2 * padding, m_remove ? buttonSide : 0);
}

void EvidenceItem::resizeEvent(QResizeEvent *)
{
    if (m_remove)
        m_remove->setGeometry(width() - buttonSide, 0, buttonSide, buttonSide);
}

void EvidenceItem::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    const bool quote = !m_evidence.quote.isEmpty();
    QPainter painter(this);
    painter.fillRect(QRect(0, 1, 2, height() - 2), quote ? colours.accent : colours.control);
    painter.setPen(underMouse() ? colours.text : colours.quietText);
    painter.drawText(textRect(width()), Qt::TextWordWrap, m_shown);
    if (hasFocus())
        drawFocusRing(painter, rect(), palette(), 4);
}

} // namespace rolecall::ui
