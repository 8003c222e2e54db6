// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/duplicates.h"

#include "app/people/person_marks.h"
#include "db/connection.h"
#include "db/duplicates.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <algorithm>
#include <vector>

namespace rolecall::app {

namespace {

constexpr int leastScore = 40;
/// A name or a number that more people share says nothing of any two of them.
constexpr qsizetype mostSharing = 20;
constexpr int phoneDigits = 9; ///< the last ones: with or without the country's code
constexpr int leastDigits = 7;

QString tr(const char *text)
{
    return QCoreApplication::translate("Duplicates", text);
}

/// The address without what stands after a plus, which most providers deliver to the same person (RFC 5233).
QString plainEmail(const QString &email)
{
    const QString lower = email.toLower().trimmed();
    const qsizetype at = lower.lastIndexOf(u'@');
    if (at <= 0)
        return {};
    return lower.left(at).section(u'+', 0, 0) + lower.mid(at);
}

QString phoneTail(const QString &phone)
{
    QString digits;
    for (const QChar c : phone) {
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
    }
    return digits.size() < leastDigits ? QString() : digits.right(phoneDigits);
}

QStringList wordsOf(const QString &nameKey)
{
    QStringList words;
    QString word;
    for (const QChar c : nameKey) {
        if (c.isLetterOrNumber() || c.isSurrogate()) {
            word += c;
        } else if (c != u'\'' && c != u'’' && !word.isEmpty()) {
            words << word;
            word.clear();
        }
    }
    if (!word.isEmpty())
        words << word;
    return words;
}

QString sortedWords(QStringList words)
{
    words.sort();
    return words.join(u' ');
}

/// At most one letter too many, too few or another (two in a long name).
bool isSimilar(const QString &one, const QString &other)
{
    const qsizetype allowed = std::min(one.size(), other.size()) > 12 ? 2 : 1;
    if (std::abs(one.size() - other.size()) > allowed || std::min(one.size(), other.size()) < 5)
        return false;
    std::vector<qsizetype> row(size_t(other.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = qsizetype(j);
    for (qsizetype i = 1; i <= one.size(); ++i) {
        qsizetype corner = row[0];
        row[0] = i;
        for (size_t j = 1; j < row.size(); ++j) {
            const qsizetype above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, corner + (one.at(i - 1) == other.at(qsizetype(j) - 1) ? 0 : 1)});
            corner = above;
        }
    }
    return row.back() <= allowed;
}

bool isInitialOf(const QStringList &one, const QStringList &other)
{
    return one.size() > 1 && other.size() > 1 && one.last() == other.last() && (one.first().size() == 1) != (other.first().size() == 1) && one.first().at(0) == other.first().at(0);
}

/// A person as they are compared, made once for all comparisons.
struct Prepared
{
    QStringList words;
    QString name, sorted, email, phone, location;
};

Prepared prepared(const ComparedPerson &person)
{
    const QStringList words = wordsOf(person.nameKey);
    return {words, words.join(u' '), sortedWords(words), plainEmail(person.email), phoneTail(person.phone), person.location.toLower()};
}

Likenesses likeness(const Prepared &one, const Prepared &other, bool sameDocument)
{
    Likenesses reasons;
    reasons.setFlag(Likeness::SameEmail, !one.email.isEmpty() && one.email == other.email);
    reasons.setFlag(Likeness::OtherEmail, !one.email.isEmpty() && !other.email.isEmpty() && one.email != other.email);
    reasons.setFlag(Likeness::SamePhone, !one.phone.isEmpty() && one.phone == other.phone);
    reasons.setFlag(Likeness::SameDocument, sameDocument);
    if (!one.name.isEmpty() && one.name == other.name)
        reasons |= Likeness::SameName;
    else if (one.words.size() > 1 && one.sorted == other.sorted)
        reasons |= Likeness::SameWords;
    else if (isInitialOf(one.words, other.words))
        reasons |= Likeness::Initials;
    else if (isSimilar(one.name, other.name))
        reasons |= Likeness::SimilarName;
    reasons.setFlag(Likeness::SameLocation, !one.location.isEmpty() && one.location == other.location);
    return reasons;
}

/// Groups of people by a key; those that say nothing are left out, so that pairs grow with the people.
class Blocks
{
public:
    void add(const QString &key, int person)
    {
        if (!key.isEmpty())
            m_people[key].push_back(person);
    }
    template<class Visit> void forEachPair(Visit visit) const
    {
        for (const std::vector<int> &group : m_people) {
            if (group.size() < 2 || qsizetype(group.size()) > mostSharing)
                continue;
            for (size_t i = 0; i < group.size(); ++i) {
                for (size_t j = i + 1; j < group.size(); ++j)
                    visit(group[i], group[j]);
            }
        }
    }

private:
    QHash<QString, std::vector<int>> m_people;
};

} // namespace

QStringList reasonsInWords(Likenesses reasons)
{
    QStringList words;
    const auto add = [&](Likeness one, const QString &text) {
        if (reasons.testFlag(one))
            words << text;
    };
    add(Likeness::SameEmail, tr("the same e-mail address"));
    add(Likeness::SamePhone, tr("the same telephone number"));
    add(Likeness::SameDocument, tr("the same file"));
    add(Likeness::SameName, tr("the same name"));
    add(Likeness::SameWords, tr("the same names in another order"));
    add(Likeness::Initials, tr("one first name is the other's initial"));
    add(Likeness::SimilarName, tr("names a letter or two apart"));
    add(Likeness::SameLocation, tr("the same place"));
    add(Likeness::OtherEmail, tr("but different e-mail addresses"));
    return words;
}

Likenesses likenessOf(const ComparedPerson &one, const ComparedPerson &other, bool sameDocument)
{
    return likeness(prepared(one), prepared(other), sameDocument);
}

int scoreOf(Likenesses reasons)
{
    // Each reason leaves so much doubt, in percent; independent doubts multiply.
    double doubt = 1;
    for (const auto &[reason, left] : {std::pair(Likeness::SameEmail, 0.15), std::pair(Likeness::SamePhone, 0.35), std::pair(Likeness::SameDocument, 0.2), std::pair(Likeness::SameName, 0.45),
                                       std::pair(Likeness::SameWords, 0.5), std::pair(Likeness::Initials, 0.6), std::pair(Likeness::SimilarName, 0.6), std::pair(Likeness::SameLocation, 0.85)}) {
        if (reasons.testFlag(reason))
            doubt *= left;
    }
    if (reasons.testFlag(Likeness::OtherEmail))
        doubt = std::min(1.0, doubt * 1.2);
    return int(100 * (1 - doubt) + 0.5);
}

Result<QList<DuplicatePair>> findDuplicates(db::Connection &connection, Progress *progress, int limit)
{
    std::vector<db::CandidateId> ids;
    std::vector<Prepared> people;
    std::vector<bool> hasInitial;
    QHash<db::CandidateId, int> places;
    Blocks emails, phones, names, initials, beginnings, documents;
    const auto stopped = [progress] { return progress && progress->isCancelled(); };
    const Outcome read = db::forEachPersonFeature(connection, [&](const db::PersonFeatures &person) {
        const int place = int(ids.size());
        ids.push_back(person.id);
        people.push_back(prepared({person.nameKey, person.email, person.phone, person.location}));
        hasInitial.push_back(false);
        places.insert(person.id, place);
        const QStringList &words = people.back().words;
        emails.add(people.back().email, place);
        phones.add(people.back().phone, place);
        if (words.size() > 1) { // a first name alone is no likeness
            names.add(people.back().sorted, place);
            hasInitial.back() = words.first().size() == 1;
            initials.add(words.first().left(1) + u' ' + words.last(), place);
            beginnings.add(words.first() + u' ' + words.last().left(4), place);
        }
        return !stopped();
    });
    if (!read)
        return tl::unexpected(read.error());
    QSet<quint64> sameDocument;
    const auto pairKey = [](int one, int other) { return (quint64(std::min(one, other)) << 32) | quint64(std::max(one, other)); };
    const Outcome shared = db::forEachSharedContent(connection, [&](const QString &sha256, db::CandidateId person) {
        if (const auto place = places.constFind(person); place != places.constEnd())
            documents.add(sha256, *place);
        return !stopped();
    });
    if (!shared)
        return tl::unexpected(shared.error());
    QSet<quint64> apart;
    const Outcome decided = db::forEachPairApart(connection, [&](db::CandidateId one, db::CandidateId other) {
        const auto first = places.constFind(one), second = places.constFind(other);
        if (first != places.constEnd() && second != places.constEnd())
            apart.insert(pairKey(*first, *second));
    });
    if (!decided)
        return tl::unexpected(decided.error());
    documents.forEachPair([&](int one, int other) {
        if (one != other)
            sameDocument.insert(pairKey(one, other));
    });
    QList<DuplicatePair> pairs;
    QSet<quint64> seen;
    const auto consider = [&](int one, int other) {
        const quint64 key = pairKey(one, other);
        if (one == other || apart.contains(key) || seen.contains(key))
            return;
        const Likenesses reasons = likeness(people[size_t(one)], people[size_t(other)], sameDocument.contains(key));
        const int score = scoreOf(reasons);
        if (score < leastScore)
            return; // met again by another key, it is as little as now
        seen.insert(key);
        pairs << DuplicatePair{std::min(ids[size_t(one)], ids[size_t(other)]), std::max(ids[size_t(one)], ids[size_t(other)]), score, reasons};
    };
    for (const Blocks *blocks : {&emails, &phones, &documents, &names, &beginnings}) {
        if (stopped())
            break;
        blocks->forEachPair(consider);
    }
    // Among those of one last name and first letter, only a letter alone can be somebody's initial.
    initials.forEachPair([&](int one, int other) {
        if (hasInitial[size_t(one)] != hasInitial[size_t(other)])
            consider(one, other);
    });
    if (stopped())
        return failure(tr("Looking for duplicates"), {}, tr("it was cancelled"));
    std::sort(pairs.begin(), pairs.end(), [](const DuplicatePair &a, const DuplicatePair &b) { return a.score != b.score ? a.score > b.score : std::pair(a.first, a.second) < std::pair(b.first, b.second); });
    if (pairs.size() > limit)
        pairs.resize(limit);
    return pairs;
}

Result<Done> keepApart(db::Connection &connection, db::CandidateId one, db::CandidateId other)
{
    return perform(connection, {QStringLiteral("person"), tr("Kept %1 and %2 apart: two people").arg(personMark(one), personMark(other)), {}}, Area::Applications, [&] { return db::setApart(connection, one, other); });
}

} // namespace rolecall::app
