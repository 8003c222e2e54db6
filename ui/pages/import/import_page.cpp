// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/import_page.h"

#include "app/agenda/zoned_time.h"
#include "app/blind/identity.h"
#include "app/blind/veil.h"
#include "app/mail/mail_reader.h"
#include "db/reviewers.h"
#include "ui/item_roles.h"
#include "ui/pages/import/import_report.h"
#include "ui/pages/people/people_page.h"
#include "ui/session/document_helpers.h"
#include "ui/shell/file_choice.h"
#include "ui/shell/given_files.h"
#include "ui/widgets/empty_state.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QFileInfo>
#include <QGuiApplication>
#include <QListView>
#include <QLocale>
#include <QMimeData>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>
#include <memory>
#include <utility>

namespace rolecall::ui {

namespace {

/// Rows shown of one import; the counts are of all.
constexpr int mostRows = 1000;

/// What the clipboard's text is, by its beginning.
QString endingFor(const QByteArray &text)
{
    const QByteArray start = text.left(4096);
    if (start.trimmed().toUpper().startsWith("BEGIN:VCARD"))
        return QStringLiteral(".vcf");
    if (start.trimmed().startsWith('{'))
        return QStringLiteral(".json");
    if (app::looksLikeMail(start))
        return QStringLiteral(".eml");
    const QByteArray line = start.left(start.indexOf('\n'));
    const bool isTable = start.contains('\n') && (line.contains('\t') || line.count(',') >= 2 || line.count(';') >= 2);
    return isTable ? QStringLiteral(".tsv") : QStringLiteral(".txt");
}

/// Those that wait for a word come first, then what wants a look, what is refused, and what is in order.
int urgency(const app::ImportedRow &row)
{
    return row.isInDoubt ? 0 : row.state == app::RowState::NeedsLook ? 1 : row.state == app::RowState::Refused ? 2 : 3;
}

/// The first few, each with its full stop.
QStringList sentences(const QStringList &messages)
{
    constexpr int most = 4;
    QStringList said;
    for (const QString &message : messages.mid(0, most))
        said << (message.endsWith(u'.') ? message : message + u'.');
    return said;
}

} // namespace

ImportPage::ImportPage(Session &session, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_texts(std::make_shared<app::TextCache>(ownDocumentHelpers()))
    , m_archives(std::make_shared<app::UnpackedArchives>())
    , m_import(new QAction(tr("Import"), this))
    , m_choose(new QAction(tr("Choose files…"), this))
    , m_chooseFolder(new QAction(tr("Choose a folder…"), this))
    , m_begin(new QAction(tr("Begin with a posting"), this))
    , m_toApplicants(new QAction(tr("See the applicants"), this))
    , m_stack(new QStackedLayout(this))
    , m_empty(new EmptyState({}, {}))
    , m_sheet(new ImportSheet)
{
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_sheet);
    connect(m_choose, &QAction::triggered, this, [this] { chooseFiles(this, tr("Import applicants"), applicantsFilter(), [this](const QStringList &paths) { addFiles(paths); }); });
    connect(m_begin, &QAction::triggered, this, [this] { Q_EMIT placeRequested({PageId::Today, {}}); });
    connect(m_chooseFolder, &QAction::triggered, this, [this] { chooseFolder(this, tr("Import applicants from a folder"), [this](const QString &path) { addFiles({path}); }); });
    connect(m_import, &QAction::triggered, this, [this] { run(false); });
    connect(m_sheet, &ImportSheet::namesWanted, this, &ImportPage::showNames);
    connect(m_sheet, &ImportSheet::duplicatesWanted, this, [this](db::CandidateId person) {
        Q_EMIT placeRequested({PageId::People, {{PeoplePage::duplicatesArgument, true}, {PeoplePage::personArgument, person.number()}}});
    });
    connect(m_toApplicants, &QAction::triggered, this, [this] { Q_EMIT placeRequested({PageId::Applicants, {{roleArgument, role().number()}}}); });
    connect(m_sheet, &ImportSheet::roleChosen, this, [this] {
        m_namesShown = false;
        readReports();
        readFiles();
    });
    connect(m_sheet, &ImportSheet::fileShown, this, &ImportPage::showFile);
    connect(m_sheet, &ImportSheet::reportShown, this, &ImportPage::showReport);
    connect(m_sheet, &ImportSheet::fileTakenOut, this, &ImportPage::takeOut);
    connect(&m_sheet->columns(), &ImportColumnsModel::meaningChosen, this, &ImportPage::chooseMeaning);
    connect(&m_sheet->rows(), &ImportRowsModel::personSaid, this, &ImportPage::say);
    connect(&m_sheet->rows(), &ImportRowsModel::roleSaid, this, [this](const QString &key, db::RoleId chosen) { m_answers[key].role = chosen; });
    auto *paste = new QShortcut(QKeySequence::Paste, this);
    paste->setContext(Qt::WidgetWithChildrenShortcut);
    connect(paste, &QShortcut::activated, this, &ImportPage::paste);
    connect(&session, &Session::workEnded, this, [this] {
        if (std::exchange(m_trialWaits, false))
            QMetaObject::invokeMethod(this, [this] { run(true); }, Qt::QueuedConnection); // after whoever asked has heard
    });
    connect(&session, &Session::changed, this, [this](app::Areas areas) {
        if (areas & (app::Area::Roles | app::Area::Applications | app::Area::Reviewers) && isVisible())
            activate();
    });
}

QList<QAction *> ImportPage::actions() const
{
    if (!m_paths.isEmpty())
        return {m_import, m_choose, m_chooseFolder};
    return m_justImported ? QList<QAction *>{m_toApplicants, m_choose, m_chooseFolder} : QList<QAction *>{m_choose, m_chooseFolder};
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

ImportCover ImportPage::cover() const
{
    return m_namesShown ? ImportCover({}, role(), m_paths) : ImportCover(m_blindRoles, role(), m_paths);
}

void ImportPage::showNames()
{
    // Whoever looks is in the role's history, as with a reveal of one person.
    if (!m_session.apply(app::notePeek(m_session.connection(), role())))
        return;
    m_namesShown = true;
    showFiles();
    showFile(m_sheet->files().currentIndex().row());
    showState();
}

db::RoleId ImportPage::role() const
{
    return db::RoleId(m_sheet->role().currentData().toLongLong());
}

QList<ImportRowsModel::RoleChoice> ImportPage::roleChoices() const
{
    QList<ImportRowsModel::RoleChoice> choices;
    const QComboBox &box = m_sheet->role();
    for (int i = 0; i < box.count(); ++i)
        choices.append({db::RoleId(box.itemData(i).toLongLong()), box.itemText(i)});
    return choices;
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
    QComboBox &reviewerBox = m_sheet->reviewer();
    QComboBox &roleBox = m_sheet->role();
    const QString reviewer = reviewerBox.count() > 0 ? reviewerBox.currentText() : m_session.reviewerName();
    roleBox.clear();
    m_blindRoles.clear();
    for (const db::RoleSummary &summary : *roles) {
        roleBox.addItem(summary.role.title, summary.role.id.number());
        if (summary.role.blind)
            m_blindRoles.insert(summary.role.id.number());
    }
    roleBox.setCurrentIndex(std::max(0, roleBox.findData(m_wantedRole > 0 ? m_wantedRole : before.number())));
    m_wantedRole = 0;
    reviewerBox.clear();
    for (const db::Reviewer &one : *reviewers)
        reviewerBox.addItem(one.name);
    reviewerBox.setCurrentText(reviewer);
    if (role() != before)
        readFiles();
}

void ImportPage::readReports()
{
    const auto reports = db::importReports(m_session.connection(), role());
    m_reports = reports ? *reports : QList<db::ImportReport>();
    app::coverReports(m_session.connection(), role(), m_reports);
    QList<QStandardItem *> items;
    for (const db::ImportReport &report : std::as_const(m_reports)) {
        const QString when = app::momentText(QDateTime::fromString(report.importedAt, Qt::ISODateWithMs).toLocalTime());
        const bool clean = report.needsLook + report.refused == 0;
        items << ImportSheet::item(report.fileName, when, int(clean ? Mark::Good : Mark::Attention), QLocale().toString(report.taken + report.needsLook));
    }
    m_sheet->showReports(items);
}

void ImportPage::addFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (!m_paths.contains(path))
            m_paths << path;
    }
    m_justImported = false;
    showState();
    if (role().isValid())
        readFiles();
}

void ImportPage::paste()
{
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
    if (const QStringList files = localFiles(clipboard); !files.isEmpty()) {
        addFiles(files);
        return;
    }
    const QByteArray text = clipboard && clipboard->hasText() ? clipboard->text().toUtf8() : QByteArray();
    if (text.trimmed().isEmpty())
        return;
    const QString path = m_pasted.filePath(tr("Pasted %1").arg(++m_pastedCount) + endingFor(text));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        m_session.apply(Outcome(failure(tr("Taking over the pasted text"), path, file.errorString())));
        return;
    }
    file.close();
    addFiles({path});
}

void ImportPage::takeOut(int row)
{
    if (row < 0 || row >= m_files.size() || m_state == State::Importing)
        return;
    m_paths.removeAll(m_files.at(row).path);
    if (m_paths.isEmpty())
        m_files.clear();
    showFiles();
    readFiles();
}

void ImportPage::readFiles()
{
    const int asked = ++m_asked;
    if (m_state == State::Trying)
        m_session.cancelWork(); // what it would find is out of date
    m_state = State::Looking;
    if (m_paths.isEmpty() || !role().isValid())
        return;
    m_session.reader().ask<QList<ImportFile>>(
        this, [paths = m_paths, meanings = m_meanings, archives = m_archives, role = role()](db::Connection &connection) { return readImportFiles(connection, role, paths, meanings, *archives); },
        [this, asked](const Result<QList<ImportFile>> &files) {
            if (asked != m_asked)
                return;
            if (!files) {
                m_session.apply(Outcome(tl::unexpected(files.error())));
                return;
            }
            m_files = *files;
            showFiles();
            const bool anyReadable = std::any_of(m_files.begin(), m_files.end(), [](const ImportFile &file) { return file.problem.isEmpty(); });
            if (anyReadable && !m_session.isReadOnly())
                run(true);
            else
                showTrial();
        });
}

void ImportPage::showFiles()
{
    const int before = m_sheet->files().currentIndex().row();
    QList<QStandardItem *> items;
    const ImportCover cover = this->cover();
    for (const ImportFile &one : std::as_const(m_files)) {
        const ImportFile file = cover.file(one);
        const bool broken = !file.problem.isEmpty();
        const QString word = broken ? tr("cannot be read") : file.table.isEmpty() ? QString() : tr("%1 columns").arg(file.preview.columns.size());
        items << ImportSheet::item(file.title, file.detail, int(broken ? Mark::Bad : file.table.isEmpty() ? Mark::None : Mark::Quiet), word);
    }
    m_sheet->showFiles(items, before);
    showState();
}

bool ImportPage::hasColumns() const
{
    const ImportFile file = m_files.value(m_sheet->files().currentIndex().row());
    return !file.table.isEmpty() && file.problem.isEmpty();
}

void ImportPage::showFile(int row)
{
    m_sheet->columns().setPreview(cover().file(m_files.value(row)).preview);
    m_sheet->showTabs(hasColumns(), hasColumns() && m_trial.inDoubt == 0 ? ImportSheet::ColumnsTab : ImportSheet::ApplicantsTab);
    showTrial();
}

void ImportPage::showReport(int row)
{
    if (row < 0 || row >= m_reports.size())
        return;
    const db::ImportReport &report = m_reports.at(row);
    const auto shown = reportRows(m_session.connection(), report, mostRows);
    if (!shown) {
        m_session.apply(Outcome(tl::unexpected(shown.error())));
        return;
    }
    m_sheet->setRows(*shown, {}, report.taken > 0 ? tr("Every row was taken as it is") : tr("No applicant was in it"), tr("Rows that need a look or were refused stand here, each with the reason."));
    m_sheet->showTabs(false, ImportSheet::ApplicantsTab);
    const QLocale locale;
    QStringList parts{tr("Took %1, of these %2 need a look; refused %3.").arg(locale.toString(report.taken + report.needsLook), locale.toString(report.needsLook), locale.toString(report.refused))};
    if (shown->size() == mostRows)
        parts << tr("The first %1 are shown.").arg(locale.toString(mostRows));
    m_sheet->setSentence((parts + sentences(report.messages)).join(u' '));
}

void ImportPage::chooseMeaning(int column, const QString &key)
{
    const ImportFile file = m_files.value(m_sheet->files().currentIndex().row());
    if (file.table.isEmpty())
        return;
    m_meanings[file.table].insert(column, key);
    readFiles();
}

void ImportPage::say(const QString &key, const app::IntakePerson &person)
{
    const bool isFirst = m_answers.value(key).person.isNobody();
    m_answers[key].person = person;
    for (app::ImportedRow &row : m_trialRows) {
        if (row.key != key || !row.isInDoubt || !isFirst)
            continue;
        --m_trial.inDoubt;
        --m_trial.refused;
        ++m_trial.taken;
        ++m_trial.applicants;
    }
    m_sheet->setSentence(trialText());
    showState();
}

// One import is one change, also where columns of some files were put right by hand.
app::ImportRequest ImportPage::request(bool dryRun) const
{
    app::ImportRequest request;
    request.role = role();
    request.reviewerName = m_sheet->reviewer().currentText().simplified();
    request.dryRun = dryRun;
    request.files = m_paths;
    request.answers = m_answers;
    request.guessRoles = true;
    request.skipUnreadableTables = true;
    request.texts = m_texts;
    request.archives = m_archives;
    for (auto it = m_meanings.begin(); it != m_meanings.end(); ++it)
        request.fileColumnMaps.insert(it.key(), columnMapOf(it.value()));
    return request;
}

void ImportPage::run(bool dryRun)
{
    if (m_paths.isEmpty())
        return;
    if (m_session.isBusy()) {
        m_trialWaits = m_trialWaits || dryRun;
        return;
    }
    struct Outcomes
    {
        std::optional<Error> error; ///< of a trial: told on the page, as nothing was done
        app::ImportSummary summary;
        QList<app::ImportedRow> rows;
    };
    auto outcomes = std::make_shared<Outcomes>();
    m_state = dryRun ? State::Trying : State::Importing;
    m_sheet->setRunning(!dryRun);
    showTrial();
    showState();
    m_session.run(
        dryRun ? tr("Trying the import") : tr("Importing applicants"),
        [outcomes, request = request(dryRun)](db::Connection &connection, app::Progress &progress) mutable -> Result<app::Done> {
            request.onRow = [&outcomes](const app::ImportedRow &row) {
                const bool isWorthALine = !row.key.isEmpty() || row.state != app::RowState::Taken;
                if (isWorthALine && outcomes->rows.size() < mostRows)
                    outcomes->rows << row;
            };
            auto summary = app::importApplicants(connection, request, &progress);
            if (!summary && request.dryRun) {
                outcomes->error = summary.error();
                return app::Done();
            }
            if (!summary)
                return tl::unexpected(summary.error());
            outcomes->summary = *summary;
            return summary->done.value_or(app::Done());
        },
        [this, dryRun, outcomes, asked = m_asked](const Result<app::Done> &done) {
            m_sheet->setRunning(false);
            if (dryRun && asked != m_asked)
                return; // there are other files by now
            if (done && !outcomes->error) {
                finished(dryRun, outcomes->summary, outcomes->rows);
                return;
            }
            m_state = State::Failed;
            m_failure = (done ? *outcomes->error : done.error()).text();
            showTrial();
            showState();
        });
}

void ImportPage::finished(bool dryRun, const app::ImportSummary &summary, const QList<app::ImportedRow> &rows)
{
    if (dryRun) {
        m_trial = summary;
        m_trialRows = rows;
        std::stable_sort(m_trialRows.begin(), m_trialRows.end(), [](const app::ImportedRow &one, const app::ImportedRow &other) { return urgency(one) < urgency(other); });
        m_state = State::Tried;
        m_sheet->showTabs(hasColumns(), hasColumns() && summary.inDoubt == 0 ? ImportSheet::ColumnsTab : ImportSheet::ApplicantsTab);
        showTrial();
        showState();
        return;
    }
    m_paths.clear();
    m_files.clear();
    m_meanings.clear();
    m_answers.clear();
    m_trialRows.clear();
    m_trial = {};
    m_texts = std::make_shared<app::TextCache>(ownDocumentHelpers());
    m_archives = std::make_shared<app::UnpackedArchives>(); // the folders of the last ones go
    m_state = State::Looking;
    m_namesShown = false;
    m_justImported = summary.taken + summary.needsLook > 0;
    m_sheet->showFiles({}, 0);
    activate();
    m_sheet->reports().setCurrentIndex(m_sheet->reports().model()->index(0, 0));
    showReport(0);
}

void ImportPage::showTrial()
{
    if (m_paths.isEmpty())
        return;
    const ImportCover cover = this->cover();
    const ImportFile file = cover.file(m_files.value(m_sheet->files().currentIndex().row()));
    m_sheet->setSentence(file.problem.isEmpty() ? trialText() : file.problem);
    if (m_state == State::Failed) {
        m_sheet->setRows({}, {}, tr("This cannot be imported as it is"), cover.text(m_failure));
        m_sheet->showTabs(hasColumns(), ImportSheet::ApplicantsTab);
        return;
    }
    if (m_state != State::Tried) {
        m_sheet->setRows({}, {}, m_state == State::Importing ? tr("Importing…") : tr("Reading the files…"), tr("How far it is stands at the foot of the window, with Cancel. Nothing is stored before all of it is."));
        return;
    }
    m_sheet->setRows(cover.rows(m_trialRows, m_answers), roleChoices(), m_trial.taken > 0 ? tr("Every row can be taken as it is") : tr("There is no applicant in it"),
                     tr("Rows that need a look or are refused stand here, each with the reason."));
}

QString ImportPage::trialText() const
{
    if (m_state == State::Failed)
        return tr("Nothing was stored.");
    if (m_state != State::Tried)
        return tr("Looking at what would be taken.");
    const QLocale locale;
    QStringList parts{tr("%1 would be taken as they are, %2 taken with something to look at, %3 refused.")
                          .arg(locale.toString(m_trial.taken), locale.toString(m_trial.needsLook), locale.toString(m_trial.refused - m_trial.inDoubt))};
    if (const qint64 stored = m_trial.taken + m_trial.needsLook; m_trial.applicants < stored)
        parts << tr("%1 of them are new applicants, the others belong to somebody who is there.").arg(locale.toString(m_trial.applicants));
    if (m_trial.inDoubt > 0)
        parts << (cover().hides() ? tr("For %1 it has to be said who applies, which takes the names. Otherwise they are left out.").arg(locale.toString(m_trial.inDoubt))
                                  : tr("For %1 say who applies: choose in the column Applicant. Otherwise they are left out.").arg(locale.toString(m_trial.inDoubt)));
    return cover().text((parts + sentences(m_trial.messages)).join(u' '));
}

void ImportPage::showState()
{
    const qint64 stored = m_trial.taken + m_trial.needsLook;
    const qint64 applicants = m_trial.applicants;
    const bool isTried = m_state == State::Tried && !m_paths.isEmpty();
    m_import->setEnabled(isTried && stored > 0 && !m_session.isReadOnly() && !m_session.isBusy());
    m_import->setText(isTried && applicants > 0 ? tr("Import %n applicant(s)", nullptr, int(applicants)) : tr("Import"));
    const bool canAdd = !m_session.isReadOnly() && m_sheet->role().count() > 0 && m_state != State::Importing;
    m_choose->setEnabled(canAdd);
    m_chooseFolder->setEnabled(canAdd);
    m_sheet->showLists();
    const bool noRole = m_sheet->role().count() == 0;
    if (noRole) {
        m_empty->setTexts(tr("A role comes first"), tr("Applicants are read against a role's qualities: add a posting, then bring the applicants."));
        m_empty->setActions(m_begin);
        m_empty->setDropHint(tr("or drop a posting anywhere in this window"));
    } else {
        m_empty->setTexts(tr("Bring applicants in"),
                          tr("Tables from a spreadsheet or another program, mail (.eml, mbox) with its attachments, CVs, address cards, and folders or ZIP archives of all of these. You see who would be taken, and say who it is where that is in doubt, before anything is stored."));
        m_empty->setActions(m_choose, m_chooseFolder);
        m_empty->setDropHint(tr("or drop files and folders anywhere in this window, or paste them"));
    }
    const bool nothing = noRole || (m_paths.isEmpty() && m_reports.isEmpty());
    m_stack->setCurrentWidget(nothing ? static_cast<QWidget *>(m_empty) : m_sheet);
    if (!nothing && m_paths.isEmpty() && !m_sheet->reports().currentIndex().isValid()) {
        m_sheet->reports().setCurrentIndex(m_sheet->reports().model()->index(0, 0));
        showReport(0);
    }
    const QString what = m_paths.size() != 1 ? tr("%1 files").arg(m_paths.size()) : cover().hides() ? tr("1 file") : QFileInfo(m_paths.value(0)).fileName();
    m_subtitle = m_paths.isEmpty() ? QString() : tr("%1 into %2").arg(what, m_sheet->role().currentText());
    m_sheet->setNamesHidden(!m_paths.isEmpty() && cover().hides(), !m_session.isReadOnly());
    Q_EMIT headerChanged();
}

} // namespace rolecall::ui
