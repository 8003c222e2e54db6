// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/schedule_words.h"

#include "app/agenda/zoned_time.h"

#include <QCoreApplication>

namespace rolecall::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ScheduleWords", text);
}

} // namespace

QString deadlineTitle(const db::Deadline &deadline)
{
    if (deadline.kind == u"applications_close")
        return tr("Applications close");
    if (deadline.kind == u"interviews")
        return tr("Interviews");
    if (deadline.kind == u"start")
        return tr("The work begins");
    return deadline.title.isEmpty() ? tr("Date") : deadline.title;
}

QString interviewStatusText(const QString &status)
{
    if (status == u"confirmed")
        return tr("confirmed");
    if (status == u"done")
        return tr("held");
    if (status == u"cancelled")
        return tr("cancelled");
    return status == u"moved" ? tr("moved, to confirm") : tr("proposed");
}

Mark interviewMark(const QString &status)
{
    if (status == u"confirmed")
        return Mark::Good;
    if (status == u"done" || status == u"cancelled")
        return Mark::Quiet;
    return Mark::Attention;
}

QString interviewTime(const db::Interview &interview, const QString &ownZone)
{
    const QDateTime end = app::localTime(interview.endsAt(), interview.zone);
    QString text = QStringLiteral("%1–%2").arg(app::clockText(interview.localStart.time()), app::clockText(end.time()));
    if (interview.zone == ownZone)
        return text;
    text += QStringLiteral(" ") + interview.zone;
    if (const QDateTime here = app::localTime(interview.startsAt, ownZone); here != interview.localStart)
        text += tr(", %1 here").arg(app::clockText(here.time()));
    return text;
}

} // namespace rolecall::ui
