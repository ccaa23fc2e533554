// The scripts that shells load: each asks the program itself what may stand next, so that none goes out of date.

/**
 * The protocol: `zjtx completion words -- WORD…` prints a candidate a line, `text<TAB>about`, and first a line `:files`
 * when files may stand there too. The last word is the one being typed.
 */
const bash = `# zjtx completion for bash: zjtx completion bash > ~/.local/share/bash-completion/completions/zjtx
_zjtx() {
  local words=() line current="\${COMP_LINE:0:COMP_POINT}" cur
  read -ra words <<< "$current"
  [[ "$current" == *[[:space:]] ]] && words+=("")
  cur="\${words[\${#words[@]}-1]}"
  COMPREPLY=()
  local files=0
  while IFS=$'\\t' read -r line _; do
    if [[ "$line" == ":files" ]]; then files=1; elif [[ "$line" == "$cur"* ]]; then COMPREPLY+=("$line"); fi
  done < <(zjtx completion words -- "\${words[@]:1}" 2>/dev/null)
  # Bash parts words at = and : and replaces only what stands after the last of them.
  local typed="\${COMP_WORDS[COMP_CWORD]}" lead
  [[ "$typed" == "=" || "$typed" == ":" ]] && typed=""
  lead="\${cur%"$typed"}"
  [[ -n "$lead" ]] && COMPREPLY=("\${COMPREPLY[@]#"$lead"}")
  if ((files)); then
    compopt -o filenames 2>/dev/null
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$typed")
  fi
}
complete -F _zjtx zjtx
`;

const zsh = `#compdef zjtx
# zjtx completion for zsh: zjtx completion zsh > "\${fpath[1]}/_zjtx"
_zjtx() {
  local -a found
  local line files=0
  while IFS= read -r line; do
    if [[ "$line" == ":files" ]]; then files=1; else found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}"); fi
  done < <(zjtx completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  ((\${#found})) && _describe -o zjtx found
  ((files)) && _files
  return 0
}
if [ "$funcstack[1]" = "_zjtx" ]; then _zjtx "$@"; else compdef _zjtx zjtx; fi
`;

const fish = `# zjtx completion for fish: zjtx completion fish > ~/.config/fish/completions/zjtx.fish
function __zjtx_candidates
    set -l words (commandline -opc) (commandline -ct)
    for line in (zjtx completion words -- $words[2..-1] 2>/dev/null)
        if test "$line" = ":files"
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c zjtx -f -a '(__zjtx_candidates)'
`;

const powershell = `# zjtx completion for PowerShell: zjtx completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName zjtx -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
    if ($wordToComplete -eq '') { $words += '' }
    zjtx completion words -- @words 2>$null | ForEach-Object {
        $text, $about = $_ -split "\`t", 2
        if ($text -ne ':files' -and $text -like "$wordToComplete*") {
            if (-not $about) { $about = $text }
            [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $about)
        }
    }
}
`;

export const scripts: Readonly<Record<string, string>> = { bash, zsh, fish, powershell };
