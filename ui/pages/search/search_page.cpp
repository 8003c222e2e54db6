// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/search/search_page.h"

#include "ui/models/search_model.h"
#include "ui/pages/search/search_delegate.h"
#include "ui/pages/search/search_places.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/search_field.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

/// More is not read in a list; further words find it.
constexpr int mostRows = 200;

} // namespace

SearchPage::SearchPage(Session &session, TextKeeper &texts, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_texts(texts)
    , m_feed(session)
    , m_model(new SearchModel(this))
    , m_field(new SearchField(tr("Words, or \"words that stand together\"")))
    , m_filters(makeFilters())
    , m_stack(new QStackedWidget)
    , m_view(new QListView)
    , m_instead(new EmptyState({}, {}))
    , m_clear(new QAction(tr("Take the filters away"), this))
    , m_retry(new QAction(tr("Try again"), this))
{
    m_field->setAccessibleName(tr("Search the workspace"));
    m_field->installEventFilter(this);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new SearchDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("What was found"));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_instead);
    m_stack->setContentsMargins(8, 0, 8, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(24, 0, 24, 0);
    line->addWidget(m_field);
    column->addLayout(line);
    column->addWidget(m_filters);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_field);

    connect(m_field, &SearchField::searched, this, &SearchPage::search);
    connect(m_view, &QListView::activated, this, &SearchPage::openFinding);
    connect(m_clear, &QAction::triggered, this, &SearchPage::clearFilters);
    connect(m_retry, &QAction::triggered, this, &SearchPage::search);
    connect(&m_feed, &SearchFeed::answered, this, &SearchPage::showFindings);
    connect(&m_feed, &SearchFeed::failed, this, [this](const Error &error) {
        say({});
        m_instead->setTexts(tr("The search failed"), error.text());
        m_instead->setActions(m_retry);
        m_stack->setCurrentWidget(m_instead);
    });
    connect(&texts, &TextKeeper::leftChanged, this, &SearchPage::headerChanged);
    connect(&session, &Session::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            activate();
    });
    connect(&session, &Session::reviewerChanged, this, [this] { m_stale = true; });
    search();
}

QString SearchPage::subtitle() const
{
    // What is not read yet is not found yet.
    const QString reading = m_texts.left() == 0 ? QString() : m_texts.left() == 1 ? tr("1 document is still to be read") : tr("%1 documents are still to be read").arg(QLocale().toString(m_texts.left()));
    return m_subtitle.isEmpty() || reading.isEmpty() ? m_subtitle + reading : m_subtitle + QStringLiteral(" · ") + reading;
}

QComboBox *SearchPage::addFilter(const QString &name, const QString &all)
{
    constexpr int narrowest = 9; // letters
    auto *box = new QComboBox;
    box->setAccessibleName(name);
    box->addItem(all);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(narrowest);
    connect(box, &QComboBox::activated, this, &SearchPage::search);
    return box;
}

QWidget *SearchPage::makeFilters()
{
    auto *strip = new QWidget;
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(8);
    m_kind = addFilter(tr("Kind"), tr("Every kind"));
    for (const char *kind : {"candidate", "document", "evidence", "note", "role"})
        m_kind->addItem(kindText(QLatin1String(kind)), QString::fromLatin1(kind));
    m_role = addFilter(tr("Role"), tr("Every role"));
    m_stage = addFilter(tr("Stage"), tr("Every stage"));
    m_tag = addFilter(tr("Tag"), tr("Every tag"));
    m_source = addFilter(tr("Source"), tr("Every source"));
    for (QComboBox *box : {m_kind, m_role, m_stage, m_tag, m_source})
        row->addWidget(box, 1);
    row->addStretch(1);
    return strip;
}

void SearchPage::activate()
{
    if (m_stale) {
        m_stale = false;
        readChoices();
        search();
    }
    if (!isAncestorOf(QWidget::window()->focusWidget()))
        m_field->setFocus(Qt::OtherFocusReason);
}

void SearchPage::navigateTo(const QVariantMap &arguments)
{
    if (const QString words = arguments.value(QStringLiteral("words")).toString(); !words.isEmpty())
        m_field->setText(words);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SearchPage::readChoices()
{
    m_session.reader().ask<db::SearchChoices>(
        this, [](db::Connection &connection) { return db::searchChoices(connection); },
        [this](const Result<db::SearchChoices> &choices) {
            if (choices)
                showChoices(*choices);
        });
}

void SearchPage::showChoices(const db::SearchChoices &choices)
{
    const auto fill = [](QComboBox *box, const QList<std::pair<QVariant, QString>> &entries) {
        const QVariant chosen = box->currentData();
        const QSignalBlocker quiet(box);
        while (box->count() > 1)
            box->removeItem(1);
        for (const auto &[key, text] : entries)
            box->addItem(text, key);
        box->setCurrentIndex(chosen.isValid() ? std::max(0, box->findData(chosen)) : 0);
        box->setEnabled(box->count() > 1);
    };
    const auto named = [](const QStringList &names) {
        QList<std::pair<QVariant, QString>> entries;
        for (const QString &name : names)
            entries << std::pair<QVariant, QString>(name, name);
        return entries;
    };
    QList<std::pair<QVariant, QString>> roles;
    for (const auto &[id, title] : choices.roles)
        roles << std::pair<QVariant, QString>(id.number(), title);
    fill(m_role, roles);
    fill(m_stage, named(choices.stages));
    fill(m_tag, named(choices.tags));
    fill(m_source, named(choices.sources));
}

db::SearchFilter SearchPage::filter() const
{
    db::SearchFilter filter;
    if (const QString kind = m_kind->currentData().toString(); !kind.isEmpty())
        filter.kinds << kind;
    filter.role = db::RoleId(m_role->currentData().toLongLong());
    filter.stage = m_stage->currentData().toString();
    filter.tag = m_tag->currentData().toString();
    filter.source = m_source->currentData().toString();
    return filter;
}

void SearchPage::clearFilters()
{
    for (QComboBox *box : {m_kind, m_role, m_stage, m_tag, m_source})
        box->setCurrentIndex(0);
    search();
}

void SearchPage::search()
{
    const QString words = m_field->text().simplified();
    if (!db::searchTerms(words).isEmpty()) {
        m_feed.ask({words, filter(), mostRows, 0});
        if (m_model->rowCount() == 0) { // else the last answer stays until the next one comes
            m_instead->setTexts(tr("Searching…"), {});
            m_instead->setActions(nullptr);
            m_stack->setCurrentWidget(m_instead);
        }
        return;
    }
    m_feed.forget();
    m_model->setFindings({}, {});
    say({});
    m_instead->setTexts(tr("Search the workspace"), tr("People, notes, evidence, roles and the text of documents are found by the beginnings of their words, with or without accents."));
    m_instead->setActions(nullptr);
    m_stack->setCurrentWidget(m_instead);
}

void SearchPage::showFindings(const app::Findings &findings, bool last)
{
    const QString typed = m_feed.request().typed;
    const bool wasChosen = m_view->currentIndex().row() > 0;
    m_model->setFindings(findings, typed);
    const qsizetype count = findings.list.size();
    if (count == 0 && !last)
        return;
    if (count == 0) {
        const bool filtered = !filter().isEmpty();
        say(tr("nothing found"));
        m_instead->setTexts(tr("Nothing found for %1").arg(typed.size() > 60 ? typed.left(60) + QChar(0x2026) : typed),
                            filtered ? tr("The filters leave nothing that has all of these words.") : tr("Nothing has all of these words. Fewer words, or their beginnings, find more."));
        m_instead->setActions(filtered ? m_clear : nullptr);
        m_stack->setCurrentWidget(m_instead);
        return;
    }
    if (!last)
        say(tr("the newest first; looking on"));
    else if (count >= mostRows)
        say(tr("the best %1; further words narrow it down").arg(QLocale().toString(count)));
    else
        say(count == 1 ? tr("1 found") : tr("%1 found").arg(QLocale().toString(count)));
    m_stack->setCurrentWidget(m_view);
    if (!wasChosen) {
        m_view->setCurrentIndex(m_model->index(0));
        m_view->scrollToTop();
    }
}

void SearchPage::say(const QString &status)
{
    if (m_subtitle == status)
        return;
    m_subtitle = status;
    Q_EMIT headerChanged();
}

void SearchPage::openFinding(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QList<Place> places = placesOf(m_model->row(index.row()).finding, m_feed.request().typed);
    Q_EMIT placeRequested(places.first());
}

void SearchPage::moveChoice(int step)
{
    if (m_model->rowCount() == 0)
        return;
    const int row = std::clamp(m_view->currentIndex().row() + step, 0, m_model->rowCount() - 1);
    m_view->setCurrentIndex(m_model->index(row));
}

/// The field keeps the focus while its arrows choose and Enter opens: typing goes on at any time.
bool SearchPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress && m_stack->currentWidget() == m_view) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int page = std::max(1, m_view->viewport()->height() / std::max(1, m_view->sizeHintForRow(0)) - 1);
        switch (key->key()) {
        case Qt::Key_Down: moveChoice(1); return true;
        case Qt::Key_Up: moveChoice(-1); return true;
        case Qt::Key_PageDown: moveChoice(page); return true;
        case Qt::Key_PageUp: moveChoice(-page); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            // What is shown may still answer fewer letters than are typed.
            if (m_feed.request().typed == m_field->text().simplified())
                openFinding(m_view->currentIndex());
            else
                search();
            return true;
        default: break;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace rolecall::ui
