// SPDX-License-Identifier: GPL-3.0-or-later
// The dates read in a posting: confirmed, changed, removed or added in place.
#pragma once

#include "db/deadlines.h"

#include <QListView>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace rolecall::ui {

class DeadlineListModel;
class Session;
class TextLabel;

class DeadlinePanel : public QWidget
{
    Q_OBJECT
public:
    explicit DeadlinePanel(Session &session, QWidget *parent = nullptr);

    void setRole(db::RoleId role);
    Outcome reload();
    int count() const;
    QListView &view() { return *m_view; }
    DeadlineListModel &model() { return *m_model; }

    /// What a person means by a line such as "14 March 2026", "2026-03-14" or "late March": a date, else words kept as they are.
    static void understand(const QString &line, std::optional<QDate> &date, std::optional<QString> &approx);

    void confirm();
    void beginEdit();
    void beginAdd();

Q_SIGNALS:
    void currentDeadlineChanged(const std::optional<rolecall::db::Deadline> &deadline);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeEditor();
    void showState();
    void remove();
    void store();
    void endEdit();
    void begin(const db::Deadline &deadline);

    Session &m_session;
    db::RoleId m_role;
    DeadlineListModel *m_model;
    QListView *m_view;
    QPushButton *m_confirm, *m_edit, *m_remove, *m_add;
    QWidget *m_editor;
    QComboBox *m_kind;
    QLineEdit *m_when, *m_title;
    TextLabel *m_understood;
    QPushButton *m_store;
    std::optional<db::Deadline> m_edited;
};

} // namespace rolecall::ui
