// SPDX-License-Identifier: GPL-3.0-or-later
// A blind role, looked at from everywhere: nothing that a window shows or speaks, that a search finds, that is copied,
// written to a file or sent to a colleague says who an applicant is.
#include "tests/support/shown_texts.h"

#include "app/calendar/calendar_export.h"
#include "app/applicants/applicant_import.h"
#include "app/applicants/application_acts.h"
#include "app/blind/identity.h"
#include "app/documents/attaching.h"
#include "app/documents/document_reader.h"
#include "app/exports/decision_record.h"
#include "app/exports/shortlist_spreadsheet.h"
#include "app/packets/packet_export.h"
#include "app/reviews/agreeing.h"
#include "app/reviews/reviewing.h"
#include "app/roles/panel_editing.h"
#include "app/roles/role_editing.h"
#include "app/shortlist/freezing.h"
#include "app/zip_archive.h"
#include "app/workspaces.h"
#include "db/application_lists.h"
#include "db/applications.h"
#include "db/documents.h"
#include "db/reviewers.h"
#include "db/sql.h"
#include "ui/application/program.h"
#include "ui/application/settings_file.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/shell/page.h"
#include "app/interviews/interview_editing.h"
#include "db/stages.h"
#include "db/change_log.h"
#include "ui/pages/import/import_page.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QListView>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace rolecall;
using namespace rolecall::ui;

namespace {

/// What must not be found, without accents and in small letters.
const QStringList secrets{QStringLiteral("zephyrine"),  QStringLiteral("quillfeather"), QStringLiteral("nightjar"), QStringLiteral("zquill"),  QStringLiteral("5550 1427"),
                          QStringLiteral("55501427"),   QStringLiteral("wexcombe"),     QStringLiteral("marsh lane"), QStringLiteral("bartholomew"), QStringLiteral("oxenstierna"),
                          QStringLiteral("bart.ox"),    QStringLiteral("5550 2638"),    QStringLiteral("thornmere"), QStringLiteral("wieczorek"), QStringLiteral("lucja")};

const QByteArray posting = "# Tide Reader\n\nReads the tides of Example Bay.\n\n## Necessary qualities\n\n- Reads tide tables\n- Writes reports\n\n## Useful qualities\n\n- Knows a coastline\n- Mends gauges\n";
const char *const table = "Name,Email,Phone,Location,Links,Source,Notes\r\n"
                          "Zéphyrine Quillfeather,zquill@nightjar.example.org,+44 20 5550 1427,\"Wexcombe, Barsetshire\",https://git.example.org/zquill,Web form,Zéphyrine Quillfeather wrote from 14 Marsh Lane\r\n"
                          "Łucja Wieczorek,lucja@example.org,,Thornmere,,Web form,\r\n"
                          "Una Plain,una@example.org,,,,,\r\n";
const char *const single = "Name,Email,Phone,Reads tide tables\r\nBartholomew Oxenstierna,bart.ox@example.org,+44 20 5550 2638,7\r\n";
const char *const letter = "Dear panel,\n\nI am Zéphyrine Quillfeather of 14 Marsh Lane, Wexcombe, and I kept tide tables for nine years.\nWrite to zquill@nightjar.example.org or call +44 20 5550 1427.\n\nZ. Quillfeather\n";

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

QString folded(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toLower()) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c == QChar(0x142) ? QChar(u'l') : c; // an l with a stroke does not come apart
    }
    return plain;
}

/// The first secret in the text, with what stands around it; empty where there is none.
QString leak(const QString &text)
{
    const QString plain = folded(text);
    for (const QString &secret : secrets) {
        if (const qsizetype at = plain.indexOf(secret); at >= 0)
            return secret + QStringLiteral(" in: …") + plain.mid(std::max<qsizetype>(0, at - 60), 160).simplified();
    }
    return {};
}
QString leak(const QByteArray &bytes)
{
    const QString found = leak(QString::fromUtf8(bytes));
    return found.isEmpty() ? leak(QString::fromLatin1(bytes)) : found;
}

QByteArray pdf(const QString &text)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(72);
        writer.setTitle(QStringLiteral("CV of Zéphyrine Quillfeather"));
        QPainter painter(&writer);
        painter.drawText(QRect(20, 20, 450, 700), Qt::TextWordWrap, text);
    }
    return bytes;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestBlind : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
    db::RoleId m_role;
    QList<db::ApplicationId> m_people; ///< Zéphyrine, Łucja, Una, Bartholomew
    QStringList m_codes;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString workspace() const { return path(QStringLiteral("tides.rolecall")); }
    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile out(path(name));
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? out.fileName() : QString();
    }

    void review(db::Connection &connection, const char *reviewer, int shift)
    {
        connection.setReviewer(must(db::reviewerByName(connection, QString::fromLatin1(reviewer)))->id);
        const auto qualities = must(db::qualities(connection, m_role));
        for (qsizetype person = 0; person < m_people.size(); ++person) {
            for (qsizetype i = 0; i < qualities.size(); ++i)
                must(app::rate(connection, m_people[person], qualities[i].id, person == 2 && i == 0 ? 1 : 2 + int(person + i) % 2 * shift));
        }
        must(app::addNoteEvidence(connection, m_people[0], qualities[0].id, QStringLiteral("Zéphyrine is known from Wexcombe; ask zquill@nightjar.example.org")));
        must(app::addNoteEvidence(connection, m_people[3], qualities[2].id, QStringLiteral("Bartholomew Oxenstierna drew the coast")));
        const auto documents = must(db::documents(connection, m_people[0]));
        db::Evidence quote;
        quote.quote = QStringLiteral("I am Zéphyrine Quillfeather of 14 Marsh Lane, Wexcombe, and I kept tide tables");
        quote.document = documents.first().id;
        quote.sha256 = documents.first().sha256;
        quote.start = QString::fromUtf8(letter).indexOf(quote.quote);
        quote.length = quote.quote.size();
        must(app::addQuoteEvidence(connection, m_people[0], qualities[1].id, quote));
        for (const db::ApplicationId id : std::as_const(m_people))
            must(app::submitReview(connection, id));
    }

    void setBlind(bool blind)
    {
        auto opened = must(app::openWorkspace(workspace(), db::Access::ReadWrite));
        const db::Role role = must(db::role(opened->connection(), m_role));
        if (role.blind != blind)
            must(app::setBlind(opened->connection(), m_role, blind, blind ? QString() : QStringLiteral("The panel has decided")));
    }

    void makeWorkspace()
    {
        auto made = must(app::createWorkspace(workspace()));
        db::Connection &connection = made->connection();
        must(app::becomeReviewer(connection, QStringLiteral("Rea Viewer")));
        m_role = must(app::addRolesFromPosting(connection, posting, QStringLiteral("tide-reader.md"))).roles.first();
        must(app::addPanelMember(connection, m_role, QStringLiteral("Otto Panel")));
        app::ImportRequest request;
        request.role = m_role;
        request.files = {file(QStringLiteral("applicants.csv"), table)};
        must(app::importApplicants(connection, request));
        request.files = {file(QStringLiteral("Bartholomew Oxenstierna.csv"), single)};
        must(app::importApplicants(connection, request));
        for (const char *name : {"Zéphyrine", "Łucja", "Una", "Bartholomew"}) {
            db::ApplicationFilter filter;
            filter.words = QString::fromUtf8(name);
            m_people << must(db::applicationIds(connection, m_role, filter, db::ApplicationOrder::Rule)).first();
            m_codes << must(db::application(connection, m_people.last())).code;
        }
        must(app::attachDocuments(connection, m_people[0], {{QStringLiteral("Quillfeather letter.txt"), letter}, {QStringLiteral("zephyrine cv.pdf"), pdf(QString::fromUtf8(letter))}}));
        review(connection, "Otto Panel", 1);
        must(app::agreeLevel(connection, m_people[3], must(db::qualities(connection, m_role))[2].id, 3, QStringLiteral("Oxenstierna's maps settle it")));
        review(connection, "Rea Viewer", -2);
        must(app::placeByHand(connection, m_people[2], app::Placement::On, QStringLiteral("Unlike Zéphyrine she can begin at once, says Una Plain")));
        must(app::placeByHand(connection, m_people[1], app::Placement::Off, QStringLiteral("Łucja Wieczorek moved to Thornmere")));
        must(app::freezeShortlist(connection, m_role, QStringLiteral("First round")));
        must(app::reject(connection, {m_people[3]}, QStringLiteral("Bartholomew took another post")));
        must(app::tag(connection, {m_people[0]}, QStringLiteral("second look")));
        app::InterviewPlan talk;
        talk.interview.application = m_people[0];
        talk.interview.stage = must(db::stages(connection, m_role)).first().id;
        talk.interview.localStart = QDateTime(QDate(2031, 3, 12), QTime(10, 0), Qt::UTC);
        talk.interview.zone = QStringLiteral("Europe/Berlin");
        talk.interview.place = QStringLiteral("Room 4: Quillfeather, then Bartholomew Oxenstierna");
        talk.interview.link = QStringLiteral("https://meet.example.org/zephyrine-quillfeather");
        talk.interview.note = QStringLiteral("Call zquill@nightjar.example.org first");
        talk.panel = {connection.reviewer()};
        must(app::keepInterview(connection, talk));
        made.reset();
        setBlind(true);
    }

    /// Whether a place of the window leaks; also with each row chosen, each tab turned to, and all of it copied.
    void verifyPage(Program &program, const QString &name)
    {
        const auto look = [&](const QString &state) {
            QTest::qWait(50);
            const QString found = leak(tests::shownTexts(*program.window()));
            QVERIFY2(found.isEmpty(), qPrintable(name + u' ' + state + QStringLiteral(": ") + found));
        };
        look(QStringLiteral("as it opens"));
        Page *page = program.window()->currentPage();
        QVERIFY(page);
        for (QTabBar *tabs : page->findChildren<QTabBar *>()) {
            for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                look(QStringLiteral("tab %1").arg(tab));
            }
        }
        for (QAbstractItemView *view : page->findChildren<QAbstractItemView *>()) {
            if (!view->isVisible() || !view->model() || qobject_cast<QHeaderView *>(view))
                continue;
            view->setFocus();
            for (int row = 0; row < std::min(view->model()->rowCount(), 6); ++row) {
                view->setCurrentIndex(view->model()->index(row, std::min(1, view->model()->columnCount() - 1)));
                look(QStringLiteral("row %1").arg(row));
            }
            QApplication::clipboard()->clear();
            view->selectAll();
            QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
            const QString found = leak(QApplication::clipboard()->text());
            QVERIFY2(found.isEmpty(), qPrintable(name + QStringLiteral(" copied: ") + found));
        }
    }

    void verifyFile(const QString &path)
    {
        QString found = leak(contentOf(path));
        if (path.endsWith(QLatin1String(".xlsx"))) {
            const app::ZipArchive archive(contentOf(path));
            QVERIFY(archive.isOpen());
            QByteArray all;
            for (const QByteArray name : {"xl/workbook.xml", "docProps/core.xml", "docProps/app.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml",
                                          "xl/worksheets/sheet4.xml"}) {
                if (auto member = archive.member(name, 100'000'000); member && (member->isOpen() || member->open(QIODevice::ReadOnly)))
                    all += member->readAll();
            }
            QVERIFY(tells(all));
            found += leak(all);
        } else if (path.endsWith(QLatin1String(".pdf"))) {
            const QString text = must(app::readDocument(contentOf(path), path)).text;
            QVERIFY(tells(text.toUtf8()));
            found += leak(text);
        } else if (path.endsWith(QLatin1String(".rolecall"))) {
            const auto packet = must(app::openWorkspace(path, db::Access::ReadOnly));
            auto contents = must(db::run(packet->connection(), QStringLiteral("SELECT sha256, file_name FROM document")));
            int documents = 0;
            for (; contents.next(); ++documents)
                found += leak(must(db::content(packet->connection(), contents.value(0).toString()))) + leak(contents.value(1).toString());
            QCOMPARE(documents, 2);
        } else {
            QVERIFY(tells(contentOf(path)));
        }
        QVERIFY2(found.isEmpty(), qPrintable(path + QStringLiteral(": ") + found));
    }

    struct Ran
    {
        int status = -1;
        QByteArray said;
    };
    /// Whether somebody stands in it, by their code.
    bool tells(const QByteArray &text) const
    {
        return std::any_of(m_codes.cbegin(), m_codes.cend(), [&text](const QString &code) { return text.contains(code.toUtf8()); });
    }
    static Ran run(const QStringList &arguments)
    {
        QProcess program;
        program.start(QStringLiteral(ROLECALL_EXECUTABLE), arguments);
        Ran ran;
        if (program.waitForFinished(60'000) && program.exitStatus() == QProcess::NormalExit)
            ran.status = program.exitCode();
        ran.said = program.readAllStandardOutput() + program.readAllStandardError();
        return ran;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp, ColourScheme::Light);
        makeWorkspace();
    }
    void cleanupTestCase() { m_theme.reset(); }

    void everyPageOfTheWindow()
    {
        SettingsFile settings(path(QStringLiteral("settings.json")));
        Program program(settings, *m_theme);
        program.start(workspace());
        QTRY_VERIFY(program.session());
        program.window()->resize(1280, 860);
        int opened = 0;
        for (int number = 0; number <= int(PageId::Welcome); ++number) {
            const auto page = PageId(number);
            if (page == PageId::Welcome || !program.window()->hasPage(page))
                continue;
            QVariantMap arguments{{roleArgument, m_role.number()}};
            if (page == PageId::Compare)
                arguments = ComparePage::placeFor(m_role, m_people.mid(0, 4))->arguments;
            QVERIFY(program.window()->open(page, arguments));
            ++opened;
            verifyPage(program, pageName(page));
            if (page == PageId::Review) {
                for (const db::ApplicationId id : std::as_const(m_people)) {
                    program.window()->open(page, {{roleArgument, m_role.number()}, {QStringLiteral("application"), id.number()}});
                    verifyPage(program, QStringLiteral("Review of one"));
                }
            }
        }
        QVERIFY(opened >= 11);
    }

    void anImportShowsNobodyUntilSomebodyAsks()
    {
        SettingsFile settings(path(QStringLiteral("settings.json")));
        Program program(settings, *m_theme);
        program.start(workspace());
        QTRY_VERIFY(program.session());
        program.window()->resize(1280, 860);
        // Everything that can say who it is: the file's name, columns, an address in a reason, who applies in doubt.
        const QStringList files{file(QStringLiteral("Zephyrine at Wexcombe.csv"), table), file(QStringLiteral("Bartholomew Oxenstierna.csv"), single),
                                file(QStringLiteral("quillfeather forward.eml"), "From: Lucja Wieczorek <lucja@nightjar.example.org>\nSubject: Fwd: Bartholomew Oxenstierna\nDate: Mon, 2 Mar 2026 10:00:00 +0100\n\nSee below.\n")};
        // And a folder, in which a file that cannot be read bears a name as well.
        QDir().mkpath(path(QStringLiteral("Wexcombe heap")));
        file(QStringLiteral("Wexcombe heap/CV Bartholomew Oxenstierna.pdf"), "%PDF-1.4 and nothing more");
        QVERIFY(program.window()->open(PageId::Import, {{roleArgument, m_role.number()}, {QStringLiteral("files"), files + QStringList{path(QStringLiteral("Wexcombe heap"))}}}));
        auto *page = static_cast<ImportPage *>(program.window()->currentPage());
        QTRY_VERIFY(page->trial().inDoubt >= 1);
        QTRY_VERIFY(!program.session()->isBusy());
        for (int row = 0; row < page->sheet().files().model()->rowCount(); ++row) {
            page->sheet().files().setCurrentIndex(page->sheet().files().model()->index(row, 0));
            verifyPage(program, QStringLiteral("Import"));
        }
        QVERIFY(tests::shownTexts(*program.window()).contains(QStringLiteral("The role is read blind")));
        for (int row = 0; row < page->sheet().rows().rowCount(); ++row)
            QVERIFY(!(page->sheet().rows().index(row, ImportRowsModel::PersonColumn).flags() & Qt::ItemIsEditable)); // a hidden name is not typed over
        for (QPushButton *button : page->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Show the names"))
                button->click();
        }
        QVERIFY(!leak(tests::shownTexts(*program.window())).isEmpty());
        const auto log = must(db::changes(program.session()->connection(), {m_role, {}, {}, {}}, 1));
        QCOMPARE(log.first().title, QStringLiteral("Looked at names while importing applicants"));
    }

    void nobodyIsFoundByName()
    {
        SettingsFile settings(path(QStringLiteral("settings.json")));
        Program program(settings, *m_theme);
        program.start(workspace());
        QTRY_VERIFY(program.session());
        QVERIFY(QTest::qWaitForWindowActive(program.window()));
        for (const char *query : {"quillfeather", "quillf", "Zéphyrine tide", "tide zeph", "wexcombe", "nightjar", "5550", "marsh lane", "oxenstierna", "maps oxen", "kept tide tables"}) {
            QTest::keyClick(program.window(), Qt::Key_K, Qt::ControlModifier);
            auto *palette = program.window()->findChild<CommandPalette *>();
            QVERIFY(palette && palette->isVisible());
            auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
            QVERIFY(field);
            field->setText(QString::fromUtf8(query));
            QTest::qWait(250);
            QStringList said;
            for (QListView *list : palette->findChildren<QListView *>())
                tests::addModel(said, *list->model());
            const QString all = said.join(u'\n');
            const QString found = leak(all);
            QVERIFY2(found.isEmpty(), qPrintable(QString::fromUtf8(query) + QStringLiteral(": ") + found));
            // Words that name nobody do find the code; a name must not, or typing it would tell whose code it is.
            QVERIFY2(tells(all.toUtf8()) == (QByteArray(query) == "kept tide tables"), query);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        }
    }

    void everyFileThatLeaves()
    {
        for (const bool blindRole : {true, false}) {
            setBlind(blindRole);
            auto opened = must(app::openWorkspace(workspace(), db::Access::ReadOnly));
            db::Connection &connection = opened->connection();
            const bool ask = !blindRole; // a blind role is written blind without being asked
            app::ShortlistExport csv;
            csv.blind = ask;
            csv.evidence = true;
            must(app::exportShortlistCsv(connection, m_role, path(QStringLiteral("list.csv")), csv));
            app::SpreadsheetOptions sheet;
            sheet.blind = ask;
            must(app::exportShortlistSpreadsheet(connection, m_role, path(QStringLiteral("list.xlsx")), sheet));
            app::DecisionRecordOptions record;
            record.blind = ask;
            must(app::exportDecisionRecord(connection, m_role, path(QStringLiteral("record.html")), app::DecisionFormat::Html, record));
            must(app::exportDecisionRecord(connection, m_role, path(QStringLiteral("record.pdf")), app::DecisionFormat::Pdf, record));
            app::PacketOptions packet;
            packet.blind = ask;
            packet.reviewerName = QStringLiteral("Rea Viewer"); // who has evidence here already, with names in it
            must(app::exportPacket(connection, m_role, packet, path(QStringLiteral("packet.rolecall"))));
            app::CalendarScope scope;
            scope.role = m_role;
            if (blindRole) // a calendar of a role that is not blind goes by names
                QVERIFY(!file(QStringLiteral("role.ics"), must(app::exportCalendar(connection, scope)).bytes).isEmpty());
            for (const char *name : {"list.csv", "list.xlsx", "record.html", "record.pdf", "packet.rolecall", "role.ics"})
                verifyFile(path(QLatin1String(name)));
        }
        setBlind(true);
    }

    void everyCommand()
    {
        const QString role = QString::number(m_role.number());
        const QList<QStringList> commands{
            {QStringLiteral("applicants"), QStringLiteral("list"), workspace(), role},
            {QStringLiteral("applicants"), QStringLiteral("list"), workspace(), role, QStringLiteral("--json")},
            {QStringLiteral("role"), QStringLiteral("list"), workspace(), QStringLiteral("--json")},
            {QStringLiteral("search"), workspace(), QStringLiteral("tide"), QStringLiteral("--json")},
            {QStringLiteral("search"), workspace(), QStringLiteral("quillfeather"), QStringLiteral("--json")},
            {QStringLiteral("deadlines"), workspace(), QStringLiteral("--json")},
            {QStringLiteral("shortlist"), QStringLiteral("export"), workspace(), role, QStringLiteral("--evidence"), QStringLiteral("--output"), path(QStringLiteral("cli.csv"))},
            {QStringLiteral("shortlist"), QStringLiteral("record"), workspace(), role, QStringLiteral("--output"), path(QStringLiteral("cli.html"))},
            {QStringLiteral("shortlist"), QStringLiteral("record"), workspace(), role, QStringLiteral("--output"), path(QStringLiteral("cli.xlsx"))},
            {QStringLiteral("packet"), QStringLiteral("export"), workspace(), role, QStringLiteral("--reviewer"), QStringLiteral("Cleo Desk"), QStringLiteral("--output"), path(QStringLiteral("cli.rolecall"))},
        };
        for (const QStringList &command : commands) {
            const Ran ran = run(command);
            QVERIFY2(ran.status == 0, ran.said.constData());
            QStringList arguments = command; // what was typed is no secret
            QByteArray said = ran.said;
            for (const QString &argument : arguments)
                said.replace(argument.toUtf8(), QByteArray());
            const QString found = leak(said);
            QVERIFY2(found.isEmpty(), qPrintable(command.mid(0, 2).join(u' ') + QStringLiteral(": ") + found));
            if (command.contains(QStringLiteral("quillfeather")))
                QVERIFY2(!ran.said.contains(m_codes[0].toUtf8()), ran.said.constData());
        }
        for (const char *name : {"cli.csv", "cli.html", "cli.xlsx", "cli.rolecall"})
            verifyFile(path(QLatin1String(name)));
    }

    void aRevealAsksWhyAndIsLogged()
    {
        auto opened = must(app::openWorkspace(workspace(), db::Access::ReadWrite));
        db::Connection &connection = opened->connection();
        QVERIFY(!app::reveal(connection, m_people[0], QStringLiteral("  ")).has_value());
        QVERIFY(app::identity(connection, m_people[0])->hidden);
        must(app::reveal(connection, m_people[0], QStringLiteral("conflict of interest")));
        QVERIFY(!app::identity(connection, m_people[0])->hidden);
        QVERIFY(app::identity(connection, m_people[3])->hidden);
        const auto log = must(db::changes(connection, {{}, m_people[0], QStringLiteral("reveal"), {}}, 5));
        QCOMPARE(log.size(), 1);
        QCOMPARE(log.first().detail, QStringLiteral("conflict of interest"));
        // To this reviewer alone, and not in what is written for others.
        connection.setReviewer(must(db::reviewerByName(connection, QStringLiteral("Otto Panel")))->id);
        QVERIFY(app::identity(connection, m_people[0])->hidden);
        must(app::exportDecisionRecord(connection, m_role, path(QStringLiteral("after.html")), app::DecisionFormat::Html, {}));
        verifyFile(path(QStringLiteral("after.html")));
    }
};

QTEST_MAIN(TestBlind)
#include "tst_blind.moc"
