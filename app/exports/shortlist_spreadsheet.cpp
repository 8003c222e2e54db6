// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/shortlist_spreadsheet.h"

#include "app/exports/export_reader.h"
#include "app/exports/workbook.h"
#include "app/shortlist/rule.h"
#include "db/connection.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Export", text);
}

/// "N1", "U3": how a quality is named where there is no room for its text.
QString shortName(const QList<db::Quality> &qualities, qsizetype place)
{
    qsizetype before = 0;
    for (qsizetype i = 0; i < place; ++i)
        before += qualities[i].tier == qualities[place].tier ? 1 : 0;
    return (qualities[place].tier == db::Tier::Necessary ? QStringLiteral("N%1") : QStringLiteral("U%1")).arg(before + 1);
}

// Widths of columns, in characters.
constexpr double reasonWidth = 32;
constexpr double textWidth = 44;
constexpr double evidenceWidth = 70;
constexpr double ruleWidth = 90;
constexpr int evidenceColumns = 6;

/// How high a row has to be, in points, for texts in columns of these widths: not every program finds that out by itself.
double textHeight(std::initializer_list<std::pair<QString, double>> cells)
{
    constexpr double lineHeight = 15;
    constexpr double highest = 409; // of a row in any spreadsheet
    qsizetype lines = 1;
    for (const auto &[text, width] : cells) {
        qsizetype here = 0;
        const auto parts = QStringView(text).split(u'\n');
        for (const QStringView part : parts)
            here += 1 + qsizetype(double(std::max<qsizetype>(part.size(), 1) - 1) / (width * 0.95));
        lines = std::max(lines, here);
    }
    return std::min(double(lines) * lineHeight, highest);
}

/// The sheets, filled side by side so that each applicant is read once.
class Sheets
{
public:
    Sheets(const ExportReader &reader, const SpreadsheetOptions &options, const QString &title)
        : m_reader(reader)
        , m_options(options)
        , m_book(title, reader.exportedAt())
    {}

    Outcome fill(const ShortlistView &view, Progress *progress)
    {
        Sheet list = m_book.addSheet(tr("Shortlist"));
        listHeader(list);
        Sheet misses = m_book.addSheet(tr("Near misses"));
        listHeader(misses);
        if (m_options.evidence)
            beginEvidence();
        if (progress)
            progress->setTotal(view.entries.size() + view.takenOff.size() + view.nearMisses.size());
        for (const auto &[entries, sheet] : {std::pair(&view.entries, &list), std::pair(&view.takenOff, &list), std::pair(&view.nearMisses, &misses)}) {
            for (const ShortlistEntry &entry : *entries) {
                if (progress && progress->isCancelled())
                    return failure(tr("Exporting the spreadsheet"), {}, tr("it was cancelled; no file was written"));
                if (const Outcome written = row(*sheet, entry); !written)
                    return written;
                if (progress)
                    progress->setDone(++m_done);
            }
        }
        list.finishList(m_lastColumn);
        misses.finishList(m_lastColumn);
        if (m_evidence)
            m_evidence->finishList(evidenceColumns - 1);
        rule();
        return {};
    }
    Outcome save(const QString &path) { return m_book.save(path); }
    void setAgreed(const db::AgreedRating &agreed) { m_agreed.insert({agreed.application, agreed.quality}, {agreed.level, agreed.reason}); }

private:
    void listHeader(Sheet &sheet)
    {
        const WorkbookFormats &formats = m_book.formats();
        sheet.height(128);
        int column = 0;
        const auto head = [&](const QString &text, double width, lxw_format *format) {
            sheet.width(column, width);
            sheet.text(column++, text, format);
        };
        head(tr("Rank"), 7, formats.header);
        head(m_reader.isBlind() ? tr("Code") : tr("Name"), 24, formats.header);
        if (!m_reader.isBlind())
            head(tr("Email"), 26, formats.header);
        head(tr("Stage"), 14, formats.header);
        head(tr("Gate"), 15, formats.header);
        head(tr("Useful score, %"), 9, formats.header);
        head(tr("Necessary met"), 10, formats.header);
        head(tr("Coverage"), 10, formats.header);
        for (const db::Quality &quality : m_reader.qualities()) {
            const bool necessary = quality.tier == db::Tier::Necessary;
            head((necessary ? tr("Necessary: %1") : tr("Useful: %1")).arg(quality.text), 14, necessary ? formats.necessaryHeader : formats.usefulHeader);
        }
        head(tr("By hand"), reasonWidth, formats.header);
        m_lastColumn = column - 1;
        sheet.freeze(1, 2);
        sheet.nextRow();
    }

    Outcome row(Sheet &sheet, const ShortlistEntry &entry)
    {
        const WorkbookFormats &formats = m_book.formats();
        const auto person = m_reader.person(entry.application, m_options.evidence);
        if (!person)
            return tl::unexpected(person.error());
        const QString reason = m_reader.masked(entry.application, entry.byHandReason);
        if (!reason.isEmpty())
            sheet.height(textHeight({{reason, reasonWidth}}));
        int column = 0;
        if (entry.rank)
            sheet.number(column++, *entry.rank, formats.plain);
        else
            sheet.blank(column++, formats.plain);
        sheet.text(column++, person->label, formats.plain);
        if (!m_reader.isBlind())
            sheet.text(column++, person->email, formats.plain);
        sheet.text(column++, person->stage, formats.plain);
        sheet.text(column++, gateText(entry.standing), formats.plain);
        if (entry.standing.usefulScore)
            sheet.number(column++, scorePercent(*entry.standing.usefulScore), formats.number);
        else
            sheet.blank(column++, formats.plain);
        sheet.number(column++, entry.standing.necessaryMet, formats.plain);
        sheet.number(column++, coverageShare(entry.standing.coverage), formats.share);
        for (qsizetype place = 0; place < m_reader.qualities().size(); ++place)
            level(sheet, column++, m_reader.qualities()[place], m_reader.level(entry.standing, place));
        sheet.text(column, reason.isEmpty() ? reason : (entry.placement == Placement::Off ? tr("Taken off: %1") : tr("Put on: %1")).arg(reason), formats.wrapped);
        sheet.nextRow();
        if (m_options.evidence)
            evidence(*person);
        return {};
    }

    void level(Sheet &sheet, int column, const db::Quality &quality, qint32 level)
    {
        const WorkbookFormats &formats = m_book.formats();
        if (level == db::unratedLevel) {
            sheet.blank(column, formats.unrated);
            return;
        }
        // A necessary quality is met at its own threshold, a useful one at "meets".
        const int threshold = quality.tier == db::Tier::Necessary ? quality.threshold : 2;
        lxw_format *format = level >= threshold * db::levelUnit ? formats.met : level >= (threshold - 1) * db::levelUnit && level > 0 ? formats.partly : formats.below;
        sheet.number(column, double(level) / db::levelUnit, format);
    }

    void beginEvidence()
    {
        // A sheet ends at 1,048,576 rows; evidence goes on in another.
        ++m_evidenceSheets;
        m_evidence.emplace(m_book.addSheet(m_evidenceSheets == 1 ? tr("Evidence") : tr("Evidence %1").arg(m_evidenceSheets)));
        const WorkbookFormats &formats = m_book.formats();
        int column = 0;
        for (const auto &[text, width] : {std::pair(m_reader.isBlind() ? tr("Code") : tr("Name"), 26.0), std::pair(tr("Quality"), 9.0), std::pair(tr("Text of the quality"), textWidth),
                                          std::pair(tr("Level"), 8.0), std::pair(tr("Evidence"), evidenceWidth), std::pair(tr("Reviewer"), 20.0)}) {
            m_evidence->width(column, width);
            m_evidence->text(column++, text, formats.header);
        }
        m_evidence->freeze(1, 1);
        m_evidence->nextRow();
    }

    void evidence(const ExportedPerson &person)
    {
        for (qsizetype place = 0; place < m_reader.qualities().size(); ++place) {
            const db::Quality &quality = m_reader.qualities()[place];
            for (const db::SubmittedEvidence &item : person.evidence) {
                if (item.quality != quality.id)
                    continue;
                evidenceRow(person, place, evidenceText(item), item.reviewerName);
            }
            if (const auto agreed = m_agreed.constFind({person.application, quality.id}); agreed != m_agreed.constEnd())
                evidenceRow(person, place, tr("Agreed on %1: %2").arg(agreed->first).arg(m_reader.masked(person.application, agreed->second)), tr("Panel"));
        }
    }

    void evidenceRow(const ExportedPerson &person, qsizetype place, const QString &text, const QString &reviewer)
    {
        if (m_evidence->isFull()) {
            m_evidence->finishList(evidenceColumns - 1);
            beginEvidence();
        }
        const WorkbookFormats &formats = m_book.formats();
        const db::Quality &quality = m_reader.qualities()[place];
        m_evidence->height(textHeight({{quality.text, textWidth}, {text, evidenceWidth}}));
        m_evidence->text(0, person.label, formats.plain);
        m_evidence->text(1, shortName(m_reader.qualities(), place), quality.tier == db::Tier::Necessary ? formats.necessaryHeader : formats.usefulHeader);
        m_evidence->text(2, quality.text, formats.wrapped);
        level(*m_evidence, 3, quality, m_reader.level(person.standing, place));
        m_evidence->text(4, text, formats.wrapped);
        m_evidence->text(5, reviewer, formats.plain);
        m_evidence->nextRow();
    }

    void rule()
    {
        Sheet sheet = m_book.addSheet(tr("Rule and posting"));
        const WorkbookFormats &formats = m_book.formats();
        sheet.width(0, 22);
        sheet.width(1, ruleWidth);
        sheet.width(2, 12);
        sheet.width(3, 12);
        sheet.fitToWidth();
        sheet.text(0, m_reader.role().title, formats.title);
        sheet.nextRow();
        const auto fact = [&](const QString &label, const QString &text) {
            sheet.height(textHeight({{text, ruleWidth}}));
            sheet.text(0, label, formats.label);
            sheet.text(1, text, formats.wrapped);
            sheet.nextRow();
        };
        fact(tr("Rule"), m_reader.ruleSentence());
        fact(tr("Size"), m_options.top ? tr("The first %1; equals on the last place all stay").arg(*m_options.top) : tr("Everybody through the gate"));
        const QStringList labels = levelLabels(m_reader.role());
        fact(tr("Scale"), tr("0 %1, 1 %2, 2 %3, 3 %4; empty: unrated. The panel's agreed level where there is one, else the mean of the submitted reviews.").arg(labels[0], labels[1], labels[2], labels[3]));
        if (const QString note = m_reader.earlierWordingNote(); !note.isEmpty())
            fact(tr("To be confirmed"), note);
        if (!m_reader.postings().isEmpty()) {
            const db::Posting &posting = m_reader.postings().first();
            fact(tr("Posting"), tr("Revision %1, %2, taken over %3").arg(QString::number(posting.revision), posting.fileName, posting.importedAt));
            fact(tr("SHA-256 of the posting"), posting.sha256);
        }
        fact(tr("Exported"), m_reader.exportedBy().isEmpty() ? m_reader.exportedAt() : tr("%1 by %2").arg(m_reader.exportedAt(), m_reader.exportedBy()));
        sheet.nextRow();
        int column = 0;
        for (const QString &text : {tr("Quality"), tr("Text"), tr("Threshold"), tr("Weight")})
            sheet.text(column++, text, formats.header);
        sheet.nextRow();
        for (qsizetype place = 0; place < m_reader.qualities().size(); ++place) {
            const db::Quality &quality = m_reader.qualities()[place];
            const bool necessary = quality.tier == db::Tier::Necessary;
            sheet.height(textHeight({{quality.text, ruleWidth}}));
            sheet.text(0, shortName(m_reader.qualities(), place), necessary ? formats.necessaryHeader : formats.usefulHeader);
            sheet.text(1, quality.text, formats.wrapped);
            if (necessary)
                sheet.number(2, quality.threshold, formats.plain);
            else
                sheet.number(3, quality.weight, formats.plain);
            sheet.nextRow();
        }
    }

    using Cell = std::pair<db::ApplicationId, db::QualityId>;
    const ExportReader &m_reader;
    const SpreadsheetOptions &m_options;
    QHash<Cell, std::pair<int, QString>> m_agreed; ///< level and reason
    Workbook m_book;
    std::optional<Sheet> m_evidence;
    int m_evidenceSheets = 0;
    int m_lastColumn = 0;
    qint64 m_done = 0;
};

} // namespace

Result<qint64> exportShortlistSpreadsheet(db::Connection &connection, db::RoleId role, const QString &path, const SpreadsheetOptions &options, Progress *progress)
{
    const auto reader = ExportReader::open(connection, role, options.blind);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto view = shortlist(connection, role, {options.top, options.nearMissLimit, -1});
    if (!view)
        return tl::unexpected(view.error());
    Sheets sheets(*reader, options, reader->role().title);
    if (const Outcome agreed = db::forEachAgreedLevel(connection, role, [&sheets](const db::AgreedRating &level) { sheets.setAgreed(level); }); !agreed)
        return tl::unexpected(agreed.error());
    if (const Outcome filled = sheets.fill(*view, progress); !filled)
        return tl::unexpected(filled.error());
    if (const Outcome saved = sheets.save(path); !saved)
        return tl::unexpected(saved.error());
    return view->entries.size() + view->takenOff.size();
}

} // namespace rolecall::app
