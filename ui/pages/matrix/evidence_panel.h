// SPDX-License-Identifier: GPL-3.0-or-later
// Why a cell of the matrix is what it is: each review that may be seen, with its level, notes and quotes.
#pragma once

#include "app/reviews/reviewing.h"
#include "db/qualities.h"

#include <QWidget>

class QVBoxLayout;

namespace rolecall::ui {

class TextLabel;

class EvidencePanel : public QWidget
{
    Q_OBJECT
public:
    explicit EvidencePanel(QWidget *parent = nullptr);
    void show(const QString &applicant, const db::Quality &quality, const app::ReviewSheet &sheet, const QString &ownName);

Q_SIGNALS:
    void reviewWanted();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addReview(const QString &who, const QList<db::Rating> &ratings, const QList<db::Evidence> &evidence, const db::Quality &quality);
    TextLabel *addText(const QString &text, bool quiet, bool small);

    TextLabel *m_applicant;
    TextLabel *m_quality;
    QWidget *m_open;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_column = nullptr;
    class QScrollArea *m_scroll;
};

} // namespace rolecall::ui
