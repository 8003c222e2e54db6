// SPDX-License-Identifier: GPL-3.0-or-later
// libical's objects, let go of when their owner goes.
#pragma once

#include <libical/ical.h>

#include <cstdlib>
#include <memory>

namespace rolecall::app {

struct ComponentRelease
{
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
using ComponentPointer = std::unique_ptr<icalcomponent, ComponentRelease>;

struct TextRelease
{
    void operator()(char *text) const { std::free(text); }
};
using TextPointer = std::unique_ptr<char, TextRelease>;

} // namespace rolecall::app
