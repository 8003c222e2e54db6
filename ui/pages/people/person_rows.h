// SPDX-License-Identifier: GPL-3.0-or-later
// The rows a person's data are shown in: an application, a note, a document, an entry of the timeline.
#pragma once

#include "app/people/person_file.h"
#include "ui/theme/icons.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace rolecall::ui {

/// A line, a quiet one under it, an icon before and buttons after.
class RecordRow : public QWidget
{
    Q_OBJECT
public:
    RecordRow(const QString &text, const QString &detail, QWidget *parent = nullptr);
    void setIcon(Icon icon);
    QPushButton *addButton(const QString &text, const QString &accessibleName);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row;
    Icon m_icon = Icon::None;
};

Icon timelineIcon(app::TimelineKind kind);

class ApplicationBox : public QWidget
{
    Q_OBJECT
public:
    ApplicationBox(const db::PersonApplication &application, bool readOnly, QWidget *parent = nullptr);

Q_SIGNALS:
    void reviewWanted();
    void listWanted();
    void tagsGiven(const QString &tags);
};

/// Its writer may change it in place or take it away.
class NoteBox : public QWidget
{
    Q_OBJECT
public:
    NoteBox(const db::PersonNote &note, const QString &role, bool own, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Empty: the note goes.
    void changed(const QString &text);

private:
    void edit(const QString &text);
    QLabel *m_text;
    QWidget *m_buttons = nullptr;
};

} // namespace rolecall::ui
