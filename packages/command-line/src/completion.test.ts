import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { newCommand } from './command.ts';
import { completionScript, type Shell } from './completion.ts';

const named = (name: string) => newCommand({ name, summary: '', description: '', examples: [] });

function script(shell: Shell): string {
  const profiles = named('profiles').addCommand(named('list').option('--json', ''));
  profiles.addCommand(named('propose').requiredOption('--comment <text>', ''));
  const cases = named('cases').option('--mine', '').option('--overdue', '');
  return completionScript(named('program').addCommand(cases).addCommand(profiles), shell, 'the-cli', 'echo ran');
}

/** What bash would offer for the last word. */
function offered(...words: readonly string[]): string[] {
  const typed = ['the-cli', ...words].map((each) => `'${each}'`).join(' ');
  const asked = `COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _the_cli; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', `${script('bash')}\n${asked}`], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
}

test.each([
  [['ca'], ['cases']],
  [['cases', '--o'], ['--overdue']],
  [
    ['cases', '--mine', '--'],
    ['--debug', '--mine', '--overdue', '--help'],
  ],
  [['profiles', 'l'], ['list']],
  [['profiles', 'propose', '--c'], ['--comment']],
  [['profiles', 'propose', 'cases', '--c'], ['--comment']],
  [['profiles', 'list', '--c'], []],
  [['h'], ['help']],
])('after %j bash offers %j', (words, expected) => {
  expect(offered(...words)).toEqual(expected);
});

test('the function runs the program with what was typed', () => {
  const ran = execFileSync('bash', ['-c', `${script('bash')}\nthe-cli cases --mine 'two words'`], { encoding: 'utf8' });
  expect(ran).toBe('ran cases --mine two words\n');
});

test('zsh reads it as bash does', () => {
  expect(script('zsh')).toBe(`autoload -U +X compinit bashcompinit && compinit -u && bashcompinit\n${script('bash')}`);
});
