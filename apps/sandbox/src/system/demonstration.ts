import {
  mismatched,
  renderConfirmation,
  samplePair,
  summarised,
  type TradePair,
  withinTolerance,
} from '@trade-matching/confirmation-samples';
import { incomingKey, type Upload } from './uploads.ts';

/**
 * A small set that shows every outcome: a pair that matches, one within tolerance, one mismatch, one of summaries that a
 * person reviews, a duplicate, a file that must be refused. Five documents a side, so that each queue's batch is full at once and nobody waits for its window.
 *
 * @param today ISO date, for the keys
 */
export function demonstration(today: string): Upload[] {
  const pairs: { name: string; pair: TradePair }[] = [
    { name: 'forward', pair: samplePair(3) },
    { name: 'swap-within-tolerance', pair: withinTolerance(samplePair(4)) },
    { name: 'swap-mismatched', pair: mismatched(samplePair(6)) },
    { name: 'swap-summary', pair: summarised(samplePair(8)) },
  ];
  const bank = pairs.map(({ name, pair }, i) =>
    document('BANK', today, `${name}.pdf`, renderConfirmation(pair.bank, i % 2 === 0 ? 'letter' : 'grid')),
  );
  const counterparty = pairs.map(({ name, pair }, i) =>
    document(
      'COUNTERPARTY',
      today,
      `${name}.pdf`,
      renderConfirmation(pair.counterparty, i % 2 === 0 ? 'key-value' : 'telex'),
    ),
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
