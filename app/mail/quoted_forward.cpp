// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/quoted_forward.h"

#include <QRegularExpression>
#include <QSet>

namespace rolecall::app {

namespace {

const QRegularExpression &prefix()
{
    // Group 1: forwards, group 2: replies, in the languages of common mail programs. "SV", "VS" and "RE" differ by
    // language; each stands where most mail with it comes from.
    static const QRegularExpression expression(
        QStringLiteral("^\\s*(?:\\[[^\\]]{1,40}\\]\\s*)?(?:(fwd?|forward(?:ed)?|wg|wtr|weitergeleitet|tr|transf|rv|enc|res?env|i|doorst|fs|vb|vl|vid(?:eresendt)?|pd|ilt|i̇lt|hs|転送|转发|轉寄|转寄|переслано|пересл)"
                       "|(re|aw|antw|sv|vs|r|rif|odp|ynt|vá|ref|回复|答复|回覆|отв|ответ))(?:\\[\\d+\\]|\\(\\d+\\))?\\s*[:：]\\s*"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

const QRegularExpression &forwardMark()
{
    static const QRegularExpression expression(
        QStringLiteral("^[>|\\s]*(?:[-_=*]{2,}\\s*)?(?:(?:begin(?:n)?\\s+)?(?:of\\s+)?forwarded (?:message|mail|by\\b.*)|start of forwarded message|"
                       "(?:anfang der )?weitergeleitete[rn]?\\s+(?:nachricht|e-?mail)|(?:début du )?message (?:transféré|réexpédié)|"
                       "(?:inicio del )?mensaje reenviado|(?:inizio (?:del )?)?messaggio inoltrato|doorgestuurd bericht|mensagem (?:encaminhada|reencaminhada)|"
                       "vidarebefordrat (?:meddelande|mejl)|videresendt (?:meddelelse|melding|besked)|edelleenlähetetty viesti|przekazana wiadomość|wiadomość przekazana|"
                       "přeposlaná zpráva|továbbított üzenet|пересылаемое сообщение|переадресованное сообщение|转发的邮件|轉寄郵件|転送されたメッセージ)\\s*[:：]?\\s*(?:[-_=*]{2,})?\\s*$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

enum class Field { None, Sender, Subject, ReplyTo, Other };

struct HeaderLine
{
    Field field = Field::None;
    QString value;
};

HeaderLine headerLine(const QString &line)
{
    static const QRegularExpression expression(QStringLiteral("^[>|\\s]*\\*{0,2}([\\p{L}][\\p{L} .-]{0,24}?)\\*{0,2}\\s*[:：]\\*{0,2}\\s*(.*?)\\s*$"), QRegularExpression::UseUnicodePropertiesOption);
    static const QSet<QString> senders{QStringLiteral("from"), QStringLiteral("von"), QStringLiteral("de"), QStringLiteral("expéditeur"), QStringLiteral("da"), QStringLiteral("van"),
                                       QStringLiteral("od"), QStringLiteral("fra"), QStringLiteral("från"), QStringLiteral("lähettäjä"), QStringLiteral("feladó"), QStringLiteral("от"), QStringLiteral("от кого"),
                                       QStringLiteral("kimden"), QStringLiteral("发件人"), QStringLiteral("寄件者"), QStringLiteral("差出人"), QStringLiteral("보낸 사람")};
    static const QSet<QString> subjects{QStringLiteral("subject"), QStringLiteral("betreff"), QStringLiteral("objet"), QStringLiteral("asunto"), QStringLiteral("oggetto"), QStringLiteral("assunto"),
                                        QStringLiteral("onderwerp"), QStringLiteral("ämne"), QStringLiteral("emne"), QStringLiteral("aihe"), QStringLiteral("temat"), QStringLiteral("předmět"),
                                        QStringLiteral("tárgy"), QStringLiteral("тема"), QStringLiteral("konu"), QStringLiteral("主题"), QStringLiteral("主旨"), QStringLiteral("件名")};
    static const QSet<QString> answers{QStringLiteral("reply-to"), QStringLiteral("reply to"), QStringLiteral("antwort an"), QStringLiteral("répondre à"), QStringLiteral("responder a"),
                                       QStringLiteral("rispondi a"), QStringLiteral("antwoord aan"), QStringLiteral("svar til"), QStringLiteral("svara till")};
    constexpr qsizetype longest = 1000;
    if (line.size() > longest)
        return {};
    const QRegularExpressionMatch match = expression.match(line);
    if (!match.hasMatch())
        return {};
    const QString name = match.captured(1).trimmed().toLower();
    const Field field = senders.contains(name) ? Field::Sender : subjects.contains(name) ? Field::Subject : answers.contains(name) ? Field::ReplyTo : Field::Other;
    return {field, match.captured(2)};
}

/// A name and an address as mail programs print them: "A B <a@b>", "A B [mailto:a@b]", "a@b <mailto:a@b>".
/// The address is empty where there is none or more than one.
MailAddress printedAddress(const QString &value)
{
    static const QRegularExpression address(QStringLiteral("[^\\s<>\\[\\]()\"',;:]+@[^\\s<>\\[\\]()\"',;:]+\\.[^\\s<>\\[\\]()\"',;:.]+"));
    QSet<QString> found;
    MailAddress printed;
    qsizetype firstAt = value.size();
    for (auto matches = address.globalMatch(value); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (found.isEmpty()) {
            printed.address = match.captured();
            firstAt = match.capturedStart();
        }
        found.insert(match.captured().toLower());
    }
    if (found.size() != 1)
        printed.address.clear();
    static const QRegularExpression ornaments(QStringLiteral("^[\\s\"'*]+|(?:mailto:|[\\s\"'*<\\[(]|(?<=\\s)via)+$"), QRegularExpression::CaseInsensitiveOption);
    printed.name = value.left(firstAt).remove(ornaments).simplified();
    return printed;
}

struct QuotedHeader
{
    QString sender;
    QString replyTo;
    QString subject;
    qsizetype end = 0; ///< index of the line after the header
};

/// Reads header lines from `start`, where a sender stands within the next few lines and another field beside it.
std::optional<QuotedHeader> quotedHeader(const QStringList &lines, qsizetype start)
{
    constexpr qsizetype searched = 8;
    constexpr qsizetype longest = 24;
    QuotedHeader header;
    int fields = 0;
    QString *last = nullptr;
    for (qsizetype i = start; i < lines.size() && i < start + longest; ++i) {
        const HeaderLine line = headerLine(lines.at(i));
        const bool blank = lines.at(i).trimmed().remove(u'>').remove(u'|').trimmed().isEmpty();
        if (line.field == Field::None || (fields > 0 && blank)) {
            if (fields == 0 && i < start + searched)
                continue;
            if (blank && fields < 2 && i < start + searched)
                continue;
            if (!blank && last && !last->contains(u'@')) { // a folded address
                *last += u' ' + lines.at(i).trimmed();
                last = nullptr;
                continue;
            }
            break;
        }
        if (fields == 0 && line.field == Field::Other && i >= start + searched)
            break;
        ++fields;
        last = nullptr;
        if (line.field == Field::Sender && header.sender.isEmpty()) {
            header.sender = line.value;
            last = &header.sender;
        } else if (line.field == Field::Subject && header.subject.isEmpty()) {
            header.subject = line.value;
        } else if (line.field == Field::ReplyTo && header.replyTo.isEmpty()) {
            header.replyTo = line.value;
        }
        header.end = i + 1;
    }
    if (header.sender.isEmpty() || fields < 2)
        return std::nullopt;
    return header;
}

/// The next quoted header: after a forward mark, or a block of header lines that begins with the sender.
std::optional<QuotedHeader> nextQuotedHeader(const QStringList &lines, qsizetype from)
{
    for (qsizetype i = from; i < lines.size(); ++i) {
        if (lines.at(i).size() > 400)
            continue;
        if (forwardMark().match(lines.at(i)).hasMatch()) {
            if (std::optional<QuotedHeader> header = quotedHeader(lines, i + 1))
                return header;
        } else if (headerLine(lines.at(i)).field == Field::Sender) {
            std::optional<QuotedHeader> header = quotedHeader(lines, i);
            if (header && (!header->subject.isEmpty() || header->end - i >= 3))
                return header;
        }
    }
    return std::nullopt;
}

} // namespace

SubjectKind subjectKind(const QString &subject)
{
    const QRegularExpressionMatch match = prefix().match(subject);
    if (!match.hasMatch())
        return SubjectKind::Plain;
    return match.capturedLength(1) > 0 ? SubjectKind::Forward : SubjectKind::Reply;
}

qsizetype subjectPrefixLength(const QString &subject)
{
    const QRegularExpressionMatch match = prefix().match(subject);
    return match.hasMatch() ? match.capturedLength() : 0;
}

bool hasForwardMark(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    return std::any_of(lines.begin(), lines.end(), [](const QString &line) { return line.size() < 400 && forwardMark().match(line).hasMatch(); });
}

QuotedForward findQuotedForward(const QString &text)
{
    constexpr int deepest = 12;
    const QStringList lines = text.split(u'\n');
    QuotedForward found;
    qsizetype from = 0;
    for (int depth = 0; depth < deepest; ++depth) {
        const std::optional<QuotedHeader> header = nextQuotedHeader(lines, from);
        if (!header)
            return {}; // a forward that leads nowhere
        found.sender = printedAddress(header->sender);
        found.replyTo.reset();
        if (const MailAddress answers = printedAddress(header->replyTo); !answers.address.isEmpty())
            found.replyTo = answers;
        from = header->end;
        const QStringList rest = lines.mid(from);
        const bool forwardedOn = subjectKind(header->subject) == SubjectKind::Forward
            || (header->subject.isEmpty() && hasForwardMark(rest.join(u'\n')));
        if (forwardedOn)
            continue;
        if (!found.sender.address.isEmpty())
            found.certainty = QuotedForward::Certainty::Clear;
        else if (!found.sender.name.isEmpty() && !found.sender.name.contains(u'@'))
            found.certainty = QuotedForward::Certainty::NoAddress;
        // A conversation that was forwarded: its last word may be anybody's, the recruiter's too.
        if (subjectKind(header->subject) == SubjectKind::Reply && nextQuotedHeader(lines, from))
            found.certainty = QuotedForward::Certainty::Unclear;
        return found;
    }
    return {};
}

} // namespace rolecall::app
