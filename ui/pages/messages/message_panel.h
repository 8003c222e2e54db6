// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the applicants: a message to those that are selected, drafted from a template. It is shown as it will be, then handed to
// the person's mail program or saved as files. Rolecall sends nothing.
#pragma once

#include "app/messages/drafting.h"

#include <QUrl>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace rolecall::ui {

class ElidedLabel;
class Session;
class TextLabel;

class MessagePanel : public QWidget
{
    Q_OBJECT
public:
    explicit MessagePanel(Session &session, QWidget *parent = nullptr);

    void showFor(const QList<db::ApplicationId> &applications);
    const app::Drafts &drafts() const { return m_drafts; }
    QComboBox &templates() { return *m_template; }
    QCheckBox &notes() { return *m_notes; }
    /// Every draft as a file in this folder.
    void saveIn(const QString &folder);
    /// The draft that is shown, in the person's mail program.
    void openInMail();
    /// How a link is opened; a test looks at it instead.
    void setOpener(std::function<bool(const QUrl &)> opener) { m_open = std::move(opener); }

Q_SIGNALS:
    void closed();

private:
    void readTemplates();
    void draft();
    void showDraft();
    void step(int by);
    void choose();
    std::optional<db::MessageTemplate> chosen() const;
    void say(const QString &words, bool problem);
    void close();

    Session &m_session;
    QList<db::ApplicationId> m_applications;
    QList<db::MessageTemplate> m_templates;
    app::Drafts m_drafts;
    int m_shown = 0;
    quint64 m_question = 0; ///< the latest; older answers are dropped
    std::function<bool(const QUrl &)> m_open;
    QComboBox *m_template;
    QCheckBox *m_notes;
    ElidedLabel *m_to, *m_subject;
    QPlainTextEdit *m_body;
    TextLabel *m_place, *m_said, *m_leftOut;
    QPushButton *m_before, *m_next, *m_mail, *m_save;
};

} // namespace rolecall::ui
