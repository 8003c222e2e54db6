# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of rolecall's commands, options and files for fish.
set -l nouns posting table mail document role applicants search shortlist packet deadlines candidate workspace
complete -c rolecall -n "not __fish_seen_subcommand_from $nouns" -a "$nouns"
complete -c rolecall -n "not __fish_seen_subcommand_from $nouns" -l version -d "Print the version"
complete -c rolecall -l help -d "Explain the use"
for noun in posting table mail document
    complete -c rolecall -n "__fish_seen_subcommand_from $noun; and not __fish_seen_subcommand_from read" -a read
end
complete -c rolecall -n "__fish_seen_subcommand_from role; and not __fish_seen_subcommand_from add list revise" -a "add list revise"
complete -c rolecall -n "__fish_seen_subcommand_from applicants; and not __fish_seen_subcommand_from import list" -a "import list"
complete -c rolecall -n "__fish_seen_subcommand_from shortlist; and not __fish_seen_subcommand_from export record" -a "export record"
complete -c rolecall -n "__fish_seen_subcommand_from packet; and not __fish_seen_subcommand_from export merge" -a "export merge"
complete -c rolecall -n "__fish_seen_subcommand_from candidate; and not __fish_seen_subcommand_from export erase" -a "export erase"
complete -c rolecall -n "__fish_seen_subcommand_from erase" -l yes -d "Without asking"
complete -c rolecall -n "__fish_seen_subcommand_from erase" -l json -d "Print JSON"
complete -c rolecall -n "__fish_seen_subcommand_from erase" -l reason -x -a "asked retention mistake" -d "Kept with the count"
complete -c rolecall -n "__fish_seen_subcommand_from workspace; and not __fish_seen_subcommand_from check backup restore recover info example" -a "check backup restore recover info example"
complete -c rolecall -n "__fish_seen_subcommand_from read add list revise import search deadlines info recover" -l json -d "Print JSON"
complete -c rolecall -n "__fish_seen_subcommand_from revise import" -l dry-run -d "Store nothing"
complete -c rolecall -n "__fish_seen_subcommand_from import" -l map -x -d "FIELD=COLUMN"
complete -c rolecall -n "__fish_seen_subcommand_from import" -l reviewer -x -d "Whose ratings they are"
complete -c rolecall -n "__fish_seen_subcommand_from search" -l limit -x -d "Most results"
complete -c rolecall -n "__fish_seen_subcommand_from export recover" -l output -r -d "The file to write"
complete -c rolecall -n "__fish_seen_subcommand_from workspace packet; and __fish_seen_subcommand_from backup export" -l encrypt -d "By a passphrase"
complete -c rolecall -n "__fish_seen_subcommand_from workspace packet; and __fish_seen_subcommand_from backup restore export merge" -l passphrase-file -r -d "Where the passphrase is"
complete -c rolecall -n "__fish_seen_subcommand_from export" -l top -x -d "First ranks only"
complete -c rolecall -n "__fish_seen_subcommand_from export" -l blind -d "Codes instead of names"
complete -c rolecall -n "__fish_seen_subcommand_from export" -l evidence -d "With evidence"
complete -c rolecall -n "__fish_seen_subcommand_from export" -l bom -d "Begin with a byte order mark"
complete -c rolecall -n "__fish_seen_subcommand_from packet; and __fish_seen_subcommand_from export" -l reviewer -x -d "Whom it is for"
complete -c rolecall -n "__fish_seen_subcommand_from merge" -l take -x -a "ours theirs" -d "Whose side stands"
