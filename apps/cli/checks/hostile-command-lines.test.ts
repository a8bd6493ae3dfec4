import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '@trade-matching/command-line';
import { folderOf, recordingTerminal } from '@trade-matching/command-line/testing';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { program } from '../src/program.ts';

const COMMANDS = ['extract', 'compare', 'documents', 'document', 'trades', 'trade', 'queues', 'redrive', 'help'];
const OPTIONS = [
  ...['--source', '--json', '--status', '--reason', '--day', '--env', '--prefix', '--dry-run', '--profiles', '--help'],
  ...['--key', '--history', '--', '-', '--no-such', '--source=', '--day=2026-02-30', '-x'],
];
/** Control characters, escapes, bidirectional overrides, lone surrogates, and what a shell or a path gives a meaning to. */
const HOSTILE = [
  '\u001b[2J',
  '\u0007',
  '\u202e',
  '\u2066',
  '\r',
  '\u0000',
  '\ud800',
  '../..',
  '~',
  '%s',
  '\u009b1m',
  'é',
];

const word = fc.oneof(
  fc.constantFrom(...COMMANDS, ...OPTIONS, 'BANK', 'FAILED', 'NO_TEXT', 'local', '2026-11-23', 'ours.pdf'),
  fc.string({ maxLength: 12 }),
  fc.array(fc.constantFrom(...HOSTILE, 'a', '1'), { maxLength: 5 }).map((parts) => parts.join('')),
);
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed.
const RAW = /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** What a terminal acts on; colours, which the programs print themselves, are no part of `said`. */
const isRaw = (text: string) => RAW.test(text) || text.includes('\u001b') || !text.isWellFormed();

test('two hundred hostile command lines each end with a known code, and print no raw control character', async () => {
  const { bank } = samplePair(2);
  const folder = folderOf({ 'ours.pdf': renderConfirmation(bank, 'letter'), '\u001b[2J\u202e.pdf': 'no PDF' });
  writeFileSync(path.join(folder, 'a\nb.pdf'), 'no PDF');
  const files = ['ours.pdf', '\u001b[2J\u202e.pdf', 'a\nb.pdf', '.'].map((name) => path.join(folder, name));
  const line = fc.tuple(
    fc.constantFrom(...COMMANDS, ''),
    fc.array(fc.oneof({ weight: 3, arbitrary: word }, fc.constantFrom(...files)), { maxLength: 5 }),
  );
  await fc.assert(
    fc.asyncProperty(line, async ([command, rest]) => {
      const recording = recordingTerminal();
      const code = await run(program, [command, ...rest].filter(Boolean), recording.terminal);
      expect([0, 1, 2]).toContain(code);
      expect([...recording.said, ...recording.complaints].filter(isRaw)).toEqual([]);
    }),
    { numRuns: 200, seed: Number(process.env.HOSTILE_SEED ?? 1) },
  );
}, 600_000);
