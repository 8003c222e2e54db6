// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/shortlist/export_panel.h"

#include "app/exports/decision_record.h"
#include "app/exports/shortlist_spreadsheet.h"
#include "app/table/delimited_reader.h"
#include "ui/session/session.h"
#include "ui/shell/local_printing.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QDrag>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMimeData>
#include <QMouseEvent>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QStyleHints>
#include <QTableView>
#include <QTemporaryDir>
#include <QUrl>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int previewRows = 20;

QString endingOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return QStringLiteral(".csv");
    case ExportFormat::Spreadsheet:
        return QStringLiteral(".xlsx");
    case ExportFormat::RecordHtml:
        return QStringLiteral(".html");
    case ExportFormat::RecordPdf:
        return QStringLiteral(".pdf");
    }
    return {};
}

app::DecisionRecordOptions recordOptions(const app::ShortlistExport &options)
{
    return {options.top, options.blind, options.evidence};
}

/// Writes the file; how many people it lists, where the format counts them.
Result<std::optional<qint64>> write(db::Connection &connection, db::RoleId role, const QString &path, ExportFormat format, const app::ShortlistExport &options, app::Progress *progress)
{
    if (format == ExportFormat::RecordHtml || format == ExportFormat::RecordPdf) {
        const auto kind = format == ExportFormat::RecordPdf ? app::DecisionFormat::Pdf : app::DecisionFormat::Html;
        if (const Outcome written = app::exportDecisionRecord(connection, role, path, kind, recordOptions(options), progress); !written)
            return tl::unexpected(written.error());
        return std::optional<qint64>();
    }
    const auto rows = format == ExportFormat::Csv ? app::exportShortlistCsv(connection, role, path, options, progress)
                                                  : app::exportShortlistSpreadsheet(connection, role, path, {options.top, options.blind, options.evidence}, progress);
    if (!rows)
        return tl::unexpected(rows.error());
    return std::optional<qint64>(*rows);
}

/// Whether a folder can be shown: a desktop to show it on, and something that opens it.
bool canShowFolders()
{
    const QString platform = QGuiApplication::platformName();
    const bool desktop = platform == u"xcb" || platform.startsWith(u"wayland") || platform == u"cocoa" || platform == u"windows";
#if defined(Q_OS_MACOS) || defined(Q_OS_WIN)
    return desktop;
#else
    return desktop && !QStandardPaths::findExecutable(QStringLiteral("xdg-open")).isEmpty();
#endif
}

} // namespace

ExportPanel::ExportPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_format(new QComboBox)
    , m_blind(new QCheckBox(tr("Blind: a code in place of name and address")))
    , m_evidence(new QCheckBox(tr("With the evidence behind each level")))
    , m_mark(new QCheckBox(tr("For spreadsheets that need a byte order mark")))
    , m_top(new QSpinBox)
    , m_preview(new QStandardItemModel(this))
    , m_table(new QTableView)
    , m_note(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_result(new TextLabel)
    , m_drag(new TextLabel(tr("or drag the file out from here"), TextSize::Small, Tone::Quiet))
    , m_save(new QPushButton(tr("Save…")))
    , m_print(new QPushButton(tr("Print record…")))
    , m_show(new QPushButton(tr("Show in folder")))
{
    m_mark->setToolTip(tr("Older spreadsheets take a file without it for another encoding"));
    m_top->setRange(0, 1'000'000);
    m_top->setSpecialValueText(tr("everybody through the gate"));
    m_top->setPrefix(tr("the first "));
    m_table->setModel(m_preview);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setMaximumSectionSize(220);
    m_table->setAccessibleName(tr("What will be written"));
    m_note->setWordWrap(true);
    m_result->setWordWrap(true);
    m_result->hide();
    m_show->hide();
    setLook(m_show, ButtonLook::Quiet);
    setPrimary(m_save);
    m_drag->setToolTip(tr("Drag this into a folder or a mail"));
    m_drag->setCursor(Qt::OpenHandCursor);
    m_drag->installEventFilter(this);
    auto *form = new QFormLayout;
    m_format->addItem(tr("CSV, the list as plain rows"));
    m_format->addItem(tr("Spreadsheet, with evidence and rule"));
    m_format->addItem(tr("Decision record, a page (HTML)"));
    m_format->addItem(tr("Decision record, a document (PDF)"));
    m_format->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_format->setMinimumContentsLength(12);
    m_print->setToolTip(tr("Print the decision record: posting, rule, levels and reasons"));
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Rows"), m_top);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_print);
    buttons->addStretch();
    auto *said = new QHBoxLayout;
    said->addWidget(m_result, 1);
    said->addWidget(m_show);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addLayout(form);
    for (QCheckBox *box : {m_blind, m_evidence, m_mark}) {
        column->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &ExportPanel::refresh);
    }
    column->addWidget(m_note);
    column->addWidget(m_table, 1);
    column->addLayout(said);
    column->addLayout(buttons);
    column->addWidget(m_drag);
    connect(m_top, &QSpinBox::valueChanged, this, &ExportPanel::refresh);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportPanel::showFormat);
    connect(m_print, &QPushButton::clicked, this, &ExportPanel::print);
    connect(m_save, &QPushButton::clicked, this, &ExportPanel::save);
    connect(m_show, &QPushButton::clicked, this, &ExportPanel::showInFolder);
}

ExportPanel::~ExportPanel() = default;

void ExportPanel::setRole(db::RoleId role, const QString &title, bool alwaysBlind, std::optional<int> size)
{
    const bool other = role != m_role;
    m_role = role;
    m_title = title;
    if (other) {
        m_preview->clear();
        m_result->hide();
        m_show->hide();
        m_top->setValue(size.value_or(0));
        m_blind->setChecked(alwaysBlind);
    }
    if (alwaysBlind)
        m_blind->setChecked(true);
    m_blind->setEnabled(!alwaysBlind);
    refresh();
}

app::ShortlistExport ExportPanel::options() const
{
    app::ShortlistExport options;
    if (m_top->value() > 0)
        options.top = m_top->value();
    options.blind = m_blind->isChecked();
    options.evidence = m_evidence->isChecked();
    options.byteOrderMark = m_mark->isChecked();
    return options;
}

ExportFormat ExportPanel::format() const
{
    return static_cast<ExportFormat>(m_format->currentIndex());
}

void ExportPanel::setFormat(ExportFormat format)
{
    m_format->setCurrentIndex(int(format));
}

void ExportPanel::showFormat()
{
    m_mark->setVisible(format() == ExportFormat::Csv);
    m_result->hide();
    m_show->hide();
    showNote();
}

void ExportPanel::refresh()
{
    m_stale = true;
    if (!isVisible() || !m_role.isValid())
        return;
    m_stale = false;
    const quint64 question = ++m_question;
    m_session.reader().ask<QByteArray>(
        this, [role = m_role, options = options()](db::Connection &connection) { return app::shortlistCsvPreview(connection, role, options, previewRows); },
        [this, question](const Result<QByteArray> &csv) {
            if (question != m_question)
                return;
            if (csv)
                return showPreview(*csv);
            m_preview->clear();
            m_note->setText(csv.error().text());
        });
}

void ExportPanel::showPreview(const QByteArray &csv)
{
    const int scroll = m_preview->rowCount() > 0 ? m_table->horizontalHeader()->offset() : 0;
    m_preview->clear();
    QByteArrayView text(csv);
    if (text.startsWith(QByteArrayView("\xEF\xBB\xBF")))
        text = text.sliced(3);
    app::DelimitedReader reader(text, true, app::TableDialect());
    app::TableRow row;
    bool header = true;
    while (reader.nextRecord(row)) {
        QStringList cells;
        for (const std::string_view cell : row.cells)
            cells << QString::fromUtf8(cell.data(), qsizetype(cell.size()));
        if (header) {
            m_preview->setHorizontalHeaderLabels(cells);
        } else {
            QList<QStandardItem *> items;
            for (const QString &cell : cells)
                items << new QStandardItem(cell);
            m_preview->appendRow(items);
        }
        header = false;
    }
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setOffset(scroll);
    showNote();
}

void ExportPanel::showNote()
{
    const int rows = m_preview->rowCount();
    if (rows == 0)
        m_note->setText(tr("Nobody is on the list: only the heading will be written."));
    else if (format() == ExportFormat::Spreadsheet)
        m_note->setText(tr("These rows as a sheet, then near misses, evidence, and the rule with the posting's revision."));
    else if (format() != ExportFormat::Csv)
        m_note->setText(tr("The posting with its hash, the rule, these people with their levels and reasons, near misses and what was changed by hand."));
    else
        m_note->setText(rows < previewRows ? tr("What will be written: %n row(s), %1 columns.", nullptr, rows).arg(m_preview->columnCount())
                                           : tr("The first %1 rows of what will be written, %2 columns.").arg(rows).arg(m_preview->columnCount()));
}

QString ExportPanel::proposedName() const
{
    QString name = m_title.simplified();
    name.replace(QRegularExpression(QStringLiteral("[^\\p{L}\\p{N} _-]")), QString());
    const bool record = format() == ExportFormat::RecordHtml || format() == ExportFormat::RecordPdf;
    return (record ? tr("Decision record %1") : tr("Shortlist %1")).arg(name.left(80).trimmed()) + endingOf(format());
}

void ExportPanel::save()
{
    const QStringList kinds{tr("Comma-separated values (*.csv)"), tr("Spreadsheet (*.xlsx)"), tr("Web page (*.html)"), tr("PDF document (*.pdf)")};
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString path = QFileDialog::getSaveFileName(this, tr("Save the shortlist"), QDir(folder).filePath(proposedName()), kinds.at(int(format())));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += endingOf(format());
    writeTo(path);
}

void ExportPanel::writeTo(const QString &path)
{
    auto listed = std::make_shared<std::optional<qint64>>();
    m_session.run(tr("Writing %1").arg(QFileInfo(path).fileName()),
                  [role = m_role, path, format = format(), options = options(), listed](db::Connection &connection, app::Progress &progress) -> Result<app::Done> {
                      const auto people = write(connection, role, path, format, options, &progress);
                      if (!people)
                          return tl::unexpected(people.error());
                      *listed = *people;
                      return app::Done{{}, {}, role, {}, {}};
                  },
                  [this, path, listed](const Result<app::Done> &done) {
                      m_path = done ? path : QString();
                      const QString native = QDir::toNativeSeparators(path);
                      m_result->setText(*listed ? tr("Wrote %n row(s) to %1", nullptr, int(**listed)).arg(native) : tr("Wrote the decision record to %1").arg(native));
                      m_result->setVisible(done.has_value()); // what went wrong is said at the window's foot
                      m_show->setVisible(done && canShowFolders());
                      if (done)
                          Q_EMIT this->written(path);
                  });
}

void ExportPanel::print()
{
    const std::shared_ptr<QPrinter> printer = localPrinter();
    printer->setDocName(tr("Decision record: %1").arg(m_title.simplified()));
    QPrintDialog dialog(printer.get(), this);
    if (dialog.exec() == QDialog::Accepted)
        printOn(printer);
}

void ExportPanel::printOn(const std::shared_ptr<QPrinter> &printer)
{
    auto pages = std::make_shared<int>(0);
    m_session.run(tr("Printing the decision record"),
                  [role = m_role, options = recordOptions(options()), printer, pages](db::Connection &connection, app::Progress &progress) -> Result<app::Done> {
                      app::DecisionRecordOptions onPaper = options;
                      onPaper.steps = app::paperSteps;
                      const auto report = app::decisionReport(connection, role, onPaper, &progress);
                      if (!report)
                          return tl::unexpected(report.error());
                      const auto painted = app::paintDecisionRecord(*report, *printer, &progress);
                      if (!painted) {
                          printer->abort();
                          return tl::unexpected(painted.error());
                      }
                      *pages = *painted;
                      return app::Done{{}, {}, role, {}, {}};
                  },
                  [this, printer, pages](const Result<app::Done> &done) {
                      m_path = done ? printer->outputFileName() : QString();
                      m_result->setText(!m_path.isEmpty() ? tr("Printed %n page(s) to %1", nullptr, *pages).arg(QDir::toNativeSeparators(m_path)) : tr("Sent %n page(s) to the printer.", nullptr, *pages));
                      m_result->setVisible(done.has_value()); // what went wrong is said at the window's foot
                      m_show->setVisible(!m_path.isEmpty() && canShowFolders());
                      if (done)
                          Q_EMIT this->printed(*pages);
                  });
}

void ExportPanel::showInFolder()
{
    // Where it does not work after all, the button goes and the path stays.
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_path).absolutePath())))
        m_show->hide();
}

void ExportPanel::dragOut()
{
    m_dragFolder = std::make_unique<QTemporaryDir>();
    const QString path = m_dragFolder->filePath(proposedName());
    const auto people = write(m_session.connection(), m_role, path, format(), options(), nullptr);
    if (!people) {
        Q_EMIT m_session.failed(people.error());
        return;
    }
    auto *file = new QMimeData;
    file->setUrls({QUrl::fromLocalFile(path)});
    auto *drag = new QDrag(m_drag);
    drag->setMimeData(file);
    drag->exec(Qt::CopyAction);
}

void ExportPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

bool ExportPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_drag) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (event->type() == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton) {
            m_pressed = mouse->position().toPoint();
            return true;
        } else if (event->type() == QEvent::MouseMove && (mouse->buttons() & Qt::LeftButton)
                   && (mouse->position().toPoint() - m_pressed).manhattanLength() >= QGuiApplication::styleHints()->startDragDistance()) {
            dragOut();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rolecall::ui
