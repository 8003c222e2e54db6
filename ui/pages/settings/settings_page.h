// SPDX-License-Identifier: GPL-3.0-or-later
// Who I am in this workspace, who sits on each panel, templates of stages and messages, how long data are kept, and the looks.
// What is chosen holds at once.
#pragma once

#include "db/reviewers.h"
#include "ui/session/session.h"
#include "ui/shell/page.h"
#include "ui/theme/theme.h"

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace rolecall::ui {

class MessageTemplateSection;
class StageTemplateSection;
class FieldsSection;
class RetentionSection;

class SettingsPage : public Page
{
    Q_OBJECT
public:
    /// Both outlive the page.
    SettingsPage(Session &session, Theme &theme, QWidget *parent = nullptr);

    QString title() const override { return tr("Settings"); }
    void activate() override;
    /// "section": the name of one that is to be seen.
    void navigateTo(const QVariantMap &arguments) override;
    /// More of it, beneath what the page has itself.
    void addSection(const QString &name, QWidget *section);

private:
    QWidget *makeReviewer();
    QWidget *makeLooks();
    QWidget *makeReviewers();
    QWidget *makePanels();
    void readReviewers();
    void readPanel();
    void become();
    void rename();
    void addMember();
    void addReviewer();

    Session &m_session;
    Theme &m_theme;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_sections = nullptr;
    RetentionSection *m_retention;
    FieldsSection *m_fields;
    QComboBox *m_me = nullptr;
    QLineEdit *m_name = nullptr;
    QPushButton *m_rename = nullptr;
    QComboBox *m_role = nullptr;
    QComboBox *m_newMember = nullptr;
    QPushButton *m_add = nullptr;
    QVBoxLayout *m_panelRows = nullptr;
    QWidget *m_members = nullptr;
    QWidget *m_panels = nullptr;
    QVBoxLayout *m_reviewerRows = nullptr;
    QWidget *m_reviewers = nullptr;
    QLineEdit *m_newReviewer = nullptr;
    QPushButton *m_addReviewer = nullptr;
    StageTemplateSection *m_stages = nullptr;
    MessageTemplateSection *m_messages = nullptr;
};

} // namespace rolecall::ui
