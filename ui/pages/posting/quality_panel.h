// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is done to the qualities of a role: the list, its actions, and the place where one line becomes
// several or several become one.
#pragma once

#include "app/done.h"
#include "db/qualities.h"

#include <QWidget>
#include <functional>

class QAction;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace rolecall::ui {

class QualityDelegate;
class QualityListModel;
class QualityView;
class RemarkPanel;
class Session;
class TextLabel;

class QualityPanel : public QWidget
{
    Q_OBJECT
public:
    explicit QualityPanel(Session &session, QWidget *parent = nullptr);

    void setRole(db::RoleId role);
    Outcome reload();
    void setLevelLabels(const QStringList &labels);

    QualityListModel &model() { return *m_model; }
    QualityView &view() { return *m_view; }
    RemarkPanel &remarks() { return *m_remarks; }
    /// One quality per line, as splitting might leave it: at "; ", at " and " between verbs and lists, at "/".
    static QStringList proposedParts(const QString &text);

    void beginSplit();
    void beginMerge();

Q_SIGNALS:
    void currentQualityChanged(const std::optional<rolecall::db::Quality> &quality);

private:
    enum class Rewriting { None, Split, Merge };

    void makeActions();
    void makeRewriting();
    void connectRemarks();
    void readRemarks();
    void goToNextRemark();
    void showState();
    QList<db::Quality> selected() const;
    void act(std::function<Result<app::Done>(db::Connection &)> work, std::function<void()> done = {});
    void move(int by);
    void moveToTier(db::Tier tier);
    void retire();
    void restore(const QModelIndex &index);
    void rewrite();
    void endRewriting();
    QStringList rewrittenLines() const;

    Session &m_session;
    QualityListModel *m_model;
    QualityView *m_view;
    QualityDelegate *m_delegate;
    RemarkPanel *m_remarks;
    db::RoleId m_role;
    quint64 m_question = 0; ///< answers to earlier questions are too late
    QAction *m_split, *m_merge, *m_tier, *m_retire;
    QWidget *m_rewriting;
    TextLabel *m_rewritingTitle;
    QPlainTextEdit *m_rewritingText;
    QPushButton *m_rewritingDo;
    Rewriting m_kind = Rewriting::None;
    QList<db::QualityId> m_rewritten;
};

} // namespace rolecall::ui
