import { expect, test } from 'vitest';
import { BUSINESS_CENTRES, businessCentre, businessDaysLater, centresOf, holidaysOf } from './business-calendar.ts';
import { dueTime } from './due-time.ts';

const inYear = (code: string, year: number) =>
  [...holidaysOf(businessCentre(code), year)].filter((date) => date.startsWith(`${year}`)).sort();

test('London keeps Christmas and Boxing Day of a weekend on the next two weekdays', () => {
  // Bank of England: UK bank holidays of 2027.
  for (const date of ['2027-12-27', '2027-12-28']) expect(inYear('GBLO', 2027)).toContain(date);
  expect(inYear('GBLO', 2026)).toEqual([
    ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31'],
    ...['2026-12-25', '2026-12-26', '2026-12-28'],
  ]);
});

test('New York moves a holiday from Sunday to Monday, and none from Saturday', () => {
  // Federal Reserve Banks: holiday schedule; the fourth of July 2026 is a Saturday, the New Year of 2023 a Sunday.
  expect(inYear('USNY', 2026)).not.toContain('2026-07-03');
  expect(inYear('USNY', 2023)).toContain('2023-01-02');
  expect(inYear('USNY', 2026)).toEqual([
    ...['2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-04', '2026-09-07'],
    ...['2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25'],
  ]);
});

test('TARGET closes on its six days', () => {
  expect(inYear('EUTA', 2026)).toEqual([
    ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-12-25', '2026-12-26'],
  ]);
});

test.each([
  ['a weekend', '2026-11-27', 1, ['GBLO'], '2026-11-30'],
  ['a holiday of one centre alone', '2026-11-25', 1, ['GBLO', 'USNY'], '2026-11-27'],
  ['no holiday of another centre', '2026-11-25', 1, ['GBLO'], '2026-11-26'],
  ['Easter', '2026-04-02', 1, ['EUTA'], '2026-04-07'],
  ['the turn of the year', '2026-12-31', 1, ['USNY'], '2027-01-04'],
  ['only weekends where a centre has no calendar', '2026-12-24', 1, ['ZZZZ'], '2026-12-25'],
  ['only weekends where no centre is known', '2026-12-24', 2, [], '2026-12-28'],
])('business days leave out %s', (_what, from, days, centres, expected) => {
  expect(businessDaysLater(from, days, centres)).toBe(expected);
});

test('the centres of a trade are those that it names, else those of its currencies', () => {
  expect(centresOf('London and New York', ['EUR'])).toEqual(['GBLO', 'USNY']);
  expect(centresOf('TARGET2', [])).toEqual(['EUTA']);
  expect(centresOf(undefined, ['USD', 'INR', undefined])).toEqual(['USNY']);
  expect(centresOf('Mumbai', [])).toEqual([]);
});

test.each([
  ['London in winter', ['GBLO'], '2026-11-25T10:00:00.000Z', '2026-11-26T17:00:00.000Z'],
  ['London in summer', ['GBLO'], '2026-06-24T10:00:00.000Z', '2026-06-25T16:00:00.000Z'],
  ['New York, over Thanksgiving', ['USNY'], '2026-11-25T10:00:00.000Z', '2026-11-27T22:00:00.000Z'],
  [
    'Frankfurt, over Easter and the change of clocks before it',
    ['EUTA'],
    '2026-04-02T10:00:00.000Z',
    '2026-04-07T15:00:00.000Z',
  ],
  // It is still Wednesday in New York when it is Thursday in London.
  ['New York, late in the evening', ['USNY'], '2026-10-15T03:00:00.000Z', '2026-10-15T21:00:00.000Z'],
])('a critical break is due at the end of the next business day in %s', (_where, centres, from, expected) => {
  expect(dueTime(from, { severity: 'critical', centres })).toBe(expected);
});

test('what settles within days is due earlier', () => {
  const from = '2026-11-23T10:00:00.000Z';
  const due = (product: 'FX_FORWARD' | 'INTEREST_RATE_SWAP') =>
    dueTime(from, { product, severity: 'minor', centres: ['GBLO'] });
  expect(due('FX_FORWARD')).toBe('2026-11-26T17:00:00.000Z');
  expect(due('INTEREST_RATE_SWAP')).toBe('2026-11-30T17:00:00.000Z');
});

test('each centre is printed as its own names only', () => {
  const names = { GBLO: 'London', USNY: 'New York', EUTA: 'TARGET' };
  for (const [code, centre] of Object.entries(BUSINESS_CENTRES)) {
    for (const [other, name] of Object.entries(names)) expect(centre.names.test(name)).toBe(code === other);
  }
});
