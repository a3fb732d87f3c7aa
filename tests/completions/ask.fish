# Prints what fish offers for a line whose end is the cursor: ask.fish SCRIPT LINE
source $argv[1]
# The description follows a tab; an option with its value comes back whole.
complete -C $argv[2] | string replace -r '\t.*' '' | string replace -r '^--[a-z-]+=' ''
