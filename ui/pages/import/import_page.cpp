// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/import_page.h"

#include "db/reviewers.h"
#include "ui/shell/file_choice.h"
#include "ui/delegates/row_delegates.h"
#include "ui/item_roles.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/table_setup.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QSplitter>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

#include <memory>

namespace rolecall::ui {

namespace {

/// Rows shown of one import; the counts are of all.
constexpr int mostRows = 500;

QStandardItem *item(const QString &title, const QString &detail, Mark mark, const QString &word)
{
    auto *made = new QStandardItem(title);
    made->setEditable(false);
    made->setData(detail, DetailRole);
    made->setData(int(mark), MarkRole);
    made->setData(word, MarkTextRole);
    return made;
}

QListView *listOf(QStandardItemModel *model, const QString &name)
{
    auto *list = new QListView;
    list->setModel(model);
    list->setItemDelegate(new AgendaRowDelegate(list));
    list->setAccessibleName(name);
    list->setFrameShape(QFrame::NoFrame);
    return list;
}

} // namespace

QStringList ImportPage::File::columnMap() const
{
    QStringList map;
    for (auto it = meanings.begin(); it != meanings.end(); ++it)
        map << QStringLiteral("%1=%2").arg(it.value()).arg(it.key() + 1);
    map.sort();
    return map;
}

ImportPage::ImportPage(Session &session, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_import(new QAction(tr("Import"), this))
    , m_choose(new QAction(tr("Choose files…"), this))
    , m_fileModel(new QStandardItemModel(this))
    , m_reportModel(new QStandardItemModel(this))
    , m_columns(new ImportColumnsModel(this))
    , m_rows(new ImportRowsModel(this))
    , m_stack(new QStackedLayout(this))
    , m_empty(new EmptyState({}, {}))
    , m_sheet(new QWidget)
{
    auto *column = new QVBoxLayout(m_sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeChoices());
    column->addWidget(new Rule);
    auto *panes = new QSplitter;
    panes->setHandleWidth(1);
    panes->setChildrenCollapsible(false);
    panes->addWidget(makeLists());
    panes->addWidget(makeDetails());
    panes->setSizes({300, 700});
    panes->setStretchFactor(1, 1);
    column->addWidget(panes, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_sheet);
    connect(m_choose, &QAction::triggered, this, [this] { chooseFiles(this, tr("Import applicants"), tableFilter(), [this](const QStringList &paths) { addFiles(paths); }); });
    connect(m_import, &QAction::triggered, this, [this] { run(false); });
    connect(m_columns, &ImportColumnsModel::meaningChosen, this, &ImportPage::chooseMeaning);
    connect(&session, &Session::changed, this, [this](app::Areas areas) {
        if (areas & (app::Area::Roles | app::Area::Applications | app::Area::Reviewers) && isVisible())
            activate();
    });
}

QWidget *ImportPage::makeChoices()
{
    auto *choices = new QWidget;
    auto *row = new QHBoxLayout(choices);
    row->setContentsMargins(24, 12, 24, 12);
    row->setSpacing(8);
    m_role = new QComboBox;
    m_role->setMinimumContentsLength(24);
    m_role->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reviewer = new QComboBox;
    m_reviewer->setEditable(true);
    m_reviewer->setMinimumContentsLength(16);
    m_reviewer->setToolTip(tr("Levels in the file are stored as this person's submitted reviews. A new name makes a new reviewer."));
    const auto add = [row](const QString &text, QWidget *field) {
        auto *label = new QLabel(text);
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field);
        row->addSpacing(16);
    };
    add(tr("&Into"), m_role);
    add(tr("&Ratings are by"), m_reviewer);
    row->addStretch();
    connect(m_role, &QComboBox::activated, this, [this] {
        readReports();
        readFiles();
    });
    return choices;
}

QWidget *ImportPage::makeLists()
{
    auto *lists = new QWidget;
    auto *column = new QVBoxLayout(lists);
    column->setContentsMargins(8, 12, 8, 0);
    column->setSpacing(4);
    m_filesTitle = new TextLabel(tr("Files"), TextSize::Small, Tone::Quiet);
    m_reportsTitle = new TextLabel(tr("Past imports"), TextSize::Small, Tone::Quiet);
    m_fileList = listOf(m_fileModel, tr("Files to import"));
    m_reportList = listOf(m_reportModel, tr("Past imports"));
    for (TextLabel *label : {m_filesTitle, m_reportsTitle})
        label->setContentsMargins(16, 8, 0, 0);
    column->addWidget(m_filesTitle);
    column->addWidget(m_fileList, 1);
    column->addWidget(m_reportsTitle);
    column->addWidget(m_reportList, 1);
    connect(m_fileList->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            showFile(index.row());
    });
    connect(m_fileList, &QListView::clicked, this, [this](const QModelIndex &index) { showFile(index.row()); });
    connect(m_reportList, &QListView::clicked, this, [this](const QModelIndex &index) { showReport(index.row()); });
    connect(m_reportList->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && m_reportList->hasFocus())
            showReport(index.row());
    });
    return lists;
}

QTableView *ImportPage::makeTable(QAbstractItemModel *model, const QString &name)
{
    auto *table = new QTableView;
    table->setModel(model);
    setUpTable(*table);
    table->setAccessibleName(name);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

QWidget *ImportPage::makeDetails()
{
    auto *details = new QWidget;
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs = new TabStrip;
    m_tabs->addTab(tr("Columns"));
    m_tabs->addTab(tr("Rows to look at"));
    m_tabs->setAccessibleName(tr("What is shown of the file"));
    column->addWidget(m_tabs);
    m_sentence = new TextLabel({}, TextSize::Body, Tone::Quiet);
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(12, 8, 16, 8); // under the first tab
    column->addWidget(m_sentence);
    m_columnTable = makeTable(m_columns, tr("Columns and what they mean"));
    m_columnTable->setItemDelegateForColumn(ImportColumnsModel::MeaningColumn, new MeaningDelegate(m_columnTable));
    m_columnTable->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_columnTable->setColumnWidth(ImportColumnsModel::NameColumn, 200);
    m_columnTable->setColumnWidth(ImportColumnsModel::MeaningColumn, 240);
    m_rowTable = makeTable(m_rows, tr("Rows that need a look or were refused"));
    m_detail = new QStackedWidget;
    m_detail->addWidget(m_columnTable);
    m_rowPlace = new QStackedWidget;
    m_rowPlace->addWidget(m_rowTable);
    m_noRows = new EmptyState({}, {});
    m_rowPlace->addWidget(m_noRows);
    m_detail->addWidget(m_rowPlace);
    column->addWidget(m_detail, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_detail, &QStackedWidget::setCurrentIndex);
    return details;
}

QList<QAction *> ImportPage::actions() const
{
    return m_files.isEmpty() ? QList<QAction *>{m_choose} : QList<QAction *>{m_import, m_choose};
}

void ImportPage::navigateTo(const QVariantMap &arguments)
{
    if (const qint64 wanted = arguments.value(roleArgument).toLongLong(); wanted > 0)
        m_wantedRole = wanted;
    if (const QStringList files = arguments.value(QStringLiteral("files")).toStringList(); !files.isEmpty())
        addFiles(files);
}

void ImportPage::activate()
{
    readRoles();
    readReports();
    showState();
}

db::RoleId ImportPage::role() const
{
    return db::RoleId(m_role->currentData().toLongLong());
}

void ImportPage::readRoles()
{
    const auto roles = db::roleSummaries(m_session.connection());
    const auto reviewers = db::reviewers(m_session.connection());
    if (!roles || !reviewers) {
        m_session.apply(Outcome(tl::unexpected(roles ? reviewers.error() : roles.error())));
        return;
    }
    const db::RoleId before = role();
    const QString reviewer = m_reviewer->count() > 0 ? m_reviewer->currentText() : m_session.reviewerName();
    m_role->clear();
    for (const db::RoleSummary &summary : *roles)
        m_role->addItem(summary.role.title, summary.role.id.number());
    m_role->setCurrentIndex(std::max(0, m_role->findData(m_wantedRole > 0 ? m_wantedRole : before.number())));
    m_wantedRole = 0;
    m_reviewer->clear();
    for (const db::Reviewer &one : *reviewers)
        m_reviewer->addItem(one.name);
    m_reviewer->setCurrentText(reviewer);
    if (role() != before)
        readFiles();
}

void ImportPage::readReports()
{
    const auto reports = db::importReports(m_session.connection(), role());
    m_reports = reports ? *reports : QList<db::ImportReport>();
    m_reportModel->clear();
    for (const db::ImportReport &report : std::as_const(m_reports)) {
        const QString when = QLocale().toString(QDateTime::fromString(report.importedAt, Qt::ISODateWithMs).toLocalTime(), QLocale::ShortFormat);
        const bool clean = report.needsLook + report.refused == 0;
        m_reportModel->appendRow(item(report.fileName, when, clean ? Mark::Good : Mark::Attention, QLocale().toString(report.taken + report.needsLook)));
    }
}

void ImportPage::addFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        const bool known = std::any_of(m_files.begin(), m_files.end(), [&path](const File &file) { return file.path == path; });
        if (!known)
            m_files.append({path, {}, {}, {}});
    }
    showState();
    if (role().isValid())
        readFiles();
}

void ImportPage::readFiles()
{
    m_tried = false;
    const int asked = ++m_asked;
    if (m_files.isEmpty() || !role().isValid())
        return;
    m_session.reader().ask<QList<File>>(
        this,
        [files = m_files, role = role()](db::Connection &connection) -> Result<QList<File>> {
            QList<File> read = files;
            for (File &file : read) {
                const auto preview = app::previewImport(connection, role, file.path, file.columnMap());
                file.problem = preview ? QString() : preview.error().text();
                if (preview)
                    file.preview = *preview;
            }
            return read;
        },
        [this, asked](const Result<QList<File>> &files) {
            if (asked != m_asked)
                return;
            if (!files) {
                m_session.apply(Outcome(tl::unexpected(files.error())));
                return;
            }
            m_files = *files;
            showFiles();
            const bool readable = std::all_of(m_files.begin(), m_files.end(), [](const File &file) { return file.problem.isEmpty(); });
            if (readable && !m_session.isReadOnly())
                run(true);
        });
}

void ImportPage::showFiles()
{
    const int before = std::max(0, m_fileList->currentIndex().row());
    m_fileModel->clear();
    for (const File &file : std::as_const(m_files)) {
        const bool broken = !file.problem.isEmpty();
        m_fileModel->appendRow(item(QFileInfo(file.path).fileName(), broken ? file.problem : file.preview.kind, broken ? Mark::Bad : Mark::Quiet,
                                    broken ? tr("cannot be read") : tr("%1 columns").arg(file.preview.columns.size())));
    }
    m_fileList->setCurrentIndex(m_fileModel->index(std::min(before, m_fileModel->rowCount() - 1), 0));
    showState();
}

void ImportPage::showFile(int row)
{
    const File file = m_files.value(row);
    m_columns->setPreview(file.preview);
    m_tabs->setTabVisible(0, true);
    if (!file.problem.isEmpty())
        m_sentence->setText(file.problem);
    else if (m_tried)
        m_sentence->setText(summaryText(m_trial.taken, m_trial.needsLook, m_trial.refused));
    else
        m_sentence->setText(file.preview.mapping.warnings.join(QStringLiteral(". ")));
    m_tabs->setCurrentIndex(0);
}

void ImportPage::showReport(int row)
{
    if (row < 0 || row >= m_reports.size())
        return;
    const db::ImportReport &report = m_reports.at(row);
    const auto rows = db::importReportRows(m_session.connection(), report.id, mostRows);
    if (!rows) {
        m_session.apply(Outcome(tl::unexpected(rows.error())));
        return;
    }
    QList<ImportRowShown> shown;
    for (const db::ImportReportRow &one : *rows)
        shown.append({QString::number(one.row), one.state == app::rowStateName(app::RowState::Refused), one.name, one.email, one.messages.join(QStringLiteral("; "))});
    showRows(shown, report.taken > 0 ? tr("Every row was taken as it is") : tr("No applicant was in it"));
    m_tabs->setTabVisible(0, !m_files.isEmpty());
    m_tabs->setCurrentIndex(1);
    QStringList parts{tr("Took %1, of these %2 need a look; refused %3.").arg(QLocale().toString(report.taken + report.needsLook), QLocale().toString(report.needsLook), QLocale().toString(report.refused))};
    m_sentence->setText((parts + report.messages).join(QStringLiteral(" ")));
}

void ImportPage::chooseMeaning(int column, const QString &key)
{
    const int row = m_fileList->currentIndex().row();
    if (row < 0 || row >= m_files.size())
        return;
    m_files[row].meanings.insert(column, key);
    readFiles();
}

// One import is one change, also where columns of some files were put right by hand.
app::ImportRequest ImportPage::request(bool dryRun) const
{
    app::ImportRequest request;
    request.role = role();
    request.reviewerName = m_reviewer->currentText().simplified();
    request.dryRun = dryRun;
    for (const File &file : m_files) {
        request.files << file.path;
        if (!file.meanings.isEmpty())
            request.fileColumnMaps.insert(file.path, file.columnMap());
    }
    return request;
}

void ImportPage::run(bool dryRun)
{
    if (m_files.isEmpty() || m_session.isBusy())
        return;
    struct Outcomes
    {
        app::ImportSummary summary;
        QList<app::ImportedRow> rows;
    };
    auto outcomes = std::make_shared<Outcomes>();
    m_import->setEnabled(false);
    m_session.run(
        dryRun ? tr("Trying the import") : tr("Importing applicants"),
        [outcomes, request = request(dryRun)](db::Connection &connection, app::Progress &progress) mutable -> Result<app::Done> {
            request.onRow = [&outcomes](const app::ImportedRow &row) {
                if (row.state != app::RowState::Taken && outcomes->rows.size() < mostRows)
                    outcomes->rows << row;
            };
            auto summary = app::importApplicants(connection, request, &progress);
            if (!summary)
                return tl::unexpected(summary.error());
            outcomes->summary = *summary;
            return summary->done.value_or(app::Done());
        },
        [this, dryRun, outcomes](const Result<app::Done> &done) {
            if (done)
                finished(dryRun, outcomes->summary, outcomes->rows);
            m_import->setEnabled(true);
        });
}

void ImportPage::finished(bool dryRun, const app::ImportSummary &summary, const QList<app::ImportedRow> &rows)
{
    if (!dryRun) {
        m_files.clear();
        m_fileModel->clear();
        m_tried = false;
        activate();
        m_reportList->setCurrentIndex(m_reportModel->index(0, 0));
        showReport(0);
        return;
    }
    m_trial = summary;
    m_tried = true;
    QList<ImportRowShown> shown;
    for (const app::ImportedRow &row : rows) {
        const QString number = row.row ? QString::number(*row.row) : QString();
        shown.append({m_files.size() > 1 ? QStringLiteral("%1: %2").arg(row.file, number) : number, row.state == app::RowState::Refused, row.name, row.email,
                      row.messages.join(QStringLiteral("; "))});
    }
    showRows(shown, summary.taken > 0 ? tr("Every row can be taken as it is") : tr("There is no applicant in it"));
    m_sentence->setText(summaryText(summary.taken, summary.needsLook, summary.refused));
    showState();
}

void ImportPage::showRows(const QList<ImportRowShown> &rows, const QString &ifNone)
{
    m_rows->setRows(rows);
    m_noRows->setTexts(ifNone, tr("Rows that need a look or are refused stand here, each with the reason."));
    m_rowPlace->setCurrentWidget(rows.isEmpty() ? static_cast<QWidget *>(m_noRows) : m_rowTable);
}

QString ImportPage::summaryText(qint64 taken, qint64 needsLook, qint64 refused) const
{
    const QLocale locale;
    return tr("%1 would be taken as they are, %2 taken with something to look at, %3 refused.")
        .arg(locale.toString(taken), locale.toString(needsLook), locale.toString(refused));
}

void ImportPage::showState()
{
    const bool readable = !m_files.isEmpty() && std::all_of(m_files.begin(), m_files.end(), [](const File &file) { return file.problem.isEmpty(); });
    m_import->setEnabled(readable && m_tried && !m_session.isReadOnly() && !m_session.isBusy());
    m_import->setText(m_tried ? tr("Import %1 applicants").arg(QLocale().toString(m_trial.taken + m_trial.needsLook)) : tr("Import"));
    m_choose->setEnabled(!m_session.isReadOnly() && m_role->count() > 0);
    const bool noRole = m_role->count() == 0;
    m_filesTitle->setVisible(!m_files.isEmpty());
    m_fileList->setVisible(!m_files.isEmpty());
    m_reportsTitle->setVisible(!m_reports.isEmpty());
    m_reportList->setVisible(!m_reports.isEmpty());
    m_tabs->setTabVisible(0, !m_files.isEmpty());
    if (noRole) {
        m_empty->setTexts(tr("A role comes first"), tr("Applicants are read against a role's qualities: add a posting, then bring the applicants."));
        m_empty->setActions(nullptr);
        m_empty->setDropHint(tr("drop a posting anywhere in this window"));
    } else {
        m_empty->setTexts(tr("Bring applicants in"), tr("A CSV, TSV, Excel or OpenDocument table with one applicant per row. You see what each column means and what would be taken before anything is stored."));
        m_empty->setActions(m_choose);
        m_empty->setDropHint(tr("or drop files anywhere in this window"));
    }
    const bool nothing = noRole || (m_files.isEmpty() && m_reports.isEmpty());
    m_stack->setCurrentWidget(nothing ? m_empty : m_sheet);
    if (!nothing && m_files.isEmpty() && !m_reportList->currentIndex().isValid()) {
        m_reportList->setCurrentIndex(m_reportModel->index(0, 0));
        showReport(0);
    }
    m_subtitle = m_files.isEmpty() ? QString() : tr("%1 into %2").arg(m_files.size() == 1 ? QFileInfo(m_files.first().path).fileName() : tr("%1 files").arg(m_files.size()), m_role->currentText());
    Q_EMIT headerChanged();
}

} // namespace rolecall::ui
