# Prints what bash offers for a line whose end is the cursor: ask.bash SCRIPT LINE
# The line is split as readline splits it, at blanks and at '='; each candidate is shown as the word
# that the shell would read from it.
# shellcheck source=/dev/null
source "$1" || exit
line=$2
COMP_WORDS=()
while IFS= read -r word; do
  COMP_WORDS+=("$word")
done < <(printf '%s' "$line" | sed 's/=/ = /g' | tr -s ' ' '\n'; echo)
[[ $line != *= ]] || unset 'COMP_WORDS[-1]'
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
COMP_LINE=$line
COMP_POINT=${#line}
function=$(complete -p memdir | sed 's/.*-F \([^ ]*\) .*/\1/')
"$function"
for candidate in "${COMPREPLY[@]}"; do
  # Quoted by the script; taken apart by the shell itself, as if Enter had been pressed.
  eval "printf '%s\n' $candidate"
done
