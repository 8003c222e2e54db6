// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/export_origin.h"

#include <QHash>
#include <QSet>

namespace rolecall::app {

namespace {

struct Program
{
    const char16_t *name;
    const char16_t *own;    ///< columns that hardly any other program writes: two points
    const char16_t *common; ///< columns it writes like many others: one point
    bool reasonEnds;
};

// Folded names, between bars. The layouts are those of the programs' own candidate and application exports.
const Program programs[] = {
    {u"Greenhouse",
     u"candidate id|application id|prospect|prospect pool|prospect stage|prospect owner|credited to|who gets credit|source strategy|sourcing strategy|candidate tags|application status|rejection note|"
     u"greenhouse profile|social media|phone type|email type|website type|address type|milestone|job post|requisition id|hiring plan|job id|last activity date",
     u"rejection reason|rejected on|rejection date|recruiter|coordinator|referrer|job name|jobs|job|application date|applied on|current stage|stage|status|last activity|company|title|email|phone|source|candidate name|first name|last name",
     true},
    {u"Lever",
     u"opportunity id|contact id|archive reason|archived reason|archive date|archived at gmt|created at gmt|applied at gmt|last advanced at gmt|last interaction at gmt|last interaction at|last advanced at|snoozed until|posting|posting owner|posting title|posting id|origin|"
     u"date added|lever profile|headline|archived at|confidentiality|sourced by",
     u"full name|candidate name|name|email|emails|phone|phones|links|location|stage|current stage|source|sources|tags|owner|hiring manager|followers",
     true},
    {u"Workable",
     u"disqualified|disqualification reason|disqualified at|disqualify reason|outbound mailbox|candidate profile url|workable url|shortcode|job shortcode|sourced|domain|hired at|member|moved to stage at|"
     u"stage kind|withdrew",
     u"name|candidate name|email|phone|headline|job|job title|department|stage|source|tags|summary|address|resume url|created at|updated at|keywords|profile url|social profiles",
     false},
    {u"Teamtailor",
     u"pitch|connected|internal|referred|referring site|referring url|linkedin profile|linkedin url|facebook profile|sourced|stage type|stage name|reject reason|rejected at|changed stage at|"
     u"unsubscribed|restricted|consent future jobs at|consent given|merged|employee referred|recruiter email",
     u"id|candidate id|first name|last name|email|phone|tags|job|job title|stage|created at|updated at|resume|original resume|cover letter|picture|department|location|role",
     false},
    {u"OpenCATS",
     u"key skills|cell phone|phone cell|phone home|home phone|phone work|can relocate|date available|desired pay|current pay|current employer|is hot|email 2|web site|best time to call|date modified",
     u"first name|middle name|last name|email|address|city|state|zip|notes|misc notes|source|owner|date created",
     false},
    {u"Ashby",
     u"current interview stage|current interview stage group|interview stage type|interview plan|source type|archive reason type|archived at|primary email address|candidate primary email|candidate primary email address|primary phone number|"
     u"consideration started at|application created at|ashby profile|candidate profile link|current company|resume file|source credited to|credited to|time in current stage|hiring process",
     u"candidate name|candidate id|application id|job|job title|job name|status|application status|archive reason|source|tags|linkedin url|location|email|school|resume url|applied at|interview stage",
     true},
};

QStringList split(const char16_t *names)
{
    return QString::fromUtf16(names).split(u'|');
}

const Program *programNamed(const QString &name)
{
    for (const Program &program : programs) {
        if (name == QStringView(program.name))
            return &program;
    }
    return nullptr;
}

/// What a column means in one program and in none other.
const QHash<QString, ApplicantField> &meaningsIn(const QString &program)
{
    using enum ApplicantField;
    static const QHash<QString, QHash<QString, ApplicantField>> all{
        {QStringLiteral("Greenhouse"),
         {{QStringLiteral("status"), Outcome}, {QStringLiteral("application status"), Outcome}, {QStringLiteral("candidate tags"), Tags}, {QStringLiteral("social media"), Links},
          {QStringLiteral("current stage"), Stage}, {QStringLiteral("stage"), Stage}, {QStringLiteral("applied on"), AppliedOn}, {QStringLiteral("application date"), AppliedOn}, {QStringLiteral("greenhouse profile"), Links}}},
        {QStringLiteral("Lever"),
         {{QStringLiteral("archive reason"), OutcomeReason}, {QStringLiteral("archived reason"), OutcomeReason}, {QStringLiteral("origin"), Source}, {QStringLiteral("sources"), Source},
          {QStringLiteral("date added"), AppliedOn}, {QStringLiteral("created at gmt"), AppliedOn}, {QStringLiteral("lever profile"), Links}}},
        {QStringLiteral("Workable"),
         {{QStringLiteral("disqualified"), Outcome}, {QStringLiteral("disqualification reason"), OutcomeReason}, {QStringLiteral("withdrew"), Outcome}, {QStringLiteral("domain"), Source}, {QStringLiteral("summary"), Notes},
          {QStringLiteral("profile url"), Links}, {QStringLiteral("keywords"), Tags}}},
        {QStringLiteral("Teamtailor"),
         {{QStringLiteral("reject reason"), OutcomeReason}, {QStringLiteral("rejected at"), Outcome}, {QStringLiteral("pitch"), Notes}, {QStringLiteral("referring site"), Source},
          {QStringLiteral("original resume"), Documents}, {QStringLiteral("linkedin profile"), Links}}},
        {QStringLiteral("OpenCATS"),
         {{QStringLiteral("key skills"), Tags}, {QStringLiteral("web site"), Links}, {QStringLiteral("date created"), AppliedOn}, {QStringLiteral("misc notes"), Notes}}},
        {QStringLiteral("Ashby"),
         {{QStringLiteral("archive reason"), OutcomeReason}, {QStringLiteral("current interview stage"), Stage}, {QStringLiteral("interview stage"), Stage}, {QStringLiteral("status"), Outcome}, {QStringLiteral("application status"), Outcome},
          {QStringLiteral("consideration started at"), AppliedOn}, {QStringLiteral("source type"), Source}, {QStringLiteral("resume file"), Documents}, {QStringLiteral("ashby profile"), Links}}},
    };
    static const QHash<QString, ApplicantField> none;
    const auto found = all.constFind(program);
    return found == all.cend() ? none : *found;
}

} // namespace

QString exportingProgram(const QStringList &header)
{
    QSet<QString> names;
    for (const QString &name : header)
        names.insert(foldedName(name.left(200)));
    constexpr int enough = 5; // one column of its own and three usual ones, or two of its own and one
    int best = 0;
    int second = 0;
    const Program *found = nullptr;
    for (const Program &program : programs) {
        int own = 0;
        int common = 0;
        for (const QString &name : split(program.own))
            own += names.contains(name);
        for (const QString &name : split(program.common))
            common += names.contains(name);
        const int points = 2 * own + common;
        if (own == 0 || points < enough)
            continue;
        if (points > best) {
            second = best;
            best = points;
            found = &program;
        } else {
            second = qMax(second, points);
        }
    }
    return found && best > second ? QString::fromUtf16(found->name) : QString();
}

void applyProgramMeanings(ColumnMapping &mapping, const QStringList &header, const QString &program)
{
    const QHash<QString, ApplicantField> &meanings = meaningsIn(program);
    for (int column = 0; column < header.size() && column < mapping.columns.size(); ++column) {
        const auto meaning = meanings.constFind(foldedName(header.at(column)));
        ColumnTarget &target = mapping.columns[column];
        if (meaning == meanings.cend() || (target.kind != ColumnTarget::Unmatched && target.kind != ColumnTarget::Field))
            continue;
        target.kind = ColumnTarget::Field;
        target.field = *meaning;
    }
}

bool reasonEnds(const QString &program)
{
    const Program *known = programNamed(program);
    return known && known->reasonEnds;
}

} // namespace rolecall::app
