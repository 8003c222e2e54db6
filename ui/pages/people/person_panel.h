// SPDX-License-Identifier: GPL-3.0-or-later
// One person: contact data and the workspace's own fields to edit, applications, notes, documents, and everything about
// them in the order of time.
#pragma once

#include "app/people/person_file.h"
#include "ui/shell/page_id.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace rolecall::ui {

class ElidedLabel;
class Session;
class TabStrip;
class TextLabel;

class PersonPanel : public QWidget
{
    Q_OBJECT
public:
    enum Tab { Details, Notes, Documents, Timeline };

    explicit PersonPanel(Session &session, QWidget *parent = nullptr);

    /// An invalid id: nobody. What was typed and not saved for the person before is saved.
    void showPerson(db::CandidateId person);
    db::CandidateId person() const { return m_person; }
    /// Reads the person again, where one is shown.
    void refresh();
    void setTab(Tab tab);

Q_SIGNALS:
    void placeRequested(const rolecall::ui::Place &place);
    void exportWanted(rolecall::db::CandidateId person);
    void eraseWanted(rolecall::db::CandidateId person);

private:
    void fill();
    void fillTab();
    QWidget *makeDetails();
    QWidget *makeNotes();
    QWidget *makeDocuments();
    QWidget *makeTimeline();
    void addContact(QVBoxLayout &column);
    void addFields(QVBoxLayout &column);
    void addApplications(QVBoxLayout &column);
    void addNote(QVBoxLayout &column, const db::PersonNote &note);
    void savePerson();
    QString roleOf(db::ApplicationId application) const;

    Session &m_session;
    db::CandidateId m_person;
    app::PersonFile m_file;
    bool m_allOfTimeline = false;
    ElidedLabel *m_name;
    TextLabel *m_standing;
    TabStrip *m_tabs;
    QScrollArea *m_scroll;
    QPushButton *m_export, *m_erase;
    QLineEdit *m_nameEdit = nullptr, *m_email = nullptr, *m_phone = nullptr, *m_location = nullptr;
    QPlainTextEdit *m_links = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace rolecall::ui
