import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { recordingTerminal } from '../testing/recording-terminal.ts';
import { newCommand, run } from './command.ts';
import { printable, printableLines, printableStyled } from './printable.ts';

// Clears the screen, sets the window's title, conceals, turns the reading order, and ends with half a character.
const HOSTILE = 'a\x1b[2J\x1b]0;t\x07\x9b8m\u202eb\u2028c\r\ud800';
const SPELLED = 'a\\u001b[2J\\u001b]0;t\\u0007\\u009b8m\\u202eb\\u2028c\\u000d\\ud800';

test('text on one line has nothing left that a terminal obeys', () => {
  expect(printable(`${HOSTILE}\n`)).toBe(`${SPELLED}\\u000a`);
  expect(printable('Zürich 東京 €1')).toBe('Zürich 東京 €1');
});

test('JSON stays the JSON that it was', () => {
  const value = { key: `${HOSTILE}\u{e0041}\x7f` };
  const text = printableLines(JSON.stringify(value, null, 2));
  expect(text).not.toMatch(/[^\n\x20-\x7e]/);
  expect(JSON.parse(text)).toEqual(value);
});

test('a command keeps its colours, and no other sequence', () => {
  expect(printableStyled('\x1b[32mMATCHED\x1b[39m \x1b[8mhidden \x1b[2K')).toBe(
    '\x1b[32mMATCHED\x1b[39m \\u001b[8mhidden \\u001b[2K',
  );
});

test('no command writes to the terminal what a text from outside says, in an answer or an error', async () => {
  const { terminal, raw, complaints } = recordingTerminal();
  const command = (fails: boolean) => (given: typeof terminal) =>
    newCommand({ name: 'x', summary: '', description: '', examples: [] }).action(() => {
      given.say(HOSTILE);
      given.sayStyled(HOSTILE);
      if (fails) throw new Error(HOSTILE);
    });
  await run(command(true), [], terminal);
  expect(raw).toEqual([SPELLED, SPELLED]);
  expect(complaints[0]).toBe(`${SPELLED}\n--debug shows where this happened.`);
  await run(command(false), ['--x\x1b[2J'], terminal);
  expect(complaints[1]).toContain("unknown option '--x\\u001b[2J'");
});

test("the process's own terminal spells them out as well", () => {
  const terminal = pathToFileURL(path.join(import.meta.dirname, 'terminal.ts')).href;
  const script = `const { processTerminal } = await import(${JSON.stringify(terminal)});
    const { say, complain } = processTerminal(); say('a\\x1b[2Jb'); complain('c\\u202ed');`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['a\\u001b[2Jb\n', 'c\\u202ed\n']);
});
