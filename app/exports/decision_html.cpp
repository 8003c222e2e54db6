// SPDX-License-Identifier: GPL-3.0-or-later
// The decision record as HTML: one body, with a style for browsers and one for QTextDocument, which knows little CSS.
#include "app/exports/decision_report.h"

#include "app/shortlist/rule.h"

#include <QCoreApplication>
#include <QMap>

namespace rolecall::app {

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("Export", text, nullptr, count);
}

/// What a level came from; interviews are told apart from written reviews.
QString sourceText(const DecisionReason &reason)
{
    if (reason.agreed)
        return tr("agreed: %1").arg(*reason.agreed);
    if (reason.ratings == 0)
        return tr("unrated");
    const int written = reason.ratings - reason.interviewRatings;
    QStringList parts;
    if (written > 0)
        parts << (written == 1 ? tr("1 review") : tr("%n reviews", written));
    if (reason.interviewRatings > 0)
        parts << (reason.interviewRatings == 1 ? tr("1 interview") : tr("%n interviews", reason.interviewRatings));
    return parts.join(QStringLiteral(", "));
}

QString escaped(const QString &text)
{
    QString lines = text.toHtmlEscaped();
    return lines.replace(u'\n', QStringLiteral("<br>"));
}

/// QTextDocument takes longer than in proportion to lay out a long text. A piece of a record on paper has at most this many
/// rows of a long table, about a dozen pages, so little white is lost where the next one begins a page.
constexpr int fullPiece = 400;

const QString sharedStyle = QStringLiteral(
    "h1{font-size:20pt;font-weight:600;margin-top:0px;margin-bottom:4px}"
    "h2{font-size:13pt;font-weight:600;margin-top:26px;margin-bottom:8px}"
    "h3{font-size:10.5pt;font-weight:600;margin-top:20px;margin-bottom:4px}"
    "p{margin-top:0px;margin-bottom:7px}"
    ".quiet{color:#565b62}"
    ".small{font-size:8pt}"
    ".mono{font-family:'DejaVu Sans Mono','Liberation Mono',monospace;font-size:8pt}"
    "th{text-align:left;font-weight:600;background-color:#eaeae6}"
    ".necessary{background-color:#2b59c3;color:#ffffff}"
    ".useful{background-color:#e4ecfb;color:#1d3f8c}"
    ".met{background-color:#dcf1e4;color:#17693f}"
    ".partly{background-color:#fbedcf;color:#7a4e00}"
    ".below{background-color:#fbe2e0;color:#a8231c}"
    ".open{background-color:#eaeae6;color:#565b62}");
const QString screenStyle = QStringLiteral(
    "body{font:10.5pt/1.5 system-ui,'Noto Sans','Segoe UI',sans-serif;color:#1d1f22;background:#f6f6f3;margin:0}"
    "main{max-width:1000px;margin:32px auto;padding:40px 48px;background:#fff;border:1px solid #deded9;border-radius:8px}"
    "table{border-collapse:collapse;width:100%;margin:0 0 8px 0}td,th{border:1px solid #deded9;padding:4px 8px;vertical-align:top}"
    ".level{text-align:center;font-variant-numeric:tabular-nums;white-space:nowrap}.number{text-align:right;font-variant-numeric:tabular-nums}"
    ".wide{overflow-x:auto}.mono{overflow-wrap:anywhere}"
    "@media print{body{background:#fff}main{border:0;margin:0;padding:0;max-width:none}tr{break-inside:avoid}h2,h3{break-after:avoid}}");
// A pixel of this is 1/96 inch of the page (see paintDecisionRecord()).
const QString paperStyle = QStringLiteral("body{font-family:'Noto Sans','DejaVu Sans','Liberation Sans',sans-serif;font-size:9pt;color:#1d1f22}"
                                          "td,th{padding-top:3px;padding-bottom:4px;padding-left:6px;padding-right:6px;border:1px solid #deded9;vertical-align:top}table{border-collapse:collapse}"
                                          ".level{text-align:center}.number{text-align:right}");

class Page
{
public:
    Page(const DecisionReport &report, bool forPaper)
        : m_report(report)
        , m_paper(forPaper)
    {}

    QList<DecisionPiece> pieces()
    {
        beginPiece();
        head();
        posting();
        criteria();
        list();
        ties();
        byHand();
        people(tr("Reasons, one by one"), m_report.listed);
        people(tr("Taken off by hand"), m_report.takenOff);
        nearMisses();
        gateResults();
        endPiece();
        return m_pieces;
    }

private:
    void beginPiece()
    {
        m_rows = 0;
        m_html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>%1</title><style>%2%3</style></head><body>%4\n")
                     .arg(escaped(tr("Decision record: %1").arg(m_report.role.title)), sharedStyle, m_paper ? paperStyle : screenStyle, m_paper ? QString() : QStringLiteral("<main>"));
        m_begun = m_html.size();
    }
    void endPiece(bool whole = false)
    {
        if (m_html.size() == m_begun)
            return;
        m_html += m_paper ? QStringLiteral("</body></html>\n") : QStringLiteral("</main></body></html>\n");
        m_pieces << DecisionPiece{m_html, whole};
    }
    /// Before a row of a long table: where the piece is full it goes on in another, beneath its head.
    void makeRoomForRow()
    {
        if (!m_paper || ++m_rows <= fullPiece)
            return;
        endTable();
        endPiece();
        beginPiece();
        beginTable();
        m_html += m_tableHead;
    }
    /// What was written since `start` is the head of the table: QTextDocument repeats it on each page.
    void keepTableHead(qsizetype start)
    {
        m_tableHead = QStringLiteral("<thead>") + m_html.mid(start) + QStringLiteral("</thead>\n");
        m_html.truncate(start);
        m_html += m_tableHead;
    }
    void heading(int level, const QString &text) { m_html += QStringLiteral("<h%1>%2</h%1>\n").arg(level).arg(escaped(text)); }
    void paragraph(const QString &text, const QString &style = {})
    {
        m_html += QStringLiteral("<p%1>%2</p>\n").arg(style.isEmpty() ? QString() : QStringLiteral(" class=\"%1\"").arg(style), escaped(text));
    }
    void beginTable()
    {
        // QTextDocument takes width and spacing from attributes.
        m_html += m_paper ? QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" style=\"border-collapse:collapse\">\n") : QStringLiteral("<div class=\"wide\"><table>\n");
    }
    void endTable() { m_html += m_paper ? QStringLiteral("</table>\n") : QStringLiteral("</table></div>\n"); }
    void cell(const QString &text, const QString &style = {}, const char *tag = "td", const QString &width = {})
    {
        m_html += QStringLiteral("<%1%2%3>%4</%1>")
                      .arg(QLatin1String(tag), style.isEmpty() ? QString() : QStringLiteral(" class=\"%1\"").arg(style), width.isEmpty() ? QString() : QStringLiteral(" width=\"%1\"").arg(width), escaped(text));
    }
    void row(const QStringList &cells, const char *tag = "td", const QStringList &styles = {}, const QStringList &widths = {})
    {
        m_html += QLatin1String("<tr>");
        for (qsizetype i = 0; i < cells.size(); ++i)
            cell(cells[i], styles.value(i), tag, widths.value(i));
        m_html += QLatin1String("</tr>\n");
    }
    void headRow(const QStringList &cells, const QStringList &styles = {}, const QStringList &widths = {})
    {
        const qsizetype start = m_html.size();
        row(cells, "th", styles, widths);
        keepTableHead(start);
    }

    static QString score(const std::optional<qint64> &score) { return score ? QString::number(scorePercent(*score), 'f', 1) : QString(); }
    static QString levelStyle(const db::Quality &quality, qint32 level)
    {
        const int threshold = quality.tier == db::Tier::Necessary ? quality.threshold : 2;
        if (level == db::unratedLevel)
            return QStringLiteral("open");
        if (level >= threshold * db::levelUnit)
            return QStringLiteral("met");
        return level > 0 && level >= (threshold - 1) * db::levelUnit ? QStringLiteral("partly") : QStringLiteral("below");
    }
    static QString levelShown(qint32 level) { return level == db::unratedLevel ? QStringLiteral("–") : levelText(level); }

    void head()
    {
        paragraph(tr("Decision record"), QStringLiteral("quiet"));
        heading(1, m_report.role.title);
        QStringList about;
        for (const QString &text : {m_report.role.organisation, m_report.role.location.value_or(QString())}) {
            if (!text.isEmpty())
                about << text;
        }
        about << (m_report.exportedBy.isEmpty() ? tr("as of %1").arg(moment(m_report.exportedAt)) : tr("as of %1, written by %2").arg(moment(m_report.exportedAt), m_report.exportedBy));
        paragraph(about.join(QStringLiteral(" · ")), QStringLiteral("quiet"));
        paragraph((m_report.applications == 1 ? tr("1 application") : tr("%n applications", m_report.applications)) + QStringLiteral(": ") + tr("%n through the gate", m_report.gates.through) + QStringLiteral(", ")
                  + tr("%n open", m_report.gates.open) + QStringLiteral(", ") + tr("%n below it", m_report.gates.below) + QStringLiteral(". ")
                  + tr("%n on the shortlist.", int(m_report.listed.size())));
        if (m_report.blind)
            paragraph(tr("Names are replaced by codes, and what would tell who somebody is has been taken out of texts."), QStringLiteral("quiet"));
    }

    static QString moment(const QString &iso) { return iso.left(16).replace(u'T', u' ') + QStringLiteral(" UTC"); }

    void posting()
    {
        heading(2, tr("Posting"));
        if (m_report.postings.isEmpty()) {
            paragraph(tr("The role has no published posting; its qualities were written here."));
            return;
        }
        beginTable();
        headRow({tr("Revision"), tr("File"), tr("Taken over"), tr("SHA-256 of the file")}, {}, {QStringLiteral("10%"), QStringLiteral("25%"), QStringLiteral("18%"), QStringLiteral("47%")});
        for (const db::Posting &posting : m_report.postings) {
            const QString number = QString::number(posting.revision);
            row({posting.revision == m_report.postings.first().revision && m_report.postings.size() > 1 ? tr("%1, in force").arg(number) : number, posting.fileName, moment(posting.importedAt), posting.sha256},
                "td", {QString(), QString(), QString(), QStringLiteral("mono")});
        }
        endTable();
    }

    void criteria()
    {
        heading(2, tr("Criteria and rule"));
        paragraph(m_report.rule);
        paragraph(m_report.top ? tr("The shortlist takes the first %1; equals on the last place all stay.").arg(*m_report.top) : tr("The shortlist takes everybody through the gate."));
        QStringList scale;
        for (int level = 0; level < 4; ++level)
            scale << QStringLiteral("%1 %2").arg(level).arg(m_report.levelLabels[level]);
        paragraph(tr("Levels: %1. A quality's level is the one the panel agreed on where it did, else the mean of the submitted reviews; unrated counts 0 and lowers the coverage.")
                      .arg(scale.join(QStringLiteral(", "))));
        if (!m_report.earlierWording.isEmpty())
            paragraph(m_report.earlierWording);
        beginTable();
        headRow({QString(), tr("Quality"), tr("Asked for")}, {}, {QStringLiteral("6%"), QStringLiteral("74%"), QStringLiteral("20%")});
        for (const DecisionQuality &quality : m_report.qualities) {
            const bool necessary = quality.quality.tier == db::Tier::Necessary;
            QString text = quality.quality.text;
            if (!quality.quality.footnote.isEmpty())
                text += QStringLiteral("\n") + quality.quality.footnote;
            row({quality.shortName, text, necessary ? tr("level %1 or more").arg(quality.quality.threshold) : tr("weight %1").arg(quality.quality.weight)}, "td",
                {necessary ? QStringLiteral("level necessary") : QStringLiteral("level useful")});
        }
        endTable();
    }

    void list()
    {
        heading(2, tr("Shortlist"));
        if (m_report.listed.isEmpty()) {
            paragraph(tr("Nobody is on it."));
            return;
        }
        beginTable();
        const qsizetype start = m_html.size();
        m_html += QLatin1String("<tr>");
        cell(tr("Rank"), QString(), "th");
        cell(m_report.blind ? tr("Code") : tr("Name"), QString(), "th");
        cell(tr("Score, %"), QStringLiteral("number"), "th");
        cell(tr("Coverage"), QStringLiteral("number"), "th");
        for (const DecisionQuality &quality : m_report.qualities)
            cell(quality.shortName, quality.quality.tier == db::Tier::Necessary ? QStringLiteral("level necessary") : QStringLiteral("level useful"), "th");
        m_html += QLatin1String("</tr>\n");
        keepTableHead(start);
        for (const DecisionPerson &person : m_report.listed) {
            makeRoomForRow();
            m_html += QLatin1String("<tr>");
            cell(person.rank ? QString::number(*person.rank) : tr("by hand"));
            cell(person.label);
            cell(score(person.standing.usefulScore), QStringLiteral("number"));
            cell(QStringLiteral("%1%").arg(qRound(coverageShare(person.standing.coverage) * 100)), QStringLiteral("number"));
            for (qsizetype place = 0; place < person.reasons.size(); ++place)
                cell(levelShown(person.reasons[place].level), QStringLiteral("level ") + levelStyle(m_report.qualities[place].quality, person.reasons[place].level));
            m_html += QLatin1String("</tr>\n");
        }
        endTable();
    }

    void ties()
    {
        QMap<int, QStringList> ranks;
        for (const DecisionPerson &person : m_report.listed) {
            if (person.rank)
                ranks[*person.rank] << person.label;
        }
        heading(2, tr("Ties"));
        bool any = false;
        for (auto rank = ranks.constBegin(); rank != ranks.constEnd(); ++rank) {
            if (rank->size() < 2)
                continue;
            any = true;
            paragraph(tr("Rank %1: %2. Same useful score and same mean of the necessary levels.").arg(QString::number(rank.key()), rank->join(QStringLiteral(", "))));
        }
        if (!any)
            paragraph(tr("None: no two on the shortlist share a rank."));
    }

    void byHand()
    {
        heading(2, tr("Changes by hand"));
        QList<const DecisionPerson *> changed;
        for (const QList<DecisionPerson> *people : {&m_report.listed, &m_report.takenOff}) {
            for (const DecisionPerson &person : *people) {
                if (!person.byHand.isEmpty())
                    changed << &person;
            }
        }
        if (changed.isEmpty()) {
            paragraph(tr("None: the shortlist is what the rule gives."));
            return;
        }
        beginTable();
        headRow({m_report.blind ? tr("Code") : tr("Name"), tr("Change"), tr("Reason"), tr("By")}, {}, {QStringLiteral("22%"), QStringLiteral("12%"), QStringLiteral("44%"), QStringLiteral("22%")});
        for (const DecisionPerson *person : std::as_const(changed))
            row({person->label, person->placement == Placement::Off ? tr("taken off") : tr("put on"), person->byHand, person->byWhom});
        endTable();
    }

    void people(const QString &title, const QList<DecisionPerson> &people)
    {
        if (people.isEmpty())
            return;
        if (m_paper) {
            endPiece();
            beginPiece(); // the heading stays with the first
        }
        heading(2, title);
        for (const DecisionPerson &person : people) {
            heading(3, person.rank ? tr("%1. %2").arg(QString::number(*person.rank), person.label) : person.label);
            QString line = tr("Gate: %1").arg(gateText(person.standing));
            if (person.standing.usefulScore)
                line += QStringLiteral(" · ") + tr("useful score %1%").arg(score(person.standing.usefulScore));
            line += QStringLiteral(" · ") + tr("mean of the necessary levels %1").arg(QString::number(scorePercent(person.standing.necessaryMean) / 100, 'f', 2)) + QStringLiteral(" · ") + person.stage;
            paragraph(line, QStringLiteral("quiet"));
            if (!person.byHand.isEmpty())
                paragraph(tr("By hand: %1").arg(person.byHand));
            reasons(person);
            if (m_paper) {
                endPiece(true);
                beginPiece();
            }
        }
    }

    void reasons(const DecisionPerson &person)
    {
        beginTable();
        headRow({QString(), tr("Quality and evidence"), tr("Level"), tr("From")}, {QString(), QString(), QStringLiteral("level")}, {QStringLiteral("6%"), QStringLiteral("66%"), QStringLiteral("8%"), QStringLiteral("20%")});
        for (qsizetype place = 0; place < person.reasons.size(); ++place) {
            const DecisionQuality &quality = m_report.qualities[place];
            const DecisionReason &reason = person.reasons[place];
            m_html += QLatin1String("<tr>");
            cell(quality.shortName, quality.quality.tier == db::Tier::Necessary ? QStringLiteral("level necessary") : QStringLiteral("level useful"));
            QString evidence;
            for (const QString &item : reason.evidence)
                evidence += QStringLiteral("<br><span class=\"quiet\">%1</span>").arg(escaped(item));
            m_html += QStringLiteral("<td>%1%2</td>").arg(escaped(quality.quality.text), evidence);
            cell(levelShown(reason.level), QStringLiteral("level ") + levelStyle(quality.quality, reason.level));
            cell(sourceText(reason));
            m_html += QLatin1String("</tr>\n");
        }
        endTable();
    }

    void nearMisses()
    {
        if (m_report.nearMissCount == 0)
            return;
        heading(2, tr("Near misses"));
        paragraph(tr("Exactly one necessary quality below its threshold: %n.", m_report.nearMissCount));
        if (const qsizetype more = m_report.nearMissCount - m_report.nearMisses.size(); more > 0)
            paragraph(tr("%n of them placed by hand or not listed one by one.", int(more)), QStringLiteral("quiet"));
        if (m_report.nearMisses.isEmpty())
            return;
        beginTable();
        headRow({m_report.blind ? tr("Code") : tr("Name"), tr("Missed"), tr("Level"), tr("Score, %")}, {QString(), QString(), QStringLiteral("level"), QStringLiteral("number")},
                {QStringLiteral("24%"), QStringLiteral("56%"), QStringLiteral("8%"), QStringLiteral("12%")});
        for (const DecisionPerson &person : m_report.nearMisses) {
            for (qsizetype place = 0; place < person.reasons.size(); ++place) {
                const db::Quality &quality = m_report.qualities[place].quality;
                const qint32 level = person.reasons[place].level;
                if (quality.tier != db::Tier::Necessary || level == db::unratedLevel || level >= quality.threshold * db::levelUnit)
                    continue;
                makeRoomForRow();
                row({person.label, m_report.qualities[place].shortName + QStringLiteral(" ") + quality.text, levelShown(level), score(person.standing.usefulScore)}, "td",
                        {QString(), QString(), QStringLiteral("level ") + levelStyle(quality, level), QStringLiteral("number")});
            }
        }
        endTable();
    }

    void gateResults()
    {
        if (m_report.gateResults.isEmpty())
            return;
        heading(2, tr("Gate results"));
        beginTable();
        headRow({m_report.blind ? tr("Code") : tr("Name"), tr("Gate"), tr("Score, %")}, {QString(), QString(), QStringLiteral("number")}, {QStringLiteral("50%"), QStringLiteral("35%"), QStringLiteral("15%")});
        for (const DecisionGate &gate : m_report.gateResults) {
            makeRoomForRow();
            row({gate.label, gate.gate, score(gate.score)}, "td", {QString(), QString(), QStringLiteral("number")});
        }
        endTable();
    }

    const DecisionReport &m_report;
    bool m_paper;
    QString m_html;
    QString m_tableHead;
    QList<DecisionPiece> m_pieces;
    qsizetype m_begun = 0; ///< length of an empty piece
    int m_rows = 0;        ///< of long tables, in the present piece
};

} // namespace

QString decisionHtml(const DecisionReport &report)
{
    return Page(report, false).pieces().first().html;
}

QList<DecisionPiece> decisionPaper(const DecisionReport &report)
{
    return Page(report, true).pieces();
}

} // namespace rolecall::app
