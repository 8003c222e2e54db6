// SPDX-License-Identifier: GPL-3.0-or-later
// Search in the assembled program: as one types, from the keyboard, to the place in the document; and documents of every
// kind as Review shows them.
#include "app/documents/attaching.h"
#include "app/example/example_workspace.h"
#include "app/workspaces.h"
#include "db/application_lists.h"
#include "db/documents.h"
#include "db/sql.h"
#include "ui/application/desk.h"
#include "ui/models/search_model.h"
#include "ui/pages/review/documents_pane.h"
#include "ui/pages/review/image_view.h"
#include "ui/pages/review/pdf_view.h"
#include "ui/pages/review/text_view.h"
#include "ui/pages/search/search_page.h"
#include "ui/session/document_helpers.h"
#include "ui/session/document_process.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/search_field.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QBuffer>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <vector>

using namespace rolecall;
using namespace rolecall::ui;

class TestSearchPage : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
    MemorySettings m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Desk> m_desk;

    SearchPage &page() { return *m_window->findChild<SearchPage *>(); }
    DocumentsPane &documents() { return *m_window->findChild<DocumentsPane *>(); }
    void type(const QString &words)
    {
        page().field().setText(words);
        QTest::keyClick(&page().field(), Qt::Key_Return); // tells at once
    }
    void attach(db::ApplicationId application, const QString &name, const QByteArray &bytes)
    {
        const auto attached = app::attachDocuments(m_session->connection(), application, {{name, bytes}});
        QVERIFY2(attached.has_value(), qPrintable(attached ? QString() : attached.error().text()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp, ColourScheme::Light);
        const QString path = m_folder.filePath(QStringLiteral("example.rolecall"));
        const Outcome made = app::makeExample(path);
        QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
        auto workspace = app::openWorkspace(path, db::Access::ReadWrite);
        QVERIFY(workspace);
        m_window = std::make_unique<MainWindow>(m_settings);
        m_window->resize(1200, 800);
        m_session = std::make_unique<Session>(std::move(*workspace));
        m_desk = std::make_unique<Desk>(*m_session, *m_window, *m_theme);
        m_desk->openFirstPage();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanupTestCase()
    {
        m_desk.reset();
        m_window.reset();
        m_session.reset();
        m_theme.reset();
    }

    void findsAsOneTypesAndOpensThePlace()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_window->place().page, PageId::Search);
        QAbstractItemModelTester tester(&page().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(page().field().hasFocus());
        QTest::keyClicks(&page().field(), QStringLiteral("maintained a pyth"));
        QTRY_VERIFY(page().model().rowCount() > 0);
        const app::Finding &finding = page().model().row(0).finding;
        QCOMPARE(finding.hit.kind, QStringLiteral("document"));
        QVERIFY(!finding.snippet.marks.isEmpty());
        QVERIFY(page().subtitle().contains(QStringLiteral("found")));
        QVERIFY(page().model().index(0).data(Qt::AccessibleTextRole).toString().contains(finding.hit.person));

        const qint64 document = finding.hit.id;
        QTest::keyClick(&page().field(), Qt::Key_Return);
        QCOMPARE(m_window->place().page, PageId::Review);
        QCOMPARE(m_window->place().arguments.value(QStringLiteral("document")).toLongLong(), document);
        const auto foundLabel = [this] {
            const auto labels = documents().findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->isVisible() && label->text().contains(QStringLiteral(" of ")); });
        };
        QTRY_VERIFY(foundLabel());
        m_window->back();
        QCOMPARE(m_window->place().page, PageId::Search);
        QVERIFY(page().model().rowCount() > 0);
    }

    void arrowsChooseAndFiltersNarrow()
    {
        QVERIFY(m_window->open(PageId::Search));
        type(QStringLiteral("the"));
        QTRY_VERIFY(page().model().rowCount() > 3);
        QCOMPARE(page().view().currentIndex().row(), 0);
        QTest::keyClick(&page().field(), Qt::Key_Down);
        QTest::keyClick(&page().field(), Qt::Key_Down);
        QCOMPARE(page().view().currentIndex().row(), 2);
        QTest::keyClick(&page().field(), Qt::Key_Up);
        QCOMPARE(page().view().currentIndex().row(), 1);
        auto *kind = page().findChild<QComboBox *>();
        QCOMPARE(kind->accessibleName(), QStringLiteral("Kind"));
        const int all = page().model().rowCount();
        kind->setCurrentIndex(kind->findData(QStringLiteral("document")));
        Q_EMIT kind->activated(kind->currentIndex());
        QTRY_VERIFY(page().model().rowCount() < all);
        for (int i = 0; i < page().model().rowCount(); ++i)
            QCOMPARE(page().model().row(i).finding.hit.kind, QStringLiteral("document"));
        kind->setCurrentIndex(0);
        Q_EMIT kind->activated(0);
        type(QStringLiteral("xyzzy nothing"));
        QTRY_COMPARE(page().subtitle(), QStringLiteral("nothing found"));
        type(QString());
        QTRY_COMPARE(page().subtitle(), QString());
        QCOMPARE(page().model().rowCount(), 0);
    }

    void whatIsTypedLaterSupersedes()
    {
        SearchFeed feed(*m_session);
        QSignalSpy answers(&feed, &SearchFeed::answered);
        QSignalSpy failures(&feed, &SearchFeed::failed);
        for (const char *typed : {"t", "th", "the", "them", "theodolite that nobody has"})
            feed.ask({QString::fromLatin1(typed), {}, 20, 0});
        QTRY_VERIFY(answers.size() > 0);
        QTest::qWait(50);
        QCOMPARE(answers.size(), 1);
        QCOMPARE(failures.size(), 0);
        QVERIFY(answers.first().first().value<app::Findings>().list.isEmpty());
    }

    void reviewShowsEveryKind()
    {
        db::Connection &connection = m_session->connection();
        const auto ids = db::applicationIds(connection, db::RoleId(1), {}, db::ApplicationOrder::Name);
        // Somebody who has no documents yet.
        db::ApplicationId who;
        for (const db::ApplicationId id : *ids) {
            if (db::documents(connection, id)->isEmpty())
                who = id;
        }
        QVERIFY(who.isValid());
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        QImage image(3000, 400, QImage::Format_RGB32);
        image.fill(Qt::lightGray);
        QVERIFY(image.save(&buffer, "PNG"));
        attach(who, QStringLiteral("1 scan.png"), png);
        attach(who, QStringLiteral("2 mail.eml"), "From: Ada Invented <ada@example.org>\r\nSubject: My application\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"
                                                  "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlease find my CV.\r\n--b\r\n"
                                                  "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"../cv.pdf\"\r\n\r\n%PDF\r\n--b--\r\n");
        attach(who, QStringLiteral("3 broken.docx"), "PK\x03\x04 and no more");
        QVERIFY(m_window->open(PageId::Review, {{roleArgument, qint64(1)}, {QStringLiteral("application"), who.number()}}));
        auto *tabs = documents().findChild<QTabBar *>();
        QTRY_VERIFY(tabs->count() >= 3 && tabs->tabText(0).startsWith(u'1'));
        tabs->setCurrentIndex(0);
        auto *picture = m_window->findChild<ImageView *>();
        QTRY_VERIFY(picture->isVisible());
        QVERIFY(picture->scale() < 0.5);
        const double before = picture->scale();
        QTest::keyClick(picture, Qt::Key_Plus);
        QVERIFY(picture->scale() > before);
        QTest::keyClick(picture, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(picture->scale(), before);
        tabs->setCurrentIndex(1);
        auto *text = documents().findChild<TextView *>();
        QTRY_VERIFY(text->isVisible());
        for (const char *line : {"From: Ada Invented <ada@example.org>", "Date: 2026-03-02 09:00 UTC", "Subject: My application", "Attached: cv.pdf (application/pdf,", "Please find my CV."})
            QVERIFY2(text->toPlainText().contains(QString::fromLatin1(line)), qPrintable(text->toPlainText()));
        tabs->setCurrentIndex(2);
        QVERIFY(!text->isVisible() && !picture->isVisible());
        const auto labels = documents().findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->isVisible() && label->text().contains(QStringLiteral("damaged")); }));
    }

    void aProcessOfItsOwnReadsPdfs()
    {
        const app::ApartReader apart = documentProcess(QStringLiteral(ROLECALL_EXECUTABLE));
        QFile file(QStringLiteral(":/example/documents/chiara.placeholder - CV.pdf"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const app::ReadApart read = apart(file.readAll(), QStringLiteral("CV.pdf"));
        QVERIFY2(read.draft.has_value(), qPrintable(read.draft ? QString() : read.draft.error().text()));
        QVERIFY(read.drawn);
        QVERIFY(read.draft->text.size() > 100 && read.draft->pages == int(read.draft->pageTexts.size()));
        const app::ReadApart damaged = apart("%PDF-1.7\nnothing\n%%EOF", QStringLiteral("CV.pdf"));
        QVERIFY(!damaged.draft.has_value() && !damaged.drawn);
        // An import's: the same text, from several threads at once, and a damaged file takes nothing else with it.
        const app::ApartReader many = documentHelpers(QStringLiteral(ROLECALL_EXECUTABLE));
        QVERIFY(file.seek(0));
        const QByteArray bytes = file.readAll();
        std::vector<std::future<bool>> readings;
        for (int thread = 0; thread < 3; ++thread) {
            readings.push_back(std::async(std::launch::async, [&many, &bytes, &read] {
                bool right = true;
                for (int i = 0; i < 5; ++i) {
                    const app::ReadApart again = many(bytes, QStringLiteral("CV.pdf"));
                    const app::ReadApart broken = many("%PDF-1.7\nnothing\n%%EOF", QStringLiteral("broken.pdf"));
                    right = right && again.draft && again.draft->text == read.draft->text && again.draft->pages == read.draft->pages && !broken.draft && broken.draft.error().subject == u"broken.pdf";
                }
                return right;
            }));
        }
        for (std::future<bool> &reading : readings)
            QVERIFY(reading.get());
        QVERIFY(!documentHelpers(QStringLiteral("/bin/false"))(bytes, QStringLiteral("CV.pdf")).draft.has_value());
        QVERIFY(!documentHelpers(QStringLiteral("/no/such/program"))(bytes, QStringLiteral("CV.pdf")).draft.has_value());
        // A process that dies, and a program that is none.
        QVERIFY(!documentProcess(QStringLiteral("/bin/false"))("%PDF-", QStringLiteral("CV.pdf")).draft.has_value());
        QVERIFY(!documentProcess(QStringLiteral("/no/such/program"))("%PDF-", QStringLiteral("CV.pdf")).draft.has_value());
    }
};

QTEST_MAIN(TestSearchPage)
#include "tst_search_page.moc"
