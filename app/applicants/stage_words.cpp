// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/applicants/stage_words.h"

#include "app/applicants/cell_parsing.h"

#include <QStringList>

namespace rolecall::app {

namespace {

QStringList words(const char *list)
{
    return QString::fromUtf8(list).split(u'|');
}

bool isOneOf(const QString &word, const QStringList &list)
{
    return list.contains(word.simplified().toCaseFolded());
}

bool containsOneOf(const QString &word, const QStringList &list)
{
    const QString folded = word.simplified().toCaseFolded();
    for (const QString &part : list) {
        if (folded.contains(part))
            return true;
    }
    return false;
}

} // namespace

std::optional<QString> outcomeOfWord(const QString &word)
{
    static const QStringList hired = words("hired|hire|accepted offer|offer accepted|eingestellt|embauché|embauchée|contratado|contratada|aangenomen|assunto|assunta");
    static const QStringList rejected = words("rejected|reject|declined|not selected|unsuccessful|disqualified|archived|no hire|abgelehnt|absage|refusé|refusée|rechazado|rechazada|"
                                              "descartado|descartada|afgewezen|rifiutato|scartato|rejeitado|rejeitada|recusado");
    static const QStringList withdrawn = words("withdrawn|withdrew|withdraw|candidate withdrew|zurückgezogen|désisté|retirée|retiré|retirado|retirada|teruggetrokken|ritirato|desistiu");
    if (isOneOf(word, hired))
        return QStringLiteral("hired");
    if (isOneOf(word, rejected))
        return QStringLiteral("rejected");
    if (isOneOf(word, withdrawn))
        return QStringLiteral("withdrawn");
    return std::nullopt;
}

QString outcomeOfReason(const QString &reason)
{
    if (const auto outcome = outcomeOfWord(reason))
        return *outcome;
    static const QStringList own = words("withdr|withdrawn|not interested|no longer interested|candidate declined|declined offer|offer declined|accepted another|took another|zurückgezogen|désist|retirad|teruggetrokken|ritirat");
    return containsOneOf(reason, own) ? QStringLiteral("withdrawn") : QStringLiteral("rejected");
}

bool meansNoOutcome(const QString &word)
{
    static const QStringList none = words("active|open|in process|in progress|pending|qualified|no|false|none|0|n|undecided|live|ongoing|aktiv|offen|nein|actif|en cours|non|activo|en curso|actief|nee|attivo|in corso|ativo");
    return isOneOf(word, none);
}

bool meansYes(const QString &word)
{
    static const QStringList yes = words("yes|true|y|1|x|ja|oui|sí|si|sì|sim|✓|✔");
    return isOneOf(word, yes) || parseDate(word).has_value();
}

bool meansFirstStage(const QString &word)
{
    static const QStringList first = words("new|applied|application received|received|inbox|active|in process|neu|eingegangen|beworben|nouveau|nouvelle|reçu|nuevo|nueva|recibido|"
                                           "nieuw|ontvangen|nuovo|ricevuto|novo|recebido");
    return isOneOf(word, first);
}

QString stageKindOfWord(const QString &word)
{
    static const QStringList tests = words("test|assignment|work sample|exercise|challenge|assessment|aufgabe|épreuve|prueba|opdracht|prova");
    static const QStringList interviews = words("interview|screen call|phone|on-site|onsite|face to face|gespräch|entretien|entrevista|gesprek|colloquio");
    static const QStringList offers = words("offer|angebot|offre|oferta|aanbod|offerta");
    if (containsOneOf(word, tests))
        return QStringLiteral("test");
    if (containsOneOf(word, interviews))
        return QStringLiteral("interview");
    if (containsOneOf(word, offers))
        return QStringLiteral("offer");
    return QStringLiteral("review");
}

} // namespace rolecall::app
