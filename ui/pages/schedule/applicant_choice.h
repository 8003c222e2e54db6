// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing one undecided applicant of a role by typing a part of the name; in a blind role by code.
#pragma once

#include "db/id.h"

#include <QComboBox>

namespace rolecall::ui {

class Session;

class ApplicantChoice : public QComboBox
{
    Q_OBJECT
public:
    /// `nobody`: what the first entry says where it is no applicant's ("the whole role"); empty: there is no such entry.
    ApplicantChoice(Session &session, const QString &nobody, QWidget *parent = nullptr);

    /// Reads the role's applicants; `always` is among them even where decided.
    void setRole(db::RoleId role, db::ApplicationId always = {});
    void setApplication(db::ApplicationId application);
    db::ApplicationId application() const; ///< not valid: nobody

private:
    Session &m_session;
    QString m_nobody;
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
