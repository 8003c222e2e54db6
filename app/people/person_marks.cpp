// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/person_marks.h"

#include "db/people.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rolecall::app {

namespace {

QString nameOf(db::Connection &connection, db::CandidateId person)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("PersonMarks", text); };
    if (const auto shown = db::shownAmong(connection, {person}); !shown || shown->isEmpty())
        return db::candidate(connection, person) ? tr("an applicant of a blind role") : tr("an applicant who is no longer here");
    const auto found = db::candidate(connection, person);
    return found ? found->name : tr("an applicant who is no longer here");
}

} // namespace

QString personMark(db::CandidateId person)
{
    return QStringLiteral("{person:%1}").arg(person.number());
}

QString withPersonNames(db::Connection &connection, const QString &words)
{
    if (!words.contains(QLatin1String("{person:")))
        return words;
    static const QRegularExpression mark(QStringLiteral("\\{person:(\\d{1,18})\\}"));
    QString result;
    qsizetype at = 0;
    for (auto matches = mark.globalMatch(words); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(words).mid(at, match.capturedStart() - at);
        result += nameOf(connection, db::CandidateId(match.captured(1).toLongLong()));
        at = match.capturedEnd();
    }
    return result + words.mid(at);
}

} // namespace rolecall::app
