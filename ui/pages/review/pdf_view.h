// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a PDF beneath each other, as wide as the view, with text that can be selected and searched: what
// QPdfView of Qt 6.4 does not offer. Pages are drawn when they come into view.
#pragma once

#include <QAbstractScrollArea>
#include <QBuffer>
#include <QHash>
#include <QImage>
#include <QTimer>
#include <memory>
#include <optional>

class QPdfDocument;
class QPdfSelection;

namespace rolecall::ui {

class PdfView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit PdfView(QWidget *parent = nullptr);
    ~PdfView() override;

    /// Pages drawn ahead, by number.
    using Drawn = QHash<int, QImage>;
    /// What is seen first of a file in a view as wide as this one: for a thread that reads ahead. `room` is in pixels.
    static Drawn drawFirst(const QByteArray &bytes, int room, qreal pixelRatio);

    /// False where the file cannot be shown. What was drawn ahead is used where it has the right size.
    bool setFile(const QByteArray &bytes, const Drawn &drawn = {});
    void clear();

    struct Selection
    {
        int page = 0; ///< from 0
        int start = 0; ///< in the page's text as Qt PDF reads it
        QString text;
    };
    std::optional<Selection> selection() const;

    /// Marks all places of the words and goes to the first from `page` on (-1: the present one). A long document is
    /// searched bit by bit: searched() tells when it is through.
    void search(const QString &words, int page = -1);
    /// To the next or, with -1, the previous place; returns its number from 0, -1 where there is none.
    int goToMatch(int step);
    /// Goes to a page (from 0) and selects a quote on it, found by its words; false: only the page is shown.
    bool showQuote(int page, const QString &quote);
    void scrollByPage(int direction);

Q_SIGNALS:
    /// `match` is the number, from 0, of the place that is shown; -1: there is none.
    void searched(int matches, int match);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Match
    {
        int page = 0;
        int start = 0;
        int length = 0;
        QList<QPolygonF> bounds;
    };
    void searchOn();
    void arrange();
    int pageAt(int y) const;
    QRectF pageRect(int page) const; ///< in the viewport
    QPointF toPage(int page, const QPointF &point) const;
    QString pageText(int page);
    const QImage &pageImage(int page, const QSize &size);
    void select(int page, int start, int length);
    void reveal(int page, const QList<QPolygonF> &bounds);
    void paintMarks(QPainter &painter, int page);

    std::unique_ptr<QPdfDocument> m_document;
    QByteArray m_bytes;
    QBuffer m_buffer;
    double m_scale = 1;    ///< pixels per point
    QList<double> m_tops;  ///< of the pages, in pixels from the first one's
    Drawn m_images;
    QHash<int, QString> m_texts;
    QList<Match> m_matches;
    QString m_words;
    QTimer m_searching;
    int m_searchedPages = 0;
    int m_searchFrom = 0;
    bool m_wordsApart = false; ///< nothing has them together
    int m_match = -1;
    std::unique_ptr<QPdfSelection> m_selection;
    int m_selectedPage = -1;
    std::optional<QPointF> m_pressed; ///< in points of the selected page
};

} // namespace rolecall::ui
