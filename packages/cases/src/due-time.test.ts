import { expect, test } from 'vitest';
import { graceEnd } from './due-time.ts';

// Thursday before Easter 2026; Good Friday and Easter Monday are holidays in London and TARGET, not in New York.
const MAUNDY_THURSDAY = '2026-04-02T10:00:00.000Z';

test.each([
  ['INTEREST_RATE_SWAP', ['GBLO'], MAUNDY_THURSDAY, '2026-04-08T16:00:00.000Z'],
  ['FX_FORWARD', ['GBLO'], MAUNDY_THURSDAY, '2026-04-07T16:00:00.000Z'],
  ['INTEREST_RATE_SWAP', ['USNY'], MAUNDY_THURSDAY, '2026-04-06T21:00:00.000Z'],
  ['FX_OPTION', ['USNY'], MAUNDY_THURSDAY, '2026-04-03T21:00:00.000Z'],
  ['BASIS_SWAP', ['EUTA'], MAUNDY_THURSDAY, '2026-04-08T15:00:00.000Z'],
  ['FX_SWAP', ['EUTA', 'USNY'], MAUNDY_THURSDAY, '2026-04-07T15:00:00.000Z'],
  // Late in New York it is the next day in UTC already, and still the same business day there.
  ['FX_FORWARD', ['USNY'], '2026-11-24T02:00:00.000Z', '2026-11-24T22:00:00.000Z'],
  // Thanksgiving in New York alone.
  ['FX_FORWARD', ['USNY'], '2026-11-25T15:00:00.000Z', '2026-11-27T22:00:00.000Z'],
  [undefined, [], '2026-11-27T15:00:00.000Z', '2026-12-01T17:00:00.000Z'],
] as const)('a %s of %s that stands alone since %s is alleged from %s', (product, centres, from, end) => {
  expect(graceEnd(from, { centres, ...(product === undefined ? {} : { product }) })).toBe(end);
});
