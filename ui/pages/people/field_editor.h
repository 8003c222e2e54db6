// SPDX-License-Identifier: GPL-3.0-or-later
// Edits one value of a field that the workspace added: a line, or a choice where there are choices.
#pragma once

#include "db/custom_fields.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace rolecall::ui {

class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    FieldEditor(const db::CustomField &field, const QString &value, QWidget *parent = nullptr);

    /// What was typed is not of the field's kind: it is kept, and marked.
    void setWrong(bool wrong);

Q_SIGNALS:
    void edited(const QString &value);

private:
    QLineEdit *m_line = nullptr;
    QComboBox *m_choice = nullptr;
};

/// "Text", "Number", "Date", "Yes or no", "Choice".
QString fieldKindName(const QString &kind);
QStringList fieldKinds();

} // namespace rolecall::ui
