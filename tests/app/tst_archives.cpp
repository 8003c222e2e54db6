// SPDX-License-Identifier: GPL-3.0-or-later
// ZIP archives of applications: taken as the folder they hold, and refused whole, with nothing left behind, where they
// could do harm.
#include "workspace_fixture.h"

#include "app/applicants/applicant_import.h"
#include "app/documents/document_reader.h"
#include "app/intake/unpacked_archives.h"
#include "db/applications.h"

#include <QDir>
#include <QtEndian>

using namespace rolecall;
using namespace rolecall::app;

namespace {

struct Member
{
    QByteArray name;
    QByteArray bytes = {};
    bool packed = false;
    quint32 unixMode = 0100644;
    quint16 flags = 0;
    qint64 declared = -1; ///< a lie about the size
};

quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (0xedb88320 & (0 - (crc & 1)));
    }
    return ~crc;
}

template<class T> void put(QByteArray &to, T value)
{
    const T little = qToLittleEndian(value);
    to.append(reinterpret_cast<const char *>(&little), sizeof little);
}

/// By hand (APPNOTE.TXT 4.3), so that it may hold what no archiver writes.
QByteArray zipOf(const QList<Member> &members)
{
    QByteArray zip;
    QByteArray directory;
    for (const Member &member : members) {
        constexpr qsizetype headOfQt = 4 + 2; // of qCompress: the size, and the head of zlib
        constexpr qsizetype sumOfZlib = 4;
        const QByteArray stored = member.packed ? qCompress(member.bytes, 9).mid(headOfQt).chopped(sumOfZlib) : member.bytes;
        const quint32 size = quint32(member.declared >= 0 ? member.declared : member.bytes.size());
        const quint32 at = quint32(zip.size());
        QByteArray common;
        put<quint16>(common, 20);
        put<quint16>(common, member.flags);
        put<quint16>(common, member.packed ? 8 : 0);
        put<quint32>(common, 0x5c6a0000); // some day
        put<quint32>(common, crcOf(member.bytes));
        put<quint32>(common, quint32(stored.size()));
        put<quint32>(common, size);
        put<quint16>(common, quint16(member.name.size()));
        put<quint16>(common, 0);
        zip += "PK\x03\x04" + common + member.name + stored;
        directory += "PK\x01\x02";
        put<quint16>(directory, 0x0314); // made on Unix
        directory += common;
        put<quint16>(directory, 0);
        put<quint16>(directory, 0);
        put<quint16>(directory, 0);
        put<quint32>(directory, member.unixMode << 16);
        put<quint32>(directory, at);
        directory += member.name;
    }
    const quint32 start = quint32(zip.size());
    zip += directory + "PK\x05\x06";
    put<quint32>(zip, 0);
    put<quint16>(zip, quint16(members.size()));
    put<quint16>(zip, quint16(members.size()));
    put<quint32>(zip, quint32(directory.size()));
    put<quint32>(zip, start);
    put<quint16>(zip, 0);
    return zip;
}

constexpr quint16 isUtf8 = 0x0800;

} // namespace

class TestArchives : public QObject
{
    Q_OBJECT
    test::WorkspaceFixture m_work;
    QList<ImportedRow> m_rows;

    Result<ImportSummary> import(const QStringList &files)
    {
        m_rows.clear();
        ImportRequest request;
        request.role = m_work.role;
        request.files = files;
        request.onRow = [this](const ImportedRow &row) { m_rows << row; };
        return importApplicants(m_work.connection(), request);
    }

private Q_SLOTS:
    void init() { m_work.open(); }
    void cleanup() { m_work.close(); }

    void isTakenAsTheFolderItHolds()
    {
        const QString zip = m_work.file(QStringLiteral("applications.zip"),
                                        zipOf({{"people/list.csv", "Name,E-mail,Documents\nAda Example,ada@example.org,cv-ada.txt\nBjörn Muster,bjoern@example.org,\n", true, 0100644, isUtf8},
                                               {"people/", {}, false, 040755},
                                               {"people/cv-ada.txt", "Ada Example\nada@example.org\nKeeper of stars since 2011."},
                                               {"people\\Zoë Ejemplo\\Lebenslauf.txt", "Zoë Ejemplo\nzoe@example.org\nReads charts.", true, 0100644, isUtf8},
                                               {"__MACOSX/people/._list.csv", "x"},
                                               {"more.zip", zipOf({{"a.txt", "a"}})}}));
        const auto summary = import({zip});
        QVERIFY2(summary, qPrintable(summary ? QString() : summary.error().text()));
        QCOMPARE(summary->applicants, 3);
        QStringList files;
        for (const ImportedRow &row : std::as_const(m_rows))
            files << row.file;
        QVERIFY2(files.contains(QStringLiteral("applications.zip/people/list.csv")), qPrintable(files.join(u' ')));
        const auto nested = std::find_if(m_rows.cbegin(), m_rows.cend(), [](const ImportedRow &row) { return row.file.endsWith(u"more.zip"); });
        QVERIFY(nested != m_rows.cend());
        QCOMPARE(nested->state, RowState::Refused);
        QVERIFY2(nested->messages.join(u' ').contains(u"archive within an archive"), qPrintable(nested->messages.join(u' ')));
    }

    void unpacksOnceAndAnewWhenChanged()
    {
        const QString zip = m_work.file(QStringLiteral("a.zip"), zipOf({{"a.txt", "one"}, {"A.TXT", "two"}}));
        QString folder;
        {
            UnpackedArchives archives;
            folder = *archives.folderOf(zip);
            QCOMPARE(*archives.folderOf(zip), folder);
            QCOMPARE(QDir(folder).entryList(QDir::Files, QDir::Name), (QStringList{QStringLiteral("A (2).TXT"), QStringLiteral("a.txt")}));
            QVERIFY(m_work.file(QStringLiteral("a.zip"), zipOf({{"other.txt", "three, four"}})) == zip);
            QCOMPARE(QDir(*archives.folderOf(zip)).entryList(QDir::Files), QStringList{QStringLiteral("other.txt")});
        }
        QVERIFY(!QDir(folder).exists());
    }

    void refusesWhole_data()
    {
        QTest::addColumn<QByteArray>("zip");
        QTest::addColumn<QString>("reason");
        const Member good{"good.csv", "Name,E-mail\nAda Example,ada@example.org\n"};
        QTest::newRow("a name that climbs") << zipOf({good, {"x/../../evil.txt", "x"}}) << QStringLiteral("outside its folder");
        QTest::newRow("the same with the other slash") << zipOf({good, {"..\\evil.txt", "x"}}) << QStringLiteral("outside its folder");
        QTest::newRow("a name from the root") << zipOf({good, {"/etc/evil.txt", "x"}}) << QStringLiteral("outside its folder");
        QTest::newRow("a drive") << zipOf({good, {"C:\\evil.txt", "x"}}) << QStringLiteral("outside its folder");
        QTest::newRow("a link") << zipOf({good, {"cv.txt", "/etc/passwd", false, 0120777}}) << QStringLiteral("a link");
        QTest::newRow("a password") << zipOf({good, {"cv.txt", "0123456789abc", false, 0100644, 1}}) << QStringLiteral("password");
        QTest::newRow("too many files") << zipOf(QList<Member>(20'001, {"a", ""})) << QStringLiteral("at most 20000");
        QTest::newRow("broken off") << zipOf({good, {"cv.txt", QByteArray(5000, 'y')}}).left(3000) << QStringLiteral("damaged");
        QTest::newRow("nothing in it") << zipOf({{"folder/", {}, false, 040755}}) << QStringLiteral("no file");
        QTest::newRow("a file damaged") << zipOf({good, {"cv.txt", "what it holds is"}}).replace("what it holds is", "what it held was") << QStringLiteral("damaged");
    }
    void refusesWhole()
    {
        QFETCH(QByteArray, zip);
        QFETCH(QString, reason);
        const QString before = QDir::tempPath();
        const QStringList left = QDir(before).entryList(QDir::Dirs);
        const auto summary = import({m_work.file(QStringLiteral("given.zip"), zip)});
        QVERIFY(!summary);
        QVERIFY2(summary.error().text().contains(reason), qPrintable(summary.error().text()));
        QVERIFY(!summary.error().remedy.isEmpty());
        QVERIFY(m_rows.isEmpty());
        // Only what others make may be new there; nothing of this archive is.
        for (const QString &name : QDir(before).entryList(QDir::Dirs)) {
            if (!left.contains(name))
                QVERIFY(!QFile::exists(before + u'/' + name + QStringLiteral("/good.csv")));
        }
    }

    void boundsWhatComesOut()
    {
        ArchiveLimits limits;
        limits.bytesWithoutRatio = 100'000;
        limits.bytes = 1'000'000;
        const QByteArray same(900'000, 'x');
        UnpackedArchives archives(limits);
        // A thousand times its size; the same with a lie about it; more than is fair though it packs like a text.
        for (const QList<Member> &members : {QList<Member>{{"a.txt", same, true}}, QList<Member>{{"a.txt", same, true, 0100644, 0, 10}}, QList<Member>{{"a.bin", same}, {"b.bin", same}}}) {
            const auto folder = archives.folderOf(m_work.file(QStringLiteral("bomb.zip"), zipOf(members)));
            QVERIFY(!folder);
            QVERIFY2(folder.error().problem.contains(u"far more than its size") || folder.error().problem.contains(u"damaged"), qPrintable(folder.error().text()));
        }
        QVERIFY(archives.folderOf(m_work.file(QStringLiteral("text.zip"), zipOf({{"a.bin", same}}))));
    }

    void documentsThatAreBombsEnd()
    {
        const QByteArray word = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
        const auto docx = [&word](const QByteArray &body, qint64 declared) {
            return zipOf({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", word + body + "</w:body></w:document>", true, 0100644, 0, declared}});
        };
        QByteArray attributes = "<w:p";
        for (int i = 0; i < 200'000; ++i)
            attributes += " a" + QByteArray::number(i) + "=\"x\"";
        DocumentLimits limits;
        limits.unpackedBytes = 3'000'000;
        QVERIFY(!readDocument(docx(attributes + "/>", -1), QStringLiteral("attributes.docx"), limits)); // each is compared with all others
        const QByteArray paragraphs = QByteArray("<w:p><w:r><w:t>x</w:t></w:r></w:p>").repeated(200'000);
        QVERIFY(!readDocument(docx(paragraphs, -1), QStringLiteral("long.docx"), limits));
        QVERIFY(!readDocument(docx(paragraphs, 100), QStringLiteral("lying.docx"), limits));
        limits.unpackedBytes = 30'000'000;
        QVERIFY(readDocument(docx(paragraphs, -1), QStringLiteral("long.docx"), limits));
        QList<Member> headers{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", word + "<w:p/></w:body></w:document>", true}};
        for (int i = 0; i < 20; ++i)
            headers.prepend({"word/header" + QByteArray::number(i) + ".xml", word + paragraphs + "</w:body></w:document>", true});
        const Result<DocumentDraft> bounded = readDocument(zipOf(headers), QStringLiteral("headers.docx"), limits); // all parts together are
        QVERIFY(bounded && bounded->warnings.join(u' ').contains(u"left out"));
    }

    void isOneRowAmongOthers()
    {
        const QString bad = m_work.file(QStringLiteral("bad.zip"), zipOf({{"../evil.txt", "x"}}));
        const QString table = m_work.file(QStringLiteral("list.csv"), "Name,E-mail\nAda Example,ada@example.org\n");
        const auto summary = import({bad, table});
        QVERIFY2(summary, qPrintable(summary ? QString() : summary.error().text()));
        QCOMPARE(summary->applicants, 1);
        QCOMPARE(summary->refused, 1);
    }
};

QTEST_GUILESS_MAIN(TestArchives)
#include "tst_archives.moc"
