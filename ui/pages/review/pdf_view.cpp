// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/pdf_view.h"

#include "app/reviews/evidence_place.h"
#include "app/search/snippet.h"
#include "ui/theme/colours.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QScrollBar>
#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr int pageGap = 12;
constexpr int margin = 16;
constexpr double widestPage = 1.9; // pixels per point at the ordinary text size
constexpr int mostImages = 6;
constexpr int mostMatches = 2000;
constexpr int drawnAhead = 2;

/// Pixels per point at which the widest page fills the room.
double scaleFor(QPdfDocument &document, int room)
{
    double widest = 1;
    for (int page = 0; page < document.pageCount(); ++page)
        widest = std::max(widest, document.pagePointSize(page).width());
    return std::clamp((room - 2 * margin) / widest, 0.2, widestPage);
}

} // namespace

PdfView::PdfView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Pages of the document"));
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Window);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_searching.setSingleShot(true);
    m_searching.setInterval(0);
    connect(&m_searching, &QTimer::timeout, this, &PdfView::searchOn);
}

PdfView::~PdfView() = default;

PdfView::Drawn PdfView::drawFirst(const QByteArray &bytes, int room, qreal pixelRatio)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    Drawn drawn;
    if (document.status() != QPdfDocument::Status::Ready)
        return drawn;
    const double scale = scaleFor(document, room);
    for (int page = 0; page < std::min(document.pageCount(), drawnAhead); ++page)
        drawn.insert(page, document.render(page, (document.pagePointSize(page) * scale * pixelRatio).toSize()));
    return drawn;
}

bool PdfView::setFile(const QByteArray &bytes, const Drawn &drawn)
{
    if (m_document && bytes.constData() == m_bytes.constData() && bytes.size() == m_bytes.size())
        return m_document->status() == QPdfDocument::Status::Ready;
    clear();
    m_bytes = bytes;
    m_buffer.setData(bytes);
    m_buffer.open(QIODevice::ReadOnly);
    m_document = std::make_unique<QPdfDocument>();
    m_document->load(&m_buffer);
    arrange();
    m_images = drawn;
    verticalScrollBar()->setValue(0);
    viewport()->update();
    return m_document->status() == QPdfDocument::Status::Ready;
}

void PdfView::clear()
{
    m_searching.stop();
    m_selection.reset();
    m_selectedPage = -1;
    m_pressed.reset();
    m_document.reset();
    m_buffer.close();
    m_bytes.clear();
    m_images.clear();
    m_texts.clear();
    m_matches.clear();
    m_match = -1;
    m_tops.clear();
}

std::optional<PdfView::Selection> PdfView::selection() const
{
    if (!m_selection || !m_selection->isValid() || m_selection->text().trimmed().isEmpty())
        return std::nullopt;
    return Selection{m_selectedPage, m_selection->startIndex(), m_selection->text()};
}

void PdfView::arrange()
{
    m_tops.clear();
    m_images.clear();
    if (!m_document)
        return;
    m_scale = scaleFor(*m_document, viewport()->width());
    double top = margin;
    for (int page = 0; page < m_document->pageCount(); ++page) {
        m_tops << top;
        top += m_document->pagePointSize(page).height() * m_scale + pageGap;
    }
    verticalScrollBar()->setRange(0, std::max(0, int(top) - pageGap + margin - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(int(40 * m_scale));
}

QRectF PdfView::pageRect(int page) const
{
    const QSizeF size = m_document->pagePointSize(page) * m_scale;
    return {std::max((viewport()->width() - size.width()) / 2, double(margin)), m_tops.at(page) - verticalScrollBar()->value(), size.width(), size.height()};
}

int PdfView::pageAt(int y) const
{
    const auto after = std::upper_bound(m_tops.cbegin(), m_tops.cend(), double(y + verticalScrollBar()->value()));
    return std::max(0, int(after - m_tops.cbegin()) - 1);
}

QPointF PdfView::toPage(int page, const QPointF &point) const
{
    return (point - pageRect(page).topLeft()) / m_scale;
}

QString PdfView::pageText(int page)
{
    if (!m_texts.contains(page))
        m_texts.insert(page, m_document->getAllText(page).text());
    return m_texts.value(page);
}

const QImage &PdfView::pageImage(int page, const QSize &size)
{
    auto found = m_images.find(page);
    if (found != m_images.end() && found->size() == size)
        return *found;
    if (m_images.size() >= mostImages) {
        for (const int other : m_images.keys()) {
            if (std::abs(other - page) > 2)
                m_images.remove(other);
        }
    }
    return *m_images.insert(page, m_document->render(page, size));
}

void PdfView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Colours &colours = coloursOf(palette());
    painter.fillRect(viewport()->rect(), colours.window);
    if (!m_document || m_tops.isEmpty())
        return;
    const qreal ratio = devicePixelRatioF();
    for (int page = pageAt(0); page < m_tops.size(); ++page) {
        const QRectF rect = pageRect(page);
        if (rect.top() > viewport()->height())
            break;
        const QSize size = (m_document->pagePointSize(page) * m_scale * ratio).toSize();
        painter.fillRect(rect, Qt::white); // paper, in dark too: a document looks as its writer made it
        painter.drawImage(rect, pageImage(page, size));
        paintMarks(painter, page);
        painter.setPen(colours.line);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect);
    }
}

void PdfView::paintMarks(QPainter &painter, int page)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    painter.translate(pageRect(page).topLeft());
    painter.scale(m_scale, m_scale);
    for (int i = 0; i < m_matches.size(); ++i) {
        const Match &match = m_matches.at(i);
        if (match.page != page)
            continue;
        // On paper the light scheme's soft colours read in either scheme.
        painter.setBrush(i == m_match ? lightColours().partlySoft.darker(125) : lightColours().partlySoft);
        for (const QPolygonF &polygon : match.bounds)
            painter.drawPolygon(polygon);
    }
    if (m_selection && m_selectedPage == page) {
        painter.setBrush(lightColours().accentSoft.darker(112));
        const QList<QPolygonF> bounds = m_selection->bounds();
        for (const QPolygonF &polygon : bounds)
            painter.drawPolygon(polygon);
    }
    painter.restore();
}

void PdfView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (!m_document || m_tops.isEmpty())
        return;
    // The line that was on top stays on top.
    const int page = pageAt(0);
    const double share = (verticalScrollBar()->value() - m_tops.at(page)) / std::max(1.0, pageRect(page).height());
    arrange();
    verticalScrollBar()->setValue(int(m_tops.at(page) + share * pageRect(page).height()));
}

void PdfView::mousePressEvent(QMouseEvent *event)
{
    if (!m_document || m_tops.isEmpty() || event->button() != Qt::LeftButton)
        return;
    m_selection.reset();
    m_selectedPage = pageAt(int(event->position().y()));
    m_pressed = toPage(m_selectedPage, event->position());
    viewport()->update();
}

void PdfView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed || !(event->buttons() & Qt::LeftButton))
        return;
    if (event->position().y() > viewport()->height() || event->position().y() < 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + (event->position().y() < 0 ? -20 : 20));
    const QSizeF size = m_document->pagePointSize(m_selectedPage);
    QPointF point = toPage(m_selectedPage, event->position());
    point = {std::clamp(point.x(), 0.0, size.width()), std::clamp(point.y(), 0.0, size.height())};
    const QPdfSelection selected = m_document->getSelection(m_selectedPage, *m_pressed, point);
    m_selection = selected.isValid() ? std::make_unique<QPdfSelection>(selected) : nullptr;
    viewport()->update();
}

void PdfView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_document || m_tops.isEmpty())
        return;
    const int page = pageAt(int(event->position().y()));
    const QPointF point = toPage(page, event->position());
    const QPdfSelection letter = m_document->getSelection(page, point, point + QPointF(3, 0));
    if (!letter.isValid())
        return;
    const QString text = pageText(page);
    int start = std::clamp(letter.startIndex(), 0, int(text.size()));
    int end = start;
    while (start > 0 && text.at(start - 1).isLetterOrNumber())
        --start;
    while (end < text.size() && text.at(end).isLetterOrNumber())
        ++end;
    if (end > start)
        select(page, start, end - start);
}

void PdfView::select(int page, int start, int length)
{
    const QPdfSelection selected = m_document->getSelectionAtIndex(page, start, length);
    m_selection = selected.isValid() ? std::make_unique<QPdfSelection>(selected) : nullptr;
    m_selectedPage = page;
    viewport()->update();
}

void PdfView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        if (m_selection)
            m_selection->copyToClipboard();
        return;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void PdfView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

void PdfView::search(const QString &words, int page)
{
    m_searching.stop();
    m_matches.clear();
    m_match = -1;
    viewport()->update();
    m_words = words.trimmed();
    m_searchedPages = 0;
    m_wordsApart = false;
    if (!m_document || m_words.isEmpty() || m_tops.isEmpty()) {
        Q_EMIT searched(0, -1);
        return;
    }
    m_searchFrom = page >= 0 ? std::min(page, int(m_tops.size()) - 1) : pageAt(0);
    searchOn();
}

/// As many pages as may be looked at without being noticed; the rest when there is time again.
void PdfView::searchOn()
{
    constexpr int slice = 20; // milliseconds
    const QElapsedTimer timer = [] { QElapsedTimer t; t.start(); return t; }();
    while (m_searchedPages < m_tops.size() && m_matches.size() < mostMatches && timer.elapsed() < slice) {
        const int page = m_searchedPages++;
        const auto places = app::findInText(pageText(page), m_words, m_wordsApart ? app::WordsAs::Separate : app::WordsAs::Phrase, mostMatches);
        for (const app::SnippetMark &place : places) {
            m_matches << Match{page, int(place.start), int(place.length), m_document->getSelectionAtIndex(page, int(place.start), int(place.length)).bounds()};
            if (m_match < 0 && page >= m_searchFrom) {
                m_match = int(m_matches.size()) - 1;
                reveal(page, m_matches.last().bounds);
            }
        }
    }
    viewport()->update();
    const bool through = m_searchedPages >= m_tops.size() || m_matches.size() >= mostMatches;
    if (through && m_matches.isEmpty() && !m_wordsApart && m_words.contains(u' ')) {
        m_wordsApart = true;
        m_searchedPages = 0;
        m_searching.start();
        return;
    }
    if (!through) {
        m_searching.start();
        return;
    }
    if (m_match < 0 && !m_matches.isEmpty()) {
        m_match = 0;
        reveal(m_matches.first().page, m_matches.first().bounds);
    }
    Q_EMIT searched(int(m_matches.size()), m_match);
}

int PdfView::goToMatch(int step)
{
    if (m_matches.isEmpty())
        return -1;
    const int count = int(m_matches.size());
    m_match = (m_match + step + count) % count;
    reveal(m_matches.at(m_match).page, m_matches.at(m_match).bounds);
    viewport()->update();
    return m_match;
}

bool PdfView::showQuote(int page, const QString &quote)
{
    if (!m_document || page < 0 || page >= m_tops.size())
        return false;
    // Another reader may count pages or break lines differently, so the neighbours are looked at as well.
    for (const int candidate : {page, page + 1, page - 1}) {
        if (candidate < 0 || candidate >= m_tops.size())
            continue;
        if (const auto place = app::findQuote(pageText(candidate), quote, 0, 0)) {
            select(candidate, int(place->start), int(place->length));
            reveal(candidate, m_selection ? m_selection->bounds() : QList<QPolygonF>());
            return m_selection != nullptr;
        }
    }
    reveal(page, {});
    return false;
}

void PdfView::scrollByPage(int direction)
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() + direction * (viewport()->height() - 40));
}

void PdfView::reveal(int page, const QList<QPolygonF> &bounds)
{
    double top = m_tops.at(page);
    if (!bounds.isEmpty())
        top += bounds.first().boundingRect().top() * m_scale - viewport()->height() / 3.0;
    verticalScrollBar()->setValue(int(top));
}

} // namespace rolecall::ui
