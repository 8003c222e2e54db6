// SPDX-License-Identifier: GPL-3.0-or-later
// The middle of Review: who it is, their documents as tabs, search inside, and what is selected as a quote.
#pragma once

#include "db/reviews.h"
#include "ui/pages/review/document_shelf.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QPushButton;
class QStackedWidget;

namespace rolecall::ui {

class EmptyState;
class FlowRow;
class IdentityStrip;
class ImageView;
class PdfView;
class SearchField;
class TabStrip;
class TextLabel;
class TextView;

/// Selected words with their place in the document's extracted text; without a document: words of a note.
struct SelectedQuote
{
    QString text;
    db::DocumentId document;
    QString sha256;
    std::optional<int> page; ///< from 1
    qsizetype start = 0;
    qsizetype length = 0;
};

class DocumentsPane : public QWidget
{
    Q_OBJECT
public:
    explicit DocumentsPane(QWidget *parent = nullptr);
    ~DocumentsPane() override;

    void showFile(const ApplicantFilePtr &file, const PdfView::Drawn &firstPages = {});
    /// The width that pages of a PDF have here, in pixels.
    int pageRoom() const;
    void showNobody();
    void showLoading();
    void showProblem(const QString &problem);

    std::optional<SelectedQuote> selection() const;
    /// Goes to where the quote stands; false where neither the document nor the words are there any more.
    bool showEvidence(const db::Evidence &evidence);
    /// Goes to where a search found the words, in a document's own text; the others are marked, too.
    void showPlace(db::DocumentId document, const QString &words, qsizetype start);
    void focusSearch();
    void scrollByPage(int direction);
    /// To the next or, with -1, the previous document.
    void stepDocument(int step);

Q_SIGNALS:
    void revealRequested(const QString &reason);
    void filesDropped(const QStringList &paths);
    void attachRequested();
    /// With the system's own program.
    void openOutsideRequested(rolecall::db::DocumentId document);
    void saveRequested(rolecall::db::DocumentId document);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void arrange();
    void sayFound(const QString &words);
    void showTab(int tab);
    void search(const QString &words);
    void showFound(int matches, int match);
    void step(int direction);
    const app::ReadableDocument *currentDocument() const;
    PdfView *pdfView();
    void showNotice(const QString &text);
    void showTools(const app::ReadableDocument *document);
    SelectedQuote quoteInPdf(const app::ReadableDocument &document) const;

    ApplicantFilePtr m_file;
    PdfView::Drawn m_firstPages; ///< of the first document
    IdentityStrip *m_identity;
    QWidget *m_tools;
    QHBoxLayout *m_firstLine; ///< of the tools: the tabs, in a narrow pane alone
    FlowRow *m_secondLine;
    QWidget *m_acts;
    bool m_narrow = false;
    TabStrip *m_tabs;
    SearchField *m_search;
    TextLabel *m_found;
    TextLabel *m_notice;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    TextView *m_text;
    ImageView *m_image;
    PdfView *m_pdf = nullptr; ///< made with the first PDF, so that Qt PDF costs nothing before
    QPushButton *m_attach;
    QPushButton *m_out;
    QAction *m_open;
    QAction *m_save;
    int m_matches = 0;
};

} // namespace rolecall::ui
