// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colours.h"

#include <algorithm>
#include <cmath>

namespace rolecall::ui {

const Colours &lightColours()
{
    static const Colours colours{
        .window = QColor(0xF6F6F3), .surface = QColor(0xFFFFFF), .line = QColor(0xDEDED9),
        .text = QColor(0x1D1F22), .quietText = QColor(0x565B62),
        .accent = QColor(0x2B59C3), .accentSoft = QColor(0xE4ECFB), .onAccent = QColor(0xFFFFFF),
        .met = QColor(0x17693F), .metSoft = QColor(0xDCF1E4),
        .partly = QColor(0x7A4E00), .partlySoft = QColor(0xFBEDCF),
        .notMet = QColor(0xA8231C), .notMetSoft = QColor(0xFBE2E0),
        .open = QColor(0x565B62), .openSoft = QColor(0xEAEAE6),
        .control = QColor(0x8A8E94)};
    return colours;
}

const Colours &darkColours()
{
    static const Colours colours{
        .window = QColor(0x15171A), .surface = QColor(0x1D2024), .line = QColor(0x363B42),
        .text = QColor(0xE8EAED), .quietText = QColor(0xA8AFB8),
        .accent = QColor(0x8FB2FF), .accentSoft = QColor(0x22314F), .onAccent = QColor(0x15171A),
        .met = QColor(0x74D3A0), .metSoft = QColor(0x173626),
        .partly = QColor(0xEFC36C), .partlySoft = QColor(0x392D12),
        .notMet = QColor(0xF6A19A), .notMetSoft = QColor(0x452220),
        .open = QColor(0xA8AFB8), .openSoft = QColor(0x2A2E34),
        .control = QColor(0x747B85)};
    return colours;
}

const Colours &coloursOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? darkColours() : lightColours();
}

QPalette paletteOf(const Colours &colours)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &colour) { palette.setColor(QPalette::All, role, colour); };
    set(QPalette::Window, colours.window);
    set(QPalette::WindowText, colours.text);
    set(QPalette::Base, colours.surface);
    set(QPalette::AlternateBase, mixed(colours.surface, colours.window, 0.6));
    set(QPalette::Text, colours.text);
    set(QPalette::PlaceholderText, colours.quietText);
    set(QPalette::Button, colours.surface);
    set(QPalette::ButtonText, colours.text);
    set(QPalette::BrightText, colours.onAccent);
    set(QPalette::ToolTipBase, colours.surface);
    set(QPalette::ToolTipText, colours.text);
    set(QPalette::Highlight, colours.accentSoft);
    set(QPalette::HighlightedText, colours.text);
    set(QPalette::Link, colours.accent);
    set(QPalette::LinkVisited, colours.accent);
    set(QPalette::Light, colours.surface);
    set(QPalette::Midlight, colours.window);
    set(QPalette::Mid, colours.line);
    set(QPalette::Dark, colours.line);
    set(QPalette::Shadow, colours.line);
    const QColor disabled = mixed(colours.quietText, colours.surface, 0.4);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto part = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return QColor(part(from.red(), to.red()), part(from.green(), to.green()), part(from.blue(), to.blue()));
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const auto luminance = [](const QColor &colour) {
        const auto linear = [](double channel) {
            return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace rolecall::ui
