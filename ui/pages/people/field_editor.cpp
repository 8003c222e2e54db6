// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/field_editor.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QComboBox>
#include <QDate>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>

namespace rolecall::ui {

FieldEditor::FieldEditor(const db::CustomField &field, const QString &value, QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    if (field.kind == u"choice" || field.kind == u"yes_no") {
        m_choice = new QComboBox;
        m_choice->setAccessibleName(field.name);
        m_choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_choice->addItem(tr("not set"), QString());
        if (field.kind == u"yes_no") {
            m_choice->addItem(tr("Yes"), QStringLiteral("yes"));
            m_choice->addItem(tr("No"), QStringLiteral("no"));
        }
        for (const QString &choice : field.choices)
            m_choice->addItem(choice, choice);
        // A choice that is offered no longer stays what was chosen.
        if (!value.isEmpty() && m_choice->findData(value) < 0)
            m_choice->addItem(value, value);
        m_choice->setCurrentIndex(std::max(0, m_choice->findData(value)));
        connect(m_choice, &QComboBox::activated, this, [this] { Q_EMIT edited(m_choice->currentData().toString()); });
        row->addWidget(m_choice);
        return;
    }
    QString shown = value;
    if (field.kind == u"date") {
        if (const QDate date = QDate::fromString(value, Qt::ISODate); date.isValid())
            shown = QLocale().toString(date, QLocale::ShortFormat);
    } else if (field.kind == u"number" && !value.isEmpty()) {
        shown = QLocale().toString(value.toDouble(), 'g', 15);
    }
    m_line = new QLineEdit(shown);
    m_line->setAccessibleName(field.name);
    if (field.kind == u"date")
        m_line->setPlaceholderText(tr("a date, such as %1").arg(QLocale().toString(QDate(2031, 3, 14), QLocale::ShortFormat)));
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        if (m_line->isModified()) {
            m_line->setModified(false);
            Q_EMIT edited(m_line->text());
        }
    });
    row->addWidget(m_line);
}

void FieldEditor::setWrong(bool wrong)
{
    if (!m_line)
        return;
    const auto marks = m_line->actions();
    for (QAction *mark : marks)
        m_line->removeAction(mark);
    if (wrong)
        m_line->addAction(lineIcon(Icon::Warning), QLineEdit::TrailingPosition)->setToolTip(tr("This was not kept: it is not of the field's kind"));
}

QStringList fieldKinds()
{
    return {QStringLiteral("text"), QStringLiteral("number"), QStringLiteral("date"), QStringLiteral("yes_no"), QStringLiteral("choice")};
}

QString fieldKindName(const QString &kind)
{
    if (kind == u"number")
        return FieldEditor::tr("Number");
    if (kind == u"date")
        return FieldEditor::tr("Date");
    if (kind == u"yes_no")
        return FieldEditor::tr("Yes or no");
    return kind == u"choice" ? FieldEditor::tr("Choice") : FieldEditor::tr("Text");
}

} // namespace rolecall::ui
