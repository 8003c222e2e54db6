// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stages/stage_editor.h"

#include "ui/delegates/row_delegates.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_room.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace rolecall::ui {

StageEditor::StageEditor(QWidget *parent)
    : QWidget(parent)
    , m_model(new StageListModel(this))
    , m_view(new QListView)
    , m_name(new QLineEdit)
    , m_kind(new QComboBox)
    , m_days(new QSpinBox)
    , m_gate(new QCheckBox(tr("Only who is through the gate")))
    , m_add(new QPushButton(tr("Add a stage")))
    , m_remove(new QPushButton(tr("Remove")))
    , m_up(new QPushButton(tr("Up")))
    , m_down(new QPushButton(tr("Down")))
    , m_fields(new QWidget)
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new AgendaRowDelegate(m_view));
    m_view->setAccessibleName(tr("Stages"));
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setDragEnabled(true);
    m_view->setAcceptDrops(true);
    m_view->setDragDropMode(QAbstractItemView::InternalMove);
    m_view->setDefaultDropAction(Qt::MoveAction);
    m_view->setDragDropOverwriteMode(false);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->installEventFilter(this);
    m_name->setAccessibleName(tr("Name of the stage"));
    m_name->setMaxLength(80);
    for (const auto &[kind, name] : stageKinds())
        m_kind->addItem(name, kind);
    m_kind->setAccessibleName(tr("Kind of stage"));
    m_days->setRange(0, 999);
    m_days->setSpecialValueText(tr("no target"));
    m_days->setSuffix(tr(" days"));
    m_days->setAccessibleName(tr("Days somebody should stand in it at most"));
    m_days->setKeyboardTracking(false);
    m_gate->setToolTip(tr("Others are moved into it only with a reason"));

    m_form = new QFormLayout(m_fields);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setSpacing(8);
    m_form->addRow(tr("Name"), m_name);
    m_form->addRow(tr("Kind"), m_kind);
    m_form->addRow(tr("Target"), m_days);
    m_form->addRow(tr("Lets in"), m_gate);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    for (QPushButton *button : {m_add, m_remove, m_up, m_down}) {
        setLook(button, ButtonLook::Quiet);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    m_remove->setToolTip(tr("Delete"));
    m_up->setToolTip(tr("Alt+Up; or drag the line"));
    m_down->setToolTip(tr("Alt+Down; or drag the line"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_view);
    column->addLayout(buttons);
    column->addWidget(m_fields);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &StageEditor::showCurrent);
    connect(m_model, &StageListModel::moveAsked, this, [this](int from, int to) {
        m_wanted = m_model->rows().at(from).step.name;
        Q_EMIT moved(from, to);
    }, Qt::QueuedConnection); // the view is still in the middle of its drop
    connect(m_name, &QLineEdit::editingFinished, this, &StageEditor::tell);
    connect(m_kind, &QComboBox::activated, this, &StageEditor::tell);
    connect(m_days, &QSpinBox::valueChanged, this, &StageEditor::tell);
    connect(m_gate, &QCheckBox::clicked, this, &StageEditor::tell);
    connect(m_add, &QPushButton::clicked, this, &StageEditor::add);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removed(current()); });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    showCurrent();
}

void StageEditor::setRows(const QList<StageRow> &rows)
{
    const QString before = !m_wanted.isEmpty() ? m_wanted : current() >= 0 ? m_model->rows().at(current()).step.name : QString();
    const int place = std::max(0, current());
    m_wanted.clear();
    m_model->setRows(rows);
    showAllRows();
    const auto same = std::find_if(rows.cbegin(), rows.cend(), [&before](const StageRow &row) { return row.step.name.compare(before, Qt::CaseInsensitive) == 0; });
    setCurrent(same != rows.cend() ? int(same - rows.cbegin()) : std::min(place, int(rows.size()) - 1));
}

void StageEditor::alignFields(int labels)
{
    if (QWidget *label = m_form->labelForField(m_name))
        keepRoom(*label, labels, Room::Least); // the others have its column
}

// The few stages stand whole, and what is around them scrolls: a list that scrolls in a panel that scrolls loses people.
void StageEditor::showAllRows()
{
    constexpr int most = 12;
    m_view->setFixedHeight(std::max(1, std::min(m_model->rowCount(), most)) * m_view->sizeHintForRow(0) + 2 * m_view->frameWidth() + 2);
}

void StageEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_model->rowCount() > 0)
        QMetaObject::invokeMethod(this, &StageEditor::showAllRows, Qt::QueuedConnection);
}

void StageEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_view->setDragEnabled(!readOnly);
    showCurrent();
}

int StageEditor::current() const
{
    return m_view->currentIndex().row();
}

void StageEditor::setCurrent(int row)
{
    m_view->setCurrentIndex(m_model->index(row));
    showCurrent();
}

void StageEditor::showCurrent()
{
    const int row = current(), count = m_model->rowCount();
    m_filling = true;
    m_fields->setEnabled(row >= 0 && !m_readOnly);
    m_add->setEnabled(!m_readOnly);
    m_remove->setEnabled(row >= 0 && count > 1 && !m_readOnly);
    m_up->setEnabled(row > 0 && !m_readOnly);
    m_down->setEnabled(row >= 0 && row < count - 1 && !m_readOnly);
    if (row >= 0) {
        const db::StageStep &step = m_model->rows().at(row).step;
        m_name->setText(step.name);
        m_kind->setCurrentIndex(m_kind->findData(step.kind));
        m_days->setValue(step.targetDays.value_or(0));
        m_gate->setChecked(step.throughGate);
    }
    m_filling = false;
}

void StageEditor::tell()
{
    const int row = current();
    if (m_filling || row < 0)
        return;
    const db::StageStep &before = m_model->rows().at(row).step;
    db::StageStep step{m_name->text().simplified(), m_kind->currentData().toString()};
    if (m_days->value() > 0)
        step.targetDays = m_days->value();
    step.throughGate = m_gate->isChecked();
    if (step.name.isEmpty()) {
        m_name->setText(before.name); // a stage has a name
        return;
    }
    if (step == before)
        return;
    m_wanted = step.name;
    Q_EMIT changed(row, step);
}

void StageEditor::move(int by)
{
    const int row = current();
    if (m_readOnly || row < 0 || row + by < 0 || row + by >= m_model->rowCount())
        return;
    m_wanted = m_model->rows().at(row).step.name;
    Q_EMIT moved(row, row + by);
}

void StageEditor::add()
{
    QStringList names;
    for (const StageRow &row : m_model->rows())
        names << row.step.name;
    QString name = tr("New stage");
    for (int number = 2; names.contains(name, Qt::CaseInsensitive); ++number)
        name = tr("New stage %1").arg(number);
    m_wanted = name;
    Q_EMIT added({name, QStringLiteral("interview")});
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

bool StageEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool up = key->key() == Qt::Key_Up;
        if ((up || key->key() == Qt::Key_Down) && (key->modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier) {
            move(up ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Delete && m_remove->isEnabled()) {
            Q_EMIT removed(current());
            return true;
        }
        if (key->key() == Qt::Key_F2 || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            m_name->setFocus(Qt::OtherFocusReason);
            m_name->selectAll();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rolecall::ui
