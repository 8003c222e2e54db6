// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown as a reader sees it: the words without the marks. Raw HTML is dropped, links are not followed.
#pragma once

#include <QByteArray>
#include <QString>

namespace rolecall::app {

/// CommonMark with GitHub's tables, strikethrough and bare links. Text too long to be a CV comes back as it stands.
QString markdownToText(const QByteArray &utf8);

} // namespace rolecall::app
