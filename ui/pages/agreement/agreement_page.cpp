// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/agreement/agreement_page.h"

#include "app/reviews/agreeing.h"
#include "ui/delegates/row_delegates.h"
#include "ui/pages/agreement/settle_panel.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_setup.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rolecall::ui {

namespace {

const QString applicationArgument = QStringLiteral("application");
const QString qualityArgument = QStringLiteral("quality");

app::Areas shownAreas()
{
    using app::Area;
    return Area::Roles | Area::Qualities | Area::Applications | Area::Ratings | Area::Reviewers;
}

} // namespace

AgreementPage::AgreementPage(Session &session, QWidget *parent)
    : RolePage(session, shownAreas(), parent)
    , m_whole(new QStackedWidget)
    , m_instead(new EmptyState({}, {}))
    , m_alpha(new TextLabel({}, TextSize::Heading))
    , m_warning(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_hidden(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_nothing(new TextLabel(tr("Nobody differs by two levels or more."), TextSize::Body, Tone::Quiet))
    , m_model(new AgendaModel(this))
    , m_view(new QListView)
    , m_settle(new SettlePanel)
    , m_spreadModel(new SpreadModel(this))
    , m_spread(new QTableView)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 16, 0, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(24, 0, 24, 12);
    head->setSpacing(4);
    for (TextLabel *label : {m_alpha, m_warning, m_hidden}) {
        label->setWordWrap(true);
        head->addWidget(label);
    }
    column->addLayout(head);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeAgenda());
    splitter->addWidget(makeSpread());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({360, 160});
    column->addWidget(splitter, 1);
    m_whole->addWidget(content);
    m_whole->addWidget(m_instead);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_whole);
    m_toReview = new QAction(tr("Review applicants"), this);
    connect(m_toReview, &QAction::triggered, this, [this] { Q_EMIT placeRequested({PageId::Review, {{roleArgument, role().number()}}}); });
    m_toImport = new QAction(tr("Import applicants"), this);
    connect(m_toImport, &QAction::triggered, this, [this] { Q_EMIT placeRequested({PageId::Import, {{roleArgument, role().number()}}}); });
    connect(m_settle, &SettlePanel::settled, this, &AgreementPage::settle);
    connect(m_settle, &SettlePanel::takenBack, this, &AgreementPage::takeBack);
    connect(m_settle, &SettlePanel::reviewWanted, this, &AgreementPage::openReview);
    connect(m_settle, &SettlePanel::left, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
}

QWidget *AgreementPage::makeAgenda()
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new AgendaRowDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("Where reviewers differ"));
    m_view->installEventFilter(this);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &AgreementPage::showItem);
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(8, 0, 0, 0); // with a row's own 16: names stand under the title
    m_nothing->setContentsMargins(16, 8, 24, 8);
    column->addWidget(m_nothing);
    column->addWidget(m_view, 1);
    list->setMinimumWidth(360);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(list);
    splitter->addWidget(m_settle);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({540, 380});
    return splitter;
}

QWidget *AgreementPage::makeSpread()
{
    m_spread->setModel(m_spreadModel);
    setUpTable(*m_spread);
    m_spread->setFrameShape(QFrame::NoFrame);
    m_spread->setAccessibleName(tr("Spread of each quality"));
    m_spread->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_spread->horizontalHeader()->setSectionResizeMode(SpreadModel::QualityColumn, QHeaderView::Stretch);
    m_spread->horizontalHeader()->setStretchLastSection(false);
    m_spread->setTextElideMode(Qt::ElideRight);
    m_spread->setMinimumHeight(112);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(16, 0, 16, 8);
    column->addWidget(m_spread);
    return box;
}

QString AgreementPage::subtitle() const
{
    if (!m_isRead)
        return RolePage::subtitle();
    return m_open == 0 ? tr("nothing to settle") : tr("%1 to settle").arg(QLocale().toString(m_open));
}

void AgreementPage::roleChanged()
{
    m_isRead = false;
    m_settle->showNothing();
}

void AgreementPage::refresh(app::Areas)
{
    const quint64 question = ++m_question;
    if (!m_isRead) {
        m_instead->setTexts(tr("Reading the reviews…"), {});
        m_instead->setActions(nullptr);
        m_whole->setCurrentWidget(m_instead);
    }
    session().reader().ask<AgreementSheet>(
        this, [id = role()](db::Connection &connection) { return AgreementSheet::read(connection, id); },
        [this, question](const Result<AgreementSheet> &sheet) {
            if (question != m_question)
                return;
            if (!sheet) {
                m_instead->setTexts(tr("The reviews could not be read"), sheet.error().text());
                m_instead->setActions(nullptr);
                m_whole->setCurrentWidget(m_instead);
                return;
            }
            show(*sheet);
        });
}

void AgreementPage::show(const AgreementSheet &sheet)
{
    const app::Agreement &agreement = sheet.agreement;
    m_isRead = true;
    m_open = int(std::count_if(agreement.agenda.begin(), agreement.agenda.end(), [](const app::AgendaItem &item) { return !item.agreed; }));
    m_hidden->setVisible(agreement.hiddenApplications > 0);
    m_hidden->setText(agreement.hiddenApplications == 1 ? tr("1 applicant whom others have reviewed is left out until you submit your own review.")
                                                        : tr("%1 applicants whom others have reviewed are left out until you submit your own reviews.").arg(QLocale().toString(agreement.hiddenApplications)));
    if (agreement.alpha.pairableUnits == 0) {
        m_instead->setActions(summary() && summary()->applicants == 0 ? m_toImport : m_toReview);
        m_instead->setTexts(tr("Nothing to compare yet"), agreement.hiddenApplications > 0 ? m_hidden->text() : tr("Agreement shows once two reviewers have submitted a review of the same applicant."));
        m_whole->setCurrentWidget(m_instead);
        Q_EMIT headerChanged();
        return;
    }
    m_alpha->setText(agreement.alpha.value ? tr("Agreement %1 (Krippendorff's alpha), from %2 levels that two or more reviewers judged").arg(alphaText(agreement.alpha), QLocale().toString(agreement.alpha.pairableUnits))
                                           : tr("No figure for agreement: %1").arg(agreement.alpha.reason));
    m_warning->setText(agreement.alpha.value ? (agreement.alpha.warning.isEmpty() ? tr("1 is full agreement, 0 is what chance would give.") : tr("1 is full agreement, 0 is what chance would give. %1").arg(agreement.alpha.warning)) : QString());
    m_warning->setVisible(!m_warning->text().isEmpty());
    m_spreadModel->setSheet(sheet);
    m_model->setSheet(sheet);
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_view->setVisible(m_model->rowCount() > 0);
    m_whole->setCurrentIndex(0);
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0));
    if (m_model->rowCount() > 0)
        focusList(*m_view);
    showItem();
    Q_EMIT headerChanged();
}

void AgreementPage::showItem()
{
    const QModelIndex at = m_view->currentIndex();
    if (!at.isValid()) {
        m_settle->showNothing();
        return;
    }
    const AgendaLine &line = m_model->row(at.row());
    const auto cell = app::comparedCell(session().connection(), line.item.application, line.item.quality);
    m_settle->show(line, cell ? std::optional(*cell) : std::nullopt, session().isReadOnly());
}

void AgreementPage::settle(int level, const QString &reason)
{
    const QModelIndex at = m_view->currentIndex();
    if (!at.isValid())
        return;
    // The settled one moves to the end: the next open one comes under the hand.
    const QModelIndex next = m_model->index(at.row() + 1);
    const app::AgendaItem item = m_model->row(at.row()).item;
    const bool goesOn = !item.agreed && next.isValid() && !m_model->row(next.row()).item.agreed;
    if (!session().apply(app::agreeLevel(session().connection(), item.application, item.quality, level, reason)))
        return;
    if (goesOn)
        m_view->setCurrentIndex(next);
    m_view->setFocus(Qt::OtherFocusReason);
}

void AgreementPage::takeBack()
{
    if (const QModelIndex at = m_view->currentIndex(); at.isValid()) {
        const app::AgendaItem item = m_model->row(at.row()).item;
        session().apply(app::removeAgreedLevel(session().connection(), item.application, item.quality));
    }
}

void AgreementPage::openReview()
{
    if (const QModelIndex at = m_view->currentIndex(); at.isValid()) {
        const app::AgendaItem item = m_model->row(at.row()).item;
        Q_EMIT placeRequested(Place{PageId::Review, {{roleArgument, role().number()}, {applicationArgument, item.application.number()}, {qualityArgument, item.quality.number()}}});
    }
}

bool AgreementPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
            return false;
        if (key->key() >= Qt::Key_0 && key->key() <= Qt::Key_3) {
            m_settle->choose(key->key() - Qt::Key_0);
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            m_settle->reason().setFocus(Qt::OtherFocusReason);
            return true;
        }
        if (key->key() == Qt::Key_O) {
            openReview();
            return true;
        }
    }
    return RolePage::eventFilter(watched, event);
}

} // namespace rolecall::ui
