import { expect, test } from 'vitest';
import type { PlannedDocument } from '../load/planned-document.ts';
import { SendingOrder } from './sending-order.ts';

const plain = (key: string): PlannedDocument => ({
  key,
  source: 'BANK',
  content: { kind: 'confirmation', pair: { number: 0, status: 'MATCHED' }, alone: true },
});

test('a duplicate waits for its original’s outcome, and others go in its place', () => {
  const [first, second, third] = [plain('first'), plain('second'), plain('third')];
  const again: PlannedDocument = { key: 'again', source: 'BANK', content: { kind: 'duplicate', of: first } };
  const settled = new Set<PlannedDocument>();
  const order = new SendingOrder([first, again, second, third].values(), (original) => settled.has(original));
  expect([order.next(), order.next()]).toEqual([first, second]);
  settled.add(first);
  expect([order.next(), order.next(), order.next()]).toEqual([again, third, 'end']);
});

test('where only duplicates are left that must wait, it says so', () => {
  const first = plain('first');
  const again: PlannedDocument = { key: 'again', source: 'BANK', content: { kind: 'duplicate', of: first } };
  let settled = false;
  const order = new SendingOrder([first, again].values(), () => settled);
  expect([order.next(), order.next(), order.next()]).toEqual([first, 'wait', 'wait']);
  settled = true;
  expect([order.next(), order.next()]).toEqual([again, 'end']);
});
