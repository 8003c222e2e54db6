# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of rolecall's commands, options and files for bash.
_rolecall()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local command=${COMP_WORDS[1]-} verb=${COMP_WORDS[2]-} words=
    COMPREPLY=()
    case $previous in
    --output) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
    --passphrase-file) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
    --output | --ics) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
    --top | --limit | --map | --reviewer | --take) return ;;
    --reason) mapfile -t COMPREPLY < <(compgen -W "asked retention mistake" -- "$current"); return ;;
    esac
    if [ "$COMP_CWORD" -eq 1 ]; then
        words="posting table mail document role applicants search shortlist packet deadlines candidate workspace --help --version"
    elif [ "$COMP_CWORD" -eq 2 ]; then
        case $command in
        posting | table | mail | document) words="read" ;;
        role) words="add list revise" ;;
        applicants) words="import list" ;;
        shortlist) words="export record" ;;
        packet) words="export merge" ;;
        candidate) words="export erase" ;;
        workspace) words="check backup restore recover info example" ;;
        esac
    fi
    if [[ $current == -* ]]; then
        case "$command $verb" in
        "posting "* | "table "* | "mail "* | "document "* | "role add" | "role list" | "applicants list" | "workspace info") words="--json --help" ;;
        "deadlines "*) words="--ics --json --help" ;;
        "role revise") words="--dry-run --json --help" ;;
        "applicants import") words="--map --reviewer --dry-run --json --help" ;;
        "search "*) words="--role --stage --tag --source --kind --limit --json --help" ;;
        "shortlist record") words="--output --top --blind --help" ;;
        "shortlist export") words="--output --top --blind --evidence --bom --help" ;;
        "candidate export") words="--output --json --help" ;;
        "candidate erase") words="--yes --reason --json --help" ;;
        "workspace backup") words="--encrypt --passphrase-file --help" ;;
        "workspace restore") words="--passphrase-file --help" ;;
        "workspace recover") words="--output --json --help" ;;
        "packet export") words="--encrypt --passphrase-file --output --reviewer --blind --without-documents --json --help" ;;
        "packet merge") words="--passphrase-file --take --dry-run --json --help" ;;
        *) words="$words --help" ;;
        esac
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
        return
    fi
    [ -z "$words" ] || mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    if [ -z "$words" ] || [ "$COMP_CWORD" -eq 1 ]; then
        local files
        mapfile -t files < <(compgen -f -- "$current")
        COMPREPLY+=("${files[@]}")
        compopt -o filenames 2>/dev/null
    fi
}
complete -F _rolecall rolecall
