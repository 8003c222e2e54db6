// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translations.h"

#include <QCoreApplication>
#include <QTranslator>

namespace rolecall::ui {

void installTranslations()
{
    auto *english = new QTranslator(QCoreApplication::instance());
    if (english->load(QStringLiteral(":/translations/rolecall_en.qm")))
        QCoreApplication::installTranslator(english);
}

} // namespace rolecall::ui
