import type { CommandUnknownOpts } from '@commander-js/extra-typings';

export const SHELLS = ['bash', 'zsh'] as const;

export type Shell = (typeof SHELLS)[number];

/** A command with what may follow it, by its path below the program: ``, `profiles`, `profiles list`. */
interface Completed {
  readonly path: string;
  readonly words: readonly string[];
}

/**
 * A script that defines a shell function by the name, which runs the program, and completes its commands and options as they
 * are declared. zsh reads bash's completions ("bashcompinit", zshcompsys).
 *
 * @param root the program
 * @param runs what the function runs; `"$@"` follows it
 */
export function completionScript(root: CommandUnknownOpts, shell: Shell, name: string, runs: string): string {
  const commands = completed(root, '');
  const cases = commands.map(({ path, words }) => `    ${quoted(path)}) words=${quoted(words.join(' '))} ;;`);
  const complete = `_${name.replaceAll('-', '_')}`;
  return [
    ...(shell === 'zsh' ? ['autoload -U +X compinit bashcompinit && compinit -u && bashcompinit'] : []),
    `${name}() { ${runs} "$@"; }`,
    `${complete}() {`,
    '  local path="" words="" word i',
    '  for ((i = 1; i < COMP_CWORD; i++)); do',
    '    word="${COMP_WORDS[i]}"',
    `    case "\${path:+$path }$word" in ${commands
      .filter(({ path }) => path !== '')
      .map(({ path }) => quoted(path))
      .join(' | ')}) path="\${path:+$path }$word" ;; esac`,
    '  done',
    '  case "$path" in',
    ...cases,
    '  esac',
    '  COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))',
    '}',
    // Files where no word fits: keys, profiles, documents.
    `complete -o default -F ${complete} ${name}`,
  ].join('\n');
}

function completed(command: CommandUnknownOpts, path: string): Completed[] {
  const options = command.options.flatMap(({ long }) => long ?? []);
  const names = command.commands.map((each) => each.name());
  const help = path === '' ? ['help'] : [];
  return [
    { path, words: [...names, ...help, ...options, '--help'] },
    ...command.commands.flatMap((each) => completed(each, path === '' ? each.name() : `${path} ${each.name()}`)),
  ];
}

/** Names of commands and options have no quotes. */
function quoted(text: string): string {
  return `'${text}'`;
}
