// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/group_answers.h"

#include "app/applicants/cell_parsing.h"
#include "app/table/table_stream.h"
#include "db/connection.h"
#include "db/group_answers.h"

#include <QCoreApplication>
#include <QDir>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Reports", text);
}

/// A yes in a column that asks for consent, in the languages that postings are read in.
bool isConsent(const QString &cell)
{
    static const QStringList words{QStringLiteral("yes"), QStringLiteral("y"),   QStringLiteral("true"), QStringLiteral("1"),  QStringLiteral("x"),  QStringLiteral("consent"),
                                   QStringLiteral("ja"),  QStringLiteral("oui"), QStringLiteral("sí"),   QStringLiteral("si"), QStringLiteral("sì"), QStringLiteral("sim")};
    return words.contains(cell.trimmed().toLower());
}

int columnOf(const QStringList &header, std::initializer_list<const char *> names)
{
    for (qsizetype i = 0; i < header.size(); ++i) {
        for (const char *name : names) {
            if (header.at(i).trimmed().compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
                return int(i);
        }
    }
    return -1;
}

struct Columns
{
    int email = -1;
    int code = -1;
    int consent = -1;
    QList<int> questions;
};

Result<Columns> columnsOf(const QStringList &header, const QString &path)
{
    Columns columns{columnOf(header, {"email", "e-mail", "mail"}), columnOf(header, {"code"}), columnOf(header, {"consent", "einwilligung", "consentement"}), {}};
    for (int i = 0; i < int(header.size()); ++i) {
        if (i != columns.email && i != columns.code && i != columns.consent && !header.at(i).trimmed().isEmpty() && columnOf({header.at(i)}, {"name"}) < 0)
            columns.questions << i;
    }
    const QString subject = QDir::toNativeSeparators(path);
    if (columns.email < 0 && columns.code < 0)
        return failure(tr("Taking answers"), subject, tr("no column says who answered"), tr("Name a column “email” or “code”"));
    if (columns.consent < 0)
        return failure(tr("Taking answers"), subject, tr("no column says that the person agreed"), tr("Name a column “consent”, with yes where it was given"));
    if (columns.questions.isEmpty())
        return failure(tr("Taking answers"), subject, tr("there is no column with answers"), tr("Give each question a column of its own"));
    return columns;
}

} // namespace

Result<AnswersTaken> takeGroupAnswers(db::Connection &connection, db::RoleId role, const QString &path)
{
    auto stream = TableStream::open(path);
    if (!stream)
        return tl::unexpected(stream.error());
    const QStringList header = (*stream)->header();
    const auto columns = columnsOf(header, path);
    if (!columns)
        return tl::unexpected(columns.error());
    AnswersTaken taken;
    const db::NewChange change{QStringLiteral("groups"), tr("Took answers about groups, for counts alone"), {}, role, {}};
    const auto done = perform(connection, change, Area::Roles, [&]() -> Outcome {
        TableRow row;
        while ((*stream)->nextRow(row)) {
            const auto cell = [&row](int column) { return column >= 0 && size_t(column) < row.cells.size() ? QString::fromUtf8(row.cells[size_t(column)].data(), qsizetype(row.cells[size_t(column)].size())).trimmed() : QString(); };
            const auto leave = [&](const QString &why) { taken.left << tr("Line %1: %2").arg(QString::number(row.line), why); };
            if (!isConsent(cell(columns->consent))) {
                leave(tr("no consent"));
                continue;
            }
            const QString code = cell(columns->code);
            const auto email = parseEmail(cell(columns->email));
            const auto who = !code.isEmpty() ? db::applicationsByCode(connection, role, code) : email ? db::applicationsByEmail(connection, role, *email) : Result<QList<db::ApplicationId>>(QList<db::ApplicationId>());
            if (!who)
                return tl::unexpected(who.error());
            if (who->size() != 1) {
                leave(who->isEmpty() ? tr("nobody of this role") : tr("several applicants share this address"));
                continue;
            }
            bool any = false;
            for (const int column : columns->questions) {
                const QString answer = cell(column);
                if (answer.isEmpty())
                    continue;
                if (auto outcome = db::storeGroupAnswer(connection, who->first(), header.at(column).simplified(), answer.simplified()); !outcome)
                    return outcome;
                any = true;
            }
            if (any)
                ++taken.people;
            else
                leave(tr("no answers"));
        }
        if ((*stream)->error())
            return tl::unexpected(*(*stream)->error());
        if (taken.people == 0)
            return failure(tr("Taking answers"), QDir::toNativeSeparators(path), taken.left.isEmpty() ? tr("it has no rows") : tr("no row could be taken; the first: %1").arg(taken.left.first()), tr("Look at the column that says who, and at the consent"));
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    taken.done = *done;
    taken.done.message = taken.left.isEmpty() ? tr("Took the answers of %1 applicants").arg(taken.people) : tr("Took the answers of %1 applicants, left %2 rows").arg(taken.people).arg(taken.left.size());
    return taken;
}

Result<Done> removeGroupAnswers(db::Connection &connection, db::RoleId role)
{
    return perform(connection, {QStringLiteral("groups"), tr("Removed the answers about groups"), {}, role, {}}, Area::Roles, [&]() -> Outcome {
        const auto removed = db::deleteGroupAnswers(connection, role);
        if (!removed)
            return tl::unexpected(removed.error());
        if (*removed == 0)
            return failure(tr("Removing the answers"), {}, tr("there are none"));
        return {};
    });
}

} // namespace rolecall::app
