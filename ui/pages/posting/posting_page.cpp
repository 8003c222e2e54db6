// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/posting/posting_page.h"

#include "ui/models/quality_list_model.h"
#include "ui/pages/posting/deadline_panel.h"
#include "ui/pages/posting/posting_offer.h"
#include "ui/pages/posting/posting_text.h"
#include "ui/pages/posting/quality_panel.h"
#include "ui/pages/posting/quality_view.h"
#include "ui/pages/posting/revision_list.h"
#include "ui/pages/posting/revision_panel.h"
#include "ui/pages/posting/role_facts_panel.h"
#include "ui/session/session.h"
#include "ui/shell/file_choice.h"
#include "ui/shell/given_files.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"

#include <QAction>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextList>
#include <QUrl>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

enum Tab { QualitiesTab, DatesTab, DutiesTab, FactsTab, RevisionsTab };

/// A posting is text; what is larger was dropped by mistake.
constexpr qint64 largestPosting = 32 * 1024 * 1024;

app::Areas shownAreas()
{
    using app::Area;
    return Area::Roles | Area::Qualities | Area::Dates;
}

QStringList usualLabels()
{
    return {PostingPage::tr("No evidence"), PostingPage::tr("Partly"), PostingPage::tr("Meets"), PostingPage::tr("Exceeds")};
}

} // namespace

PostingPage::PostingPage(Session &session, QWidget *parent)
    : RolePage(session, shownAreas(), parent)
    , m_import(new QAction(tr("Import applicants"), this))
    , m_open(new QAction(tr("Open a posting…"), this))
    , m_offer(new PostingOffer(session))
    , m_whole(new QStackedWidget)
    , m_revising(new RevisionPanel(session))
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    setAcceptDrops(true);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeSource());
    m_splitter->addWidget(makeReading());
    m_splitter->setSizes({480, 520});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_offer);
    m_whole->addWidget(m_splitter);
    m_whole->addWidget(m_revising);
    column->addWidget(m_whole, 1);

    // Where the list can be seen, the page opens in it.
    const auto chooseFocus = [this] { setFocusProxy(m_tabs->currentIndex() == QualitiesTab ? &m_qualities->view() : nullptr); };
    connect(m_tabs, &QTabBar::currentChanged, this, chooseFocus);
    chooseFocus();
    connect(m_import, &QAction::triggered, this, [this] { Q_EMIT placeRequested({PageId::Import, {{roleArgument, role().number()}}}); });
    connect(m_open, &QAction::triggered, this, &PostingPage::choose);
    connect(m_offer, &PostingOffer::rolesAdded, this, [this](qint64 first) { Q_EMIT placeRequested({PageId::Posting, {{roleArgument, first}}}); });
    connect(m_offer, &PostingOffer::revisionWanted, this, &PostingPage::beginRevising);
    connect(m_facts, &RoleFactsPanel::removed, this, [this] { Q_EMIT placeRequested({PageId::Today, {}}); });
    connect(m_revising, &RevisionPanel::closed, this, &PostingPage::endRevising);
    connect(m_revisions, &RevisionList::revisionChosen, this, &PostingPage::readSource);
    connectMarks();
    auto *paste = new QShortcut(QKeySequence::Paste, this);
    paste->setContext(Qt::WidgetWithChildrenShortcut);
    connect(paste, &QShortcut::activated, this, &PostingPage::paste);
}

void PostingPage::connectMarks()
{
    connect(m_qualities, &QualityPanel::currentQualityChanged, this, [this](const std::optional<db::Quality> &quality) {
        if (!quality)
            return m_text->unmark();
        const bool fromThis = m_source && quality->posting == m_source->posting.id;
        m_text->mark(fromThis ? quality->sourceStart : -1, quality->sourceLength, quality->text);
    });
    connect(m_deadlines, &DeadlinePanel::currentDeadlineChanged, this, [this](const std::optional<db::Deadline> &deadline) {
        if (!deadline)
            return m_text->unmark();
        qsizetype start = -1;
        qsizetype length = 0;
        for (const app::RoleDraft &draft : m_source ? m_source->draft.roles : QList<app::RoleDraft>()) {
            for (const app::DeadlineDraft &read : draft.deadlines) {
                if (start < 0 && read.source.isKnown() && read.sentence == deadline->sentence) {
                    start = read.source.start;
                    length = read.source.length;
                }
            }
        }
        m_text->mark(start, length, deadline->sentence);
    });
}

bool PostingPage::isRevising() const
{
    return m_whole->currentWidget() == m_revising;
}

void PostingPage::beginRevising(const app::Revision &revision)
{
    if (revision.role != role()) // the page went on to another role meanwhile
        return;
    m_whole->setCurrentWidget(m_revising);
    m_revising->begin(revision);
}

void PostingPage::endRevising()
{
    m_whole->setCurrentWidget(m_splitter);
    m_qualities->view().setFocus(Qt::OtherFocusReason);
}

QList<QAction *> PostingPage::actions() const
{
    return {m_import, m_open};
}

QWidget *PostingPage::makeSource()
{
    auto *side = new QWidget;
    m_caption = new ElidedLabel({}, TextSize::Small, Tone::Quiet);
    m_text = new PostingText;
    m_sourceState = new TextLabel({}, TextSize::Body, Tone::Quiet);
    m_sourceState->setWordWrap(true);
    m_sourceState->setMargin(24);
    m_sourceState->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sourceState->hide();
    m_warnings = new TextLabel({}, TextSize::Small, Tone::Quiet);
    m_warnings->setWordWrap(true);
    m_warnings->setContentsMargins(24, 8, 24, 8);
    m_warnings->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_warnings->hide();
    auto *caption = new QHBoxLayout;
    caption->setContentsMargins(24, 12, 24, 8);
    caption->addWidget(m_caption);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(caption);
    column->addWidget(m_text, 1);
    column->addWidget(m_sourceState, 1);
    column->addWidget(m_warnings);
    side->setMinimumWidth(280);
    return side;
}

QWidget *PostingPage::makeReading()
{
    auto *side = new QWidget;
    m_tabs = new TabStrip;
    m_stack = new QStackedWidget;
    m_qualities = new QualityPanel(session());
    m_deadlines = new DeadlinePanel(session());
    m_duties = new QTextEdit;
    m_duties->setReadOnly(true);
    m_duties->setFrameShape(QFrame::NoFrame);
    m_duties->setAcceptDrops(false);
    m_duties->document()->setDocumentMargin(16);
    m_duties->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_duties->setAccessibleName(tr("Responsibilities"));
    m_facts = new RoleFactsPanel(session());
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_facts);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_revisions = new RevisionList;
    for (QWidget *page : {static_cast<QWidget *>(m_qualities), static_cast<QWidget *>(m_deadlines), static_cast<QWidget *>(m_duties), static_cast<QWidget *>(scroll),
                          static_cast<QWidget *>(m_revisions)}) {
        m_tabs->addTab(QString());
        m_stack->addWidget(page);
    }
    m_tabs->setAccessibleName(tr("What was read"));
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 8, 0); // as far from the edge as from the text
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    keepRoom(*m_tabs, 360, Room::Least); // more where a part needs it
    showTabs();
    return side;
}

void PostingPage::roleChanged()
{
    ++m_question;
    m_source.reset();
    m_text->clearSource();
    m_caption->setText({});
    m_warnings->hide();
    m_offer->withdraw();
    m_whole->setCurrentWidget(m_splitter);
    m_revisions->setRevisions({});
    m_qualities->setRole(role());
    m_deadlines->setRole(role());
    m_tabs->setCurrentIndex(QualitiesTab);
}

void PostingPage::refresh(app::Areas changed)
{
    if (!summary())
        return;
    m_import->setEnabled(!session().isReadOnly());
    m_open->setEnabled(!session().isReadOnly());
    const QStringList labels = summary()->role.levelLabels;
    m_qualities->setLevelLabels(labels.size() == 4 ? labels : usualLabels());
    session().apply(m_qualities->reload());
    session().apply(m_deadlines->reload());
    session().apply(m_facts->reload(role()));
    if (const auto duties = db::duties(session().connection(), role()); duties) {
        m_dutyCount = int(duties->size());
        m_duties->clear();
        QTextCursor cursor(m_duties->document());
        QTextBlockFormat format;
        format.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
        format.setBottomMargin(6);
        for (int i = 0; i < duties->size(); ++i) {
            if (i > 0)
                cursor.insertBlock();
            cursor.setBlockFormat(format);
            if (i == 0)
                cursor.createList(QTextListFormat::ListDisc);
            cursor.insertText(duties->at(i).text);
        }
        if (duties->isEmpty())
            cursor.insertText(tr("No list of responsibilities was read in this posting."));
        m_duties->moveCursor(QTextCursor::Start);
    }
    if (changed & (app::Area::Qualities | app::Area::Roles)) {
        const auto revisions = db::postings(session().connection(), role());
        session().apply(revisions ? Outcome() : Outcome(tl::unexpected(revisions.error())));
        m_revisions->setRevisions(revisions.value_or(QList<db::Posting>()));
        const bool same = m_source && m_source->posting.role == role() && m_source->posting.revision == m_revisions->chosen();
        if (!same)
            readSource();
    }
    showTabs();
}

void PostingPage::showTabs()
{
    const auto name = [](const QString &text, int count) { return count > 0 ? QStringLiteral("%1  %2").arg(text).arg(count) : text; };
    m_tabs->setTabText(QualitiesTab, name(tr("Qualities"), int(m_qualities->model().qualities().size())));
    m_tabs->setTabText(DatesTab, name(tr("Dates"), m_deadlines->count()));
    m_tabs->setTabText(DutiesTab, name(tr("Duties"), m_dutyCount));
    m_tabs->setTabText(FactsTab, tr("Role"));
    m_tabs->setTabText(RevisionsTab, name(tr("Revisions"), m_revisions->revisionCount()));
}

void PostingPage::readSource()
{
    const quint64 question = ++m_question;
    m_sourceState->setText(tr("Reading the posting…"));
    m_sourceState->setVisible(!m_source);
    m_text->setVisible(m_source.has_value());
    session().reader().ask<std::optional<app::PostingSource>>(
        this,
        [id = role(), chosen = m_revisions->chosen()](db::Connection &connection) {
            return app::postingSource(connection, id, chosen > 0 ? std::optional(chosen) : std::nullopt);
        },
        [this, question](Result<std::optional<app::PostingSource>> source) { showSource(source, question); });
}

void PostingPage::showSource(const Result<std::optional<app::PostingSource>> &source, quint64 question)
{
    if (question != m_question)
        return;
    m_source = source ? *source : std::nullopt;
    m_text->setVisible(m_source.has_value());
    m_sourceState->setVisible(!m_source);
    if (!source) {
        m_sourceState->setText(source.error().text());
        return;
    }
    if (!m_source) {
        m_caption->setText({});
        m_warnings->hide();
        m_sourceState->setText(tr("This role has no posting. Drop one here, paste its text, or write the qualities by hand."));
        return;
    }
    const db::Posting &posting = m_source->posting;
    const QDateTime imported = QDateTime::fromString(posting.importedAt, Qt::ISODateWithMs).toLocalTime();
    const QString caption = posting.revision == m_revisions->newest() ? tr("%1 · revision %2 · taken in %3") : tr("An earlier text: %1 · revision %2 · taken in %3");
    m_caption->setText(caption.arg(posting.fileName).arg(posting.revision).arg(QLocale().toString(imported.date(), QLocale::ShortFormat)));
    m_text->setSource(app::readableText(m_source->draft.sourceText), posting.sourceStart, posting.sourceLength);
    QStringList warnings;
    for (const QString &warning : posting.warnings)
        warnings << QStringLiteral("• ") + warning;
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!warnings.isEmpty());
    Q_EMIT m_qualities->currentQualityChanged(m_qualities->model().qualityAt(m_qualities->view().currentIndex()));
}

void PostingPage::offer(const QByteArray &bytes, const QString &fileName)
{
    if (!bytes.trimmed().isEmpty())
        m_offer->offer(role(), bytes, fileName);
}

void PostingPage::take(const QMimeData &given)
{
    for (const QUrl &url : given.urls()) {
        if (!url.isLocalFile())
            continue;
        QFile file(url.toLocalFile());
        if (!file.open(QIODevice::ReadOnly) || file.size() > largestPosting) {
            Q_EMIT session().failed({tr("Opening the posting"), QFileInfo(file).fileName(), file.isOpen() ? tr("it is larger than a posting can be") : file.errorString(), tr("Choose another file")});
            return;
        }
        offer(file.readAll(), QFileInfo(file).fileName());
        return;
    }
    if (given.hasHtml() && !given.hasText())
        offer(given.html().toUtf8(), tr("Pasted text") + QStringLiteral(".html"));
    else if (given.hasText())
        offer(given.text().toUtf8(), tr("Pasted text") + QStringLiteral(".md"));
}

void PostingPage::paste()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    if (!copied)
        return;
    if (const QStringList files = localFiles(copied); !files.isEmpty() && !isForThisPage(*copied))
        Q_EMIT filesGiven(files);
    else if (!session().isReadOnly())
        take(*copied);
}

// One posting is for this page. Of several files, a table or a workspace the window knows what to do with each.
bool PostingPage::isForThisPage(const QMimeData &given) const
{
    if (given.urls().isEmpty())
        return given.hasText() || given.hasHtml();
    const QStringList files = localFiles(&given);
    return given.urls().size() == 1 && files.size() == 1 && fileUse(files.first()) == FileUse::Posting;
}

void PostingPage::choose()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a posting"), {}, tr("Postings (*.md *.markdown *.txt *.html *.htm);;All files (*)"));
    if (path.isEmpty())
        return;
    QMimeData chosen;
    chosen.setUrls({QUrl::fromLocalFile(path)});
    take(chosen);
}

void PostingPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!session().isReadOnly() && event->source() == nullptr && isForThisPage(*event->mimeData()))
        event->acceptProposedAction();
    else
        event->ignore();
}

void PostingPage::dropEvent(QDropEvent *event)
{
    take(*event->mimeData());
    event->acceptProposedAction();
}

} // namespace rolecall::ui
