import path from 'node:path';
import { run } from '@trade-matching/command-line';
import { folderOf, recordingTerminal } from '@trade-matching/command-line/testing';
import {
  mismatched,
  renderConfirmation,
  samplePair,
  type TradePair,
  withinTolerance,
} from '@trade-matching/confirmation-samples';
import { expect, test } from 'vitest';
import { compareCommand } from './compare.ts';

const pair = samplePair(2);

/** Prints both sides, compares them, and gives what was said. */
async function compare({ bank, counterparty }: TradePair, ...options: string[]) {
  const folder = folderOf({
    'bank.pdf': renderConfirmation(bank, 'letter'),
    'counterparty.pdf': renderConfirmation(counterparty, 'grid'),
  });
  const recording = recordingTerminal();
  const files = ['bank.pdf', 'counterparty.pdf'].map((name) => path.join(folder, name));
  expect(await run(compareCommand, [...files, ...options], recording.terminal)).toBe(0);
  return recording;
}

test('two sides of one trade match', async () => {
  const { json } = await compare(pair, '--json');
  const accounting = { lines: expect.any(Number), accounted: expect.any(Number) };
  expect(json()).toEqual([
    {
      ...{ status: 'MATCHED', paired_by: 'reference', differences: [], other_terms: [], flags: [] },
      accounting: { bank: accounting, counterparty: accounting },
    },
  ]);
});

test('a difference within tolerance is shown with its tolerance', async () => {
  const apart = withinTolerance(pair);
  const { json } = await compare(apart, '--json');
  expect(json()).toMatchObject([
    {
      status: 'MATCHED_WITHIN_TOLERANCE',
      paired_by: 'reference',
      differences: [
        {
          field: 'trade_date',
          bank: apart.bank.trade_date,
          counterparty: apart.counterparty.trade_date,
          tolerance: '1 calendar day',
          verdict: 'WITHIN_TOLERANCE',
        },
      ],
      flags: [],
    },
  ]);
});

test('a wrong rate is a mismatch', async () => {
  const { json } = await compare(mismatched(pair), '--json');
  expect(json()[0]).toMatchObject({
    status: 'MISMATCHED',
    differences: [{ field: 'fixed_rate', verdict: 'DIFFERENT', tolerance: '0.01 bp' }],
  });
});

test('a term that one side leaves out is for review, unless the profile of a file accepts it', async () => {
  const { spread_bps: _left, ...theirs } = pair.counterparty;
  const apart = { bank: pair.bank, counterparty: theirs as TradePair['bank'] };
  const { json } = await compare(apart, '--json');
  const flag = { code: 'ONE_SIDED_TERM', field: 'spread_bps' };
  expect(json()[0]).toMatchObject({ status: 'REVIEW', flags: [flag] });
  const folder = folderOf({ 'profiles.json': '{"default":{"fields":{"spread_bps":{"one_sided":"accept"}}}}' });
  const accepted = await compare(apart, '--json', '--profiles', path.join(folder, 'profiles.json'));
  expect(accepted.json()[0]).toMatchObject({ status: 'MATCHED', flags: [flag] });
});

test('refuses profiles that do not exist or do not fit as wrong usage', async () => {
  const folder = folderOf({ 'profiles.json': '{"defaults":{}}' });
  for (const [file, message] of [
    ['gone.json', /gone\.json cannot be read/],
    ['profiles.json', /profiles\.json do not fit: .*"defaults"/],
  ] as const) {
    const { terminal, complaints } = recordingTerminal();
    const files = ['ours.pdf', 'theirs.pdf'].map((name) => path.join(folderOf({ [name]: '' }), name));
    expect(await run(compareCommand, [...files, '--profiles', path.join(folder, file)], terminal)).toBe(2);
    expect(complaints.join('\n')).toMatch(message);
  }
});

test('without references, the same economic terms pair them', async () => {
  const nameless = ({ trade_id, other_reference, ...trade }: TradePair['bank']) => trade as TradePair['bank'];
  const { json } = await compare({ bank: nameless(pair.bank), counterparty: nameless(pair.counterparty) }, '--json');
  expect(json()[0]).toMatchObject({ status: 'MATCHED', paired_by: 'fingerprint' });
});

test('what no rule pairs is unmatched, and compared all the same', async () => {
  const { json } = await compare({ bank: pair.bank, counterparty: samplePair(4).counterparty }, '--json');
  expect(json()[0]).toMatchObject({
    status: 'UNMATCHED',
    paired_by: null,
    differences: expect.arrayContaining([expect.objectContaining({ field: 'fixed_rate', verdict: 'DIFFERENT' })]),
  });
});

test('a document that calls its trade off is paired with nothing', async () => {
  const folder = folderOf({
    'ours.pdf': renderConfirmation(pair.bank, 'letter', 'CANCELLATION'),
    'theirs.pdf': renderConfirmation(pair.counterparty, 'grid'),
  });
  const { terminal, json } = recordingTerminal();
  await run(compareCommand, [path.join(folder, 'ours.pdf'), path.join(folder, 'theirs.pdf'), '--json'], terminal);
  expect(json()[0]).toMatchObject({ status: 'CANCELLED', paired_by: null, differences: [] });
});

test('a refused document leaves nothing to compare', async () => {
  const folder = folderOf({ 'bank.pdf': renderConfirmation(pair.bank, 'letter'), 'theirs.pdf': '' });
  const files = ['bank.pdf', 'theirs.pdf'].map((name) => path.join(folder, name));
  const { terminal, json, said } = recordingTerminal();
  expect(await run(compareCommand, [...files, '--json'], terminal)).toBe(0);
  expect(json()).toEqual([
    {
      status: 'REFUSED',
      refused: [{ file: files[1], reason: 'EMPTY_FILE', message: 'The file is empty.' }],
      paired_by: null,
      differences: [],
      other_terms: [],
      flags: [],
    },
  ]);
  await run(compareCommand, files, terminal);
  expect(said[1]).toContain('REFUSED');
});

test('the table shows every compared field with both values, the tolerance and the verdict', async () => {
  const apart = mismatched(pair);
  const { said } = await compare(apart);
  const row = (field: string) => said[0]?.split('\n').find((line) => line.startsWith(`│ ${field} `));
  expect(said[0]).toContain('MISMATCHED, paired by reference');
  expect(row('fixed_rate')).toMatch(
    new RegExp(`${apart.bank.fixed_rate} .*${apart.counterparty.fixed_rate} .*0\\.01 bp .*DIFFERENT`),
  );
  for (const field of ['product', 'notional', 'currency', 'effective_date', 'spread_bps']) {
    expect(row(field)).toContain('EQUAL');
  }
  expect(said[0]).toMatch(/Never compared: .*trade_id/);
});

test.each([[[]], [['one.pdf']], [[import.meta.filename]], [Array(3).fill(import.meta.filename)]])(
  '%j is wrong usage',
  async (args) => {
    expect(await run(compareCommand, args, recordingTerminal().terminal)).toBe(2);
  },
);
