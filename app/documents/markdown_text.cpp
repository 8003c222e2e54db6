// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/markdown_text.h"

#include "app/documents/html_text.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <memory>

namespace rolecall::app {

QString markdownToText(const QByteArray &utf8)
{
    constexpr qsizetype largest = 256 * 1024; // some inputs cost the parser the square of their length
    if (utf8.size() > largest)
        return QString::fromUtf8(utf8);
    static const bool registered = [] { cmark_gfm_core_extensions_ensure_registered(); return true; }();
    static_cast<void>(registered);
    const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(cmark_parser_new(CMARK_OPT_VALIDATE_UTF8), cmark_parser_free);
    for (const char *name : {"table", "strikethrough", "autolink"}) {
        if (cmark_syntax_extension *extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    cmark_parser_feed(parser.get(), utf8.constData(), size_t(utf8.size()));
    const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document(cmark_parser_finish(parser.get()), cmark_node_free);
    // Rendered without "unsafe", raw HTML is left out and links to scripts are emptied.
    const std::unique_ptr<char, decltype(&std::free)> html(
        cmark_render_html(document.get(), CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser.get())), std::free);
    return htmlToText(QByteArray(html.get()));
}

} // namespace rolecall::app
