// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/queue_pane.h"

#include "ui/delegates/review_queue_delegate.h"
#include "ui/widgets/chip_bar.h"
#include "ui/widgets/text_label.h"

#include <QListView>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace rolecall::ui {

QueuePane::QueuePane(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_model(new ReviewQueueModel(session, this))
    , m_list(new QListView)
    , m_note(new TextLabel({}, TextSize::Small, Tone::Quiet))
{
    auto *chips = new ChipBar;
    m_open = chips->addChip(QStringLiteral("open"), tr("Not submitted by me"));
    m_pass = chips->addChip(QStringLiteral("pass"), tr("One quality at a time"));
    m_toConfirm = chips->addChip(QStringLiteral("confirm"), tr("To confirm again"));
    m_toConfirm->setToolTip(tr("With a level of mine that was given on an earlier wording"));
    m_toConfirm->hide();
    m_lacking = chips->addChip(QStringLiteral("lacking"), tr("New quality unrated"));
    m_lacking->setToolTip(tr("With a submitted review of mine that was given before a quality was added"));
    m_lacking->hide();
    m_pass->setToolTip(tr("The same quality over all applicants, in a random order that is recorded (O)"));
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->hide();
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ReviewQueueDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Applicants to review"));

    auto *tools = new QVBoxLayout;
    tools->setContentsMargins(16, 12, 8, 10);
    tools->setSpacing(8);
    tools->addWidget(chips);
    tools->addWidget(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 0, 0); // with a row's own 16: names stand under the title
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(m_list, 1);

    connect(m_open, &QPushButton::toggled, this, [this](bool on) {
        m_model->setNotSubmittedByMe(on);
        m_model->reload();
    });
    connect(m_pass, &QPushButton::toggled, this, &QueuePane::passToggled);
    connect(m_toConfirm, &QPushButton::toggled, this, [this](bool on) {
        m_model->setToConfirm(on);
        m_model->reload();
    });
    connect(m_lacking, &QPushButton::toggled, this, [this](bool on) {
        m_model->setLacking(on ? m_newQualities : QList<db::NewQuality>());
        m_model->reload();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT chosen(m_model->applicationAt(index.row()));
    });
}

void QueuePane::setToConfirm(int ratings)
{
    m_toConfirm->setCount(ratings);
    m_toConfirm->setVisible(ratings > 0 || m_toConfirm->isChecked());
}

void QueuePane::showToConfirmOnly()
{
    m_toConfirm->show();
    m_toConfirm->setChecked(true);
}

void QueuePane::setLacking(const QList<db::NewQuality> &qualities, int reviews)
{
    m_newQualities = qualities;
    m_lacking->setCount(reviews);
    m_lacking->setVisible(reviews > 0 || m_lacking->isChecked());
}

void QueuePane::showLackingOnly()
{
    m_lacking->show();
    m_lacking->setChecked(true);
}

bool QueuePane::listHasFocus() const
{
    return m_list->hasFocus();
}

db::ApplicationId QueuePane::current() const
{
    return m_model->applicationAt(m_list->currentIndex().row());
}

void QueuePane::setCurrent(db::ApplicationId application)
{
    if (const int row = m_model->rowOf(application); row >= 0 && row != m_list->currentIndex().row()) {
        m_list->setCurrentIndex(m_model->index(row));
        m_list->scrollTo(m_list->currentIndex());
    }
}

bool QueuePane::step(int direction)
{
    const int row = m_list->currentIndex().row() + direction;
    if (row < 0 || row >= m_model->rowCount())
        return false;
    m_list->setCurrentIndex(m_model->index(row));
    m_list->scrollTo(m_list->currentIndex());
    return true;
}

QList<db::ApplicationId> QueuePane::neighbours() const
{
    QList<db::ApplicationId> list;
    for (const int step : {1, -1, 2}) {
        if (const db::ApplicationId id = m_model->applicationAt(m_list->currentIndex().row() + step); id.isValid() && m_list->currentIndex().isValid())
            list << id;
    }
    return list;
}

void QueuePane::setPassShown(const std::optional<db::QualityPass> &pass)
{
    const QSignalBlocker blocker(m_pass);
    m_pass->setChecked(pass.has_value());
    m_note->setVisible(pass.has_value());
    if (pass)
        m_note->setText(tr("Random order, seed %1. ↑ ↓ choose the quality.").arg(pass->seed));
}

} // namespace rolecall::ui
