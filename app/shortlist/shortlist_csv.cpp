// SPDX-License-Identifier: GPL-3.0-or-later
// The shortlist as RFC 4180 CSV that no spreadsheet computes and Rolecall's own import takes back.
#include "app/blind/veil.h"
#include "app/csv_cells.h"
#include "app/shortlist/rule.h"
#include "app/shortlist/shortlist.h"
#include "db/applications.h"
#include "db/connection.h"
#include "db/roles.h"
#include "db/shortlist_rows.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <algorithm>
#include <string>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ShortlistCsv", text);
}

constexpr size_t writtenAtOnce = 1 << 16;

/// A number as a machine reads it: a point, no grouping, no needless zeros.
std::string plainNumber(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text.toStdString();
}

std::string levelText(qint32 level)
{
    return level == db::unratedLevel ? std::string() : plainNumber(double(level) / db::levelUnit);
}

QString gateName(db::Gate gate)
{
    return gate == db::Gate::Through ? QStringLiteral("through") : gate == db::Gate::Open ? QStringLiteral("open") : QStringLiteral("below");
}

class Writer
{
public:
    Writer(db::Connection &connection, db::RoleId role, const ShortlistExport &options, bool blind, QList<db::Quality> qualities, std::function<bool(const std::string &)> sink)
        : m_connection(connection)
        , m_veil(connection, role, Veil::For::Everybody)
        , m_options(options)
        , m_blind(blind)
        , m_qualities(std::move(qualities))
        , m_sink(std::move(sink))
    {
        const Rule rule = ruleOf(m_qualities);
        for (const db::Quality &quality : std::as_const(m_qualities))
            m_places.push_back(size_t(std::find_if(rule.begin(), rule.end(), [&quality](const RuleQuality &r) { return r.quality == quality.id; }) - rule.begin()));
    }

    void header()
    {
        if (m_options.byteOrderMark)
            m_text += "\xEF\xBB\xBF";
        m_line.clear();
        plain("rank");
        for (const char *name : {m_blind ? "code" : "name", m_blind ? "" : "email", "stage", "gate", "useful_score", "necessary_met", "coverage"}) {
            if (*name)
                plain(name);
        }
        for (const db::Quality &quality : std::as_const(m_qualities))
            cell((quality.tier == db::Tier::Necessary ? QStringLiteral("Necessary: ") : QStringLiteral("Useful: ")) + quality.text);
        if (m_options.evidence) {
            for (const db::Quality &quality : std::as_const(m_qualities))
                cell(QStringLiteral("Evidence: ") + quality.text);
        }
        plain("by_hand");
        endLine();
    }

    Outcome row(std::optional<int> rank, const db::ShortlistRow &row, const QString &byHand)
    {
        m_line.clear();
        plain(rank ? std::to_string(*rank) : std::string());
        if (m_blind) {
            cell(row.code);
        } else {
            cell(row.name);
            cell(row.email);
        }
        cell(row.outcome.isEmpty() ? row.stage : QStringLiteral("%1 (%2)").arg(row.stage, row.outcome));
        plain(gateName(row.standing.gate).toStdString());
        plain(row.standing.usefulScore ? plainNumber(scorePercent(*row.standing.usefulScore)) : std::string());
        plain(std::to_string(row.standing.necessaryMet));
        plain(plainNumber(coverageShare(row.standing.coverage)));
        for (const size_t place : m_places)
            plain(place < row.standing.levels.size() ? levelText(row.standing.levels[place]) : std::string());
        if (m_options.evidence) {
            if (auto outcome = evidence(row); !outcome)
                return outcome;
        }
        cell(m_blind ? masked(row, byHand) : byHand);
        endLine();
        ++m_rows;
        return {};
    }

    bool flush()
    {
        const bool taken = m_sink(m_text);
        m_text.clear();
        return taken;
    }
    qint64 rows() const { return m_rows; }
    bool failed() const { return m_failed; }

private:
    void plain(std::string_view text)
    {
        separate();
        appendPlainCsvCell(m_line, text);
    }
    void cell(const QString &text)
    {
        separate();
        const QByteArray bytes = text.toUtf8();
        appendCsvCell(m_line, {bytes.constData(), size_t(bytes.size())});
    }
    void separate()
    {
        if (m_begun)
            m_line += ',';
        m_begun = true;
    }
    void endLine()
    {
        m_text += m_line;
        m_text += "\r\n";
        m_begun = false;
        if (m_text.size() >= writtenAtOnce)
            m_failed = !flush() || m_failed;
    }

    QString masked(const db::ShortlistRow &row, const QString &text) { return m_veil.text(row.standing.application, text); }

    Outcome evidence(const db::ShortlistRow &row)
    {
        const auto all = db::submittedEvidence(m_connection, row.standing.application);
        if (!all)
            return tl::unexpected(all.error());
        for (const db::Quality &quality : std::as_const(m_qualities)) {
            QStringList lines;
            for (const db::SubmittedEvidence &item : *all) {
                if (item.quality != quality.id)
                    continue;
                QString line = item.note;
                if (!item.quote.isEmpty()) {
                    QString from = m_blind ? QString() : item.documentName;
                    if (item.page)
                        from += from.isEmpty() ? tr("page %1").arg(*item.page + 1) : tr(", page %1").arg(*item.page + 1);
                    line = tr("“%1”").arg(item.quote) + (from.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(from)) + (line.isEmpty() ? QString() : QStringLiteral(" ") + line);
                }
                lines << (item.interview ? tr("Interview: %1").arg(line) : line);
            }
            const QString text = lines.join(u'\n');
            cell(m_blind ? masked(row, text) : text);
        }
        return {};
    }

    db::Connection &m_connection;
    Veil m_veil; ///< asked where it is blind
    const ShortlistExport &m_options;
    bool m_blind;
    QList<db::Quality> m_qualities;
    std::vector<size_t> m_places; ///< of each quality in the standings' levels
    std::function<bool(const std::string &)> m_sink;
    std::string m_line;
    std::string m_text;
    bool m_begun = false;
    bool m_failed = false;
    qint64 m_rows = 0;
};

QString byHandText(const db::HandPlacement &placement)
{
    return (placement.on ? tr("Put on: %1") : tr("Taken off: %1")).arg(placement.reason);
}

Outcome write(db::Connection &connection, db::RoleId role, const ShortlistExport &options, Writer &writer, Progress *progress, qint64 rowLimit)
{
    auto placements = db::handPlacements(connection, role);
    if (!placements)
        return tl::unexpected(placements.error());
    writer.header();
    if (progress) {
        const auto gates = db::gateCounts(connection, role);
        if (!gates)
            return tl::unexpected(gates.error());
        progress->setTotal(gates->through);
    }
    int place = 0;
    int rank = 0;
    std::optional<db::Standing> previous;
    Outcome inner;
    const auto through = db::forEachThrough(connection, role, [&](const db::ShortlistRow &row) {
        const auto hand = placements->constFind(row.standing.application);
        if (hand != placements->constEnd() && !hand->on)
            return true;
        ++place;
        if (!previous || standsBefore(*previous, row.standing))
            rank = place;
        previous = row.standing;
        if ((options.top && rank > *options.top) || (rowLimit >= 0 && writer.rows() >= rowLimit))
            return false;
        const QString reason = hand == placements->constEnd() ? QString() : byHandText(*hand);
        inner = writer.row(rank, row, reason);
        placements->remove(row.standing.application);
        if (progress && place % 256 == 0)
            progress->setDone(place);
        if (progress && progress->isCancelled())
            inner = failure(tr("Exporting the shortlist"), {}, tr("it was cancelled; no file was written"));
        return inner.has_value() && !writer.failed();
    });
    if (!through)
        return through;
    if (!inner)
        return inner;
    // Those whom only a hand put on, then those whom a hand took off: exported with their reason, without a rank.
    for (const bool on : {true, false}) {
        QList<db::ApplicationId> ids;
        for (auto hand = placements->constBegin(); hand != placements->constEnd(); ++hand) {
            if (hand->on == on)
                ids << hand.key();
        }
        std::sort(ids.begin(), ids.end());
        for (const db::ApplicationId id : std::as_const(ids)) {
            if (rowLimit >= 0 && writer.rows() >= rowLimit)
                return {};
            const auto row = db::shortlistRow(connection, id);
            if (!row)
                return tl::unexpected(row.error());
            if (auto outcome = writer.row({}, *row, byHandText(placements->value(id))); !outcome)
                return outcome;
        }
    }
    return {};
}

/// A blind role is never exported with names, whatever was asked for.
Result<bool> isBlind(db::Connection &connection, db::RoleId role, const ShortlistExport &options)
{
    const auto known = db::role(connection, role);
    if (!known)
        return tl::unexpected(known.error());
    return options.blind || known->blind;
}

} // namespace

Result<qint64> exportShortlistCsv(db::Connection &connection, db::RoleId role, const QString &path, const ShortlistExport &options, Progress *progress)
{
    const auto blind = isBlind(connection, role, options);
    if (!blind)
        return tl::unexpected(blind.error());
    auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    QSaveFile file(path);
    const auto notWritten = [&file, &path] {
        return failure(tr("Exporting the shortlist to"), QDir::toNativeSeparators(path), file.errorString(), tr("Choose a folder that can be written to and has room"));
    };
    if (!file.open(QIODevice::WriteOnly))
        return notWritten();
    Writer writer(connection, role, options, *blind, std::move(*qualities), [&file](const std::string &text) { return file.write(text.data(), qint64(text.size())) == qint64(text.size()); });
    if (auto outcome = write(connection, role, options, writer, progress, -1); !outcome)
        return tl::unexpected(outcome.error());
    if (!writer.flush() || writer.failed() || !file.commit())
        return notWritten();
    return writer.rows();
}

Result<QByteArray> shortlistCsvPreview(db::Connection &connection, db::RoleId role, const ShortlistExport &options, int rows)
{
    const auto blind = isBlind(connection, role, options);
    if (!blind)
        return tl::unexpected(blind.error());
    auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    QByteArray bytes;
    Writer writer(connection, role, options, *blind, std::move(*qualities), [&bytes](const std::string &text) {
        bytes.append(text.data(), qsizetype(text.size()));
        return true;
    });
    if (auto outcome = write(connection, role, options, writer, nullptr, rows); !outcome)
        return tl::unexpected(outcome.error());
    writer.flush();
    return bytes;
}

} // namespace rolecall::app
