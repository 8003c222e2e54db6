// SPDX-License-Identifier: GPL-3.0-or-later
// The Review page from the keyboard, on a real workspace: what is pressed is in the file before the next key.
#include "app/agenda/agenda.h"
#include "app/documents/attaching.h"
#include "app/reviews/reviewing.h"
#include "app/roles/role_editing.h"
#include "db/applications.h"
#include "db/quality_passes.h"
#include "db/reviewers.h"
#include "db/roles.h"
#include "db/sql.h"
#include "db/stages.h"
#include "ui/item_roles.h"
#include "ui/pages/review/criteria_pane.h"
#include "ui/pages/review/criterion_row.h"
#include "ui/pages/review/documents_pane.h"
#include "ui/pages/review/evidence_item.h"
#include "ui/pages/review/pdf_view.h"
#include "ui/pages/review/queue_pane.h"
#include "ui/pages/review/review_page.h"
#include "ui/pages/review/text_view.h"
#include "ui/session/session.h"
#include "ui/shell/window_settings.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace rolecall;
using namespace rolecall::ui;

namespace {

template<class T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return std::move(*result);
}

void must(const Outcome &outcome)
{
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().text()));
}

QByteArray pdf(const QStringList &pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(72);
        QPainter painter(&writer);
        for (int i = 0; i < pages.size(); ++i) {
            if (i > 0)
                writer.newPage();
            painter.drawText(QRect(20, 20, 450, 700), Qt::TextWordWrap, pages.at(i));
        }
    }
    return bytes;
}

const QString letterText = QStringLiteral("Dear panel,\n\nI maintained a search index for nine years.\nWrite to ada@example.org.\n\nAda Invented\n");

} // namespace

class TestReviewPage : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_number = 0;
    std::unique_ptr<Session> m_session;
    MemorySettings m_settings;
    std::unique_ptr<ReviewPage> m_page;
    db::RoleId m_role;
    db::ReviewerId m_me, m_other;
    QList<db::QualityId> m_qualities;
    QList<db::ApplicationId> m_applications;

    db::Connection &connection() { return m_session->connection(); }
    QueuePane *queue() { return m_page->findChild<QueuePane *>(); }
    CriteriaPane *criteria() { return m_page->findChild<CriteriaPane *>(); }
    DocumentsPane *documents() { return m_page->findChild<DocumentsPane *>(); }
    TextView *textView() { return m_page->findChild<TextView *>(); }

    void makeWorkspace(bool blind)
    {
        auto workspace = db::Workspace::create(m_folder.filePath(QStringLiteral("%1.rolecall").arg(++m_number)));
        QVERIFY2(workspace.has_value(), qPrintable(workspace ? QString() : workspace.error().text()));
        db::Connection &connection = (*workspace)->connection();
        m_qualities.clear();
        m_applications.clear();
        must(app::perform(connection, {QStringLiteral("test"), QStringLiteral("Set up"), {}}, app::Area::Roles, [&]() -> Outcome {
            m_me = must(db::insertReviewer(connection, {{}, {}, QStringLiteral("M. Yself"), {}, {}}));
            m_other = must(db::insertReviewer(connection, {{}, {}, QStringLiteral("O. Ther"), {}, {}}));
            db::Role role;
            role.title = QStringLiteral("Index keeper");
            role.organisation = QStringLiteral("Example");
            role.summary = QStringLiteral("Keeps the index");
            role.blind = blind;
            m_role = must(db::insertRole(connection, role));
            const db::StageId stage = must(db::insertStage(connection, m_role, {{}, {}, 0, QStringLiteral("New"), QStringLiteral("review"), {}}));
            for (int i = 0; i < 5; ++i) {
                db::Quality quality;
                quality.role = m_role;
                quality.tier = i < 3 ? db::Tier::Necessary : db::Tier::Useful;
                quality.position = i;
                quality.text = QStringLiteral("Quality number %1").arg(i);
                m_qualities << must(db::insertQuality(connection, quality));
            }
            for (const char *name : {"Ada Invented", "Bob Madeup", "Cleo Nobody"}) {
                db::Candidate candidate;
                candidate.name = QLatin1String(name);
                candidate.email = QStringLiteral("%1@example.org").arg(QLatin1String(name).left(3).toString().toLower());
                db::Application application;
                application.role = m_role;
                application.candidate = must(db::insertCandidate(connection, candidate));
                application.stage = stage;
                m_applications << must(db::insertApplication(connection, application));
            }
            return {};
        }));
        must(db::setOwnReviewer(connection, m_me));
        must(app::attachDocuments(connection, m_applications.first(),
                                  {{QStringLiteral("ada-letter.txt"), letterText.toUtf8()},
                                   {QStringLiteral("ada-cv.pdf"), pdf({QStringLiteral("Curriculum"), QStringLiteral("Nine years of keeping a large search index in good order")})}}));
        m_session = std::make_unique<Session>(std::move(*workspace));
        m_page = std::make_unique<ReviewPage>(*m_session, m_settings);
        m_page->resize(1200, 800);
        m_page->navigateTo({{roleArgument, m_role.number()}});
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->activate();
        QTRY_COMPARE(queue()->current(), m_applications.first());
        QTRY_VERIFY(m_page->findChild<QTabBar *>()->count() == 2);
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_page.get(), key, modifiers);
    }

    /// The stored levels of an application in the qualities' order: "2", "?", "-".
    QString levels(db::ApplicationId application)
    {
        const auto sheet = must(app::reviewSheet(connection(), application));
        QString text;
        for (const db::QualityId quality : std::as_const(m_qualities)) {
            QString mark = QStringLiteral("-");
            for (const db::Rating &rating : sheet.ratings) {
                if (rating.quality == quality)
                    mark = rating.ask ? QStringLiteral("?") : QString::number(*rating.level);
            }
            text += mark;
        }
        return text;
    }
    QList<db::Evidence> evidence(db::ApplicationId application) { return must(app::reviewSheet(connection(), application)).evidence; }
    bool isSubmitted(db::ApplicationId application)
    {
        const auto own = must(app::reviewSheet(connection(), application)).own;
        return own && own->submitted;
    }
    /// Everything that can be read on the page.
    QString shownTexts()
    {
        QStringList texts{m_page->title(), m_page->subtitle(), m_page->windowTitle()};
        for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
            texts << widget->accessibleName() << widget->toolTip() << widget->windowTitle();
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                texts << label->text();
            if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
                texts << text->toPlainText();
            if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
                for (int i = 0; i < tabs->count(); ++i)
                    texts << tabs->tabText(i) << tabs->tabToolTip(i);
            }
        }
        const ReviewQueueModel &model = queue()->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole), int(DetailRole)})
                texts << model.index(row).data(role).toString();
        }
        return texts.join(u'\n');
    }
    void select(const QString &words)
    {
        const qsizetype at = textView()->toPlainText().indexOf(words);
        QVERIFY(at >= 0);
        textView()->showRange(at, words.size());
    }

private Q_SLOTS:
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void aWholeApplicantIsRatedFromTheKeyboard()
    {
        makeWorkspace(false);
        const db::ApplicationId ada = m_applications.first();
        QString expected = QStringLiteral("-----");
        const QList<std::pair<Qt::Key, QChar>> keys{{Qt::Key_3, u'3'}, {Qt::Key_2, u'2'}, {Qt::Key_Question, u'?'}, {Qt::Key_0, u'0'}, {Qt::Key_1, u'1'}};
        for (int i = 0; i < keys.size(); ++i) {
            QCOMPARE(criteria()->current(), m_qualities.at(i));
            key(keys.at(i).first, keys.at(i).first == Qt::Key_Question ? Qt::ShiftModifier : Qt::NoModifier);
            expected[i] = keys.at(i).second;
            QCOMPARE(levels(ada), expected); // stored before the next key
        }
        QCOMPARE(criteria()->current(), m_qualities.last()); // there is no further one
        key(Qt::Key_Up);
        QCOMPARE(criteria()->current(), m_qualities.at(3));
        key(Qt::Key_Backspace);
        QCOMPARE(levels(ada), QStringLiteral("32?-1"));
        key(Qt::Key_2);
        QCOMPARE(levels(ada), QStringLiteral("32?21"));
        QTRY_COMPARE(queue()->model().index(0).data(DetailRole).toString(), QStringLiteral("draft, 5 of 5"));

        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(isSubmitted(ada));
        key(Qt::Key_J);
        QCOMPARE(queue()->current(), m_applications.at(1));
        QCOMPARE(criteria()->current(), m_qualities.first());
        key(Qt::Key_1);
        QCOMPARE(levels(m_applications.at(1)), QStringLiteral("1----"));
        QCOMPARE(levels(ada), QStringLiteral("32?21"));
        key(Qt::Key_K);
        QCOMPARE(queue()->current(), ada);
        key(Qt::Key_K);
        QCOMPARE(queue()->current(), ada);
        QTRY_VERIFY(m_page->subtitle().contains(QStringLiteral("1 of 3")));
    }

    void aSubmittedReviewIsSealedUntilItIsWithdrawn()
    {
        makeWorkspace(false);
        const db::ApplicationId ada = m_applications.first();
        // Another reviewer has submitted: not shown before one's own is.
        connection().setReviewer(m_other);
        must(app::rate(connection(), ada, m_qualities.first(), 1));
        must(app::submitReview(connection(), ada));
        connection().setReviewer(m_me);
        m_session->apply(Result<app::Done>(app::Done{{}, app::Area::Ratings, m_role, ada, {}}));
        QVERIFY(!shownTexts().contains(QStringLiteral("O. Ther")));
        QVERIFY(shownTexts().contains(QStringLiteral("1 submitted review")));

        key(Qt::Key_3);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(isSubmitted(ada));
        QVERIFY(shownTexts().contains(QStringLiteral("O. Ther: 1")));
        key(Qt::Key_0);
        QCOMPARE(levels(ada), QStringLiteral("3----"));
        QVERIFY(shownTexts().contains(QStringLiteral("sealed")));
        QPushButton *withdraw = nullptr;
        for (QPushButton *button : criteria()->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Withdraw") && button->isVisible())
                withdraw = button;
        }
        QVERIFY(withdraw);
        QTest::mouseClick(withdraw, Qt::LeftButton);
        QVERIFY(!isSubmitted(ada));
        criteria()->setCurrent(m_qualities.first());
        key(Qt::Key_0);
        QCOMPARE(levels(ada), QStringLiteral("0----"));
    }

    void levelsOnAnEarlierWordingAreConfirmed()
    {
        makeWorkspace(false);
        for (qsizetype i = 0; i < m_qualities.size(); ++i)
            key(Qt::Key_2);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(isSubmitted(m_applications.first()));
        m_session->apply(app::rewordQuality(connection(), m_qualities[1], QStringLiteral("Something else altogether")));
        QPushButton *only = nullptr;
        for (auto *chip : queue()->findChildren<QPushButton *>()) {
            if (chip->text().startsWith(QStringLiteral("To confirm again")))
                only = chip;
        }
        QVERIFY(only);
        QTRY_VERIFY(only->isVisible());
        QTRY_VERIFY(m_page->subtitle().contains(QStringLiteral("1 rating to confirm again")));
        only->click();
        QTRY_COMPARE(queue()->model().rowCount(), 1);
        // One key goes to the level, the next confirms it; the review stays submitted.
        criteria()->setFocus();
        key(Qt::Key_C);
        QCOMPARE(criteria()->current(), m_qualities[1]);
        key(Qt::Key_C);
        QCOMPARE(must(db::single(connection(), QStringLiteral("SELECT sum(reconfirm) FROM rating"))).toInt(), 0);
        QVERIFY(isSubmitted(m_applications.first()));
        QVERIFY(!criteria()->isToConfirm(m_qualities[1]));
        QTRY_VERIFY(!m_page->subtitle().contains(QStringLiteral("confirm")));
    }

    void aQualityThatCameLaterIsAskedFor()
    {
        makeWorkspace(false);
        for (int i = 0; i < 4; ++i) // the fifth is left unrated by choice, which is nothing to be told
            key(Qt::Key_2);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(isSubmitted(m_applications.first()));
        QTest::qWait(2); // the next change is made at a later moment
        m_session->apply(app::addQuality(connection(), m_role, db::Tier::Necessary, QStringLiteral("Keeps calm")));
        QTRY_VERIFY(m_page->subtitle().contains(QStringLiteral("1 review lacks a new quality")));
        QPushButton *only = nullptr;
        for (auto *chip : queue()->findChildren<QPushButton *>()) {
            if (chip->text().startsWith(QStringLiteral("New quality unrated")))
                only = chip;
        }
        QVERIFY(only && only->isVisible());
        const auto waiting = must(app::toConfirm(connection()));
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting.first().lacking, 1);
        QCOMPARE(waiting.first().newQualities, 1);
        // The way from Today: only these, and what is missing is said beside the way to mend it.
        m_page->navigateTo({{roleArgument, m_role.number()}, {QStringLiteral("lacking"), true}});
        m_page->activate();
        QTRY_VERIFY(only->isChecked());
        QTRY_COMPARE(queue()->model().rowCount(), 1);
        QCOMPARE(queue()->current(), m_applications.first());
        QTRY_VERIFY(shownTexts().contains(QStringLiteral("before “Keeps calm” was asked for")));
        m_session->apply(app::withdrawReview(connection(), m_applications.first()));
        const auto now = must(db::qualities(connection(), m_role));
        const auto calm = std::find_if(now.cbegin(), now.cend(), [](const db::Quality &quality) { return quality.text == u"Keeps calm"; });
        m_session->apply(app::rate(connection(), m_applications.first(), calm->id, 1, false));
        m_session->apply(app::submitReview(connection(), m_applications.first()));
        QTRY_VERIFY(!m_page->subtitle().contains(QStringLiteral("lack")));
        QVERIFY(must(app::toConfirm(connection())).isEmpty());
    }

    void evidenceIsQuotedNotedAndFoundAgain()
    {
        makeWorkspace(false);
        const db::ApplicationId ada = m_applications.first();
        const QString words = QStringLiteral("maintained a search index");
        key(Qt::Key_E); // nothing is selected
        QVERIFY(evidence(ada).isEmpty());
        select(words);
        key(Qt::Key_E);
        QCOMPARE(evidence(ada).size(), 1);
        const db::Evidence quote = evidence(ada).first();
        QCOMPARE(quote.quote, words);
        QCOMPARE(quote.quality, m_qualities.first());
        QCOMPARE(quote.sha256.size(), 64);
        QCOMPARE(letterText.mid(quote.start, quote.length), words);

        key(Qt::Key_N);
        auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(line);
        QTest::keyClicks(line, QStringLiteral("Jn 3 e?")); // letters that are keys elsewhere
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(evidence(ada).size(), 2);
        QCOMPARE(evidence(ada).last().note, QStringLiteral("Jn 3 e?"));
        QCOMPARE(levels(ada), QStringLiteral("-----"));
        QCOMPARE(queue()->current(), ada);

        textView()->moveCursor(QTextCursor::End);
        QCoreApplication::processEvents();
        EvidenceItem *item = nullptr;
        for (EvidenceItem *candidate : criteria()->findChildren<EvidenceItem *>()) {
            if (candidate->isVisible() && candidate->evidence().id == quote.id)
                item = candidate;
        }
        QVERIFY(item);
        QTest::mouseClick(item, Qt::LeftButton);
        QCOMPARE(textView()->textCursor().selectedText(), words);
    }

    void evidenceInAPdfIsFoundByItsWords()
    {
        makeWorkspace(false);
        db::Evidence quote;
        const auto listed = must(db::documents(connection(), m_applications.first()));
        quote.sha256 = listed.last().sha256;
        quote.page = 2;
        quote.quote = QStringLiteral("keeping a large search index");
        QVERIFY(documents()->showEvidence(quote));
        auto *pages = m_page->findChild<PdfView *>();
        QVERIFY(pages && pages->isVisible());
        QCOMPARE(pages->selection()->page, 1);
        QCOMPARE(pages->selection()->text.simplified(), quote.quote);
        pages->setFocus();
        key(Qt::Key_E);
        QCOMPARE(evidence(m_applications.first()).size(), 1);
        const db::Evidence kept = evidence(m_applications.first()).first();
        QCOMPARE(kept.page, std::optional(2));
        const auto text = must(db::documentText(connection(), quote.sha256));
        QTRY_VERIFY(must(db::documentText(connection(), quote.sha256)).has_value());
        QCOMPARE(must(db::documentText(connection(), quote.sha256))->text.mid(kept.start, kept.length).simplified(), quote.quote);
        QSignalSpy searched(pages, &PdfView::searched);
        pages->search(QStringLiteral("INDEX"));
        QTRY_COMPARE(searched.size(), 1);
        QCOMPARE(searched.first(), (QVariantList{1, 0}));
    }

    void aBlindRoleShowsNobody()
    {
        makeWorkspace(true);
        const db::ApplicationId ada = m_applications.first();
        const QString code = must(db::application(connection(), ada)).code;
        QTRY_VERIFY(queue()->model().index(2).data().toString().size() == 7);
        const auto identityIn = [this] {
            const QString texts = shownTexts();
            for (const char *word : {"Ada", "Invented", "ada", "@example", "Bob", "Cleo"}) {
                if (texts.contains(QLatin1String(word)))
                    return QString::fromLatin1(word);
            }
            return QString();
        };
        QCOMPARE(identityIn(), QString());
        QVERIFY(shownTexts().contains(code));
        // The pages of a PDF cannot be masked, so they are shown as text.
        m_page->findChild<QTabBar *>()->setCurrentIndex(1);
        QVERIFY(textView()->isVisible() && textView()->toPlainText().contains(QStringLiteral("search index")));
        m_page->findChild<QTabBar *>()->setCurrentIndex(0);

        // A quote holds no identity, and its range is the original's.
        select(QStringLiteral("for nine years.\nWrite to [e-mail]"));
        key(Qt::Key_E);
        const db::Evidence quote = evidence(ada).first();
        QVERIFY(!quote.quote.contains(QStringLiteral("example")));
        QCOMPARE(letterText.mid(quote.start, quote.length), QStringLiteral("for nine years.\nWrite to ada@example.org"));
        QVERIFY(documents()->showEvidence(quote));

        QPushButton *reveal = nullptr;
        for (QPushButton *button : documents()->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Reveal…"))
                reveal = button;
        }
        QVERIFY(reveal && reveal->isVisible());
        QTest::mouseClick(reveal, Qt::LeftButton);
        auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(line);
        QTest::keyClicks(line, QStringLiteral("Conflict of interest"));
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(textView()->toPlainText().contains(QStringLiteral("Ada Invented")));
        const auto log = must(db::changes(connection(), {{}, ada, QStringLiteral("reveal"), {}}, 5));
        QCOMPARE(log.size(), 1);
        QCOMPARE(log.first().detail, QStringLiteral("Conflict of interest"));
        QTRY_VERIFY(queue()->model().index(0).data().toString() == QStringLiteral("Ada Invented"));
        QVERIFY(!shownTexts().contains(QStringLiteral("Bob")));
    }

    void oneQualityAtATimeGoesOverAllApplicants()
    {
        makeWorkspace(false);
        criteria()->setCurrent(m_qualities.at(1));
        Q_EMIT queue()->passToggled(true);
        const auto pass = must(db::latestQualityPass(connection(), m_qualities.at(1), m_me));
        QVERIFY(pass.has_value());
        QTRY_VERIFY(!queue()->model().isLoading());
        QSet<db::ApplicationId> seen;
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(queue()->model().applicationAt(i), queue()->current());
            seen << queue()->current();
            key(Qt::Key_2);
        }
        QCOMPARE(seen.size(), 3);
        for (const db::ApplicationId id : std::as_const(m_applications))
            QCOMPARE(levels(id), QStringLiteral("-2---"));
        // The same order again, from the file.
        Q_EMIT queue()->passToggled(false);
        Q_EMIT queue()->passToggled(true);
        QCOMPARE(must(db::latestQualityPass(connection(), m_qualities.at(1), m_me))->seed, pass->seed);
        // O is the key for it, out and in.
        criteria()->setFocus();
        key(Qt::Key_O);
        QVERIFY(!queue()->model().isPass());
        key(Qt::Key_O);
        QVERIFY(queue()->model().isPass());
        QCOMPARE(criteria()->current(), m_qualities.at(1));
    }

    void theQueueIsAModelAndFilters()
    {
        makeWorkspace(false);
        QAbstractItemModelTester tester(&queue()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(isSubmitted(m_applications.first()));
        QCOMPARE(queue()->model().rowCount(), 3); // nothing jumps away under one's hands
        queue()->model().setNotSubmittedByMe(true);
        queue()->model().reload();
        QTRY_COMPARE(queue()->model().rowCount(), 2);
        QCOMPARE(queue()->current(), m_applications.at(1));
        must(app::attachDocuments(connection(), m_applications.at(1), {{QStringLiteral("new.txt"), "A new letter"}}));
        m_session->apply(Result<app::Done>(app::Done{{}, app::Area::Documents, m_role, m_applications.at(1), {}}));
        QTRY_VERIFY(textView()->toPlainText() == QStringLiteral("A new letter"));
    }

    void aKeyIsOnScreenAndStoredQuickly()
    {
        makeWorkspace(false);
        QElapsedTimer timer;
        qint64 slowest = 0;
        qint64 sum = 0;
        constexpr int rounds = 40;
        for (int i = 0; i < rounds; ++i) {
            criteria()->setCurrent(m_qualities.at(i % 5));
            timer.start();
            key(i % 2 ? Qt::Key_1 : Qt::Key_2);
            slowest = std::max(slowest, timer.nsecsElapsed());
            sum += timer.nsecsElapsed();
        }
        qInfo("a rating key: mean %.2f ms, slowest %.2f ms", double(sum) / rounds / 1e6, double(slowest) / 1e6);
        QVERIFY(sum / rounds < 100'000'000);
    }
};

QTEST_MAIN(TestReviewPage)
#include "tst_review_page.moc"
