// SPDX-License-Identifier: GPL-3.0-or-later
// What an applicant is told of how the panel read their application.
#include "app/messages/drafting.h"

#include "app/shortlist/explanation.h"
#include "db/applications.h"
#include "db/connection.h"
#include "db/roles.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Feedback", text);
}

/// A mean between two levels is said as that: rounded up it would promise what the gate refused.
QString levelInWords(qint32 level, const QStringList &labels)
{
    const qsizetype whole = level / db::levelUnit;
    return level % db::levelUnit == 0 ? labels.at(whole) : tr("between %1 and %2").arg(labels.at(whole), labels.at(whole + 1));
}

} // namespace

Result<std::optional<QString>> feedbackText(db::Connection &connection, db::ApplicationId id, bool notes)
{
    const auto explained = explainShortlist(connection, id);
    if (!explained)
        return tl::unexpected(explained.error());
    if (explained->panelHidden || explained->reviews == 0)
        return std::optional<QString>();
    const auto application = db::application(connection, id);
    if (!application)
        return tl::unexpected(application.error());
    const auto role = db::role(connection, application->role);
    if (!role)
        return tl::unexpected(role.error());
    const QStringList labels = role->levelLabels.size() == 4 ? role->levelLabels : QStringList{tr("no evidence"), tr("partly"), tr("meets"), tr("exceeds")};
    QStringList lines;
    for (const ExplainedQuality &quality : explained->qualities) {
        if (quality.panelLevel < 0)
            continue; // unrated: nothing is claimed of it
        lines << QStringLiteral("- %1: %2").arg(quality.quality.text, levelInWords(quality.panelLevel, labels));
        if (!notes)
            continue;
        const auto noted = db::submittedNotes(connection, id, quality.quality.id);
        if (!noted)
            return tl::unexpected(noted.error());
        for (const QString &note : *noted)
            lines << QStringLiteral("  %1").arg(note.simplified());
    }
    return lines.isEmpty() ? std::optional<QString>() : lines.join(u'\n');
}

} // namespace rolecall::app
