// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing one undecided applicant of a role by typing a part of the name, however many there are; in a blind role by code.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QComboBox>
#include <QList>
#include <QTimer>

class QCompleter;
class QStandardItemModel;

namespace rolecall::db {
class Connection;
}

namespace rolecall::ui {

class Session;

class ApplicantChoice : public QComboBox
{
    Q_OBJECT
public:
    /// `nobody`: what the first entry says where it is no applicant's ("the whole role"); empty: there is no such entry.
    ApplicantChoice(Session &session, const QString &nobody, QWidget *parent = nullptr);

    /// Reads the first of the role's applicants; `always` is among them even where decided.
    void setRole(db::RoleId role, db::ApplicationId always = {});
    void setApplication(db::ApplicationId application);
    db::ApplicationId application() const; ///< not valid: nobody
    /// Who was found for what is typed; filled shortly after the last key.
    QCompleter &found() { return *m_completer; }

    struct Entry
    {
        db::ApplicationId application;
        QString label; ///< as may be shown; with the code where another one has the same name
    };

private:
    void search();
    void showFound(const QList<Entry> &entries);
    void choose(const Entry &entry);

    Session &m_session;
    QString m_nobody;
    db::RoleId m_role;
    QTimer m_typing;
    QCompleter *m_completer;
    QStandardItemModel *m_foundModel;
    int m_asked = 0; ///< answers to what was typed earlier are dropped
};

/// The IANA zones, typed or chosen.
class ZoneChoice : public QComboBox
{
    Q_OBJECT
public:
    explicit ZoneChoice(QWidget *parent = nullptr);
    void setZone(const QString &zone);
    QString zone() const; ///< as typed; may be none
};

} // namespace rolecall::ui
