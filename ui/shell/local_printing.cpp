// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/local_printing.h"

#include <QPrinter>

namespace rolecall::ui {

std::shared_ptr<QPrinter> localPrinter()
{
    // What CUPS listens on where it runs (cupsd-files.conf); where it does not, nothing is found and PDF remains.
    if (!qgetenv("CUPS_SERVER").startsWith('/'))
        qputenv("CUPS_SERVER", "/run/cups/cups.sock");
    return std::make_shared<QPrinter>();
}

} // namespace rolecall::ui
