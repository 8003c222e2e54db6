// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reports/reports_page.h"

#include "app/reports/group_answers.h"
#include "db/roles.h"
#include "ui/pages/reports/report_view.h"
#include "ui/shell/file_choice.h"
#include "ui/widgets/chip_bar.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QComboBox>
#include <QLocale>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <algorithm>

namespace rolecall::ui {

ReportsPage::ReportsPage(Session &session, app::Clock now, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_now(std::move(now))
    , m_role(new QComboBox)
    , m_chips(new ChipBar)
    , m_note(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_view(new ReportView)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState({}, {}))
    , m_save(new QAction(tr("Save as CSV…"), this))
    , m_takeAnswers(new QAction(tr("Take answers about groups…"), this))
    , m_removeAnswers(new QAction(tr("Remove the answers"), this))
    , m_begin(new QAction(tr("Begin with a posting"), this))
{
    m_role->setMinimumContentsLength(32);
    m_role->setAccessibleName(tr("Role"));
    m_chips->setExclusive(true);
    m_chips->setAccessibleName(tr("Reports"));
    m_note->setWordWrap(true);
    m_takeAnswers->setToolTip(tr("A table with a column “email” or “code”, a column “consent”, and one column per question. The answers are read as counts alone."));
    auto *line = new QHBoxLayout;
    auto *label = new TextLabel(tr("Role"));
    label->setBuddy(m_role);
    line->addWidget(label);
    line->addSpacing(8);
    line->addWidget(m_role);
    line->addStretch();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16); // with a cell's own 8: the table's text stands under the title, as all else does
    column->setSpacing(12);
    line->setContentsMargins(8, 0, 8, 0);
    column->addLayout(line);
    auto *chips = new QHBoxLayout;
    chips->setContentsMargins(8, 0, 8, 0);
    chips->addWidget(m_chips);
    column->addLayout(chips);
    m_note->setContentsMargins(8, 0, 8, 0);
    column->addWidget(m_note);
    column->addWidget(m_view, 1);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    m_empty->setActions(m_begin);
    connect(m_begin, &QAction::triggered, this, [this] { Q_EMIT placeRequested({PageId::Today, {}}); });
    connect(m_role, &QComboBox::activated, this, &ReportsPage::read);
    connect(m_chips, &ChipBar::changed, this, [this](const QStringList &checked) {
        if (checked.isEmpty())
            m_chips->setChecked(m_chosen, true); // one is always shown
        else
            m_chosen = checked.first();
        showReport();
    });
    connect(m_save, &QAction::triggered, this, [this] { save(m_view->shown()); });
    connect(m_takeAnswers, &QAction::triggered, this, [this] { chooseFile(window(), tr("Answers about groups"), tr("Tables (*.csv *.tsv *.txt *.xlsx *.ods)"), [this](const QString &path) { takeAnswers(path); }); });
    connect(m_removeAnswers, &QAction::triggered, this, [this] { m_session.apply(app::removeGroupAnswers(m_session.connection(), role())); });
    connect(&session, &Session::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            activate();
    });
}

db::RoleId ReportsPage::role() const
{
    return db::RoleId(m_role->currentData().toLongLong());
}

QList<QAction *> ReportsPage::actions() const
{
    return m_hasAnswers ? QList<QAction *>{m_save, m_takeAnswers, m_removeAnswers} : QList<QAction *>{m_save, m_takeAnswers};
}

void ReportsPage::navigateTo(const QVariantMap &arguments)
{
    if (const QString report = arguments.value(QStringLiteral("report")).toString(); !report.isEmpty())
        m_chosen = report;
    if (const QVariant wanted = arguments.value(roleArgument); wanted.isValid()) {
        activate();
        if (const int place = m_role->findData(wanted); place >= 0 && place != m_role->currentIndex()) {
            m_role->setCurrentIndex(place);
            read();
        }
    }
}

void ReportsPage::activate()
{
    const auto roles = db::roleSummaries(m_session.connection());
    const QVariant before = m_role->currentData();
    m_role->clear();
    if (roles) {
        for (const db::RoleSummary &summary : *roles)
            m_role->addItem(summary.role.title, summary.role.id.number());
    }
    m_role->setCurrentIndex(std::max(0, m_role->findData(before)));
    const bool any = m_role->count() > 0;
    m_takeAnswers->setEnabled(any && !m_session.isReadOnly());
    if (!any) {
        m_empty->setTexts(tr("Nothing to count yet"), tr("Drop a posting and its applicants; how the search goes is then shown here."));
        m_stack->setCurrentWidget(m_empty);
        m_save->setEnabled(false);
        return;
    }
    if (m_stale || before != m_role->currentData())
        read();
}

void ReportsPage::read()
{
    m_stale = false;
    const quint64 question = ++m_question;
    if (m_tables.isEmpty()) { // later ones take the place of what is there
        m_note->setText(tr("Counting…"));
        m_note->show();
    }
    m_session.reader().ask<Read>(
        this,
        [role = role(), now = m_now()](db::Connection &connection) -> Result<Read> {
            auto reports = app::roleReports(connection, role, now);
            if (!reports)
                return tl::unexpected(reports.error());
            return Read{std::move(*reports), app::impactReports(connection, role)};
        },
        [this, question](const Result<Read> &read) {
            if (question != m_question)
                return;
            if (read)
                return show(*read);
            m_empty->setTexts(tr("The reports could not be made"), read.error().text());
            m_stack->setCurrentWidget(m_empty);
        });
}

void ReportsPage::show(const Read &read)
{
    m_stack->setCurrentIndex(0);
    m_tables = read.reports.tables;
    QString note;
    if (read.reports.hidden > 0)
        note = tr("Reviews of yours that are still to come: %1. The levels of these applicants take no part in the counts, and nothing is counted by group until you have submitted them.").arg(QLocale().toString(read.reports.hidden));
    else if (!read.impact)
        note = read.impact.error().text();
    if (read.impact)
        m_tables << *read.impact;
    m_hasAnswers = !read.impact || !read.impact->isEmpty();
    m_removeAnswers->setEnabled(!m_session.isReadOnly());
    m_save->setEnabled(true);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_subtitle = read.reports.applications == 1 ? tr("1 applicant") : tr("%1 applicants").arg(QLocale().toString(read.reports.applications));
    QHash<QString, int> used;
    m_chips->clear();
    for (app::ReportTable &table : m_tables) {
        if (const int before = used[table.key]++; before > 0)
            table.key += QString::number(before + 1); // several questions
        m_chips->addChip(table.key, table.title);
    }
    if (!m_chips->chip(m_chosen) && !m_tables.isEmpty())
        m_chosen = m_tables.first().key;
    m_chips->setChecked(m_chosen, true);
    showReport();
    Q_EMIT headerChanged();
}

void ReportsPage::showReport()
{
    for (const app::ReportTable &table : std::as_const(m_tables)) {
        if (table.key == m_chosen)
            m_view->setTable(table);
    }
}

void ReportsPage::takeAnswers(const QString &path)
{
    auto left = std::make_shared<QStringList>();
    m_session.run(
        tr("Taking answers"),
        [role = role(), path, left](db::Connection &connection, app::Progress &) -> Result<app::Done> {
            const auto taken = app::takeGroupAnswers(connection, role, path);
            if (!taken)
                return tl::unexpected(taken.error());
            *left = taken->left;
            return taken->done;
        },
        [this, left](const Result<app::Done> &) {
            if (left->isEmpty())
                return;
            m_note->setText(tr("Left out: %1").arg(left->mid(0, 8).join(QStringLiteral(" · ")) + (left->size() > 8 ? tr(" and %1 more").arg(left->size() - 8) : QString())));
            m_note->setVisible(true);
        });
}

void ReportsPage::save(const app::ReportTable &table)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    chooseNewFile(window(), tr("Save as CSV"), tr("CSV (*.csv)"), folder + u'/' + table.key + QStringLiteral(".csv"), QStringLiteral("csv"), [this, table](const QString &path) { m_session.apply(app::writeReportCsv(table, path)); });
}

} // namespace rolecall::ui
