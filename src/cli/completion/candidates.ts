// What may stand next on a command line: commands, options, their values, categories; files are left to the shell.
import { openCatalog } from '../../category/catalog.ts';
import type { Language } from '../../findings/sentence.ts';
import { reporters } from '../../reporters/index.ts';
import { type Command, type Context, exit, type OptionSpec } from '../command.ts';
import { usage } from '../usage.ts';

export async function script({ args, terminal }: Context): Promise<number> {
  const [shell = ''] = args;
  const text = scripts.get(shell);
  if (text === undefined) {
    throw usage('zjtx config completion', (words) => words.badValue('SHELL', shell, [...scripts.keys()].join(', ')));
  }
  terminal.stdout.write(text);
  return exit.fine;
}

/** Never fails: a shell would print the reason into the line being typed. */
export async function words({ args, commands, language, terminal }: Context): Promise<number> {
  const categories = async () => {
    const list = await openCatalog().then((catalog) => catalog.list());
    return list.map(({ id, title }) => ({ text: id, about: title }));
  };
  const { all, files } = await candidates(commands, args, {
    language,
    formats: reporters.map(({ name }) => name),
    categories,
  });
  if (files) terminal.stdout.write(':files\n');
  for (const { text, about: said } of all) terminal.stdout.write(`${text}\t${said.replace(/\s+/g, ' ')}\n`);
  return exit.fine;
}

export type Candidate = { readonly text: string; readonly about: string };

/** `files` asks the shell to offer files and folders as well. */
export type Candidates = { readonly all: readonly Candidate[]; readonly files: boolean };

/** What is only known when asked for. */
export type Known = {
  readonly language: Language;
  readonly formats: readonly string[];
  readonly categories: () => Promise<readonly Candidate[]>;
};

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
const longOf = ({ flags }: OptionSpec): string => /--[\w-]+/.exec(flags)?.[0] ?? flags;
const takesValue = ({ flags }: OptionSpec): boolean => flags.includes('<');
const plain = (texts: readonly string[]): readonly Candidate[] => texts.map((text) => ({ text, about: '' }));
const none: Candidates = { all: [], files: false };

function valuesOf(option: OptionSpec, { formats }: Known): Candidates {
  if (option.choices !== undefined) return { all: plain(option.choices), files: false };
  if (option.completes === 'formats') return { all: plain(formats), files: false };
  return { all: [], files: /<(?:file|folder)/.test(option.flags) };
}

/** The option that a word is, `--format` or `-f`. */
const named = (command: Command, word: string): OptionSpec | undefined =>
  command.options.find(({ flags }) => flags.split(/[ ,]+/).includes(word));

/** Every candidate for the last of `words`, which may be empty; the words before it are complete. */
export async function candidates(
  commands: readonly Command[],
  words: readonly string[],
  known: Known,
): Promise<Candidates> {
  const before = words.slice(0, -1);
  const current = words.at(-1) ?? '';
  let level = commands;
  let command: Command | undefined;
  let pending: OptionSpec | undefined;
  let given = 0;
  for (const word of before) {
    if (pending !== undefined) pending = undefined;
    else if (command !== undefined && word.startsWith('-')) {
      const option = named(command, word);
      pending = option !== undefined && takesValue(option) ? option : undefined;
    } else {
      const inner: Command | undefined = level.find(({ name }) => name === word);
      if (inner === undefined) given += 1;
      else [command, level, given] = [inner, inner.commands ?? [], 0];
    }
  }
  if (pending !== undefined) return valuesOf(pending, known);
  const [, long, value] = /^(--[\w-]+)=(.*)$/.exec(current) ?? [];
  if (command !== undefined && long !== undefined && value !== undefined) {
    const option = named(command, long);
    if (option === undefined) return none;
    const { all, files } = valuesOf(option, known);
    return { all: all.map(({ text, about }) => ({ text: `${long}=${text}`, about })), files };
  }
  if (current.startsWith('-')) {
    const options = (command?.options ?? []).filter(({ hidden }) => hidden !== true);
    return {
      all: options.map((option) => ({ text: longOf(option), about: option.about[known.language] })),
      files: false,
    };
  }
  const visible = level.filter(({ hidden }) => hidden !== true);
  if (visible.length > 0) {
    return { all: visible.map(({ name, about }) => ({ text: name, about: about[known.language] })), files: false };
  }
  if (command?.argument === undefined) return none;
  const { syntax, completes } = command.argument;
  if (given > 0 && !syntax.includes('...')) return none;
  if (completes === 'categories') return { all: await known.categories(), files: false };
  if (completes === 'shells') return { all: plain(shells), files: false };
  return { all: [], files: true };
}

/**
 * The protocol: `zjtx config completion words -- WORD…` prints a candidate a line, `text<TAB>about`, and first a line `:files`
 * when files may stand there too. The last word is the one being typed.
 */
const bash = `# zjtx completion for bash: zjtx config completion bash > ~/.local/share/bash-completion/completions/zjtx
_zjtx() {
  local words=() line current="\${COMP_LINE:0:COMP_POINT}" cur
  read -ra words <<< "$current"
  [[ "$current" == *[[:space:]] ]] && words+=("")
  cur="\${words[\${#words[@]}-1]}"
  COMPREPLY=()
  local files=0
  while IFS=$'\\t' read -r line _; do
    if [[ "$line" == ":files" ]]; then files=1; elif [[ "$line" == "$cur"* ]]; then COMPREPLY+=("$line"); fi
  done < <(zjtx config completion words -- "\${words[@]:1}" 2>/dev/null)
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
# zjtx completion for zsh: zjtx config completion zsh > "\${fpath[1]}/_zjtx"
_zjtx() {
  local -a found
  local line files=0
  while IFS= read -r line; do
    if [[ "$line" == ":files" ]]; then files=1; else found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}"); fi
  done < <(zjtx config completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  ((\${#found})) && _describe -o zjtx found
  ((files)) && _files
  return 0
}
if [ "$funcstack[1]" = "_zjtx" ]; then _zjtx "$@"; else compdef _zjtx zjtx; fi
`;

const fish = `# zjtx completion for fish: zjtx config completion fish > ~/.config/fish/completions/zjtx.fish
function __zjtx_candidates
    set -l words (commandline -opc) (commandline -ct)
    for line in (zjtx config completion words -- $words[2..-1] 2>/dev/null)
        if test "$line" = ":files"
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c zjtx -f -a '(__zjtx_candidates)'
`;

const powershell = `# zjtx completion for PowerShell: zjtx config completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName zjtx -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
    if ($wordToComplete -eq '') { $words += '' }
    zjtx config completion words -- @words 2>$null | ForEach-Object {
        $text, $about = $_ -split "\`t", 2
        if ($text -ne ':files' -and $text -like "$wordToComplete*") {
            if (-not $about) { $about = $text }
            [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $about)
        }
    }
}
`;

export const scripts: ReadonlyMap<string, string> = new Map(Object.entries({ bash, zsh, fish, powershell }));
