// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/documents_pane.h"

#include "app/documents/handing_out.h"
#include "app/reviews/evidence_place.h"
#include "ui/pages/review/identity_strip.h"
#include "ui/pages/review/image_view.h"
#include "ui/pages/review/pdf_view.h"
#include "ui/pages/review/text_view.h"
#include "ui/theme/looks.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/flow_row.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

namespace rolecall::ui {

namespace {

/// The ending says what it is, the beginning whose: both stay.
QString tabText(const QString &title)
{
    constexpr int longest = 26;
    return title.size() <= longest ? title : title.left(longest - 10) + QChar(0x2026) + title.right(9);
}

constexpr int longestSearch = 200; ///< of its field, in pixels

} // namespace

DocumentsPane::DocumentsPane(QWidget *parent)
    : QWidget(parent)
    , m_identity(new IdentityStrip(this))
    , m_tools(new QWidget)
    , m_tabs(new TabStrip)
    , m_search(new SearchField(tr("Search")))
    , m_found(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_notice(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState({}, {}))
    , m_text(new TextView)
    , m_image(new ImageView)
    , m_attach(new QPushButton(tr("Attach…")))
    , m_out(new QPushButton(tr("Take out")))
    , m_open(new QAction(tr("Open with another program"), this))
    , m_save(new QAction(tr("Save a copy…"), this))
{
    setAcceptDrops(true);
    setLook(m_attach, ButtonLook::Quiet);
    m_attach->setToolTip(tr("Join files to this application; dropping them here does the same"));
    setLook(m_out, ButtonLook::Quiet);
    auto *out = new QMenu(m_out);
    out->addActions({m_open, m_save});
    out->setToolTipsVisible(true);
    m_out->setMenu(out);
    m_out->setAccessibleName(tr("Take this document out of the workspace"));
    m_acts = new QWidget;
    auto *acts = new QHBoxLayout(m_acts);
    acts->setContentsMargins(0, 0, 0, 0);
    acts->addWidget(m_attach);
    acts->addWidget(m_out);
    m_identity->addAction(m_acts);
    m_tabs->setAccessibleName(tr("Documents"));
    m_tabs->setExpanding(false);
    m_search->setMinimumWidth(80);
    m_search->setMaximumWidth(longestSearch);
    m_search->setToolTip(tr("Search in this document (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search in this document"));
    m_found->hide();
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(24, 6, 16, 6);

    auto *tools = new QVBoxLayout(m_tools);
    tools->setContentsMargins(16, 0, 16, 4);
    tools->setSpacing(4);
    m_firstLine = new QHBoxLayout;
    m_firstLine->setSpacing(8);
    tools->addLayout(m_firstLine);
    m_secondLine = new FlowRow(4);
    auto *second = new QHBoxLayout;
    second->setContentsMargins(8, 0, 0, 0); // under the name, as a tab's word is
    second->addWidget(m_secondLine);
    tools->addLayout(second);
    m_firstLine->addWidget(m_tabs, 4);
    m_firstLine->addWidget(m_found);
    m_firstLine->addWidget(m_search, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_image);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_identity);
    column->addWidget(m_tools);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    showNobody();

    connect(m_identity, &IdentityStrip::revealRequested, this, &DocumentsPane::revealRequested);
    connect(m_attach, &QPushButton::clicked, this, &DocumentsPane::attachRequested);
    connect(m_open, &QAction::triggered, this, [this] {
        if (const app::ReadableDocument *document = currentDocument())
            Q_EMIT openOutsideRequested(document->document.id);
    });
    connect(m_save, &QAction::triggered, this, [this] {
        if (const app::ReadableDocument *document = currentDocument())
            Q_EMIT saveRequested(document->document.id);
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &DocumentsPane::showTab);
    connect(m_search, &SearchField::searched, this, &DocumentsPane::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { step(1); });
}

DocumentsPane::~DocumentsPane() = default;

// In a narrow pane the name and the documents' names have a line each, and what is done with them a third.
void DocumentsPane::arrange()
{
    const bool any = m_tabs->count() > 0, narrow = any && width() < 22 * fontMetrics().height();
    if (narrow != m_narrow) {
        m_narrow = narrow;
        m_secondLine->clear();
        if (narrow) {
            for (QWidget *widget : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_found), m_acts})
                m_secondLine->add(widget);
        } else {
            m_firstLine->addWidget(m_found);
            m_firstLine->addWidget(m_search, 1);
            m_identity->addAction(m_acts);
        }
    }
    // Beside the verbs where a short field has room there, else on a line of its own.
    const int beside = width() - 24 - 16 - m_acts->sizeHint().width() - 4;
    m_search->setMaximumWidth(narrow && beside >= m_search->minimumWidth() ? std::min(longestSearch, beside) : longestSearch);
    // A few share the room, their names cut in the middle; only many are scrolled.
    const int room = narrow ? width() - 32 : (width() - 32) * 4 / 5;
    const bool many = m_tabs->count() * 5 * fontMetrics().height() > room;
    m_tabs->setUsesScrollButtons(many);
    m_tabs->setElideMode(many ? Qt::ElideNone : Qt::ElideMiddle);
}

void DocumentsPane::sayFound(const QString &words)
{
    m_found->setText(words);
    m_found->setVisible(!words.isEmpty());
}

void DocumentsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void DocumentsPane::showNobody()
{
    m_file.reset();
    m_identity->clear();
    m_attach->hide();
    m_out->hide();
    m_tools->hide();
    m_notice->hide();
    m_empty->setTexts(tr("Nobody is chosen"), tr("Choose an applicant in the queue."));
    m_empty->setDropHint({});
    m_stack->setCurrentWidget(m_empty);
}

void DocumentsPane::showLoading()
{
    showNobody();
    m_empty->setTexts(tr("Reading the documents"), tr("They are shown as soon as they are read."));
}

void DocumentsPane::showProblem(const QString &problem)
{
    showNobody();
    m_empty->setTexts(tr("The documents cannot be shown"), problem);
}

int DocumentsPane::pageRoom() const
{
    return m_stack->width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_pdf);
}

void DocumentsPane::showFile(const ApplicantFilePtr &file, const PdfView::Drawn &firstPages)
{
    m_firstPages = firstPages;
    // The same tab again where only something else about the applicant changed.
    const int kept = m_file && m_file->application.id == file->application.id ? m_tabs->currentIndex() : 0;
    m_file = file;
    m_identity->setIdentity(file->identity);
    m_attach->show();
    {
        const QSignalBlocker blocker(m_tabs);
        while (m_tabs->count() > 0)
            m_tabs->removeTab(0);
        for (const app::ReadableDocument &document : file->documents)
            m_tabs->setTabToolTip(m_tabs->addTab(tabText(document.title)), document.title);
        if (!file->notes.isEmpty())
            m_tabs->addTab(tr("Notes"));
        if (m_tabs->count() > 0)
            m_tabs->setCurrentIndex(std::clamp(kept, 0, m_tabs->count() - 1));
    }
    arrange();
    m_tools->setVisible(m_tabs->count() > 0);
    showTab(m_tabs->currentIndex());
}

const app::ReadableDocument *DocumentsPane::currentDocument() const
{
    const int tab = m_tabs->currentIndex();
    return m_file && tab >= 0 && tab < m_file->documents.size() ? &m_file->documents.at(tab) : nullptr;
}

PdfView *DocumentsPane::pdfView()
{
    if (!m_pdf) {
        m_pdf = new PdfView;
        connect(m_pdf, &PdfView::searched, this, &DocumentsPane::showFound);
        m_stack->addWidget(m_pdf);
    }
    return m_pdf;
}

void DocumentsPane::showTab(int)
{
    if (!m_file)
        return;
    showNotice({});
    sayFound({});
    showTools(currentDocument());
    if (m_tabs->count() == 0) {
        m_empty->setTexts(tr("No documents"), tr("A CV, a letter or a mail of this applicant is read here, beside the criteria."));
        m_empty->setDropHint(tr("drop files here, or attach them"));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    const app::ReadableDocument *document = currentDocument();
    if (!document) {
        m_text->setShownText(m_file->notes.join(QStringLiteral("\n\n")));
        m_stack->setCurrentWidget(m_text);
    } else if (!document->pdf.isEmpty() && pdfView()->setFile(document->pdf, m_tabs->currentIndex() == 0 ? m_firstPages : PdfView::Drawn())) {
        m_stack->setCurrentWidget(m_pdf);
        showNotice(document->remark());
    } else if (!document->picture.image.isNull()) {
        m_image->setImage(document->picture.image, document->title);
        m_stack->setCurrentWidget(m_image);
    } else if (!document->picture.problem.isEmpty()) {
        m_empty->setTexts(tr("The picture cannot be shown"), document->picture.problem + u'.');
        m_empty->setDropHint({});
        m_stack->setCurrentWidget(m_empty);
    } else if (document->shownText().isEmpty()) {
        m_empty->setTexts(document->text.kind == QLatin1String("unreadable") ? tr("The document cannot be read") : tr("There is no text to show"), document->remark().isEmpty() ? tr("The document is empty.") : document->remark() + u'.');
        m_empty->setDropHint({});
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_text->setShownText(document->shownText());
        m_stack->setCurrentWidget(m_text);
        showNotice(document->remark());
    }
    if (!m_search->text().isEmpty())
        search(m_search->text());
}

void DocumentsPane::showNotice(const QString &text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

void DocumentsPane::showTools(const app::ReadableDocument *document)
{
    const bool isPicture = document && !document->picture.image.isNull();
    m_search->setVisible(!isPicture);
    m_found->setVisible(!isPicture && !m_found->text().isEmpty());
    // The file itself says who it is.
    m_out->setVisible(document && !document->hidden);
    arrange();
    if (!document || document->hidden)
        return;
    m_open->setEnabled(app::mayOpenOutside(document->text.kind));
    m_open->setToolTip(m_open->isEnabled() ? QString() : tr("Another program could fetch or run what is in it"));
}

std::optional<SelectedQuote> DocumentsPane::selection() const
{
    const app::ReadableDocument *document = currentDocument();
    if (m_pdf && m_stack->currentWidget() == m_pdf && document) {
        if (!m_pdf->selection())
            return std::nullopt;
        return quoteInPdf(*document);
    }
    const QTextCursor cursor = m_text->textCursor();
    if (m_stack->currentWidget() != m_text || !cursor.hasSelection())
        return std::nullopt;
    const QString all = document ? document->shownText() : m_text->toPlainText();
    qsizetype start = cursor.selectionStart();
    qsizetype end = std::min<qsizetype>(cursor.selectionEnd(), all.size());
    while (start < end && all.at(start).isSpace())
        ++start;
    while (end > start && all.at(end - 1).isSpace())
        --end;
    if (start >= end)
        return std::nullopt;
    SelectedQuote quote;
    quote.text = all.mid(start, end - start);
    if (document) {
        const auto original = document->toOriginal({start, end - start});
        quote.document = document->document.id;
        quote.sha256 = document->document.sha256;
        quote.start = original.start;
        quote.length = original.length;
        quote.page = document->pageAt(original.start);
    }
    return quote;
}

SelectedQuote DocumentsPane::quoteInPdf(const app::ReadableDocument &document) const
{
    const auto selected = *m_pdf->selection();
    SelectedQuote quote;
    quote.text = selected.text.trimmed();
    quote.document = document.document.id;
    quote.sha256 = document.document.sha256;
    quote.page = selected.page + 1;
    // Qt PDF shows the page and another reader extracted its text: the words say where they are in it.
    const QList<qsizetype> &starts = document.text.pageStarts;
    if (selected.page < starts.size()) {
        const qsizetype start = starts.at(selected.page);
        const qsizetype end = selected.page + 1 < starts.size() ? starts.at(selected.page + 1) : document.text.text.size();
        const auto place = app::findQuote(document.text.text.mid(start, end - start), quote.text, selected.start, quote.text.size());
        quote.start = start + (place ? place->start : 0);
        quote.length = place ? place->length : 0;
    }
    return quote;
}

bool DocumentsPane::showEvidence(const db::Evidence &evidence)
{
    if (!m_file)
        return false;
    for (int tab = 0; tab < m_file->documents.size(); ++tab) {
        const app::ReadableDocument &document = m_file->documents.at(tab);
        if (document.document.sha256 != evidence.sha256)
            continue;
        m_tabs->setCurrentIndex(tab);
        if (m_pdf && m_stack->currentWidget() == m_pdf)
            return m_pdf->showQuote(evidence.page.value_or(1) - 1, evidence.quote);
        // By its range while the words there are the quoted ones, else by the words.
        const auto shown = document.toShown({evidence.start, evidence.length});
        const auto place = app::findQuote(document.shownText(), m_file->safe(evidence.quote), shown.start, shown.length);
        if (!place)
            return false;
        m_text->showRange(place->start, place->length);
        return true;
    }
    return false;
}

void DocumentsPane::search(const QString &words)
{
    if (m_pdf && m_stack->currentWidget() == m_pdf) {
        sayFound(words.isEmpty() ? QString() : tr("searching…"));
        m_pdf->search(words);
        return;
    }
    const int matches = m_stack->currentWidget() == m_text ? m_text->search(words) : 0;
    showFound(matches, matches > 0 ? 0 : -1);
}

void DocumentsPane::showFound(int matches, int match)
{
    m_matches = matches;
    sayFound(m_search->text().trimmed().isEmpty() ? QString() : matches == 0 ? tr("nothing found") : tr("%1 of %2").arg(match + 1).arg(matches));
}

void DocumentsPane::showPlace(db::DocumentId document, const QString &words, qsizetype start)
{
    for (int tab = 0; m_file && tab < m_file->documents.size(); ++tab) {
        const app::ReadableDocument &readable = m_file->documents.at(tab);
        if (readable.document.id != document)
            continue;
        {
            const QSignalBlocker blocker(m_search);
            m_search->setText(words);
        }
        m_tabs->setCurrentIndex(tab);
        showTab(tab);
        if (m_pdf && m_stack->currentWidget() == m_pdf)
            m_pdf->search(words, readable.pageAt(start).value_or(1) - 1);
        else if (const int match = m_text->goToMatchAt(readable.toShown({start, 1}).start); match >= 0)
            showFound(m_matches, match);
        return;
    }
}

void DocumentsPane::step(int direction)
{
    const bool pages = m_pdf && m_stack->currentWidget() == m_pdf;
    const int match = pages ? m_pdf->goToMatch(direction) : m_text->goToMatch(direction);
    if (match >= 0)
        sayFound(tr("%1 of %2").arg(match + 1).arg(m_matches));
}

void DocumentsPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void DocumentsPane::scrollByPage(int direction)
{
    if (m_pdf && m_stack->currentWidget() == m_pdf)
        m_pdf->scrollByPage(direction);
    else if (m_stack->currentWidget() == m_image)
        m_image->scrollByPage(direction);
    else
        m_text->scrollByPage(direction);
}

void DocumentsPane::stepDocument(int step)
{
    if (m_tabs->count() > 0)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + m_tabs->count()) % m_tabs->count());
}

void DocumentsPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_file && event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void DocumentsPane::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT filesDropped(paths);
}

} // namespace rolecall::ui
