// SPDX-License-Identifier: GPL-3.0-or-later
// A picture among the documents, decoded to be looked at, within bounds that a hostile one cannot pass.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace rolecall::app {

struct Picture
{
    QImage image;    ///< upright; null where it cannot be shown
    QSize size;      ///< of the picture itself, in its own pixels; `image` may be smaller
    QString problem; ///< why it cannot be shown, translated, without a full stop
};

/// Looks at the size before anything is decoded: at most 64 million pixels are, and a picture larger than 4096 on a
/// side is made smaller. Pure; takes up to a second, so it is for a reading thread.
Picture decodedPicture(const QByteArray &bytes);

} // namespace rolecall::app
