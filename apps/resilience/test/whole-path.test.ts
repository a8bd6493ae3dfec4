import { type Layout, renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import {
  changedStack,
  currentKeys,
  demonstration,
  followDocuments,
  messagesIn,
  reportDocument,
  type System,
  settingEvery,
  startSystem,
  tradesAndMatches,
  type Upload,
  untilQueuesAreEmpty,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterEach, describe, expect, test } from 'vitest';

/** A message that meets a claim comes again when the claim's lease ends: here within the test's patience. */
const shortLeases = () =>
  changedStack(withoutWindow, settingEvery('timeout', 30), settingEvery('PROCESSING_TIMEOUT', '20'));

let system: System;
afterEach(() => system?.close());

async function uploadAndFollow(uploads: readonly Upload[]) {
  const keys = [...new Set(uploads.map(({ key }) => key))];
  const following = followDocuments(system, keys, () => {});
  for (const upload of uploads) await system.upload(upload);
  expect(await following.finished(120_000), `without an outcome: ${[...following.pending]}`).toBe(true);
  await untilQueuesAreEmpty(system);
  return new Map(await Promise.all(keys.map(async (key) => [key, await reportDocument(system.tables, key)] as const)));
}

describe('from upload to match', () => {
  test('the demonstration reaches every outcome and leaves nothing behind', async () => {
    system = await startSystem({ stackFile: shortLeases() });
    const uploads = await demonstration('2026-11-23');
    const reports = [...(await uploadAndFollow(uploads)).values()];
    expect(
      reports.map(({ key, outcome, reason, match }) => [key.split('/').at(-1), outcome, reason ?? match?.status]),
    ).toEqual([
      ['forward.pdf', expect.stringMatching(/PROCESSED|DUPLICATE/), 'MATCHED'],
      ['swap-within-tolerance.pdf', 'PROCESSED', 'MATCHED_WITHIN_TOLERANCE'],
      ['swap-mismatched.pdf', 'PROCESSED', 'MISMATCHED'],
      ['swap-summary.pdf', 'PROCESSED', 'REVIEW'],
      ['forward-sent-again.pdf', expect.stringMatching(/PROCESSED|DUPLICATE/), 'MATCHED'],
      ['forward.pdf', 'PROCESSED', 'MATCHED'],
      ['swap-within-tolerance.pdf', 'PROCESSED', 'MATCHED_WITHIN_TOLERANCE'],
      ['swap-mismatched.pdf', 'PROCESSED', 'MISMATCHED'],
      ['swap-summary.pdf', 'PROCESSED', 'REVIEW'],
      ['not-a-confirmation.pdf', 'QUARANTINE', 'NOT_A_PDF'],
    ]);
    // Of two keys with the same bytes, whichever came second is the duplicate.
    expect(reports.filter(({ outcome }) => outcome === 'DUPLICATE')).toHaveLength(1);
    const outcomes = reports.map(({ key, outcome }) => `${outcome === 'QUARANTINE' ? outcome : 'PROCESSED'}/${key}`);
    expect(await currentKeys(system)).toEqual(outcomes.sort());
    expect(await tradesAndMatches(system)).toMatchObject({ trades: { length: 8 }, matches: { length: 4 } });
    expect(await messagesIn(system, system.names.failedProcessingDeadLetterQueue)).toBe(0);
    // At least once each (M6): two deliveries of one pair may both find it pending_notification.
    const notified = new Set(
      system.aws.published.map(
        ({ attributes, message }) => `${attributes.event_type} ${JSON.parse(message).match_id ?? ''}`,
      ),
    );
    expect([...notified].map((each) => each.split(' ')[0]).sort()).toEqual([
      'DocumentQuarantined',
      'TradeMatched',
      'TradeMatched',
      'TradeMismatched',
      'TradeReview',
    ]);
  });

  test('three identical uploads with every message twice make one trade a document and one match', async () => {
    system = await startSystem({ stackFile: shortLeases() });
    system.aws.setEventDelivery(async (deliver) => {
      await deliver();
      await deliver();
    });
    const pair = samplePair(8);
    const uploads: Upload[] = [
      { key: 'BANK/2026/11/23/a.pdf', source: 'BANK', bytes: renderConfirmation(pair.bank, 'letter') },
      {
        key: 'COUNTERPARTY/2026/11/23/a.pdf',
        source: 'COUNTERPARTY',
        bytes: renderConfirmation(pair.counterparty, 'grid'),
      },
    ];
    const reports = await uploadAndFollow([...uploads, ...uploads, ...uploads]);
    for (const report of reports.values())
      expect(report).toMatchObject({ outcome: 'PROCESSED', match: { status: 'MATCHED' } });
    expect(await tradesAndMatches(system)).toMatchObject({ trades: { length: 2 }, matches: { length: 1 } });
    expect(await currentKeys(system)).toEqual(uploads.map(({ key }) => `PROCESSED/${key}`));
  });

  test('an amendment under the same key unmatches its pair, and is compared anew', async () => {
    system = await startSystem({ stackFile: shortLeases() });
    const { bank, counterparty } = samplePair(20);
    const ours = (trade: typeof bank, layout: Layout = 'letter') =>
      ({ key: 'BANK/a.pdf', source: 'BANK', bytes: renderConfirmation(trade, layout) }) as const;
    const theirs = {
      key: 'COUNTERPARTY/a.pdf',
      source: 'COUNTERPARTY',
      bytes: renderConfirmation(counterparty, 'grid'),
    } as const;
    expect((await uploadAndFollow([ours(bank), theirs])).get('BANK/a.pdf')?.match?.status).toBe('MATCHED');
    const amended = await uploadAndFollow([ours({ ...bank, notional: '1000000.00' })]);
    expect(amended.get('BANK/a.pdf')?.match).toMatchObject({
      status: 'MISMATCHED',
      differences: [{ field: 'notional', bank: '1000000.00', counterparty: counterparty.notional }],
    });
    expect(await tradesAndMatches(system)).toMatchObject({ trades: { length: 2 }, matches: { length: 1 } });
    const corrected = await uploadAndFollow([ours(bank, 'telex')]);
    expect(corrected.get('BANK/a.pdf')?.match?.status).toBe('MATCHED');
  });
});
