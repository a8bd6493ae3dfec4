import path from 'node:path';
import { run } from '@trade-matching/command-line';
import { folderOf, recordingTerminal } from '@trade-matching/command-line/testing';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { makeLie } from '@trade-matching/confirmation-samples/lies';
import { describe, expect, test } from 'vitest';
import { extractCommand } from './extract.ts';

const swap = samplePair(2).bank;
const forward = samplePair(3).bank;

test('one object a line, in the order given, with the trade that was printed', async () => {
  const folder = folderOf({
    'swap.pdf': renderConfirmation(swap, 'letter'),
    'forward.pdf': renderConfirmation(forward, 'telex'),
    'broken.pdf': 'Dear Sirs,',
  });
  const files = ['swap.pdf', 'broken.pdf', 'forward.pdf'].map((name) => path.join(folder, name));
  const { terminal, json } = recordingTerminal();
  expect(await run(extractCommand, [...files, '--source', 'BANK', '--json'], terminal)).toBe(0);
  const [first, second, third] = json();
  expect(first).toMatchObject({ file: files[0], outcome: 'extracted', document_kind: 'NEW', trade: swap, flags: [] });
  expect(first).toMatchObject({ other_terms: expect.any(Array), accounting: { lines: expect.any(Number) } });
  expect(second).toEqual({
    file: files[1],
    outcome: 'refused',
    reason: 'NOT_A_PDF',
    message: expect.stringContaining('%PDF-'),
    flags: [],
  });
  expect(third).toMatchObject({ file: files[2], outcome: 'extracted', trade: { product: 'FX_FORWARD' } });
});

test('a folder stands for all PDFs below it, sorted', async () => {
  const pdf = renderConfirmation(swap, 'grid');
  const folder = folderOf({ 'b.PDF': pdf, 'a/z.pdf': pdf, 'notes.txt': 'no confirmation', 'a.pdf': pdf });
  const { terminal, json } = recordingTerminal();
  await run(extractCommand, [folder, '--source', 'bank', '--json'], terminal);
  expect(json().map(({ file }) => path.relative(folder, file))).toEqual(['a.pdf', 'a/z.pdf', 'b.PDF']);
});

test('the table says where each value stands, and how it is printed', async () => {
  const folder = folderOf({ 'swap.pdf': renderConfirmation(swap, 'letter') });
  const { terminal, said } = recordingTerminal();
  await run(extractCommand, [folder, '--source', 'BANK'], terminal);
  const notional = said
    .join('\n')
    .split('\n')
    .find((line) => line.includes('│ notional '));
  expect(notional).toContain(swap.notional);
  expect(notional).toMatch(/page 1, line \d+/);
  expect(notional).toMatch(/1\.00/);
});

test('--verify says whether values are read again from the page', async () => {
  const { bytes, said, shown } = await makeLie('drawn', 1);
  const folder = folderOf({ 'lie.pdf': bytes });
  const flagsWith = async (...verify: string[]) => {
    const { terminal, json } = recordingTerminal();
    expect(await run(extractCommand, [folder, '--source', 'BANK', '--json', ...verify], terminal)).toBe(0);
    return json().flatMap(({ flags }) => flags) as { readonly code: string; readonly message: string }[];
  };
  const seen = (await flagsWith()).filter(({ code }) => code === 'SEEN_OTHERWISE');
  expect(seen.map(({ message }) => message).join()).toContain(said);
  expect(seen.map(({ message }) => message.replaceAll(' ', '')).join()).toContain(shown);
  expect((await flagsWith('--verify', 'off')).map(({ code }) => code)).not.toContain('SEEN_OTHERWISE');
});

test('a refused document has a sentence, and the next is read', async () => {
  const folder = folderOf({ '1.pdf': '', '2.pdf': renderConfirmation(swap, 'letter') });
  const { terminal, said } = recordingTerminal();
  expect(await run(extractCommand, [folder, '--source', 'BANK'], terminal)).toBe(0);
  expect(said[0]).toContain('refused EMPTY_FILE: The file is empty.');
  expect(said[1]).toContain(swap.trade_id);
});

test('a name cannot write to the terminal', async () => {
  const folder = folderOf({ 'a\x1b]0;title\x07\u202efdp.pdf': '' });
  const { terminal, raw } = recordingTerminal();
  await run(extractCommand, [folder, '--source', 'BANK'], terminal);
  expect(raw[0]).toContain('a\\u001b]0;title\\u0007\\u202efdp.pdf');
});

describe('wrong usage is reported before anything is read', () => {
  const file = import.meta.filename;
  test.each([
    [[file], /required option '--source <source>' not specified/],
    [[file, '--source', 'MINE'], /one of BANK, COUNTERPARTY, not "MINE"/],
    [[file, '--source', 'BANK', '--verify', 'never'], /one of on-risk, always, off, not "never"/],
    [['--source', 'BANK'], /missing required argument 'file'/],
    [[file, '--source', 'BANK', '--jsn'], /--jsn/],
    [[file, 'nowhere.pdf', 'nor-here', '--source', 'BANK'], /nowhere\.pdf.*\n.*nor-here/],
    [[import.meta.dirname, '--source', 'BANK'], /holds no \.pdf file/],
    [['/dev/null', '--source', 'BANK'], /neither a file nor a folder/],
  ])('%j', async (args, message) => {
    const { terminal, said, complaints } = recordingTerminal();
    expect(await run(extractCommand, args, terminal)).toBe(2);
    expect(complaints.join('\n')).toMatch(message);
    expect(said).toEqual([]);
  });
});

test('a stopped extract says how many documents were not read, and calls none corrupt', async () => {
  const pdf = renderConfirmation(swap, 'letter');
  const folder = folderOf(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i + 10}.pdf`, pdf])));
  const stopping = new AbortController();
  const { terminal, said, complaints } = recordingTerminal(stopping.signal);
  const stopsAtThird = {
    ...terminal,
    say: (text: string) => {
      terminal.say(text);
      if (said.length === 3) stopping.abort();
    },
  };
  expect(await run(extractCommand, [folder, '--source', 'BANK', '--json'], stopsAtThird)).toBe(1);
  expect(complaints).toEqual(['Stopped: 17 of 20 documents were not read.']);
  expect(said).toHaveLength(3);
  expect(said.every((line) => line.includes('"extracted"'))).toBe(true);
});
