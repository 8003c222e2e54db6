// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/workbook.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QRegularExpression>
#include <QSaveFile>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Export", text);
}

constexpr qsizetype longestCell = 32'767; // ECMA-376, part 1, 18.3.1.4 and Excel's limits

// The soft colours of the light palette.
constexpr lxw_color_t lineColour = 0xDEDED9;
constexpr lxw_color_t quietColour = 0x565B62;

} // namespace

QString cellText(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text[i];
        const bool isPair = character.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair) {
            clean += character;
            clean += text[++i];
        } else if (character.isSurrogate() || character.unicode() >= 0xFFFE) {
            clean += QChar::ReplacementCharacter;
        } else if (character.unicode() >= 0x20 || character == u'\n' || character == u'\t') {
            clean += character;
        }
    }
    // _x0041_ would be read back as a character of that number.
    static const QRegularExpression escape(QStringLiteral("_(?=x[0-9A-Fa-f]{4}_)"));
    clean.replace(escape, QStringLiteral("_x005F_"));
    if (clean.size() > longestCell) {
        clean.truncate(clean[longestCell - 2].isHighSurrogate() ? longestCell - 2 : longestCell - 1);
        clean += QChar(0x2026);
    }
    return clean;
}

void Sheet::width(int column, double characters, int last)
{
    if (!m_sheet)
        return;
    m_workbook->note(worksheet_set_column(m_sheet, lxw_col_t(column), lxw_col_t(last < 0 ? column : last), characters, nullptr));
}

void Sheet::freeze(int rows, int columns)
{
    if (!m_sheet)
        return;
    worksheet_freeze_panes(m_sheet, lxw_row_t(rows), lxw_col_t(columns));
}

void Sheet::height(double points)
{
    if (!m_sheet)
        return;
    m_workbook->note(worksheet_set_row(m_sheet, m_row, points, nullptr));
}

void Sheet::text(int column, const QString &text, lxw_format *format)
{
    const QByteArray bytes = cellText(text).toUtf8();
    if (!m_sheet)
        return;
    if (bytes.isEmpty())
        blank(column, format);
    else
        m_workbook->note(worksheet_write_string(m_sheet, m_row, lxw_col_t(column), bytes.constData(), format));
}

void Sheet::number(int column, double value, lxw_format *format)
{
    if (!m_sheet)
        return;
    m_workbook->note(worksheet_write_number(m_sheet, m_row, lxw_col_t(column), value, format));
}

void Sheet::blank(int column, lxw_format *format)
{
    if (!m_sheet)
        return;
    m_workbook->note(worksheet_write_blank(m_sheet, m_row, lxw_col_t(column), format));
}

Workbook::Workbook(const QString &title, const QString &createdAt)
    : m_folderName(QFile::encodeName(m_folder.path()))
{
    if (!m_folder.isValid()) {
        m_error = LXW_ERROR_CREATING_TMPFILE;
        return;
    }
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = m_folderName.data();
    options.use_zip64 = LXW_FALSE;
    m_book = workbook_new_opt(QFile::encodeName(m_folder.filePath(QStringLiteral("book.xlsx"))).constData(), &options);
    if (!m_book) {
        m_error = LXW_ERROR_MEMORY_MALLOC_FAILED;
        return;
    }
    const QByteArray titleBytes = cellText(title).left(250).toUtf8();
    QByteArray company = QByteArrayLiteral("Rolecall");
    lxw_doc_properties properties = {};
    properties.title = const_cast<char *>(titleBytes.constData());
    properties.author = company.data();
    properties.created = time_t(QDateTime::fromString(createdAt, Qt::ISODateWithMs).toSecsSinceEpoch());
    note(workbook_set_properties(m_book, &properties));
    makeFormats();
}

void Sheet::fitToWidth()
{
    if (!m_sheet)
        return;
    worksheet_set_landscape(m_sheet);
    worksheet_fit_to_pages(m_sheet, 1, 0);
}

void Sheet::finishList(int lastColumn)
{
    if (!m_sheet)
        return;
    fitToWidth();
    worksheet_repeat_rows(m_sheet, 0, 0);
    if (m_row > 1)
        worksheet_autofilter(m_sheet, 0, 0, m_row - 1, lxw_col_t(lastColumn));
}

Workbook::~Workbook()
{
    if (m_book) // not saved: the files in the folder go with it
        workbook_close(m_book);
}

void Workbook::makeFormats()
{
    const auto add = [this] {
        lxw_format *format = workbook_add_format(m_book);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, lineColour);
        return format;
    };
    const auto filled = [&](lxw_color_t background, lxw_color_t text) {
        lxw_format *format = add();
        format_set_bg_color(format, background);
        format_set_font_color(format, text);
        return format;
    };
    const auto header = [&](lxw_color_t background, lxw_color_t text) {
        lxw_format *format = filled(background, text);
        format_set_bold(format);
        format_set_text_wrap(format);
        return format;
    };
    const auto level = [&](lxw_color_t background, lxw_color_t text) {
        lxw_format *format = filled(background, text);
        format_set_align(format, LXW_ALIGN_CENTER);
        format_set_num_format(format, "0.##");
        return format;
    };
    m_formats.header = header(0xEAEAE6, 0x1D1F22);
    m_formats.necessaryHeader = header(0x2B59C3, 0xFFFFFF);
    m_formats.usefulHeader = header(0xE4ECFB, 0x1D3F8C);
    m_formats.plain = add();
    m_formats.wrapped = add();
    format_set_text_wrap(m_formats.wrapped);
    m_formats.number = add();
    format_set_num_format(m_formats.number, "0.0");
    m_formats.share = add();
    format_set_num_format(m_formats.share, "0%");
    m_formats.met = level(0xDCF1E4, 0x17693F);
    m_formats.partly = level(0xFBEDCF, 0x7A4E00);
    m_formats.below = level(0xFBE2E0, 0xA8231C);
    m_formats.unrated = level(0xF6F6F3, quietColour);
    m_formats.title = workbook_add_format(m_book);
    format_set_bold(m_formats.title);
    format_set_font_size(m_formats.title, 15);
    m_formats.label = workbook_add_format(m_book);
    format_set_font_color(m_formats.label, quietColour);
    format_set_align(m_formats.label, LXW_ALIGN_VERTICAL_TOP);
}

Sheet Workbook::addSheet(const QString &name)
{
    lxw_worksheet *sheet = m_book ? workbook_add_worksheet(m_book, name.toUtf8().constData()) : nullptr;
    if (!sheet) // its temporary file could not be made; a sheet without one takes nothing, and save() tells
        note(LXW_ERROR_CREATING_TMPFILE);
    return Sheet(*this, sheet);
}

Outcome Workbook::save(const QString &path)
{
    const auto notWritten = [&path](const QString &problem) {
        return failure(tr("Exporting the spreadsheet to"), QDir::toNativeSeparators(path), problem, tr("Choose a folder that can be written to and has room"));
    };
    if (m_book) {
        note(workbook_close(m_book));
        m_book = nullptr;
    }
    if (m_error != LXW_NO_ERROR)
        return notWritten(QString::fromUtf8(lxw_strerror(m_error)));
    QFile whole(m_folder.filePath(QStringLiteral("book.xlsx")));
    if (!whole.open(QIODevice::ReadOnly))
        return notWritten(whole.errorString());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(file.errorString());
    while (!whole.atEnd()) {
        const QByteArray part = whole.read(1 << 20);
        if (part.isEmpty())
            return notWritten(whole.errorString());
        if (file.write(part) != part.size())
            return notWritten(file.errorString());
    }
    if (!file.commit())
        return notWritten(file.errorString());
    return {};
}

} // namespace rolecall::app
