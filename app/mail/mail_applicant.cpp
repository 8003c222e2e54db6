// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/mail_applicant.h"

#include "app/mail/quoted_forward.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rolecall::app {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("rolecall::app::Mail", text);
}

QString localPart(const QString &address)
{
    return address.left(address.lastIndexOf(u'@')).toLower();
}

bool isMachine(const QString &address)
{
    static const QRegularExpression machine(
        QStringLiteral("no[-_.]?reply|(do|please)[-_.]?not[-_.]?(reply|respond|answer)|nicht[-_.]?antworten|keine[-_.]?antwort|ne[-_.]?pas[-_.]?repondre|"
                       "no[-_.]?(responder|contestar|responda)|non[-_.]?rispondere|mailer-daemon|postmaster|^bounces?\\b|notifications?\\b|^notify|"
                       "^auto(mat|reply|respon|mail)|^mailer$|^daemon|^alerts?$|^system$|^robot$|^bot$"));
    return machine.match(localPart(address)).hasMatch();
}

/// An address that a job board or a form sends applications from; a person may stand behind it, but who is not said.
bool isService(const QString &address)
{
    static const QRegularExpression service(
        QStringLiteral("^(jobs?|job[-_.]?(board|portal|alerts?|mail)|careers?|karriere|applications?|applicants?|apply|candidates?|bewerbung(en)?|portal|"
                       "web ?form|form(s|ular)?|website|recruit(ing|ment)?|messages?|ats)([-_.+].*)?$"));
    return service.match(localPart(address)).hasMatch();
}

bool isUsable(const std::optional<MailAddress> &address)
{
    return address && address->address.indexOf(u'@') > 0 && !address->address.endsWith(u'@');
}

bool sameAddress(const MailAddress &one, const MailAddress &other)
{
    return one.address.compare(other.address, Qt::CaseInsensitive) == 0;
}

/// "Tom Small via Job Board" is Tom Small.
QString nameBeforeVia(const QString &name, bool *found)
{
    static const QRegularExpression via(QStringLiteral("^(.+?)\\s*[,(|-]?\\s*\\b(via|through|über|durch|par|por|tramite)\\b\\s+.+$"), QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = via.match(name);
    *found = match.hasMatch();
    return match.hasMatch() ? match.captured(1).trimmed() : QString();
}

std::optional<MailApplicant> directApplicant(const std::optional<MailAddress> &from, const std::optional<MailAddress> &replyTo, bool automatic, QStringList &warnings)
{
    if (!isUsable(from)) {
        warnings.append(from ? translated("The sender's address is no mail address, so who applies is not certain")
                             : translated("The mail names no sender, so who applies is not certain"));
        return std::nullopt;
    }
    const bool answersElsewhere = isUsable(replyTo) && !sameAddress(*from, *replyTo);
    bool via = false;
    const QString viaName = nameBeforeVia(from->name, &via);
    const bool machine = automatic || isMachine(from->address);
    if (machine || via || isService(from->address)) {
        if (answersElsewhere && !isMachine(replyTo->address))
            return MailApplicant{replyTo->name.isEmpty() ? viaName : replyTo->name, replyTo->address};
        warnings.append(translated("The mail was sent by a machine or a shared address (%1), so who applies is not certain").arg(from->address));
        return std::nullopt;
    }
    if (answersElsewhere) {
        const bool otherName = !replyTo->name.isEmpty() && !from->name.isEmpty() && replyTo->name.compare(from->name, Qt::CaseInsensitive) != 0;
        if (otherName) {
            warnings.append(translated("The sender (%1) and the address for answers (%2) are different people, so who applies is not certain").arg(from->address, replyTo->address));
            return std::nullopt;
        }
        warnings.append(translated("The sender asks for answers to %1").arg(replyTo->address));
    }
    return MailApplicant{from->name, from->address};
}

QString withoutPrefixes(const QString &subject)
{
    QString rest = subject;
    while (const qsizetype length = subjectPrefixLength(rest))
        rest.remove(0, length);
    return rest.simplified().toCaseFolded();
}

/// Empty when the mail encloses no message.
std::optional<MailApplicant> enclosedApplicant(MailMessage &message)
{
    const MailMessage &first = message.enclosed.front();
    if (message.enclosed.size() > 1) {
        message.warnings.append(translated("Several messages are enclosed, so who applies is not certain"));
        return std::nullopt;
    }
    if (message.from && first.from && sameAddress(*message.from, *first.from) && first.applicant)
        return first.applicant;
    const QString subject = message.subject.value_or(QString());
    const bool nothingElse = message.text.isEmpty() && message.attachments.size() == 1;
    const bool sameSubject = !withoutPrefixes(subject).isEmpty() && withoutPrefixes(subject) == withoutPrefixes(first.subject.value_or(QString()))
        && subjectKind(subject) != SubjectKind::Reply;
    if (subjectKind(subject) != SubjectKind::Forward && !nothingElse && !sameSubject) {
        message.warnings.append(translated("A message by someone else is enclosed, so who applies is not certain"));
        return std::nullopt;
    }
    if (!first.applicant)
        message.warnings.append(translated("The mail was forwarded, and the message in it does not say with certainty who applies"));
    return first.applicant;
}

std::optional<MailApplicant> quotedApplicant(MailMessage &message, const QuotedForward &forward)
{
    switch (forward.certainty) {
    case QuotedForward::Certainty::Clear:
        if (isMachine(forward.sender.address) || isService(forward.sender.address))
            return directApplicant(forward.sender, forward.replyTo, true, message.warnings);
        return MailApplicant{forward.sender.name, forward.sender.address};
    case QuotedForward::Certainty::NoAddress:
        message.warnings.append(translated("The forwarded message names %1 but no mail address, so who applies is not certain").arg(forward.sender.name));
        return std::nullopt;
    case QuotedForward::Certainty::Unclear:
        break;
    }
    message.warnings.append(translated("The mail was forwarded and does not say clearly by whom the original was sent, so who applies is not certain"));
    return std::nullopt;
}

} // namespace

void decideApplicant(MailMessage &message, const MailEnvelope &envelope)
{
    message.applicant.reset();
    if (envelope.report)
        return;
    const SubjectKind kind = subjectKind(message.subject.value_or(QString()));
    if (!message.enclosed.empty()) {
        message.applicant = enclosedApplicant(message);
    } else if (kind == SubjectKind::Forward) {
        message.applicant = quotedApplicant(message, findQuotedForward(message.text));
    } else if (kind == SubjectKind::Plain && hasForwardMark(message.text)) {
        const QuotedForward forward = findQuotedForward(message.text);
        const bool own = message.from && forward.certainty == QuotedForward::Certainty::Clear && sameAddress(*message.from, forward.sender);
        if (own)
            message.applicant = MailApplicant{message.from->name, message.from->address};
        else
            message.warnings.append(translated("The text quotes a forwarded message, so who applies is not certain"));
    } else if (envelope.severalSenders) {
        message.warnings.append(translated("The mail has several senders, so who applies is not certain"));
    } else if (envelope.listHeader && !(isUsable(message.from) && isMachine(message.from->address))) {
        message.warnings.append(translated("The mail came through a mailing list or is a newsletter, so who applies is not certain"));
    } else {
        message.applicant = directApplicant(message.from, message.replyTo, envelope.automatic, message.warnings);
    }
}

} // namespace rolecall::app
