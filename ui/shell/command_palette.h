// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K: type a few letters and go to any role, applicant, text or action.
#pragma once

#include "ui/theme/icons.h"

#include <QFrame>
#include <QPointer>

#include <functional>

class QListView;

namespace rolecall::ui {

class PaletteModel;
class SearchField;
class TextLabel;

struct PaletteEntry
{
    QString title;
    QString detail; ///< what it is, quietly at the right: "Role", "Ctrl+Z"
    Icon icon = Icon::None;
    std::function<void()> run;
    /// Fit with the query, higher first; 0: the palette computes it from the title and leaves out what does not fit.
    int fit = 0;
};

/// Answers within a few milliseconds with what fits; called in the interface thread for each pause in typing.
using PaletteProvider = std::function<QList<PaletteEntry>(const QString &query)>;

/// Lies over the window that is its parent while it is open.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *window);

    void addProvider(PaletteProvider provider) { m_providers.append(std::move(provider)); }
    void open();
    /// Gives the focus back to who had it.
    void close();
    /// Asks the providers again: one of them found more. The chosen row stays where it is.
    void refresh();
    QStringList titles() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &query);
    void place();
    void run();

    QList<PaletteProvider> m_providers;
    PaletteModel *m_model;
    SearchField *m_field;
    QListView *m_list;
    TextLabel *m_nothing;
    QString m_query;
    QPointer<QWidget> m_before;
};

} // namespace rolecall::ui
