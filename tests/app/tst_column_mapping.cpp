// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/column_mapping.h"

#include <QTest>

using namespace rolecall;
using app::ApplicantField;
using app::ColumnTarget;

namespace {

const QStringList qualities{QStringLiteral("Broad understanding of user experience design"),
                            QStringLiteral("Experience with web frontends (HTML, JavaScript, CSS)"),
                            QStringLiteral("Confidence building “relationships” across communities"),
                            QStringLiteral("Confidence building relationships with funders")};
constexpr int necessary = 2;

/// "name email - rating:0" for comparison.
QString described(const app::ColumnMapping &mapping)
{
    QStringList words;
    for (const ColumnTarget &target : mapping.columns) {
        switch (target.kind) {
        case ColumnTarget::Unmatched: words.append(QStringLiteral("-")); break;
        case ColumnTarget::Field: words.append(app::fieldKey(target.field)); break;
        case ColumnTarget::Rating: words.append(QStringLiteral("rating:%1").arg(target.quality)); break;
        case ColumnTarget::Evidence: words.append(QStringLiteral("evidence:%1").arg(target.quality)); break;
        case ColumnTarget::Computed: words.append(QStringLiteral("computed")); break;
        case ColumnTarget::Ignored: words.append(QStringLiteral("ignored")); break;
        }
    }
    return words.join(u' ');
}

app::ColumnMapping recognized(const QString &header)
{
    return app::recognizeColumns(header.split(u'|'), {}, qualities, necessary);
}

} // namespace

class TestColumnMapping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesInManyLanguages_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("expected");
        const auto add = [](const char *tag, const QString &header, const char *expected) { QTest::newRow(tag) << header << QString::fromLatin1(expected); };
        add("english", QStringLiteral("Full Name|E-mail Address|Phone Number|City|How did you hear about us?|Date applied|Current stage|Tags|Notes"),
            "name email phone location source applied_on stage tags notes");
        add("german", QStringLiteral("Nachname|Vorname|E-Mail|Telefon|Wohnort|Eingang|Bemerkungen"), "family_name given_name email phone location applied_on notes");
        add("german name beside given name", QStringLiteral("Name|Vorname|E-Mail"), "family_name given_name email");
        add("french", QStringLiteral("Prénom|Nom|Courriel|Téléphone|Ville|Étape"), "given_name family_name email phone location stage");
        add("spanish", QStringLiteral("Nombre|Apellidos|Correo electrónico|Teléfono móvil|Ciudad"), "given_name family_name email phone location");
        add("spanish whole name", QStringLiteral("Nombre|Correo electrónico"), "name email");
        add("italian", QStringLiteral("Nome|Cognome|Indirizzo e-mail|Cellulare|Data candidatura"), "given_name family_name email phone applied_on");
        add("dutch", QStringLiteral("Voornaam|Achternaam|E-mailadres|Telefoonnummer|Woonplaats"), "given_name family_name email phone location");
        add("portuguese", QStringLiteral("Nome completo|E-mail|Telemóvel|Cidade|Observações"), "name email phone location notes");
        add("greenhouse", QStringLiteral("First Name|Last Name|Company|Title|Source|Applied On|Stage|Status|Rejection Reason"),
            "given_name family_name - - source applied_on stage outcome reason");
        add("opencats", QStringLiteral("First Name|Last Name|Email|Cell Phone|Key Skills|Notes"), "given_name family_name email phone tags notes");
        add("date gives way", QStringLiteral("Name|Created at|Applied at"), "name - applied_on");
        add("two e-mails", QStringLiteral("Name|Email|Email"), "name email email");
        add("camel case", QStringLiteral("FirstName|LastName|EmailAddress|Phone_Number"), "given_name family_name email phone");
    }
    void namesInManyLanguages()
    {
        QFETCH(QString, header);
        QFETCH(QString, expected);
        QCOMPARE(described(recognized(header)), expected);
    }
    void ratingColumns()
    {
        const auto mapping = recognized(QStringLiteral("Name|broad understanding of  user-experience design|Necessary: Experience with web frontends (HTML, JavaScript, CSS)|"
                                                       "useful: Confidence building \"relationships\" across communities|Evidence: Broad understanding of user experience design|u2"));
        QCOMPARE(described(mapping), QStringLiteral("name rating:0 rating:1 rating:2 evidence:0 rating:3"));
    }
    void cutHeaders()
    {
        QCOMPARE(described(recognized(QStringLiteral("Experience with web fronte…|Broad understanding"))), QStringLiteral("rating:1 -"));
        const auto ambiguous = recognized(QStringLiteral("Name|Confidence building relationships"));
        QCOMPARE(described(ambiguous), QStringLiteral("name -"));
        QVERIFY(ambiguous.warnings.first().contains(u"several qualities"));
    }
    void ownExportLeavesComputedColumnsOut()
    {
        const auto mapping = recognized(QStringLiteral("rank|name|email|stage|gate|useful_score|necessary_met|coverage|Necessary: Broad understanding of user experience design|by_hand"));
        QCOMPARE(described(mapping), QStringLiteral("computed name email stage computed computed computed computed rating:0 computed"));
        QCOMPARE(described(recognized(QStringLiteral("Rank|Name"))), QStringLiteral("- name"));
    }
    void unmatchedColumnsAreReported()
    {
        const auto mapping = recognized(QStringLiteral("Name|Shoe size"));
        QCOMPARE(mapping.warnings.size(), 1);
        QVERIFY(mapping.warnings.first().contains(u"Shoe size"));
    }
    void cellsTellWithoutHeader()
    {
        const QList<QStringList> rows{{QStringLiteral("Ada Example"), QStringLiteral("ada@example.org"), QStringLiteral("+49 30 5550100"), QStringLiteral("2026-03-02")},
                                      {QStringLiteral("Bo Sample"), QStringLiteral("bo@example.org"), QStringLiteral("+49 30 5550101"), QStringLiteral("2026-03-04")}};
        QCOMPARE(described(app::recognizeColumns({}, rows, qualities, necessary)), QStringLiteral("name email phone applied_on"));
    }
    void overridesByHand()
    {
        const QStringList header{QStringLiteral("Who"), QStringLiteral("Contact"), QStringLiteral("Mail"), QStringLiteral("UX")};
        auto mapping = app::recognizeColumns(header, {}, qualities, necessary);
        const auto outcome = app::applyOverrides(mapping, header, {QStringLiteral("email=contact"), QStringLiteral("n1=UX"), QStringLiteral("ignore=3")});
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().text()));
        QCOMPARE(described(mapping), QStringLiteral("name email ignored rating:0"));
    }
    void wrongOverridesChangeNothing()
    {
        const QStringList header{QStringLiteral("Name"), QStringLiteral("Mail")};
        auto mapping = app::recognizeColumns(header, {}, qualities, necessary);
        for (const QString &wrong : {QStringLiteral("email"), QStringLiteral("email=Nothing"), QStringLiteral("shoe=Mail"), QStringLiteral("email=9"), QStringLiteral("=Mail"), QStringLiteral("n9=Mail")}) {
            const auto outcome = app::applyOverrides(mapping, header, {QStringLiteral("notes=Mail"), wrong});
            QVERIFY2(!outcome, qPrintable(wrong));
            QVERIFY(!outcome.error().remedy.isEmpty());
            QCOMPARE(described(mapping), QStringLiteral("name email"));
        }
    }
};

QTEST_GUILESS_MAIN(TestColumnMapping)
#include "tst_column_mapping.moc"
