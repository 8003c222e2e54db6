// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/review_keys.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>

namespace rolecall::ui {

namespace {

bool isWriting(const QWidget *focus)
{
    if (qobject_cast<const QLineEdit *>(focus))
        return true;
    const auto *text = qobject_cast<const QPlainTextEdit *>(focus);
    return text && !text->isReadOnly();
}

std::optional<ReviewCommand> withControl(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return ReviewCommand::Submit;
    case Qt::Key_F:
        return ReviewCommand::Search;
    case Qt::Key_PageDown:
        return ReviewCommand::NextDocument;
    case Qt::Key_PageUp:
        return ReviewCommand::PreviousDocument;
    default:
        return std::nullopt;
    }
}

std::optional<ReviewCommand> plain(int key, const QWidget *focus)
{
    const bool inList = qobject_cast<const QAbstractItemView *>(focus);
    switch (key) {
    case Qt::Key_J:
        return ReviewCommand::NextApplicant;
    case Qt::Key_K:
        return ReviewCommand::PreviousApplicant;
    case Qt::Key_Down:
        return inList ? std::nullopt : std::optional(ReviewCommand::NextQuality);
    case Qt::Key_Up:
        return inList ? std::nullopt : std::optional(ReviewCommand::PreviousQuality);
    case Qt::Key_0:
        return ReviewCommand::Rate0;
    case Qt::Key_1:
        return ReviewCommand::Rate1;
    case Qt::Key_2:
        return ReviewCommand::Rate2;
    case Qt::Key_3:
        return ReviewCommand::Rate3;
    case Qt::Key_Question:
        return ReviewCommand::Ask;
    case Qt::Key_Backspace:
        return ReviewCommand::Clear;
    case Qt::Key_C:
        return ReviewCommand::Confirm;
    case Qt::Key_E:
        return ReviewCommand::Quote;
    case Qt::Key_N:
        return ReviewCommand::Note;
    case Qt::Key_O:
        return ReviewCommand::OneQuality;
    case Qt::Key_PageDown:
        return inList ? std::nullopt : std::optional(ReviewCommand::ScrollDown);
    case Qt::Key_PageUp:
        return inList ? std::nullopt : std::optional(ReviewCommand::ScrollUp);
    case Qt::Key_Space:
        return inList || qobject_cast<const QAbstractButton *>(focus) ? std::nullopt : std::optional(ReviewCommand::ScrollDown);
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<ReviewCommand> reviewCommand(const QKeyEvent &event, const QWidget *focus)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ControlModifier) {
        const auto command = withControl(event.key());
        return isWriting(focus) && command != ReviewCommand::Search ? std::nullopt : command;
    }
    if (isWriting(focus))
        return std::nullopt;
    // A question mark needs Shift on most keyboards.
    if (event.text() == QLatin1String("?") && !(modifiers & (Qt::AltModifier | Qt::MetaModifier)))
        return ReviewCommand::Ask;
    if (modifiers == Qt::ShiftModifier)
        return event.key() == Qt::Key_Question ? std::optional(ReviewCommand::Ask) : std::nullopt;
    return modifiers == Qt::NoModifier ? plain(event.key(), focus) : std::nullopt;
}

} // namespace rolecall::ui
