# fish completion for memdir. Written by 'memdir completion fish'; do not edit.

# Prints the command on the line; fails if there is none yet.
function __memdir_command
    set -l skip 0
    set -l words (commandline -opc)
    for word in $words[2..-1]
        if test $skip = 1
            set skip 0
            continue
        end
        switch $word
            case -C --dir --project --format --color --hyperlink --progress
                set skip 1
            case '-*'
            case '*'
                echo $word
                return 0
        end
    end
    return 1
end

function __memdir_using
    set -l name (__memdir_command)
    and test "$name" = $argv[1]
end

function __memdir_memories
    set -l words (commandline -opc)
    command memdir __complete memory -- $words[2..-1] 2>/dev/null
end

complete -c memdir -f
complete -c memdir -s C -l dir -x -a '(__fish_complete_directories (commandline -ct))' -d 'Use this memory directory; nothing is looked up'
complete -c memdir -l project -x -a '(__fish_complete_directories (commandline -ct))' -d 'Find the memory directory of the project at PATH, not of the working directory'
complete -c memdir -l json -d 'Short for --format json'
complete -c memdir -l color -x -a 'auto always never' -d 'Colour the output: auto, always or never'
complete -c memdir -l no-color -d 'Short for --color never'
complete -c memdir -l hyperlink -x -a 'auto always never' -d 'Make names of files clickable: auto, always or never'
complete -c memdir -l progress -x -a 'auto always never' -d 'Show the progress of what takes long: auto, always or never'
complete -c memdir -l no-pager -d 'Print long output on a terminal without a pager'
complete -c memdir -s q -l quiet -d 'Print results and errors only, no notes'
complete -c memdir -l no-input -d 'Never ask and never open an editor'
complete -c memdir -s h -l help -d 'Print the help page and stop'
complete -c memdir -l version -d 'Print the version and stop'

complete -c memdir -n 'not __memdir_command >/dev/null' -a completion -d 'Print the completion script of a shell'
complete -c memdir -n '__memdir_using completion' -a 'bash zsh fish'
complete -c memdir -n '__memdir_using completion' -l format -x -a 'text' -d 'Print in this format'

complete -c memdir -n 'not __memdir_command >/dev/null' -a help -d 'Explain memdir or one of its commands'
complete -c memdir -n '__memdir_using help' -a 'completion help init list loaded man path show status'
complete -c memdir -n '__memdir_using help' -l format -x -a 'text' -d 'Print in this format'

complete -c memdir -n 'not __memdir_command >/dev/null' -a init -d 'Make the memory directory and an empty MEMORY.md'
complete -c memdir -n '__memdir_using init' -l dry-run -d 'Print what would change, change nothing'
complete -c memdir -n '__memdir_using init' -l format -x -a 'text json' -d 'Print in this format'

complete -c memdir -n 'not __memdir_command >/dev/null' -a list -d 'List the memories'
complete -c memdir -n '__memdir_using list' -l type -x -d 'Only memories of this type'
complete -c memdir -n '__memdir_using list' -l sort -x -a 'name modified type size' -d 'Order by name, newest, type or largest first'
complete -c memdir -n '__memdir_using list' -l reverse -d 'Turn the order round'
complete -c memdir -n '__memdir_using list' -l stale -d 'Only memories past the freshness of their type'
complete -c memdir -n '__memdir_using list' -l orphans -d 'Only memories that no index lists'
complete -c memdir -n '__memdir_using list' -l folds -d 'Show the folds that compaction made, and nothing else'
complete -c memdir -n '__memdir_using list' -s 0 -l null -d 'Print file names only, each ended by a NUL byte'
complete -c memdir -n '__memdir_using list' -l format -x -a 'text json' -d 'Print in this format'

complete -c memdir -n 'not __memdir_command >/dev/null' -a loaded -d 'Print the part of MEMORY.md that a session loads'
complete -c memdir -n '__memdir_using loaded' -l lost -d 'Print what does not load instead'
complete -c memdir -n '__memdir_using loaded' -l format -x -a 'text json' -d 'Print in this format'

complete -c memdir -n 'not __memdir_command >/dev/null' -a man -d 'Print a man page'
complete -c memdir -n '__memdir_using man' -a 'completion help init list loaded man path show status'
complete -c memdir -n '__memdir_using man' -l format -x -a 'text' -d 'Print in this format'

complete -c memdir -n 'not __memdir_command >/dev/null' -a path -d 'Print the memory directory'
complete -c memdir -n '__memdir_using path' -l explain -d 'Show every rule in order, what it said and which one won'
complete -c memdir -n '__memdir_using path' -l format -x -a 'text json' -d 'Print in this format'

complete -c memdir -n 'not __memdir_command >/dev/null' -a show -d 'Print one memory'
complete -c memdir -n '__memdir_using show' -a '(__memdir_memories)'
complete -c memdir -n '__memdir_using show' -l raw -d 'Print the file\'s exact bytes and nothing else'
complete -c memdir -n '__memdir_using show' -l body -d 'Leave out the frontmatter'
complete -c memdir -n '__memdir_using show' -l no-caveat -d 'Leave out the warning above an old memory'
complete -c memdir -n '__memdir_using show' -l format -x -a 'text json' -d 'Print in this format'

complete -c memdir -n 'not __memdir_command >/dev/null' -a status -d 'Show the health of the memory directory'
complete -c memdir -n '__memdir_using status' -l format -x -a 'text json' -d 'Print in this format'
