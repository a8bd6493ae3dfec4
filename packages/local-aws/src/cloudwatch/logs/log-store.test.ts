import { expect, test } from 'vitest';
import { LogStore } from './log-store.ts';

test('a line that is larger than an event is not found as one', () => {
  const logs = new LogStore();
  const line = (bytes: number) => JSON.stringify({ pad: 'p'.repeat(bytes - Buffer.byteLength('{"pad":""}')) });
  for (const bytes of [1_048_550, 1_048_551]) logs.append('group', line(bytes), 0);
  expect(logs.events(['group'])).toHaveLength(1);
});
