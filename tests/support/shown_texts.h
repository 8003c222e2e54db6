// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that a window tells: what its widgets say, what a screen reader hears, and what stands in the models of its
// views in any role. For tests that look for what must not be there.
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QTabBar>
#include <QTextEdit>
#include <QWidget>

namespace rolecall::tests {

inline void addValue(QStringList &texts, const QVariant &value)
{
    if (value.canConvert<QStringList>())
        texts << value.toStringList();
    else if (value.canConvert<QString>())
        texts << value.toString();
}

inline void addModel(QStringList &texts, const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    constexpr int mostRows = 60;
    QList<int> roles{Qt::DisplayRole, Qt::EditRole, Qt::ToolTipRole, Qt::StatusTipRole, Qt::WhatsThisRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole};
    for (int role = Qt::UserRole; role < Qt::UserRole + 140; ++role)
        roles << role;
    for (int column = 0; column < model.columnCount(parent); ++column) {
        for (const int role : roles) {
            addValue(texts, model.headerData(column, Qt::Horizontal, role));
            for (int row = 0; row < std::min(model.rowCount(parent), mostRows); ++row)
                addValue(texts, model.index(row, column, parent).data(role));
        }
    }
    for (int row = 0; row < std::min(model.rowCount(parent), mostRows); ++row) {
        if (const QModelIndex index = model.index(row, 0, parent); model.hasChildren(index))
            addModel(texts, model, index);
    }
}

inline QString shownTexts(QWidget &root)
{
    QStringList texts;
    QList<QWidget *> widgets = root.findChildren<QWidget *>();
    widgets << &root;
    for (QWidget *widget : std::as_const(widgets)) {
        texts << widget->windowTitle() << widget->windowFilePath() << widget->toolTip() << widget->statusTip() << widget->whatsThis() << widget->accessibleName() << widget->accessibleDescription();
        for (const char *property : {"text", "placeholderText", "plainText"})
            addValue(texts, widget->property(property));
        if (QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget)) {
            for (const QAccessible::Text part : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
                texts << spoken->text(part);
        }
        for (const QAction *action : widget->actions())
            texts << action->text() << action->toolTip();
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                texts << tabs->tabText(tab) << tabs->tabToolTip(tab) << tabs->tabWhatsThis(tab);
        }
        if (const auto *combo = qobject_cast<const QComboBox *>(widget); combo && combo->model())
            addModel(texts, *combo->model());
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model())
            addModel(texts, *view->model());
    }
    texts.removeAll(QString());
    return texts.join(u'\n');
}

} // namespace rolecall::tests
