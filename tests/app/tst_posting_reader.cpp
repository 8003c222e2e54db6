// SPDX-License-Identifier: GPL-3.0-or-later
// Postings of many kinds, read whole: what a careful reader would take from each of them.
#include "app/posting/posting_reader.h"

#include <QFile>
#include <QTest>

using namespace rolecall::app;
using rolecall::Result;

namespace {

QStringList texts(const QList<QualityDraft> &qualities)
{
    QStringList list;
    for (const QualityDraft &quality : qualities)
        list += quality.text;
    return list;
}

/// "close 2024-06-14", in the order of the posting.
QStringList dates(const RoleDraft &role)
{
    QStringList list;
    for (const DeadlineDraft &deadline : role.deadlines) {
        static const QStringList kinds{QStringLiteral("close"), QStringLiteral("interviews"), QStringLiteral("start"), QStringLiteral("other")};
        list += kinds.at(int(deadline.kind)) + u' ' + (deadline.date ? deadline.date->toString(Qt::ISODate) : deadline.approx.value_or(QString()));
    }
    return list;
}

PostingDraft read(const QString &name)
{
    QFile file(QStringLiteral(ROLECALL_TEST_DATA "/postings/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    const Result<PostingDraft> posting = readPosting(file.readAll(), name);
    return posting ? *posting : PostingDraft();
}

PostingDraft readText(const QString &text, const QString &name = QStringLiteral("posting.md"))
{
    return readPosting(text.toUtf8(), name).value_or(PostingDraft());
}

} // namespace

class TestPostingReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWholePostings_data();
    void readsWholePostings();
    void readsSeveralRoles();
    void entriesKeepTheirPlace();
    void footnotesStayWithTheirEntry();
    void frontMatterHoldsLists();
    void saysWhatItDidToTheText();
    void refusesWhatIsNoText();
    void endsOnHostileInput_data();
    void endsOnHostileInput();
    void readsLongTexts();
};

void TestPostingReader::readsWholePostings_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("necessary");
    QTest::addColumn<QStringList>("useful");
    QTest::addColumn<QStringList>("responsibilities");
    QTest::addColumn<QStringList>("when");
    QTest::addColumn<QStringList>("contacts");

    QTest::addRow("bare_lines")
        << QStringLiteral("bare_lines.txt") << QStringLiteral("GIS Analyst")
        << QStringList{QStringLiteral("Bachelor's degree in geography or a related field"), QStringLiteral("Three years of experience with ArcGIS or QGIS")}
        << QStringList{QStringLiteral("Experience with PostGIS"), QStringLiteral("Python scripting")}
        << QStringList{QStringLiteral("Maintain the parcel database"), QStringLiteral("Produce maps for council meetings"), QStringLiteral("Train staff in the use of web maps")}
        << QStringList{QStringLiteral("close 2024-03-29")}
        << QStringList{QStringLiteral("hr@exampleville.example")};
    QTest::addRow("damaged_characters")
        << QStringLiteral("damaged_characters.md") << QStringLiteral("Web Developer")
        << QStringList{QStringLiteral("PHP and MySQL \u2014 five years\u2019 experience"), QStringLiteral("A portfolio you\u2019re proud of")}
        << QStringList{QStringLiteral("Caf\u00e9 experience")}
        << QStringList{}
        << QStringList{}
        << QStringList{};
    QTest::addRow("definition_list")
        << QStringLiteral("definition_list.html") << QStringLiteral("Wissenschaftliche Mitarbeiterin / Wissenschaftlicher Mitarbeiter (m/w/d)")
        << QStringList{QStringLiteral("Ein abgeschlossenes Studium"), QStringLiteral("Deutsch in Wort und Schrift"), QStringLiteral("Kenntnisse in der Statistik")}
        << QStringList{}
        << QStringList{QStringLiteral("Bearbeitung von Projekten"), QStringLiteral("Mitarbeit bei der Lehre")}
        << QStringList{QStringLiteral("close 2020-12-07")}
        << QStringList{QStringLiteral("christian.schumm@uni.example")};
    QTest::addRow("dutch")
        << QStringLiteral("dutch.md") << QStringLiteral("Gemeente Voorbeeld zoekt een Beleidsmedewerker Groen")
        << QStringList{QStringLiteral("Je hebt een hbo-diploma"), QStringLiteral("Je hebt minimaal drie jaar ervaring"), QStringLiteral("Je bent communicatief sterk")}
        << QStringList{QStringLiteral("ervaring hebt met ecologie"), QStringLiteral("in de regio woont")}
        << QStringList{QStringLiteral("Je schrijft beleid voor parken"), QStringLiteral("Je overlegt met bewoners")}
        << QStringList{QStringLiteral("close 2024-06-03"), QStringLiteral("interviews 2024-06-12")}
        << QStringList{QStringLiteral("werk@voorbeeld.example")};
    QTest::addRow("emphasised_headings")
        << QStringLiteral("emphasised_headings.md") << QStringLiteral("Policy Officer")
        << QStringList{QStringLiteral("a master's degree;"), QStringLiteral("excellent French and English;")}
        << QStringList{QStringLiteral("a third language;")}
        << QStringList{QStringLiteral("draft position papers;"), QStringLiteral("follow EU legislation;")}
        << QStringList{QStringLiteral("close 2024-04-21"), QStringLiteral("interviews 2024-05-early")}
        << QStringList{QStringLiteral("jobs@ngo.example")};
    QTest::addRow("facts_table")
        << QStringLiteral("facts_table.md") << QStringLiteral("Systems Librarian")
        << QStringList{QStringLiteral("ALA-accredited MLIS"), QStringLiteral("Two years' experience with an ILS")}
        << QStringList{QStringLiteral("Experience with Alma"), QStringLiteral("Scripting (Python, Perl)")}
        << QStringList{QStringLiteral("The librarian maintains the discovery layer, supports staff and trains colleagues.")}
        << QStringList{QStringLiteral("close 2024-03-15")}
        << QStringList{};
    QTest::addRow("french")
        << QStringLiteral("french.md") << QStringLiteral("Charg\u00e9.e de mission biodiversit\u00e9")
        << QStringList{QStringLiteral("Formation : Bac+3 \u00e0 Bac+5 en \u00e9cologie"), QStringLiteral("Connaissances naturalistes solides"), QStringLiteral("Permis B obligatoire")}
        << QStringList{QStringLiteral("Ma\u00eetrise d'un SIG")}
        << QStringList{QStringLiteral("R\u00e9aliser des inventaires"), QStringLiteral("R\u00e9diger des rapports"), QStringLiteral("Animer des sorties")}
        << QStringList{QStringLiteral("close 2024-09-15"), QStringLiteral("start asap")}
        << QStringList{};
    QTest::addRow("french")
        << QStringLiteral("french.txt") << QStringLiteral("Charg\u00e9(e) de communication (CDI)")
        << QStringList{QStringLiteral("Excellentes qualit\u00e9s r\u00e9dactionnelles"), QStringLiteral("Ma\u00eetrise des outils de PAO"), QStringLiteral("Trois ans d'exp\u00e9rience")}
        << QStringList{QStringLiteral("Connaissance du monde associatif"), QStringLiteral("Anglais courant")}
        << QStringList{QStringLiteral("Animer le site et les r\u00e9seaux sociaux"), QStringLiteral("R\u00e9diger la lettre mensuelle"), QStringLiteral("Organiser les rencontres annuelles")}
        << QStringList{QStringLiteral("start 2025-01-02"), QStringLiteral("close 2024-11-30")}
        << QStringList{QStringLiteral("recrutement@exemple.org")};
    QTest::addRow("french_prose")
        << QStringLiteral("french_prose.md") << QStringLiteral("D\u00e9veloppeur\u00b7se full-stack H/F")
        << QStringList{QStringLiteral("Vous \u00eates dipl\u00f4m\u00e9\u00b7e d'un Bac+5 en informatique. Vous ma\u00eetrisez JavaScript et PostGIS.")}
        << QStringList{QStringLiteral("Connaissance de QGIS")}
        << QStringList{QStringLiteral("D\u00e9velopper de nouvelles fonctionnalit\u00e9s ;"), QStringLiteral("Corriger les anomalies ;"), QStringLiteral("Participer aux revues de code.")}
        << QStringList{QStringLiteral("close 2024-06-15"), QStringLiteral("interviews 2024-06-late")}
        << QStringList{QStringLiteral("rh@cartes.example")};
    QTest::addRow("front_matter")
        << QStringLiteral("front_matter.md") << QStringLiteral("Community Manager")
        << QStringList{QStringLiteral("Two or more years of community work"), QStringLiteral("Excellent writing skills")}
        << QStringList{QStringLiteral("Experience with Discourse"), QStringLiteral("A second language")}
        << QStringList{QStringLiteral("Moderate the forum"), QStringLiteral("Run the yearly survey"), QStringLiteral("Organise: local meetups; the annual conference")}
        << QStringList{QStringLiteral("close 2023-11-15")}
        << QStringList{QStringLiteral("jobs@example.org")};
    QTest::addRow("german")
        << QStringLiteral("german.md") << QStringLiteral("Softwareentwickler:in Forschungsdaten (m/w/d)")
        << QStringList{QStringLiteral("Abgeschlossenes Hochschulstudium der Informatik"), QStringLiteral("Sehr gute Kenntnisse in Java oder Python"), QStringLiteral("Sicheres Deutsch und Englisch in Wort und Schrift")}
        << QStringList{QStringLiteral("Erfahrung mit Forschungsdaten"), QStringLiteral("Kenntnisse in Linux")}
        << QStringList{QStringLiteral("Weiterentwicklung des Repositoriums"), QStringLiteral("Beratung von Forschenden"), QStringLiteral("Mitarbeit an Standards")}
        << QStringList{QStringLiteral("start asap"), QStringLiteral("close 2024-10-15"), QStringLiteral("interviews 2024-11-early")}
        << QStringList{QStringLiteral("bewerbung@institut.example.org")};
    QTest::addRow("german_bold")
        << QStringLiteral("german_bold.md") << QStringLiteral("Projektmanager*in Digitalisierung")
        << QStringList{QStringLiteral("Erfahrung im Projektmanagement"), QStringLiteral("Freude an Kultur")}
        << QStringList{QStringLiteral("Kenntnisse in CIDOC CRM"), QStringLiteral("F\u00fchrerschein")}
        << QStringList{QStringLiteral("Du planst und steuerst Projekte"), QStringLiteral("Du ber\u00e4tst unsere H\u00e4user")}
        << QStringList{QStringLiteral("close 2025-01-31"), QStringLiteral("start 2025-04")}
        << QStringList{QStringLiteral("jobs@museum.example")};
    QTest::addRow("government")
        << QStringLiteral("government.txt") << QStringLiteral("WATER QUALITY SPECIALIST II")
        << QStringList{QStringLiteral("A bachelor's degree in environmental science or a related field."), QStringLiteral("Two years of experience in field sampling."), QStringLiteral("A valid driver's licence.")}
        << QStringList{QStringLiteral("Experience with R or Python"), QStringLiteral("Knowledge of state water law")}
        << QStringList{QStringLiteral("Plans and conducts field sampling of lakes and streams, including the calibration of instruments."), QStringLiteral("Maintains the sampling database."), QStringLiteral("Prepares quarterly reports for the regional office.")}
        << QStringList{QStringLiteral("close 2024-06-14"), QStringLiteral("close until filled"), QStringLiteral("other 2024-06-01")}
        << QStringList{QStringLiteral("jobs@dnr.example.org")};
    QTest::addRow("handbook")
        << QStringLiteral("handbook.md") << QStringLiteral("Support Engineer (remote)")
        << QStringList{QStringLiteral("has supported web applications for at least two years"), QStringLiteral("writes clearly"), QStringLiteral("can read logs: nginx; PostgreSQL")}
        << QStringList{QStringLiteral("know Ansible"), QStringLiteral("have worked in a co-operative")}
        << QStringList{QStringLiteral("Answer tickets from members"), QStringLiteral("Write documentation"), QStringLiteral("Take part in the on-call rota")}
        << QStringList{QStringLiteral("start 2025-03-mid"), QStringLiteral("close 2025-02-10")}
        << QStringList{QStringLiteral("people@example.org")};
    QTest::addRow("italian")
        << QStringLiteral("italian.md") << QStringLiteral("Redattore web")
        << QStringList{QStringLiteral("Laurea in lettere"), QStringLiteral("Ottima conoscenza dell'italiano")}
        << QStringList{QStringLiteral("Conoscenza dell'inglese")}
        << QStringList{QStringLiteral("Scrivere articoli"), QStringLiteral("Curare la newsletter")}
        << QStringList{QStringLiteral("close 2024-06-10")}
        << QStringList{QStringLiteral("lavoro@esempio.it")};
    QTest::addRow("layout_table")
        << QStringLiteral("layout_table.html") << QStringLiteral("Junior Cartographer")
        << QStringList{QStringLiteral("Degree in geography"), QStringLiteral("GIS skills")}
        << QStringList{QStringLiteral("Experience with old maps")}
        << QStringList{QStringLiteral("Draw maps"), QStringLiteral("Check names")}
        << QStringList{QStringLiteral("close 2024-05-07")}
        << QStringList{};
    QTest::addRow("lead_ins")
        << QStringLiteral("lead_ins.html") << QStringLiteral("Postdoctoral Researcher in Computational Linguistics")
        << QStringList{QStringLiteral("A PhD in computational linguistics or computer science"), QStringLiteral("A strong publication record")}
        << QStringList{QStringLiteral("Knowledge of Swahili"), QStringLiteral("Experience with annotation projects")}
        << QStringList{QStringLiteral("Develop parsers for low-resource languages"), QStringLiteral("Publish in leading venues")}
        << QStringList{QStringLiteral("close 2023-12-01"), QStringLiteral("interviews 2023-12-late"), QStringLiteral("start 2024-02-01")}
        << QStringList{QStringLiteral("a.jansen@example.nl")};
    QTest::addRow("lead_ins")
        << QStringLiteral("lead_ins.txt") << QStringLiteral("Data Curator at the Example Archive")
        << QStringList{QStringLiteral("a master's degree"), QStringLiteral("good knowledge of Dutch and English")}
        << QStringList{QStringLiteral("experience with Dataverse"), QStringLiteral("an interest in history")}
        << QStringList{QStringLiteral("Checking deposits"), QStringLiteral("Writing metadata"), QStringLiteral("Answering questions of depositors")}
        << QStringList{QStringLiteral("close 2024-05-12"), QStringLiteral("interviews week of 2024-05-20")}
        << QStringList{QStringLiteral("archive@example.be")};
    QTest::addRow("line_breaks")
        << QStringLiteral("line_breaks.html") << QStringLiteral("Data Steward")
        << QStringList{QStringLiteral("A degree in any science"), QStringLiteral("German at C1")}
        << QStringList{QStringLiteral("Experience with DataCite"), QStringLiteral("Interest in law")}
        << QStringList{QStringLiteral("Check metadata"), QStringLiteral("Train colleagues"), QStringLiteral("Answer questions")}
        << QStringList{QStringLiteral("start asap")}
        << QStringList{QStringLiteral("office@example.at")};
    QTest::addRow("marked_criteria")
        << QStringLiteral("marked_criteria.md") << QStringLiteral("Outreach Coordinator")
        << QStringList{QStringLiteral("Experience of running events"), QStringLiteral("Excellent spoken Welsh")}
        << QStringList{QStringLiteral("A full driving licence"), QStringLiteral("Knowledge of local history")}
        << QStringList{}
        << QStringList{QStringLiteral("close 2024-04-12"), QStringLiteral("other 2024-04-15"), QStringLiteral("interviews 2024-04-23"), QStringLiteral("start 2024-06")}
        << QStringList{};
    QTest::addRow("no_lists")
        << QStringLiteral("no_lists.md") << QStringLiteral("Head of Programmes")
        << QStringList{}
        << QStringList{}
        << QStringList{}
        << QStringList{QStringLiteral("interviews week of 2024-05-06")}
        << QStringList{QStringLiteral("hr@example.org")};
    QTest::addRow("outline")
        << QStringLiteral("outline.md") << QStringLiteral("Energy Adviser")
        << QStringList{QStringLiteral("Experience of advising"), QStringLiteral("Good spoken Polish")}
        << QStringList{QStringLiteral("A bicycle")}
        << QStringList{QStringLiteral("Visit homes"), QStringLiteral("Write reports")}
        << QStringList{}
        << QStringList{};
    QTest::addRow("person_specification")
        << QStringLiteral("person_specification.txt") << QStringLiteral("Senior Accountant")
        << QStringList{QStringLiteral("Qualified accountant (ACA, ACCA or CIMA)"), QStringLiteral("Experience of charity accounting"), QStringLiteral("Strong spreadsheet skills")}
        << QStringList{QStringLiteral("Experience of Xero"), QStringLiteral("Knowledge of VAT for charities")}
        << QStringList{QStringLiteral("Prepare monthly management accounts"), QStringLiteral("Manage the annual audit"), QStringLiteral("Supervise one assistant accountant")}
        << QStringList{QStringLiteral("close 2024-03-04"), QStringLiteral("interviews 2024-03-14"), QStringLiteral("start asap")}
        << QStringList{QStringLiteral("finance.jobs@example.org")};
    QTest::addRow("plain_headings")
        << QStringLiteral("plain_headings.md") << QStringLiteral("Product Designer")
        << QStringList{QStringLiteral("You have shipped products"), QStringLiteral("You care about accessibility")}
        << QStringList{QStringLiteral("write CSS"), QStringLiteral("speak Norwegian")}
        << QStringList{QStringLiteral("Sketching"), QStringLiteral("Testing with users")}
        << QStringList{}
        << QStringList{};
    QTest::addRow("portuguese")
        << QStringLiteral("portuguese.md") << QStringLiteral("Analista de dados")
        << QStringList{QStringLiteral("Ensino superior completo"), QStringLiteral("Experi\u00eancia com SQL")}
        << QStringList{QStringLiteral("Conhecimento de Power BI")}
        << QStringList{QStringLiteral("Elaborar relat\u00f3rios"), QStringLiteral("Apoiar a equipe")}
        << QStringList{QStringLiteral("close 2024-08-20")}
        << QStringList{};
    QTest::addRow("run_in_headings")
        << QStringLiteral("run_in_headings.md") << QStringLiteral("Archive Assistant")
        << QStringList{QStringLiteral("A diploma in archival studies and patience.")}
        << QStringList{QStringLiteral("Reading knowledge of Latin.")}
        << QStringList{QStringLiteral("Cataloguing, answering letters, opening the reading room.")}
        << QStringList{QStringLiteral("start 2024-09-01"), QStringLiteral("close 2024-07-01")}
        << QStringList{QStringLiteral("archive@example.org")};
    QTest::addRow("spanish")
        << QStringLiteral("spanish.md") << QStringLiteral("T\u00e9cnica/o de datos")
        << QStringList{QStringLiteral("Grado en estad\u00edstica o similar"), QStringLiteral("Dos a\u00f1os de experiencia con SQL")}
        << QStringList{QStringLiteral("Conocimientos de R"), QStringLiteral("Nivel alto de ingl\u00e9s")}
        << QStringList{QStringLiteral("Mantener las bases de datos"), QStringLiteral("Elaborar informes trimestrales")}
        << QStringList{QStringLiteral("close 2024-05-05")}
        << QStringList{QStringLiteral("datos@ejemplo.org")};
    QTest::addRow("sub_headings")
        << QStringLiteral("sub_headings.md") << QStringLiteral("Data Engineer")
        << QStringList{QStringLiteral("4 years of experience with SQL"), QStringLiteral("Python"), QStringLiteral("Curious"), QStringLiteral("Kind")}
        << QStringList{QStringLiteral("dbt"), QStringLiteral("Airflow")}
        << QStringList{QStringLiteral("Build pipelines"), QStringLiteral("Own the warehouse"), QStringLiteral("Review pull requests")}
        << QStringList{}
        << QStringList{};
    QTest::addRow("ticked_criteria")
        << QStringLiteral("ticked_criteria.html") << QStringLiteral("Lecturer in Law")
        << QStringList{QStringLiteral("PhD in law"), QStringLiteral("Excellent lecturing skills")}
        << QStringList{QStringLiteral("Teaching certificate"), QStringLiteral("Fluency in Welsh")}
        << QStringList{}
        << QStringList{}
        << QStringList{};
    QTest::addRow("tight_bullets")
        << QStringLiteral("tight_bullets.txt") << QStringLiteral("Seasonal Ranger")
        << QStringList{QStringLiteral("first aid training"), QStringLiteral("good physical condition")}
        << QStringList{QStringLiteral("a second language")}
        << QStringList{QStringLiteral("lead walks"), QStringLiteral("repair trails"), QStringLiteral("talk to visitors")}
        << QStringList{QStringLiteral("close 2025-02-15")}
        << QStringList{QStringLiteral("rangers@park.example.org")};
    QTest::addRow("timeline")
        << QStringLiteral("timeline.md") << QStringLiteral("Director of Engineering")
        << QStringList{QStringLiteral("Has managed managers"), QStringLiteral("Communicates well")}
        << QStringList{QStringLiteral("Open source experience")}
        << QStringList{QStringLiteral("Hire engineers"), QStringLiteral("Set direction"), QStringLiteral("Be accountable for delivery")}
        << QStringList{QStringLiteral("close 2024-08-09"), QStringLiteral("interviews week of 2024-08-19"), QStringLiteral("start 2024-10")}
        << QStringList{};
    QTest::addRow("town")
        << QStringLiteral("town.txt") << QStringLiteral("HIGHWAY FOREMAN")
        << QStringList{QStringLiteral("Class B commercial driver's license"), QStringLiteral("Five years of experience in road maintenance"), QStringLiteral("High school diploma or equivalent")}
        << QStringList{QStringLiteral("Class A license"), QStringLiteral("Supervisory experience")}
        << QStringList{QStringLiteral("Assigns work to the crew"), QStringLiteral("Operates heavy equipment"), QStringLiteral("Keeps records of work done")}
        << QStringList{QStringLiteral("close 2023-05-19")}
        << QStringList{QStringLiteral("clerk@townofexample.example")};
    QTest::addRow("underlined_headings")
        << QStringLiteral("underlined_headings.txt") << QStringLiteral("Conservator (part time)")
        << QStringList{QStringLiteral("has trained as a clockmaker"), QStringLiteral("works carefully"), QStringLiteral("enjoys talking to visitors")}
        << QStringList{}
        << QStringList{QStringLiteral("Service the clocks"), QStringLiteral("Wind them every Monday")}
        << QStringList{QStringLiteral("close 2024-03-31")}
        << QStringList{};
    QTest::addRow("university")
        << QStringLiteral("university.html") << QStringLiteral("Research Fellow in Soil Ecology")
        << QStringList{QStringLiteral("PhD in ecology or a related field"), QStringLiteral("Experience of field work"), QStringLiteral("Track record of publications"), QStringLiteral("Statistical skills in R"), QStringLiteral("Good written English")}
        << QStringList{QStringLiteral("Teaching qualification"), QStringLiteral("Experience of supervising students")}
        << QStringList{QStringLiteral("Design and run field experiments"), QStringLiteral("Publish results")}
        << QStringList{QStringLiteral("close 2024-09-03"), QStringLiteral("interviews week of 2024-09-16")}
        << QStringList{QStringLiteral("soil.jobs@example.ac.uk")};
    QTest::addRow("utf_16")
        << QStringLiteral("utf_16.txt") << QStringLiteral("Bibliothecaris")
        << QStringList{QStringLiteral("Een afgeronde hbo-opleiding"), QStringLiteral("Ervaring met publiek")}
        << QStringList{QStringLiteral("Kennis van Fries")}
        << QStringList{QStringLiteral("Je helpt bezoekers"), QStringLiteral("Je beheert de collectie")}
        << QStringList{QStringLiteral("close 2024-05-12")}
        << QStringList{QStringLiteral("werk@voorbeeld.nl")};
    QTest::addRow("windows_1252")
        << QStringLiteral("windows_1252.txt") << QStringLiteral("G\u00e4rtner f\u00fcr den Schlo\u00dfpark")
        << QStringList{QStringLiteral("Abgeschlossene Ausbildung als G\u00e4rtner"), QStringLiteral("F\u00fchrerschein Klasse B")}
        << QStringList{QStringLiteral("Erfahrung mit Rosen \u2013 auch alten Sorten")}
        << QStringList{QStringLiteral("Pflege der Beete"), QStringLiteral("Bew\u00e4sserung und D\u00fcngung")}
        << QStringList{QStringLiteral("close 2025-02-01")}
        << QStringList{};
    QTest::addRow("wrapped_lines")
        << QStringLiteral("wrapped_lines.txt") << QStringLiteral("Choir Manager")
        << QStringList{QStringLiteral("Experience of managing events, from the first idea to the final bill"), QStringLiteral("Strong organisational skills"), QStringLiteral("Confident with spreadsheets")}
        << QStringList{QStringLiteral("Ability to read music"), QStringLiteral("Knowledge of the choral world in the north")}
        << QStringList{}
        << QStringList{QStringLiteral("close 2024-01-08"), QStringLiteral("interviews 2024-01-late"), QStringLiteral("start 2024-03")}
        << QStringList{};
}

void TestPostingReader::readsWholePostings()
{
    QFETCH(QString, file);
    QFETCH(QString, title);
    QFETCH(QStringList, necessary);
    QFETCH(QStringList, useful);
    QFETCH(QStringList, responsibilities);
    QFETCH(QStringList, when);
    QFETCH(QStringList, contacts);
    const PostingDraft posting = read(file);
    QCOMPARE(posting.roles.size(), 1);
    const RoleDraft &role = posting.roles.first();
    QCOMPARE(role.title, title);
    QCOMPARE(texts(role.necessary), necessary);
    QCOMPARE(texts(role.useful), useful);
    QCOMPARE(texts(role.responsibilities), responsibilities);
    QCOMPARE(dates(role), when);
    QCOMPARE(role.contacts, contacts);
}

void TestPostingReader::readsSeveralRoles()
{
    const PostingDraft posting = read(QStringLiteral("two_roles.md"));
    QCOMPARE(posting.roles.size(), 2);
    const RoleDraft &first = posting.roles.at(0);
    const RoleDraft &second = posting.roles.at(1);
    QCOMPARE(first.title, QStringLiteral("Telescope Operator"));
    QCOMPARE(second.title, QStringLiteral("Visitor Guide"));
    QCOMPARE(texts(first.responsibilities), QStringList({QStringLiteral("Run the night programme"), QStringLiteral("Log faults")}));
    QCOMPARE(texts(first.useful), QStringList({QStringLiteral("A driving licence")}));
    QCOMPARE(texts(second.necessary), QStringList({QStringLiteral("Fluent Spanish"), QStringLiteral("Friendly manner")}));
    QVERIFY(second.useful.isEmpty());
    // What is said once for the file holds for both.
    for (const RoleDraft &role : posting.roles) {
        QCOMPARE(role.contacts, QStringList({QStringLiteral("jobs@example.org")}));
        QCOMPARE(dates(role), QStringList({QStringLiteral("close 2024-03-01")}));
    }
    QVERIFY(posting.sourceText.mid(second.source.start, second.source.length).startsWith(u"## Visitor Guide") || posting.sourceText.mid(second.source.start).startsWith(u"Visitor Guide"));
}

void TestPostingReader::entriesKeepTheirPlace()
{
    const QString text = QStringLiteral("# Caf\u00e9 \U0001F375 Manager\n\n## Requirements\n\n- Speaks \u65e5\u672c\u8a9e\n- Knows **tea** \U0001F375 well\n\n## Nice to have\n\n1. Own kettle\n");
    for (const QString &name : {QStringLiteral("a.md"), QStringLiteral("a.txt")}) {
        const PostingDraft posting = readText(text, name);
        QCOMPARE(posting.roles.size(), 1);
        const RoleDraft &role = posting.roles.first();
        QCOMPARE(role.necessary.size(), 2);
        const SourceRange place = role.necessary.at(0).source;
        QVERIFY(place.isKnown());
        QVERIFY(posting.sourceText.mid(place.start, place.length).contains(u"Speaks \u65e5\u672c\u8a9e"));
        const SourceRange last = role.useful.at(0).source;
        QCOMPARE(posting.sourceText.mid(last.start, last.length).trimmed(), QStringLiteral("Own kettle"));
    }
    const PostingDraft page = readText(QStringLiteral("<h1>Caf\u00e9 Manager</h1><h2>Requirements</h2><ul><li>Na\u00efve <b>charm</b></li></ul>"), QStringLiteral("a.html"));
    const SourceRange place = page.roles.first().necessary.first().source;
    QCOMPARE(page.sourceText.mid(place.start, place.length), QStringLiteral("Na\u00efve <b>charm"));
}

void TestPostingReader::footnotesStayWithTheirEntry()
{
    const PostingDraft posting = readText(QStringLiteral("# Baker\n\n## Requirements\n\n- Knows flour[^kinds].\n- Rises early*\n\n[^kinds]: Wheat, rye and spelt.\n"));
    const QList<QualityDraft> necessary = posting.roles.first().necessary;
    QCOMPARE(texts(necessary), QStringList({QStringLiteral("Knows flour."), QStringLiteral("Rises early")}));
    QCOMPARE(necessary.first().footnote, QStringLiteral("Wheat, rye and spelt."));
}

void TestPostingReader::frontMatterHoldsLists()
{
    const PostingDraft posting = readText(QStringLiteral("---\ntitle: 'Baker (nights)'\nlocation: Ulm\nclose_date: 2024-05-31\ndate: 2024-04-01\nrequirements:\n  - Knows flour\n  - Rises early\n"
                                                         "extra: \"**Nice to have**\\r\\n* A \\\"sweet\\\" tooth\\r\\n* Patience\"\n---\nWe bake.\n"));
    const RoleDraft &role = posting.roles.first();
    QCOMPARE(role.title, QStringLiteral("Baker (nights)"));
    QCOMPARE(role.location.value_or(QString()), QStringLiteral("Ulm"));
    QCOMPARE(texts(role.necessary), QStringList({QStringLiteral("Knows flour"), QStringLiteral("Rises early")}));
    QCOMPARE(texts(role.useful), QStringList({QStringLiteral("A \"sweet\" tooth"), QStringLiteral("Patience")}));
    QCOMPARE(dates(role), QStringList({QStringLiteral("close 2024-05-31")}));
    QCOMPARE(posting.sourceText.mid(role.useful.last().source.start, role.useful.last().source.length), QStringLiteral("Patience"));
}

void TestPostingReader::saysWhatItDidToTheText()
{
    const PostingDraft damaged = read(QStringLiteral("damaged_characters.md"));
    QCOMPARE(damaged.warnings.size(), 1);
    QVERIFY(damaged.sourceText.contains(u"You don\u2019t need a degree"));
    QCOMPARE(read(QStringLiteral("windows_1252.txt")).encoding, QStringLiteral("windows-1252"));
    QCOMPARE(read(QStringLiteral("windows_1252.txt")).warnings.size(), 1);
    QCOMPARE(read(QStringLiteral("utf_16.txt")).encoding, QStringLiteral("UTF-16LE"));
    QVERIFY(read(QStringLiteral("german.md")).warnings.isEmpty());
    QVERIFY(!read(QStringLiteral("no_lists.md")).roles.first().warnings.isEmpty());
}

void TestPostingReader::refusesWhatIsNoText()
{
    const Result<PostingDraft> empty = readPosting(" \n\t\n", QStringLiteral("empty.md"));
    QVERIFY(!empty);
    QCOMPARE(empty.error().subject, QStringLiteral("empty.md"));
    QVERIFY(!empty.error().remedy.isEmpty());
    const Result<PostingDraft> binary = readPosting(QByteArray("abc\0\1\2def", 9), QStringLiteral("x.bin"));
    QVERIFY(!binary);
    QVERIFY(binary.error().problem.contains(u"byte 4"));
    QVERIFY(!readPosting("%PDF-1.7\n", QStringLiteral("x.pdf")));
    QVERIFY(!readPosting(QByteArray(largestPosting + 1, 'a'), QStringLiteral("big.txt")));
}

void TestPostingReader::endsOnHostileInput_data()
{
    QTest::addColumn<QByteArray>("unit");
    QTest::addColumn<QString>("name");
    for (const char *unit : {">", "[", "- ", "* a\n  ", "<div>", "<b><p>", "![](", "`", "|a", "&#", "a@", "1. ", "**a ", "{", "\n#", "a:\n", "\xC3\xA9", "may 1 ", "x at y dot ", "[^a]", "<table><tr><td>", "- a\n", "Requirements\n\n"}) {
        for (const char *name : {"h.md", "h.html", "h.txt"})
            QTest::addRow("%s %s", unit, name) << QByteArray(unit) << QString::fromLatin1(name);
    }
}

void TestPostingReader::endsOnHostileInput()
{
    QFETCH(QByteArray, unit);
    QFETCH(QString, name);
    // What takes more than linear time does not come to its end within the time that ctest gives a test.
    const Result<PostingDraft> posting = readPosting(unit.repeated(qsizetype(256 * 1024) / unit.size()), name);
    QVERIFY(posting);
}

void TestPostingReader::readsLongTexts()
{
    QString text = QStringLiteral("# Baker\n\n");
    for (int i = 0; text.size() < 100000; ++i)
        text += QStringLiteral("## Part %1\n\nWe bake bread in May, as people did in 1912. Write to baker%1@example.org by 1 March 2024.\n\n- Knows **flour** and %1 ovens\n- Rises early\n\n").arg(i);
    const PostingDraft posting = readText(text);
    QCOMPARE(posting.roles.size(), 1);
}

QTEST_GUILESS_MAIN(TestPostingReader)
#include "tst_posting_reader.moc"
