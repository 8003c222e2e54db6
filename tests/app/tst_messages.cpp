// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts of messages: fields, feedback, who is left out and why, the link and the file they leave as.
#include "app/applicants/application_acts.h"
#include "app/blind/identity.h"
#include "app/history/history.h"
#include "app/mail/mail_reader.h"
#include "app/messages/drafting.h"
#include "app/messages/message_fields.h"
#include "app/messages/message_templates.h"
#include "db/connection.h"
#include "tests/app/panel_fixture.h"

#include <QDir>
#include <QUrlQuery>

using namespace rolecall;

class TestMessages : public QObject, test::PanelFixture
{
    Q_OBJECT

    db::MessageTemplate named(const QString &name)
    {
        const auto all = app::messageTemplates(connection());
        for (const db::MessageTemplate &one : *all) {
            if (one.name == name)
                return one;
        }
        return {};
    }
    static db::MessageTemplate text(const QString &body) { return {{}, QStringLiteral("t"), QStringLiteral("Note"), QStringLiteral("About {role}"), body}; }

private Q_SLOTS:
    void init() { openPanel(3); }
    void cleanup() { close(); }

    void fieldsAreKnownOrNamed()
    {
        QCOMPARE(app::unknownFields(QStringLiteral("{name} {nmae} {{not a field}} { role } {} {nmae}")), QStringList({QStringLiteral("nmae"), QString()}));
        QCOMPARE(app::usedFields(QStringLiteral("{name} { role } {name}")), QStringList({QStringLiteral("name"), QStringLiteral("role")}));
        QCOMPARE(app::filledIn(QStringLiteral("{{{name}}}: {interview_time}"), {{QStringLiteral("name"), QStringLiteral("{role}")}}), QStringLiteral("{{role}}: [interview time]"));
        const auto refused = app::draftMessages(connection(), applicants, text(QStringLiteral("Dear {fistname}")), {});
        QVERIFY(!refused);
        QVERIFY2(refused.error().problem.contains(QStringLiteral("{fistname}")), qPrintable(refused.error().text()));
        QVERIFY(!app::saveMessageTemplate(connection(), text(QStringLiteral("{fistname}"))));
        // What comes with Rolecall has no field that there is not.
        const auto all = app::messageTemplates(connection());
        QCOMPARE(all->size(), 5);
        for (const db::MessageTemplate &one : *all)
            QCOMPARE(app::templateProblem(one), QString());
    }

    void templatesAreChangedAndBroughtBack()
    {
        db::MessageTemplate offer = named(QStringLiteral("Offer"));
        offer.body = QStringLiteral("Come, {name}!");
        VERIFY_DONE(app::saveMessageTemplate(connection(), offer));
        QCOMPARE(named(QStringLiteral("Offer")).body, offer.body);
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM message_template")), QStringLiteral("5"));
        VERIFY_DONE(app::removeMessageTemplate(connection(), offer));
        QVERIFY(named(QStringLiteral("Offer")).uuid.isEmpty());
        QVERIFY(app::undo(connection()).has_value());
        QVERIFY(app::undo(connection()).has_value());
        QVERIFY(named(QStringLiteral("Offer")).body != offer.body);
        offer.name = QStringLiteral("rejection");
        QVERIFY(!app::saveMessageTemplate(connection(), offer));
    }

    void draftsAreFilledIn()
    {
        VERIFY_DONE(db::execute(connection(), QStringLiteral("UPDATE candidate SET email = NULL WHERE name = 'Person B'")));
        const auto made = app::draftMessages(connection(), applicants, named(QStringLiteral("Acknowledgement")), {});
        VERIFY_DONE(made);
        QCOMPARE(made->drafts.size(), 2);
        QCOMPARE(made->leftOut.size(), 1);
        QCOMPARE(made->leftOut.first().who, QStringLiteral("Person B"));
        const app::MessageDraft &draft = made->drafts.first();
        QCOMPARE(draft.to, QStringLiteral("persona@example.org"));
        QCOMPARE(draft.subject, QStringLiteral("Your application as Star Keeper"));
        QVERIFY(draft.body.startsWith(QStringLiteral("Dear Person A,\n")));
        QVERIFY(draft.body.contains(QStringLiteral("Ada Panel")));
        const auto invitation = app::draftMessages(connection(), {applicants.first()}, named(QStringLiteral("Invitation")), {});
        QVERIFY(invitation->drafts.first().holes.contains(QStringLiteral("interview_time")));
        QVERIFY(invitation->drafts.first().body.contains(QStringLiteral("[interview time]")));
        VERIFY_DONE(db::execute(connection(), QStringLiteral("INSERT INTO interview (uuid, application_id, starts_at, local_start, zone, minutes, place, created_at) "
                                                             "VALUES ('i', %1, '2031-03-05T09:30:00.000Z', '2031-03-05T10:30', 'Europe/Vienna', 45, 'Dome 2', '2031-01-01')")
                                                  .arg(applicants.first().number())));
        const auto filled = app::draftMessages(connection(), {applicants.first()}, named(QStringLiteral("Invitation")), {});
        QVERIFY(filled->drafts.first().body.contains(QStringLiteral("Dome 2")));
        QVERIFY(filled->drafts.first().body.contains(QStringLiteral("Europe/Vienna")));
    }

    void feedbackTellsLevelsAndNobodysName()
    {
        const auto id = applicants.first();
        const db::MessageTemplate rejection = named(QStringLiteral("Rejection with feedback"));
        QCOMPARE(app::draftMessages(connection(), {id}, rejection, {})->drafts.size(), 0); // nothing is submitted
        be(ada);
        VERIFY_DONE(app::rate(connection(), id, qualities.at(0).id, 2));
        VERIFY_DONE(app::addNoteEvidence(connection(), id, qualities.at(0).id, QStringLiteral("Reads them upside down")));
        QCOMPARE(app::draftMessages(connection(), {id}, rejection, {})->drafts.size(), 0); // a draft is nobody's business
        rate(ada, id, {2, 1, -1, 3});
        rate(bea, id, {3, 1, -1, 3}, false);
        be(bea);
        QCOMPARE(app::draftMessages(connection(), {id}, rejection, {})->drafts.size(), 0); // hers is to be submitted first
        VERIFY_DONE(app::submitReview(connection(), id));
        be(ada);
        const QString plain = app::draftMessages(connection(), {id}, rejection, {})->drafts.first().body;
        QVERIFY2(plain.contains(QStringLiteral("- Reads star charts: between meets and exceeds\n- Writes reports: partly\n- Mends clocks: exceeds")), qPrintable(plain));
        QVERIFY(!plain.contains(QStringLiteral("upside down")));
        QVERIFY(!plain.contains(QStringLiteral("Bea")));
        const QString noted = app::draftMessages(connection(), {id}, rejection, {true})->drafts.first().body;
        QVERIFY(noted.contains(QStringLiteral("upside down")));
        QVERIFY(!noted.contains(QStringLiteral("Bea")));
    }

    void inABlindRoleItTakesAReveal()
    {
        auto blind = *db::role(connection(), role);
        blind.blind = true;
        VERIFY_DONE(app::changeRole(connection(), blind, QStringLiteral("Blind")));
        VERIFY_DONE(app::reveal(connection(), applicants.at(1), QStringLiteral("To write to them")));
        const auto made = app::draftMessages(connection(), applicants, named(QStringLiteral("Acknowledgement")), {});
        QCOMPARE(made->drafts.size(), 1);
        QCOMPARE(made->drafts.first().application, applicants.at(1));
        for (const app::LeftOut &one : made->leftOut)
            QVERIFY(!one.who.contains(QStringLiteral("Person")));
    }

    void theLinkIsWholeOrNotMade()
    {
        app::MessageDraft draft;
        draft.to = QStringLiteral("o'neil+jobs@example.org");
        draft.subject = QStringLiteral("50 % & more?");
        draft.body = QStringLiteral("Ärger\nzwei=2&c");
        const auto link = app::mailtoUrl(draft);
        QVERIFY(link.has_value());
        const QByteArray sent = link->toEncoded();
        QCOMPARE(sent, QByteArray("mailto:o%27neil%2Bjobs@example.org?subject=50%20%25%20%26%20more%3F&body=%C3%84rger%0D%0Azwei%3D2%26c"));
        draft.body = QString(3000, u'a');
        QVERIFY(!app::mailtoUrl(draft));
    }

    void aFileIsAMailThatIsYetToBeSent()
    {
        app::MessageDraft draft;
        draft.name = QStringLiteral("Zoë Exemple, \"Dr\"");
        draft.to = QStringLiteral("zoe@example.org");
        draft.subject = QStringLiteral("Über Ihre Bewerbung – “Hüterin”");
        draft.body = QStringLiteral("Guten Tag Zoë,\n\n.\nFrom here on = gut\n%1\n").arg(QString(300, u'ß'));
        const QByteArray bytes = app::emlBytes(draft);
        QVERIFY(bytes.contains("X-Unsent: 1\r\n"));
        QCOMPARE(bytes.count('\n'), bytes.count("\r\n"));
        for (const QByteArray &line : bytes.split('\n'))
            QVERIFY(line.size() <= 998);
        for (const char byte : bytes)
            QVERIFY(static_cast<unsigned char>(byte) < 128);
        const auto read = app::readMail(bytes, QStringLiteral("draft.eml"));
        VERIFY_DONE(read);
        QCOMPARE(read->messages.size(), size_t(1));
        QCOMPARE(read->messages.front().subject.value_or(QString()), draft.subject);
        QCOMPARE(read->messages.front().text.trimmed(), draft.body.trimmed());
        QVERIFY(QByteArray(bytes).contains("zoe@example.org"));
    }

    void filesReplaceNothingAndHistoryKnows()
    {
        const auto made = app::draftMessages(connection(), applicants, named(QStringLiteral("Rejection")), {});
        QDir().mkpath(path(QStringLiteral("drafts")));
        const QString folder = path(QStringLiteral("drafts"));
        const auto first = app::saveDrafts(made->drafts, QStringLiteral("Rejection"), folder);
        VERIFY_DONE(first);
        QCOMPARE(QFileInfo(first->first()).fileName(), QStringLiteral("Rejection - Person A.eml"));
        const auto again = app::saveDrafts(made->drafts, QStringLiteral("Rejection"), folder);
        VERIFY_DONE(again);
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 6);
        QVERIFY(!app::saveDrafts(made->drafts, QStringLiteral("Rejection"), path(QStringLiteral("nowhere"))));

        VERIFY_DONE(app::reject(connection(), {applicants.first()}, QStringLiteral("Others are stronger")));
        const auto noted = app::noteDrafts(connection(), {made->drafts.first()}, QStringLiteral("Rejection"));
        VERIFY_DONE(noted);
        QVERIFY(!noted->change.isValid());
        const auto entries = app::history(connection(), {role, {}, {}, {}}, 1);
        QCOMPARE(entries->first().title, QStringLiteral("Drafted “Rejection” for Person A"));
        // Undo takes back what can be: the rejection; and redo is not in its way either.
        QVERIFY(app::undo(connection()).has_value());
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM application WHERE outcome IS NOT NULL")), QStringLiteral("0"));
        VERIFY_DONE(app::noteDrafts(connection(), made->drafts, QStringLiteral("Rejection")));
        QVERIFY(app::redo(connection()).has_value());
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM application WHERE outcome IS NOT NULL")), QStringLiteral("1"));
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
