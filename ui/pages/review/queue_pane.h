// SPDX-License-Identifier: GPL-3.0-or-later
// The left of Review: whose turn it is. All applicants or those I have not submitted, in the order of applying, or in
// the random order of one quality's pass.
#pragma once

#include "ui/models/review_queue_model.h"

#include <QWidget>

class QListView;

namespace rolecall::ui {

class Chip;
class TextLabel;

class QueuePane : public QWidget
{
    Q_OBJECT
public:
    explicit QueuePane(Session &session, QWidget *parent = nullptr);

    ReviewQueueModel &model() { return *m_model; }
    bool listHasFocus() const;
    db::ApplicationId current() const;
    void setCurrent(db::ApplicationId application);
    /// To the next or, with -1, the previous applicant; false at the end.
    bool step(int direction);
    /// Those beside the present one.
    QList<db::ApplicationId> neighbours() const;
    /// How many ratings wait to be confirmed again; the filter for them is there while some do, or while it is on.
    void setToConfirm(int ratings);
    void showToConfirmOnly();
    /// How many of my submitted reviews lack one of these; the filter for them is there as the other one is.
    void setLacking(const QList<db::NewQuality> &qualities, int reviews);
    void showLackingOnly();
    void setPassShown(const std::optional<db::QualityPass> &pass);

Q_SIGNALS:
    void chosen(rolecall::db::ApplicationId application);
    void passToggled(bool on);

private:
    ReviewQueueModel *m_model;
    QListView *m_list;
    Chip *m_open;
    Chip *m_pass;
    Chip *m_toConfirm;
    Chip *m_lacking;
    QList<db::NewQuality> m_newQualities;
    TextLabel *m_note;
};

} // namespace rolecall::ui
