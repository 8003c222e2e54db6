// SPDX-License-Identifier: GPL-3.0-or-later
// Who may be in the workspace twice: a list of pairs, and the one that is looked at side by side, to be joined with a
// choice per field or kept apart for good.
#pragma once

#include "app/people/merging.h"
#include "app/people/person_file.h"
#include "ui/session/session.h"

#include <QWidget>

class QButtonGroup;
class QGridLayout;
class QListView;
class QPushButton;
class QStackedLayout;

namespace rolecall::ui {

class DuplicatesModel;
class EmptyState;
class TextLabel;

class DuplicatesPanel : public QWidget
{
    Q_OBJECT
public:
    explicit DuplicatesPanel(Session &session, QWidget *parent = nullptr);

    /// Looks again, in the background; what is looked at stays where it is still a pair.
    void refresh();
    /// Any two people, as chosen in a list.
    void compare(db::CandidateId first, db::CandidateId second);
    /// Turns to the pair with this person, now or when it is found; not valid: to none in particular.
    void choose(db::CandidateId person);
    int count() const;
    QListView &view() const { return *m_view; }
    QPushButton &mergeButton() const { return *m_merge; }
    QPushButton &apartButton() const { return *m_apart; }

Q_SIGNALS:
    void counted(int pairs);

private:
    void showPair();
    void readPair(db::CandidateId first, db::CandidateId second);
    void fill(const app::PersonFile &first, const app::PersonFile &second);
    void addChoice(const QString &name, const QString &first, const QString &second, int field);
    app::MergeChoice choice() const;
    void preview();
    void merge();
    void keepApart();

    Session &m_session;
    DuplicatesModel *m_model;
    QListView *m_view;
    QStackedLayout *m_stack = nullptr;
    QWidget *m_content = nullptr;
    EmptyState *m_none;
    EmptyState *m_looking;
    TextLabel *m_title, *m_reasons, *m_effect;
    QWidget *m_table = nullptr;
    QGridLayout *m_grid = nullptr;
    QWidget *m_tableHolder;
    QList<QButtonGroup *> m_choices; ///< id 0: of the first, 1: of the second
    QList<db::CustomFieldId> m_fields;
    QPushButton *m_merge, *m_apart;
    db::CandidateId m_first, m_second;
    db::CandidateId m_wanted; ///< whose pair is to be shown when it is known
    bool m_reading = false, m_again = false;
};

} // namespace rolecall::ui
