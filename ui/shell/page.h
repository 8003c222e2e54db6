// SPDX-License-Identifier: GPL-3.0-or-later
// What the window knows of a page: its words for the header, its actions, and how to send it somewhere.
#pragma once

#include "ui/shell/page_id.h"

#include <QWidget>

class QAction;

namespace rolecall::ui {

/// A page is made by its factory when it is first shown, and owns its layout. It says headerChanged() whenever
/// title(), subtitle() or actions() would answer differently.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// What this is: for a role's page the role's title.
    virtual QString title() const = 0;
    /// How it stands, in one line; may be empty.
    virtual QString subtitle() const { return {}; }
    /// The one primary action first, then secondary ones. The page owns them.
    virtual QList<QAction *> actions() const { return {}; }
    /// The page comes to the front, or its data may have changed while it was not: show what is so now.
    virtual void activate() {}
    /// Before activate(): what to show, such as the role or an applicant. Unknown keys are left aside.
    virtual void navigateTo(const QVariantMap &arguments) { Q_UNUSED(arguments) }

Q_SIGNALS:
    void headerChanged();
    /// Asks the window to go elsewhere.
    void placeRequested(const rolecall::ui::Place &place);
    /// Files came to this page that it does not take itself: the window knows what each kind is for.
    void filesGiven(const QStringList &paths);
};

} // namespace rolecall::ui
