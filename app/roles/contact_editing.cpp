// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roles/contact_editing.h"

#include "db/roles.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ContactEditing", text);
}

} // namespace

QStringList contactsFrom(const QString &line)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    QStringList emails = line.split(between, Qt::SkipEmptyParts);
    emails.removeDuplicates();
    return emails;
}

Result<Done> changeContacts(db::Connection &connection, db::RoleId role, const QStringList &emails)
{
    for (const QString &email : emails) {
        const qsizetype at = email.lastIndexOf(u'@');
        if (at <= 0 || at == email.size() - 1)
            return failure(tr("Changing the contacts"), email, tr("this is not an e-mail address"), tr("Write addresses such as jobs@example.org, parted by commas"));
    }
    const db::NewChange change{QStringLiteral("role"), tr("Changed the contacts"), emails.join(QStringLiteral(", ")), role, {}};
    return perform(connection, change, Area::Roles, [&] { return db::setContacts(connection, role, emails); });
}

} // namespace rolecall::app
