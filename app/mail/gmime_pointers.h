// SPDX-License-Identifier: GPL-3.0-or-later
// Owners for what GMime and GLib hand out, and GMime's start, which must happen once.
#pragma once

#include <gmime/gmime.h>
#include <memory>

namespace rolecall::app {

struct GObjectRelease
{
    void operator()(void *object) const { g_object_unref(object); }
};
template<class T> using GObjectPointer = std::unique_ptr<T, GObjectRelease>;

struct GFree
{
    void operator()(void *memory) const { g_free(memory); }
};
template<class T> using GFreed = std::unique_ptr<T, GFree>;

struct ParserOptionsRelease
{
    void operator()(GMimeParserOptions *options) const { g_mime_parser_options_free(options); }
};
using ParserOptions = std::unique_ptr<GMimeParserOptions, ParserOptionsRelease>;

/// Starts GMime if that has not happened yet; safe from any thread.
inline void startGMime()
{
    static const bool started = [] { g_mime_init(); return true; }();
    static_cast<void>(started);
}

/// Options for mail that breaks the rules: liberal syntax, UTF-8 where nothing is declared.
inline ParserOptions liberalParserOptions()
{
    ParserOptions options(g_mime_parser_options_new());
    g_mime_parser_options_set_address_compliance_mode(options.get(), GMIME_RFC_COMPLIANCE_LOOSE);
    g_mime_parser_options_set_parameter_compliance_mode(options.get(), GMIME_RFC_COMPLIANCE_LOOSE);
    g_mime_parser_options_set_rfc2047_compliance_mode(options.get(), GMIME_RFC_COMPLIANCE_LOOSE);
    g_mime_parser_options_set_allow_addresses_without_domain(options.get(), TRUE);
    const char *charsets[] = {"utf-8", "windows-1252", nullptr};
    g_mime_parser_options_set_fallback_charsets(options.get(), charsets);
    return options;
}

} // namespace rolecall::app
