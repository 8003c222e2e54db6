// SPDX-License-Identifier: GPL-3.0-or-later
// Light or dark and how large the text is: the two choices a person has about the looks, applied to the running program.
#pragma once

#include <QFont>
#include <QObject>

class QApplication;

namespace rolecall::ui {

enum class ColourScheme { System, Light, Dark };
enum class TextScale { Small, Normal, Large, Largest };

/// Owned by main(). Its construction installs the style and the palette; no style sheet is used anywhere, because
/// parsing and polishing them would show at start-up.
class Theme : public QObject
{
    Q_OBJECT
public:
    /// Construct right after the QApplication, before the first widget.
    explicit Theme(QApplication &application, ColourScheme scheme = ColourScheme::System, TextScale scale = TextScale::Normal);

    ColourScheme scheme() const { return m_scheme; }
    TextScale textScale() const { return m_scale; }
    bool isDark() const;

    /// Both take effect at once in every open window.
    void setScheme(ColourScheme scheme);
    void setTextScale(TextScale scale);

    /// 0.9, 1, 1.15 or 1.35 of the desktop's font.
    static double factor(TextScale scale);

Q_SIGNALS:
    void changed();

private:
    void applyPalette();
    void applyFont();

    ColourScheme m_scheme;
    TextScale m_scale;
    QFont m_desktopFont;
    bool m_desktopIsDark = false;
};

} // namespace rolecall::ui
