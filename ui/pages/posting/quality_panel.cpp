// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/posting/quality_panel.h"

#include "app/roles/role_editing.h"
#include "ui/models/quality_list_model.h"
#include "ui/pages/posting/quality_delegate.h"
#include "ui/pages/posting/quality_view.h"
#include "ui/pages/posting/remark_panel.h"
#include "ui/session/session.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace rolecall::ui {

namespace {

/// A quiet button that follows its action.
QPushButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(action->text(), parent);
    setLook(button, ButtonLook::Quiet);
    const auto follow = [button, action] {
        button->setText(action->text());
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

QualityPanel::QualityPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new QualityListModel(session, this))
    , m_view(new QualityView)
    , m_delegate(new QualityDelegate(this))
    , m_remarks(new RemarkPanel)
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    makeActions();
    makeRewriting();

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(4, 4, 4, 4);
    buttons->setSpacing(0);
    for (QAction *action : {m_tier, m_split, m_merge, m_retire})
        buttons->addWidget(buttonFor(action, this));
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_remarks);
    column->addWidget(m_rewriting);
    column->addLayout(buttons);

    connect(m_view, &QualityView::moveAsked, this, &QualityPanel::move);
    connect(m_view, &QualityView::tierAsked, this, [this](int towards) { moveToTier(towards < 0 ? db::Tier::Necessary : db::Tier::Useful); });
    connect(m_view, &QualityView::retireAsked, this, &QualityPanel::retire);
    connect(m_view, &QualityView::restoreAsked, this, &QualityPanel::restore);
    connect(m_view, &QualityView::currentMoved, this, [this](const QModelIndex &index) {
        m_remarks->setQuality(m_model->qualityAt(index));
        Q_EMIT currentQualityChanged(m_model->qualityAt(index));
    });
    connectRemarks();
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &QualityPanel::showState);
    showState();
}

void QualityPanel::makeActions()
{
    const auto make = [this](const QString &text, const QString &tip, const QKeySequence &keys, auto triggered) {
        auto *action = new QAction(text, this);
        action->setToolTip(keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys.toString(QKeySequence::NativeText)));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, triggered);
        addAction(action);
        m_view->addAction(action);
        return action;
    };
    m_tier = make(tr("Move to useful"), tr("Move to the other tier: Ctrl+Down, Ctrl+Up"), {}, [this] {
        if (const auto lines = selected(); !lines.isEmpty())
            moveToTier(lines.first().tier == db::Tier::Necessary ? db::Tier::Useful : db::Tier::Necessary);
    });
    m_split = make(tr("Split…"), tr("Make several qualities of this one"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] { beginSplit(); });
    m_merge = make(tr("Merge…"), tr("Make one quality of the selected ones"), QKeySequence(Qt::CTRL | Qt::Key_M), [this] { beginMerge(); });
    m_retire = make(tr("Retire"), tr("Take out of force; its ratings are kept (Delete)"), {}, [this] { retire(); });
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void QualityPanel::makeRewriting()
{
    m_rewriting = new QWidget(this);
    m_rewritingTitle = new TextLabel({}, TextSize::Small, Tone::Quiet);
    m_rewritingTitle->setWordWrap(true);
    m_rewritingText = new QPlainTextEdit;
    m_rewritingText->setTabChangesFocus(true);
    m_rewritingText->setFixedHeight(5 * fontMetrics().lineSpacing() + 16);
    m_rewritingDo = new QPushButton;
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_rewritingDo);
    auto *column = new QVBoxLayout(m_rewriting);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_rewritingTitle);
    column->addWidget(m_rewritingText);
    column->addLayout(buttons);
    m_rewriting->hide();
    connect(cancel, &QPushButton::clicked, this, &QualityPanel::endRewriting);
    connect(m_rewritingDo, &QPushButton::clicked, this, &QualityPanel::rewrite);
    connect(m_rewritingText, &QPlainTextEdit::textChanged, this, &QualityPanel::showState);
    const auto shortcut = [this](const QKeySequence &keys, auto triggered) {
        auto *made = new QShortcut(keys, m_rewriting);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, triggered);
    };
    shortcut(Qt::Key_Escape, &QualityPanel::endRewriting);
    shortcut(Qt::CTRL | Qt::Key_Return, &QualityPanel::rewrite);
}

void QualityPanel::connectRemarks()
{
    connect(m_remarks, &RemarkPanel::splitRequested, this, [this] {
        m_view->selectionModel()->select(m_view->currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        beginSplit();
    });
    connect(m_remarks, &RemarkPanel::mergeRequested, this, [this](db::QualityId other) {
        m_view->selectionModel()->select(m_view->currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_view->selectionModel()->select(m_model->indexOf(other), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        beginMerge();
    });
    connect(m_remarks, &RemarkPanel::rewordRequested, this, [this] {
        m_view->setFocus();
        m_view->edit(m_view->currentIndex().siblingAtColumn(QualityListModel::TextColumn));
    });
    connect(m_remarks, &RemarkPanel::dismissed, this, [this](const app::Remark &remark) {
        m_session.apply(app::dismissRemark(m_session.connection(), remark));
        m_view->setFocus();
    });
    connect(m_remarks, &RemarkPanel::takenUp, this, [this](const app::Remark &remark) {
        m_session.apply(app::takeUpRemark(m_session.connection(), remark));
        m_view->setFocus();
    });
    connect(m_remarks, &RemarkPanel::nextRequested, this, &QualityPanel::goToNextRemark);
    auto *next = new QShortcut(Qt::Key_F8, this);
    next->setContext(Qt::WidgetWithChildrenShortcut);
    connect(next, &QShortcut::activated, this, &QualityPanel::goToNextRemark);
}

void QualityPanel::goToNextRemark()
{
    const int rows = m_model->rowCount();
    const int from = std::max(0, m_view->currentIndex().row());
    for (int step = 1; step <= rows; ++step) {
        const QModelIndex index = m_model->index((from + step) % rows, QualityListModel::TextColumn);
        if (index.data(QualityListModel::RemarksRole).toString().isEmpty())
            continue;
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
        m_view->setFocus();
        return;
    }
}

void QualityPanel::readRemarks()
{
    // Every line against every other, so beside the interface.
    m_session.reader().ask<QList<app::Remark>>(
        this, [role = m_role](db::Connection &connection) { return app::remarks(connection, role); },
        [this, question = ++m_question](const Result<QList<app::Remark>> &found) {
            if (question != m_question)
                return;
            m_session.apply(found ? Outcome() : Outcome(tl::unexpected(found.error())));
            m_model->setRemarks(found.value_or(QList<app::Remark>()));
            m_remarks->setQuality(m_model->qualityAt(m_view->currentIndex()));
            m_remarks->setRemarks(found.value_or(QList<app::Remark>()), !m_session.isReadOnly());
            if (m_kind != Rewriting::None)
                m_remarks->hide();
        });
}

void QualityPanel::setRole(db::RoleId role)
{
    endRewriting();
    ++m_question;
    m_role = role;
    m_remarks->setRemarks({}, false);
    m_model->setRole(role);
}

Outcome QualityPanel::reload()
{
    auto outcome = m_model->reload();
    if (outcome && !m_view->currentIndex().isValid() && m_model->rowCount() > 1)
        m_view->setCurrentIndex(m_model->index(1, 0));
    if (outcome)
        readRemarks();
    showState();
    return outcome;
}

void QualityPanel::setLevelLabels(const QStringList &labels)
{
    m_delegate->setLevelLabels(labels);
}

QList<db::Quality> QualityPanel::selected() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<db::Quality> list;
    for (const QModelIndex &row : rows) {
        if (m_model->kindAt(row.row()) == QualityListModel::RowKind::Quality)
            list << *m_model->qualityAt(row);
    }
    return list;
}

void QualityPanel::showState()
{
    const QList<db::Quality> lines = selected();
    const bool writable = !m_session.isReadOnly();
    m_tier->setEnabled(writable && !lines.isEmpty());
    m_tier->setText(!lines.isEmpty() && lines.first().tier == db::Tier::Useful ? tr("Move to necessary") : tr("Move to useful"));
    m_split->setEnabled(writable && lines.size() == 1);
    m_merge->setEnabled(writable && lines.size() > 1);
    m_merge->setText(lines.size() > 1 ? tr("Merge %n…", nullptr, int(lines.size())) : tr("Merge…"));
    m_retire->setEnabled(writable && !lines.isEmpty());
    const auto count = rewrittenLines().size();
    if (m_kind == Rewriting::Split) {
        m_rewritingDo->setText(count > 1 ? tr("Split into %n", nullptr, int(count)) : tr("Split"));
        m_rewritingDo->setEnabled(count > 1);
    } else {
        m_rewritingDo->setText(tr("Merge into one"));
        m_rewritingDo->setEnabled(count > 0);
    }
}

void QualityPanel::move(int by)
{
    const auto quality = m_model->qualityAt(m_view->currentIndex());
    if (!quality || quality->retiredAt || m_session.isReadOnly())
        return;
    const int place = m_view->currentIndex().data(QualityListModel::PlaceRole).toInt();
    const int target = place + by;
    const auto moveTo = [&](db::Tier tier, int position) {
        act([id = quality->id, tier, position](db::Connection &connection) { return app::moveQuality(connection, id, tier, position); });
    };
    if (target < 0) {
        if (quality->tier == db::Tier::Useful)
            moveTo(db::Tier::Necessary, m_model->count(db::Tier::Necessary));
    } else if (target >= m_model->count(quality->tier)) {
        if (quality->tier == db::Tier::Necessary)
            moveTo(db::Tier::Useful, 0);
    } else {
        moveTo(quality->tier, target);
    }
}

void QualityPanel::act(std::function<Result<app::Done>(db::Connection &)> work, std::function<void()> done)
{
    m_session.act(m_role, tr("Ranking anew"), std::move(work), [this, done = std::move(done)](const Result<app::Done> &result) {
        if (!result)
            return;
        if (done)
            done();
        showState();
        m_view->scrollTo(m_view->currentIndex());
    });
}

void QualityPanel::moveToTier(db::Tier tier)
{
    if (m_session.isReadOnly())
        return;
    QList<db::QualityId> ids;
    for (const db::Quality &quality : selected()) {
        if (quality.tier != tier)
            ids << quality.id;
    }
    if (!ids.isEmpty()) // behind the last one
        act([ids, tier](db::Connection &connection) { return app::moveQualities(connection, ids, tier, std::numeric_limits<int>::max()); });
}

void QualityPanel::retire()
{
    if (m_session.isReadOnly())
        return;
    QList<db::QualityId> ids;
    for (const db::Quality &quality : selected())
        ids << quality.id;
    if (!ids.isEmpty())
        act([ids](db::Connection &connection) { return app::retireQualities(connection, ids); });
}

void QualityPanel::restore(const QModelIndex &index)
{
    const auto quality = m_model->qualityAt(index);
    if (quality && quality->retiredAt && !m_session.isReadOnly())
        act([id = quality->id](db::Connection &connection) { return app::restoreQuality(connection, id); });
}

QStringList QualityPanel::proposedParts(const QString &text)
{
    for (const QString &pattern : {QStringLiteral(";\\s+"), QStringLiteral("[.]\\s+(?=\\p{Lu})"), QStringLiteral(",?\\s+and\\s+|,?\\s+und\\s+|,?\\s+et\\s+"), QStringLiteral(",\\s+")}) {
        QStringList parts = text.split(QRegularExpression(pattern), Qt::SkipEmptyParts);
        if (parts.size() < 2)
            continue;
        for (QString &part : parts) {
            part = part.trimmed();
            if (!part.isEmpty())
                part[0] = part.at(0).toUpper();
        }
        parts.removeAll(QString());
        return parts;
    }
    return {text};
}

void QualityPanel::beginSplit()
{
    const QList<db::Quality> lines = selected();
    if (lines.size() != 1)
        return;
    m_kind = Rewriting::Split;
    m_rewritten = {lines.first().id};
    m_rewritingTitle->setText(tr("One quality per line. The first keeps the ratings, the others begin unrated."));
    m_rewritingText->setPlainText(proposedParts(lines.first().text).join(u'\n'));
    m_rewritingText->setAccessibleName(tr("The parts, one per line"));
    m_remarks->hide(); // the one line that is worked on has the room
    m_rewriting->show();
    m_rewritingText->setFocus();
    showState();
}

void QualityPanel::beginMerge()
{
    const QList<db::Quality> lines = selected();
    if (lines.size() < 2)
        return;
    m_kind = Rewriting::Merge;
    m_rewritten.clear();
    QStringList texts;
    for (const db::Quality &line : lines) {
        m_rewritten << line.id;
        texts << line.text;
    }
    m_rewritingTitle->setText(tr("The merged wording. The first one's ratings are kept and marked for reconfirmation, the others retire."));
    m_rewritingText->setPlainText(texts.join(QStringLiteral("; ")));
    m_rewritingText->setAccessibleName(tr("The merged wording"));
    m_remarks->hide(); // the one line that is worked on has the room
    m_rewriting->show();
    m_rewritingText->setFocus();
    showState();
}

QStringList QualityPanel::rewrittenLines() const
{
    QStringList lines;
    for (const QString &line : m_rewritingText->toPlainText().split(u'\n')) {
        if (const QString text = line.simplified(); !text.isEmpty())
            lines << text;
    }
    return lines;
}

void QualityPanel::rewrite()
{
    const QStringList lines = rewrittenLines();
    if (!m_rewritingDo->isEnabled() || m_kind == Rewriting::None)
        return;
    act([isSplit = m_kind == Rewriting::Split, ids = m_rewritten, lines](db::Connection &connection) {
        return isSplit ? app::splitQuality(connection, ids.first(), lines) : app::mergeQualities(connection, ids, lines.join(u' '));
    }, [this] { endRewriting(); });
}

void QualityPanel::endRewriting()
{
    if (m_kind == Rewriting::None)
        return;
    m_kind = Rewriting::None;
    m_rewritten.clear();
    m_rewriting->hide();
    m_rewritingText->clear();
    m_remarks->setVisible(!m_remarks->remarks().isEmpty());
    m_view->setFocus();
}

} // namespace rolecall::ui
