// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedule/assess_grid.h"

#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

/// "AE" for "Ada Example".
QString initials(const QString &name)
{
    QString letters;
    for (const QString &part : name.split(u' ', Qt::SkipEmptyParts))
        letters += part.at(0).toUpper();
    return letters.size() > 3 ? letters.left(1) + letters.right(1) : letters;
}

} // namespace

AssessGrid::AssessGrid(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void AssessGrid::show(const QList<db::Quality> &qualities, const QList<db::Reviewer> &panel, const QList<db::Assessment> &ticked, const QSet<db::QualityId> &asked)
{
    m_ticked.clear();
    for (const db::Assessment &one : ticked) {
        const bool sits = std::any_of(panel.cbegin(), panel.cend(), [&one](const db::Reviewer &reviewer) { return reviewer.id == one.reviewer; });
        if (sits && std::any_of(qualities.cbegin(), qualities.cend(), [&one](const db::Quality &quality) { return quality.id == one.quality; }))
            m_ticked << one;
    }
    while (QLayoutItem *old = layout()->takeAt(0)) {
        delete old->widget(); // nothing of it is in the middle of anything
        delete old;
    }
    auto *body = new QWidget;
    m_grid = new QGridLayout(body);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 1);
    int row = 0;
    for (int column = 0; column < panel.size(); ++column) {
        auto *name = new TextLabel(initials(panel.at(column).name), TextSize::Small, Tone::Quiet);
        name->setToolTip(panel.at(column).name);
        name->setAlignment(Qt::AlignHCenter);
        m_grid->addWidget(name, row, column + 1);
    }
    std::optional<db::Tier> tier;
    for (const db::Quality &quality : qualities) {
        if (tier != quality.tier)
            m_grid->addWidget(new TextLabel(quality.tier == db::Tier::Necessary ? tr("Necessary") : tr("Useful"), TextSize::Small, Tone::Quiet), tier ? ++row : row, 0);
        tier = quality.tier;
        ++row;
        m_grid->addWidget(new ElidedLabel(asked.contains(quality.id) ? tr("? %1").arg(quality.text) : quality.text), row, 0);
        for (int column = 0; column < panel.size(); ++column) {
            auto *tick = new QCheckBox;
            const db::Assessment cell{quality.id, panel.at(column).id};
            tick->setChecked(m_ticked.contains(cell));
            tick->setAccessibleName(tr("%1 assesses %2").arg(panel.at(column).name, quality.text));
            tick->setToolTip(tick->accessibleName());
            connect(tick, &QCheckBox::toggled, this, [this, cell](bool on) {
                m_ticked.removeAll(cell);
                if (on)
                    m_ticked << cell;
                Q_EMIT changed();
            });
            m_grid->addWidget(tick, row, column + 1, Qt::AlignHCenter);
        }
    }
    layout()->addWidget(body);
}

} // namespace rolecall::ui
