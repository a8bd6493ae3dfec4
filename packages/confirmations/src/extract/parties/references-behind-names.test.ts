import { expect, test } from 'vitest';
import { FoundFields } from '../found-fields.ts';
import type { Parties } from './find-parties.ts';
import { readReferencesBehindNames } from './references-behind-names.ts';

const parties = {
  names: { BANK: 'Port Lisle Bank plc', COUNTERPARTY: 'Aldersyde Credit Fund' },
  issuer: 'COUNTERPARTY',
  resolve: () => undefined,
} as Parties;

test.each([
  ['Aldersyde Credit Fund (the "Fund") and Port Lisle Bank plc ("Port Lisle"), ref. PLX00451.', 'PLX00451'],
  ['Aldersyde Credit Fund buys protection from Port Lisle Bank plc ("Port Lisle", ref. PL-771-20).', 'PL-771-20'],
  ['Aldersyde Credit Fund with Port Lisle Bank plc (PX60771), dealt today', 'PX60771'],
  ['Port Lisle Bank plc (a company) confirms PX60771', undefined],
])('%s', (prose, reference) => {
  const found = new FoundFields();
  readReferencesBehindNames(found, prose, parties, 'COUNTERPARTY');
  expect(found.get('other_reference')).toBe(reference);
  expect(found.get('trade_id')).toBeUndefined();
});
