// SPDX-License-Identifier: GPL-3.0-or-later
// Who assesses what: qualities down, the interview's panel across, a tick in each cell.
#pragma once

#include "db/interviews.h"
#include "db/qualities.h"
#include "db/reviewers.h"

#include <QWidget>

class QGridLayout;

namespace rolecall::ui {

class AssessGrid : public QWidget
{
    Q_OBJECT
public:
    explicit AssessGrid(QWidget *parent = nullptr);

    /// Ticks stay where quality and person stay. `asked`: qualities that reviewers marked to be asked about.
    void show(const QList<db::Quality> &qualities, const QList<db::Reviewer> &panel, const QList<db::Assessment> &ticked, const QSet<db::QualityId> &asked);
    QList<db::Assessment> ticked() const { return m_ticked; }

Q_SIGNALS:
    void changed();

private:
    QGridLayout *m_grid = nullptr;
    QList<db::Assessment> m_ticked;
};

} // namespace rolecall::ui
