// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/board_model.h"

#include "db/roles.h"
#include "ui/item_roles.h"
#include "ui/models/application_list_model.h"

#include <QTimer>

#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr int cachedCards = 4096;

QString outcomeName(const QString &outcome)
{
    return outcome == QLatin1String("hired") ? BoardModel::tr("Hired") : outcome == QLatin1String("rejected") ? BoardModel::tr("Rejected") : BoardModel::tr("Withdrawn");
}

QString kindWord(const QString &kind)
{
    if (kind == QLatin1String("test"))
        return BoardModel::tr("test");
    if (kind == QLatin1String("interview"))
        return BoardModel::tr("interview");
    if (kind == QLatin1String("offer"))
        return BoardModel::tr("offer");
    return kind == QLatin1String("hired") ? BoardModel::tr("hired") : BoardModel::tr("review");
}

QString dayCount(int days)
{
    return days == 1 ? BoardModel::tr("1 day") : BoardModel::tr("%1 days").arg(days);
}

} // namespace

struct BoardModel::Listing
{
    QList<QList<db::ApplicationId>> keys;
    QList<QSet<db::ApplicationId>> late;
    QHash<db::ApplicationId, int> ranks;
};

BoardColumnModel::BoardColumnModel(BoardModel &board, BoardHead head)
    : m_board(board)
    , m_head(std::move(head))
{}

const BoardCard *BoardColumnModel::cardAt(int row) const
{
    return m_board.card(*this, row);
}

QVariant BoardColumnModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == IdRole)
        return applicationAt(index.row()).number();
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const BoardCard *card = cardAt(index.row());
    if (!card)
        return role == Qt::ToolTipRole ? QVariant() : QVariant(QStringLiteral("…"));
    return role == Qt::DisplayRole ? card->name : card->spoken;
}

Qt::ItemFlags BoardColumnModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

BoardModel::BoardModel(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_cards(cachedCards)
{}

BoardModel::~BoardModel() = default;

void BoardModel::setRole(db::RoleId role)
{
    m_role = role;
    m_filter = {};
    m_cards.clear();
    m_ranks.clear();
    makeColumns();
    ask();
}

void BoardModel::setFilter(const db::ApplicationFilter &filter)
{
    m_filter = filter;
    ask();
}

void BoardModel::refresh(db::RoleId shown, const db::ApplicationFilter &filter)
{
    m_role = shown;
    m_filter = filter;
    const auto stages = db::stages(m_session.connection(), m_role);
    const auto changed = [this, &stages] {
        return m_columns.empty() || !std::equal(stages->cbegin(), stages->cend(), m_stages.cbegin(), m_stages.cend(), [](const db::Stage &one, const db::Stage &other) {
            return one.id == other.id && one.name == other.name && one.kind == other.kind && one.targetDays == other.targetDays && one.throughGate == other.throughGate;
        });
    };
    if (const auto role = db::role(m_session.connection(), m_role))
        m_blind = role->blind;
    if (stages && changed())
        makeColumns();
    m_cards.clear();
    ask();
}

QList<BoardHead> BoardModel::heads() const
{
    QList<BoardHead> list;
    bool hasHired = false;
    for (const db::Stage &stage : m_stages) {
        QStringList parts;
        if (kindWord(stage.kind).compare(stage.name, Qt::CaseInsensitive) != 0)
            parts << kindWord(stage.kind);
        if (stage.throughGate)
            parts << tr("through the gate");
        if (stage.targetDays)
            parts << dayCount(*stage.targetDays);
        const bool hired = stage.kind == QLatin1String("hired") && !hasHired;
        hasHired |= hired;
        list << BoardHead{stage.id, hired ? stage.kind : QString(), stage.name, parts.join(QStringLiteral(" · "))};
    }
    if (!hasHired)
        list << BoardHead{{}, QStringLiteral("hired"), outcomeName(QStringLiteral("hired")), {}};
    for (const QString &outcome : {QStringLiteral("rejected"), QStringLiteral("withdrawn")})
        list << BoardHead{{}, outcome, outcomeName(outcome), {}};
    return list;
}

void BoardModel::makeColumns()
{
    const auto role = db::role(m_session.connection(), m_role);
    m_blind = role && role->blind;
    const auto stages = db::stages(m_session.connection(), m_role);
    m_stages = stages ? *stages : QList<db::Stage>();
    m_wanted.clear();
    // Views look at the columns until they are told.
    auto before = std::move(m_columns);
    m_columns.clear();
    for (BoardHead &head : heads())
        m_columns.push_back(std::make_unique<BoardColumnModel>(*this, std::move(head)));
    Q_EMIT columnsChanged();
}

int BoardModel::columnFor(db::StageId stage, const QString &outcome) const
{
    const auto found = std::find_if(m_columns.cbegin(), m_columns.cend(), [&](const auto &column) {
        return outcome.isEmpty() ? column->head().stage == stage : column->head().outcome == outcome;
    });
    return found == m_columns.cend() ? -1 : int(found - m_columns.cbegin());
}

int BoardModel::columnOf(db::ApplicationId application) const
{
    for (size_t column = 0; column < m_columns.size(); ++column) {
        if (m_columns[column]->m_keys.contains(application))
            return int(column);
    }
    return -1;
}

void BoardModel::ask()
{
    if (!m_role.isValid())
        return;
    const quint64 question = ++m_question;
    m_loading = true;
    m_now = QDateTime::fromString(m_session.connection().now(), Qt::ISODateWithMs);
    QHash<std::pair<db::StageId, QString>, int> columns;
    for (size_t column = 0; column < m_columns.size(); ++column) {
        const BoardHead &head = m_columns[column]->head();
        if (head.stage.isValid())
            columns.insert({head.stage, QString()}, int(column));
        if (!head.outcome.isEmpty())
            columns.insert({db::StageId(), head.outcome}, int(column));
    }
    m_session.reader().ask<Listing>(
        this,
        [role = m_role, filter = m_filter, now = m_now, columns, count = m_columns.size()](db::Connection &connection) -> Result<Listing> {
            const auto places = db::boardPlaces(connection, role, filter, now);
            if (!places)
                return tl::unexpected(places.error());
            Listing listing;
            listing.keys.resize(qsizetype(count));
            listing.late.resize(qsizetype(count));
            listing.ranks.reserve(places->size());
            for (const db::BoardPlace &place : *places) {
                listing.ranks.insert(place.application, int(listing.ranks.size()));
                const int column = columns.value({place.outcome.isEmpty() ? place.stage : db::StageId(), place.outcome}, -1);
                if (column < 0)
                    continue; // a stage that came since: the next answer has it
                listing.keys[column] << place.application;
                if (place.late)
                    listing.late[column].insert(place.application);
            }
            return listing;
        },
        [this, question](Result<Listing> listing) {
            if (question != m_question)
                return; // the one that was asked since is on its way
            m_loading = false;
            if (!listing)
                return; // the list above says what went wrong
            show(*listing);
        });
}

void BoardModel::show(const Listing &listing)
{
    Q_EMIT aboutToList();
    m_ranks = listing.ranks;
    m_wanted.clear();
    for (size_t i = 0; i < m_columns.size(); ++i) {
        BoardColumnModel &column = *m_columns[i];
        column.m_late = listing.late.at(qsizetype(i));
        const QList<db::ApplicationId> &keys = listing.keys.at(qsizetype(i));
        if (keys == column.m_keys) {
            if (!keys.isEmpty())
                Q_EMIT column.dataChanged(column.index(0), column.index(int(keys.size()) - 1));
            continue;
        }
        column.beginResetModel();
        column.m_keys = keys;
        column.endResetModel();
    }
    Q_EMIT listed();
}

void BoardModel::refreshApplication(db::ApplicationId application)
{
    m_cards.remove(application.number());
    m_now = QDateTime::fromString(m_session.connection().now(), Qt::ISODateWithMs);
    const auto place = db::boardPlace(m_session.connection(), application, m_now);
    const int before = columnOf(application);
    const int now = place ? columnFor(place->stage, place->outcome) : -1;
    if (before < 0 || now < 0 || m_filter != db::ApplicationFilter()) {
        ask(); // it is new, or gone, or the filter has to be asked
        if (before < 0 || now < 0)
            return;
    }
    BoardColumnModel &target = *m_columns[size_t(now)];
    if (before != now) {
        Q_EMIT aboutToList();
        BoardColumnModel &source = *m_columns[size_t(before)];
        const int from = source.rowOf(application);
        source.beginRemoveRows({}, from, from);
        source.m_keys.removeAt(from);
        source.m_late.remove(application);
        source.endRemoveRows();
        const auto byRank = [this](db::ApplicationId one, db::ApplicationId other) { return m_ranks.value(one) < m_ranks.value(other); };
        const int to = int(std::lower_bound(target.m_keys.cbegin(), target.m_keys.cend(), application, byRank) - target.m_keys.cbegin());
        target.beginInsertRows({}, to, to);
        target.m_keys.insert(to, application);
        target.endInsertRows();
    }
    if (place->late)
        target.m_late.insert(application);
    else
        target.m_late.remove(application);
    read({application});
    const QModelIndex index = target.index(target.rowOf(application));
    Q_EMIT target.dataChanged(index, index);
    if (before != now)
        Q_EMIT listed();
}

const BoardCard *BoardModel::card(const BoardColumnModel &column, int row)
{
    if (row < 0 || row >= column.m_keys.size())
        return nullptr;
    if (const BoardCard *found = m_cards.object(column.m_keys[row].number()))
        return found;
    const std::pair<const BoardColumnModel *, int> page(&column, row / pageRows);
    if (m_wanted.isEmpty())
        QTimer::singleShot(0, this, [this] { loadWanted(); });
    if (m_wanted.isEmpty() || m_wanted.last() != page) {
        m_wanted.removeOne(page);
        m_wanted.append(page);
    }
    return nullptr;
}

void BoardModel::loadWanted()
{
    if (m_wanted.isEmpty())
        return;
    // One page between two events, the latest first: what was only scrolled past is not read.
    const auto [column, page] = m_wanted.takeLast();
    while (m_wanted.size() > 3 * qsizetype(m_columns.size()))
        m_wanted.removeFirst();
    if (!m_wanted.isEmpty())
        QTimer::singleShot(0, this, [this] { loadWanted(); });
    QList<db::ApplicationId> missing;
    const int first = page * pageRows;
    const int end = std::min(first + pageRows, int(column->m_keys.size()));
    for (int row = first; row < end; ++row) {
        if (!m_cards.contains(column->m_keys[row].number()))
            missing << column->m_keys[row];
    }
    if (missing.isEmpty())
        return;
    read(missing);
    Q_EMIT const_cast<BoardColumnModel *>(column)->dataChanged(column->index(first), column->index(end - 1));
}

void BoardModel::read(const QList<db::ApplicationId> &keys)
{
    const auto rows = db::applicationRows(m_session.connection(), keys, m_session.reviewer());
    if (!rows) {
        m_session.apply(Outcome(tl::unexpected(rows.error())));
        return;
    }
    for (const db::ApplicationRow &row : *rows)
        m_cards.insert(row.id.number(), new BoardCard(cardOf(row)));
}

BoardCard BoardModel::cardOf(const db::ApplicationRow &row) const
{
    BoardCard card;
    card.name = applicantName(row, m_blind);
    const bool closed = !row.outcome.isEmpty();
    QStringList spoken{card.name, closed ? outcomeName(row.outcome) : row.stageName};
    card.gateHidden = row.panelHidden;
    if (row.panelHidden) {
        spoken << hiddenWords();
    } else {
        card.gate = {Gate(int(row.standing.gate)), gateCount(row.standing)};
        card.score = {standingData(row, ScoreRole).isNull() ? std::optional<double>() : standingData(row, ScoreRole).toDouble(), standingData(row, CoverageRole).toDouble()};
        spoken << gateText(card.gate);
        if (card.score.score)
            spoken << tr("score %1").arg(scoreText(card.score));
    }
    const auto stage = std::find_if(m_stages.cbegin(), m_stages.cend(), [&row](const db::Stage &one) { return one.id == row.stage; });
    if (closed) {
        card.detail = row.outcomeReason;
        spoken << tr("stood in %1").arg(row.stageName) << row.outcomeReason;
    } else {
        const int days = db::daysSince(row.stageSince, m_now);
        card.days = dayCount(days);
        card.late = stage != m_stages.cend() && stage->targetDays && days > *stage->targetDays;
        card.detail = row.tags.join(QStringLiteral(", "));
        spoken << (card.late ? tr("%1 in the stage, more than its %2").arg(card.days, dayCount(*stage->targetDays)) : tr("%1 in the stage").arg(card.days));
        if (!row.tags.isEmpty())
            spoken << card.detail;
    }
    card.spoken = spoken.join(QStringLiteral(", "));
    return card;
}

} // namespace rolecall::ui
