# Prints what zsh offers for a line whose end is the cursor: ask.zsh SCRIPT LINE
# Completion runs only inside the line editor, so a second zsh gets a terminal of its own, and its
# compadd is asked what matched.
zmodload zsh/zpty || exit 125
zpty inner zsh -f -i || exit 125  # no pseudo-terminal to be had
expect() {
  local text seen=
  while zpty -r inner text; do
    seen+=$text
    [[ $seen == *$1* ]] && return 0
  done
  return 1
}
cat >setup.zsh <<'END'
PS1= PS2= RPS1=
unsetopt beep prompt_cr prompt_sp zle_bracketed_paste 2>/dev/null
autoload -Uz compinit && compinit -D -u
source $SCRIPT
compadd() {
  # With -O, -A or -D nothing is offered, only filtered.
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
    builtin compadd "$@"
    return
  fi
  local -a found
  builtin compadd -O found "$@"
  print -rl -- $found >>offered.zsh
  builtin compadd "$@"
}
offer() {
  LBUFFER=$LINE_TO_COMPLETE
  zle complete-word
  print -r -- "<""done>"
}
zle -C complete-word complete-word _main_complete
zle -N offer
bindkey '^T' offer
print -r -- "<""ready>"
END
rm -f offered.zsh
zpty -w inner "SCRIPT=${(q)1} LINE_TO_COMPLETE=${(q)2}; source ./setup.zsh"
expect '<ready>' || exit
zpty -w -n inner $'\x14'
expect '<done>' || exit
zpty -d inner
[[ -e offered.zsh ]] && sed '/^$/d' offered.zsh
