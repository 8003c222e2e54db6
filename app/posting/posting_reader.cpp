// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/posting_reader.h"

#include "app/posting/block_shaping.h"
#include "app/posting/contacts.h"
#include "app/posting/date_scan.h"
#include "app/posting/deadlines.h"
#include "app/posting/front_matter.h"
#include "app/posting/html_blocks.h"
#include "app/posting/markdown_blocks.h"
#include "app/posting/mojibake.h"
#include "app/posting/plain_blocks.h"
#include "app/posting/relative_dates.h"
#include "app/posting/role_facts.h"
#include "app/posting/role_split.h"
#include "app/posting/section_reader.h"
#include "app/text_decoding.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("PostingReader", text, nullptr, count);
}

/// Above this the parsers' cost on hostile input shows; such a text is read line by line.
constexpr qsizetype longestMarkup = 2 * 1024 * 1024;
/// No posting repeats a mark so often; parsers take a run of them for nesting.
constexpr int longestRun = 200;

/// What is read of a text; a page with forty roles has a tenth of it.
constexpr qsizetype longestRead = 1'000'000;
constexpr qsizetype mostLines = 20'000;
constexpr qsizetype mostBlocks = 20'000;

/// A saved page carries its programs, styles and pictures along. They give way to blanks, so that all else keeps its place.
QString withoutPrograms(const QString &text)
{
    constexpr qsizetype small = 200'000;
    if (text.size() < small)
        return text;
    QString bare = text;
    const auto blank = [&bare](qsizetype start, qsizetype end) { std::fill(bare.begin() + start, bare.begin() + end, u' '); };
    for (const QString &name : {QStringLiteral("script"), QStringLiteral("style")}) {
        const QString opening = u'<' + name;
        const QString closing = QStringLiteral("</") + name;
        for (qsizetype at = text.indexOf(opening, 0, Qt::CaseInsensitive); at >= 0;) {
            const qsizetype close = text.indexOf(closing, at, Qt::CaseInsensitive);
            const qsizetype end = close < 0 ? -1 : text.indexOf(u'>', close);
            if (end < 0)
                break;
            blank(at, end + 1);
            at = text.indexOf(opening, end, Qt::CaseInsensitive);
        }
    }
    static const QRegularExpression picture(QStringLiteral(R"(\bdata:[\w/+.;=-]{0,100}+,[A-Za-z0-9+/=%_-]{200,}+)"), QRegularExpression::CaseInsensitiveOption);
    for (auto matches = picture.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        blank(match.capturedStart(), match.capturedEnd());
    }
    return bare;
}

/// Where the part that is read ends: behind a whole line.
qsizetype endOfRead(const QString &text)
{
    qsizetype end = std::min(text.size(), longestRead);
    qsizetype lines = 0;
    for (qsizetype at = text.indexOf(u'\n'); at >= 0 && at < end; at = text.indexOf(u'\n', at + 1)) {
        if (++lines == mostLines)
            return at;
    }
    return end;
}

bool isHostile(const QString &text)
{
    if (text.size() > longestMarkup && text.size() - std::count(text.cbegin(), text.cend(), u' ') > longestMarkup)
        return true;
    int run = 0;
    for (const QChar c : text) {
        const bool mark = c == u'>' || c == u'[' || c == u'(' || c == u'<' || c == u'!' || c == u'`' || c == u']';
        run = mark ? run + 1 : (c == u' ' ? run : 0);
        if (run > longestRun)
            return true;
    }
    return false;
}

/// A posting that was forwarded in a plain mail has ">" before every line.
void removeQuoteMarks(QString &text)
{
    if (!text.contains(u">"))
        return;
    qsizetype quoted = 0;
    qsizetype lines = 0;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (line.trimmed().isEmpty())
            continue;
        ++lines;
        quoted += line.startsWith(u'>') ? 1 : 0;
    }
    if (quoted < 5 || quoted * 5 < lines * 4)
        return;
    static const QRegularExpression mark(QStringLiteral("^>[ \\t]?"), QRegularExpression::MultilineOption);
    text.remove(mark);
}

enum class Format { Markdown, Html, Plain };

Format formatOf(const QString &text, const QString &fileName)
{
    const QString suffix = fileName.section(u'.', -1).toLower();
    static const QRegularExpression htmlStart(QStringLiteral(R"(\A\s{0,200}(?:<!--.{0,2000}?-->\s{0,50})?<(?:!doctype|html|head|body|div|p|h[1-6]|ul|table|section|article|span|strong|b)\b)"),
                                              QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    if (isHostile(text))
        return Format::Plain;
    if (suffix == u"html" || suffix == u"htm" || suffix == u"xhtml")
        return Format::Html;
    if (suffix == u"md" || suffix == u"markdown" || suffix == u"myst" || suffix == u"mdx" || suffix == u"rmd" || suffix == u"qmd")
        return Format::Markdown;
    if (htmlStart.match(text).hasMatch())
        return Format::Html;
    static const QRegularExpression marked(QStringLiteral(R"(^(?:#{1,6} \S|\*\*[^*\n]+\*\*:?\s*$|```\{))"), QRegularExpression::MultilineOption);
    int marks = 0;
    for (auto matches = marked.globalMatch(text); matches.hasNext() && marks < 2; ++marks)
        matches.next();
    return marks >= 2 ? Format::Markdown : Format::Plain;
}

QList<Block> blocksOf(Format format, const QString &text, qsizetype base)
{
    switch (format) {
    case Format::Markdown:
        return markdownBlocks(text, base);
    case Format::Html:
        return htmlBlocks(text, base);
    case Format::Plain:
        break;
    }
    return plainBlocks(text, base);
}

SourceRange extentOf(const QList<Block> &blocks)
{
    SourceRange extent;
    for (const Block &block : blocks)
        extent = united(extent, block.source);
    return extent;
}

QString sourceOf(const PostingDraft &posting, SourceRange range)
{
    return range.isKnown() ? posting.sourceText.mid(range.start, range.length) : QString();
}

/// The addresses of a part: in what is shown, and in the source it came from, where links keep theirs.
QStringList contactsOf(const PostingDraft &posting, const QList<Block> &blocks, SourceRange extent)
{
    QStringList found = contactsIn(sourceOf(posting, extent));
    for (const TextUnit &unit : textUnits(blocks)) {
        static const QRegularExpression sign(QStringLiteral("@|\\b(?:at|arroba|arobase|chez|chiocciola|apenstaartje)\\b"), QRegularExpression::CaseInsensitiveOption);
        if (!sign.match(unit.sentence).hasMatch())
            continue;
        for (const QString &address : contactsIn(unit.sentence)) {
            if (!found.contains(address, Qt::CaseInsensitive))
                found += address;
        }
    }
    return found;
}

void addMissing(QStringList &to, const QStringList &from)
{
    for (const QString &text : from) {
        if (!to.contains(text, Qt::CaseInsensitive))
            to += text;
    }
}

class PostingBuilder
{
public:
    PostingBuilder(PostingDraft &posting, const FrontMatter &matter, bool monthFirst)
        : m_posting(posting)
        , m_matter(matter)
        , m_monthFirst(monthFirst)
    {
    }

    void build(const QList<Block> &blocks)
    {
        const SplitPosting split = splitRoles(blocks);
        const QList<TextUnit> allUnits = textUnits(blocks);
        m_fileReference = referenceDate(allUnits, m_matter.fields, m_monthFirst);
        m_published = publicationDate(allUnits, m_matter.fields, m_monthFirst);
        const QList<TextUnit> commonUnits = textUnits(split.common);
        const bool several = split.roles.size() > 1;
        const std::optional<QString> commonLocation = several ? readLocation(commonUnits, m_matter.fields) : std::nullopt;
        for (qsizetype i = 0; i < split.roles.size(); ++i) {
            const RolePart &part = split.roles.at(i);
            RoleDraft role;
            role.source = several ? extentOf(part.blocks) : SourceRange{0, m_posting.sourceText.size()};
            if (several && i + 1 < split.roles.size() && role.source.isKnown()) {
                const SourceRange next = extentOf(split.roles.at(i + 1).blocks);
                if (next.isKnown())
                    role.source.length = next.start - role.source.start;
            }
            const QList<TextUnit> units = several ? textUnits(part.blocks) : allUnits;
            readTitles(part, several, role);
            fill(part.blocks, units, role);
            role.location = readLocation(units, several ? QList<FrontMatterField>() : m_matter.fields);
            if (several && !role.location)
                role.location = commonLocation;
            role.organisation = readOrganisation(several ? units + commonUnits : units, m_matter.fields);
            QDate reference = referenceDate(units, several ? QList<FrontMatterField>() : m_matter.fields, m_monthFirst);
            if (!reference.isValid())
                reference = m_fileReference;
            role.deadlines = readDeadlines(several ? units + commonUnits : units, m_matter.fields, {m_monthFirst, m_published, reference}, role.warnings);
            role.relativeDates = readRelativeDates(several ? units + commonUnits : units);
            m_posting.roles += role;
        }
        readContacts(split);
    }

private:
    void readTitles(const RolePart &part, bool several, RoleDraft &role)
    {
        if (several) {
            role.title = cleanTitle(part.blocks.first().text);
            return;
        }
        QStringList others;
        role.title = readTitle(part.blocks, m_matter.fields, others);
        if (role.title.isEmpty())
            role.warnings += tr("The posting does not name the role; give it a title.");
        for (const QString &other : std::as_const(others))
            role.warnings += tr("The posting also calls the role \u201c%1\u201d.").arg(other);
    }

    void fill(const QList<Block> &blocks, const QList<TextUnit> &units, RoleDraft &role)
    {
        Q_UNUSED(units)
        const RoleLists lists = readLists(blocks);
        role.necessary = lists.necessary;
        role.useful = lists.useful;
        role.responsibilities = lists.responsibilities;
        qsizetype reset = -1;
        for (qsizetype i = 0; i < blocks.size(); ++i)
            reset = blocks.at(i).kind == BlockKind::Reset ? i : reset;
        role.summary = readSummary(blocks.mid(reset + 1));
        if (lists.guessed)
            role.warnings += tr("A list without a heading was sorted by its wording; look whether it is where it belongs.");
        if (role.necessary.isEmpty() && role.useful.isEmpty())
            role.warnings += tr("No list of qualities was found; add the qualities by hand.");
        else if (role.necessary.isEmpty())
            role.warnings += tr("No necessary quality was found, so everybody passes the gate; look whether one is missing.");
    }

    void readContacts(const SplitPosting &split)
    {
        QList<QStringList> own;
        QStringList all;
        for (const RoleDraft &role : std::as_const(m_posting.roles)) {
            const QList<Block> &blocks = split.roles.at(own.size()).blocks;
            own += contactsOf(m_posting, blocks, role.source);
            addMissing(all, own.last());
        }
        QStringList common;
        if (split.roles.size() > 1) {
            for (const FrontMatterField &field : m_matter.fields)
                addMissing(common, contactsIn(field.value));
            for (const Block &block : split.common)
                addMissing(common, contactsOf(m_posting, {block}, block.source));
            addMissing(all, common);
        }
        for (qsizetype i = 0; i < own.size(); ++i) {
            QStringList contacts = own.at(i);
            addMissing(contacts, all.size() == 1 ? all : common);
            m_posting.roles[i].contacts = contacts;
        }
    }

    PostingDraft &m_posting;
    const FrontMatter &m_matter;
    const bool m_monthFirst;
    QDate m_fileReference;
    QDate m_published;
};

} // namespace

Result<PostingDraft> readPosting(const QByteArray &bytes, const QString &fileName)
{
    const QString tried = tr("Reading the posting");
    if (bytes.trimmed().isEmpty())
        return failure(tried, fileName, tr("the file is empty"), tr("Choose the file that holds the posting's text"));
    if (bytes.size() > largestPosting) {
        return failure(tried, fileName, tr("the file has %1 and a posting may have %2").arg(QLocale::c().formattedDataSize(bytes.size()), QLocale::c().formattedDataSize(largestPosting)),
                       tr("Save the posting's text alone as a text or Markdown file"));
    }
    DecodedText decoded = decodeText(bytes);
    if (decoded.isBinary) {
        return failure(tried, fileName, tr("it is not a text file (byte %1)").arg(decoded.binaryAt + 1), tr("Save the posting as text, Markdown or HTML"));
    }
    PostingDraft posting;
    posting.encoding = decoded.encoding;
    posting.warnings = decoded.warnings;
    QString text = decoded.text;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    text.replace(u'\r', u'\n');
    text.remove(QChar(u'\0'));
    if (text.trimmed().isEmpty())
        return failure(tried, fileName, tr("the file holds nothing but white space"), tr("Choose the file that holds the posting's text"));
    removeQuoteMarks(text);
    if (const int mended = repairMojibake(text); mended > 0)
        posting.warnings += tr("%n character(s) were damaged by a wrong encoding and have been repaired.", mended);
    posting.sourceText = text;

    const FrontMatter matter = readFrontMatter(text);
    if (matter.damaged)
        posting.warnings += tr("The facts before the text (front matter) could not be read in full.");
    QString body = withoutPrograms(text.mid(matter.bodyStart));
    const Format format = formatOf(body, fileName);
    if (format == Format::Plain && isHostile(body))
        posting.warnings += tr("The text is too long or too deeply nested to read its markup; it was read line by line.");
    bool cut = false;
    if (format != Format::Html) {
        const qsizetype end = endOfRead(body);
        cut = end < body.size();
        body.truncate(end);
    }
    QList<Block> blocks = matter.blocks;
    if (!blocks.isEmpty()) {
        Block reset;
        reset.kind = BlockKind::Reset;
        blocks += reset;
    }
    blocks += blocksOf(format, body, matter.bodyStart);
    if (blocks.size() > mostBlocks) {
        blocks.resize(mostBlocks);
        cut = true;
    }
    if (cut)
        posting.warnings += tr("The text is far longer than a posting; only its beginning was read.");
    PostingBuilder(posting, matter, putsMonthFirst(text)).build(shapedBlocks(blocks));
    return posting;
}

} // namespace rolecall::app
