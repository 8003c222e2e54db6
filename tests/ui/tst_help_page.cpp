// SPDX-License-Identifier: GPL-3.0-or-later
// The guide: every topic is there with a title, every link and picture in it leads somewhere, and nothing outside is loaded.
#include "ui/pages/help/help_page.h"
#include "ui/pages/help/help_topics.h"
#include "ui/pages/help/help_view.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QListWidget>
#include <QRegularExpression>
#include <QTest>
#include <QTextDocument>

using namespace rolecall::ui;

class TestHelpPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, ColourScheme::Light); }
    void cleanupTestCase() { m_theme.reset(); }

    void everyLinkLeadsSomewhere()
    {
        static const QRegularExpression link(QStringLiteral("(!?)\\[[^\\]]*\\]\\(([^)]+)\\)"));
        QStringList names;
        for (const HelpTopic &topic : helpTopics())
            names << topic.name;
        QVERIFY(names.size() >= 9);
        for (const HelpTopic &topic : helpTopics()) {
            QVERIFY2(!topic.title.isEmpty(), qPrintable(topic.name));
            for (auto found = link.globalMatch(helpText(topic.name)); found.hasNext();) {
                const auto match = found.next();
                const QString target = match.captured(2);
                if (match.captured(1).isEmpty()) {
                    QVERIFY2(target.endsWith(QLatin1String(".md")) && names.contains(target.chopped(3)), qPrintable(topic.name + u' ' + target));
                } else {
                    for (const char *scheme : {"-light.png", "-dark.png"})
                        QVERIFY2(QFile::exists(QStringLiteral(":/help/pictures/") + target.chopped(4) + QLatin1String(scheme)), qPrintable(target));
                }
            }
        }
    }

    void everyPageHasATopic()
    {
        for (int page = int(PageId::Today); page <= int(PageId::Welcome); ++page)
            QVERIFY(!helpText(helpTopicOf(PageId(page))).isEmpty());
    }

    void aLinkOpensItsTopic()
    {
        HelpPage page;
        page.resize(900, 600);
        page.show();
        QCOMPARE(page.topic(), QStringLiteral("first-steps"));
        auto *view = page.findChild<HelpView *>();
        view->setSource(QUrl(QStringLiteral("review.md")));
        QCOMPARE(page.topic(), QStringLiteral("review"));
        QVERIFY(view->toPlainText().contains(QStringLiteral("Independence")));
        page.navigateTo({{topicArgument, QStringLiteral("keys")}});
        QCOMPARE(page.findChild<QListWidget *>()->currentItem()->text(), QStringLiteral("Keys"));
        page.navigateTo({{topicArgument, QStringLiteral("../../etc/passwd")}});
        QCOMPARE(page.topic(), QStringLiteral("keys"));
    }

    void nothingOutsideIsLoaded()
    {
        HelpView view;
        for (const char *name : {"http://example.org/a.png", "file:///etc/hostname", "/etc/hostname", "../a.png", ":/example/applicants.csv"})
            QVERIFY(!view.loadResource(QTextDocument::ImageResource, QUrl(QString::fromLatin1(name))).isValid());
        view.setTopic(QStringLiteral("# Kept\n"));
        view.setSource(QUrl(QStringLiteral("file:///etc/hostname")));
        QCOMPARE(view.toPlainText().trimmed(), QStringLiteral("Kept"));
        QVERIFY(view.loadResource(QTextDocument::ImageResource, QUrl(QStringLiteral("review.png"))).isValid());
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestHelpPage)
#include "tst_help_page.moc"
