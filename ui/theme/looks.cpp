// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/looks.h"

#include <QAbstractButton>
#include <QVariant>

namespace rolecall::ui {

namespace {
constexpr auto lookProperty = "rolecallLook";
}

void setLook(QAbstractButton *button, ButtonLook look)
{
    button->setProperty(lookProperty, static_cast<int>(look));
    button->updateGeometry();
    button->update();
}

ButtonLook lookOf(const QWidget *button)
{
    return button ? static_cast<ButtonLook>(button->property(lookProperty).toInt()) : ButtonLook::Plain;
}

} // namespace rolecall::ui
