// SPDX-License-Identifier: GPL-3.0-or-later
// A document read in a process of its own: what is done where a library may fall over a file, or never come to an end.
// How such a process is begun is not this layer's to know.
#pragma once

#include "app/documents/document_draft.h"
#include "db/result.h"

#include <QByteArray>
#include <functional>

namespace rolecall::app {

struct ReadApart
{
    Result<DocumentDraft> draft;
    bool drawn = false; ///< its pages could be drawn, too
};
using ApartReader = std::function<ReadApart(const QByteArray &bytes, const QString &fileName)>;

} // namespace rolecall::app
