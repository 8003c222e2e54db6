#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh checkout to Rolecall at work: installs what is missing, builds, and opens the example workspace.
#     packaging/run.sh [FOLDER]
# Without a display it carries the same job through on the command line: posting, applicants, shortlist as CSV.
# FOLDER is where the example's files go; without it, build/example for the window and a new temporary folder for the command line.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
example=$root/resources/example
rolecall=$root/build/release/ui/rolecall

case ${1:-} in
-h | --help)
    sed -n '3,6s/^# \{0,1\}//p' "$0"
    exit 0
    ;;
-*)
    echo "Use: packaging/run.sh [FOLDER]" >&2
    exit 2
    ;;
esac
folder=
if [ -n "${1:-}" ]; then
    mkdir -p -- "$1"
    folder=$(CDPATH='' cd -- "$1" && pwd)
fi

"$root/packaging/install-dependencies.sh" build run
cd "$root"
cmake --preset release >&2
cmake --build --preset release --target rolecall >&2

on_the_command_line()
{
    [ -n "$folder" ] || folder=$(mktemp -d "${TMPDIR:-/tmp}/rolecall-example.XXXXXX")
    # A workspace of an earlier run may hold somebody's work: each run makes its own.
    number=1
    while [ -e "$folder/example-$number.rolecall" ]; do number=$((number + 1)); done
    workspace=$folder/example-$number.rolecall
    csv=$folder/shortlist-$number.csv
    "$rolecall" role add "$workspace" "$example/research-software-engineer.md"
    "$rolecall" applicants import "$workspace" 1 "$example/applicants.csv" --reviewer "Robin Example"
    "$rolecall" applicants list "$workspace" 1
    "$rolecall" shortlist export "$workspace" 1 --output "$csv" --evidence
    "$rolecall" workspace check "$workspace"
    echo "Workspace: $workspace"
    echo "Shortlist: $csv"
}

if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no display here: the same job on the command line." >&2
    on_the_command_line
    exit 0
fi

shown=${folder:-$root/build/example}/example.rolecall
mkdir -p -- "$(dirname -- "$shown")"
[ -e "$shown" ] || "$rolecall" workspace example "$shown"
if ! "$rolecall" "$shown"; then
    echo "The window did not open on this display: the same job on the command line." >&2
    on_the_command_line
fi
