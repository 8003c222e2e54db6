// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progress_strip.h"

#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace rolecall::ui {

ProgressStrip::ProgressStrip(QWidget *parent)
    : QWidget(parent)
    , m_text(new ElidedLabel)
    , m_bar(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 8, 6);
    row->setSpacing(16);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setMinimumWidth(64);
    m_bar->setMaximumWidth(160);
    setLook(m_cancel, ButtonLook::Quiet);
    row->addWidget(m_text, 3);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false); // the work ends at its next safe point; asking twice changes nothing
        m_text->setText(tr("%1: stopping").arg(m_what));
        Q_EMIT cancelled();
    });
    hide();
}

void ProgressStrip::start(const QString &what, bool cancellable)
{
    m_what = what;
    m_text->setText(what);
    m_bar->setAccessibleName(what);
    m_bar->setRange(0, 0);
    m_cancel->setVisible(cancellable);
    m_cancel->setEnabled(true);
    show();
}

void ProgressStrip::setProgress(qint64 done, qint64 total, const QString &detail)
{
    constexpr int steps = 1000; // a range of qint64 does not fit QProgressBar
    m_bar->setRange(0, total > 0 ? steps : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(std::clamp<double>(static_cast<double>(done) / static_cast<double>(total), 0, 1) * steps));
    if (!m_cancel->isEnabled())
        return;
    QString text = m_what;
    if (total > 0)
        text = tr("%1: %2 of %3").arg(m_what, QLocale().toString(done), QLocale().toString(total));
    m_text->setText(detail.isEmpty() ? text : tr("%1 · %2").arg(text, detail));
}

void ProgressStrip::setFraction(double fraction)
{
    constexpr int steps = 1000;
    m_bar->setRange(0, fraction < 0 ? 0 : steps);
    if (fraction >= 0)
        m_bar->setValue(static_cast<int>(std::min(fraction, 1.0) * steps));
}

void ProgressStrip::finish()
{
    hide();
}

} // namespace rolecall::ui
