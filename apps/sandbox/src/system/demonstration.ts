import {
  mismatched,
  renderConfirmation,
  samplePair,
  summarised,
  type TradePair,
  withinTolerance,
} from '@trade-matching/confirmation-samples';
import { makeScan, SCAN_KINDS } from '@trade-matching/confirmation-samples/scans';
import { incomingKey, type Upload } from './uploads.ts';

/** The pair of which one was printed, signed and scanned. */
const SCANNED = 'swap-summary';

/**
 * A small set that shows every outcome: a pair that matches, one within tolerance, one mismatch, one of summaries that a
 * person reviews, one of them as a scan, a duplicate, a file that must be refused. Five documents a side, so that each queue's batch is full at once and nobody waits for its window.
 *
 * @param today ISO date, for the keys
 */
export async function demonstration(today: string): Promise<Upload[]> {
  const pairs: { name: string; pair: TradePair }[] = [
    { name: 'forward', pair: samplePair(3) },
    { name: 'swap-within-tolerance', pair: withinTolerance(samplePair(4)) },
    { name: 'swap-mismatched', pair: mismatched(samplePair(6)) },
    { name: 'swap-summary', pair: summarised(samplePair(8)) },
  ];
  const bank = pairs.map(({ name, pair }, i) =>
    document('BANK', today, `${name}.pdf`, renderConfirmation(pair.bank, i % 2 === 0 ? 'letter' : 'grid')),
  );
  const counterparty = await Promise.all(
    pairs.map(async ({ name, pair }, i) => {
      const printed = renderConfirmation(pair.counterparty, i % 2 === 0 ? 'key-value' : 'telex');
      const bytes = name === SCANNED ? await makeScan(printed, { ...SCAN_KINDS['straight-200'], skew: 1 }) : printed;
      return document('COUNTERPARTY', today, `${name}.pdf`, bytes);
    }),
  );
  const [first] = bank;
  return [
    ...bank,
    ...(first ? [document('BANK', today, 'forward-sent-again.pdf', first.bytes)] : []),
    ...counterparty,
    document('COUNTERPARTY', today, 'not-a-confirmation.pdf', Buffer.from('<html>Your session has expired</html>')),
  ];
}

function document(source: Upload['source'], today: string, name: string, bytes: Uint8Array): Upload {
  return { key: incomingKey(source, today, name), source, bytes };
}
