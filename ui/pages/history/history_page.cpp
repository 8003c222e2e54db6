// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history/history_page.h"

#include "db/change_log.h"
#include "ui/models/history_model.h"
#include "ui/pages/history/history_delegate.h"
#include "ui/session/session.h"
#include "ui/theme/colours.h"
#include "ui/widgets/chip_bar.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextEdit>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

/// The change with this number as this reader may see it.
QString titleOf(db::Connection &connection, const Result<std::optional<db::Change>> &change)
{
    if (!change || !*change)
        return {};
    const auto entries = app::history(connection, {}, 1, db::ChangeId((*change)->id.number() + 1));
    return entries && !entries->isEmpty() ? entries->first().title : (*change)->title;
}

QString tableText(const db::TouchedRows &touched)
{
    const int n = int(touched.rows);
    const QString &table = touched.table;
    if (table == u"rating")
        return HistoryPage::tr("%n rating(s)", nullptr, n);
    if (table == u"quality")
        return HistoryPage::tr("%n quality line(s)", nullptr, n);
    if (table == u"application")
        return HistoryPage::tr("%n application(s)", nullptr, n);
    if (table == u"candidate")
        return HistoryPage::tr("%n person(s)", nullptr, n);
    if (table == u"review")
        return HistoryPage::tr("%n review(s)", nullptr, n);
    if (table == u"evidence")
        return HistoryPage::tr("%n piece(s) of evidence", nullptr, n);
    if (table == u"deadline")
        return HistoryPage::tr("%n date(s)", nullptr, n);
    if (table == u"document")
        return HistoryPage::tr("%n document(s)", nullptr, n);
    if (table == u"hand_placement")
        return HistoryPage::tr("%n placement(s) by hand", nullptr, n);
    if (table == u"role")
        return HistoryPage::tr("%n role(s)", nullptr, n);
    if (table == u"note")
        return HistoryPage::tr("%n note(s)", nullptr, n);
    return {};
}

} // namespace

HistoryPage::HistoryPage(Session &session, QWidget *parent)
    : RolePage(session, everyArea(), parent)
    , m_model(new HistoryModel(session, this))
    , m_view(new QListView)
    , m_whole(new QStackedWidget)
    , m_instead(new EmptyState(tr("Reading the history…"), {}))
    , m_details(new QTextEdit)
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new HistoryDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("Changes"));
    m_details->setReadOnly(true);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setTabChangesFocus(true);
    m_details->document()->setDocumentMargin(16);
    m_details->setAccessibleName(tr("Details of the change"));
    m_details->setMinimumWidth(240);
    m_whole->addWidget(m_view);
    m_whole->addWidget(m_instead);
    m_whole->setCurrentWidget(m_instead);
    m_whole->setMinimumWidth(360);
    m_whole->setContentsMargins(8, 0, 0, 0); // with a row's own 16: the times stand under the title
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_whole);
    splitter->addWidget(m_details);
    splitter->setSizes({640, 320});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeSteering());
    column->addWidget(makeFilters());
    column->addWidget(splitter, 1);
    connect(m_model, &HistoryModel::wasRead, this, &HistoryPage::showList);
    connect(m_model, &HistoryModel::failed, this, [this](const Error &error) {
        m_instead->setTexts(tr("The history could not be read"), error.text());
        m_whole->setCurrentWidget(m_instead);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryPage::showDetails);
    showDetails();
}

QString HistoryPage::title() const
{
    return role().isValid() ? RolePage::title() : tr("History");
}

QWidget *HistoryPage::makeSteering()
{
    auto *strip = new QWidget;
    m_undo = new QPushButton(tr("Undo"));
    m_redo = new QPushButton(tr("Redo"));
    m_undoText = new ElidedLabel({}, TextSize::Small, Tone::Quiet);
    m_redoText = new ElidedLabel({}, TextSize::Small, Tone::Quiet);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(24, 12, 24, 4);
    row->setSpacing(8);
    row->addWidget(m_undo);
    row->addWidget(m_undoText, 1);
    row->addSpacing(16);
    row->addWidget(m_redo);
    row->addWidget(m_redoText, 1);
    connect(m_undo, &QPushButton::clicked, this, [this] { session().undo(); });
    connect(m_redo, &QPushButton::clicked, this, [this] { session().redo(); });
    return strip;
}

QWidget *HistoryPage::makeFilters()
{
    auto *strip = new QWidget;
    m_kind = new QComboBox;
    m_person = new QComboBox;
    m_words = new SearchField(tr("Words in a change"));
    m_all = new Chip(tr("All roles"));
    m_kind->setAccessibleName(tr("Kind of change"));
    m_person->setAccessibleName(tr("Whose changes"));
    m_kind->addItem(tr("Every kind"));
    m_person->addItem(tr("Everybody"));
    m_all->setCheckable(true);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(24, 4, 24, 8);
    row->setSpacing(8);
    row->addWidget(m_words, 1);
    row->addWidget(m_kind);
    row->addWidget(m_person);
    row->addWidget(m_all);
    connect(m_kind, &QComboBox::activated, this, &HistoryPage::applyFilter);
    connect(m_person, &QComboBox::activated, this, &HistoryPage::applyFilter);
    connect(m_words, &SearchField::searched, this, &HistoryPage::applyFilter);
    connect(m_words, &SearchField::leftDownwards, m_view, [this] { m_view->setFocus(); });
    connect(m_all, &Chip::toggled, this, [this] {
        readFacets();
        applyFilter();
    });
    return strip;
}

db::RoleId HistoryPage::shownRole() const
{
    return m_all->isChecked() ? db::RoleId() : role();
}

void HistoryPage::roleChanged()
{
    ++m_question;
    m_kind->setCurrentIndex(0);
    m_person->setCurrentIndex(0);
    m_words->clear();
    m_all->setVisible(role().isValid());
    m_view->scrollToTop();
}

void HistoryPage::refresh(app::Areas)
{
    m_all->setVisible(role().isValid());
    readFacets();
    showSteering();
    db::ChangeFilter filter = m_model->filter();
    if (filter.role != shownRole() || m_model->rowCount() == 0)
        applyFilter();
    else
        m_model->reload();
}

void HistoryPage::applyFilter()
{
    db::ChangeFilter filter;
    filter.role = shownRole();
    filter.kind = m_kind->currentData().toString();
    filter.reviewer = db::ReviewerId(m_person->currentData().toLongLong());
    filter.words = m_words->text().simplified();
    m_model->setFilter(filter);
}

void HistoryPage::readFacets()
{
    const quint64 question = ++m_question;
    session().reader().ask<db::ChangeFacets>(
        this, [id = shownRole()](db::Connection &connection) { return db::changeFacets(connection, id); },
        [this, question](const Result<db::ChangeFacets> &facets) {
            if (facets && question == m_question)
                showFacets(*facets);
        });
}

void HistoryPage::showFacets(const db::ChangeFacets &facets)
{
    const auto fill = [](QComboBox *box, const QString &all, const QList<std::pair<QVariant, QString>> &entries) {
        const QVariant chosen = box->currentData();
        const QSignalBlocker quiet(box);
        box->clear();
        box->addItem(all);
        for (const auto &[key, text] : entries)
            box->addItem(text, key);
        box->setCurrentIndex(chosen.isValid() ? std::max(0, box->findData(chosen)) : 0);
    };
    QList<std::pair<QVariant, QString>> kinds;
    for (const QString &kind : facets.kinds)
        kinds << std::pair<QVariant, QString>(kind, changeKindText(kind));
    std::sort(kinds.begin(), kinds.end(), [](const auto &a, const auto &b) { return a.second.localeAwareCompare(b.second) < 0; });
    QList<std::pair<QVariant, QString>> people;
    for (const auto &[id, name] : facets.reviewers)
        people << std::pair<QVariant, QString>(id.number(), name);
    fill(m_kind, tr("Every kind"), kinds);
    fill(m_person, tr("Everybody"), people);
}

void HistoryPage::showSteering()
{
    const QString undo = titleOf(session().connection(), db::nextUndo(session().connection()));
    const QString redo = titleOf(session().connection(), db::nextRedo(session().connection()));
    const bool writable = !session().isReadOnly();
    m_undo->setEnabled(writable && !undo.isEmpty());
    m_redo->setEnabled(writable && !redo.isEmpty());
    m_undoText->setText(undo);
    m_redoText->setText(redo);
    m_undo->setAccessibleDescription(undo);
    m_redo->setAccessibleDescription(redo);
}

QString HistoryPage::undoText() const
{
    return m_undoText->text();
}

QString HistoryPage::redoText() const
{
    return m_redoText->text();
}

void HistoryPage::showList()
{
    if (m_model->rowCount() > 0) {
        m_whole->setCurrentWidget(m_view);
        focusList(*m_view);
        if (!m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_model->index(0));
        else
            showDetails();
        return;
    }
    const bool filtered = !m_words->text().isEmpty() || m_kind->currentIndex() > 0 || m_person->currentIndex() > 0;
    m_instead->setTexts(filtered ? tr("No change fits") : tr("Nothing has happened yet"),
                        filtered ? tr("Take a filter away to see more.") : tr("Every change of this role will stand here: who, when and what it was before."));
    m_whole->setCurrentWidget(m_instead);
    showDetails();
}

void HistoryPage::showDetails()
{
    const auto entry = m_model->entryAt(m_view->currentIndex());
    if (!entry) {
        m_details->clear();
        return;
    }
    const auto touched = db::touchedRows(session().connection(), entry->change.id);
    writeDetails(*entry, touched ? *touched : QList<db::TouchedRows>());
}

void HistoryPage::writeDetails(const app::HistoryEntry &entry, const QList<db::TouchedRows> &touched)
{
    const db::Change &change = entry.change;
    const QString quiet = QStringLiteral("color:%1;").arg(coloursOf(palette()).quietText.name());
    const auto paragraph = [](const QString &text, const QString &style = {}) {
        return QStringLiteral("<p style=\"margin-top:0;margin-bottom:8px;white-space:pre-wrap;%1\">%2</p>").arg(style, text.toHtmlEscaped());
    };
    QString html = paragraph(entry.title, QStringLiteral("font-size:large;font-weight:600;"));
    const QString when = QLocale().toString(change.madeAt.toLocalTime(), QLocale::LongFormat);
    html += paragraph(change.reviewerName.isEmpty() ? when : tr("%1, %2").arg(change.reviewerName, when), quiet);
    if (change.undone)
        html += paragraph(tr("This was taken back since. Its effects are gone; the entry stays."));
    if (!entry.detail.isEmpty())
        html += paragraph(entry.detail);
    QStringList rows;
    for (const db::TouchedRows &one : touched) {
        if (const QString text = tableText(one); !text.isEmpty())
            rows << text;
    }
    html += paragraph(changeKindText(change.kind) + (rows.isEmpty() ? QString() : QStringLiteral(" · ") + rows.join(QStringLiteral(" · "))), quiet);
    m_details->setHtml(html);
}

void HistoryPage::changeEvent(QEvent *event)
{
    RolePage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showDetails();
}

} // namespace rolecall::ui
