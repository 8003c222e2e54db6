// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/colours.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QApplication>
#include <QEvent>
#include <QToolTip>
#include <QWidget>

namespace rolecall::ui {

Theme::Theme(QApplication &application, ColourScheme scheme, TextScale scale)
    : QObject(&application)
    , m_scheme(scheme)
    , m_scale(scale)
    , m_desktopFont(QApplication::font())
    // Qt 6.4 does not tell the desktop's scheme; its palette does.
    , m_desktopIsDark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128)
{
    QApplication::setStyle(new Style);
    applyPalette();
    if (m_scale != TextScale::Normal)
        applyFont();
}

bool Theme::isDark() const
{
    return m_scheme == ColourScheme::Dark || (m_scheme == ColourScheme::System && m_desktopIsDark);
}

void Theme::setScheme(ColourScheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    applyPalette();
    Q_EMIT changed();
}

void Theme::setTextScale(TextScale scale)
{
    if (scale == m_scale)
        return;
    m_scale = scale;
    applyFont();
    Q_EMIT changed();
}

double Theme::factor(TextScale scale)
{
    switch (scale) {
    case TextScale::Small:
        return 0.9;
    case TextScale::Normal:
        return 1.0;
    case TextScale::Large:
        return 1.15;
    case TextScale::Largest:
        return 1.35;
    }
    return 1.0;
}

void Theme::applyPalette()
{
    const QPalette palette = paletteOf(isDark() ? darkColours() : lightColours());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

void Theme::applyFont()
{
    QApplication::setFont(scaledFont(m_desktopFont, factor(m_scale)));
    // Qt tells the windows alone, and what has a size of its own, such as a title, would not hear of it.
    for (QWidget *widget : QApplication::allWidgets()) {
        QEvent change(QEvent::ApplicationFontChange);
        if (!widget->isWindow())
            QApplication::sendEvent(widget, &change);
    }
}

} // namespace rolecall::ui
