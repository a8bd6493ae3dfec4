import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { samplePair } from '@trade-matching/confirmation-samples';
import type { Trade } from '@trade-matching/domain';
import { type System, startSystem } from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAbout } from './ask-about-trade.ts';
import { ServiceClient } from './ask-service.ts';
import { ended, operatorsProgram } from './operators-program.ts';

const EVALUATE = path.resolve(import.meta.dirname, '../../cli/src/evaluate/main.ts');

let system: System;
let client: ServiceClient;
let ask: ReturnType<typeof askAbout>;
let cli: ReturnType<typeof operatorsProgram>;
beforeAll(async () => {
  system = await startSystem();
  client = new ServiceClient(system);
  ask = askAbout(client);
  cli = operatorsProgram(system);
});
afterAll(async () => {
  client?.close();
  await system?.close();
});

const caseOf = async (id: string) => JSON.parse((await cli('case', id, '--json')).stdout);
const tradeOf = async (key: string) => JSON.parse((await cli('trade', key, '--json')).stdout).trade.current;
// The tests' documents are misprinted, not misread: what is true is not in their text.
const WHY = ['--page', '1', '--reason', 'READ_WRONGLY', '--as', 'ana', '--not-in-text'];

/** A pair of which their document gives another notional. */
async function misread(number: number) {
  const { bank, counterparty } = samplePair(number);
  const ours = await ask(bank, 0);
  const wrong: Trade = { ...counterparty, notional: '424242.00' };
  const { match, trade_key } = await ask(wrong, 1);
  expect(match.status).toBe('MISMATCHED');
  return { bank, wrong, ours: ours.trade_key, theirs: trade_key, match: match.match_id ?? '' };
}

test('a corrected value is read from its literal, kept with who and where, and the pair is compared anew, for a second person', async () => {
  const { bank, theirs, match } = await misread(720);
  const corrected = ['correct', theirs, 'notional', `${bank.currency} ${bank.notional}`, ...WHY];
  const { code, stdout } = await cli(...corrected, '--box', '72,144,60,12');
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('corrected by ana') });
  expect(stdout).toContain(`${theirs} is REVIEW in the match ${match}`);
  expect(await tradeOf(theirs)).toMatchObject({
    trade: { notional: bank.notional },
    evidence: { notional: { page: 1, label: 'corrected', boxes: [{ x: 72, y: 144, width: 60, height: 12 }] } },
    corrections: [{ field: 'notional', by: 'ana', page: 1 }],
  });
  const { case: open, events } = await caseOf(match);
  expect(open).toMatchObject({ state: 'OPEN', status: 'REVIEW', critical: true });
  expect(events).toContainEqual(expect.objectContaining({ action: 'VALUE_CORRECTED', reason: 'READ_WRONGLY' }));
  expect((await cli('trade', theirs)).stdout).toContain('ana read it from');
  expect((await cli('audit', 'verify', match)).code).toBe(0);

  const folder = mkdtempSync(path.join(tmpdir(), 'corrected-'));
  expect(await cli('corrections', 'export', folder)).toMatchObject({ code: 0, stderr: '' });
  const { documents } = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  expect(documents).toEqual([
    expect.objectContaining({ side: 'COUNTERPARTY', truth: expect.objectContaining({ notional: bank.notional }) }),
  ]);
  const evaluation = await ended(process.execPath, [EVALUATE, folder], { ...process.env, NO_COLOR: '1' });
  // The next version of the reader is held to what the person read.
  expect(evaluation.stdout, evaluation.stderr).toMatch(/notional/);
  expect(readFileSync(path.join(folder, documents[0].path)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('another document ends the corrections of the one before, and says so', async () => {
  const { bank, wrong, theirs, match } = await misread(732);
  await cli('correct', match, 'notional', bank.notional ?? '', '--side', 'COUNTERPARTY', ...WHY);
  const answer = await ask({ ...wrong, notional: '515151.00' }, 2, 'AMENDMENT');
  expect(answer.match.status).toBe('MISMATCHED');
  const trade = await tradeOf(theirs);
  expect(trade).not.toHaveProperty('corrections');
  expect(trade.trade.notional).toBe('515151.00');
  expect(trade.flags).toContainEqual(
    expect.objectContaining({ code: 'CORRECTION_ENDED', message: expect.stringContaining('does not hold') }),
  );
  expect((await caseOf(match)).case).toMatchObject({ state: 'OPEN', status: 'MISMATCHED' });
});

test('the literal of a correction is looked for in the text of its page, and the event says whether it is there', async () => {
  const { wrong, theirs, match } = await misread(746);
  const correct = (literal: string, ...more: string[]) =>
    cli('correct', theirs, 'notional', literal, '--page', '1', '--reason', 'READ_WRONGLY', '--as', 'ana', ...more);
  const refused = await correct(`${wrong.currency} 987,654.00`);
  expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('page 1 of the document does not print') });
  expect((await correct(`${wrong.currency} 424,242.00`)).stdout).not.toContain('text');
  expect((await correct(`${wrong.currency} 987,654.00`, '--not-in-text')).stdout).toContain(
    'The text of the page does not have it',
  );
  await client.remove(`COUNTERPARTY/${wrong.trade_id}.pdf`);
  expect((await correct(`${wrong.currency} 987,653.00`)).stdout).toContain('the document is not where it was filed');
  const { events } = await caseOf(match);
  const looked = events.flatMap(({ correction }: { correction?: { in_text: string } }) => correction?.in_text ?? []);
  expect(looked).toEqual(['yes', 'no', 'no text']);
});

test('a correction that cannot be read, or of what says which trade it is, writes nothing', async () => {
  const { theirs, match } = await misread(744);
  const before = (await caseOf(match)).events.length;
  for (const [field, literal, why] of [
    ['notional', 'as agreed', 'can be read from'],
    ['trade_id', 'X-1', 'which trade it is'],
    ['no_such', '1', 'no field'],
  ] as const) {
    const { code, stdout } = await cli('correct', theirs, field, literal, ...WHY);
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining(why) });
  }
  expect((await cli('correct', match, 'notional', '5', ...WHY)).stdout).toContain('--side BANK');
  expect((await caseOf(match)).events).toHaveLength(before);
  expect(await tradeOf(theirs)).not.toHaveProperty('corrections');
});

test('a correction that the matching service could not be asked to read waits, and is read when it is asked', async () => {
  const { bank, theirs } = await misread(756);
  const gone = operatorsProgram({ aws: system.aws, service: { ...system.service, url: 'http://127.0.0.1:9' } });
  const { code, stdout } = await gone('correct', theirs, 'notional', bank.notional ?? '', ...WHY);
  expect({ code, stdout }).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`by: npm run -s cli -- pair-anew ${theirs}`),
  });
  expect(stdout).not.toContain('next document');
  expect((await tradeOf(theirs)).trade.notional).toBe('424242.00');
  for (const _twice of [1, 2]) expect((await cli('pair-anew', theirs)).stdout).toContain('is REVIEW in the match');
  expect((await tradeOf(theirs)).trade.notional).toBe(bank.notional);
});
