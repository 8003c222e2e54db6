// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/waiting_reviews.h"

#include "db/connection.h"
#include "db/raw_query.h"

#include <limits>

namespace rolecall::db {

namespace {

/// Keys of applications in their order, read from an index alone.
class Keys
{
public:
    static Result<Keys> begin(Connection &connection, const QString &sql, const QVariantList &values)
    {
        auto query = RawQuery::prepare(connection, sql, values);
        if (!query)
            return tl::unexpected(query.error());
        Keys keys(std::move(*query));
        keys.advance();
        return keys;
    }
    bool isAtEnd() const { return m_key == pastAll; }
    qint64 key() const { return m_key; }
    void advance() { m_key = m_query.next() ? m_query.key(0) : pastAll; }
    /// Whether `key` is among them; asked for with growing keys.
    bool has(qint64 key)
    {
        while (m_key < key)
            advance();
        return m_key == key;
    }
    Outcome outcome() const { return m_query.outcome(); }

private:
    explicit Keys(RawQuery query)
        : m_query(std::move(query))
    {}
    static constexpr qint64 pastAll = std::numeric_limits<qint64>::max();
    RawQuery m_query;
    qint64 m_key = 0;
};

} // namespace

// A join would look each application up among the reviews; going through both in their order takes a tenth of that, which
// whoever has read everything waits for at each start.
Result<WaitingReviews> waitingReviews(Connection &connection, RoleId role, ReviewerId reviewer, int limit)
{
    auto undecided = Keys::begin(connection, QStringLiteral("SELECT id FROM application WHERE role_id = ? AND outcome IS NULL ORDER BY id"), {role.number()});
    if (!undecided)
        return tl::unexpected(undecided.error());
    const QString reviewed = QStringLiteral("SELECT application_id FROM review WHERE reviewer_id = ? AND kind = 'written' AND state = '%1' AND application_id >= ? ORDER BY application_id");
    auto submitted = Keys::begin(connection, reviewed.arg(QLatin1String("submitted")), {reviewer.number(), undecided->key()});
    auto begun = Keys::begin(connection, reviewed.arg(QLatin1String("draft")), {reviewer.number(), undecided->key()});
    for (const Error *error : {submitted ? nullptr : &submitted.error(), begun ? nullptr : &begun.error()}) {
        if (error)
            return tl::unexpected(*error);
    }
    WaitingReviews found;
    for (; !undecided->isAtEnd() && found.waiting < limit; undecided->advance()) {
        if (submitted->has(undecided->key()))
            continue;
        ++found.waiting;
        if (begun->has(undecided->key()))
            ++found.drafts;
    }
    for (const Keys *keys : {&*undecided, &*submitted, &*begun}) {
        if (auto outcome = keys->outcome(); !outcome)
            return tl::unexpected(outcome.error());
    }
    return found;
}

} // namespace rolecall::db
