// SPDX-License-Identifier: GPL-3.0-or-later
// Printers are asked for through the printing system's own socket on this machine, or not at all: left to itself its library
// tries port 631, and Rolecall opens no network connection, not even to its own machine.
#pragma once

#include <memory>

class QPrinter;

namespace rolecall::ui {

/// The desktop's usual printer. Looks for the printers there are, so not before somebody prints.
std::shared_ptr<QPrinter> localPrinter();

} // namespace rolecall::ui
