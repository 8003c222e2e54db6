// SPDX-License-Identifier: GPL-3.0-or-later
// Words of every script are found, in the index and in a text alike, and what was erased is in no index any more.
#include "db/documents.h"
#include "db/search_index.h"
#include "db/search_syntax.h"
#include "db/sql.h"
#include "db/text_words.h"
#include "db/transaction.h"
#include "db/workspace.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rolecall;
using namespace rolecall::db;

namespace {

QStringList foldedWords(const QString &text)
{
    QStringList words;
    const QByteArray utf8 = text.toUtf8();
    const auto add = [](void *list, std::string_view folded, std::size_t, std::size_t) {
        static_cast<QStringList *>(list)->append(QString::fromUtf8(folded.data(), qsizetype(folded.size())));
        return true;
    };
    eachWord({utf8.constData(), std::size_t(utf8.size())}, add, &words);
    return words;
}

} // namespace

class TestSearchWords : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;

    Connection &connection() { return m_workspace->connection(); }
    int hits(const QString &index, const QString &typed)
    {
        const auto count = single(connection(), QStringLiteral("SELECT count(*) FROM %1 WHERE %1 MATCH ?").arg(index), {searchExpression(typed)});
        return count ? count->toInt() : -1;
    }
    void store(const QString &text)
    {
        const QString sha256 = QString::number(qHash(text), 16).rightJustified(64, u'0');
        QVERIFY(execute(connection(), QStringLiteral("INSERT INTO content (sha256, size, bytes) VALUES (?, 1, x'00')"), {sha256}).has_value());
        DocumentText stored;
        stored.sha256 = sha256;
        stored.kind = QStringLiteral("text");
        stored.extractor = QStringLiteral("test");
        stored.text = text;
        QVERIFY(storeDocumentText(connection(), stored).has_value());
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto made = Workspace::create(m_folder.filePath(QStringLiteral("words.rolecall")));
        QVERIFY2(made.has_value(), qPrintable(made ? QString() : made.error().text()));
        m_workspace = std::move(*made);
    }

    void foldsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("case and accents") << QStringLiteral("Zoë ÅSTRÖM") << QStringLiteral("zoe astrom");
        QTest::newRow("accents apart") << QStringLiteral("Zoe\u0308") << QStringLiteral("zoe");
        QTest::newRow("letters that are one") << QStringLiteral("Łódź Søren Straße Þór Đorđe") << QStringLiteral("lodz soren strasse thor dorde");
        QTest::newRow("ligatures and wide letters") << QStringLiteral("ﬁnance ＡＢＣ１２") << QStringLiteral("finance abc12");
        QTest::newRow("Cyrillic") << QStringLiteral("Фёдор Йовович") << QStringLiteral("федор иовович");
        QTest::newRow("Greek") << QStringLiteral("Οδυσσέας") << QStringLiteral("οδυσσεασ");
        QTest::newRow("Han") << QStringLiteral("東京大学 2019") << QStringLiteral("東 京 大 学 2019");
        QTest::newRow("kana and Hangul") << QStringLiteral("データ 데이터") << QStringLiteral("デ ー タ 데 이 터");
        QTest::newRow("mixed") << QStringLiteral("用Python开发") << QStringLiteral("用 python 开 发");
        QTest::newRow("Hindi stays whole") << QStringLiteral("हिन्दी") << QStringLiteral("हिन्दी");
        QTest::newRow("soft hyphen") << QStringLiteral("soft\u00adware") << QStringLiteral("software");
        QTest::newRow("parted") << QStringLiteral("a-b_c'd\U0001F600e—f") << QStringLiteral("a b c d e f");
    }
    void foldsWords()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QCOMPARE(foldedWords(text).join(u' '), words);
        QCOMPARE(foldedWords(words).join(u' '), words);
    }

    void takesBytesThatAreNoText()
    {
        QStringList words;
        const std::string_view bytes("ab\xff\xc3 cd\xe6\x9d\xe2\x82\xf0\x9f\x98 ef\xed\xa0\x80g\xc0\xafh");
        const auto add = [](void *list, std::string_view folded, std::size_t begin, std::size_t end) {
            static_cast<QStringList *>(list)->append(QStringLiteral("%1:%2-%3").arg(QString::fromUtf8(folded.data(), qsizetype(folded.size()))).arg(begin).arg(end));
            return true;
        };
        QVERIFY(eachWord(bytes, add, &words));
        QCOMPARE(words.first(), QStringLiteral("ab:0-2"));
        QCOMPARE(words.at(1), QStringLiteral("cd:5-7"));
        QCOMPARE(words.size(), 5);
    }

    void findsInTheIndex_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("expected");
        QTest::newRow("two characters of Chinese") << QStringLiteral("京大") << 1;
        QTest::newRow("one character") << QStringLiteral("学") << 1;
        QTest::newRow("characters apart") << QStringLiteral("東学") << 0;
        QTest::newRow("Japanese in the middle of a run") << QStringLiteral("開発") << 1;
        QTest::newRow("Korean in the middle of a word") << QStringLiteral("이터") << 1;
        QTest::newRow("Thai") << QStringLiteral("ข้อมูล") << 1;
        QTest::newRow("Cyrillic prefix") << QStringLiteral("инжен") << 1;
        QTest::newRow("Cyrillic without its accents") << QStringLiteral("федоров") << 1;
        QTest::newRow("accents folded") << QStringLiteral("zoe astr") << 1;
        QTest::newRow("accents typed") << QStringLiteral("zòé") << 1;
        QTest::newRow("one letter") << QStringLiteral("z") << 1;
        QTest::newRow("phrase") << QStringLiteral("\"tide records\"") << 1;
        QTest::newRow("phrase turned round") << QStringLiteral("\"records tide\"") << 0;
        QTest::newRow("phrase that is being typed") << QStringLiteral("\"tide rec") << 1;
        QTest::newRow("phrase that is closed") << QStringLiteral("\"tide rec\"") << 0;
        QTest::newRow("operators are text") << QStringLiteral("tide OR nothing") << 0;
    }
    void findsInTheIndex()
    {
        QFETCH(QString, typed);
        QFETCH(int, expected);
        const QString text = QStringLiteral("東京大学 ソフトウェア開発 데이터베이스 วิเคราะห์ข้อมูล Фёдоров инженер Zoë Åström keeps tide records");
        static const bool stored = [this, &text] { store(text); return true; }();
        QVERIFY(stored);
        QCOMPARE(hits(QStringLiteral("search_document"), typed), expected);
        // The same rule in a text, for what is shown and for what may be found in a masked one.
        const QList<SearchTerm> terms = searchTerms(typed);
        QCOMPARE(hasTerms(text, terms), expected == 1);
        const auto found = findTerms(text, terms, 100);
        QCOMPARE(found.size() >= terms.size(), expected == 1);
    }

    void placesAreInUtf16()
    {
        const QString text = QStringLiteral("\U0001F600 𝐀 Zoë 東京大学");
        const auto found = findTerms(text, searchTerms(QStringLiteral("zoe 京大")), 10);
        QCOMPARE(found.size(), 2);
        QCOMPARE(text.mid(found.at(0).start, found.at(0).length), QStringLiteral("Zoë"));
        QCOMPARE(text.mid(found.at(1).start, found.at(1).length), QStringLiteral("京大"));
        QCOMPARE(found.at(1).term, 1);
    }

    void nothingIsLeftOfWhatWasErased()
    {
        for (int i = 0; i < 40; ++i)
            store(QStringLiteral("plain words %1").arg(i));
        const QString secret = QStringLiteral("xylophonisten heliograph");
        store(secret);
        const QString sha256 = single(connection(), QStringLiteral("SELECT sha256 FROM document_text WHERE text = ?"), {secret})->toString();
        auto transaction = Transaction::begin(connection());
        QVERIFY(transaction.has_value());
        QVERIFY(deleteDocumentText(connection(), sha256).has_value());
        QVERIFY(forgetDeleted(connection()).has_value());
        QVERIFY(transaction->commit().has_value());
        QCOMPARE(hits(QStringLiteral("search_document"), QStringLiteral("heliograph")), 0);
        QCOMPARE(hits(QStringLiteral("search_document"), QStringLiteral("plain")), 40);
        const auto traces = single(connection(), QStringLiteral("SELECT count(*) FROM search_document_data WHERE instr(block, CAST('heliograph' AS BLOB)) > 0 OR instr(block, CAST('xylophon' AS BLOB)) > 0"));
        QCOMPARE(traces->toInt(), 0);
        QVERIFY(execute(connection(), QStringLiteral("INSERT INTO search_document (search_document) VALUES ('integrity-check')")).has_value());
    }
};

QTEST_GUILESS_MAIN(TestSearchWords)
#include "tst_search_words.moc"
