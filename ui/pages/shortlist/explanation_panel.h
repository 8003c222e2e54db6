// SPDX-License-Identifier: GPL-3.0-or-later
// Why the selected person stands where they stand, line by line.
#pragma once

#include "app/shortlist/explanation.h"

#include <QTextEdit>

namespace rolecall::ui {

class ExplanationPanel : public QTextEdit
{
    Q_OBJECT
public:
    explicit ExplanationPanel(QWidget *parent = nullptr);

    void showNothing();
    /// `name`: the person's, or the code in a blind role.
    void showExplanation(const QString &name, const QString &place, const app::ShortlistExplanation &explanation);
    void showFailure(const Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QString lineOf(const app::ExplainedQuality &line) const;

    QString m_name;
    QString m_place;
    std::optional<app::ShortlistExplanation> m_explanation;
    QString m_failure;
};

} // namespace rolecall::ui
