// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/applicants/applicant_rows.h"

#include "app/applicants/stage_words.h"
#include "app/csv_cells.h"
#include "app/table/export_origin.h"
#include "db/applications.h"
#include "db/bulk_load.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ApplicantRows", text);
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

std::string_view trimmed(std::string_view cell)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!cell.empty() && blank(cell.front()))
        cell.remove_prefix(1);
    while (!cell.empty() && blank(cell.back()))
        cell.remove_suffix(1);
    return cell;
}

void append(std::string &to, std::string_view more, std::string_view between)
{
    if (more.empty())
        return;
    if (!to.empty())
        to += between;
    to += more;
}

bool isIsoDay(std::string_view cell)
{
    if (cell.size() != 10 || cell[4] != '-' || cell[7] != '-')
        return false;
    int numbers[3] = {0, 0, 0};
    for (size_t i = 0, part = 0; i < cell.size(); ++i) {
        if (i == 4 || i == 7) {
            ++part;
            continue;
        }
        if (cell[i] < '0' || cell[i] > '9')
            return false;
        numbers[part] = numbers[part] * 10 + (cell[i] - '0');
    }
    return QDate::isValid(numbers[0], numbers[1], numbers[2]);
}

/// An address that plainly is one, by the common characters alone; anything else is looked at closely.
bool isPlainEmail(std::string_view cell)
{
    const size_t at = cell.find('@');
    if (at == std::string_view::npos || at == 0 || cell.find('@', at + 1) != std::string_view::npos)
        return false;
    const std::string_view domain = cell.substr(at + 1);
    if (domain.find('.') == std::string_view::npos || domain.front() == '.' || domain.back() == '.' || cell.front() == '.' || cell[at - 1] == '.' || cell.find("..") != std::string_view::npos)
        return false;
    return std::all_of(cell.begin(), cell.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '@' || c == '.' || c == '-' || c == '_' || c == '+';
    });
}

/// ="0301234": how spreadsheets are kept from taking digits for a number.
std::string_view withoutTextFormula(std::string_view cell)
{
    constexpr size_t wrapping = 3;
    if (cell.size() < wrapping || !cell.starts_with("=\"") || cell.back() != '"' || cell.substr(2, cell.size() - wrapping).find('"') != std::string_view::npos)
        return cell;
    return cell.substr(2, cell.size() - wrapping);
}

/// 4.93012E+11: what a spreadsheet left of a number of twelve digits.
bool isShortenedNumber(std::string_view cell)
{
    const size_t exponent = cell.find("E+");
    return exponent != std::string_view::npos && exponent > 0
        && std::all_of(cell.begin(), cell.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == 'E' || c == '+'; });
}

/// "Total", "Average", "Page 2 of 3": lines that a report has beside its people.
bool isSummary(const QString &name)
{
    static const QSet<QString> words{QStringLiteral("total"), QStringLiteral("totals"), QStringLiteral("grand total"), QStringLiteral("sum"), QStringLiteral("average"), QStringLiteral("mean"), QStringLiteral("median"), QStringLiteral("count"), QStringLiteral("subtotal"),
                                     QStringLiteral("summe"), QStringLiteral("gesamt"), QStringLiteral("durchschnitt"), QStringLiteral("mittelwert"), QStringLiteral("anzahl"), QStringLiteral("moyenne"), QStringLiteral("somme"), QStringLiteral("total general"),
                                     QStringLiteral("promedio"), QStringLiteral("suma"), QStringLiteral("media"), QStringLiteral("totale"), QStringLiteral("totaal"), QStringLiteral("gemiddelde"), QStringLiteral("razem"), QStringLiteral("summa")};
    static const QRegularExpression page(QStringLiteral("^(?:page|seite|pagina|sida|side|strona) \\d{1,5}(?: (?:of|von|de|di|sur|van|av|z) \\d{1,5})?$"));
    const QString folded = foldedName(name);
    return words.contains(folded) || page.match(folded).hasMatch();
}

} // namespace

void ApplicantRecord::clear()
{
    row = 0;
    needsLook = refused = false;
    for (std::string *field : {&name, &nameKey, &email, &phone, &location, &links, &source, &appliedOn, &stage, &outcome, &outcomeReason, &note})
        field->clear();
    tags.clear();
    documents.clear();
    std::fill(ratings.begin(), ratings.end(), db::bulkUnrated);
    evidence.clear();
    messages.clear();
}

ApplicantRows::ApplicantRows(std::unique_ptr<TableStream> stream, ColumnMapping mapping)
    : m_stream(std::move(stream))
    , m_mapping(std::move(mapping))
{
    m_reasonEnds = reasonEnds(m_mapping.program);
    const QList<QStringList> samples = m_stream->sampleRows();
    for (int column = 0; column < m_mapping.columns.size(); ++column) {
        const ColumnTarget &target = m_mapping.columns.at(column);
        m_columnNames << (column < m_stream->header().size() ? m_stream->header().at(column) : tr("Column %1").arg(column + 1));
        m_ratingPlace.push_back(target.kind == ColumnTarget::Rating ? int(m_ratedQualities.size()) : -1);
        if (target.kind == ColumnTarget::Rating)
            m_ratedQualities.push_back(target.quality);
        DateOrder order = DateOrder::Unknown;
        if (target.is(ApplicantField::AppliedOn)) {
            QStringList cells;
            for (const QStringList &row : samples)
                cells << row.value(column);
            order = dateColumn(cells).order;
        }
        m_dateOrder.push_back(order);
        // "Disqualified: yes", "Rejected at: 3 March": the column's name is the outcome.
        static const QStringList ends{QStringLiteral(" at"), QStringLiteral(" on")};
        QString flag = target.is(ApplicantField::Outcome) ? foldedName(m_columnNames.last()) : QString();
        for (const QString &end : ends) {
            if (flag.endsWith(end))
                flag.chop(end.size());
        }
        m_flagOf.push_back(outcomeOfWord(flag) ? flag.toStdString() : std::string());
    }
}

bool ApplicantRows::next(ApplicantRecord &record)
{
    const auto isBlank = [](const TableRow &row) { return std::all_of(row.cells.begin(), row.cells.end(), [](std::string_view cell) { return cell.empty(); }); };
    do {
        if (!m_stream->nextRow(m_row))
            return false;
    } while (m_row.repeatsHeader || isBlank(m_row));
    record.ratings.resize(m_ratedQualities.size());
    record.clear();
    record.row = m_row.line;
    m_given.clear();
    m_family.clear();
    for (size_t column = 0; column < m_row.cells.size(); ++column) {
        const std::string_view cell = trimmed(withoutTextFormula(restoredCell(m_row.cells[column])));
        if (cell.empty())
            continue;
        if (column >= size_t(m_mapping.columns.size())) {
            append(record.note, cell, "\n");
            look(record, tr("a cell beyond the last column was kept in the notes"));
            continue;
        }
        const ColumnTarget &target = m_mapping.columns.at(qsizetype(column));
        switch (target.kind) {
        case ColumnTarget::Field:
            readField(target.field, int(column), cell, record);
            break;
        case ColumnTarget::Rating:
            readRating(size_t(m_ratingPlace[column]), cell, record);
            break;
        case ColumnTarget::Evidence:
            record.evidence.emplace_back(target.quality, std::string(cell));
            break;
        case ColumnTarget::Unmatched:
            // Kept where a person finds it, with the column's own name.
            append(record.note, m_columnNames.at(qsizetype(column)).toStdString() + ": " + std::string(cell), "\n");
            break;
        case ColumnTarget::Computed:
        case ColumnTarget::Ignored:
            break;
        }
    }
    finish(record);
    return true;
}

void ApplicantRows::readField(ApplicantField field, int column, std::string_view cell, ApplicantRecord &record)
{
    switch (field) {
    case ApplicantField::Name:
        append(record.name, cell, " ");
        break;
    case ApplicantField::GivenName:
        append(m_given, cell, " ");
        break;
    case ApplicantField::FamilyName:
        append(m_family, cell, " ");
        break;
    case ApplicantField::Email: {
        if (record.email.empty() && isPlainEmail(cell)) {
            record.email = cell;
            break;
        }
        const QStringList addresses = parseEmails(text(cell));
        if (addresses.isEmpty()) {
            look(record, tr("“%1” is not an e-mail address; it was kept in the notes").arg(text(cell)));
            append(record.note, m_columnNames.at(column).toStdString() + ": " + std::string(cell), "\n");
            break;
        }
        for (const QString &address : addresses) {
            if (record.email.empty())
                record.email = address.toStdString();
            else if (address.compare(text(record.email), Qt::CaseInsensitive) != 0)
                append(record.note, tr("Further e-mail address: %1").arg(address).toStdString(), "\n");
        }
        break;
    }
    case ApplicantField::Phone:
        if (isShortenedNumber(cell))
            look(record, tr("“%1” is what a spreadsheet left of a telephone number; digits are lost").arg(text(cell)));
        append(record.phone, cell, ", ");
        break;
    case ApplicantField::Location:
        append(record.location, cell, ", ");
        break;
    case ApplicantField::Source:
        append(record.source, cell, ", ");
        break;
    case ApplicantField::AppliedOn:
        readDate(column, cell, record);
        break;
    case ApplicantField::Stage:
        append(record.stage, cell, " ");
        break;
    case ApplicantField::Outcome:
        if (const std::string &flag = m_flagOf[size_t(column)]; !flag.empty() && meansYes(text(cell))) {
            if (!outcomeOfWord(text(record.outcome)))
                record.outcome = flag;
        } else if (!meansNoOutcome(text(cell))) {
            if (record.outcome.empty() || !outcomeOfWord(text(record.outcome)))
                append(record.outcome, cell, " ");
        }
        break;
    case ApplicantField::OutcomeReason:
        append(record.outcomeReason, cell, "; ");
        break;
    case ApplicantField::Tags:
        if (cell.find_first_of(";,|\n") == std::string_view::npos) {
            record.tags.emplace_back(cell);
            break;
        }
        for (const QString &tag : parseTags(text(cell)))
            record.tags.push_back(tag.toStdString());
        break;
    case ApplicantField::Notes:
        append(record.note, cell, "\n\n");
        break;
    case ApplicantField::Links:
        append(record.links, cell, "\n");
        break;
    case ApplicantField::Documents:
        readDocumentNames(column, cell, record);
        break;
    case ApplicantField::ExternalId:
        append(record.note, m_columnNames.at(column).toStdString() + ": " + std::string(cell), "\n");
        break;
    }
}

void ApplicantRows::readDocumentNames(int column, std::string_view cell, ApplicantRecord &record)
{
    bool isNamed = false;
    for (const QString &part : parseTags(text(cell))) {
        if (part.contains(u"://")) {
            append(record.links, part.toStdString(), "\n");
            continue;
        }
        isNamed = true;
        record.documents.push_back(part.toStdString());
    }
    if (isNamed) // also where no file of this name is given along: what the table says is kept
        append(record.note, m_columnNames.at(column).toStdString() + ": " + std::string(cell), "\n");
}

void ApplicantRows::readDate(int column, std::string_view cell, ApplicantRecord &record)
{
    if (isIsoDay(cell)) {
        record.appliedOn = cell;
        return;
    }
    const auto parsed = parseDate(text(cell), m_dateOrder[size_t(column)]);
    if (!parsed) {
        look(record, tr("“%1” is not a date; it was kept in the notes").arg(text(cell)));
        append(record.note, m_columnNames.at(column).toStdString() + ": " + std::string(cell), "\n");
        return;
    }
    record.appliedOn = parsed->date.toString(Qt::ISODate).toStdString();
    if (parsed->guessed)
        look(record, tr("“%1” was read as %2; day and month could be the other way round").arg(text(cell), parsed->date.toString(Qt::ISODate)));
}

void ApplicantRows::readRating(size_t place, std::string_view cell, ApplicantRecord &record)
{
    if (cell.size() == 1 && cell.front() >= '0' && cell.front() <= '3') {
        record.ratings[place] = qint8(cell.front() - '0');
        return;
    }
    const QString shown = text(cell);
    const ParsedLevel level = parseLevel(shown);
    switch (level.kind) {
    case ParsedLevel::Unrated:
        break;
    case ParsedLevel::Level:
        record.ratings[place] = qint8(level.level);
        break;
    case ParsedLevel::AskAtInterview:
        record.ratings[place] = db::bulkAskOnly;
        break;
    case ParsedLevel::OffScale: {
        const QString quality = m_mapping.qualityTexts.value(m_ratedQualities[place]);
        look(record, tr("“%1” is not a level from 0 to 3 and was left out: %2").arg(shown, quality));
        break;
    }
    }
}

void ApplicantRows::finish(ApplicantRecord &record)
{
    if (record.name.empty() && (!m_given.empty() || !m_family.empty()))
        record.name = joinedName(text(m_given), text(m_family)).toStdString();
    if (record.outcome.empty() && !record.stage.empty()) {
        if (const auto outcome = outcomeOfWord(text(record.stage))) {
            if (record.outcomeReason.empty())
                record.outcomeReason = tr("As imported: %1").arg(text(record.stage)).toStdString();
            record.outcome = outcome->toStdString();
            record.stage.clear();
        }
    } else if (!record.outcome.empty()) {
        const QString word = text(record.outcome);
        if (const auto outcome = outcomeOfWord(word)) {
            if (record.outcomeReason.empty())
                record.outcomeReason = tr("As imported: %1").arg(word).toStdString();
            record.outcome = outcome->toStdString();
        } else {
            append(record.note, tr("Outcome: %1").arg(word).toStdString(), "\n");
            record.outcome.clear();
        }
    }
    if (record.outcome.empty() && !record.outcomeReason.empty() && m_reasonEnds)
        record.outcome = outcomeOfReason(text(record.outcomeReason)).toStdString();
    if (record.outcome.empty() && !record.outcomeReason.empty()) {
        append(record.note, tr("Reason: %1").arg(text(record.outcomeReason)).toStdString(), "\n");
        record.outcomeReason.clear();
    }
    if (record.name.empty() && record.email.empty()) {
        record.refused = true;
        record.messages << tr("there is neither a name nor an e-mail address");
        return;
    }
    if (record.email.empty() && record.phone.empty() && record.name.size() < 40 && isSummary(text(record.name))) {
        record.refused = true;
        record.messages << tr("it is a line of totals or of a page's foot, not an applicant");
        return;
    }
    if (record.name.empty()) {
        record.name = record.email;
        look(record, tr("there is no name; the e-mail address stands in its place"));
    }
    const bool plain = std::all_of(record.name.begin(), record.name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' || c == '.' || c == '-'; })
                       && record.name.find("  ") == std::string::npos;
    if (plain) {
        record.nameKey = record.name;
        for (char &c : record.nameKey)
            c = c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
    } else {
        record.nameKey = db::nameKey(text(record.name)).toStdString();
    }
}

void ApplicantRows::look(ApplicantRecord &record, const QString &message)
{
    record.needsLook = true;
    record.messages << message;
}

} // namespace rolecall::app
