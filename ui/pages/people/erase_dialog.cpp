// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/erase_dialog.h"

#include "ui/theme/looks.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int dialogWidth = 640;
constexpr int dialogHeight = 620;
constexpr qsizetype namesShown = 12;
constexpr qsizetype linesShown = 200;

TextLabel *wrapped(const QString &text, TextSize size = TextSize::Body, Tone tone = Tone::Normal)
{
    auto *label = new TextLabel(text, size, tone);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

EraseDialog::EraseDialog(const app::ErasurePlan &plan, app::ErasureReason reason, QWidget *parent)
    : QDialog(parent)
    , m_plan(plan)
    , m_reason(new QComboBox)
    , m_word(new QLineEdit)
    , m_erase(new QPushButton(tr("Erase for good")))
{
    setModal(true);
    const bool one = plan.people.size() == 1;
    setWindowTitle(tr("Erase"));
    resize(dialogWidth, dialogHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addWidget(wrapped(one ? tr("Erase %1?").arg(plan.names.value(0)) : tr("Erase %1 people?").arg(QLocale().toString(plan.people.size())), TextSize::Title));
    if (!one) {
        QString names = plan.names.mid(0, namesShown).join(QStringLiteral(", "));
        if (plan.names.size() > namesShown)
            names = tr("%1 and %2 more").arg(names, QLocale().toString(plan.names.size() - namesShown));
        column->addWidget(wrapped(names));
    }
    column->addWidget(wrapped(tr("This cannot be undone. What stays is a count, without a name."), TextSize::Body, Tone::Quiet));

    auto *content = new QWidget;
    auto *list = new QVBoxLayout(content);
    list->setContentsMargins(0, 8, 8, 8);
    list->setSpacing(4);
    addRows(*list);
    addMentions(*list);
    addUnreached(*list);
    list->addStretch();
    content->setAutoFillBackground(false);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setAccessibleName(tr("What goes"));
    column->addWidget(new Rule);
    column->addWidget(scroll, 1);
    column->addWidget(new Rule);

    m_reason->setAccessibleName(tr("Why"));
    m_reason->addItem(tr("They asked for it"), int(app::ErasureReason::Asked));
    m_reason->addItem(tr("The period for their data has passed"), int(app::ErasureReason::Retention));
    m_reason->addItem(tr("Entered by mistake"), int(app::ErasureReason::Mistake));
    m_reason->setCurrentIndex(int(reason));
    auto *why = new QHBoxLayout;
    auto *whyLabel = new TextLabel(tr("Why"));
    whyLabel->setBuddy(m_reason);
    why->addWidget(whyLabel);
    why->addWidget(m_reason);
    why->addStretch();
    column->addLayout(why);
    auto *last = new QHBoxLayout;
    auto *ask = new TextLabel(tr("Type “%1”").arg(wordToType()));
    ask->setBuddy(m_word);
    m_word->setAccessibleName(tr("Type %1 to confirm").arg(wordToType()));
    last->addWidget(ask);
    last->addWidget(m_word, 1);
    auto *cancel = new QPushButton(tr("Keep"));
    setLook(m_erase, ButtonLook::Caution);
    m_erase->setEnabled(false);
    m_erase->setAutoDefault(false);
    cancel->setDefault(true);
    last->addWidget(cancel);
    last->addWidget(m_erase);
    column->addLayout(last);
    connect(m_word, &QLineEdit::textChanged, this, [this](const QString &text) { m_erase->setEnabled(text.trimmed().compare(wordToType(), Qt::CaseInsensitive) == 0); });
    connect(m_erase, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_word->setFocus(Qt::OtherFocusReason);
}

QString EraseDialog::wordToType()
{
    return tr("erase");
}

void EraseDialog::addRows(QVBoxLayout &column)
{
    column.addWidget(wrapped(tr("What goes"), TextSize::Heading));
    for (const db::ErasedRows &rows : std::as_const(m_plan.rows))
        column.addWidget(wrapped(tr("%1: %2").arg(app::erasedKind(rows.table), QLocale().toString(rows.rows))));
    for (const db::ErasedContent &document : m_plan.documents.mid(0, linesShown)) {
        const QString size = QLocale().formattedDataSize(document.size);
        column.addWidget(wrapped(document.shared ? tr("The document %1; its content stays, as somebody else has it too").arg(document.fileName) : tr("The document %1 (%2)").arg(document.fileName, size),
                                 TextSize::Small, Tone::Quiet));
    }
    column.addWidget(wrapped(tr("Their entries in the search index; rows as they were before a change: %1").arg(QLocale().toString(m_plan.log.images))));
    if (m_plan.log.changes > 0)
        column.addWidget(wrapped(tr("Changes that stay in History without saying with whom: %1").arg(QLocale().toString(m_plan.log.changes))));
    if (m_plan.log.frozen > 0)
        column.addWidget(wrapped(tr("Places in frozen shortlists that stay, with nobody in them: %1").arg(QLocale().toString(m_plan.log.frozen))));
}

void EraseDialog::addMentions(QVBoxLayout &column)
{
    if (m_plan.mentions.isEmpty())
        return;
    column.addSpacing(16);
    column.addWidget(wrapped(tr("Where others name them"), TextSize::Heading));
    column.addWidget(wrapped(tr("Marked places are replaced by “[erased]”. A first or last name alone may be somebody else's: decide."), TextSize::Small, Tone::Quiet));
    for (const app::Mention &mention : std::as_const(m_plan.mentions)) {
        auto *box = new QCheckBox(mention.place);
        box->setChecked(mention.replace);
        box->setAccessibleName(tr("%1: %2").arg(mention.place, mention.excerpt));
        m_decisions << box;
        column.addWidget(box);
        TextLabel *excerpt = wrapped(mention.excerpt, TextSize::Small, Tone::Quiet);
        excerpt->setContentsMargins(24, 0, 0, 4);
        column.addWidget(excerpt);
    }
}

void EraseDialog::addUnreached(QVBoxLayout &column)
{
    QStringList lines;
    for (const QString &file : std::as_const(m_plan.documentsNaming))
        lines << tr("The document %1 of somebody else has the name in it.").arg(file);
    for (const QString &copy : std::as_const(m_plan.backups))
        lines << tr("The copy %1 still holds them.").arg(QDir::toNativeSeparators(copy));
    for (const QString &copy : std::as_const(m_plan.unread))
        lines << tr("The copy %1 could not be looked into.").arg(QDir::toNativeSeparators(copy));
    lines << tr("Files that were exported or sent before are elsewhere.");
    column.addSpacing(16);
    column.addWidget(wrapped(tr("What this does not reach"), TextSize::Heading));
    for (const QString &line : std::as_const(lines))
        column.addWidget(wrapped(line));
}

app::ErasurePlan EraseDialog::plan() const
{
    app::ErasurePlan decided = m_plan;
    for (qsizetype i = 0; i < m_decisions.size(); ++i)
        decided.mentions[i].replace = m_decisions.at(i)->isChecked();
    return decided;
}

app::ErasureReason EraseDialog::reason() const
{
    return app::ErasureReason(m_reason->currentData().toInt());
}

} // namespace rolecall::ui
