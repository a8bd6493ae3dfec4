import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '@trade-matching/command-line';
import { folderOf, recordingTerminal } from '@trade-matching/command-line/testing';
import { mismatched, renderConfirmation, samplePair, withinTolerance } from '@trade-matching/confirmation-samples';
import type { Trade } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import type { Evaluation } from './evaluate.ts';
import { evaluateCommand } from './evaluate-command.ts';
import { isSameValue } from './score-fields.ts';

async function evaluateFolder(folder: string) {
  const out = path.join(folderOf({}), 'evaluation.json');
  const { terminal, said } = recordingTerminal();
  expect(await run(evaluateCommand, [folder, '--json', out], terminal)).toBe(0);
  return { text: said.join('\n'), evaluation: JSON.parse(readFileSync(out, 'utf8')) as Evaluation };
}

const accepted = (name: string, truth: object) => ({ path: name, kind: 'letter', expectation: 'accept', truth });

/** Three pairs, one with a truth that its document does not print; and three odd files. */
function folderWithMistakes(): string {
  const pairs = { same: samplePair(2), near: withinTolerance(samplePair(4)), far: mismatched(samplePair(6)) };
  const files: Record<string, Uint8Array | string> = { 'empty.pdf': '', 'text.pdf': 'Dear Sirs,', 'odd.pdf': 'What?' };
  const documents: object[] = [
    { path: 'empty.pdf', kind: 'special:zero_byte', expectation: 'reject: empty' },
    { path: 'text.pdf', kind: 'special:text_renamed', expectation: 'reject: password required' },
    { path: 'odd.pdf', kind: 'special:odd', expectation: 'who knows' },
  ];
  for (const [name, pair] of Object.entries(pairs)) {
    for (const [side, trade] of Object.entries(pair) as [string, Trade][]) {
      files[`${name}-${side}.pdf`] = renderConfirmation(trade, 'letter');
      documents.push(accepted(`${name}-${side}.pdf`, { ...trade, ...(name === 'near' ? { fixed_rate: '99' } : {}) }));
    }
  }
  const manifest = {
    documents,
    pairs: [
      { id: 'same', bank: 'same-bank.pdf', counterparty: 'same-counterparty.pdf', expected: 'matched', diffs: [] },
      {
        ...{ id: 'near', bank: 'near-bank.pdf', counterparty: 'near-counterparty.pdf' },
        ...{ expected: 'matched_within_tolerance', diffs: [{ field: 'trade_date' }] },
      },
      { id: 'far', bank: 'far-bank.pdf', counterparty: 'far-counterparty.pdf', expected: 'matched' },
      { id: 'alone', bank: 'same-bank.pdf', counterparty: null, expected: 'unmatched' },
    ],
  };
  return folderOf({ ...files, 'manifest.json': JSON.stringify(manifest) });
}

describe('an evaluation', () => {
  test('an evaluation counts right, wrong, missing and extra values, and the pairs and files that differ', async () => {
    const { evaluation, text } = await evaluateFolder(folderWithMistakes());
    expect(evaluation.documents).toMatchObject({ files: 9, to_read: 6, read: 6, partial: 0, refused: [] });
    expect(evaluation.fields.find(({ field }) => field === 'fixed_rate')).toEqual({
      ...{
        field: 'fixed_rate',
        critical: true,
        in_truth: 6,
        right: 4,
        right_said_otherwise: 0,
        wrong: 2,
        wrong_flagged: 0,
      },
      ...{ missing: 0, extra: 0 },
      ...{ recall: 4 / 6, precision: 4 / 6 },
    });
    expect(evaluation.fields.find(({ field }) => field === 'notional')).toMatchObject({ recall: 1, precision: 1 });
    expect(evaluation.misread.filter(({ verdict }) => verdict === 'wrong')).toMatchObject([
      { file: 'near-bank.pdf', field: 'fixed_rate', truth: '99', read: samplePair(4).bank.fixed_rate },
      { file: 'near-counterparty.pdf', field: 'fixed_rate' },
    ]);
    expect(evaluation.pairs).toMatchObject({
      pairs: 4,
      right: 3,
      differences_right: 3,
      false_green: 0,
      true_matches: 3,
      true_matches_green: 2,
      confusion: {
        MATCHED: { MATCHED: 1, MISMATCHED: 1 },
        MATCHED_WITHIN_TOLERANCE: { MATCHED_WITHIN_TOLERANCE: 1 },
        UNMATCHED: { UNMATCHED: 1 },
      },
    });
    expect(evaluation.pairs.each.find(({ id }) => id === 'far')).toMatchObject({
      right: false,
      chosen: 'this',
      differences_surplus: ['fixed_rate'],
    });
    expect(evaluation.odd).toMatchObject({
      files: 3,
      right: 1,
      each: [
        { file: 'empty.pdf', reason: 'EMPTY_FILE', verdict: 'right' },
        { file: 'text.pdf', reason: 'NOT_A_PDF', verdict: 'wrong', why: 'refused, but not as ENCRYPTED_PDF' },
        { file: 'odd.pdf', verdict: 'unjudged' },
      ],
    });
    expect(text).toContain('3 of 4 right; false green: 0; true matches green: 2 of 3');
    expect(text).toContain('unexpected: fixed_rate');
  });

  test('an evaluation counts every field of a refused confirmation as missing', async () => {
    const truth = { product: 'FX_FORWARD', notional: '1.00' };
    const folder = folderOf({
      'a.pdf': 'no PDF',
      'manifest.json': JSON.stringify({ documents: [accepted('a.pdf', truth)] }),
    });
    const { evaluation, text } = await evaluateFolder(folder);
    expect(evaluation.totals.all).toMatchObject({ in_truth: 2, missing: 2, recall: 0, precision: null });
    expect(evaluation.documents.refused).toMatchObject([{ file: 'a.pdf', reason: 'NOT_A_PDF' }]);
    expect(text).toContain('0 of 1 confirmations read');
  });
});

test('the other form of a manifest: docs, fields, partial, and all that a pair may be called', async () => {
  const { bank, counterparty } = mismatched(samplePair(6));
  const document = { kind: 'blind', partial: true };
  const pair = { bank: 'b.pdf', counterparty: 'c.pdf' };
  const folder = folderOf({
    'b.pdf': renderConfirmation(bank, 'letter'),
    'c.pdf': renderConfirmation(counterparty, 'telex'),
    'manifest.json': JSON.stringify({
      docs: [
        { ...document, path: 'b.pdf', side: 'BANK', fields: bank },
        { ...document, path: 'c.pdf', side: 'COUNTERPARTY', fields: counterparty, truth: null },
      ],
      pairs: [
        { id: 'right', ...pair, allowed: ['REVIEW', 'MISMATCHED'] },
        { id: 'wrong', ...pair, expected: 'matched', allowed: ['matched within tolerance'] },
      ],
    }),
  });
  const { evaluation } = await evaluateFolder(folder);
  expect(evaluation.documents).toMatchObject({ to_read: 2, read: 2 });
  expect(evaluation.totals.of_read).toMatchObject({ recall: 1, wrong: 0 });
  expect(evaluation.pairs.each).toMatchObject([
    { id: 'right', allowed: ['REVIEW', 'MISMATCHED'], status: 'MISMATCHED', right: true, true_match: false },
    { id: 'wrong', allowed: ['MATCHED', 'MATCHED_WITHIN_TOLERANCE'], right: false, true_match: true },
  ]);
});

describe('wrong usage', () => {
  test.each([
    [{}, /There is no .*manifest\.json/],
    [{ 'manifest.json': 'no JSON' }, /not JSON/],
    [{ 'manifest.json': '{"documents":[{"path":1}]}' }, /not a manifest[\s\S]*documents\[0\]\.path/],
    [{ 'manifest.json': JSON.stringify({ documents: [accepted('gone.pdf', {})] }) }, /gone\.pdf/],
    [
      { 'manifest.json': JSON.stringify({ documents: [], pairs: [{ id: 'P', bank: 'gone.pdf', expected: 'x' }] }) },
      /pair P names gone\.pdf/,
    ],
  ])('%j', async (files, message) => {
    const { terminal, complaints } = recordingTerminal();
    expect(await run(evaluateCommand, [folderOf(files)], terminal)).toBe(2);
    expect(complaints.join('\n')).toMatch(message);
  });
});

test('numbers are the same by value, texts as printed', () => {
  expect(isSameValue('notional', '50000000.00', '50000000')).toBe(true);
  expect(isSameValue('fixed_rate', '3.75', '3.57')).toBe(false);
  expect(isSameValue('counterparty_name', 'Banque de l’Étoile', "Banque de l'Étoile")).toBe(true);
  expect(isSameValue('trade_id', 'NWB-014410X', 'NWB014410X')).toBe(false);
});

test('texts are the same as matching compares them, and counted; references only as printed', async () => {
  expect(isSameValue('bank_name', 'NORDVIK BANK ASA', 'Nordvik Bank ASA')).toBe(true);
  expect(isSameValue('bank_name', 'NORDVIK BANK AS', 'Nordvik Bank ASA')).toBe(false);
  expect(isSameValue('unit_of_measure', 'MMBtu', 'MMBTU')).toBe(true);
  expect(isSameValue('trade_id', 'nwb-1', 'NWB-1')).toBe(false);
  expect(isSameValue('governing_law', 'englisches Recht', 'English law')).toBe(true);
  expect(isSameValue('governing_law', 'French law', 'English law')).toBe(false);
  expect(isSameValue('option_type', 'USD_PUT_JPY_CALL', 'JPY_CALL_USD_PUT')).toBe(true);
  const { bank } = samplePair(2);
  const folder = folderOf({
    'a.pdf': renderConfirmation(bank, 'letter'),
    'manifest.json': JSON.stringify({
      documents: [accepted('a.pdf', { ...bank, bank_name: bank.bank_name?.toUpperCase() })],
    }),
  });
  const { evaluation, text } = await evaluateFolder(folder);
  expect(evaluation.totals.all).toMatchObject({ wrong: 0, missing: 0, right_said_otherwise: 1 });
  expect(evaluation.fields.find(({ field }) => field === 'bank_name')).toMatchObject({
    right: 1,
    right_said_otherwise: 1,
  });
  expect(text).toContain('right, 1 of them as matching compares them');
});

// A user does not have these; where they are, they are held to.
const samples =
  process.env.TRADE_MATCHING_SAMPLES ?? path.resolve(import.meta.dirname, '../../../../../shared/samples');

test.runIf(existsSync(path.join(samples, 'manifest.json')))('the samples: fields, pairs and odd files', async () => {
  const { evaluation } = await evaluateFolder(samples);
  expect(evaluation.totals.all.recall).toBeGreaterThanOrEqual(0.99);
  expect(evaluation.totals.critical).toMatchObject({ recall: 1, wrong: 0 });
  expect(evaluation.pairs.each.filter(({ right }) => !right)).toEqual([]);
  expect(evaluation.odd.each.filter(({ verdict }) => verdict !== 'right')).toEqual([]);
});
