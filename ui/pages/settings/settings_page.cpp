// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/settings_page.h"

#include "app/roles/panel_editing.h"
#include "app/workspaces.h"
#include "db/roles.h"
#include "ui/pages/settings/message_template_section.h"
#include "ui/pages/settings/stage_template_section.h"
#include "ui/pages/settings/fields_section.h"
#include "ui/pages/settings/retention_section.h"
#include "ui/theme/looks.h"
#include "ui/widgets/chip_bar.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr int readingWidth = 720;
constexpr int fieldWidth = 300; ///< of each of them, so that their ends stand under each other

QVBoxLayout *section(QWidget *owner, const QString &title, const QString &sentence)
{
    auto *column = new QVBoxLayout(owner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new TextLabel(title, TextSize::Heading));
    auto *words = new TextLabel(sentence, TextSize::Small, Tone::Quiet);
    words->setWordWrap(true);
    column->addWidget(words);
    return column;
}

QHBoxLayout *line(QVBoxLayout *column, const QString &label, QWidget *field)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *name = new TextLabel(label);
    keepRoom(*name, 112, Room::Least);
    name->setBuddy(field);
    row->addWidget(name);
    row->addWidget(field);
    column->addLayout(row);
    return row;
}

} // namespace

SettingsPage::SettingsPage(Session &session, Theme &theme, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_theme(theme)
    , m_retention(new RetentionSection(session))
    , m_fields(new FieldsSection(session))
{
    auto *content = new QWidget;
    keepRoom(*content, readingWidth, Room::Most);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(32);
    column->addWidget(makeReviewer());
    column->addWidget(makeLooks()); // what everybody looks for comes before what a coordinator sets up once
    m_panels = makePanels();
    column->addWidget(m_panels);
    column->addWidget(makeReviewers());
    m_stages = new StageTemplateSection(session);
    m_messages = new MessageTemplateSection(session);
    column->addWidget(m_stages);
    column->addWidget(m_messages);
    column->addWidget(m_retention);
    column->addWidget(m_fields);
    column->addStretch();
    m_sections = column;
    auto *scroll = new QScrollArea;
    m_scroll = scroll;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(&session, &Session::changed, this, [this](app::Areas areas) {
        if (areas & (app::Area::Reviewers | app::Area::Roles | app::Area::Applications | app::Area::Dates) && isVisible())
            activate();
    });
}

QWidget *SettingsPage::makeReviewer()
{
    auto *part = new QWidget;
    QVBoxLayout *column = section(part, tr("Who you are"), tr("Reviews are kept under this name. Another person at this computer chooses theirs before they begin."));
    m_me = new QComboBox;
    m_me->setEditable(true);
    m_me->setInsertPolicy(QComboBox::NoInsert);
    keepRoom(*m_me, fieldWidth, Room::Fixed);
    m_me->setAccessibleName(tr("You are"));
    auto *become = new QPushButton(tr("Review as this person"));
    QHBoxLayout *who = line(column, tr("You are"), m_me);
    who->addWidget(become);
    who->addStretch();
    m_name = new QLineEdit;
    keepRoom(*m_name, fieldWidth, Room::Fixed);
    m_name->setAccessibleName(tr("Your name"));
    m_rename = new QPushButton(tr("Rename"));
    QHBoxLayout *name = line(column, tr("Your name"), m_name);
    name->addWidget(m_rename);
    name->addStretch();
    connect(become, &QPushButton::clicked, this, &SettingsPage::become);
    connect(m_rename, &QPushButton::clicked, this, &SettingsPage::rename);
    connect(m_name, &QLineEdit::returnPressed, this, &SettingsPage::rename);
    const auto enable = [this, become] {
        const QString chosen = m_me->currentText().simplified();
        become->setEnabled(!m_session.isReadOnly() && !chosen.isEmpty() && chosen != m_session.reviewerName());
        const QString typed = m_name->text().simplified();
        m_rename->setEnabled(!m_session.isReadOnly() && !typed.isEmpty() && typed != m_session.reviewerName());
    };
    connect(m_me, &QComboBox::editTextChanged, this, enable);
    connect(m_name, &QLineEdit::textChanged, this, enable);
    return part;
}

QWidget *SettingsPage::makePanels()
{
    auto *part = new QWidget;
    QVBoxLayout *column = section(part, tr("Panels"), tr("Who reviews the applicants of a role. Taking somebody off a panel keeps what they have rated."));
    m_role = new QComboBox;
    keepRoom(*m_role, fieldWidth, Room::Fixed);
    m_role->setAccessibleName(tr("Role"));
    line(column, tr("Role"), m_role)->addStretch();
    m_panelRows = new QVBoxLayout;
    m_panelRows->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_panelRows);
    m_newMember = new QComboBox;
    m_newMember->setEditable(true);
    m_newMember->setInsertPolicy(QComboBox::NoInsert);
    keepRoom(*m_newMember, fieldWidth, Room::Fixed);
    m_newMember->setAccessibleName(tr("Reviewer to add"));
    m_add = new QPushButton(tr("Add to the panel"));
    QHBoxLayout *row = line(column, tr("Reviewer"), m_newMember);
    row->addWidget(m_add);
    row->addStretch();
    connect(m_role, &QComboBox::activated, this, &SettingsPage::readPanel);
    connect(m_add, &QPushButton::clicked, this, &SettingsPage::addMember);
    connect(m_newMember, &QComboBox::editTextChanged, this, [this](const QString &text) { m_add->setEnabled(!m_session.isReadOnly() && !text.simplified().isEmpty()); });
    return part;
}

QWidget *SettingsPage::makeReviewers()
{
    auto *part = new QWidget;
    QVBoxLayout *column = section(part, tr("Reviewers"), tr("Everybody who has a name in this workspace. Who is on no panel and rates nobody, such as a coordinator, sees the panel's result at once. "
                                                            "Who is retired is offered no longer; their ratings stay and count."));
    m_reviewerRows = new QVBoxLayout;
    m_reviewerRows->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_reviewerRows);
    m_newReviewer = new QLineEdit;
    keepRoom(*m_newReviewer, fieldWidth, Room::Fixed);
    m_newReviewer->setAccessibleName(tr("Name of the reviewer to add"));
    m_addReviewer = new QPushButton(tr("Add reviewer"));
    m_addReviewer->setEnabled(false);
    QHBoxLayout *row = line(column, tr("Name"), m_newReviewer);
    row->addWidget(m_addReviewer);
    row->addStretch();
    connect(m_addReviewer, &QPushButton::clicked, this, &SettingsPage::addReviewer);
    connect(m_newReviewer, &QLineEdit::returnPressed, this, &SettingsPage::addReviewer);
    connect(m_newReviewer, &QLineEdit::textChanged, this, [this](const QString &text) { m_addReviewer->setEnabled(!m_session.isReadOnly() && !text.simplified().isEmpty()); });
    return part;
}

QWidget *SettingsPage::makeLooks()
{
    auto *part = new QWidget;
    QVBoxLayout *column = section(part, tr("Looks"), tr("For all workspaces on this computer."));
    const auto choice = [column](const QString &label, const QStringList &names, int current, auto choose) {
        auto *chips = new ChipBar;
        chips->setExclusive(true);
        for (int i = 0; i < names.size(); ++i)
            chips->addChip(QString::number(i), names.at(i));
        chips->setChecked(QString::number(current), true);
        QObject::connect(chips, &ChipBar::changed, chips, [choose, chips](const QStringList &checked) {
            if (!checked.isEmpty())
                choose(checked.first().toInt());
        });
        line(column, label, chips);
        return chips;
    };
    ChipBar *colours = choice(tr("Colours"), {tr("As the desktop"), tr("Light"), tr("Dark")}, int(m_theme.scheme()), [this](int index) { m_theme.setScheme(static_cast<ColourScheme>(index)); });
    ChipBar *sizes = choice(tr("Text"), {tr("Small"), tr("Normal"), tr("Large"), tr("Largest")}, int(m_theme.textScale()), [this](int index) { m_theme.setTextScale(static_cast<TextScale>(index)); });
    // Unchecking the chosen one chooses nothing: it stays.
    connect(colours, &ChipBar::changed, this, [this, colours](const QStringList &checked) {
        if (checked.isEmpty())
            colours->setChecked(QString::number(int(m_theme.scheme())), true);
    });
    connect(sizes, &ChipBar::changed, this, [this, sizes](const QStringList &checked) {
        if (checked.isEmpty())
            sizes->setChecked(QString::number(int(m_theme.textScale())), true);
    });
    return part;
}

void SettingsPage::addSection(const QString &name, QWidget *part)
{
    part->setObjectName(name);
    m_sections->insertWidget(m_sections->count() - 1, part); // above the stretch
}

void SettingsPage::navigateTo(const QVariantMap &arguments)
{
    const QString name = arguments.value(QStringLiteral("section")).toString();
    QWidget *part = name.isEmpty() ? nullptr : m_scroll->widget()->findChild<QWidget *>(name, Qt::FindDirectChildrenOnly);
    if (!part)
        return;
    // Where it is, the layout knows only once the page is in front.
    QTimer::singleShot(0, part, [this, part] {
        m_scroll->widget()->layout()->activate();
        m_scroll->ensureWidgetVisible(part, 0, 0);
        m_scroll->verticalScrollBar()->setValue(part->y() - 24); // as far from the head as the first is
    });
}

void SettingsPage::activate()
{
    readReviewers();
    m_stages->read();
    m_messages->read();
    m_retention->refresh();
    m_fields->refresh();
    const auto roles = db::roleSummaries(m_session.connection());
    const QVariant before = m_role->currentData();
    m_role->clear();
    if (roles) {
        for (const db::RoleSummary &summary : *roles)
            m_role->addItem(summary.role.title, summary.role.id.number());
    }
    m_role->setCurrentIndex(std::max(0, m_role->findData(before)));
    m_panels->setVisible(m_role->count() > 0);
    readPanel();
}

void SettingsPage::readReviewers()
{
    const auto reviewers = db::reviewers(m_session.connection());
    if (!reviewers) {
        m_session.apply(Outcome(tl::unexpected(reviewers.error())));
        return;
    }
    for (QComboBox *box : {m_me, m_newMember}) {
        box->clear();
        for (const db::Reviewer &reviewer : *reviewers) {
            if (!reviewer.retiredAt)
                box->addItem(reviewer.name);
        }
    }
    m_me->setCurrentText(m_session.reviewerName());
    m_newMember->setCurrentText({});
    m_add->setEnabled(false);
    m_name->setText(m_session.reviewerName());

    if (m_reviewers)
        m_reviewers->deleteLater();
    m_reviewers = new QWidget;
    auto *column = new QVBoxLayout(m_reviewers);
    column->setContentsMargins(roomFor(112, font()) + 8, 0, 0, 0);
    column->setSpacing(0);
    for (const db::Reviewer &reviewer : *reviewers) {
        const bool retired = reviewer.retiredAt.has_value();
        auto *row = new QHBoxLayout;
        row->addWidget(new TextLabel(retired ? tr("%1, retired").arg(reviewer.name) : reviewer.name, TextSize::Body, retired ? Tone::Quiet : Tone::Normal));
        auto *act = new QPushButton(retired ? tr("Bring back") : tr("Retire"));
        setLook(act, ButtonLook::Quiet);
        act->setAccessibleName(retired ? tr("Bring %1 back").arg(reviewer.name) : tr("Retire %1").arg(reviewer.name));
        act->setEnabled(!m_session.isReadOnly() && reviewer.id != m_session.reviewer());
        connect(act, &QPushButton::clicked, this, [this, reviewer, retired] {
            m_session.apply(retired ? app::restoreReviewer(m_session.connection(), reviewer) : app::retireReviewer(m_session.connection(), reviewer));
        });
        row->addWidget(act);
        row->addStretch();
        column->addLayout(row);
    }
    m_reviewerRows->addWidget(m_reviewers);
}

void SettingsPage::readPanel()
{
    if (m_members)
        m_members->deleteLater();
    m_members = new QWidget;
    auto *column = new QVBoxLayout(m_members);
    column->setContentsMargins(roomFor(112, font()) + 8, 0, 0, 0);
    column->setSpacing(0);
    const db::RoleId role(m_role->currentData().toLongLong());
    const auto panel = db::panel(m_session.connection(), role);
    for (const db::Reviewer &member : panel ? *panel : QList<db::Reviewer>()) {
        auto *row = new QHBoxLayout;
        row->addWidget(new TextLabel(member.name));
        auto *remove = new QPushButton(tr("Take off"));
        setLook(remove, ButtonLook::Quiet);
        remove->setAccessibleName(tr("Take %1 off the panel").arg(member.name));
        remove->setEnabled(!m_session.isReadOnly());
        connect(remove, &QPushButton::clicked, this, [this, role, member] { m_session.apply(app::removePanelMember(m_session.connection(), role, member)); });
        row->addWidget(remove);
        row->addStretch();
        column->addLayout(row);
    }
    if (!panel || panel->isEmpty())
        column->addWidget(new TextLabel(tr("Nobody yet: everybody may review"), TextSize::Small, Tone::Quiet));
    m_panelRows->addWidget(m_members);
}

void SettingsPage::become()
{
    const auto done = app::becomeReviewer(m_session.connection(), m_me->currentText());
    if (done) {
        if (const auto own = db::ownReviewer(m_session.connection()); own && *own)
            m_session.setReviewer(**own);
    }
    m_session.apply(done);
}

void SettingsPage::rename()
{
    const auto done = app::renameReviewer(m_session.connection(), m_session.reviewer(), m_name->text());
    if (done) {
        if (const auto own = db::ownReviewer(m_session.connection()); own && *own)
            m_session.setReviewer(**own);
    }
    m_session.apply(done);
}

void SettingsPage::addReviewer()
{
    if (m_session.apply(app::addReviewer(m_session.connection(), m_newReviewer->text())))
        m_newReviewer->clear();
}

void SettingsPage::addMember()
{
    m_session.apply(app::addPanelMember(m_session.connection(), db::RoleId(m_role->currentData().toLongLong()), m_newMember->currentText()));
}

} // namespace rolecall::ui
