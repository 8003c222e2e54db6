// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colours.h"
#include "ui/theme/looks.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QTest>

using namespace rolecall::ui;

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsReadable_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const auto *scheme : {&lightColours(), &darkColours()}) {
            const Colours &c = *scheme;
            const QByteArray name = scheme == &lightColours() ? "light " : "dark ";
            const std::pair<const char *, QColor> grounds[] = {{"window", c.window}, {"surface", c.surface}, {"accentSoft", c.accentSoft},
                {"metSoft", c.metSoft}, {"partlySoft", c.partlySoft}, {"notMetSoft", c.notMetSoft}, {"openSoft", c.openSoft}};
            for (const auto &[ground, colour] : grounds) {
                QTest::addRow("%stext on %s", name.data(), ground) << c.text << colour << 4.5;
                QTest::addRow("%squiet text on %s", name.data(), ground) << c.quietText << colour << 4.5;
            }
            const std::tuple<const char *, QColor, QColor> marks[] = {{"accent", c.accent, c.accentSoft}, {"met", c.met, c.metSoft},
                {"partly", c.partly, c.partlySoft}, {"notMet", c.notMet, c.notMetSoft}, {"open", c.open, c.openSoft}};
            for (const auto &[mark, ink, soft] : marks) {
                QTest::addRow("%s%s on its soft", name.data(), mark) << ink << soft << 4.5;
                QTest::addRow("%s%s on surface", name.data(), mark) << ink << c.surface << 4.5;
                QTest::addRow("%s%s on window", name.data(), mark) << ink << c.window << 4.5;
                QTest::addRow("%s%s on accentSoft", name.data(), mark) << ink << c.accentSoft << 4.5;
            }
            QTest::addRow("%sonAccent", name.data()) << c.onAccent << c.accent << 4.5;
            QTest::addRow("%soutline on surface", name.data()) << c.control << c.surface << 3.0;
            QTest::addRow("%soutline on window", name.data()) << c.control << c.window << 3.0;
        }
    }
    void everyTextIsReadable()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        const double ratio = contrastRatio(ink, ground);
        QVERIFY2(ratio >= least, qPrintable(QString::number(ratio)));
    }
    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(qRound(contrastRatio(QColor(0x777777), Qt::white) * 100), 448);
    }
    void paletteTellsItsColours()
    {
        QCOMPARE(coloursOf(paletteOf(lightColours())).window, lightColours().window);
        QCOMPARE(coloursOf(paletteOf(darkColours())).window, darkColours().window);
        QCOMPARE(paletteOf(darkColours()).color(QPalette::Text), darkColours().text);
    }
    void schemeSwitchesAnOpenWindow()
    {
        Theme &theme = *m_theme;
        QPushButton button(QStringLiteral("Import"));
        setPrimary(&button);
        button.resize(96, 32);
        const auto ground = [&button] {
            QCoreApplication::processEvents(); // the palette reaches widgets as an event
            return button.grab().toImage().pixelColor(10, 16);
        };
        theme.setScheme(ColourScheme::Light);
        QCOMPARE(ground(), lightColours().accent);
        theme.setScheme(ColourScheme::Dark);
        QVERIFY(theme.isDark());
        QCOMPARE(ground(), darkColours().accent);
        theme.setScheme(ColourScheme::Light);
        QCOMPARE(ground(), lightColours().accent);
    }
    void textSizesFollowTheSetting()
    {
        Theme &theme = *m_theme;
        theme.setTextScale(TextScale::Normal);
        const double normal = QApplication::font().pointSizeF();
        QCOMPARE(qRound(textFont(TextSize::Title).pointSizeF() / normal * 100), 165);
        QCOMPARE(qRound(textFont(TextSize::Small).pointSizeF() / normal * 100), 87);
        QWidget page;
        const TextLabel heading(QStringLiteral("Heading"), TextSize::Heading, Tone::Normal, &page);
        const ElidedLabel title(QStringLiteral("Title"), TextSize::Title, Tone::Normal, &page);
        theme.setTextScale(TextScale::Largest);
        // What is there already follows, with a size of its own or without.
        QCOMPARE(qRound(heading.font().pointSizeF() / normal * 100), 169);
        QCOMPARE(qRound(title.font().pointSizeF() / normal * 100), 223);
        QCOMPARE(qRound(QApplication::font().pointSizeF() / normal * 100), 135);
        QCOMPARE(qRound(textFont(TextSize::Title).pointSizeF() / normal * 100), 223);
        theme.setTextScale(TextScale::Normal);
        QCOMPARE(QApplication::font().pointSizeF(), normal);
    }
    void panelsGrowWithTheirText()
    {
        QWidget panel;
        QFont font = QApplication::font();
        font.setPixelSize(8);
        panel.setFont(font);
        keepRoom(panel, 400, Room::Fixed);
        QCOMPARE(panel.minimumWidth(), 400);
        font.setPixelSize(48);
        panel.setFont(font);
        QCOMPARE(panel.minimumWidth(), roomFor(400, font));
        QCOMPARE(panel.maximumWidth(), panel.minimumWidth());
        QVERIFY(panel.minimumWidth() > 800);
    }
    void digitsStandInColumns()
    {
        const QFont font = QApplication::font();
        QCOMPARE(tabularWidth(font, QStringLiteral("111")), tabularWidth(font, QStringLiteral("000")));
        QVERIFY(rowHeight(font) >= 32);
        QCOMPARE(rowHeight(font) % 4, 0);
    }
    void initTestCase() { m_theme = new Theme(*qApp, ColourScheme::Light); }

private:
    Theme *m_theme = nullptr;
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
