// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/posting/deadline_panel.h"

#include "app/agenda/approximate_date.h"
#include "app/roles/role_editing.h"
#include "ui/delegates/row_delegates.h"
#include "ui/models/deadline_list_model.h"
#include "ui/session/session.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

QString whenToEdit(const db::Deadline &deadline)
{
    return deadline.date ? deadline.date->toString(Qt::ISODate) : app::approximateDateInWords(deadline.approx.value_or(QString()));
}

} // namespace

DeadlinePanel::DeadlinePanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new DeadlineListModel(this))
    , m_view(new QListView)
    , m_confirm(new QPushButton(tr("Confirm")))
    , m_edit(new QPushButton(tr("Change…")))
    , m_remove(new QPushButton(tr("Remove")))
    , m_add(new QPushButton(tr("Add a date…")))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new AgendaRowDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAccessibleName(tr("Dates"));
    m_view->installEventFilter(this);
    m_editor = makeEditor();
    m_editor->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(4, 4, 4, 4);
    buttons->setSpacing(0);
    for (QPushButton *button : {m_confirm, m_edit, m_remove, m_add}) {
        setLook(button, ButtonLook::Quiet);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    m_confirm->setToolTip(tr("This date is right (Space)"));
    m_edit->setToolTip(tr("Change it (Enter, F2)"));
    m_remove->setToolTip(tr("Remove it (Delete)"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_editor);
    column->addLayout(buttons);

    connect(m_confirm, &QPushButton::clicked, this, &DeadlinePanel::confirm);
    connect(m_edit, &QPushButton::clicked, this, &DeadlinePanel::beginEdit);
    connect(m_remove, &QPushButton::clicked, this, &DeadlinePanel::remove);
    connect(m_add, &QPushButton::clicked, this, &DeadlinePanel::beginAdd);
    connect(m_view, &QListView::doubleClicked, this, &DeadlinePanel::beginEdit);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        showState();
        Q_EMIT currentDeadlineChanged(m_model->deadlineAt(index));
    });
    showState();
}

QWidget *DeadlinePanel::makeEditor()
{
    auto *editor = new QWidget;
    m_kind = new QComboBox;
    for (const char *kind : {"applications_close", "interviews", "start", "other"})
        m_kind->addItem(deadlineKindText(QLatin1String(kind)), QLatin1String(kind));
    m_when = new QLineEdit;
    m_when->setPlaceholderText(QLocale().toString(QDate(2026, 3, 14), QLocale::ShortFormat));
    m_title = new QLineEdit;
    m_understood = new TextLabel({}, TextSize::Small, Tone::Quiet);
    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->addRow(tr("What"), m_kind);
    form->addRow(tr("When"), m_when);
    form->addRow(QString(), m_understood);
    form->addRow(tr("In words"), m_title);
    m_store = new QPushButton(tr("Keep"));
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_store);
    auto *column = new QVBoxLayout(editor);
    column->setContentsMargins(16, 8, 16, 8);
    column->addLayout(form);
    column->addLayout(buttons);
    connect(m_store, &QPushButton::clicked, this, &DeadlinePanel::store);
    connect(cancel, &QPushButton::clicked, this, &DeadlinePanel::endEdit);
    for (QLineEdit *field : {m_when, m_title})
        connect(field, &QLineEdit::returnPressed, this, &DeadlinePanel::store);
    connect(m_when, &QLineEdit::textChanged, this, [this](const QString &line) {
        std::optional<QDate> date;
        std::optional<QString> approx;
        understand(line, date, approx);
        m_understood->setText(date ? QLocale().toString(*date, QLocale::LongFormat) : approx ? tr("kept as words: not an exact date") : QString());
        m_store->setEnabled(date || approx);
    });
    auto *escape = new QShortcut(Qt::Key_Escape, editor);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &DeadlinePanel::endEdit);
    return editor;
}

void DeadlinePanel::understand(const QString &line, std::optional<QDate> &date, std::optional<QString> &approx)
{
    date.reset();
    approx.reset();
    const QString text = line.simplified();
    if (text.isEmpty())
        return;
    if (const QDate iso = QDate::fromString(text, Qt::ISODate); iso.isValid()) {
        date = iso;
        return;
    }
    for (const QLocale &locale : {QLocale(), QLocale::c()}) {
        for (const QString &format : {locale.dateFormat(QLocale::LongFormat), QStringLiteral("d MMMM yyyy"), QStringLiteral("d MMM yyyy"), QStringLiteral("MMMM d, yyyy"), QStringLiteral("MMM d, yyyy"),
                                      QStringLiteral("d.M.yyyy"), locale.dateFormat(QLocale::ShortFormat)}) {
            // A year of two digits would be taken for the last century.
            if (const QDate found = locale.toDate(text, format); found.isValid() && found.year() >= 1990) {
                date = found;
                return;
            }
        }
    }
    approx = text;
}

void DeadlinePanel::setRole(db::RoleId role)
{
    m_role = role;
    endEdit();
    m_model->setDeadlines({});
}

Outcome DeadlinePanel::reload()
{
    const auto all = db::deadlines(m_session.connection(), m_role);
    if (!all)
        return tl::unexpected(all.error());
    m_model->setDeadlines(*all);
    showState();
    return {};
}

int DeadlinePanel::count() const
{
    return m_model->rowCount();
}

void DeadlinePanel::showState()
{
    const auto deadline = m_model->deadlineAt(m_view->currentIndex());
    const bool writable = !m_session.isReadOnly();
    m_confirm->setEnabled(writable && deadline && deadline->state == u"proposed");
    m_edit->setEnabled(writable && deadline);
    m_remove->setEnabled(writable && deadline);
    m_add->setEnabled(writable);
}

void DeadlinePanel::confirm()
{
    auto deadline = m_model->deadlineAt(m_view->currentIndex());
    if (!deadline || deadline->state != u"proposed" || m_session.isReadOnly())
        return;
    deadline->state = QStringLiteral("confirmed");
    m_session.apply(app::changeDeadline(m_session.connection(), *deadline));
}

void DeadlinePanel::remove()
{
    if (const auto deadline = m_model->deadlineAt(m_view->currentIndex()); deadline && !m_session.isReadOnly())
        m_session.apply(app::removeDeadline(m_session.connection(), *deadline));
}

void DeadlinePanel::beginEdit()
{
    if (const auto deadline = m_model->deadlineAt(m_view->currentIndex()); deadline && !m_session.isReadOnly())
        begin(*deadline);
}

void DeadlinePanel::beginAdd()
{
    db::Deadline deadline;
    deadline.role = m_role;
    deadline.kind = QStringLiteral("applications_close");
    begin(deadline);
}

void DeadlinePanel::begin(const db::Deadline &deadline)
{
    m_edited = deadline;
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(deadline.kind)));
    m_when->clear();
    m_when->setText(whenToEdit(deadline));
    m_store->setEnabled(!m_when->text().isEmpty());
    m_title->setText(deadline.title);
    m_editor->show();
    m_when->setFocus();
    m_when->selectAll();
}

void DeadlinePanel::store()
{
    if (!m_edited || !m_store->isEnabled())
        return;
    db::Deadline deadline = *m_edited;
    deadline.kind = m_kind->currentData().toString();
    if (m_when->text() != whenToEdit(deadline)) // what nobody touched stays as it was read
        understand(m_when->text(), deadline.date, deadline.approx);
    deadline.title = m_title->text().simplified();
    if (deadline.title.isEmpty())
        deadline.title = m_kind->currentText();
    // What a person has written is confirmed by that.
    if (deadline.state == u"proposed")
        deadline.state = QStringLiteral("confirmed");
    const bool isNew = !deadline.id.isValid();
    if (m_session.apply(isNew ? app::addDeadline(m_session.connection(), deadline) : app::changeDeadline(m_session.connection(), deadline)))
        endEdit();
}

void DeadlinePanel::endEdit()
{
    if (!m_edited)
        return;
    m_edited.reset();
    m_editor->hide();
    m_view->setFocus();
}

bool DeadlinePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Space:
            confirm();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F2:
            beginEdit();
            return true;
        case Qt::Key_Delete:
            remove();
            return true;
        case Qt::Key_Insert:
            beginAdd();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rolecall::ui
