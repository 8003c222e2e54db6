// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/list_guess.h"

#include "app/posting/job_words.h"
#include "app/posting/text_folding.h"

#include <QSet>
#include <algorithm>
#include <array>
#include <vector>

namespace rolecall::app {

namespace {

constexpr std::array kinds{SectionKind::Responsibilities, SectionKind::Necessary, SectionKind::Useful, SectionKind::Other};
constexpr size_t kindCount = kinds.size();
using Scores = std::array<double, kindCount>;

QSet<QString> wordSet(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
    return {list.cbegin(), list.cend()};
}

/// Folded words, in the order of `kinds`. None decides alone; one heading often has some of two sides.
const std::array<QSet<QString>, kindCount> &leaningWords()
{
    static const std::array<QSet<QString>, kindCount> words{
        wordSet("do doing does done work working works day days daily shift shifts job jobs task tasks duty duties week year months time spend responsible challenge challenges adventure project projects aufgabe aufgaben arbeit arbeiten alltag arbeitstag tun machst bewegen bewirken "
                "werk werkdag werkweek taken doen dag travail missions mission activites quotidien journee feras ferez trabajo funciones haras harias dia lavoro compiti attivita farai giornata trabalho faras fara uppgifter opgaver oppgaver arbejde arbeid zadania praca prace"),
        wordSet("need needs needed must cannot without require required requires demand demands ask asks asking expect expects essential look looking seek seeking bring brings right fit fits match matches suit suits qualify person yours brauchst brauchen erwarten erwartet fordern verlangen "
                "passt mitbringst suchen suche vragen verwachten nodig zoeken demandons attendons exigeons recherchons faut cherchons pedimos buscamos esperamos necesitas chiediamo cerchiamo serve servono pedimos procuramos precisas kraver soker krever soger wymagamy oczekujemy szukamy pozadujeme hledame"),
        wordSet("would could might wish wishes thrilled thrill happy delight delighted delights excited excite impress jump smile extra extras bonus plus difference icing cherry better love lovely nice great cool super handy welcome ideally ideal dream fantastic joy glad gladly also perhaps "
                "wunsch freuen schon toll ware waren gerne ferner zusatzlich darueber daruber besonders extrapunkte serait seraient apprecions aimerions adorerions idealement encantaria gustaria valoramos sumaria gradito gradita piacerebbe leuk mooi fijn graag extraatje pluspunt garna gjerne gerne merit fordel "
                "mile chetnie vitame vyhodou"),
        wordSet("exchange offer offers offering return thank thanks reward rewards give gives giving get gets benefit benefits perks package deal treat treats look-forward bieten bietet angebot bekommst erhalten offrons proposons offre propose avantages ofrecemos ofrece damos offriamo offre bieden krijg krijgt "
                "aanbod erbjuder tilbyder tilbyr oferujemy nabizime nossa oferecemos us our company team story why apply process next steps stack stages interview"),
    };
    return words;
}

Scores headingScores(const QString &heading)
{
    Scores scores{};
    const QStringList words = foldedText(heading.left(200)).split(u' ', Qt::SkipEmptyParts);
    double all = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        for (size_t k = 0; k < kindCount; ++k) {
            if (!leaningWords()[k].contains(words.at(i)))
                continue;
            // "Not required", "do not need": what is denied is wished for.
            const bool denied = k == 1 && i > 0 && words.at(i - 1) == u"not";
            scores[denied ? 2 : k] += denied ? 2 : 1;
            all += denied ? 2 : 1;
        }
    }
    for (double &score : scores)
        score = all > 0 ? score / all : 0;
    return scores;
}

Scores entryScores(const QList<ListEntry> &entries)
{
    Scores scores{};
    if (entries.isEmpty())
        return scores;
    const double share = 1.0 / double(entries.size());
    for (const ListEntry &entry : entries) {
        const EntryNature nature = natureOf(entry.text);
        if (namesBenefit(entry.text)) {
            scores[3] += share;
        } else if (nature == EntryNature::Duty) {
            scores[0] += share;
        } else if (nature == EntryNature::Quality) {
            scores[1] += share;
            scores[2] += share * 0.8;
        }
    }
    return scores;
}

/// How readily one list follows another in a posting; the last row is for the first list of all.
constexpr double follows[kindCount + 1][kindCount] = {
    // duties, needs, wishes, gifts
    {0.0, 0.8, -0.2, 0.1},  // after duties
    {0.5, 0.0, 0.8, 0.3},   // after needs
    {0.2, -0.2, -0.1, 0.7}, // after wishes
    {0.3, 0.3, 0.0, 0.2},   // after gifts
    {0.5, 0.3, -0.4, 0.0},  // at the beginning
};

int indexOf(SectionKind kind)
{
    const auto found = std::find(kinds.begin(), kinds.end(), kind);
    return found == kinds.end() ? -1 : int(found - kinds.begin());
}

} // namespace

SectionKind leaningOf(const QString &heading)
{
    const Scores scores = headingScores(heading);
    const auto best = std::max_element(scores.begin(), scores.end());
    const bool alone = std::count(scores.begin(), scores.end(), *best) == 1;
    constexpr double clear = 0.6;
    return *best >= clear && alone ? kinds[size_t(best - scores.begin())] : SectionKind::Unknown;
}

void guessLists(QList<GuessedList> &lists)
{
    const qsizetype count = lists.size();
    if (count == 0)
        return;
    std::vector<Scores> evidence(static_cast<size_t>(count));
    std::vector<Scores> best(static_cast<size_t>(count));
    std::vector<std::array<size_t, kindCount>> from(static_cast<size_t>(count));
    constexpr double impossible = -1000;
    for (size_t i = 0; i < size_t(count); ++i) {
        const GuessedList &list = lists.at(qsizetype(i));
        const int known = indexOf(list.kind);
        if (known < 0) {
            const Scores heading = headingScores(list.heading);
            const Scores entries = entryScores(*list.entries);
            for (size_t k = 0; k < kindCount; ++k)
                evidence[i][k] = 1.2 * heading[k] + 1.3 * entries[k];
        }
        for (size_t k = 0; k < kindCount; ++k) {
            const double own = known < 0 ? evidence[i][k] : size_t(known) == k ? 0 : impossible;
            double before = i == 0 ? follows[kindCount][k] : impossible * 2;
            for (size_t p = 0; i > 0 && p < kindCount; ++p) {
                const double score = best[i - 1][p] + follows[p][k];
                if (score > before) {
                    before = score;
                    from[i][k] = p;
                }
            }
            best[i][k] = before + own;
        }
    }
    size_t k = size_t(std::max_element(best.back().begin(), best.back().end()) - best.back().begin());
    for (size_t i = size_t(count); i-- > 0;) {
        constexpr double enough = 0.4;
        if (lists.at(qsizetype(i)).kind == SectionKind::Unknown && evidence[i][k] >= enough)
            lists[qsizetype(i)].kind = kinds[k];
        k = from[i][k];
    }
}

} // namespace rolecall::app
