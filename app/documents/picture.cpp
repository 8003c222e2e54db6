// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/picture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QLocale>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Documents", text);
}

constexpr qint64 mostPixels = 64'000'000; // 256 MB while it is decoded
constexpr int longestSide = 4096;

} // namespace

Picture decodedPicture(const QByteArray &bytes)
{
    Picture picture;
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    // Formats of pixels alone: no others are read here, whatever this system has decoders for.
    static const QList<QByteArray> formats{"png", "jpeg", "gif", "bmp", "webp", "tiff"};
    if (!formats.contains(reader.format())) {
        picture.problem = tr("This kind of picture cannot be shown here");
        return picture;
    }
    picture.size = reader.size();
    if (!picture.size.isValid() || picture.size.isEmpty()) {
        picture.problem = tr("The picture is damaged");
        return picture;
    }
    if (qint64(picture.size.width()) * picture.size.height() > mostPixels) {
        const QLocale locale;
        picture.problem = tr("The picture is too large to be shown: %1 by %2 points").arg(locale.toString(picture.size.width()), locale.toString(picture.size.height()));
        return picture;
    }
    reader.setAutoTransform(true);
    if (std::max(picture.size.width(), picture.size.height()) > longestSide)
        reader.setScaledSize(picture.size.scaled(longestSide, longestSide, Qt::KeepAspectRatio).expandedTo({1, 1}));
    picture.image = reader.read();
    if (picture.image.isNull())
        picture.problem = tr("The picture is damaged");
    return picture;
}

} // namespace rolecall::app
