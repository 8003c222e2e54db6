#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh checkout to test results: installs what is missing, builds, and runs every test, without a display.
#     packaging/test.sh [ARGUMENT OF CTEST...]
# Some tests read a corpus of other people's postings and applicants where there is one: ROLECALL_CORPUS names its folder,
# else a folder beside the checkout that holds "postings" and "applicants" is taken. Without one these tests say that they are skipped.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

corpus=${ROLECALL_CORPUS:-}
if [ -z "$corpus" ]; then
    for candidate in "$(dirname -- "$root")"/*/; do
        if [ -d "${candidate}postings" ] && [ -d "${candidate}applicants" ]; then
            corpus=${candidate%/}
            break
        fi
    done
fi

"$root/packaging/install-dependencies.sh" build run test
cd "$root"
cmake --preset dev -DROLECALL_CORPUS="$corpus"
cmake --build --preset dev
QT_QPA_PLATFORM=offscreen ctest --preset dev --no-tests=error --parallel 2 "$@"
