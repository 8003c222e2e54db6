// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/person_panel.h"

#include "app/agenda/zoned_time.h"
#include "app/people/person_acts.h"
#include "db/roles.h"
#include "ui/pages/people/field_editor.h"
#include "ui/pages/people/person_rows.h"
#include "ui/session/session.h"
#include "ui/theme/looks.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int panelWidth = 400;
constexpr int labelWidth = 96;
constexpr qsizetype timelineAtFirst = 40;

/// As wide in each of the panel's forms.
TextLabel *labelFor(const QString &text, QWidget *field)
{
    auto *label = new TextLabel(text, TextSize::Small, Tone::Quiet);
    keepRoom(*label, labelWidth, Room::Fixed);
    label->setWordWrap(true);
    label->setBuddy(field);
    return label;
}

} // namespace

PersonPanel::PersonPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_name(new ElidedLabel({}, TextSize::Heading))
    , m_standing(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_tabs(new TabStrip)
    , m_scroll(new QScrollArea)
    , m_export(new QPushButton(tr("Export…")))
    , m_erase(new QPushButton(tr("Erase…")))
{
    keepRoom(*this, panelWidth, Room::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_name);
    m_standing->setWordWrap(true);
    column->addWidget(m_standing);
    for (const QString &name : {tr("Details"), tr("Notes"), tr("Documents"), tr("Timeline")})
        m_tabs->addTab(name);
    m_tabs->setAccessibleName(tr("Parts of a person's data"));
    column->addWidget(m_tabs);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    column->addWidget(m_scroll, 1);
    setLook(m_erase, ButtonLook::Caution);
    m_erase->setEnabled(!session.isReadOnly());
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(0, 0, 8, 0); // as the fields above, beside their scroll bar
    foot->addWidget(m_export);
    foot->addStretch();
    foot->addWidget(m_erase);
    column->addLayout(foot);
    connect(m_tabs, &QTabBar::currentChanged, this, &PersonPanel::fillTab);
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportWanted(m_person); });
    connect(m_erase, &QPushButton::clicked, this, [this] { Q_EMIT eraseWanted(m_person); });
}

void PersonPanel::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void PersonPanel::showPerson(db::CandidateId person)
{
    if (person == m_person)
        return;
    if (m_save && m_save->isEnabled())
        savePerson();
    m_person = person;
    m_allOfTimeline = false;
    setEnabled(person.isValid());
    refresh();
}

void PersonPanel::refresh()
{
    if (!m_person.isValid())
        return;
    m_session.reader().ask<app::PersonFile>(
        this, [person = m_person](db::Connection &connection) { return app::readPersonFile(connection, person); },
        [this, person = m_person](Result<app::PersonFile> file) {
            if (person != m_person)
                return;
            if (!file) {
                m_file = {};
                m_name->setText(tr("Nobody"));
                m_standing->setText(file.error().text());
                delete m_scroll->takeWidget();
                return;
            }
            m_file = std::move(*file);
            fill();
        });
}

void PersonPanel::fill()
{
    const db::Candidate &who = m_file.person;
    m_name->setText(who.name.isEmpty() ? who.email.value_or(QString()) : who.name);
    const auto applications = m_file.applications.size();
    QStringList parts{applications == 0 ? tr("no application") : applications == 1 ? tr("1 application") : tr("%1 applications").arg(applications)};
    if (!m_file.documents.isEmpty())
        parts << (m_file.documents.size() == 1 ? tr("1 document") : tr("%1 documents").arg(m_file.documents.size()));
    if (!m_file.notes.isEmpty())
        parts << (m_file.notes.size() == 1 ? tr("1 note") : tr("%1 notes").arg(m_file.notes.size()));
    m_standing->setText(parts.join(QStringLiteral(" · ")));
    fillTab();
}

void PersonPanel::fillTab()
{
    if (!m_file.person.id.isValid())
        return;
    const QWidget *focus = window()->focusWidget();
    const QString focused = focus && m_scroll->isAncestorOf(focus) ? focus->accessibleName() : QString();
    m_nameEdit = m_email = m_phone = m_location = nullptr;
    m_links = nullptr;
    m_save = nullptr;
    QWidget *content = nullptr;
    switch (m_tabs->currentIndex()) {
    case Notes:
        content = makeNotes();
        break;
    case Documents:
        content = makeDocuments();
        break;
    case Timeline:
        content = makeTimeline();
        break;
    default:
        content = makeDetails();
        break;
    }
    content->setAutoFillBackground(false);
    m_scroll->setWidget(content);
    // What was worked in keeps the focus when its surroundings are made anew.
    if (!focused.isEmpty()) {
        const auto widgets = content->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (widget->accessibleName() == focused && widget->isEnabled()) {
                widget->setFocus(Qt::OtherFocusReason);
                break;
            }
        }
    }
}

QWidget *PersonPanel::makeDetails()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 8, 8, 0);
    column->setSpacing(8);
    addContact(*column);
    addFields(*column);
    addApplications(*column);
    column->addStretch();
    return content;
}

void PersonPanel::addContact(QVBoxLayout &column)
{
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    const db::Candidate &who = m_file.person;
    const auto field = [&](const QString &label, const QString &value) {
        auto *edit = new QLineEdit(value);
        edit->setAccessibleName(label);
        edit->setReadOnly(m_session.isReadOnly());
        edit->setCursorPosition(0);
        form->addRow(labelFor(label, edit), edit);
        connect(edit, &QLineEdit::textEdited, this, [this] { m_save->setEnabled(true); });
        connect(edit, &QLineEdit::returnPressed, this, &PersonPanel::savePerson);
        return edit;
    };
    m_nameEdit = field(tr("Name"), who.name);
    m_email = field(tr("E-mail"), who.email.value_or(QString()));
    m_phone = field(tr("Phone"), who.phone.value_or(QString()));
    m_location = field(tr("Location"), who.location.value_or(QString()));
    m_links = new QPlainTextEdit(who.links.value_or(QString()));
    m_links->setAccessibleName(tr("Links, one on a line"));
    m_links->setReadOnly(m_session.isReadOnly());
    m_links->setTabChangesFocus(true);
    m_links->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_links->setFixedHeight(3 * m_links->fontMetrics().lineSpacing() + 16);
    form->addRow(labelFor(tr("Links"), m_links), m_links);
    column.addLayout(form);
    m_save = new QPushButton(tr("Save contact data"));
    m_save->setEnabled(false);
    connect(m_links, &QPlainTextEdit::textChanged, this, [this] { m_save->setEnabled(!m_session.isReadOnly()); });
    connect(m_save, &QPushButton::clicked, this, &PersonPanel::savePerson);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_save);
    column.addLayout(row);
}

void PersonPanel::addFields(QVBoxLayout &column)
{
    if (m_file.fields.isEmpty())
        return;
    column.addWidget(new TextLabel(tr("Fields of this workspace"), TextSize::Small, Tone::Quiet));
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (const db::CustomField &field : std::as_const(m_file.fields)) {
        auto *editor = new FieldEditor(field, m_file.values.value(field.id));
        editor->setEnabled(!m_session.isReadOnly());
        form->addRow(labelFor(field.name, editor), editor);
        connect(editor, &FieldEditor::edited, this, [this, field, editor](const QString &value) {
            const bool kept = m_session.apply(app::setField(m_session.connection(), m_person, field, value));
            editor->setWrong(!kept);
        });
    }
    column.addLayout(form);
}

void PersonPanel::addApplications(QVBoxLayout &column)
{
    column.addSpacing(8);
    column.addWidget(new TextLabel(tr("Applications"), TextSize::Small, Tone::Quiet));
    QList<qint64> taken;
    for (const db::PersonApplication &one : std::as_const(m_file.applications)) {
        taken << one.role.number();
        auto *row = new ApplicationBox(one, m_session.isReadOnly());
        connect(row, &ApplicationBox::reviewWanted, this, [this, one] { Q_EMIT placeRequested({PageId::Review, {{roleArgument, one.role.number()}, {QStringLiteral("application"), one.id.number()}}}); });
        connect(row, &ApplicationBox::listWanted, this, [this, one] { Q_EMIT placeRequested({PageId::Applicants, {{roleArgument, one.role.number()}, {QStringLiteral("application"), one.id.number()}}}); });
        connect(row, &ApplicationBox::tagsGiven, this, [this, one](const QString &tags) { m_session.apply(app::changeTags(m_session.connection(), one.id, tags)); });
        column.addWidget(row);
    }
    if (m_session.isReadOnly())
        return;
    const auto roles = db::roleSummaries(m_session.connection());
    auto *choice = new QComboBox;
    choice->setAccessibleName(tr("Role to add the person to"));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const db::RoleSummary &role : roles ? *roles : QList<db::RoleSummary>()) {
        if (!taken.contains(role.role.id.number()) && !role.role.closedAt)
            choice->addItem(role.role.title, role.role.id.number());
    }
    auto *add = new QPushButton(tr("Add to this role"));
    connect(add, &QPushButton::clicked, this, [this, choice] { m_session.apply(app::addApplication(m_session.connection(), m_person, db::RoleId(choice->currentData().toLongLong()))); });
    auto *row = new QHBoxLayout;
    row->addWidget(choice, 1);
    row->addWidget(add);
    column.addLayout(row);
    choice->setVisible(choice->count() > 0);
    add->setVisible(choice->count() > 0);
}

QWidget *PersonPanel::makeNotes()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 8, 8, 0);
    column->setSpacing(8);
    if (!m_session.isReadOnly() && !m_file.applications.isEmpty()) {
        auto *text = new QPlainTextEdit;
        text->setAccessibleName(tr("New note"));
        text->setPlaceholderText(tr("What should be remembered"));
        text->setTabChangesFocus(true);
        text->setFixedHeight(4 * text->fontMetrics().lineSpacing() + 16);
        auto *where = new QComboBox;
        where->setAccessibleName(tr("Application the note belongs to"));
        where->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        for (const db::PersonApplication &one : std::as_const(m_file.applications))
            where->addItem(one.roleTitle, one.id.number());
        auto *add = new QPushButton(tr("Add note"));
        add->setEnabled(false);
        connect(text, &QPlainTextEdit::textChanged, add, [text, add] { add->setEnabled(!text->toPlainText().trimmed().isEmpty()); });
        connect(add, &QPushButton::clicked, this, [this, text, where] { m_session.apply(app::addNote(m_session.connection(), db::ApplicationId(where->currentData().toLongLong()), text->toPlainText())); });
        column->addWidget(text);
        auto *row = new QHBoxLayout;
        row->addWidget(where, 1);
        row->addWidget(add);
        column->addLayout(row);
    }
    for (const db::PersonNote &note : std::as_const(m_file.notes))
        addNote(*column, note);
    QString sentence;
    if (m_file.notesHeldBack > 0)
        sentence = m_file.notesHeldBack == 1 ? tr("1 note of a colleague is shown once you have submitted your own review.")
                                             : tr("%1 notes of colleagues are shown once you have submitted your own review.").arg(m_file.notesHeldBack);
    else if (m_file.applications.isEmpty())
        sentence = tr("Notes belong to an application: add the person to a role first.");
    else if (m_file.notes.isEmpty())
        sentence = tr("No note yet.");
    if (!sentence.isEmpty()) {
        auto *label = new TextLabel(sentence, TextSize::Small, Tone::Quiet);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addStretch();
    return content;
}

void PersonPanel::addNote(QVBoxLayout &column, const db::PersonNote &note)
{
    const bool own = note.reviewer.isValid() && note.reviewer == m_session.reviewer() && !m_session.isReadOnly();
    auto *box = new NoteBox(note, roleOf(note.application), own);
    connect(box, &NoteBox::changed, this, [this, note](const QString &text) { m_session.apply(app::changeNote(m_session.connection(), note.id, note.application, text)); });
    column.addWidget(box);
}

QWidget *PersonPanel::makeDocuments()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 8, 8, 0);
    column->setSpacing(8);
    for (const db::Document &document : std::as_const(m_file.documents)) {
        const QString role = document.application.isValid() ? roleOf(document.application) : tr("with the person");
        auto *row = new RecordRow(document.fileName, tr("%1 · %2").arg(role, QLocale().formattedDataSize(document.size)));
        // A document of the person is read with any of their applications.
        const db::ApplicationId application = document.application.isValid() ? document.application : m_file.applications.isEmpty() ? db::ApplicationId() : m_file.applications.first().id;
        for (const db::PersonApplication &one : std::as_const(m_file.applications)) {
            if (one.id != application)
                continue;
            connect(row->addButton(tr("Open"), tr("Open %1 in Review").arg(document.fileName)), &QPushButton::clicked, this, [this, one, document] {
                Q_EMIT placeRequested({PageId::Review, {{roleArgument, one.role.number()}, {QStringLiteral("application"), one.id.number()}, {QStringLiteral("document"), document.id.number()}}});
            });
        }
        column->addWidget(row);
    }
    if (m_file.documents.isEmpty()) {
        auto *label = new TextLabel(tr("No document. Documents are joined in Review, or come with an import."), TextSize::Small, Tone::Quiet);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addStretch();
    return content;
}

QWidget *PersonPanel::makeTimeline()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 8, 8, 0);
    column->setSpacing(8);
    const auto shown = m_allOfTimeline ? m_file.timeline.size() : std::min(m_file.timeline.size(), timelineAtFirst);
    for (qsizetype i = 0; i < shown; ++i) {
        const app::TimelineEntry &entry = m_file.timeline.at(i);
        QStringList more{app::momentText(entry.at.toLocalTime())};
        if (!entry.more.isEmpty())
            more << entry.more;
        auto *row = new RecordRow(entry.what, more.join(QStringLiteral(" · ")));
        row->setIcon(timelineIcon(entry.kind));
        column->addWidget(row);
    }
    if (shown < m_file.timeline.size()) {
        auto *all = new QPushButton(tr("Show all %1").arg(m_file.timeline.size()));
        setLook(all, ButtonLook::Quiet);
        connect(all, &QPushButton::clicked, this, [this] {
            m_allOfTimeline = true;
            QMetaObject::invokeMethod(this, &PersonPanel::fillTab, Qt::QueuedConnection);
        });
        column->addWidget(all, 0, Qt::AlignLeft);
    }
    column->addStretch();
    return content;
}

void PersonPanel::savePerson()
{
    if (!m_save || m_session.isReadOnly())
        return;
    db::Candidate changed = m_file.person;
    changed.name = m_nameEdit->text();
    changed.email = m_email->text();
    changed.phone = m_phone->text();
    changed.location = m_location->text();
    changed.links = m_links->toPlainText();
    if (m_session.apply(app::changePerson(m_session.connection(), changed)) && m_save)
        m_save->setEnabled(false);
}

QString PersonPanel::roleOf(db::ApplicationId application) const
{
    for (const db::PersonApplication &one : m_file.applications) {
        if (one.id == application)
            return one.roleTitle;
    }
    return {};
}

} // namespace rolecall::ui
