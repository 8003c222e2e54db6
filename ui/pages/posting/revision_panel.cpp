// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/posting/revision_panel.h"

#include "ui/models/revision_model.h"
#include "ui/pages/posting/revision_delegate.h"
#include "ui/session/session.h"
#include "ui/theme/colours.h"
#include "ui/theme/looks.h"
#include "ui/widgets/chip_bar.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace rolecall::ui {

namespace {

using app::RevisionKind;

/// The words above the two columns, at the places where the rows have them.
class Headings : public QWidget
{
public:
    explicit Headings(const QWidget &viewport)
        : m_viewport(viewport)
    {
        setFixedHeight(QFontMetrics(textFont(TextSize::Small)).height() + 12);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const RevisionColumns columns(m_viewport.width(), m_viewport.font());
        QPainter painter(this);
        const Colours &colours = coloursOf(palette());
        painter.fillRect(rect(), colours.surface);
        painter.fillRect(QRect(0, height() - 1, width(), 1), colours.line);
        painter.setFont(textFont(TextSize::Small, font()));
        painter.setPen(colours.quietText);
        const auto word = [&](int x, const QString &text) { painter.drawText(QRect(x, 0, columns.textWidth, height()), Qt::AlignLeft | Qt::AlignVCenter, text); };
        word(columns.from, RevisionPanel::tr("In force"));
        word(columns.to, RevisionPanel::tr("In the newer text"));
    }

private:
    const QWidget &m_viewport;
};

} // namespace

RevisionPanel::RevisionPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new RevisionModel(this))
    , m_title(new TextLabel({}, TextSize::Heading))
    , m_summary(new TextLabel({}, TextSize::Body, Tone::Quiet))
    , m_warnings(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_state(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_view(new QListView)
    , m_nothing(new TextLabel({}, TextSize::Body, Tone::Quiet))
{
    setAccessibleName(tr("Differences of the newer text"));
    for (TextLabel *label : {m_title, m_summary, m_warnings, m_state, m_nothing})
        label->setWordWrap(true);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RevisionDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setMouseTracking(true);
    m_view->setAccessibleName(tr("Differences"));
    m_view->installEventFilter(this);
    m_headings = new Headings(*m_view->viewport());
    m_nothing->setMargin(24);
    m_nothing->setAlignment(Qt::AlignHCenter | Qt::AlignTop);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(24, 12, 24, 8);
    head->setSpacing(4);
    head->addWidget(m_title);
    head->addWidget(m_summary);
    head->addWidget(m_warnings);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(new Rule);
    column->addWidget(m_headings);
    column->addWidget(m_view, 1);
    column->addWidget(m_nothing, 1);
    column->addWidget(new Rule);
    column->addWidget(makeButtons());
    column->addWidget(makeFoot());

    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RevisionPanel::showState);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &RevisionPanel::showState);
    connect(m_model, &RevisionModel::corrected, this, &RevisionPanel::showState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] { m_view->doItemsLayout(); });
    const auto shortcut = [this](const QKeySequence &keys, auto act) {
        auto *made = new QShortcut(keys, this);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, act);
    };
    shortcut(Qt::Key_Escape, &RevisionPanel::closed);
    shortcut(Qt::CTRL | Qt::Key_Return, &RevisionPanel::takeOver);
    showState();
}

QWidget *RevisionPanel::makeButtons()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 4, 24, 4);
    row->setSpacing(0);
    const auto add = [row](const QString &text, const QString &tip) {
        auto *button = new QPushButton(text);
        setLook(button, ButtonLook::Quiet);
        button->setToolTip(tip);
        row->addWidget(button);
        return button;
    };
    m_take = add(tr("Take over"), tr("Follow the newer text in the chosen rows (Space)"));
    m_keep = add(tr("Keep as it is"), tr("Leave the role as it is in the chosen rows (Space)"));
    m_pair = add(tr("Pair with…"), tr("It is the same quality, in other words: its ratings are kept and marked (P)"));
    m_part = add(tr("Part"), tr("They are two qualities: the old one retires, the new one begins unrated (S)"));
    m_tier = add(tr("Make useful"), tr("The newer text means the other tier (T)"));
    row->addStretch();
    m_unchanged = new Chip(tr("Unchanged"));
    m_unchanged->setToolTip(tr("Show what did not change as well"));
    row->addWidget(m_unchanged);
    connect(m_take, &QPushButton::clicked, this, [this] { setAccepted(true); });
    connect(m_keep, &QPushButton::clicked, this, [this] { setAccepted(false); });
    connect(m_pair, &QPushButton::clicked, this, &RevisionPanel::choosePartner);
    connect(m_part, &QPushButton::clicked, this, &RevisionPanel::part);
    connect(m_tier, &QPushButton::clicked, this, &RevisionPanel::moveToOtherTier);
    connect(m_unchanged, &QPushButton::toggled, this, [this](bool on) {
        m_model->setUnchangedShown(on);
        goTo(0);
        showState();
    });
    return bar;
}

QWidget *RevisionPanel::makeFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 4, 24, 12);
    row->setSpacing(8);
    auto *cancel = new QPushButton(tr("Cancel"));
    m_takeOver = new QPushButton;
    setPrimary(m_takeOver);
    row->addWidget(m_state, 1);
    row->addWidget(cancel);
    row->addWidget(m_takeOver);
    connect(cancel, &QPushButton::clicked, this, &RevisionPanel::closed);
    connect(m_takeOver, &QPushButton::clicked, this, &RevisionPanel::takeOver);
    return foot;
}

void RevisionPanel::begin(const app::Revision &revision)
{
    m_unchanged->setChecked(false);
    m_model->setRevision(revision);
    m_title->setText(tr("Newer text: %1").arg(revision.fileName));
    QStringList warnings;
    for (const QString &warning : revision.warnings)
        warnings << QStringLiteral("• ") + warning;
    constexpr int mostShown = 4;
    if (warnings.size() > mostShown)
        warnings = warnings.mid(0, mostShown) << tr("and %1 more").arg(warnings.size() - mostShown);
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!warnings.isEmpty());
    m_nothing->setText(revision.samePosting ? tr("This is the text in force, byte for byte.") : tr("All qualities are as they were. The text is kept as the role's next revision."));
    goTo(0);
    showState();
    m_view->setFocus(Qt::OtherFocusReason);
}

void RevisionPanel::goTo(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    m_view->setCurrentIndex(m_model->index(row));
    m_view->scrollTo(m_view->currentIndex());
}

int RevisionPanel::currentRow() const
{
    return m_view->currentIndex().isValid() ? m_view->currentIndex().row() : -1;
}

QList<int> RevisionPanel::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedIndexes())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

void RevisionPanel::setAccepted(bool accepted)
{
    for (const int row : selectedRows())
        m_model->setAccepted(row, accepted);
}

void RevisionPanel::part()
{
    goTo(m_model->part(currentRow()));
}

void RevisionPanel::pairWith(qsizetype counterpart)
{
    goTo(m_model->pairWith(currentRow(), counterpart));
}

void RevisionPanel::choosePartner()
{
    const auto counterparts = m_model->counterparts(currentRow());
    if (counterparts.isEmpty())
        return;
    QMenu menu(this);
    for (const auto &[place, text] : counterparts) {
        const QString shown = fontMetrics().elidedText(text, Qt::ElideRight, 560);
        menu.addAction(QString(shown).replace(u'&', QStringLiteral("&&")), this, [this, place = place] { pairWith(place); });
    }
    menu.setActiveAction(menu.actions().first());
    menu.exec(m_pair->mapToGlobal(QPoint(0, m_pair->height())));
    m_view->setFocus(Qt::OtherFocusReason);
}

void RevisionPanel::moveToOtherTier()
{
    const int row = currentRow();
    if (row < 0 || !m_model->at(row).to)
        return;
    goTo(m_model->moveToTier(row, m_model->at(row).to->tier == db::Tier::Necessary ? db::Tier::Useful : db::Tier::Necessary));
}

void RevisionPanel::showState()
{
    const app::Revision &revision = m_model->revision();
    const int row = currentRow();
    const bool onRow = row >= 0 && row < m_model->rowCount();
    const auto rows = selectedRows();
    const auto any = [&](bool accepted) {
        return std::any_of(rows.begin(), rows.end(), [&](int chosen) { return m_model->at(chosen).kind != RevisionKind::Unchanged && m_model->at(chosen).accepted == accepted; });
    };
    m_take->setEnabled(any(false));
    m_keep->setEnabled(any(true));
    m_pair->setEnabled(!m_model->counterparts(row).isEmpty());
    m_part->setEnabled(onRow && m_model->at(row).from && m_model->at(row).to);
    m_tier->setEnabled(onRow && m_model->at(row).to.has_value());
    m_tier->setText(onRow && m_model->at(row).to && m_model->at(row).to->tier == db::Tier::Useful ? tr("Make necessary") : tr("Make useful"));

    const bool begun = revision.role.isValid();
    m_view->setVisible(m_model->rowCount() > 0);
    m_headings->setVisible(m_model->rowCount() > 0);
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_unchanged->setVisible(m_model->unchangedCount() > 0);
    m_unchanged->setCount(m_model->unchangedCount());
    QStringList parts;
    if (begun) {
        parts << tr("becomes revision %1").arg(revision.number);
        for (const RevisionKind kind : {RevisionKind::Reworded, RevisionKind::Moved, RevisionKind::Split, RevisionKind::New, RevisionKind::Retired, RevisionKind::Unchanged}) {
            const auto count = std::count_if(revision.changes.cbegin(), revision.changes.cend(), [kind](const app::QualityRevision &change) { return change.kind == kind; });
            if (count > 0)
                parts << QStringLiteral("%1 %2").arg(count).arg(RevisionModel::kindLabel(kind).toLower());
        }
    }
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    QStringList state;
    if (begun && m_model->differenceCount() > 0)
        state << tr("%1 of %2 differences taken over").arg(m_model->acceptedCount()).arg(m_model->differenceCount());
    if (const int again = revision.toConfirm(); again > 0)
        state << (again == 1 ? tr("1 rating to confirm again") : tr("%1 ratings to confirm again").arg(QLocale().toString(again)));
    m_state->setText(state.join(QStringLiteral(" · ")));
    m_takeOver->setText(begun ? tr("Take over as revision %1").arg(revision.number) : tr("Take over"));
    m_takeOver->setEnabled(begun && !m_session.isReadOnly() && !(revision.samePosting && m_model->acceptedCount() == 0));
}

void RevisionPanel::takeOver()
{
    if (!m_takeOver->isEnabled())
        return;
    m_takeOver->setEnabled(false);
    // A role of many applicants is ranked anew with it, so this is not for the interface's thread.
    m_session.run(tr("Taking over %1").arg(m_model->revision().fileName),
                  [revision = m_model->revision()](db::Connection &connection, app::Progress &) { return app::applyRevision(connection, revision); },
                  [this](const Result<app::Done> &done) {
                      showState();
                      if (done)
                          Q_EMIT closed();
                  });
}

bool RevisionPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == m_view) {
        const auto *key = static_cast<QKeyEvent *>(event);
        QPushButton *button = nullptr;
        if (key->modifiers() == Qt::NoModifier)
            button = key->key() == Qt::Key_P ? m_pair : key->key() == Qt::Key_S ? m_part : key->key() == Qt::Key_T ? m_tier : nullptr;
        if (button) {
            if (button->isEnabled())
                button->click();
            return true;
        }
    }
    if (event->type() == QEvent::Resize && watched == m_view)
        m_headings->update();
    return QWidget::eventFilter(watched, event);
}

} // namespace rolecall::ui
