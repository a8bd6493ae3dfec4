import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { BUILT_IN_PROFILES, DEFAULT_PROFILE } from './built-in-profiles.ts';
import { chooseProfile } from './choose-profile.ts';
import { compareTrades } from './compare-trades.ts';
import { ProfilesError, parseProfiles } from './parse-profiles.ts';

const bank: Trade = {
  product: 'FX_FORWARD',
  source_type: 'BANK',
  counterparty_name: 'Northgate LLC',
  counterparty_lei: '549300BBBBBBBBBBBB02',
  fx_rate: '149.75',
};
const theirs: Trade = { ...bank, source_type: 'COUNTERPARTY' };
const days = (n: number) => ({ tolerance: { kind: 'days', days: n } });
const layered = parseProfiles(
  JSON.stringify({
    default: { fields: { settlement_date: days(1), effective_date: days(1), expiry_date: days(1) } },
    products: { FX_FORWARD: { fields: { settlement_date: days(2), effective_date: days(2) } } },
    counterparties: [
      { lei: '549300BBBBBBBBBBBB02', fields: { settlement_date: days(3) } },
      { name: 'Zephyr Corp', fields: { settlement_date: days(4) } },
    ],
  }),
);

test('the built-in profiles fit their own schema, and are the default', () => {
  expect(parseProfiles(JSON.stringify(BUILT_IN_PROFILES))).toEqual(BUILT_IN_PROFILES);
  expect(parseProfiles('{}')).toEqual(BUILT_IN_PROFILES);
  expect(chooseProfile([bank, theirs])).toEqual(DEFAULT_PROFILE);
});

test('a counterparty goes over a product, a product over the default', () => {
  const profile = chooseProfile([bank, theirs], layered);
  expect(profile.fields.settlement_date.tolerance).toEqual({ kind: 'days', days: 3 });
  expect(profile.fields.effective_date.tolerance).toEqual({ kind: 'days', days: 2 });
  expect(profile.fields.expiry_date.tolerance).toEqual({ kind: 'days', days: 1 });
  expect(profile.fields.trade_date).toEqual(DEFAULT_PROFILE.fields.trade_date);
  expect(chooseProfile([theirs, bank], layered)).toBe(profile);
});

const settlementDays = (ours: Trade, other: Trade) => {
  const { tolerance } = chooseProfile([ours, other], layered).fields.settlement_date;
  return tolerance.kind === 'days' ? tolerance.days : undefined;
};

test.each<[string, object, object, number]>([
  ['its LEI on one side alone', {}, { counterparty_lei: undefined }, 3],
  ['another LEI on one side', {}, { counterparty_lei: '549300CCCCCCCCCCCC03' }, 2],
  ['its name, without an LEI', { counterparty_name: 'ZEPHYR CORP.', counterparty_lei: undefined }, {}, 3],
  ['another product on one side', {}, { product: 'FX_OPTION' }, 3],
])('%s decides which counterparty it is', (_name, ours, others, expected) => {
  expect(settlementDays({ ...bank, ...ours } as Trade, { ...theirs, ...others } as Trade)).toBe(expected);
  expect(settlementDays({ ...theirs, ...others } as Trade, { ...bank, ...ours } as Trade)).toBe(expected);
});

test('a name alone is enough where both sides say it', () => {
  const named = { ...bank, counterparty_name: 'Zephyr Corp', counterparty_lei: undefined } as unknown as Trade;
  expect(settlementDays(named, named)).toBe(4);
  expect(settlementDays(named, { ...named, counterparty_name: 'Other' })).toBe(2);
});

test('a pair is compared by the profile that was chosen, and the difference says its tolerance', () => {
  const profiles = parseProfiles(
    '{"counterparties":[{"lei":"549300BBBBBBBBBBBB02","fields":{"fx_rate":{"tolerance":{"kind":"absolute","units":"0.01"}}}}]}',
  );
  const other = { ...theirs, fx_rate: '149.76' };
  const compare = (profile = DEFAULT_PROFILE) =>
    compareTrades({ trade: bank, flags: [] }, { trade: other, flags: [] }, { profile });
  expect(compare().status).toBe('MISMATCHED');
  expect(compare(chooseProfile([bank, other], profiles))).toMatchObject({
    status: 'MATCHED_WITHIN_TOLERANCE',
    differences: [{ field: 'fx_rate', tolerance: '0.01 absolute', delta: '0.01' }],
  });
});

test("a kind's rule leaves what the built-in profile says of one field", () => {
  const profiles = parseProfiles('{"default":{"kinds":{"date":{"tolerance":{"kind":"days","days":5}}}}}');
  const profile = chooseProfile([bank, theirs], profiles);
  expect(profile.fields.trade_date.tolerance).toEqual({ kind: 'days', days: 1 });
  expect(profile.fields.settlement_date.tolerance).toEqual({ kind: 'days', days: 5 });
});

const inDefault = (field: string, rule: object) => JSON.stringify({ default: { fields: { [field]: rule } } });

test.each([
  ['{', /^The profiles are not JSON: /],
  ['[]', /^The profiles must be .*; it is \[\]\.$/],
  ['{"defaults":{}}', 'The profiles must be a name that a profile knows; it is "defaults".'],
  [inDefault('notionl', {}), 'default.fields must be a name that a profile knows; it is "notionl".'],
  ['{"products":{"SWAP":{}}}', /^products must be .*; it is "SWAP"\.$/],
  [
    inDefault('trade_date', { tolerance: { kind: 'fuzzy' } }),
    'default.fields.trade_date.tolerance.kind must be exact, absolute, percent, basis-points, days or name-variant; it is "fuzzy".',
  ],
  [inDefault('trade_date', days(-1)), 'default.fields.trade_date.tolerance.days must be at least 0 days; it is -1.'],
  [
    inDefault('notional', { tolerance: { kind: 'percent', percent: 0.01 } }),
    'default.fields.notional.tolerance.percent must be a percentage as text, like "0.01"; it is 0.01.',
  ],
  [
    inDefault('notional', { tolerance: { kind: 'percent' } }),
    'default.fields.notional.tolerance.percent must be a percentage as text, like "0.01"; it is missing.',
  ],
  [
    inDefault('currency', days(1)),
    'default.fields.currency.tolerance.kind must be exact for a field of kind currency; it is "days".',
  ],
  [
    inDefault('notional', { weight: 'informational' }),
    'default.fields.notional.weight must be critical: a profile cannot lower notional; it is "informational".',
  ],
  [
    '{"default":{"kinds":{"amount":{"weight":"informational"}}}}',
    'default.kinds.amount.weight must be left out: a weight is given to a field, not to a kind; it is "informational".',
  ],
  ['{"counterparties":[{}]}', 'counterparties.0 must be known by a lei, a bic or a name; it is {}.'],
  [
    '{"counterparties":[{"name":"Acme"},{"name":"ACME."}]}',
    'counterparties.1.name must be another: two profiles have it; it is "ACME.".',
  ],
])('%s is one error that names the value', (json, message) => {
  expect(() => parseProfiles(json)).toThrow(ProfilesError);
  expect(() => parseProfiles(json)).toThrow(message);
});
