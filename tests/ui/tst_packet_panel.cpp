// SPDX-License-Identifier: GPL-3.0-or-later
// A packet sent from the Applicants page and taken back there: the form, what came, a choice, Merge and Undo.
#include "app/history/history.h"
#include "app/reviews/reviewing.h"
#include "app/roles/role_editing.h"
#include "app/workspaces.h"
#include "db/sql.h"
#include "tests/support/many_applicants.h"
#include "ui/pages/applicants/applicants_page.h"
#include "ui/pages/packets/packet_panel.h"
#include "ui/shell/window_settings.h"

#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace rolecall;
using namespace rolecall::ui;

class TestPacketPanel : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    MemorySettings m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ApplicantsPage> m_page;
    int m_number = 0;

    QString value(const QString &sql)
    {
        const auto found = db::single(m_session->connection(), sql);
        return found ? found->toString() : found.error().text();
    }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *one : m_page->packets().findChildren<QPushButton *>()) {
            if (one->text() == text && one->isVisible())
                return one;
        }
        return nullptr;
    }
    QString sent()
    {
        m_page->sendForReview();
        m_page->packets().reviewer().setText(QStringLiteral("Ben Desk"));
        const QString path = m_folder.filePath(QStringLiteral("packet%1.rolecall").arg(++m_number));
        m_page->packets().sendTo(path);
        [&] { QTRY_VERIFY(QFile::exists(path) && !m_session->isBusy()); }();
        return path;
    }
    void review(const QString &path)
    {
        auto packet = app::openWorkspace(path, db::Access::ReadWrite);
        QVERIFY(packet.has_value());
        db::Connection &theirs = (*packet)->connection();
        QVERIFY(app::rate(theirs, db::ApplicationId(1), db::QualityId(1), 2).has_value());
        QVERIFY(app::rate(theirs, db::ApplicationId(1), db::QualityId(2), 1).has_value());
        QVERIFY(app::submitReview(theirs, db::ApplicationId(1)).has_value());
    }

private Q_SLOTS:
    void init()
    {
        auto made = db::Workspace::create(m_folder.filePath(QStringLiteral("%1.rolecall").arg(++m_number)));
        QVERIFY(made.has_value());
        QVERIFY(tests::fill((*made)->connection(), {.applicants = 6}).has_value());
        m_session = std::make_unique<Session>(std::move(*made));
        m_page = std::make_unique<ApplicantsPage>(*m_session, m_settings);
        m_page->resize(1200, 800);
        m_page->navigateTo({{roleArgument, qint64(1)}});
        m_page->activate();
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void nobodyIsNobody()
    {
        QVERIFY(!m_page->packets().isVisible());
        m_page->sendForReview();
        QVERIFY(m_page->packets().isVisible());
        QVERIFY(!button(QStringLiteral("Save the packet…"))->isEnabled());
        QTest::keyClicks(&m_page->packets().reviewer(), QStringLiteral("Ben"));
        QVERIFY(button(QStringLiteral("Save the packet…"))->isEnabled());
        QTest::keyClick(&m_page->packets().reviewer(), Qt::Key_Escape);
        QVERIFY(!m_page->packets().isVisible());
    }

    void ratingsComeBackOnceAndCanBeUndone()
    {
        const QString path = sent();
        QVERIFY(!m_page->packets().isVisible());
        review(path);
        const QString before = value(QStringLiteral("SELECT count(*) FROM rating"));
        m_page->packets().showReturned(path);
        QTRY_VERIFY(m_page->packets().isVisible());
        QCOMPARE(m_page->packets().proposal().added, 1);
        QTest::keyClick(button(QStringLiteral("Merge")), Qt::Key_Space);
        QTRY_COMPARE(value(QStringLiteral("SELECT count(*) FROM review v JOIN reviewer r ON r.id = v.reviewer_id WHERE r.name = 'Ben Desk'")), QStringLiteral("1"));
        QTRY_VERIFY(!m_page->packets().isVisible());
        m_page->packets().showReturned(path);
        QTRY_VERIFY(m_page->packets().isVisible());
        QVERIFY(!button(QStringLiteral("Merge"))->isEnabled());
        QVERIFY(app::undo(m_session->connection()).has_value());
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM rating")), before);
    }

    void aChoiceIsMadeWithTheKeyboard()
    {
        const QString path = sent();
        review(path);
        QVERIFY(app::rewordQuality(m_session->connection(), db::QualityId(2), QStringLiteral("Another wording")).has_value());
        m_page->packets().showReturned(path);
        QTRY_VERIFY(m_page->packets().isVisible());
        QCOMPARE(m_page->packets().proposal().conflicts.size(), 1);
        QRadioButton *theirs = nullptr;
        for (QRadioButton *one : m_page->packets().findChildren<QRadioButton *>())
            theirs = one->text() == QStringLiteral("Take theirs") ? one : theirs;
        QVERIFY(theirs && !theirs->isChecked());
        theirs->setFocus();
        QTest::keyClick(theirs, Qt::Key_Space);
        QVERIFY(m_page->packets().proposal().conflicts.first().take);
        m_page->packets().merge();
        QTRY_COMPARE(value(QStringLiteral("SELECT reconfirm FROM rating g JOIN review v ON v.id = g.review_id JOIN reviewer r ON r.id = v.reviewer_id WHERE r.name = 'Ben Desk' AND g.quality_id = 2")),
                     QStringLiteral("1"));
    }
};

QTEST_MAIN(TestPacketPanel)
#include "tst_packet_panel.moc"
