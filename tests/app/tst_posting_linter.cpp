// SPDX-License-Identifier: GPL-3.0-or-later
// What the linter points out, where and why; and what it leaves alone.
#include "app/posting/lint_rules.h"
#include "app/posting/posting_linter.h"

#include <QTest>

using namespace rolecall::app;

Q_DECLARE_METATYPE(LintKind)

class TestPostingLinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesCompileAndNameTheirSource()
    {
        QVERIFY(lintRules().size() > 30);
        for (const LintRule &rule : lintRules()) {
            QVERIFY2(rule.pattern.isValid(), qPrintable(rule.pattern.pattern() + rule.pattern.errorString()));
            QVERIFY(qstrlen(rule.reason) > 20);
            QVERIFY(qstrlen(rule.source) > 10);
        }
    }

    void found_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<LintKind>("kind");
        QTest::addColumn<QString>("stretch");
        QTest::addColumn<QString>("source");
        const auto row = [](const char *text, LintKind kind, const char *stretch, const char *source = "") {
            QTest::newRow(text) << QString::fromUtf8(text) << kind << QString::fromUtf8(stretch) << QString::fromUtf8(source);
        };
        using enum LintKind;
        row("Experience with Java and/or Kotlin", DoubleBarrelled, "and/or", "Krosnick");
        row("Experience writing and maintaining web services", DoubleBarrelled, "writing");
        row("Connections in the field of archives and ability to establish new ones", DoubleBarrelled, "and ability");
        row("Experience and enjoyment of working in remote teams", DoubleBarrelled, "Experience and enjoyment");
        row("Speaks clearly, both verbally and in writing", DoubleBarrelled, "both verbally and");
        row("Interpersonal skills to work with researchers. Including the skills to write reports", DoubleBarrelled, "Including the skills to write reports");
        row("Erfahrung mit Datenbanken sowie Netzwerken", DoubleBarrelled, "sowie");
        row("Expérience des bases de données ainsi que des réseaux", DoubleBarrelled, "ainsi que");
        row("Strong communication skills", Vague, "Strong", "Personnel Management");
        row("Broad understanding of user experience design", Vague, "Broad understanding");
        row("Experience with relevant programming languages", Vague, "relevant");
        row("Experience with Git, Docker, etc.", Vague, "etc.");
        row("JavaScript ninja", Vague, "ninja");
        row("Sehr gute Kenntnisse in Python", Vague, "gute");
        row("Bonne maîtrise de SQL", Vague, "Bonne");
        row("A passion for open science", Untestable, "passion", "1607.14");
        row("Must be a good cultural fit", Untestable, "cultural fit", "Rivera (2012)");
        row("Leidenschaft für Technik", Untestable, "Leidenschaft");
        row("Esprit d’équipe", Untestable, "Esprit d’équipe");
        row("Native English speaker", Exclusionary, "Native English speaker", "ss. 9 and 19");
        row("Deutsch auf muttersprachlichem Niveau", Exclusionary, "muttersprachlichem", "Gleichbehandlungsgesetz");
        row("Français langue maternelle", Exclusionary, "langue maternelle", "L1132-1");
        row("A digital native", Exclusionary, "digital native", "1625.4");
        row("Young and hungry", Exclusionary, "Young");
        row("Recent graduates preferred", Exclusionary, "Recent graduates", "1625.4");
        row("No more than five years in the field", Exclusionary, "No more than five years", "1625.4");
        row("3-5 years of work in a library", Exclusionary, "3-5 years");
        row("At least 5 years of experience with Linux", Exclusionary, "At least 5 years", "Acas");
        row("5+ years experience with Linux", Exclusionary, "5+ years", "Acas");
        row("Wir sind ein junges Team", Exclusionary, "junges Team", "AGG");
        row("Mindestens drei Jahre Berufserfahrung", Exclusionary, "Mindestens drei Jahre Berufserfahrung");
        row("Jeune diplômé en informatique", Exclusionary, "Jeune diplômé", "L1132-1");
        row("Au moins 5 ans d’expérience", Exclusionary, "Au moins 5 ans d’expérience");
        row("He will manage his own budget", Exclusionary, "He", "1604.5");
        row("Experienced salesman", Exclusionary, "salesman");
        row("Competitive and outspoken", Exclusionary, "Competitive", "Gaucher");
        row("Physically fit", Exclusionary, "Physically fit", "1630.10");
        row("Führerschein", Exclusionary, "Führerschein");
    }
    void found()
    {
        QFETCH(QString, text);
        QFETCH(LintKind, kind);
        QFETCH(QString, stretch);
        QFETCH(QString, source);
        QStringList stretches;
        bool isFound = false;
        for (const LintFinding &finding : lint(QStringList{text})) {
            stretches << QString::number(int(finding.kind)) + u' ' + text.mid(finding.start, finding.length);
            QVERIFY(!finding.reason.isEmpty());
            isFound = isFound || (finding.kind == kind && text.mid(finding.start, finding.length) == stretch && finding.source.contains(source));
        }
        QVERIFY2(isFound, qPrintable(stretches.join(u" | ")));
    }

    void leftAlone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"Experience with the Jupyter ecosystem", "Experience working with young people", "Experience leading a team of three or more", "Fluent written English (CEFR C1)",
                                 "Has organised a public event for fifty people", "Experience teaching university graduates statistics", "Erfahrung in der Jugendarbeit", "Expérience avec un public jeune",
                                 "Has published a data set that others reused", "経験がある", "", "Experience with search and rescue"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void leftAlone()
    {
        QFETCH(QString, text);
        const auto findings = lint(QStringList{text});
        QVERIFY2(findings.isEmpty(), qPrintable(findings.isEmpty() ? QString() : findings.first().reason));
    }

    void duplicatesNameTheOther()
    {
        const auto findings = lint(QStringList{QStringLiteral("Experience with the Jupyter ecosystem"), QStringLiteral("Has repaired bicycles"), QStringLiteral("Knowledge of the Jupyter ecosystem."),
                                               QStringLiteral("Has repaired bicycles")});
        QCOMPARE(findings.size(), 2);
        QCOMPARE(findings[0].item, 2);
        QCOMPARE(findings[0].kind, LintKind::Duplicate);
        QCOMPARE(*findings[0].other, 0);
        QCOMPARE(findings[1].item, 3);
        QCOMPARE(*findings[1].other, 1);
    }

    void hostileTextsComeToTheirEnd()
    {
        const QString many = QStringLiteral("a and ").repeated(200'000);
        QStringList texts(50, many);
        texts << QStringLiteral("both ").repeated(100'000) << QString(1'000'000, u'.') << QStringLiteral("good x ").repeated(100'000) << QString(100'000, QChar(0xD800));
        // Anything worse than linear does not come to its end within the time that ctest gives a test.
        QVERIFY(!lint(texts).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPostingLinter)
#include "tst_posting_linter.moc"
