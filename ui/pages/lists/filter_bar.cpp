// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/lists/filter_bar.h"

#include "ui/widgets/chip_bar.h"
#include "ui/widgets/search_field.h"

#include <QMenu>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

QList<QAction *> chosen(const QMenu *menu)
{
    QList<QAction *> list;
    for (QAction *action : menu->actions()) {
        if (action->isChecked())
            list << action;
    }
    return list;
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Search names, mail addresses and notes")))
    , m_chips(new ChipBar)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_search);
    column->addWidget(m_chips);
    m_search->setAccessibleName(tr("Search applicants"));
    connect(m_search, &SearchField::searched, this, &FilterBar::read);
    connect(m_search, &SearchField::leftDownwards, this, &FilterBar::leftDownwards);

    m_stage = addMenuChip(QStringLiteral("stage"), tr("Stage"));
    m_gate = addMenuChip(QStringLiteral("gate"), tr("Gate"));
    m_tag = addMenuChip(QStringLiteral("tag"), tr("Tag"));
    m_source = addMenuChip(QStringLiteral("source"), tr("Source"));
    fill(m_gate, {{tr("Through"), int(db::Gate::Through)}, {tr("Open"), int(db::Gate::Open)}, {tr("Below"), int(db::Gate::Below)}});
    m_notReviewed = m_chips->addChip(QStringLiteral("review"), tr("Not yet reviewed by me"));
    m_withoutOutcome = m_chips->addChip(QStringLiteral("outcome"), tr("Without outcome"));
    for (Chip *chip : {m_notReviewed, m_withoutOutcome})
        connect(chip, &Chip::toggled, this, &FilterBar::read);
    m_clear = m_chips->addChip(QStringLiteral("clear"), tr("Clear filters"));
    m_clear->setCheckable(false);
    m_clear->setEnabled(false);
    connect(m_clear, &Chip::clicked, this, &FilterBar::clear);
}

FilterBar::MenuChip FilterBar::addMenuChip(const QString &key, const QString &name)
{
    MenuChip made{name, m_chips->addChip(key, name + QStringLiteral(" ▾")), new QMenu(this)};
    made.chip->setAccessibleName(tr("Filter by %1").arg(name.toLower()));
    connect(made.chip, &Chip::clicked, this, [made, this] {
        made.menu->exec(made.chip->mapToGlobal(QPoint(0, made.chip->height() + 4)));
        showChosen(made); // a click by itself chooses nothing
    });
    return made;
}

void FilterBar::fill(MenuChip &chip, const QList<Choice> &choices)
{
    QStringList before;
    for (const QAction *action : chosen(chip.menu))
        before << action->text();
    chip.menu->clear();
    for (const Choice &choice : choices) {
        QAction *action = chip.menu->addAction(QString(choice.label).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(before.contains(action->text()));
        action->setData(choice.key);
        action->setProperty("label", choice.label);
        connect(action, &QAction::toggled, this, &FilterBar::read);
    }
    chip.chip->setEnabled(!choices.isEmpty());
    showChosen(chip);
}

void FilterBar::reset(const QList<db::Stage> &stages)
{
    const QSignalBlocker quiet(this);
    clear();
    setStages(stages);
}

void FilterBar::setStages(const QList<db::Stage> &stages)
{
    QList<Choice> choices;
    for (const db::Stage &stage : stages)
        choices << Choice{stage.name, stage.id.number()};
    fill(m_stage, choices);
    read(); // one that was chosen may be gone
}

void FilterBar::setTags(const QStringList &tags)
{
    QList<Choice> choices;
    for (const QString &tag : tags)
        choices << Choice{tag};
    fill(m_tag, choices);
}

void FilterBar::setSources(const QStringList &sources)
{
    QList<Choice> choices;
    for (const QString &source : sources)
        choices << Choice{source};
    fill(m_source, choices);
}

bool FilterBar::isFiltering() const
{
    return !m_filter.stages.isEmpty() || !m_filter.gates.isEmpty() || !m_filter.tags.isEmpty() || !m_filter.sources.isEmpty() || m_filter.withoutOutcome || m_filter.notSubmittedByMe
        || !m_filter.words.isEmpty();
}

void FilterBar::clear()
{
    m_clearing = true; // one new filter at the end, not one for each that goes
    for (const MenuChip &chip : {m_stage, m_gate, m_tag, m_source}) {
        for (QAction *action : chosen(chip.menu))
            action->setChecked(false);
    }
    m_notReviewed->setChecked(false);
    m_withoutOutcome->setChecked(false);
    m_search->clear();
    m_clearing = false;
    read();
}

void FilterBar::showStage(db::StageId stage)
{
    {
        const QSignalBlocker quiet(this); // one new filter at the end
        clear();
    }
    m_clearing = true;
    for (QAction *action : m_stage.menu->actions())
        action->setChecked(action->data().toLongLong() == stage.number());
    m_withoutOutcome->setChecked(true);
    m_clearing = false;
    read();
}

void FilterBar::read()
{
    if (m_clearing)
        return;
    db::ApplicationFilter filter;
    for (const QAction *action : chosen(m_stage.menu))
        filter.stages << db::StageId(action->data().toLongLong());
    for (const QAction *action : chosen(m_gate.menu))
        filter.gates << db::Gate(action->data().toInt());
    for (const QAction *action : chosen(m_tag.menu))
        filter.tags << action->property("label").toString();
    for (const QAction *action : chosen(m_source.menu))
        filter.sources << action->property("label").toString();
    filter.notSubmittedByMe = m_notReviewed->isChecked();
    filter.withoutOutcome = m_withoutOutcome->isChecked();
    filter.words = m_search->text().trimmed();
    for (const MenuChip &chip : {m_stage, m_gate, m_tag, m_source})
        showChosen(chip);
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_clear->setEnabled(isFiltering());
    Q_EMIT filterChanged(m_filter);
}

void FilterBar::showChosen(const MenuChip &chip)
{
    QStringList labels;
    for (const QAction *action : chosen(chip.menu))
        labels << action->property("label").toString();
    const QString shown = labels.isEmpty() ? chip.name : labels.size() <= 2 ? tr("%1: %2").arg(chip.name, labels.join(QStringLiteral(", "))) : tr("%1: %n", nullptr, int(labels.size())).arg(chip.name);
    chip.chip->setText(shown + QStringLiteral(" ▾"));
    chip.chip->setChecked(!labels.isEmpty());
}

} // namespace rolecall::ui
