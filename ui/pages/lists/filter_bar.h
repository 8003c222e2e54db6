// SPDX-License-Identifier: GPL-3.0-or-later
// What narrows a role's applications: words as they are typed, and chips for stage, gate, tag, source and what is left
// to do. The same bar stands over list and matrix.
#pragma once

#include "db/application_lists.h"
#include "db/stages.h"

#include <QWidget>

class QMenu;

namespace rolecall::ui {

class Chip;
class ChipBar;
class SearchField;

class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// Nothing chosen; the stages are there to choose.
    void reset(const QList<db::Stage> &stages);
    /// Others than before: what was chosen stays so where it is still there.
    void setStages(const QList<db::Stage> &stages);
    void setTags(const QStringList &tags);
    void setSources(const QStringList &sources);
    const db::ApplicationFilter &filter() const { return m_filter; }
    bool isFiltering() const;
    void clear();
    /// Those in this stage who are still to be decided on, and nobody else.
    void showStage(db::StageId stage);
    SearchField *searchField() const { return m_search; }

Q_SIGNALS:
    void filterChanged(const rolecall::db::ApplicationFilter &filter);
    /// Down from the search field: to the list.
    void leftDownwards();

private:
    struct Choice
    {
        QString label;
        qint64 key = 0;
    };
    struct MenuChip
    {
        QString name;
        Chip *chip = nullptr;
        QMenu *menu = nullptr;
    };
    MenuChip addMenuChip(const QString &key, const QString &name);
    void fill(MenuChip &chip, const QList<Choice> &choices);
    void read();
    void showChosen(const MenuChip &chip);

    SearchField *m_search;
    ChipBar *m_chips;
    MenuChip m_stage, m_gate, m_tag, m_source;
    Chip *m_notReviewed = nullptr;
    Chip *m_withoutOutcome = nullptr;
    Chip *m_clear = nullptr;
    db::ApplicationFilter m_filter;
    bool m_clearing = false;
};

} // namespace rolecall::ui
