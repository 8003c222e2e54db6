// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody against every quality: the panel's levels, or one's own to type. Enter shows why.
#pragma once

#include "ui/pages/lists/applications_page.h"

class QModelIndex;
class QPushButton;

namespace rolecall::ui {

class Chip;
class ChipBar;
class EvidencePanel;
class MatrixModel;
class MatrixView;

class MatrixPage : public ApplicationsPage
{
    Q_OBJECT
public:
    MatrixPage(Session &session, WindowSettings &settings, QWidget *parent = nullptr);

    MatrixView *view() const { return m_view; }
    /// The panel's levels, or one's own ratings.
    void showOwn(bool own);

    void activate() override;

protected:
    void roleShown() override;
    void goTo(int row) override;
    void qualitiesChanged() override;
    void ratingsChanged() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool onKey(int key, const QString &text, Qt::KeyboardModifiers modifiers);
    void rate(std::optional<int> level, bool ask);
    void goOn(const QModelIndex &from);
    void showColumn(int column);
    void showEvidence();
    void closeEvidence();
    void copySelected();
    QList<db::ApplicationId> selected() const;

    MatrixModel *m_model;
    MatrixView *m_view;
    TextLabel *m_strip;
    EvidencePanel *m_evidence;
    ChipBar *m_levels;
    QPushButton *m_compare;
    db::ApplicationId m_evidenceOf;
    db::ApplicationId m_top; ///< stands first in view while rows find new places
};

} // namespace rolecall::ui
