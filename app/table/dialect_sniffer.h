// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out how a delimited text is written from its beginning.
#pragma once

#include "app/table/table_types.h"

#include <QByteArrayView>

namespace rolecall::app {

/// `sample` is UTF-8; `whole` says whether it is the whole text. The file name's suffix (tsv, psv) tips the balance.
/// Sets everything of the dialect but its encoding and its header.
TableDialect sniffDialect(QByteArrayView sample, bool whole, const QString &fileName);

} // namespace rolecall::app
