#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what dependencies.txt lists and this machine lacks: install-dependencies.sh [SECTION...] (default: build run test).
# Needs root or sudo only where something is missing. `--list` prints the packages and installs nothing.
set -eu

folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
only_list=no
if [ "${1:-}" = --list ]; then
    only_list=yes
    shift
fi
[ "$#" -gt 0 ] || set -- build run test

packages=
for section in "$@"; do
    found=$(awk -v wanted="$section" '
        /^# section:/ { current = $3; next }
        /^#/ || NF == 0 { next }
        current == wanted { print $1 }' "$folder/dependencies.txt")
    if [ -z "$found" ]; then
        echo "There is no section '$section' in $folder/dependencies.txt." >&2
        exit 2
    fi
    packages="$packages $found"
done
if [ "$only_list" = yes ]; then
    # shellcheck disable=SC2086  # one argument per package
    printf '%s\n' $packages
    exit 0
fi

if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
    echo "This is no Debian system: install what packaging/dependencies.txt lists under this system's names." >&2
    exit 1
fi

missing=
for package in $packages; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || state=
    # A package that exists for several architectures answers once for each.
    case $state in
    installed*) ;;
    *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "Missing:$missing" >&2
        echo "Neither root nor sudo: have somebody run  apt-get install --no-install-recommends$missing" >&2
        exit 1
    fi
    as_root=sudo
fi

echo "Installing:$missing" >&2
apt()
{
    # shellcheck disable=SC2086  # empty, or one word
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@" </dev/null >&2
}
# One source that does not answer need not mean that a package is missing: the installation decides.
apt update || echo "Not every package source answered; trying with what is known." >&2
# shellcheck disable=SC2086  # one argument per package
apt install --yes --no-install-recommends $missing
