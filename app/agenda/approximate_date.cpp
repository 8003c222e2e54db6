// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agenda/approximate_date.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ApproximateDate", text);
}

QString partInWords(const QString &part, const QString &month)
{
    if (part == u"early")
        return tr("early %1").arg(month);
    if (part == u"mid")
        return tr("mid-%1").arg(month);
    return part == u"late" ? tr("late %1").arg(month) : month;
}

} // namespace

QString approximateDateInWords(const QString &approx, const QLocale &locale)
{
    if (approx == u"asap")
        return tr("as soon as possible");
    if (approx == u"until filled")
        return tr("until filled");
    static const QRegularExpression form(QStringLiteral("^(week of )?([0-9]{4})-([0-9]{2})(?:-([0-9]{2}|early|mid|late))?$"));
    const QRegularExpressionMatch match = form.match(approx);
    if (!match.hasMatch())
        return approx;
    const QString last = match.captured(4);
    bool isDay = false;
    const int day = last.toInt(&isDay);
    const QDate date(match.captured(2).toInt(), match.captured(3).toInt(), isDay ? day : 1);
    if (!date.isValid())
        return approx;
    QString words = isDay ? locale.toString(date, tr("d MMMM yyyy")) : partInWords(last, locale.toString(date, tr("MMMM yyyy")));
    if (!match.captured(1).isEmpty())
        words = isDay ? tr("week of %1").arg(words) : tr("a week in %1").arg(words);
    return words;
}

} // namespace rolecall::app
