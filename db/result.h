// SPDX-License-Identifier: GPL-3.0-or-later
// How everything below the interface fails: with a value that says what a person can do about it.
#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace rolecall {

/// What went wrong, ready to be shown. Every text is translated and ends without a full stop.
struct Error
{
    QString tried;   ///< what was attempted: "Opening the workspace"
    QString subject; ///< on which thing: a file with its place, a row, a name; may be empty
    QString problem; ///< what went wrong, in plain words
    QString remedy;  ///< what the person can do; may be empty

    /// One line: "Opening the workspace panel.rolecall: it is not a Rolecall file. Choose another file."
    QString text() const;
};

template<class T> using Result = tl::expected<T, Error>;
using Outcome = Result<void>;

inline tl::unexpected<Error> failure(QString tried, QString subject, QString problem, QString remedy = {})
{
    return tl::unexpected<Error>(Error{std::move(tried), std::move(subject), std::move(problem), std::move(remedy)});
}

} // namespace rolecall
