// SPDX-License-Identifier: GPL-3.0-or-later
// Applications by mail: who applies, the letter in the message, and what is attached.
#include "app/intake/intake_readers.h"

#include "app/documents/attaching.h"
#include "app/mail/mail_reader.h"
#include "app/mail/quoted_forward.h"

#include <QCoreApplication>
#include <QMimeDatabase>

namespace rolecall::app {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("Intake", text, nullptr, n);
}

bool isSignature(const MailAttachment &attachment)
{
    return attachment.type == u"application/pgp-signature" || attachment.type == u"application/pkcs7-signature" || attachment.type == u"application/x-pkcs7-signature";
}

QString fallbackName(const MailAttachment &attachment, qsizetype number)
{
    const QString ending = QMimeDatabase().mimeTypeForName(attachment.type).preferredSuffix();
    return tr("attachment %1").arg(number) + (ending.isEmpty() ? QString() : u'.' + ending);
}

QString freeName(const IntakeItem &item, const QString &name)
{
    const auto isTaken = [&item](const QString &wanted) {
        return std::any_of(item.documents.begin(), item.documents.end(), [&wanted](const IntakeDocument &document) { return document.fileName.compare(wanted, Qt::CaseInsensitive) == 0; });
    };
    QString free = name;
    const qsizetype dot = name.lastIndexOf(u'.');
    for (int number = 2; isTaken(free); ++number)
        free = dot > 0 ? QStringLiteral("%1 (%2)%3").arg(name.left(dot)).arg(number).arg(name.mid(dot)) : QStringLiteral("%1 (%2)").arg(name).arg(number);
    return free;
}

QString addressText(const std::optional<MailAddress> &address)
{
    return address ? IntakePerson{address->name, address->address}.text() : QString();
}

/// The message as it is read later: who, when, about what, then the words. As text, so that a quote can be taken from it.
QByteArray letterText(const MailMessage &message)
{
    QString text;
    const auto line = [&text](const QString &label, const QString &value) {
        if (!value.isEmpty())
            text += QStringLiteral("%1: %2\n").arg(label, value);
    };
    line(tr("From"), addressText(message.from));
    line(tr("Date"), message.date ? message.date->toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'")) : QString());
    line(tr("Subject"), message.subject.value_or(QString()));
    return (text + u'\n' + message.text.trimmed() + u'\n').toUtf8();
}

/// The message whose letter and attachments are the application: the innermost one that was forwarded as a whole.
const MailMessage &applicationIn(const MailMessage &message, QStringList &covering)
{
    if (message.enclosed.size() != 1)
        return message;
    const MailMessage &inner = message.enclosed.front();
    const bool own = message.applicant && message.from && message.applicant->email.compare(message.from->address, Qt::CaseInsensitive) == 0
        && !(inner.applicant && inner.applicant->email.compare(message.from->address, Qt::CaseInsensitive) == 0);
    if (own)
        return message;
    if (!message.text.trimmed().isEmpty())
        covering << tr("Forwarded by %1:").arg(addressText(message.from)) + u'\n' + message.text.trimmed();
    return applicationIn(inner, covering);
}

void addPeople(const MailMessage &message, QList<IntakePerson> &people)
{
    const auto add = [&people](const QString &name, const QString &email) {
        const IntakePerson person{name, email};
        if (email.contains(u'@') && std::none_of(people.begin(), people.end(), [&email](const IntakePerson &known) { return known.email.compare(email, Qt::CaseInsensitive) == 0; }))
            people << person;
    };
    // Innermost first: a forwarded message is by whoever applies more often than not.
    for (const MailMessage &inner : message.enclosed)
        addPeople(inner, people);
    if (message.applicant)
        add(message.applicant->name, message.applicant->email);
    const QuotedForward forward = findQuotedForward(message.text);
    if (forward.certainty == QuotedForward::Certainty::Clear)
        add(forward.sender.name, forward.sender.address);
    if (forward.replyTo)
        add(forward.replyTo->name, forward.replyTo->address);
    if (message.replyTo)
        add(message.replyTo->name, message.replyTo->address);
    if (message.from)
        add(message.from->name, message.from->address);
}

void addAttachments(IntakeItem &item, const MailMessage &message, bool isFollowed, const IntakeOptions &options)
{
    int pictures = 0;
    qsizetype number = 0;
    for (const MailAttachment &attachment : message.attachments) {
        ++number;
        if (isFollowed && attachment.type == u"message/rfc822")
            continue;
        if (attachment.inlinePicture) {
            ++pictures;
            continue;
        }
        const QString name = freeName(item, safeFileName(attachment.fileName, fallbackName(attachment, number)));
        if (isSignature(attachment)) {
            item.messages << tr("the signature %1 was left out").arg(name);
            continue;
        }
        addDocument(item, name, attachment.content, options);
    }
    if (pictures > 0)
        item.messages << tr("%n picture(s) within the text were left out", pictures);
}

} // namespace

IntakeItem readMailItem(MailMessage &&message, const ImportSource &source, std::optional<qint64> number, const IntakeOptions &options)
{
    IntakeItem item;
    item.key = source.paths.first() + (number ? QStringLiteral("#%1").arg(*number) : QString());
    item.file = source.shown;
    item.row = number;
    item.isMail = true;
    item.source = tr("E-mail");
    for (QString warning : std::as_const(message.warnings)) {
        warning[0] = warning.front().toLower();
        item.messages << warning;
    }
    item.needsLook = !item.messages.isEmpty();
    QStringList covering;
    const MailMessage &application = applicationIn(message, covering);
    addPeople(message, item.choices);
    if (message.applicant) {
        item.person = {message.applicant->name, message.applicant->email};
    } else {
        item.certainty = Certainty::Unknown;
        if (item.messages.isEmpty())
            item.messages << tr("nobody applies with this message, as far as it says");
    }
    // The day that the sender's clock showed: who wrote on the last evening was in time, wherever they are.
    const std::optional<QDate> day = application.day ? application.day : message.day;
    if (day)
        item.appliedOn = day->toString(Qt::ISODate);
    constexpr qsizetype beginning = 600;
    item.roleWords = {message.subject.value_or(QString()), application.subject.value_or(QString()), source.shown, application.text.left(beginning)};
    item.note = covering.join(QStringLiteral("\n\n"));

    if (!application.text.trimmed().isEmpty()) {
        const QString ofDay = day ? u' ' + day->toString(Qt::ISODate) : QString();
        addDocument(item, tr("Mail") + ofDay + QStringLiteral(".txt"), letterText(application), options);
    }
    const MailMessage *outer = &message;
    while (outer != &application) {
        addAttachments(item, *outer, true, options);
        outer = &outer->enclosed.front();
    }
    addAttachments(item, application, false, options);
    if (item.documents.empty() && message.applicant)
        item.look(tr("there is neither a text nor a document in it"));
    return item;
}

} // namespace rolecall::app
