// SPDX-License-Identifier: GPL-3.0-or-later
// One piece of evidence beneath its quality: a quote leads back to its place, a note can be changed, both can go.
#pragma once

#include "db/reviews.h"

#include <QAbstractButton>

class QToolButton;

namespace rolecall::ui {

class EvidenceItem : public QAbstractButton
{
    Q_OBJECT
public:
    /// `shown` is the text to show: blind, with the identity masked. `editable`: with a button that removes it.
    EvidenceItem(const db::Evidence &evidence, const QString &shown, bool editable, QWidget *parent = nullptr);

    const db::Evidence &evidence() const { return m_evidence; }
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRect textRect(int width) const;

    db::Evidence m_evidence;
    QString m_shown;
    QToolButton *m_remove = nullptr;
};

} // namespace rolecall::ui
