// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/matrix/matrix_page.h"

#include "app/reviews/reviewing.h"
#include "ui/models/application_list_model.h"
#include "ui/models/matrix_model.h"
#include "ui/pages/lists/table_copy.h"
#include "app/reviews/comparison.h"
#include "ui/pages/matrix/evidence_panel.h"
#include "ui/pages/matrix/matrix_view.h"
#include "ui/theme/looks.h"
#include "ui/widgets/chip_bar.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace rolecall::ui {

namespace {

const QString panelKey = QStringLiteral("panel");
const QString ownKey = QStringLiteral("own");
constexpr qsizetype quickCopies = 200; ///< more rows are copied in the reader's thread

} // namespace

MatrixPage::MatrixPage(Session &session, WindowSettings &settings, QWidget *parent)
    : ApplicationsPage(session, settings, parent)
    , m_model(new MatrixModel(session, this))
    , m_view(new MatrixView(m_model))
    , m_strip(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_evidence(new EvidencePanel)
    , m_levels(new ChipBar)
{
    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(16, 0, 16, 0); // with a cell's own 8: names stand under the title
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    m_strip->setTextFormat(Qt::PlainText);
    m_strip->setContentsMargins(8, 8, 8, 8);
    m_strip->setMinimumHeight(40);
    m_strip->setWordWrap(true);
    column->addWidget(m_strip);
    row->addLayout(column, 1);
    row->addWidget(m_evidence);
    setUp(m_model, content);

    m_levels->setExclusive(true);
    m_levels->addChip(panelKey, tr("Panel"))->setToolTip(tr("The panel's levels (M)"));
    m_levels->addChip(ownKey, tr("My ratings"))->setToolTip(tr("My own ratings, to type into (M)"));
    m_levels->setChecked(panelKey, true);
    m_levels->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_levels->setAccessibleName(tr("Whose levels"));
    m_compare = new QPushButton(tr("Compare"));
    setLook(m_compare, ButtonLook::Quiet);
    m_compare->setToolTip(tr("Side by side, two to five applicants whose cells are selected (C)"));
    m_compare->setEnabled(false);
    toolsRow()->addWidget(m_compare);
    toolsRow()->addWidget(m_levels);
    connect(m_compare, &QPushButton::clicked, this, [this] { openCompare(selected()); });
    connect(m_view->cells()->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        int rows = 0; // of ranges that may overlap in rows: more than five need no exact count
        for (const QItemSelectionRange &range : m_view->cells()->selectionModel()->selection())
            rows += range.height();
        const qsizetype count = rows <= 5 * m_model->columnCount() ? selected().size() : rows;
        m_compare->setEnabled(count >= 2 && count <= 5);
    });
    for (const bool own : {false, true})
        connect(m_levels->chip(own ? ownKey : panelKey), &QAbstractButton::clicked, this, [this, own] { showOwn(own); });

    m_view->cells()->installEventFilter(this);
    connect(m_view, &MatrixView::columnLookedAt, this, &MatrixPage::showColumn);
    connect(m_view, &MatrixView::rowActivated, this, [this](int at) { openReview(m_model->applicationAt(at)); });
    connect(m_view->cells(), &QAbstractItemView::doubleClicked, this, &MatrixPage::showEvidence);
    connect(m_model, &MatrixModel::counted, this, [this] { showColumn(m_view->cells()->currentIndex().column()); });
    connect(m_evidence, &EvidencePanel::closed, this, &MatrixPage::closeEvidence);
    connect(m_evidence, &EvidencePanel::reviewWanted, this, [this] { openReview(m_evidenceOf); });
    connect(m_model, &ApplicationPagesModel::aboutToList, this, [this] { m_top = m_model->applicationAt(m_view->cells()->rowAt(0)); });
    connect(m_model, &ApplicationPagesModel::listed, this, [this](bool sorted) {
        QTableView *cells = m_view->cells();
        if (sorted)
            cells->scrollToTop();
        else if (const int at = cells->verticalScrollBar()->value() > 0 ? m_model->rowOf(m_top) : -1; at >= 0)
            cells->scrollTo(m_model->index(at, std::max(cells->currentIndex().column(), int(MatrixModel::FirstQuality))), QAbstractItemView::PositionAtTop);
    });
}

void MatrixPage::showOwn(bool own)
{
    for (const bool each : {false, true}) {
        Chip *chip = m_levels->chip(each ? ownKey : panelKey);
        const QSignalBlocker quiet(chip);
        chip->setChecked(each == own);
    }
    m_model->setLevelsOf(own ? db::LevelsOf::Reviewer : db::LevelsOf::Panel);
    showColumn(m_view->cells()->currentIndex().column());
}

void MatrixPage::roleShown()
{
    closeEvidence();
    m_view->startAnew();
    showColumn(m_view->cells()->currentIndex().column());
}

void MatrixPage::goTo(int row)
{
    if (row < 0 || row >= m_model->rowCount() || m_model->qualities().isEmpty())
        return;
    m_view->cells()->setFocus(Qt::OtherFocusReason);
    m_view->cells()->setCurrentIndex(m_model->index(row, std::max(m_view->cells()->currentIndex().column(), int(MatrixModel::FirstQuality))));
}

void MatrixPage::activate()
{
    ApplicationsPage::activate();
    // Keys mean levels here, so they go to the grid, unless somebody is at another part of the page.
    if (const QWidget *now = window()->focusWidget(); !now || !isAncestorOf(now))
        m_view->cells()->setFocus(Qt::OtherFocusReason);
}

void MatrixPage::qualitiesChanged()
{
    const auto now = db::qualities(session().connection(), role());
    const auto same = [](const db::Quality &one, const db::Quality &other) {
        return one.id == other.id && one.tier == other.tier && one.text == other.text && one.threshold == other.threshold;
    };
    if (now && std::equal(now->begin(), now->end(), m_model->qualities().begin(), m_model->qualities().end(), same))
        return;
    m_model->setRole(role());
    m_model->setFilter(filterBar()->filter());
    roleShown();
}

void MatrixPage::ratingsChanged()
{
    m_model->countSoon();
}

bool MatrixPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->cells() && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy)) {
            copySelected();
            return true;
        }
        if (onKey(key->key(), key->text(), key->modifiers()))
            return true;
    }
    return ApplicationsPage::eventFilter(watched, event);
}

bool MatrixPage::onKey(int key, const QString &text, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        showEvidence();
        return true;
    }
    if (key == Qt::Key_Escape && m_evidence->isVisible()) {
        closeEvidence();
        return true;
    }
    if (key == Qt::Key_C) {
        openCompare(selected());
        return true;
    }
    if (key == Qt::Key_M) {
        showOwn(m_model->levelsOf() == db::LevelsOf::Panel);
        return true;
    }
    const bool level = text.size() == 1 && text[0] >= u'0' && text[0] <= u'3';
    const bool ask = text == QLatin1String("?");
    const bool clear = key == Qt::Key_Backspace || key == Qt::Key_Delete;
    if (!level && !ask && !clear)
        return false;
    if (m_model->levelsOf() == db::LevelsOf::Panel) {
        m_strip->setText(tr("These are the panel's levels. Press M to see your own ratings and type into them."));
        return true;
    }
    rate(level ? std::optional(text[0].digitValue()) : std::nullopt, ask);
    return true;
}

void MatrixPage::rate(std::optional<int> level, bool ask)
{
    const QModelIndex at = m_view->cells()->currentIndex();
    const db::Quality *quality = m_model->qualityAt(at.column());
    const db::ApplicationId application = m_model->applicationAt(at.row());
    if (!quality || !application.isValid())
        return;
    if (session().isReadOnly()) {
        m_strip->setText(tr("The workspace is open for reading only."));
        return;
    }
    const bool clearing = !level && !ask;
    if (ask) { // beside a level that is there
        if (const auto before = m_model->ownRating(at))
            level = before->level;
    }
    if (session().apply(app::rate(session().connection(), application, quality->id, level, ask)) && !clearing)
        goOn(at);
}

void MatrixPage::goOn(const QModelIndex &from)
{
    // To the next quality; after the last to the first of the next applicant.
    const bool last = from.column() + 1 >= m_model->columnCount();
    const QModelIndex next = last ? m_model->index(from.row() + 1, MatrixModel::FirstQuality) : m_model->index(from.row(), from.column() + 1);
    if (next.isValid())
        m_view->cells()->setCurrentIndex(next);
}

void MatrixPage::showColumn(int column)
{
    const db::Quality *quality = m_model->qualityAt(column);
    if (!quality) {
        m_strip->setText(m_model->qualities().isEmpty() ? tr("This role has no qualities yet: they come from its posting.") : QString());
        return;
    }
    QString text = quality->tier == db::Tier::Necessary ? tr("%1 · Necessary, met from level %2: %3").arg(m_model->shortName(column)).arg(quality->threshold).arg(quality->text)
                                                        : tr("%1 · Useful, weight %2: %3").arg(m_model->shortName(column)).arg(quality->weight).arg(quality->text);
    if (const auto count = m_model->count(column))
        text += tr(" · %1 of %2 rated meet it").arg(QLocale().toString(count->met), QLocale().toString(count->rated));
    m_strip->setText(text);
}

void MatrixPage::showEvidence()
{
    const QModelIndex at = m_view->cells()->currentIndex();
    const db::Quality *quality = m_model->qualityAt(at.column());
    const db::ApplicationId application = m_model->applicationAt(at.row());
    if (!quality || !application.isValid())
        return;
    const auto sheet = app::shownReviewSheet(session().connection(), application);
    if (!sheet) {
        session().apply(Outcome(tl::unexpected(sheet.error())));
        return;
    }
    m_evidenceOf = application;
    m_evidence->show(m_model->index(at.row(), MatrixModel::NameColumn).data().toString(), *quality, *sheet, session().reviewerName());
    QMetaObject::invokeMethod(this, [this] { m_view->cells()->scrollTo(m_view->cells()->currentIndex()); }, Qt::QueuedConnection); // the columns have moved together
}

void MatrixPage::closeEvidence()
{
    if (!m_evidence->isVisible())
        return;
    m_evidence->hide();
    m_view->cells()->setFocus(Qt::OtherFocusReason);
}

QList<db::ApplicationId> MatrixPage::selected() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : m_view->cells()->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << row;
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    QList<db::ApplicationId> ids;
    for (const int row : std::as_const(rows))
        ids << m_model->applicationAt(row);
    return ids;
}

void MatrixPage::copySelected()
{
    // The rows that are selected, with the selected columns after name, gate and score.
    QList<int> rows, columns{MatrixModel::NameColumn, MatrixModel::GateColumn, MatrixModel::ScoreColumn};
    for (const QItemSelectionRange &range : m_view->cells()->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << row;
        for (int column = std::max(range.left(), int(MatrixModel::FirstQuality)); column <= range.right(); ++column)
            columns << column;
    }
    for (QList<int> *list : {&rows, &columns}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    if (rows.isEmpty())
        return;
    QList<db::ApplicationId> ids;
    for (const int row : std::as_const(rows))
        ids << m_model->applicationAt(row);
    QStringList names;
    for (const int column : std::as_const(columns))
        names << m_model->headerData(column, Qt::Horizontal).toString();
    const auto written = [ids, columns, names, text = m_model->cellWriter(), reviewer = session().reviewer()](db::Connection &connection) -> Result<QString> {
        QString all = tabSeparatedLine(names);
        constexpr qsizetype atOnce = 500;
        for (qsizetype first = 0; first < ids.size(); first += atOnce) {
            const auto read = db::matrixRows(connection, ids.mid(first, atOnce), reviewer);
            if (!read)
                return tl::unexpected(read.error());
            for (const db::MatrixRow &row : *read) {
                QStringList cells;
                for (const int column : columns)
                    cells << text(row, column);
                all += tabSeparatedLine(cells);
            }
        }
        return all;
    };
    const auto take = [this](Result<QString> text) {
        if (text)
            QGuiApplication::clipboard()->setText(*text);
        else
            session().apply(Outcome(tl::unexpected(text.error())));
    };
    if (ids.size() <= quickCopies)
        take(written(session().connection()));
    else
        session().reader().ask<QString>(this, written, take);
}

} // namespace rolecall::ui
